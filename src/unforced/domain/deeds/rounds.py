"""What the ask and the two sides have in common: no clock, one round a visit, left at any step.

A round is over once it was gone through or left; something outward comes after it. What is written in it stays
visible in the person's own words.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.deeds.arriving import remembered
from unforced.domain.guide import may_offer, state_of
from unforced.domain.practice import Family
from unforced.domain.visit import Reply, Visit

ROOM = ("yes", "no", "no_answer")


def still_open(visit: Visit, family: Family) -> bool:
    """Whether the guide would still allow this: nothing that barred it came in between."""
    state = state_of(visit.situation)
    return family in may_offer(visit.situation, state, -1)


def used(visit: Visit) -> Visit:
    """The visit with its round behind it: it isn't offered again, and something outward is due."""
    memory = visit.memory._replace(used=(*visit.memory.used, visit.practice), outward_due=True)
    return replace(visit, memory=memory, facts=visit.facts._replace(invited=False))


def written(visit: Visit, reply: Reply, key: str) -> Visit:
    """The visit with what was written on this screen, if anything was."""
    if reply.words is None:
        return visit
    return replace(visit, said=remembered(visit.said, key, reply.words))
