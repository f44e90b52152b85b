"""Saying something to it, at any point where an acknowledgement is open: in three sizes, or in own words.

Rules:
- The words are the person's to say; the program says them to nobody (guide.md §5, §8 invariant 15).
- It leads back to the screen it was opened from, and nothing is asked after it.
- What the guide's own limits bar is not held out: the whole one in a surge, merged, or to somebody afraid of it.
- The tone is chosen by the person and holds for the visit. A firm one stands for a boundary, never against it being
  there. It is for the one that says no: whoever stands in between is spoken to plainly.
- Own words are kept in what was said, and nowhere else.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.guide import fitting, may_offer, state_of
from unforced.domain.practice import SIZES, TONES, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Phase, Reply, Said, Visit

SAYABLE = frozenset({Phase.OFFERS, Phase.STAYING, Phase.ASKING, Phase.SIDES})
"""The screens from which it opens."""
SAID_TO_IT = "said_to_it"
PLAIN = "neutral"


def may_say(visit: Visit) -> bool:
    """Whether something could be said to it from this screen."""
    return visit.phase in SAYABLE and _unbarred(visit)


def tone(visit: Visit) -> str:
    """The tone of what is offered to be said now."""
    return visit.tone if may_choose_tone(visit) else PLAIN


def may_choose_tone(visit: Visit) -> bool:
    """Whether it is the one that says no that is spoken to."""
    return state_of(visit.situation).name != "against_it"


def words_to_it(visit: Visit, shelf: Shelf) -> tuple[Practice, ...]:
    """The acknowledgements to choose from: what is made for this moment, then one of each size, the smallest first."""
    fit = fitting(visit.situation, shelf, Family.ACKNOWLEDGE)
    made = tuple(practice for practice in fit if practice.only_in)
    every = tuple(practice for practice in fit if not practice.only_in)
    sized = (next((practice for practice in every if practice.size == size), None) for size in SIZES)
    return (*made, *(practice for practice in sized if practice is not None))


def open_saying(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """To the words, from any screen where it is open."""
    if not may_say(visit):
        raise OutOfPlaceError("nothing is said to it here")
    return replace(visit, phase=Phase.SAYING, saying_from=visit.phase)


def choose_tone(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Another tone, for the whole visit."""
    if reply.value not in TONES or not may_choose_tone(visit):
        raise UnusableAnswerError("tone", ", ".join(TONES))
    return replace(visit, tone=str(reply.value))


def say(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Said: one of the acknowledgements, or own words. Nothing written and nothing chosen says nothing."""
    if reply.words is not None:
        return unsaid(_said(visit, Said(SAID_TO_IT, reply.words)), reply, shelf)
    if reply.value is None:
        return unsaid(visit, reply, shelf)
    if reply.value not in [practice.id for practice in words_to_it(visit, shelf)]:
        raise UnusableAnswerError("words", "one of those shown, or own words")
    return unsaid(_said(visit, Said(SAID_TO_IT, f"{reply.value}:{tone(visit)}")), reply, shelf)


def unsaid(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Back to where it was opened, with nothing asked."""
    return replace(visit, phase=visit.saying_from)


def _said(visit: Visit, entry: Said) -> Visit:
    return replace(visit, said=(*(other for other in visit.said if other != entry), entry))


def _unbarred(visit: Visit) -> bool:
    state = state_of(visit.situation)
    return Family.ACKNOWLEDGE in may_offer(visit.situation, state, -1)
