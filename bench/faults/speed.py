"""How quickly a vault opens, and what ten years of it take: 3,650 documents of about 3 kB, a visit each.

Unlocking is measured at the real cost of stretching a passphrase. What is kept is opened by another process each
time, which unlocks first; only the opening of the pages is timed. Keeping is measured with all of them there. The
file is filled in changes of many pages through the store, since keeping one by one would measure nothing more.

Control: the same pages opened one by one, which must take longer than opening all of them may.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial
from os import urandom
from pathlib import Path

from bench.faults.ground import (
    NOON,
    PHRASE,
    Found,
    Ground,
    asked,
    begin,
    close_files,
    document,
    middle,
    passing_folder,
)
from unforced.adapters.vault.documents import written
from unforced.adapters.vault.keyhole import NAME, row_of
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import COST
from unforced.adapters.vault.sealing.pages import seal, tag_of
from unforced.adapters.vault.sealing.register import Entry, Register, seal_register
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.page import Page

MANY = 3650
A_VISIT = 3000  # bytes
UNLOCK_S, OPEN_ALL_S, KEEP_MS = 1.0, 0.5, 150
UNLOCKS, OPENINGS, KEEPS = 7, 5, 100


def _seconds(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began


def fill(ground: Ground, many: int) -> None:
    """Ten years of visits, in one change."""
    chance, entries = random.Random(10), dict[bytes, Entry]()
    with TableStore(ground.folder).change() as change:
        row = row_of(change)
        for _ in range(many):
            name = urandom(NAME)
            content = written(document(chance, chance.randrange(A_VISIT // 2, A_VISIT * 3 // 2)))
            sealed = seal(content, name, 1, ground.keys, urandom)
            change.put_page(name, sealed)
            entries[name] = Entry(1, tag_of(sealed))
        register = seal_register(Register(many + 1, entries), ground.keys, urandom)
        change.put_person(row._replace(register=register))


def _unlocked(folder: Path) -> SealedVault:
    vault = SealedVault(TableStore(folder), lambda: NOON)
    vault.unlock(PHRASE)
    return vault


def _opened(folder: Path, one_by_one: bool) -> tuple[float, int]:
    """Seconds to open every page, and how many there are."""
    inside = _unlocked(folder).inside
    if one_by_one:
        names = [page.id for page in inside.open_all().pages]
        return _seconds(lambda: [inside.open(name) for name in names]), len(names)
    return _seconds(inside.open_all), len(inside.open_all().pages)


def _keeping(folder: Path) -> list[float]:
    """Milliseconds of each keep, every second one a further revision, in order of length."""
    inside, chance, taken = _unlocked(folder).inside, random.Random(11), list[float]()
    for page in inside.open_all().pages[:KEEPS]:
        content = document(chance, A_VISIT)
        known = Page(page.id, page.revision, content) if len(taken) % 2 else Page("", 0, content)
        taken.append(_seconds(partial(inside.keep, known)) * 1000)
    return sorted(taken)


def measure(many: int = MANY) -> Found:
    """Ten years, or so many pages."""
    with passing_folder() as folder:
        ground = begin(folder, cost=COST)
        unlocks = [_seconds(partial(ground.vault.unlock, PHRASE)) for _ in range(UNLOCKS)]
        fill(ground, many)
        close_files()
        size = sum(path.stat().st_size for path in folder.iterdir())
        opened = [asked(partial(_opened, folder, False)) for _ in range(OPENINGS)]
        apart = asked(partial(_opened, folder, True))[0]
        keeps = asked(partial(_keeping, folder))
    unlock, opening, keep = middle(unlocks), middle([each[0] for each in opened]), keeps[int(len(keeps) * 0.95)]
    figures: dict[str, int | float | str] = {
        "unlocking, seconds (median of 7)": unlock,
        "pages": opened[0][1],
        "opening all of them, seconds (median of 5)": opening,
        "keeping, p95 in ms with all of them there": round(keep, 1),
        "size of the folder in MB": round(size / 1e6, 1),
    }
    holds = unlock <= UNLOCK_S and opening <= OPEN_ALL_S and keep <= KEEP_MS and opened[0][1] == many
    must = f"unlock ≤ {UNLOCK_S:.0f} s, open all ≤ {OPEN_ALL_S} s, keep p95 ≤ {KEEP_MS} ms"
    control = f"one by one: {apart:.2f} s"
    return Found("speed", f"{many} pages", must, figures, holds, control, apart > OPEN_ALL_S * many / MANY)
