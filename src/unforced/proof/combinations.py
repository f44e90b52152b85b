"""Every coarse combination of answers, decided once and checked against every invariant, in two processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from unforced.domain.answers import Answers, Level, Situation
from unforced.domain.guide import GUIDEBOOK, Guidebook, decide
from unforced.domain.practice import Family, Practice
from unforced.domain.shelf import Shelf
from unforced.proof.coarse import CAUTIOUS, Block, blocks
from unforced.proof.invariants import CHECKS, INWARD, Decision

BITS = {family: 1 << place for place, family in enumerate(sorted(INWARD))}
RUNG_BITS = 3
RUNGS = 1 << RUNG_BITS
MOST_SHOWN = 20
REPEAT_EVERY = 50


class Tally(NamedTuple):
    """How many combinations were visited, and what broke: the invariant and where."""

    visited: int
    broken: list[str]


Blind = Callable[[Situation], Situation]


class Checker:
    """Decides and checks the blocks it is given.

    For the controls, ``book`` may be broken, ``blind`` may hide something from the guide that the checks still see,
    and ``practices`` may differ from what the guide believes is on the shelf.
    """

    def __init__(
        self,
        shelf: Shelf,
        book: Guidebook = GUIDEBOOK,
        only: str = "",
        blind: Blind | None = None,
        practices: Mapping[str, Practice] | None = None,
    ) -> None:
        self.shelf = shelf
        self.book = book
        self.blind = blind
        self.checks = {name: check for name, check in CHECKS.items() if only in ("", name)}
        self.compare = only in ("", "12")
        self.repeat = only in ("", "17")
        self.practices = practices or {practice.id: practice for practice in shelf}

    def check(self, block: Block) -> Tally:
        """Every situation of a block."""
        visited = 0
        broken: list[str] = []
        opens: list[int] = []
        for situation in block.situations():
            visited += 1
            seen = self.blind(situation) if self.blind else situation
            opened, rung, now = decide(seen, self.shelf, self.book)
            decision = Decision(situation, opened, rung, now, self.practices)
            for name, check in self.checks.items():
                if not check(decision):
                    broken.append(f"{name}: {_place(situation.answers)}")
            if self.repeat and visited % REPEAT_EVERY == 0 and decide(seen, self.shelf, self.book)[2] != now:
                broken.append("17: the same answers gave something else")
            if self.compare:
                opens.append(_opens(opened, rung))
        if self.compare:
            broken += list(_beyond_caution(block, opens))
        return Tally(visited, broken)


def _opens(opened: tuple[Family, ...], rung: int) -> int:
    """What is open of what invariant 12 is about, as one number: the inward families, and the rung plus one."""
    families = sum([BITS[family] for family in opened if family in BITS])
    return families << RUNG_BITS | (rung + 1 if Family.WARMTH in opened else 0)


def _place(answers: Answers) -> str:
    return " ".join(f"{key}={value}" for key, value in answers._asdict().items() if isinstance(value, int))


def _beyond_caution(block: Block, opens: list[int]) -> Iterator[str]:
    """12: wherever an answer is unknown, nothing is open that the cautious value would not open in its place."""
    order = [name for name in Answers._fields if name in block.axes]
    stride = 1
    for name in reversed(order):
        values = block.axes[name]
        cautious = CAUTIOUS.get(name)
        if cautious in values:
            step = stride * values.index(cautious)
            yield from _compare(opens, stride, stride * len(values), step, name)
        stride *= len(values)


def _compare(opens: list[int], stride: int, period: int, step: int, name: str) -> Iterator[str]:
    for start in range(0, len(opens), period):
        unknown = opens[start : start + stride]
        instead = opens[start + step : start + step + stride]
        if unknown == instead:
            continue
        for here, there in zip(unknown, instead, strict=True):
            if here != there and (here >> RUNG_BITS & ~(there >> RUNG_BITS) or here % RUNGS > there % RUNGS):
                yield f"12: {name} unknown opens more than its cautious value"


def check_blocks(shelf: Shelf, mine: list[Block]) -> Tally:
    """Several blocks after one another."""
    checker = Checker(shelf)
    tallies = [checker.check(block) for block in mine]
    broken = [line for tally in tallies for line in tally.broken[:MOST_SHOWN]]
    return Tally(sum(tally.visited for tally in tallies), broken[:MOST_SHOWN])


def thinned_blocks(share: int) -> list[Block]:
    """All blocks, or with ``share`` 10 about a tenth of their combinations."""
    return [_thinned(block, share) for block in blocks()]


def _thinned(block: Block, share: int) -> Block:
    """A tenth: the same block with fewer steps on two of its axes, the cautious and the unknown ones kept."""
    if share == 1:
        return block
    axes: dict[str, tuple[Level, ...]] = dict(block.axes)
    for name in ("firmness", "energy", "soften", "safety"):
        if name in axes:
            axes[name] = tuple(v for v in axes[name] if v == CAUTIOUS[name] or v is axes[name][0])
    return block._replace(axes=axes)
