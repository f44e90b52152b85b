"""The inner map: the parts a person confirmed, and what they say is between them. Nothing on it is scored.

Rules:
- Only what the person said is on it. Two parts may have one name, or none; they are told apart by key.
- What a change touched can be put back for seven days, the last change first; then its words are gone.
- Days are proleptic ordinals. The deeds are in map_changes.py; each makes a new map and leaves the old one as it was.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from unforced.domain.errors import NoLongerThereError
from unforced.domain.part import Part
from unforced.domain.ties import Between, Tie, tied

WIDTH = 1000
"""Spots are counted in thousandths of the map's width, across and down."""
DEEPEST = 40_000
SPAN = 100_000
"""How many keys a map gives from its own beginning (``base``) before it would meet those of another one."""


class Spot(NamedTuple):
    """Where the person put a part by hand: across 0 to WIDTH, down 0 to DEEPEST, both to its middle."""

    key: int = 0
    across: int = 0
    down: int = 0


class Happened(StrEnum):
    """What a change was."""

    MET = "met"
    RENAMED = "renamed"
    RETOLD = "retold"
    JOINED = "joined"
    LET_GO = "let_go"
    TIED = "tied"
    UNTIED = "untied"
    LOOSENED = "loosened"
    PUT = "put"
    LEFT = "left"


class Change(NamedTuple):
    """One change, and all that is needed to take it back.

    ``number`` (from 1) tells it from every other change of this map; ``key`` is the part it was about, for a tie one of
    the two; ``gone`` is the day on which it can no longer be taken back. ``parts``, ``ties`` and ``spots`` were so
    before and no longer are; ``came`` (keys), ``tied`` and ``spotted`` came to be. ``row``: where a part that is no
    longer there stood among the others, from 0.
    """

    number: int = 0
    what: Happened = Happened.MET
    gone: int = 0
    key: int = 0
    parts: tuple[Part, ...] = ()
    row: int = 0
    came: tuple[int, ...] = ()
    ties: tuple[Tie, ...] = ()
    tied: tuple[Tie, ...] = ()
    spots: tuple[Spot, ...] = ()
    spotted: tuple[Spot, ...] = ()


class InnerMap(NamedTuple):
    """Parts in the order in which they came; ties and spots in theirs; changes to take back, oldest first.

    ``next_key`` is where the next part's key is looked for; ``made`` is the number of the last change. ``into`` says of
    a part that was joined with another which one it is now, so that what was kept of it finds it.
    """

    parts: tuple[Part, ...] = ()
    ties: tuple[Tie, ...] = ()
    spots: tuple[Spot, ...] = ()
    changes: tuple[Change, ...] = ()
    next_key: int = 1
    made: int = 0
    into: tuple[tuple[int, int], ...] = ()

    @property
    def keys(self) -> frozenset[int]:
        """The keys of the parts that are on it."""
        return frozenset(part.key for part in self.parts)

    @property
    def seats(self) -> frozenset[int]:
        """The seats that are taken."""
        return frozenset(part.seat for part in self.parts) - {0}

    def part(self, key: int) -> Part:
        """The part of this key. NoLongerThereError."""
        for part in self.parts:
            if part.key == key:
                return part
        raise NoLongerThereError("no part by that key")

    def now(self, key: int) -> int:
        """Which part this key stands for now: itself, the one it was joined with, or 0 where it was let go of."""
        into, here = dict(self.into), self.keys
        for _ in range(len(into) + 1):
            if key in here:
                return key
            key = into.get(key, 0)
        return 0

    def tie(self, kind: Between, one: int, other: int) -> Tie:
        """The tie between these two. NoLongerThereError."""
        ends = tied(kind, one, other).ends
        for tie in self.ties:
            if tie.ends == ends:
                return tie
        raise NoLongerThereError("no tie between those two")

    def ties_of(self, key: int) -> tuple[Tie, ...]:
        """Every tie that a part has an end of, in order."""
        return tuple(tie for tie in self.ties if key in (tie.one, tie.other))

    def spot(self, key: int) -> Spot | None:
        """Where a part was put by hand; None where it is left to the layout."""
        return next((spot for spot in self.spots if spot.key == key), None)

    def free_key(self, base: int) -> int:
        """A key that no part of this map ever had, above ``base``: what keeps the keys of two maps apart."""
        known = self.keys | {old for old, _ in self.into} | {part.key for each in self.changes for part in each.parts}
        key = self.next_key if base < self.next_key <= base + SPAN else base + 1
        while key in known:
            key += 1
        return key

    def on(self, day: int) -> InnerMap:
        """What is left of it on this day: what was to go is gone, and with it whatever had changed before that."""
        over = [place for place, change in enumerate(self.changes) if change.gone <= day]
        return self._replace(changes=self.changes[over[-1] + 1 :]) if over else self

    def with_ties(self, ties: tuple[Tie, ...]) -> InnerMap:
        """With these ties, in order."""
        return self._replace(ties=tuple(sorted(ties, key=lambda tie: tie.ends)))

    def with_spots(self, spots: tuple[Spot, ...]) -> InnerMap:
        """With these spots, in order."""
        return self._replace(spots=tuple(sorted(spots)))
