"""Whoever was met in a kept visit comes to the inner map, when the person says so, and the visit knows who it was.

Rules:
- Nobody is put there by itself, and nobody is asked about where nothing was found, named or told.
- One that is there already keeps what was said of it; only what was unsaid is filled in. All of it can be taken back.
- Two sides that were both put there can be said to pull against each other; it isn't taken for granted.
- The visit's own times stay as they were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from unforced.app.inner_map import base_of, change, inner_map
from unforced.app.kept import KeptVisit, keep, kept_of
from unforced.app.map_names import Names
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import NoLongerThereError
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import meet, retell, tie
from unforced.domain.met import THE_NO, Met, met_in
from unforced.domain.part import Part, Role
from unforced.domain.ties import Between, tied
from unforced.domain.visit import Visit
from unforced.ports import Inside

TWO = 2
"""The ``side`` of the question about both sides; the others are those of ``Met``."""
FILLED = ("name", "look", "place", "job", "fear", "hope", "against")


class Asked(NamedTuple):
    """A question about somebody who was met: ``side`` is THE_NO, 0, 1 or TWO; ``sentence`` asks it."""

    side: int
    sentence: str


def questions(visit: Visit, found: InnerMap, names: Names) -> tuple[Asked, ...]:
    """What could be asked about a kept visit, in order: each who isn't on the map, then the two sides together."""
    asked = [Asked(met.side, _sentence(met, names)) for met in met_in(visit) if not met.on_map and _found(met)]
    one, other = (found.now(key) for key in visit.on_map[1:])
    if one and other and one != other and not _pull(found, one, other):
        said = names.say("app.map.met_two", x=names.said(one), y=names.said(other))
        asked.append(Asked(TWO, said))
    return tuple(asked)


def put_new(name: str, side: int, inside: Inside, today: int) -> InnerMap:
    """Somebody who was met comes to the map as a new one. Errors are those of ``change``; NoLongerThereError."""
    kept, part, base = *_met(name, side, inside), base_of(inside)
    after = change(inside, lambda found: meet(found, part, today, base))
    _keep_on_map(kept, side, after.parts[-1].key, inside)
    return after


def put_there(name: str, side: int, key: int, inside: Inside, today: int) -> InnerMap:
    """It is one that is on the map already; what was unsaid of that one is filled in. NoLongerThereError."""
    kept, part = _met(name, side, inside)

    def filled(found: InnerMap) -> InnerMap:
        there = found.part(key)
        told = {field: getattr(part, field) for field in FILLED if getattr(part, field) and not getattr(there, field)}
        return retell(found, key, today, **told)

    after = change(inside, filled)
    _keep_on_map(kept, side, key, inside)
    return after


def pull(name: str, inside: Inside, today: int) -> InnerMap:
    """Both sides of a kept visit pull against each other, on the map. NoLongerThereError, OneAndTheSameError."""
    _, *sides = kept_of(inside.open(name)).visit.on_map

    def pulling(found: InnerMap) -> InnerMap:
        one, other = (found.now(key) for key in sides)
        return tie(found, Between.POLARISED, one, other, today)

    return change(inside, pulling)


def asked_of(name: str, inside: Inside, today: int, called: Callable[[InnerMap], Names]) -> tuple[Asked, ...]:
    """What could be asked about the kept visit of this page. Errors are those of opening it and the map."""
    found = inner_map(inside, today)
    return questions(kept_of(inside.open(name)).visit, found, called(found))


def _sentence(met: Met, names: Names) -> str:
    part = _part_of(met)
    if part.name or part.look or part.place:
        return names.say("app.map.met_called" if part.name else "app.map.met", x=names.of(part))
    return names.say("app.map.met_no" if met.side == THE_NO else "app.map.met_side")


def _found(met: Met) -> bool:
    """Whether anything was found, named or told of it; how firm it was alone is not enough to ask."""
    unsaid = met._replace(firmness=UNKNOWN, blend=UNKNOWN, toward=UNKNOWN, soften=UNKNOWN)
    return unsaid != Met(met.side)


def _part_of(met: Met) -> Part:
    told = (met.job, met.fear, met.hope, met.against)
    return Part(0, met.called, met.look, met.place, Role.UNSAID, "", *told)


def _pull(found: InnerMap, one: int, other: int) -> bool:
    return any(each.ends == tied(Between.POLARISED, one, other).ends for each in found.ties)


def _met(name: str, side: int, inside: Inside) -> tuple[KeptVisit, Part]:
    kept = kept_of(inside.open(name))
    for met in met_in(kept.visit):
        if met.side == side and not met.on_map:
            return kept, _part_of(met)
    raise NoLongerThereError("nobody to be put on the map")


def _keep_on_map(kept: KeptVisit, side: int, key: int, inside: Inside) -> None:
    keys = list(kept.visit.on_map)
    keys[side + 1] = key
    no, one, other = keys
    keep(replace(kept, visit=replace(kept.visit, on_map=(no, one, other))), inside, kept.changed)
