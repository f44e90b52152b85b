"""What is between two parts, as the person says: they pull against each other, or one protects the other.

Rules:
- *Polarised* is an unordered pair; *protects* goes from one part to another, and may go round in a circle.
- A part is never polarised with itself, and protects another one.
- How taut a polarity is, only the person says; nothing is worked out from it. What they said on each day stays with
  the tie, and goes with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from unforced.domain.answers import UNKNOWN, Level
from unforced.domain.errors import OneAndTheSameError, UnusableAnswerError
from unforced.domain.moments import LAST_DAY

TIGHTEST = 4


class Between(StrEnum):
    """What a tie says of two parts."""

    POLARISED = "polarised"
    PROTECTS = "protects"


class Tautness(NamedTuple):
    """How taut a line was on a day (a proleptic ordinal, from 1), as the person said: 0 to TIGHTEST."""

    day: int = 0
    taut: int = 0


class Tie(NamedTuple):
    """What is between two parts, by their keys. For *protects*, ``one`` protects ``other``; else ``one`` < ``other``.

    ``taut``: how tight the line of a polarity is, from 0 (slack) to TIGHTEST, as the person says; UNKNOWN where unsaid,
    and for *protects* always. ``said``: each time that it was said, oldest first, once a day.
    """

    kind: Between = Between.POLARISED
    one: int = 0
    other: int = 0
    taut: Level = UNKNOWN
    said: tuple[Tautness, ...] = ()

    @property
    def ends(self) -> tuple[str, int, int]:
        """What makes it this tie and no other; ties are in this order."""
        return self.kind.value, self.one, self.other

    def on(self, day: int, taut: Level) -> Tie:
        """The same polarity, as taut as the person says today; on one day the last word counts. UnusableAnswerError.

        Said to be unsaid, nothing is left of today's, and the earlier days stay.
        """
        earlier = tuple(each for each in self.said if each.day != day)
        today = (Tautness(day, taut),) if isinstance(taut, int) else ()
        return tied(self.kind, self.one, self.other, taut, tuple(sorted((*earlier, *today))))

    def with_said_of(self, other: Tie) -> Tie:
        """The same, with what was said on other days of a tie that is this one now."""
        days = {each.day for each in self.said}
        return self._replace(said=tuple(sorted((*self.said, *(each for each in other.said if each.day not in days)))))

    def without_said_of(self, before: Tie) -> Tie:
        """The same, without what was said by the time that it was as ``before``."""
        return self._replace(said=tuple(each for each in self.said if each not in before.said))


def tied(kind: Between, one: int, other: int, taut: Level = UNKNOWN, said: tuple[Tautness, ...] = ()) -> Tie:
    """A tie in its one form. OneAndTheSameError for a part with itself; UnusableAnswerError for no such tautness."""
    if one == other:
        raise OneAndTheSameError("a tie needs two parts")
    if not all(_is_taut(each) for each in (*(each.taut for each in said), *(() if taut is UNKNOWN else (taut,)))):
        raise UnusableAnswerError("taut", "0 to 4, or unknown")
    days = [each.day for each in said]
    if days != sorted(set(days)) or not all(0 < day <= LAST_DAY for day in days):
        raise UnusableAnswerError("day", "one after the other")
    if kind is Between.PROTECTS:
        return Tie(kind, one, other)
    return Tie(kind, min(one, other), max(one, other), taut, said)


def _is_taut(taut: object) -> bool:
    return type(taut) is int and 0 <= taut <= TIGHTEST


def circles(ties: Iterable[Tie]) -> tuple[tuple[int, ...], ...]:
    """Parts that protect each other round in a circle, by keys in the order of protecting, smallest key first.

    For every part that stands in a circle its shortest one, each once. A circle is no mistake; a surface says that.
    """
    protects: dict[int, list[int]] = {}
    for tie in ties:
        if tie.kind is Between.PROTECTS:
            protects.setdefault(tie.one, []).append(tie.other)
    found: dict[tuple[int, ...], None] = {}
    for start in sorted(protects):
        way = _way_round(start, protects)
        first = way.index(min(way)) if way else 0
        found[(*way[first:], *way[:first])] = None
    return tuple(way for way in found if way)


def _way_round(start: int, protects: dict[int, list[int]]) -> tuple[int, ...]:
    """The shortest way from a part back to itself; empty where there is none."""
    ways: list[tuple[int, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        for then in protects.get(way[-1], ()):
            if then == start:
                return way
            if then not in seen:
                seen.add(then)
                ways.append((*way, then))
    return ()
