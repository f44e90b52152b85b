"""Marking where in the body, before a practice of the body and after it. Never asked for, and left at any time.

Rules:
- An outline is attention turned inward, so it is there only where the guide would let a practice of the body be
  offered. Doses are left aside: this has no clock, and nobody is led to it.
- Never where somebody could see the screen, nor where it is too much, nor in a body that is to be left alone.
- Nothing is made of a mark: it orders no offer and changes no state.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.errors import OutOfPlaceError
from unforced.domain.guide import may_offer, state_of
from unforced.domain.outline import Marks, marks_of
from unforced.domain.practice import BODY, Family
from unforced.domain.shelf import Shelf
from unforced.domain.states import LOW
from unforced.domain.visit import Phase, Reply, Said, Visit

MARKED = BODY | {Family.CONTACT, Family.MOVE}
"""The families before and after which it is there."""
BEFORE, AFTER, COMPARED = range(3)
KEYS = ("marks_before", "marks_after")


def may_mark(visit: Visit) -> bool:
    """Whether attention may go into the body now, around the practice that was taken last."""
    now = visit.situation
    state = state_of(now)
    undosed = now._replace(memory=now.memory._replace(outward_due=False, inward_s=0))
    may_be_seen = now.answers.safety in (0, 1)
    if may_be_seen or state.name in LOW or visit.practice.partition(".")[0] not in MARKED:
        return False
    return bool(BODY & set(may_offer(undosed, state, -1)))


def may_mark_after(visit: Visit) -> bool:
    """Whether the practice taken last is done and hasn't been marked after yet."""
    done = bool(visit.uses) and visit.uses[-1].practice == visit.practice
    return done and visit.marks_after is None and may_mark(visit)


def open_outline(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """To the outline: from a practice before it, from where it was taken after it."""
    if visit.phase is Phase.PRACTICE and may_mark(visit):
        return replace(visit, phase=Phase.OUTLINE, step=BEFORE)
    if visit.phase is not Phase.PRACTICE and may_mark_after(visit):
        return replace(visit, phase=Phase.OUTLINE, step=AFTER, came_from=visit.phase)
    raise OutOfPlaceError("nothing is marked here now")


def mark(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Every mark at once; none is an answer. Before a practice it leads back to it, after it both are shown."""
    if visit.step == COMPARED:
        raise OutOfPlaceError("it has been marked")
    marks = marks_of(reply.value)
    said = _with(visit, marks)
    if visit.step == BEFORE:
        return replace(visit, phase=Phase.PRACTICE, step=0, marks_before=marks, said=said)
    return replace(visit, step=COMPARED, marks_after=marks, said=said)


def _with(visit: Visit, marks: Marks) -> tuple[Said, ...]:
    """What was said, with these marks in the place of those that they change."""
    entry = Said(KEYS[visit.step], tuple(each.token for each in marks))
    said = visit.said
    if visit.step == BEFORE and visit.marks_before is not None:
        said = said[:-1]
    return (*said, entry)


def leave(visit: Visit, reply: Reply | None = None, shelf: Shelf | None = None) -> Visit:
    """Back to where it was opened. What was said about the practice isn't said a third time."""
    phase = Phase.PRACTICE if visit.step == BEFORE else visit.came_from
    return replace(visit, phase=phase, step=0, note="" if visit.step == COMPARED else visit.note)


def left_where_barred(visit: Visit) -> Visit:
    """The visit; off the outline where something said meanwhile, on another screen, took it away."""
    return leave(visit) if visit.phase is Phase.OUTLINE and not may_mark(visit) else visit
