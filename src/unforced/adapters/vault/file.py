"""The file of a vault: where it lies, whether it is ours, how it comes to be and how it goes.

Rules: the folder is 0700 and the files 0600. A file appears under its name only when it is whole. A file that isn't
ours, or that a newer version wrote, is never touched.
"""

from __future__ import annotations

import errno
import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from unforced.adapters.vault.refusals import calmly
from unforced.domain.errors import ForeignFileError, NewerFormatError

NAME = "vault.sqlite3"
OURS = 0x756E666F  # "unfo", in the header of the file
SCHEMA = 1
SQLITE = b"SQLite format 3\0"
HEADER = 100
"""Bytes of SQLite's header: page size at 16, pages at 28, user version at 60, application id at 68."""
NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
JOURNALS = ("-wal", "-shm", "-journal")


def schema_of(path: Path) -> int:
    """The version of a file's tables, from its first bytes, without opening it as a database.

    ForeignFileError where it isn't ours or is cut short, ReadOnlyError where it can't be read. Nothing is written: a
    newer version's file is left with everything that lies beside it.
    """
    with calmly():
        with path.open("rb") as file:
            head = file.read(HEADER)
        size = path.stat().st_size
    if len(head) < HEADER or not head.startswith(SQLITE):
        raise ForeignFileError("no file of this kind")
    pages, schema, ours = (int.from_bytes(head[at : at + 4], "big") for at in (28, 60, 68))
    page = int.from_bytes(head[16:18], "big")
    short = size < pages * (page if page > 1 else 65536) and not _size(path.with_name(f"{path.name}-wal"))
    if ours != OURS or schema < 1 or short:  # what is missing may lie in the journal, where that was interrupted
        raise ForeignFileError("another program's file, or cut short")
    return schema


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def refuse_newer(schema: int, mine: int = SCHEMA) -> None:
    """NewerFormatError for tables that a newer version made."""
    if schema > mine:
        raise NewerFormatError(f"tables of version {schema}")


def make_file(path: Path, fill: Callable[[Path], None]) -> None:
    """A new file with what ``fill`` puts into it. It appears whole, or not at all; one that is there stays."""
    with calmly():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        fresh = path.with_name(f"new-0-{path.name}")
        with alone(path.parent):
            if path.exists():
                return  # somebody else was quicker, and theirs stays
            drop(path)  # a journal that a lost file left would be read into the new one
            drop(fresh)
            try:
                os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                fill(fresh)
                stamp(fresh, SCHEMA)
                sync(fresh)
                _name(fresh, path)
                sync(path.parent)
            finally:
                drop(fresh)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One at a time makes a file in a folder or takes one away, among threads and programs alike."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)


def _name(fresh: Path, path: Path) -> None:
    """Gives a whole file its name, where nothing has that name yet."""
    try:
        path.hardlink_to(fresh)
    except OSError as error:
        if error.errno not in NO_LINKS or path.exists():
            raise
        fresh.rename(path)  # a file system without links


def stamp(path: Path, schema: int) -> None:
    """Marks a file as ours, and leaves no journal beside it."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=DELETE")
        database.execute(f"PRAGMA application_id={OURS}")
        database.execute(f"PRAGMA user_version={schema}")


def sync(path: Path) -> None:
    """What was written to a file, or which names a folder holds, is on the disk."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def drop(path: Path) -> None:
    """Takes a file with its journals away. One that isn't there is already away."""
    for name in (path, *(path.with_name(path.name + journal) for journal in JOURNALS)):
        name.unlink(missing_ok=True)


def copies(path: Path) -> list[Path]:
    """The sealed copies that were made before upgrades, and what an interrupted upgrade left."""
    return sorted(
        found for kind in ("before-*", "new", "new-0", "half-*") for found in path.parent.glob(f"{kind}-{path.name}")
    )
