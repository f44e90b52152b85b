"""Somebody who keeps pages: a place, a clock that can be set, and a vault that can be started again over both.

Locks cost the least that the format allows, so that a test takes a moment; chance is real, so nothing repeats.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from unforced.adapters.vault.framework import alias_for, ready
from unforced.adapters.vault.memory_store import MemoryStore
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import FLOOR
from unforced.adapters.vault.store import Change, Store
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.page import Document, Page
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

DAY = 86400
MINE = Passphrase.from_raw("a quiet place by the sea")
NEXT = Passphrase.from_raw("a room above the harbour")
WRONG = Passphrase.from_raw("a loud place by the road")


class Place:
    """Where somebody keeps pages. ``now`` is what the clock says, in seconds since 1970."""

    def __init__(self, again: Callable[[], Store]) -> None:
        self._again = again
        self.store = again()
        self.now = 1_700_000_000.0
        self.code = RecoveryCode(bytes(20))

    def vault(self) -> SealedVault:
        """The program, started once more over what is kept here."""
        self.store = self._again()
        return SealedVault(self.store, lambda: self.now, cost=FLOOR)

    def begun(self) -> SealedVault:
        """A vault that was begun with MINE and is open."""
        vault = self.vault()
        beginning = vault.prepare(MINE)
        self.code = beginning.code
        vault.begin(beginning)
        return vault

    def unlocked(self, passphrase: Passphrase = MINE) -> SealedVault:
        """The program, started once more and unlocked."""
        vault = self.vault()
        vault.unlock(passphrase)
        return vault

    @contextmanager
    def rows(self) -> Iterator[Change]:
        """The rows by hand, as somebody with the disk could change them."""
        with self.store.change() as change:
            change.person()
            yield change

    def sealed(self, page: Page) -> bytes:
        """What is stored of a page."""
        with self.rows() as change:
            found = change.page(bytes.fromhex(page.id))
        assert found is not None
        return found

    def put(self, page: Page, sealed: bytes) -> None:
        """Puts something else in the place of a page."""
        with self.rows() as change:
            change.put_page(bytes.fromhex(page.id), sealed)

    def register(self) -> bytes:
        """The sealed register."""
        with self.store.change() as change:
            row = change.person()
        assert row is not None
        return row.register

    def put_register(self, sealed: bytes) -> None:
        """Puts something else in the place of the register."""
        with self.store.change() as change:
            row = change.person()
            assert row is not None
            change.put_person(row._replace(register=sealed))


def in_memory(_folder: Path) -> Place:
    """A place in this process's memory; starting again finds the same rows."""
    store = MemoryStore()
    return Place(lambda: store)


def in_tables(folder: Path) -> Place:
    """A place in a file; starting again opens it anew."""
    return Place(lambda: TableStore(folder / "vault"))


PLACES = {"in_memory": in_memory, "in_tables": in_tables}
"""Every store of the port."""


@contextmanager
def living_at(name: str, folder: Path) -> Iterator[Place]:
    """A place by its name, with its file closed at the end."""
    here = PLACES[name](folder)
    yield here
    if isinstance(here.store, TableStore):
        close(here.store.path)


def close(path: Path) -> None:
    """Ends this thread's connection to a file, as the end of the program would."""
    from django.db import connections  # noqa: PLC0415

    connections[alias_for(path)].close()


def file_of(place: Place) -> Path:
    """The file that a place is in."""
    assert isinstance(place.store, TableStore)
    return place.store.path


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def kept(vault: SealedVault, **document: object) -> Page:
    """A page that this document was just kept in."""
    return vault.inside.keep(Page("", 0, document)).page


def documents(vault: SealedVault) -> list[Document]:
    """Every document that stays, in the order of what they say."""
    return sorted((page.document for page in vault.inside.open_all().pages), key=repr)


def flipped(sealed: bytes, bit: int) -> bytes:
    """The same bytes with one bit the other way round."""
    changed = bytearray(sealed)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def at_once(deeds: list[Callable[[], None]]) -> None:
    """Several deeds at the same moment, each in a thread of its own. Raises what the first of them raised."""
    ready()
    line, raised = threading.Barrier(len(deeds)), list[BaseException]()

    def done(deed: Callable[[], None]) -> None:
        from django.db import connections  # noqa: PLC0415

        try:
            line.wait()
            deed()
        except BaseException as error:
            raised.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=done, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if raised:
        raise raised[0]
