"""The ask, one question a screen: no clock, a pause after each step, left at any of them.

The app goes as far as *fears* and stops (guide.md §7). It doesn't have to answer, and a no is a full answer.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.deeds.arriving import arrive
from unforced.domain.deeds.practising import finish
from unforced.domain.deeds.rounds import ROOM, still_open, used, written
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.practice import Cue, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Phase, Reply, Visit

JOB, HOPE, FEAR = "ask_2", "ask_4", "ask_6"
"""Under which keys of *said* the answers of the ask stand; each question has a pause after it. Stored words."""
GUARDS = "ask_guards"
"""The key for the one question to a firm no."""


def steps_of(practice: Practice) -> tuple[Cue, ...]:
    """The questions and pauses of an ask, a screen each; its last word belongs to the last question's screen."""
    return tuple(cue for cue in practice.cues if cue.phase != "end")


def next_question(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """The next question, with what was written kept visible; after the last one, where it belongs."""
    practice = shelf.get(visit.practice)
    if not still_open(visit, Family.ASK):
        return leave(visit, reply, shelf)
    if "against_it" in practice.only_in:
        return _room(visit, reply, shelf)
    answered = written(visit, reply, GUARDS if "firm_no" in practice.only_in else f"ask_{visit.step}")
    if visit.step + 1 < len(steps_of(practice)):
        return replace(answered, step=visit.step + 1)
    if "firm_no" in practice.only_in:
        done = used(answered)
        return replace(done, phase=Phase.STAYING, question="firmness", pending=())
    return finish(answered, reply, shelf)


def _room(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Would that one give a little room? After a yes, toward is asked again; a no is fine, and contact follows.

    A no is final: in this visit nothing is asked of any of them again.
    """
    if reply.value not in ROOM:
        raise UnusableAnswerError("room", ", ".join(ROOM))
    done = used(visit)
    if reply.value == "yes":
        return replace(done, phase=Phase.STAYING, question="toward", pending=())
    final = frozenset({Family.ASK}) if reply.value == "no" else frozenset[Family]()
    memory = done.memory._replace(
        declined=(*done.memory.declined, Family.ASK), first=(Family.CONTACT,), refused=done.memory.refused | final
    )
    return arrive(replace(done, memory=memory), "thats_fine" if reply.value == "no" else "no_answer")


def leave(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Leaving it, after any question: nothing to finish."""
    return arrive(used(visit), "left_it")
