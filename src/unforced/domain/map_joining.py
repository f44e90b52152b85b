"""Two inner maps as one, where one of them was taken home and brought back; and which maps there can be.

Rules:
- Nothing that is here is replaced, and joining the same again changes nothing.
- A part that is here as it is there is one part. One that differs comes beside it as another one, since nobody can tell
  which is the later. One that was let go of here is here again; one that was joined with another here stays joined.
- What can be taken back there doesn't come along: it is about that map.
"""

from __future__ import annotations

from unforced.domain.errors import OneAndTheSameError, UnusableAnswerError
from unforced.domain.inner_map import DEEPEST, SPAN, WIDTH, Change, InnerMap, Spot
from unforced.domain.moments import LAST_DAY
from unforced.domain.part import LARGEST_KEY, Part
from unforced.domain.seats import MOST_SEATS, free_seat
from unforced.domain.ties import Tie, tied


def joined(here: InnerMap, other: InnerMap) -> InnerMap:
    """What is here, with what is new in the other."""
    both = here
    for part in other.parts:
        both = _with(both, part, other.keys)
    ends = {tie.ends for tie in here.ties}
    came: dict[tuple[str, int, int], Tie] = {}
    for tie in other.ties:
        one, two = both.now(tie.one), both.now(tie.other)
        if one != two:
            now = tied(tie.kind, one, two, tie.taut, tie.said)
            came[now.ends] = came[now.ends].with_said_of(now) if now.ends in came else now
    new = (tie for tie in came.values() if tie.ends not in ends)
    ties = (tie.with_said_of(came.get(tie.ends, tie)) for tie in here.ties)
    spots = (spot for spot in other.spots if spot.key in both.keys and here.spot(spot.key) is None)
    return both.with_ties((*ties, *new)).with_spots((*here.spots, *spots))


def _with(here: InnerMap, part: Part, theirs: frozenset[int]) -> InnerMap:
    """With a part from elsewhere, once. One that has to have another key gets none of ``theirs``."""
    if part.key in here.keys:
        if any(part.told_as(mine) for mine in here.parts):
            return here
        key = here.free_key(here.next_key - 1)
        while key in theirs:
            key += 1
        part, here = part._replace(key=key), here._replace(next_key=key + 1)
    elif here.now(part.key):
        return here
    if not part.seat or part.seat in here.seats:
        part = part._replace(seat=free_seat(part, here.seats))
    return here._replace(parts=(*here.parts, part))


def possible(found: InnerMap) -> bool:
    """Whether changes could have led to it, as far as each value by itself can tell."""
    parts = [*found.parts, *(part for change in found.changes for part in change.parts)]
    spots = {spot.key for spot in found.spots}
    return (
        all(1 <= part.key <= LARGEST_KEY and 0 <= part.seat <= MOST_SEATS and _possible_part(part) for part in parts)
        and all(_possible_tie(tie) and {tie.one, tie.other} <= found.keys for tie in found.ties)
        and all(_possible_spot(spot) for spot in found.spots)
        and spots <= found.keys
        and len(found.keys) == len(found.parts)
        and len({tie.ends for tie in found.ties}) == len(found.ties)
        and len(spots) == len(found.spots)
        and 1 <= found.next_key <= LARGEST_KEY - SPAN
        and found.made >= 0
        and all(_possible_change(change, found.made) for change in found.changes)
    )


def _possible_change(change: Change, made: int) -> bool:
    return (
        0 < change.number <= made
        and 0 < change.gone <= LAST_DAY
        and change.row >= 0
        and all(_possible_tie(tie) for tie in (*change.ties, *change.tied))
        and all(_possible_spot(spot) for spot in (*change.spots, *change.spotted))
    )


def _possible_tie(tie: Tie) -> bool:
    try:
        return tied(*tie) == tie
    except (UnusableAnswerError, OneAndTheSameError):
        return False


def _possible_spot(spot: Spot) -> bool:
    return 0 <= spot.across <= WIDTH and 0 <= spot.down <= DEEPEST


def _possible_part(part: Part) -> bool:
    try:
        part.check()
    except UnusableAnswerError:
        return False
    return True
