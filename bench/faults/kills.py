"""Kill -9 while writing. What was acknowledged is there, and no page is half.

A child keeps pages as fast as it can and writes down what it holds, and what was acknowledged. It is killed at some
moment between 5 and 60 ms. A fresh opening, in a process of its own, must find every acknowledged page at that
revision or a later one. Every other opening leaves the journal as it is, so that it grows and is emptied under kills.

Controls: whoever acknowledged a page when it was handed over would have lost it; and a store that writes page and
register one after the other, not in one change, leaves halves.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bench.faults.ground import (
    Found,
    asked,
    begin,
    close_files,
    document,
    ended_after,
    inside_of,
    passing_folder,
    proves_itself,
    say,
    whole,
)
from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.table_change import TableChange
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.page import Page

MANY = 1000
A_FOLDER = 100  # cycles, then a new vault
MOST = 40  # pages in a vault
SIZES = (40, 700, 3000, 9000, 50000)
SOONEST, LATEST = 0.005, 0.060  # seconds


class Unjoined(TableStore):
    """A store without changes: every row for itself."""

    @contextmanager
    def change(self) -> Iterator[TableChange]:
        """Nothing is held together."""
        self._fits()
        yield TableChange(self._connected().alias)


@dataclass
class Ledger:
    """What was acknowledged in one vault (page: revision, digest), and what was found."""

    kept: dict[str, tuple[int, str]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    half: set[str] = field(default_factory=set)
    acknowledged: int = 0
    in_hand: int = 0
    in_hand_gone: int = 0

    def hear(self, lines: list[list[Any]]) -> str | None:
        """Takes in what a child wrote; returns the digest of the page that it had in hand when it was killed."""
        for name, revision, digest in (line[1:] for line in lines if line[0] == "kept"):
            self.kept[name] = (revision, digest)
            self.acknowledged += 1
        return str(lines[-1][1]) if lines and lines[-1][0] == "in hand" else None

    def compare(self, seen: dict[str, Any], in_hand: str | None) -> None:
        """What a fresh opening shows, beside what was acknowledged."""
        pages = seen["pages"]
        for name, (revision, digest) in self.kept.items():
            found, its = pages.get(name, (0, ""))
            if found < revision or (found == revision and its != digest):
                self.lost.add(name)
        self.half |= {*seen["damaged"], *(["the file"] if not seen["whole"] else [])}
        self.in_hand += in_hand is not None
        self.in_hand_gone += in_hand is not None and in_hand not in {digest for _, digest in pages.values()}


def _writing(store: TableStore, keys: Keys, pages: dict[str, int], seed: int, pipe: int) -> None:
    """Keeps new pages and further revisions until somebody ends it."""
    chance = random.Random(seed)
    inside = inside_of(store, keys)
    while True:
        fresh = not pages or (len(pages) < MOST and chance.random() < 0.3)
        name = "" if fresh else chance.choice(list(pages))
        content = document(chance, chance.choice(SIZES))
        say(pipe, "in hand", content["digest"])
        kept = inside.keep(Page(name, pages.get(name, 0), content)).page
        say(pipe, "kept", kept.id, kept.revision, content["digest"])
        pages[kept.id] = kept.revision


def _seen(folder: Path, keys: Keys, leave_tidy: bool) -> dict[str, Any]:
    """What a fresh opening shows."""
    opened = inside_of(TableStore(folder), keys).open_all()
    broken = [page.id for page in opened.pages if not proves_itself(page.document)]
    pages = {page.id: (page.revision, page.document["digest"]) for page in opened.pages}
    seen = {"pages": pages, "damaged": [*opened.damaged, *broken], "whole": whole(folder)}
    if leave_tidy:
        close_files()
    return seen


def _one_vault(folder: Path, cycles: int, chance: random.Random, store: type[TableStore] = TableStore) -> Ledger:
    """So many kills in one vault."""
    keys, ledger, revisions = begin(folder).keys, Ledger(), dict[str, int]()
    close_files()
    for cycle in range(cycles):
        seed = chance.getrandbits(32)
        wait = chance.uniform(SOONEST, LATEST)
        lines = ended_after(partial(_writing, store(folder), keys, revisions, seed), wait)
        in_hand = ledger.hear(lines)
        seen = asked(partial(_seen, folder, keys, cycle % 2 == 0))
        ledger.compare(seen, in_hand)
        revisions = {name: revision for name, (revision, _) in seen["pages"].items()}
    return ledger


def _vaults(many: int, chance: random.Random, store: type[TableStore] = TableStore) -> list[Ledger]:
    ledgers = []
    for first in range(0, many, A_FOLDER):
        with passing_folder() as folder:
            ledgers.append(_one_vault(folder, min(A_FOLDER, many - first), chance, store))
    return ledgers


def measure(many: int = MANY) -> Found:
    """So many kills, and a tenth as many of a store without changes."""
    chance = random.Random(9)
    ledgers = _vaults(many, chance)
    unjoined = sum(len(ledger.half) for ledger in _vaults(max(many // 10, 20), chance, Unjoined))
    lost, half = (sum(len(each) for each in sets) for sets in zip(*((x.lost, x.half) for x in ledgers), strict=True))
    gone, in_hand = sum(x.in_hand_gone for x in ledgers), sum(x.in_hand for x in ledgers)
    figures: dict[str, int | float | str] = {
        "acknowledged": sum(x.acknowledged for x in ledgers),
        "killed with a page in hand": in_hand,
        "acknowledged and lost": lost,
        "half": half,
    }
    control = f"acknowledged early: {gone} of {in_hand} lost; page and register apart: {unjoined} halves"
    must = "0 acknowledged pages lost, 0 half pages"
    return Found("kills", f"{many} kills while writing", must, figures, not lost + half, control, gone * unjoined > 0)
