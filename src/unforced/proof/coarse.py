"""Coarse answers: for each key the values between which the guide can tell a difference, and unknown.

Axes hold the cautious value of invariant 12 wherever there is one, so that an unknown can be compared with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from unforced.domain.answers import MIXED, UNKNOWN, Answers, Choice, Facts, Level, Memory, Never, Situation
from unforced.domain.practice import Family
from unforced.domain.resistance import Kind as K

U = UNKNOWN
AXES: dict[str, tuple[Level, ...]] = {
    "presence": (U, 1, 2, 3),
    "arousal": (U, -2, 0, 2, MIXED),
    "distress": (U, 6, 7, 8, 10),
    "safety": (U, 0, 1, 2),
    "energy": (U, 0, 2),
    "firmness": (U, 0, 2, 3),
    "blend": (U, 2, 3, 4),
    "toward": (U, -2, -1, 0, 1, 2),
    "soften": (U, -1, 0, 1),
}
CAUTIOUS: dict[str, Level] = {
    # Invariant 12: an unknown answer opens no more than this value would in its place.
    "presence": 2,
    "arousal": 0,
    "distress": 7,
    "safety": 2,
    "energy": 2,
    "firmness": 0,
    "toward": 0,
    "soften": 0,
}
KINDS: tuple[frozenset[K], ...] = (
    frozenset(),
    frozenset({K.FLOODED, K.TWO_SIDES}),
    frozenset({K.NUMB, K.UNDESERVED, K.FAKE}),
    frozenset({K.DANGER, K.CRITIC_VOICE}),
)
FEW: dict[str, tuple[Level, ...]] = {
    "presence": (U, 2, 3),
    "arousal": (U, 0),
    "distress": (U, 6, 8),
    "firmness": (U, 3),
    "blend": (U, 2, 4),
    "toward": (U, -1, 0, 1),
}
MORE_KINDS: tuple[frozenset[K], ...] = (frozenset(), frozenset({K.NUMB}), frozenset({K.JUST_NO}), frozenset({K.TENSE}))
OUTWARD_REFUSED = frozenset({Family.ORIENT, Family.MOVE, Family.CONTACT, Family.OBJECT, Family.ACKNOWLEDGE, Family.SEE})
REFUSED: tuple[frozenset[Family], ...] = (
    frozenset(),
    OUTWARD_REFUSED,  # so that what is inward comes to the front
    OUTWARD_REFUSED | {Family.ASK, Family.TOUCH, Family.MOMENT, Family.REST, Family.NOTE},
)
RUNGS: tuple[Level, ...] = (U, 0, 4)
SPENT = (
    Memory(),
    Memory(inward_s=120),
    Memory(inward_s=180, outward_due=True),
    Memory(inward_s=30, inward_over=True),
)
MEMORIES: tuple[Memory, ...] = tuple(
    spent._replace(refused=refused, was_low=low, rung=rung, surged=surged)
    for refused, low, rung, spent, surged in product(REFUSED, (False, True), RUNGS, SPENT, (False, True))
)
NEVERS: tuple[frozenset[Never], ...] = (
    frozenset(),
    frozenset({Never.BREATH, Never.EYES_CLOSED}),
    frozenset({Never.TOUCH, Never.IMAGERY}),
    frozenset({Never.BODY, Never.SOUND}),
    frozenset(Never),
)


class Block(NamedTuple):
    """A full product of axes under fixed kinds, facts and memory; ``keys`` in the order of Answers."""

    axes: dict[str, tuple[Level, ...]]
    kinds: frozenset[K]
    facts: Facts = Facts()
    memory: Memory = Memory()
    never: frozenset[Never] = frozenset()
    choice: Choice | None = None

    def situations(self) -> Iterator[Situation]:
        """Every combination, the last axis turning fastest."""
        fixed = Answers(kinds=self.kinds, never=self.never, choice=self.choice or UNKNOWN)
        order = [name for name in Answers._fields if name in self.axes]
        places = [Answers._fields.index(name) for name in order]
        row = list(fixed)
        for values in product(*(self.axes[name] for name in order)):
            for place, value in zip(places, values, strict=True):
                row[place] = value
            yield Situation(Answers._make(row), self.facts, self.memory)


def blocks() -> list[Block]:
    """Answers in full under each group of kinds; facts and memories over fewer answers."""
    full = [Block(AXES, kinds) for kinds in KINDS]
    flags = [Facts._make(bits) for bits in product((False, True), repeat=len(Facts._fields))]
    facts = [Block(FEW, kinds, facts) for facts in flags for kinds in MORE_KINDS[:2]]
    picked = [Block(FEW, kinds, choice=choice) for kinds in MORE_KINDS for choice in Choice]
    # *stayed* as well as not, since that opens what a low state closed.
    kept = [
        Block(FEW, kinds, Facts(stayed=stayed), memory, never)
        for memory in MEMORIES
        for stayed, kinds, never in (
            (False, frozenset(), NEVERS[0]),
            (True, MORE_KINDS[1], NEVERS[1]),
            (True, frozenset(), NEVERS[2]),
            (False, MORE_KINDS[3], NEVERS[3]),
            (True, frozenset(), NEVERS[4]),
        )
    ]
    return full + facts + picked + kept
