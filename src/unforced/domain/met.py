"""Met: what one visit learnt of one of those it turned to, in the person's words and answers. Nothing is added up.

A ribbon over visits and the inner map are made from these. A visit that is forgotten takes its own along.
"""

from __future__ import annotations

from typing import NamedTuple

from unforced.domain.answers import UNKNOWN, Level
from unforced.domain.deeds.turning_toward import FEAR, GUARDS, HOPE, JOB
from unforced.domain.practice import Family
from unforced.domain.sides import told_by
from unforced.domain.visit import Visit
from unforced.domain.words import Words

THE_NO = -1
"""The ``side`` of the one that says no."""


class Met(NamedTuple):
    """One of those that a visit turned to.

    ``side`` is THE_NO, or 0 or 1 for a side as it was named. ``look`` is one of part.LOOKS and ``place`` one of
    part.PLACES, empty where nothing was said. ``firmness``, ``blend``, ``toward`` and ``soften`` are levels of SCALES,
    or unknown; ``soften`` is what was answered last after it was acknowledged or asked. ``on_map`` is its key on the
    inner map, 0 while it isn't there. ``against``: what a firm no said it keeps from happening.
    """

    side: int = THE_NO
    called: Words | None = None
    look: str = ""
    place: str = ""
    job: Words | None = None
    hope: Words | None = None
    fear: Words | None = None
    firmness: Level = UNKNOWN
    blend: Level = UNKNOWN
    toward: Level = UNKNOWN
    soften: Level = UNKNOWN
    on_map: int = 0
    against: Words | None = None


def met_in(visit: Visit) -> tuple[Met, ...]:
    """Those that this visit turned to and learnt anything of: the one that says no, then the sides as they were named.

    A side that was named, and a key on the map, are enough to be there. Where both sides were named, how firm the no is
    and how somebody feels toward it belong to them, and the no is there only for what was learnt of itself.
    """
    found = (_the_no(visit), _side(visit, 0), _side(visit, 1))
    return tuple(met for met in found if met != Met(met.side))


def _the_no(visit: Visit) -> Met:
    said = {entry.key: entry.value for entry in visit.said}

    def told(key: str) -> Words | None:
        value = said.get(key)
        return value if isinstance(value, Words) else None

    a, two = visit.answers, visit.facts.two_named
    return Met(
        called=visit.called,
        look=visit.look,
        place=visit.place,
        job=told(JOB),
        hope=told(HOPE),
        fear=told(FEAR),
        firmness=UNKNOWN if two else a.firmness,
        blend=UNKNOWN if two else a.blend,
        toward=UNKNOWN if two else a.toward,
        soften=UNKNOWN if two else visit.soften_to_it,
        on_map=visit.on_map[0],
        against=told(GUARDS),
    )


def _side(visit: Visit, side: int) -> Met:
    learnt = told_by(visit, side)
    return Met(
        side,
        called=learnt.name,
        hope=learnt.wants,
        fear=learnt.fears,
        firmness=learnt.firmness,
        toward=learnt.toward,
        soften=visit.soften_to_it if _heard_both(visit) else UNKNOWN,
        on_map=visit.on_map[side + 1],
    )


def _heard_both(visit: Visit) -> bool:
    """Whether both sides were heard in this visit, so that what was answered after it is about both."""
    return any(use.practice.startswith(f"{Family.SIDES}.") for use in visit.uses)
