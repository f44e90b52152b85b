"""Every coarse combination of answers, decided once and checked against every invariant, in two processes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from unforced.domain.answers import Answers, Level, Situation
from unforced.domain.guide import GUIDEBOOK, Guidebook, decide
from unforced.domain.practice import Family, Practice
from unforced.domain.shelf import Shelf
from unforced.proof.coarse import CAUTIOUS, Block, blocks
from unforced.proof.invariants import CHECKS, INWARD, Decision

BITS = {family: 1 << place for place, family in enumerate(sorted(INWARD))}
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
        visited, broken, opens = 0, [], []
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
                opens.append((sum([BITS.get(family, 0) for family in opened]), rung if Family.WARMTH in opened else -1))
        if self.compare:
            broken += list(_beyond_caution(block, opens))
        return Tally(visited, broken)


def _place(answers: Answers) -> str:
    return " ".join(f"{key}={value}" for key, value in answers._asdict().items() if isinstance(value, int))


def _beyond_caution(block: Block, opens: list[tuple[int, int]]) -> Iterator[str]:
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


def _compare(opens: list[tuple[int, int]], stride: int, period: int, step: int, name: str) -> Iterator[str]:
    for start in range(0, len(opens), period):
        unknown = opens[start : start + stride]
        instead = opens[start + step : start + step + stride]
        if unknown == instead:
            continue
        for (families, rung), (allowed, highest) in zip(unknown, instead, strict=True):
            if families & ~allowed or rung > highest:
                yield f"12: {name} unknown opens more than its cautious value"


def _worker(shelf: Shelf, mine: list[Block], results: multiprocessing.SimpleQueue[Tally]) -> None:
    checker = Checker(shelf)
    visited, broken = 0, []
    for block in mine:
        tally = checker.check(block)
        visited += tally.visited
        broken += tally.broken[:MOST_SHOWN]
    results.put(Tally(visited, broken[:MOST_SHOWN]))


def check_all(shelf: Shelf, share: int = 1, processes: int = 2) -> Tally:
    """All blocks, or every ``share``-th combination's worth of them, divided over processes."""
    chosen = [_thinned(block, share) for block in blocks()]
    context = multiprocessing.get_context("fork")
    results: multiprocessing.SimpleQueue[Tally] = context.SimpleQueue()
    workers = [context.Process(target=_worker, args=(shelf, chosen[n::processes], results)) for n in range(processes)]
    for worker in workers:
        worker.start()
    tallies = [results.get() for _ in workers]
    for worker in workers:
        worker.join()
    broken = [line for tally in tallies for line in tally.broken]
    return Tally(sum(tally.visited for tally in tallies), broken)


def _thinned(block: Block, share: int) -> Block:
    """A tenth: the same block with fewer steps on two of its axes, the cautious and the unknown ones kept."""
    if share == 1:
        return block
    axes: dict[str, tuple[Level, ...]] = dict(block.axes)
    for name in ("firmness", "energy", "soften", "safety"):
        if name in axes:
            axes[name] = tuple(v for v in axes[name] if v == CAUTIOUS[name] or v is axes[name][0])
    return block._replace(axes=axes)
