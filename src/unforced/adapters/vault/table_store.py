"""Rows in a SQLite file, through the framework's ORM.

Rules: asking makes nothing. Every change is one immediate transaction. A file that was taken away or replaced under
an open connection is noticed before a change, and after it, so that nothing is acknowledged into a file without name.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from unforced.adapters.vault.file import NAME, SCHEMA, alone, copies, drop, make_file, refuse_newer, schema_of
from unforced.adapters.vault.framework import alias_for
from unforced.adapters.vault.refusals import calmly
from unforced.adapters.vault.spare import give_up, set_aside, spare_of
from unforced.adapters.vault.table_change import TableChange
from unforced.adapters.vault.upgrading import upgrade
from unforced.domain.errors import InUseError, NoSpaceError, NothingKeptError

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper


class TableStore:
    """Rows in ``vault.sqlite3`` in a folder of the person's. Nothing is made before ``make``."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._here = threading.local()  # which file this thread's connection is open on
        self._checked = 0  # the file whose version is known to fit
        self._fitting = threading.Lock()
        self._somebody = (0, 0)  # the file in which somebody is known to keep something, and when it was changed

    def there(self) -> bool:
        """Whether somebody keeps something. NewerFormatError and ForeignFileError for a file not to be touched."""
        if not self._inode():
            return False
        self._fits()
        stamp = self._stamp()
        if stamp == self._somebody:
            return True
        with self.change() as change:
            somebody = change.person() is not None
        self._somebody = stamp if somebody else (0, 0)
        return somebody

    def make(self) -> None:
        make_file(self.path, _with_tables)
        self._fits()
        set_aside(self.path)

    def make_room(self) -> bool:
        return give_up(self.path)

    @contextmanager
    def change(self) -> Iterator[TableChange]:
        if not self._inode():
            raise NothingKeptError("nothing is kept")
        self._fits()
        with calmly():
            with ExitStack() as stack:
                change = TableChange(self._begun(stack))
                self._fits_still()
                try:
                    yield change
                finally:
                    if not change.somebody:
                        self._somebody = (0, 0)
            if self._inode() != self._here.inode:
                raise InUseError("the file was replaced meanwhile")

    def empty_journal(self) -> None:
        if not self._inode():
            return
        with calmly(), self._connected().cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                raise InUseError("somebody is still reading the journal")

    def settle(self) -> None:
        with calmly():
            for copy in copies(self.path):  # first, since they go even where somebody reads the journal
                drop(copy)
        self.empty_journal()
        set_aside(self.path)

    def erase(self) -> None:
        self._somebody = (0, 0)
        with calmly():
            if self._inode():
                self._connected().close()
            if self.path.parent.is_dir():
                with alone(self.path.parent):
                    for path in (*copies(self.path), spare_of(self.path), self.path):
                        drop(path)
            with suppress(OSError):  # something else lies in the folder, or it is gone already
                self.path.parent.rmdir()

    def _inode(self) -> int:
        with calmly():
            try:
                return self.path.stat().st_ino
            except (FileNotFoundError, NotADirectoryError):
                return 0

    def _stamp(self) -> tuple[int, int]:
        """The file, and when it was changed: another file can get the number of one that was taken away."""
        with calmly():
            found = self.path.stat()
        return found.st_ino, found.st_ctime_ns

    def _fits(self) -> None:
        """Upgrades an older file once; refuses a newer or a foreign one.

        One at a time: reading a file beside an open connection to it would let go of that connection's locks (POSIX).
        """
        with self._fitting:
            if self._inode() == self._checked:
                return
            schema = schema_of(self.path)
            refuse_newer(schema)
            if schema < SCHEMA:
                upgrade(self.path)
            self._checked = self._inode()

    def _fits_still(self) -> None:
        """The same for the file that a transaction has begun in: a newer version may have upgraded it just now."""
        with self._connected().cursor() as cursor:
            found = cursor.execute("PRAGMA user_version").fetchone()[0]
        refuse_newer(found)
        if found != SCHEMA:
            raise InUseError("an older file was put in its place")

    def _begun(self, stack: ExitStack) -> str:
        """A transaction; on a full disk it begins with the room that was set aside for that."""
        from django.db.transaction import atomic  # noqa: PLC0415

        try:
            with calmly():
                stack.enter_context(atomic(using=self._connected().alias))
        except NoSpaceError:
            if not self.make_room():
                raise
            self._connected().close()
            stack.enter_context(atomic(using=self._connected().alias))
        return self._connected().alias

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
