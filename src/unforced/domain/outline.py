"""An outline of the body: where a person notices something, and which of five plain words they give it.

Pelvis and throat are left out (guide.md §5). Nothing here is read into a mark: it is the person's own word for a place.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from unforced.domain.errors import UnusableAnswerError


class Area(StrEnum):
    """A place on the outline, from the head down."""

    HEAD = "head"
    FACE = "face"
    JAW = "jaw"
    NECK = "neck"
    SHOULDERS = "shoulders"
    CHEST = "chest"
    BELLY = "belly"
    UPPER_BACK = "upper_back"
    LOWER_BACK = "lower_back"
    UPPER_ARMS = "upper_arms"
    LOWER_ARMS = "lower_arms"
    HANDS = "hands"
    UPPER_LEGS = "upper_legs"
    KNEES = "knees"
    LOWER_LEGS = "lower_legs"
    FEET = "feet"


class Sensation(StrEnum):
    """A word for what is noticed there."""

    TIGHT = "tight"
    WARM = "warm"
    NUMB = "numb"
    HEAVY = "heavy"
    LOOSE = "loose"


class Mark(NamedTuple):
    """One place and its word."""

    area: Area
    sensation: Sensation

    @property
    def token(self) -> str:
        """The mark as one word, as a reply carries it."""
        return f"{self.area}:{self.sensation}"


Marks = tuple[Mark, ...]
"""From the head down, at most one for each area. None marked is a full answer."""


def marks_of(value: object) -> Marks:
    """The marks that a reply carries. Of two words for one place the later one stands."""
    given = value if isinstance(value, (tuple, list)) else (value,)
    found = dict(_mark(token) for token in given)
    return tuple(Mark(area, found[area]) for area in Area if area in found)


def _mark(token: object) -> Mark:
    area, _, sensation = token.partition(":") if isinstance(token, str) else ("", "", "")
    try:
        return Mark(Area(area), Sensation(sensation))
    except ValueError:
        raise UnusableAnswerError("mark", "an area and one of the words, as in jaw:tight") from None


def in_order(marks: Marks) -> bool:
    """Whether marks stand from the head down, one for each area."""
    return marks == marks_of([mark.token for mark in marks])


def different(before: Marks, after: Marks) -> tuple[Area, ...]:
    """The areas in which two outlines are not the same, from the head down."""
    one, other = dict(before), dict(after)
    return tuple(area for area in Area if one.get(area) != other.get(area))
