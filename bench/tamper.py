"""Every bit of fifty pages flipped, every two of them swapped, older states put back: how much of it is refused.

    python -m bench.tamper [--tenth]

Fails unless all of it is refused, each with the one answer that belongs to it. Two controls open pages in a careless
way, and have to let some of it through; else the figure would show nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import permutations
from pathlib import Path

from bench.tampering.pages import (
    Known,
    Opening,
    by_its_head,
    by_the_register,
    fifty_pages,
    without_associated_data,
    without_binding,
)
from bench.tampering.replays import replays
from bench.tampering.tally import Tally, answer_of
from unforced.adapters.vault.memory_store import MemoryStore
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import KeyDoesNotFitError, NewerFormatError, PageDamagedError


def flips(pages: list[Known], opening: Opening, every: int) -> Tally:
    """Each bit of each page the other way round (with ``every``: one bit in so many)."""
    tally = Tally()
    for at, known in enumerate(pages):
        for bit in range(at % every, 8 * len(known.sealed), every):
            changed = bytearray(known.sealed)
            changed[bit // 8] ^= 1 << bit % 8
            wanted = wanted_of(bit // 8, changed[4], opening)
            tally.take(answer_of(partial(opening, bytes(changed), known)), wanted)
    return tally


def wanted_of(byte: int, version: int, opening: Opening) -> str:
    """The one answer that a bit flipped in this byte has to get."""
    if byte == 4 and version > 1:
        return NewerFormatError.code
    in_the_person = 5 <= byte < 21 and opening is not without_associated_data
    return KeyDoesNotFitError.code if in_the_person else PageDamagedError.code


def swaps(pages: list[Known], opening: Opening) -> Tally:
    """Each page in the place of each other: another person's, another page's, another revision."""
    tally = Tally()
    for known, other in permutations(pages, 2):
        foreign = other.keys is not known.keys and opening is by_its_head
        wanted = KeyDoesNotFitError.code if foreign else PageDamagedError.code
        tally.take(answer_of(partial(opening, other.sealed, known)), wanted)
        for field_at in (slice(5, 21), slice(21, 37), slice(37, 45), slice(5, 45)):
            changed = bytearray(other.sealed)
            changed[field_at] = known.sealed[field_at]
            if bytes(changed) == other.sealed:
                continue  # the same person's, the same page's or the same revision anyway
            stays_foreign = bytes(changed[5:21]) != known.keys.person and opening is by_its_head
            wanted = KeyDoesNotFitError.code if stays_foreign else PageDamagedError.code
            tally.take(answer_of(partial(opening, bytes(changed), known)), wanted)
    return tally


def measured(tenth: bool) -> Iterator[tuple[str, Tally]]:
    """Every figure."""
    pages, every, rounds = fifty_pages(), 10 if tenth else 1, 1 if tenth else 5
    for way, opening in {"by the seal alone": by_its_head, "by the register": by_the_register}.items():
        yield f"bits flipped, {way}", flips(pages, opening, every)
        yield f"pages swapped, {way}", swaps(pages, opening)
    yield "older revisions put back, in memory", replays(MemoryStore(), rounds)
    with tempfile.TemporaryDirectory() as folder:
        yield "older revisions put back, in a file", replays(TableStore(Path(folder) / "vault"), rounds)


def controls(tenth: bool) -> Iterator[tuple[str, Tally]]:
    """What has to let some of it through."""
    careless = [without_binding(known) for known in fifty_pages()]
    yield (
        "control, sealed without associated data: bits flipped",
        flips(careless[:5], without_associated_data, 10 if tenth else 1),
    )
    yield "control, sealed without associated data: swapped", swaps(careless, without_associated_data)
    yield "control, the register of then put back too", replays(MemoryStore(), 1, with_its_register=True)


def main() -> int:
    """Prints every figure; 1 where anything was opened, answered amiss, or a control let nothing through."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenth", action="store_true", help="a tenth of the bits")
    tenth = parser.parse_args().tenth
    well, tried, refused = True, 0, 0
    for what, tally in measured(tenth):
        tally.say(what)
        well = well and not tally.amiss and not tally.opened
        tried, refused = tried + tally.tried, refused + tally.tried - tally.opened
    print(f"in all: {tried:,} tried, {refused:,} refused ({100 * refused / tried:.4f} %)")
    for what, tally in controls(tenth):
        print(f"{what}: {tally.opened:,} of {tally.tried:,} opened")
        well = well and tally.opened > 0
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
