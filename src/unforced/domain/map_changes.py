"""What a person can do with their inner map: every deed, and taking the last one back.

Rules:
- A deed makes a new map. It is refused as a whole or done as a whole: NoLongerThereError where a part or a tie isn't on
  the map (any more), OneAndTheSameError for one part in place of two, UnusableAnswerError for what isn't an answer.
- A deed that changes nothing leaves no change to take back.
- ``day`` is today's, as a proleptic ordinal. Changes are taken back last first, for seven days.
- A part that is put here and there, step by step, with nothing between on one day, is one change: taken back, it is
  where it was before the first step. So small steps never push a larger deed out of what can be taken back.
"""

from __future__ import annotations

from unforced.domain.answers import Level
from unforced.domain.errors import NoLongerThereError, OneAndTheSameError, OutOfPlaceError, UnusableAnswerError
from unforced.domain.inner_map import DEEPEST, WIDTH, Change, Happened, InnerMap, Spot
from unforced.domain.moments import goes_on_day
from unforced.domain.part import Part
from unforced.domain.seats import free_seat
from unforced.domain.ties import Between, Tie, tied
from unforced.domain.words import Words

MOST_CHANGES = 60
"""Changes that can be taken back at a time; the oldest of more is done for good."""


def meet(found: InnerMap, part: Part, day: int, base: int = 0) -> InnerMap:
    """With a part that comes to the map. Its key is a new one, above ``base``: ``meet(...).parts[-1].key``."""
    part = part._replace(key=found.free_key(base), seat=0)
    part.check()
    part = part._replace(seat=free_seat(part, found.seats))
    after = found._replace(parts=(*found.parts, part), next_key=part.key + 1)
    return _done(found, after, Happened.MET, part.key, day)


def rename(found: InnerMap, key: int, name: Words | None, day: int) -> InnerMap:
    """A part has another name, or none."""
    after = _with(found, found.part(key).retold({"name": name}))
    return _done(found, after, Happened.RENAMED, key, day)


def retell(found: InnerMap, key: int, day: int, /, **told: object) -> InnerMap:
    """Some of what a part told is told anew: any of its fields but the key, by name. The rest stays as it is.

    With another place in the body it stands somewhere else on the map; nobody else does.
    """
    before = found.part(key)
    now = before.retold(told)
    if now.place != before.place:
        now = now._replace(seat=free_seat(now, found.seats - {before.seat}))
    return _done(found, _with(found, now), Happened.RETOLD, key, day)


def join(found: InnerMap, kept: int, other: int, day: int) -> InnerMap:
    """Two parts are one. It keeps the key, place and picture of ``kept``; the words of both, and the ties of both."""
    if kept == other:
        raise OneAndTheSameError("joining needs two parts")
    whole = found.part(kept).with_words_of(found.part(other))
    mine = {tie.ends for tie in found.ties_of(kept)}
    ties: dict[tuple[str, int, int], Tie] = {}
    for tie in sorted(found.ties, key=lambda tie: tie.ends not in mine):  # where both have one, that of the kept stays
        one, two = (kept if end == other else end for end in (tie.one, tie.other))
        if one != two:
            now = tied(tie.kind, one, two, tie.taut, tie.said)
            ties[now.ends] = ties[now.ends].with_said_of(now) if now.ends in ties else now
    after = _without(_with(found, whole), other)
    after = after.with_ties(tuple(ties.values()))._replace(into=(*found.into, (other, kept)))
    return _done(found, after, Happened.JOINED, kept, day)


def let_go(found: InnerMap, key: int, day: int) -> InnerMap:
    """A part isn't on the map any more, nor what was between it and others."""
    found.part(key)
    return _done(found, _without(found, key), Happened.LET_GO, key, day)


def tie(found: InnerMap, kind: Between, one: int, other: int, day: int) -> InnerMap:
    """Two parts are polarised, or one protects the other. What was said of it before stays."""
    new = tied(kind, found.part(one).key, found.part(other).key)
    if any(each.ends == new.ends for each in found.ties):
        return found
    return _done(found, found.with_ties((*found.ties, new)), Happened.TIED, one, day)


def untie(found: InnerMap, kind: Between, one: int, other: int, day: int) -> InnerMap:
    """There is no such thing between these two."""
    gone = found.tie(kind, one, other)
    after = found.with_ties(tuple(each for each in found.ties if each != gone))
    return _done(found, after, Happened.UNTIED, one, day)


def loosen(found: InnerMap, one: int, other: int, taut: Level, day: int) -> InnerMap:
    """How taut the line between two is now, 0 to 4 or UNKNOWN: looser or tighter, as the person says."""
    before = found.tie(Between.POLARISED, one, other)
    after = found.with_ties((*(each for each in found.ties if each != before), before.on(day, taut)))
    return _done(found, after, Happened.LOOSENED, one, day)


