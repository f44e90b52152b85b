"""The two sides, step by step: the same steps for both, no clock, left at any of them with one equal line to each."""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.deeds.arriving import arrive
from unforced.domain.deeds.practising import finish
from unforced.domain.deeds.rounds import ROOM, still_open, used, written
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.practice import Family
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Reply, Said, Visit

SIDES_STEPS = (
    # guide.md §6. The order is the person's; both sides get the same steps.
    "first",
    "wants_one",
    "fears_one",
    "back_one",
    "outward_one",
    "wants_other",
    "fears_other",
    "back_other",
    "outward_other",
    "shared",
    "room",
    "end",
)


def next_step(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """One step of the two sides. If the moment has become too much for it, it ends with one equal line to each."""
    if not still_open(visit, Family.SIDES):
        return equal_line(visit, reply, shelf)
    step = SIDES_STEPS[visit.step]
    answered = written(_answered(visit, step, reply.value), reply, f"sides_{step}")
    if visit.step + 1 < len(SIDES_STEPS):
        return replace(answered, step=visit.step + 1)
    return finish(answered, reply, shelf)


def _answered(visit: Visit, step: str, value: object) -> Visit:
    """Two of the steps have answers to choose from; the others have words or nothing."""
    if step == "first" and value in (0, 1) and type(value) is int:
        return replace(visit, first_side=value)
    if step == "room" and (value is None or value in ROOM):
        return visit if value is None else replace(visit, said=(*visit.said, Said("sides_room", value)))
    if step != "first" and value is None:
        return visit
    raise UnusableAnswerError(step, {"first": "0 or 1", "room": ", ".join(ROOM)}.get(step, "words, or nothing"))


def equal_line(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Leaving it, after any step: one equal line to each side, nothing to finish."""
    return arrive(used(visit), "equal_line")
