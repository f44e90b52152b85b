"""Inside an open vault: pages in, sealed rows out.

Rules:
- A page is acknowledged when its change is over, page and register together. Before that it isn't kept.
- A page that somebody kept meanwhile is not overwritten: the later one goes into a page beside it.
- A register older than the one seen before was put back by somebody, and is refused.
- Where the register itself is damaged every page can still be read; nothing is written until ``mend``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from unforced.adapters.vault.contents import all_opened, found_again, opened
from unforced.adapters.vault.documents import named, written
from unforced.adapters.vault.keyhole import NAME, row_of
from unforced.adapters.vault.sealing.bundle import Bundle, pack
from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.sealing.pages import Chance, seal, tag_of
from unforced.adapters.vault.sealing.register import Entry, Register, open_register, seal_register
from unforced.adapters.vault.store import Change, Store
from unforced.domain.errors import (
    InUseError,
    LeftBehindError,
    LockedError,
    NoSpaceError,
    NothingKeptError,
    PageDamagedError,
)
from unforced.domain.page import UNDO_DAYS, Kept, Opened, Page


class SealedInside:
    """What one person keeps, for as long as the keys are there. ``today`` gives the day as a proleptic ordinal."""

    def __init__(self, store: Store, keys: Keys, chance: Chance, today: Callable[[], int]) -> None:
        self._store = store
        self._keys = keys
        self._chance = chance
        self._today = today
        self._seen = 0  # the newest revision of the register
        self._register: tuple[bytes, Register] = (b"", Register(0, {}))  # sealed and open, so that it is read once
        self._written: tuple[bytes, Register] | None = None  # sealed in a change that isn't over
        self._guard = threading.RLock()

    def name_of(self, purpose: str) -> str:
        """The name of the one page that serves this purpose, the same wherever it is asked."""
        return self._keys.name_for(purpose.encode()).hex()

    def keep(self, page: Page) -> Kept:
        """Keeps one revision. On return it is on the disk.

        NothingKeptError where the page was forgotten meanwhile; LockedError; errors of the store. Whatever fails, the
        page that was kept before is whole.
        """
        with self._changing() as (change, register):
            name = named(page.id) if page.id else self._chance(NAME)
            entry = register.entries.get(name)
            if (entry is None and page.revision) or (entry is not None and entry.goes):
                raise NothingKeptError("forgotten meanwhile")
            copied = entry is not None and entry.revision != page.revision
            document = {**page.document, "copy_of": page.id} if copied else page.document
            name, revision = (self._chance(NAME), 1) if copied else (name, page.revision + 1)
            sealed = seal(written(document), name, revision, self._keys, self._chance)
            change.put_page(name, sealed)
            self._put_register(change, register.with_entry(name, Entry(revision, tag_of(sealed))))
        return Kept(Page(name.hex(), revision, document), copied)

    def open(self, name: str) -> Page:
        """One page. NothingKeptError where there is none by that name, PageDamagedError, LockedError."""
        with self._changing() as (change, register):
            entry = register.entries.get(named(name))
            sealed = change.page(named(name))
            if entry is None or (entry.goes and sealed is None):
                raise NothingKeptError("no page by that name")
            return opened(named(name), sealed, entry, self._keys)

    def open_all(self) -> Opened:
        """Every page, in no order that means anything. LockedError."""
        with self._guard:
            with self._reading() as (change, sealed):
                rows = change.pages()
            try:
                register = self._read_register(sealed)
            except PageDamagedError:
                return found_again(rows, self._keys)
            return all_opened(rows, register, self._keys)

    def forget(self, name: str) -> int:
        """It goes in seven days, and can be taken back until then. Returns the day, as a proleptic ordinal.

        Forgetting what was forgotten already leaves its day as it is.
        """
        return self._mark(named(name), self._today() + UNDO_DAYS)

    def take_back(self, name: str) -> None:
        """What was forgotten stays after all. NothingKeptError where it has gone."""
        self._mark(named(name), 0)

    def forget_now(self, name: str) -> None:
        """It is gone, at once and for good. A page that isn't there is already gone.

        LeftBehindError: it is gone, and sealed traces stay in the file for as long as somebody else reads it.
        """
        self._drop(frozenset([named(name)]))

    def tidy(self) -> None:
        """Takes away what was due to go while nobody unlocked."""
        with self._changing() as (_, register):
            due = frozenset(name for name, entry in register.entries.items() if 0 < entry.goes <= self._today())
        if due:
            self._drop(due)

    def mend(self) -> None:
        """A new register over every page that opens. What doesn't open stays where it is, and is not in it."""
        with self._guard:
            self._mend()

    def _mend(self) -> None:
        with self._reading() as (change, _):
            rows = change.pages()
            pages = found_again(rows, self._keys).pages
            entries = {named(page.id): Entry(page.revision, tag_of(rows[named(page.id)])) for page in pages}
            for name in entries:
                change.goes(name, 0)
            self._put_register(change, Register(max(self._seen, len(entries)) + 1, entries))
        assert self._written is not None
        self._register, self._seen = self._written, self._written[1].revision

    def take_home(self) -> bytes:
        """Everything but what was forgotten, in one sealed file that the same passphrase and code open."""
        with self._changing() as (change, register):
            row, rows = row_of(change), change.pages()
        staying = {name: entry for name, entry in register.entries.items() if not entry.goes and name in rows}
        sealed = seal_register(Register(register.revision, staying), self._keys, self._chance)
        pages = tuple(rows[name] for name in sorted(staying))
        return pack(Bundle(row.passphrase_lock, row.code_lock, sealed, pages))

    @contextmanager
    def _reading(self) -> Iterator[tuple[Change, bytes]]:
        with self._guard, self._store.change() as change:
            row = row_of(change)
            if self._keys.person != row.id or not self._keys.pages_key:
                raise LockedError("somebody else's vault")
            yield change, row.register

    @contextmanager
    def _changing(self) -> Iterator[tuple[Change, Register]]:
        with self._guard:
            self._written = None
            with self._reading() as (change, sealed):
                yield change, self._read_register(sealed)
            if self._written is not None:  # the change is over, so an older register from here on was put back
                self._register, self._seen = self._written, self._written[1].revision

    def _read_register(self, sealed: bytes) -> Register:
        if sealed != self._register[0]:
            register = open_register(sealed, self._keys)
            if register.revision < self._seen:
                raise PageDamagedError("an older register was put back")
            self._register, self._seen = (sealed, register), register.revision
        return self._register[1]

    def _put_register(self, change: Change, register: Register) -> None:
        sealed = seal_register(register, self._keys, self._chance)
        change.put_person(row_of(change)._replace(register=sealed))
        self._written = (sealed, register)

    def _mark(self, name: bytes, day: int) -> int:
        with self._changing() as (change, register):
            entry = register.entries.get(name)
            if entry is None or change.page(name) is None or 0 < entry.goes <= self._today():
                raise NothingKeptError("no page by that name")
            if day and entry.goes:
                return entry.goes
            change.goes(name, day)
            self._put_register(change, register.with_entry(name, entry._replace(goes=day)))
        return day

    def _drop(self, names: frozenset[bytes]) -> None:
        try:
            self._take_away(names)
        except NoSpaceError:
            if not self._store.make_room():
                raise
            self._take_away(names)
        try:
            self._store.settle()
        except (InUseError, NoSpaceError):
            raise LeftBehindError("gone, with traces in the journal") from None

    def _take_away(self, names: frozenset[bytes]) -> None:
        with self._changing() as (change, register):
            change.drop_pages(names)
            self._put_register(change, register.without(names))