def put(found: InnerMap, key: int, across: int, down: int, day: int) -> InnerMap:
    """A part is put somewhere by hand, in thousandths of the map's width; what lies outside comes to the edge."""
    if type(across) is not int or type(down) is not int:
        raise UnusableAnswerError("spot", "two whole numbers")
    spot = Spot(found.part(key).key, min(max(across, 0), WIDTH), min(max(down, 0), DEEPEST))
    after = found.with_spots((*(each for each in found.spots if each.key != key), spot))
    return _as_one_step(found, _done(found, after, Happened.PUT, key, day))


def leave(found: InnerMap, key: int, day: int) -> InnerMap:
    """Where a part is is left to the layout again."""
    found.part(key)
    after = found.with_spots(tuple(each for each in found.spots if each.key != key))
    return _done(found, after, Happened.LEFT, key, day)


def undo(found: InnerMap, number: int = 0) -> InnerMap:
    """Takes the last change back. NoLongerThereError where there is none.

    ``number``: which change is meant, where a surface showed one; OutOfPlaceError where it is no longer the last.
    """
    if not found.changes:
        raise NoLongerThereError("no change to take back")
    last = found.changes[-1]
    if number not in (0, last.number):
        raise OutOfPlaceError("another change came after it")
    parts = [part for part in found.parts if part.key not in last.came]
    for part in last.parts:
        place = next((place for place, mine in enumerate(parts) if mine.key == part.key), None)
        parts[slice(last.row, last.row) if place is None else slice(place, place + 1)] = [part]
    keys = {part.key for part in parts}
    ties = [*(each for each in found.ties if each not in last.tied), *last.ties]
    spots = [*(each for each in found.spots if each not in last.spotted), *last.spots]
    before = found._replace(
        parts=tuple(parts), changes=found.changes[:-1], into=tuple(each for each in found.into if each[0] not in keys)
    )
    before = before.with_ties(tuple({t.ends: t for t in ties if {t.one, t.other} <= keys}.values()))
    return before.with_spots(tuple({spot.key: spot for spot in spots if spot.key in keys}.values()))


def forget_change(found: InnerMap, number: int) -> InnerMap:
    """Nothing is left of how it was before this change, nor before any earlier one. They can't be taken back then."""
    places = [place for place, change in enumerate(found.changes) if change.number == number]
    if not places:
        raise NoLongerThereError("no change by that number")
    over = [change for change in found.changes[: places[0] + 1] if change.what is Happened.LOOSENED]
    gone = {tie.ends: tie for change in over for tie in change.ties}
    ties = (tie.without_said_of(gone[tie.ends]) if tie.ends in gone else tie for tie in found.ties)
    return found.with_ties(tuple(ties))._replace(changes=found.changes[places[0] + 1 :])


def _with(found: InnerMap, part: Part) -> InnerMap:
    return found._replace(parts=tuple(part if mine.key == part.key else mine for mine in found.parts))


def _without(found: InnerMap, key: int) -> InnerMap:
    ties = tuple(each for each in found.ties if key not in (each.one, each.other))
    spots = tuple(each for each in found.spots if each.key != key)
    return found._replace(parts=tuple(each for each in found.parts if each.key != key), ties=ties, spots=spots)


def _as_one_step(before: InnerMap, after: InnerMap) -> InnerMap:
    """The map after a part was put somewhere: one change with the step before it, none where it is back again."""
    if after == before or not before.changes:
        return after
    first, last = before.changes[-1], after.changes[-1]
    if (first.what, first.key, first.gone) != (last.what, last.key, last.gone):
        return after
    if first.spots == last.spotted:
        return after._replace(changes=before.changes[:-1], made=before.made)
    return after._replace(changes=(*before.changes[:-1], last._replace(spots=first.spots)))


def _done(before: InnerMap, after: InnerMap, what: Happened, key: int, day: int) -> InnerMap:
    """The map after a deed, with what it takes to take that back; the map before where nothing changed."""
    if after == before:
        return before
    number = before.made + 1
    gone = [place for place, part in enumerate(before.parts) if part.key not in after.keys]
    change = Change(
        *(number, what, goes_on_day(day), key),
        parts=tuple(part for part in before.parts if part not in after.parts),
        row=gone[0] if gone else 0,
        came=tuple(sorted(after.keys - before.keys)),
        ties=tuple(each for each in before.ties if each not in after.ties),
        tied=tuple(each for each in after.ties if each not in before.ties),
        spots=tuple(each for each in before.spots if each not in after.spots),
        spotted=tuple(each for each in after.spots if each not in before.spots),
    )
    return after._replace(changes=(*before.changes, change)[-MOST_CHANGES:], made=number)
