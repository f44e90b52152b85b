"""Meanwhile: what one visit learnt of one part, until domain/met.py says it."""

from __future__ import annotations

from typing import NamedTuple

from unforced.domain.answers import UNKNOWN, Level
from unforced.domain.deeds.turning_toward import FEAR, HOPE, JOB
from unforced.domain.sides import told_by
from unforced.domain.visit import Visit
from unforced.domain.words import Words


class Met(NamedTuple):
    """What one visit learnt of one part; side -1: the one that says no; 0 and 1: a side."""

    side: int = -1
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


def met_in(visit: Visit) -> tuple[Met, ...]:
    """Whoever was met in a visit."""
    said = {e.key: e.value for e in visit.said if isinstance(e.value, Words)}
    a = visit.answers
    met = []
    if visit.called or visit.look or visit.place or visit.on_map[0]:
        told = [said.get(key) for key in (JOB, HOPE, FEAR)]
        levels = (a.firmness, a.blend, a.toward, visit.soften_to_it)
        met.append(Met(-1, visit.called, visit.look, visit.place, *told, *levels, visit.on_map[0]))
    for side in (0, 1):
        one = told_by(visit, side)
        if any(visit.names) or visit.on_map[1 + side]:
            met.append(
                Met(
                    side,
                    one.name,
                    hope=one.wants,
                    fear=one.fears,
                    firmness=one.firmness,
                    toward=one.toward,
                    on_map=visit.on_map[1 + side],
                )
            )
    return tuple(met)
