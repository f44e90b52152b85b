"""Stay with that voice: the questions that come only after the person asked for them, one a screen.

Order (guide.md §1): presence where body words gave 2 or nothing, distress, names for two sides, firmness, blend,
where it is and what it could be called (meeting.py), toward. Nothing is said or offered in between; the first answer
that fires a state above *flat* ends them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from unforced.domain import thresholds as t
from unforced.domain.answers import BETWEEN, UNKNOWN, Answers
from unforced.domain.deeds import meeting
from unforced.domain.deeds.afterwards import came_too_near
from unforced.domain.deeds.arriving import arrive, level, remembered
from unforced.domain.deeds.practising import start
from unforced.domain.errors import OutOfPlaceError
from unforced.domain.guide import guide, hear_is_shown, state_of
from unforced.domain.practice import Family
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf
from unforced.domain.states import STAY_FROM
from unforced.domain.visit import Phase, Reply, Visit
from unforced.domain.words import Words

HOLDS = {
    # The one answer that holds a state, asked again when stay is tapped there.
    "surge": "distress",
    "empty": "energy",
    "firm_no": "firmness",
    "merged": "blend",
    "against_it": "toward",
    "flat": "toward",
    "warm": "toward",
    "curious": "toward",
}
FIRED_BY = {
    # The answers that can fire a state above *flat*, which ends the questions.
    "far_away": ("presence",),
    "too_much": ("distress",),
    "surge": ("distress",),
    "empty": ("energy",),
    "two_sides": ("name_b", "distress", "presence"),
    "firm_no": ("firmness",),
    "merged": ("blend",),
    "against_it": ("toward",),
}
TURNING = ("firmness", "blend", "toward")
IN_THE_WAY: Mapping[str, Callable[[Answers], bool]] = {
    "firmness": lambda a: a.firmness >= t.FIRM,
    "blend": lambda a: a.blend >= t.BLENDED,
    "toward": lambda a: a.toward <= t.FLAT,
}
NAMES = ("name_a", "name_b")


def stay(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Stay with it. After a low state, or flooded, a practice has to have come first for it to open more."""
    state = state_of(visit.situation).name
    if state not in STAY_FROM:
        raise OutOfPlaceError(f"stay has no place in {state}")
    careful = visit.memory.was_low or Kind.FLOODED in visit.answers.kinds
    stayed = bool(visit.uses) or not careful
    facts = visit.facts._replace(stayed=visit.facts.stayed or stayed, invited=False)
    answers = visit.answers._replace(choice=UNKNOWN)
    questions = _with_meeting(stay_questions(visit, state))
    return _ask(replace(visit, facts=facts, answers=answers, stay_began=state, note=""), questions)


def stay_questions(visit: Visit, state: str) -> tuple[str, ...]:
    """The questions of this *stay*, in order.

    Tapped again, distress and the one answer that holds the state, then whatever an earlier *stay* hadn't come to
    or what an answer from before would hold next.
    """
    a = visit.answers
    if state == "surge":
        return ("distress",)
    presence = ("presence",) if a.presence is UNKNOWN or a.presence == t.INWARD_PRESENCE else ()
    naming = NAMES if Kind.TWO_SIDES in a.kinds and not visit.facts.two_named else ()
    missing = tuple(key for key in TURNING if getattr(a, key) is UNKNOWN or IN_THE_WAY[key](a))
    if visit.stay_began and state in HOLDS:
        return tuple(dict.fromkeys((*presence, "distress", *naming, HOLDS[state], *missing)))
    if visit.stay_began and missing:
        return (*presence, "distress", *naming, *missing)
    energy = ("energy",) if a.energy == 0 else ()
    return (*presence, "distress", *energy, *naming, *TURNING)


def _with_meeting(questions: tuple[str, ...]) -> tuple[str, ...]:
    """The questions with those that find it before the one on how somebody feels toward it."""
    if "toward" not in questions:
        return questions
    at = questions.index("toward")
    return (*questions[:at], *meeting.MEETING, *questions[at:])


def hear(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Hear what it guards: allows one question to a firm no, once the person is here and there is room."""
    if not hear_is_shown(visit.situation, state_of(visit.situation).name):
        raise OutOfPlaceError("the one question isn't open here")
    invited = replace(visit, facts=visit.facts._replace(invited=True), note="", stay_began="firm_no")
    if visit.answers.distress is UNKNOWN:
        return _ask(invited, ("distress",))
    return _heard(invited, shelf)


def _heard(visit: Visit, shelf: Shelf) -> Visit:
    """Straight to the one question where the guide allows it; the person already said yes to it."""
    offers = guide(visit.situation, shelf).offers
    asks = [offer.practice for offer in offers if offer.family is Family.ASK]
    return start(visit, shelf.get(asks[0])) if asks else arrive(visit)


def _ask(visit: Visit, questions: tuple[str, ...]) -> Visit:
    """The next of the questions; whether those that find it are open is known once it is their turn."""
    while questions[0] in meeting.MEETING and not meeting.is_open(visit, questions[0]):
        questions = questions[1:]
    return replace(visit, phase=Phase.STAYING, question=questions[0], pending=questions[1:])


def answer_staying(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """One answer on the way; the path is computed from the answers, never stored."""
    answered = _answered(visit, reply)
    state = state_of(answered.situation).name
    fired = visit.question in FIRED_BY.get(state, ())
    if answered.facts.invited and not answered.pending:
        return _heard(answered, shelf)
    if not fired and answered.pending:
        return _ask(answered, answered.pending)
    below_the_floor = answered.facts.two_named and state != "two_sides"
    return _equal_line(answered) if below_the_floor else arrive(answered)


def _equal_line(visit: Visit) -> Visit:
    """Both sides named where there is no room for them: one equal line to each, then contact (guide.md §6)."""
    memory = visit.memory._replace(first=(Family.CONTACT,))
    return arrive(replace(visit, memory=memory), "equal_line")


def _answered(visit: Visit, reply: Reply) -> Visit:
    if visit.question in meeting.MEETING:
        return meeting.answer(visit, reply)
    return _named(visit, reply.words) if visit.question in NAMES else _levelled(visit, reply.value)


def _levelled(visit: Visit, value: object) -> Visit:
    key = visit.question
    said = remembered(visit.said, key, value)
    if key == "toward":
        between = value if isinstance(value, str) and value in BETWEEN else ""
        visit = replace(visit, memory=visit.memory._replace(between=between))
        value = BETWEEN[between] if between else value
    told = replace(visit, answers=visit.answers.told(key, level(key, value)), said=said)
    surge = told.facts.surge or came_too_near(told)
    memory = told.memory._replace(surged=told.memory.surged or surge)
    return replace(told, facts=told.facts._replace(surge=surge), memory=memory)


def _named(visit: Visit, words: Words | None) -> Visit:
    """A name for one side, in the person's words; leaving it empty keeps the plain name."""
    first, second = visit.names
    if visit.question == NAMES[0]:
        return replace(visit, names=(words, second))
    return replace(visit, names=(first, words), facts=visit.facts._replace(two_named=True))
