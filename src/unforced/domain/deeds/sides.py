"""The two sides, step by step: the same steps for both, left at any of them with one equal line to each.

It stops at once where the guide no longer allows it: far away, too much, self-harm heard, something that happened.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.answers import UNKNOWN
from unforced.domain.deeds.arriving import arrive, level, remembered
from unforced.domain.deeds.practising import finish
from unforced.domain.deeds.rounds import ROOM, still_open, used, written
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.practice import Family
from unforced.domain.shelf import Shelf
from unforced.domain.sides import ASKED, LISTENED, LONGEST, SIDES_STEPS, Step, given, owed, step_of
from unforced.domain.visit import Phase, Reply, Said, Visit


def next_step(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """One step of the two sides. If the moment has become too much for it, it ends with one equal line to each.

    ``reply.value``: a side (0, 1) at *first*, a level or unknown where one is asked, an answer of ROOM, and where
    there is a clock the whole seconds that were taken (0 to LONGEST), or None. UnusableAnswerError for another value.
    """
    if not still_open(visit, Family.SIDES):
        return equal_line(visit, reply, shelf)
    step = step_of(visit)
    answered = written(_answered(visit, step, reply.value), reply, f"sides_{step.name}")
    if visit.step + 1 < len(SIDES_STEPS):
        return _onward(answered)
    return finish(answered, reply, shelf)


def _onward(visit: Visit) -> Visit:
    """To the next step; evening out is passed over where neither had longer."""
    onward = replace(visit, step=visit.step + 1)
    passed = step_of(onward).name == "evened" and not owed(onward)
    return replace(onward, step=onward.step + 1) if passed else onward


def _answered(visit: Visit, step: Step, value: object) -> Visit:
    if step.kind in ASKED:
        told = level(step.kind, UNKNOWN if value is None else value)
        return replace(visit, said=remembered(visit.said, f"sides_{step.name}", told))
    if given(visit):
        return _taken(visit, step, value)
    if step.name == "first" and value in (0, 1) and type(value) is int:
        return replace(visit, first_side=value)
    if step.name == "room" and value in ROOM:
        return replace(visit, said=(*visit.said, Said("sides_room", value)))
    if step.name != "first" and value is None:
        return visit
    expected = {"first": "0 or 1", "room": ", ".join(ROOM)}
    raise UnusableAnswerError(step.name, expected.get(step.name, "words, or nothing"))


def _taken(visit: Visit, step: Step, value: object) -> Visit:
    """The seconds that a question had: at least those it was given, and more where the person stayed longer."""
    if value is not None and (type(value) is not int or not 0 <= value <= LONGEST):
        raise UnusableAnswerError(step.name, f"0 to {LONGEST} seconds, or nothing")
    if step.kind not in LISTENED:
        return visit
    had = max(given(visit), value if isinstance(value, int) else 0)
    return replace(visit, listened=(*visit.listened, had))


def equal_line(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Leaving it, after any step: one equal line to each side, nothing to finish."""
    return arrive(used(visit), "equal_line")


def stopped_where_barred(visit: Visit) -> Visit:
    """The visit as it is; where a round no longer has its place, out of it at once: one equal line, then contact."""
    if visit.phase is not Phase.SIDES or still_open(visit, Family.SIDES):
        return visit
    done = used(visit)
    memory = done.memory._replace(first=(Family.CONTACT,))
    return arrive(replace(done, memory=memory), visit.note or "equal_line")
