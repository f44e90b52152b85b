"""The file of a vault: where it lies, whether it is ours, how it comes to be and how it goes.

Rules: the folder is 0700 and the files 0600. A file appears under its name only when it is whole. A file that isn't
ours, or that a newer version wrote, is never touched.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from unforced.adapters.vault.refusals import calmly
from unforced.domain.errors import ForeignFileError, NewerFormatError

NAME = "vault.sqlite3"
OURS = 0x756E666F  # "unfo", in the header of the file
SCHEMA = 1
JOURNALS = ("-wal", "-shm", "-journal")


def schema_of(path: Path) -> int:
    """The version of a file's tables. ForeignFileError where it isn't ours, ReadOnlyError where it can't be opened."""
    with calmly(), closing(sqlite3.connect(path, timeout=5)) as database:
        database.execute("PRAGMA trusted_schema=OFF")
        ours = database.execute("PRAGMA application_id").fetchone()[0] == OURS
        schema = int(database.execute("PRAGMA user_version").fetchone()[0])
    if not ours:
        raise ForeignFileError("another program's file")
    return schema


def refuse_newer(schema: int, mine: int = SCHEMA) -> None:
    """NewerFormatError for tables that a newer version made."""
    if schema > mine:
        raise NewerFormatError(f"tables of version {schema}")


def make_file(path: Path, fill: Callable[[Path], None]) -> None:
    """A new file with what ``fill`` puts into it. It appears whole, or not at all; one that is there stays."""
    with calmly():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        fresh = path.with_name(f"new-{os.getpid()}-{path.name}")
        drop(fresh)
        try:
            os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            fill(fresh)
            stamp(fresh, SCHEMA)
            sync(fresh)
            with suppress(FileExistsError):  # somebody else was quicker, and theirs stays
                path.hardlink_to(fresh)
            sync(path.parent)
        finally:
            drop(fresh)


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
    """The sealed copies that were made before upgrades."""
    return sorted(path.parent.glob(f"before-*-{path.name}"))
