"""What was forgotten is not in any file of the folder any more.

A hundred pages are forgotten now, one by one; a hundred were forgotten seven days ago and are swept away while the
vault is locked. Each was kept in three revisions of different sizes among pages that stay, and a sealed copy from
before an upgrade holds them too. Then every file is looked through for their sealed bytes, of every revision: nonce
with the first 64 bytes of text, and the wrapped key. Looked at are files, not the blocks a disk may keep after them.

Controls: the same sealed bytes are found before anything is forgotten; and with secure_delete off some are found
afterwards.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import NamedTuple

from bench.faults.ground import NOON, Found, Ground, begin, close_files, document, passing_folder
from unforced.adapters.vault.file import NAME
from unforced.adapters.vault.framework import PRAGMAS, alias_for
from unforced.adapters.vault.sealed_vault import DAY
from unforced.adapters.vault.sealing.pages import BEFORE_TEXT, HEAD, NONCE
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.page import UNDO_DAYS, Page

MANY = 100
SIZES = (100, 700, 3000, 12000)
REVISIONS = 3
WEEK = UNDO_DAYS * DAY
CARELESS = PRAGMAS.replace("secure_delete=ON", "secure_delete=OFF")


class Clock:
    """A clock that a bench can move."""

    def __init__(self) -> None:
        self.now = float(NOON)

    def __call__(self) -> float:
        return self.now


class Traces(NamedTuple):
    """What of a sealed page would tell that it is still there, of each of its revisions."""

    page: str
    traces: frozenset[bytes]


def _traces(sealed: bytes) -> frozenset[bytes]:
    wrapped = sealed[HEAD.size : BEFORE_TEXT - NONCE]
    return frozenset([wrapped, sealed[BEFORE_TEXT - NONCE : BEFORE_TEXT + 64]])


def _sealed(folder: Path, page: str) -> bytes:
    with TableStore(folder).change() as change:
        change.person()
        sealed = change.page(bytes.fromhex(page))
    assert sealed is not None, "kept a moment ago"
    return sealed


def _kept(ground: Ground, many: int, chance: random.Random) -> list[Traces]:
    """Pages in several revisions of different sizes."""
    kept: dict[str, set[bytes]] = {}
    pages = [Page("", 0, {}) for _ in range(many)]
    for _ in range(REVISIONS):
        for place, page in enumerate(pages):
            pages[place] = ground.vault.inside.keep(
                Page(page.id, page.revision, document(chance, chance.choice(SIZES)))
            ).page
            kept.setdefault(pages[place].id, set()).update(_traces(_sealed(ground.folder, pages[place].id)))
    return [Traces(page, frozenset(traces)) for page, traces in kept.items()]


def left_of(folder: Path, kept: list[Traces]) -> tuple[int, set[str]]:
    """How many of these pages left a trace, and the names of the files that hold one."""
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    left, where = 0, set()
    for each in kept:
        holding = {name for name, held in files.items() if any(trace in held for trace in each.traces)}
        left += bool(holding)
        where |= holding
    return left, where


def forgetting(many: int, pragmas: str = PRAGMAS) -> dict[str, int]:
    """Forgets so many pages now and so many in seven days; counts what is left, and what stays."""
    chance, clock = random.Random(7), Clock()
    with passing_folder() as folder:
        alias_for(folder / NAME, pragmas)
        ground = begin(folder, clock)
        now, later, staying = (_kept(ground, many, chance) for _ in range(3))
        before, _ = left_of(folder, [*now, *later])
        shutil.copy(folder / NAME, folder / f"before-0-{NAME}")
        for each in now:
            ground.vault.inside.forget_now(each.page)
        left_now, _ = left_of(folder, now)
        for each in later:
            ground.vault.inside.forget(each.page)
        ground.vault.lock()
        clock.now += WEEK
        ground.vault.sweep()
        left_later, _ = left_of(folder, later)
        close_files()
        left_closed, _ = left_of(folder, [*now, *later])
        there, _ = left_of(folder, staying)
    return {"before": before, "now": left_now, "later": left_later, "closed": left_closed, "staying": there}


def measure(many: int = MANY) -> Found:
    """So many pages of each kind, and as many of the control."""
    found, careless = forgetting(many), forgetting(many, CARELESS)
    figures: dict[str, int | float | str] = {
        "found before anything was forgotten": f"{found['before']} of {2 * many}",
        "found of those forgotten now": found["now"],
        "found of those forgotten seven days ago": found["later"],
        "found of both once the file was closed": found["closed"],
        "pages that stay, found": f"{found['staying']} of {many}",
    }
    holds = not (found["now"] + found["later"] + found["closed"])
    alive = found["before"] == 2 * many and found["staying"] == many
    left = careless["now"] + careless["later"]
    said = f"without secure_delete: {left} of {2 * many} found"
    return Found("forgotten", f"{many} now, {many} a week ago", "0 found", figures, holds, said, left > 0 and alive)
