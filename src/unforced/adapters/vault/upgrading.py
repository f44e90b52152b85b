"""From an older version of the tables to the present one: a sealed copy first, then the steps, then a verified swap.

At every moment the file under its name is whole: the old one, or the new one. What a step gets is a copy.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from unforced.adapters.vault.file import SCHEMA, alone, drop, refuse_newer, schema_of, stamp, sync
from unforced.adapters.vault.refusals import calmly
from unforced.domain.errors import VaultError

Step = Callable[[sqlite3.Connection], None]
STEPS: Mapping[int, Step] = {}
"""By the version that a step starts from. Version 1 is the first, so there is none yet."""


def upgrade(path: Path, steps: Mapping[int, Step] = STEPS, wanted: int = SCHEMA) -> bool:
    """Brings a file to the wanted version; returns whether anything had to be done.

    NewerFormatError for a newer file, InUseError while another program has it open, VaultError where the new file
    doesn't hold what the old one did. In each case the old file is as it was.
    """
    found = schema_of(path)
    refuse_newer(found, wanted)
    if found == wanted:
        return False
    with (
        calmly(),
        alone(path.parent),  # nobody upgrades it twice, or takes it away meanwhile
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", 5, isolation_level=None, uri=True)) as old,
    ):
        old.execute("PRAGMA journal_mode=DELETE")  # no journal is left that could be taken for the new file's
        old.execute("BEGIN IMMEDIATE")  # nobody else writes from here on
        if int(old.execute("PRAGMA user_version").fetchone()[0]) != found:
            return False  # somebody else was quicker
        _copied(path, path.with_name(f"before-{found}-{path.name}"))
        fresh = path.with_name(f"new-{path.name}")
        _copied(path, fresh)
        for version in range(found, wanted):
            _stepped(fresh, steps[version])
        stamp(fresh, wanted)
        _verify(old, fresh)
        sync(fresh)
        fresh.replace(path)
        sync(path.parent)
    return True


def _copied(path: Path, into: Path) -> None:
    """A copy of a file that nobody writes to now. It has its name only when it is whole.

    It goes through SQLite: opening the file in another way and closing it again would let go of the lock (POSIX).
    """
    half = into.with_name(f"half-{into.name}")
    drop(half)
    drop(into)
    os.close(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(half)) as copy:
        old.backup(copy)
    sync(half)
    half.replace(into)


def _stepped(path: Path, step: Step) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete=ON")
        database.execute("BEGIN EXCLUSIVE")
        step(database)
        database.execute("COMMIT")


def _verify(old: sqlite3.Connection, path: Path) -> None:
    """The new file is whole, and holds every person and every page of the old one, with the same seals."""
    with closing(sqlite3.connect(path)) as new:
        whole = new.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        same = all(
            old.execute(question).fetchall() == new.execute(question).fetchall()
            for question in (
                "SELECT id, passphrase_lock, code_lock, register FROM person ORDER BY id",
                "SELECT person_id, name, sealed, goes_on FROM page ORDER BY person_id, name",
            )
        )
    if not (whole and same):
        drop(path)
        raise VaultError("the new file doesn't hold what the old one did")
