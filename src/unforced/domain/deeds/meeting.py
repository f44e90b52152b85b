"""Finding the one that says no: where it is noticed, and what it could be called. Two of the questions of *stay*.

Rules:
- They come once in a visit, between how close it is and how somebody feels toward it (guide.md §7: find, focus,
  feel toward), and each can be left in one tap. Unnamed, and nowhere to point to, are full answers.
- Looking for it is attention turned inward: only where there is room to turn toward it by what was answered, and
  nothing bars that. After a low moment they wait for a *stay* that begins in curious or warm, so that the way there
  stays as short as it was (invariant 19). Doses are left aside: this has no clock.
- A body that is to be left alone isn't looked into, and no picture is held out to somebody who wants none.
- Two sides are named each by itself; they aren't looked for as one.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.answers import UNKNOWN, Never
from unforced.domain.bars import barred
from unforced.domain.deeds.arriving import remembered
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.guide import state_of
from unforced.domain.part import LOOKS, PLACES
from unforced.domain.practice import Family
from unforced.domain.resistance import Kind
from unforced.domain.visit import Reply, Visit

MEETING = ("place", "called")
"""The two questions, in order."""
REOPENED = frozenset({"curious", "warm"})


def is_open(visit: Visit, question: str) -> bool:
    """Whether this question of the two is asked now."""
    if visit.found or Kind.TWO_SIDES in visit.answers.kinds or (question == "place" and not may_look_inside(visit)):
        return False
    now = visit.situation
    undosed = now._replace(memory=now.memory._replace(outward_due=False))
    reopened = not now.memory.was_low or visit.stay_began in REOPENED
    return reopened and Family.ASK not in barred(undosed, state_of(now).name)


def may_look_inside(visit: Visit) -> bool:
    """Whether somebody could be asked where in the body they notice it."""
    return Never.BODY not in visit.answers.never


def looks(visit: Visit) -> tuple[str, ...]:
    """The images and colours to choose from; none for somebody who wants no pictures in the mind."""
    return () if Never.IMAGERY in visit.answers.never else LOOKS


def answer(visit: Visit, reply: Reply) -> Visit:
    """Where it is, or what it could be called: words, an image or a colour, or neither."""
    if visit.question == "place":
        place = _one_of("place", PLACES, reply.value)
        return replace(visit, place=place, said=remembered(visit.said, "place", reply.value))
    look = _one_of("called", LOOKS, reply.value)
    said = remembered(remembered(visit.said, "look", look or UNKNOWN), "called", reply.words or UNKNOWN)
    return replace(visit, called=reply.words, look=look, found=True, said=said)


def _one_of(key: str, usable: tuple[str, ...], value: object) -> str:
    if value is UNKNOWN:
        return ""
    if isinstance(value, str) and value in usable:
        return value
    raise UnusableAnswerError(key, "one of those shown, or nothing")
