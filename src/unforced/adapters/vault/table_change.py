"""One change of the rows, through the framework's ORM. It has to be inside a transaction."""

from __future__ import annotations

from collections.abc import Collection

from unforced.adapters.vault.store import PersonRow


class TableChange:
    """One change, inside a transaction. The only person of a local file is the one meant."""

    def __init__(self, alias: str) -> None:
        from unforced.adapters.vault.tables.models import Person, SealedPage  # noqa: PLC0415

        self._people = Person.objects.using(alias)
        self._pages = SealedPage.objects.using(alias)
        self._id = b""
        self.somebody = True
        """Whether anybody keeps anything, as far as this change knows."""

    def person(self) -> PersonRow | None:
        found = self._people.values_list("id", "passphrase_lock", "code_lock", "register", "tries", "tried_at").first()
        self.somebody = found is not None
        if found is None:
            return None
        name, passphrase_lock, code_lock, register, tries, tried_at = found
        self._id = bytes(name)
        return PersonRow(self._id, bytes(passphrase_lock), bytes(code_lock), bytes(register), tries, tried_at)

    def put_person(self, row: PersonRow) -> None:
        self._people.update_or_create(id=row.id, defaults=row._asdict())
        self._id, self.somebody = row.id, True

    def page(self, name: bytes) -> bytes | None:
        found = self._pages.filter(person_id=self._id, name=name).values_list("sealed", flat=True).first()
        return None if found is None else bytes(found)

    def pages(self) -> dict[bytes, bytes]:
        rows = self._pages.filter(person_id=self._id).values_list("name", "sealed")
        return {bytes(name): bytes(sealed) for name, sealed in rows.iterator(chunk_size=2000)}

    def put_page(self, name: bytes, sealed: bytes) -> None:
        mine = self._pages.filter(person_id=self._id, name=name)
        if not mine.update(sealed=sealed):
            self._pages.create(person_id=self._id, name=name, sealed=sealed)

    def goes(self, name: bytes, day: int) -> None:
        self._pages.filter(person_id=self._id, name=name).update(goes_on=day)

    def drop_pages(self, names: Collection[bytes]) -> None:
        for name in names:
            self._pages.filter(person_id=self._id, name=name).delete()

    def drop_gone(self, today: int) -> int:
        return self._pages.filter(goes_on__gt=0, goes_on__lte=today).delete()[0]

    def drop_everything(self) -> None:
        self._pages.all().delete()
        self._people.all().delete()
        self.somebody = False
