"""Kill -9 while an older file is brought to a newer version of the tables. It is the old one or the new one.

The step adds a column and fills it row by row, slowly enough to be hit. Every second file has pages that are still in
its journal. After each kill the file must be of version 1 without the column, or of version 2 with every row filled;
whole; with every page, and every page opening. Upgrading it again must end at version 2. The copy from before, where
there is one under its name, must be whole and of version 1.

Control: the same step on the file itself, without a copy and without a transaction.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from bench.faults.ground import (
    Found,
    asked,
    begin,
    close_files,
    document,
    ended_after,
    passing_folder,
    whole,
)
from unforced.adapters.vault.contents import all_opened
from unforced.adapters.vault.file import NAME, schema_of
from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.sealing.register import open_register
from unforced.adapters.vault.upgrading import upgrade
from unforced.domain.page import Page

MANY = 200
PAGES = 200
A_ROW = 0.0002  # seconds that the step takes for a row, at the least


class Old(NamedTuple):
    """A file of version 1, and what opens its pages."""

    folder: Path
    keys: Keys


def step(database: sqlite3.Connection) -> None:
    """A column more, filled row by row."""
    database.execute("ALTER TABLE page ADD COLUMN size INTEGER")
    for (row,) in database.execute("SELECT rowid FROM page").fetchall():
        database.execute("UPDATE page SET sealed = sealed, size = length(sealed) WHERE rowid = ?", (row,))
        time.sleep(A_ROW)


def _in_place(path: Path) -> None:
    """The control: row after row in the file itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous=OFF")  # a kill doesn't need the disk to be waited for
        step(database)
        database.execute("PRAGMA user_version=2")


def _ours(path: Path) -> None:
    upgrade(path, {1: step}, 2)


def _old_file(folder: Path) -> Keys:
    """A file of version 1, the last pages of it only in the journal."""
    ground = begin(folder)
    chance = random.Random(1)
    for number in range(PAGES):
        if number == PAGES * 3 // 4:
            close_files()
        ground.vault.inside.keep(Page("", 0, document(chance, chance.choice((100, 800, 3000)))))
    return ground.keys


def _seen(folder: Path, keys: Keys) -> dict[str, Any]:
    """What is in the folder after a kill. Nothing is upgraded by looking."""
    copy = [(schema_of(path), whole(folder, path.name)) for path in folder.glob(f"before-*-{NAME}")]
    with closing(sqlite3.connect(folder / NAME)) as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(page)")]
        filled = database.execute("SELECT count(size) FROM page").fetchone()[0] if "size" in columns else -1
        rows = dict(database.execute("SELECT name, sealed FROM page"))
        register = open_register(database.execute("SELECT register FROM person").fetchone()[0], keys)
    opened = all_opened(rows, register, keys)
    schema = schema_of(folder / NAME)
    right_form = filled == (-1 if schema == 1 else PAGES)
    every = len(opened.pages) == PAGES and not opened.damaged and whole(folder)
    left = [path.name for path in folder.iterdir() if path.name.startswith(("new-", "half-"))]
    return {"schema": schema, "half": not (right_form and every), "copy": copy, "left": left}


def _again(folder: Path, keys: Keys) -> dict[str, Any]:
    """What is there once upgrading was tried again."""
    _ours(folder / NAME)
    return _seen(folder, keys)


def _duration(template: Path, change: Callable[[Path], None]) -> float:
    """Seconds that the whole change takes undisturbed."""
    with passing_folder() as folder:
        shutil.copytree(template, folder, dirs_exist_ok=True)
        began = time.perf_counter()
        change(folder / NAME)
        return time.perf_counter() - began


def kills(many: int, change: Callable[[Path], None], old: list[Old], again: bool) -> list[dict[str, Any]]:
    """What was there after each of so many kills, and after trying again."""
    chance, found = random.Random(200), []
    lasts = asked(partial(_duration, old[0].folder, change))
    for each in range(many):
        template, keys = old[each % 2]
        with passing_folder() as folder:
            shutil.copytree(template, folder, dirs_exist_ok=True)
            ended_after(partial(_then_wait, change, folder), chance.uniform(0, lasts * 1.7))
            seen = asked(partial(_seen, folder, keys))
            found.append({**seen, "again": asked(partial(_again, folder, keys)) if again else None})
    return found


def _old_files(place: Path) -> list[Old]:
    """Two files of version 1, the first closed neatly, the second as a program leaves it that was ended."""
    old = [Old(path, Keys(*map(bytes.fromhex, asked(partial(_made, path))))) for path in (place / "1", place / "2")]
    schema_of(old[0].folder / NAME)  # the last one who closes it empties the journal
    return old


def _made(path: Path) -> tuple[str, str]:
    keys = _old_file(path)
    return keys.person.hex(), keys.person_key.hex()


def _then_wait(change: Callable[[Path], None], folder: Path, _: int) -> None:
    change(folder / NAME)
    time.sleep(60)


def measure(many: int = MANY) -> Found:
    """So many kills, and a tenth as many of the control."""
    number = max(many // 10, 12)
    with passing_folder() as place:
        old = _old_files(place)
        found = kills(many, _ours, old, again=True)
        halves = sum(each["half"] for each in kills(number, _in_place, old, again=False))
    again = [each["again"] for each in found]
    half = sum(each["half"] or any(not ok or schema != 1 for schema, ok in each["copy"]) for each in found)
    figures: dict[str, int | float | str] = {
        "old": sum(each["schema"] == 1 for each in found),
        "new": sum(each["schema"] == 2 for each in found),
        "half": half,
        "with a sealed copy from before": sum(bool(each["copy"]) for each in found),
        "with an unfinished file beside it": sum(bool(each["left"]) for each in found),
        "at the new version when tried again": sum(x["schema"] == 2 and not x["half"] for x in again),
        "unfinished files left after that": sum(len(x["left"]) for x in again),
    }
    holds = not half and all(x["schema"] == 2 and not x["half"] and not x["left"] for x in again)
    control = f"in place and without a transaction: {halves} of {number} half"
    return Found("migration", f"{many} kills", "old or new, never half", figures, holds, control, halves > 0)
