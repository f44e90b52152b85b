"""The ask, one question a screen, and the two sides: no clock, a pause after each step, left at any of them.

The app goes as far as *fears* and stops (guide.md §7). It doesn't have to answer, and a no is a full answer.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.deeds.arriving import arrive, remembered
from unforced.domain.deeds.practising import finish
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.guide import may_offer, state_of
from unforced.domain.practice import Cue, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Phase, Reply, Said, Visit

ROOM = ("yes", "no", "no_answer")

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


def steps_of(practice: Practice) -> tuple[Cue, ...]:
    """The questions and pauses of an ask, a screen each; its last word belongs to the last question's screen."""
    return tuple(cue for cue in practice.cues if cue.phase != "end")


def next_question(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """The next question, with what was written kept visible; after the last one, where it belongs."""
    practice = shelf.get(visit.practice)
    if not _still_open(visit, Family.ASK):
        return equal_line(visit, reply, shelf)
    if "against_it" in practice.only_in:
        return _room(visit, reply, shelf)
    written = _written(visit, reply, f"ask_{visit.step}")
    if visit.step + 1 < len(steps_of(practice)):
        return replace(written, step=visit.step + 1)
    if "firm_no" in practice.only_in:
        done = _used(written, shelf)
        return replace(done, phase=Phase.STAYING, question="firmness", pending=())
    return finish(written, reply, shelf)


def _room(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Would that one give a little room? After a yes, toward is asked again; a no is fine, and contact follows."""
    if reply.value not in ROOM:
        raise UnusableAnswerError("room", ", ".join(ROOM))
    done = _used(visit, shelf)
    if reply.value == "yes":
        return replace(done, phase=Phase.STAYING, question="toward", pending=())
    memory = done.memory._replace(declined=(*done.memory.declined, Family.ASK), first=(Family.CONTACT,))
    return arrive(replace(done, memory=memory), "thats_fine" if reply.value == "no" else "no_answer")


def _used(visit: Visit, shelf: Shelf) -> Visit:
    memory = visit.memory._replace(used=(*visit.memory.used, visit.practice), outward_due=True)
    return replace(visit, memory=memory, facts=visit.facts._replace(invited=False))


def _written(visit: Visit, reply: Reply, key: str) -> Visit:
    if reply.words is None:
        return visit
    return replace(visit, said=remembered(visit.said, key, reply.words))


def next_step(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """One step of the two sides. If the moment has become too much for it, it ends with one equal line to each."""
    if not _still_open(visit, Family.SIDES):
        return equal_line(visit, reply, shelf)
    step = SIDES_STEPS[visit.step]
    visit = _answered(visit, step, reply.value)
    written = _written(visit, reply, f"sides_{step}")
    if visit.step + 1 < len(SIDES_STEPS):
        return replace(written, step=visit.step + 1)
    return finish(written, reply, shelf)


def _answered(visit: Visit, step: str, value: object) -> Visit:
    """Two of the steps have answers to choose from; the others have words or nothing."""
    if step == "first" and value in (0, 1) and type(value) is int:
        return replace(visit, first_side=value)
    if step == "room" and (value is None or value in ROOM):
        return visit if value is None else replace(visit, said=(*visit.said, Said("sides_room", value)))
    if step != "first" and value is None:
        return visit
    raise UnusableAnswerError(step, {"first": "0 or 1", "room": ", ".join(ROOM)}.get(step, "words, or nothing"))


def _still_open(visit: Visit, family: Family) -> bool:
    """Whether the guide would still allow this: nothing that barred it came in between."""
    state = state_of(visit.situation)
    return family in may_offer(visit.situation, state, -1)


def equal_line(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Leaving it, after any step: one equal line to each side, nothing to finish."""
    return arrive(_used(visit, shelf), "equal_line" if visit.phase is Phase.SIDES else "left_it")
