"""The kinds of no (guide.md §2), and what each changes in what may be offered.

A kind orders the offers of a state and otherwise only restricts them; of several, the strictest wins.
It never labels anybody: a kind is a chip that a person tapped, and they can take it back.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from unforced.domain.practice import Family


class Kind(StrEnum):
    """How a no shows up."""

    CRITIC_VOICE = "critic_voice"
    UNDESERVED = "undeserved"
    DANGER = "danger"
    EDGE = "edge"
    WEAK = "weak"
    SELFISH = "selfish"
    NOT_ALLOWED = "not_allowed"
    TENSE = "tense"
    NUMB = "numb"
    FLOODED = "flooded"
    FAKE = "fake"
    UNKNOWN_HOW = "unknown_how"
    TWO_SIDES = "two_sides"
    JUST_NO = "just_no"


class Effect(NamedTuple):
    """What a kind does: ``first`` families to offer first, and the highest warmth rung it leaves (0 to 5)."""

    first: tuple[Family, ...] = ()
    warmth: int = 5


EFFECTS: dict[Kind, Effect] = {
    # Safest first: where several are named, the earlier one speaks and orders.
    Kind.FLOODED: Effect(first=(Family.ORIENT, Family.MOVE), warmth=0),
    Kind.DANGER: Effect(first=(Family.CONTACT,), warmth=0),
    Kind.NUMB: Effect(first=(Family.ORIENT,)),
    Kind.TENSE: Effect(first=(Family.CONTACT,)),
    Kind.TWO_SIDES: Effect(),
    Kind.CRITIC_VOICE: Effect(),
    Kind.UNDESERVED: Effect(warmth=1),
    Kind.EDGE: Effect(),
    Kind.WEAK: Effect(),
    Kind.SELFISH: Effect(),
    Kind.NOT_ALLOWED: Effect(),
    Kind.FAKE: Effect(first=(Family.CONTACT, Family.MOMENT), warmth=1),
    Kind.UNKNOWN_HOW: Effect(first=(Family.MOMENT,)),
    Kind.JUST_NO: Effect(),
}

GROUPS: dict[str, tuple[Kind, ...]] = {
    # The chips as they stand on the screen; the finer kinds open below a chip.
    "voice": (Kind.CRITIC_VOICE, Kind.UNDESERVED),
    "unsafe": (Kind.DANGER,),
    "wrong": (Kind.EDGE, Kind.WEAK, Kind.SELFISH, Kind.NOT_ALLOWED),
    "body": (Kind.TENSE, Kind.NUMB, Kind.FLOODED),
    "hollow": (Kind.FAKE, Kind.UNKNOWN_HOW),
    "two_sides": (Kind.TWO_SIDES,),
    "just_no": (Kind.JUST_NO,),
}

FLOODED_LEAVES = frozenset({Family.ACKNOWLEDGE, Family.ORIENT, Family.MOVE, Family.CONTACT})


@lru_cache(maxsize=1024)
def in_order(kinds: frozenset[Kind]) -> tuple[Kind, ...]:
    """The kinds, safest first, as EFFECTS lists them."""
    return tuple(kind for kind in EFFECTS if kind in kinds)


@lru_cache(maxsize=1024)
def asked_first(kinds: frozenset[Kind]) -> tuple[Family, ...]:
    """The families that the kinds ask for first, the safest kind's before the others'."""
    return tuple(family for kind in in_order(kinds) for family in EFFECTS[kind].first)


@lru_cache(maxsize=1024)
def warmth_left(kinds: frozenset[Kind]) -> int:
    """The highest warmth rung that every named kind leaves, 0 to 5."""
    return min((EFFECTS[kind].warmth for kind in kinds), default=5)
