"""Rows in a SQLite file, through the framework's ORM.

Rules: asking makes nothing. Every change is one immediate transaction. A file that was taken away or replaced under
an open connection is noticed before a change, and after it, so that nothing is acknowledged into a file without name.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from unforced.adapters.vault.file import NAME, SCHEMA, copies, drop, make_file, refuse_newer, schema_of
from unforced.adapters.vault.framework import alias_for
from unforced.adapters.vault.refusals import calmly
from unforced.adapters.vault.store import PersonRow
from unforced.adapters.vault.upgrading import upgrade
from unforced.domain.errors import InUseError, NothingKeptError

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class TableChange:
    """One change, inside a transaction. The only person of a local file is the one meant."""

    def __init__(self, alias: str) -> None:
        from unforced.adapters.vault.tables.models import Person, SealedPage  # noqa: PLC0415

        self._people = Person.objects.using(alias)
        self._pages = SealedPage.objects.using(alias)
        self._id = b""

    def person(self) -> PersonRow | None:
        found = self._people.values_list("id", "passphrase_lock", "code_lock", "register", "tries", "tried_at").first()
        if found is None:
            return None
        name, passphrase_lock, code_lock, register, tries, tried_at = found
        self._id = bytes(name)
        return PersonRow(self._id, bytes(passphrase_lock), bytes(code_lock), bytes(register), tries, tried_at)

    def put_person(self, row: PersonRow) -> None:
        self._people.update_or_create(id=row.id, defaults=row._asdict())
        self._id = row.id

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


class TableStore:
    """Rows in ``vault.sqlite3`` in a folder of the person's. Nothing is made before ``make``."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._here = threading.local()  # which file this thread's connection is open on
        self._checked = 0  # the file whose version is known to fit
        self._somebody = 0  # the file in which somebody is known to keep something

    def there(self) -> bool:
        """Whether somebody keeps something. NewerFormatError and ForeignFileError for a file not to be touched."""
        inode = self._inode()
        if not inode:
            return False
        self._fits()
        if inode != self._somebody:
            with self.change() as change:
                self._somebody = inode if change.person() is not None else 0
        return bool(self._somebody)

    def make(self) -> None:
        make_file(self.path, _with_tables)

    @contextmanager
    def change(self) -> Iterator[TableChange]:
        if not self._inode():
            raise NothingKeptError("nothing is kept")
        self._fits()
        with calmly():
            from django.db.transaction import atomic  # noqa: PLC0415

            with atomic(using=self._connected().alias):
                yield TableChange(self._connected().alias)
            if self._inode() != self._here.inode:
                raise InUseError("the file was replaced meanwhile")

    def settle(self) -> None:
        """Empties the journal, and takes away copies that still hold what was taken away."""
        with calmly():
            with self._connected().cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if cursor.fetchone()[0]:
                    raise InUseError("somebody is still reading the journal")
            for copy in copies(self.path):
                drop(copy)

    def erase(self) -> None:
        self._somebody = 0
        with calmly():
            if self._inode():
                self._connected().close()
            for path in (*copies(self.path), self.path):
                drop(path)
            with suppress(OSError):  # something else lies in the folder, or it is gone already
                self.path.parent.rmdir()

    def _inode(self) -> int:
        with calmly():
            try:
                return self.path.stat().st_ino
            except (FileNotFoundError, NotADirectoryError):
                return 0

    def _fits(self) -> None:
        """Upgrades an older file once; refuses a newer or a foreign one."""
        inode = self._inode()
        if inode == self._checked:
            return
        schema = schema_of(self.path)
        refuse_newer(schema)
        if schema < SCHEMA:
            upgrade(self.path)
        self._checked = self._inode()

    def _connected(self) -> BaseDatabaseWrapper:
        from django.db import connections  # noqa: PLC0415

        connection = connections[alias_for(self.path)]
        inode = self._inode()
        if getattr(self._here, "inode", 0) != inode:
            connection.close()
            self._here.inode = inode
        return connection


def _with_tables(path: Path) -> None:
    """The tables, as the models describe them."""
    from django.db import connections  # noqa: PLC0415

    connection = connections[alias_for(path)]
    from unforced.adapters.vault.tables.models import Person, SealedPage  # noqa: PLC0415

    try:
        with connection.schema_editor() as editor:
            editor.create_model(Person)
            editor.create_model(SealedPage)
    finally:
        connection.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
