"""The offers with their reasons, what stands beside them, and the shelf."""

from __future__ import annotations

from unforced.app.showing.answering import note
from unforced.app.showing.outlining import link
from unforced.app.showing.shelving import longer_breath, opened
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.answers import Situation
from unforced.domain.guide import guide, hear_is_shown, may_offer, state_of
from unforced.domain.practice import Family, Practice
from unforced.domain.resistance import Kind, in_order
from unforced.domain.states import STAY_FROM
from unforced.domain.visit import Deed, Phase, Reply

STAY_WORDS = {
    Kind.TENSE: "stay_body",
    Kind.NUMB: "stay_body",
    Kind.FLOODED: "stay_body",
    Kind.TWO_SIDES: "stay_two_sides",
}
WITH_TWIN = frozenset({Family.BREATH, Family.TOUCH, Family.MUSCLES_FULL})


def offers(speech: Speech) -> View:
    """The line said first, at most two offers, and whatever stands beside them, the same size."""
    visit = speech.visit
    now = guide(visit.situation, speech.library.shelf)
    choices = []
    for offer in now.offers:
        practice = speech.library.shelf.get(offer.practice)
        why = tuple(speech.say(f"app.because.{code}") for code in offer.because)
        choices.append(Choice(practice.title, Reply(Deed.TAKE, practice.id), practice.invitation, why))
        choices += _twin(speech, practice)
    if _breath_fits(visit.situation):
        choices += longer_breath(speech)
    return View(
        Phase.OFFERS,
        now.state,
        0,
        said=_said(speech, now.line, now.state),
        question=speech.say("app.questions.offers" if choices else "app.questions.offers_none"),
        choices=tuple(choices),
        beside=_beside(speech, now.state) + link(speech),
    )


def _twin(speech: Speech, practice: Practice) -> list[Choice]:
    """A breath or a touch is offered with another doorway of the same size (guide.md §5)."""
    if practice.family not in WITH_TWIN:
        return []
    twin = speech.library.shelf.get(practice.twin)
    if twin not in opened(speech, twin.family) or twin.family in speech.visit.memory.refused:
        return []
    why = (speech.say("app.because.twin"),)
    return [Choice(twin.title, Reply(Deed.TAKE, twin.id), twin.invitation, why)]


def _breath_fits(situation: Situation) -> bool:
    """Whether breath may be offered here, apart from doses: a form that is picked by name is exempt from them."""
    fresh = situation._replace(memory=situation.memory._replace(outward_due=False, inward_s=0))
    return Family.BREATH in may_offer(fresh, state_of(fresh), -1)


def _said(speech: Speech, line: str, state: str) -> tuple[str, ...]:
    """What answers the last deed, then the state's line unless it was said a moment ago."""
    visit = speech.visit
    said = [note(speech)] if visit.note else []
    repeated = bool(said) and visit.lines[0] == line and state != "crisis"
    if not repeated:
        said.append(speech.say(f"app.lines.{line}"))
    if state == "unsafe_here" and not speech.kept:
        said.append(speech.say("app.notes.watched_note"))
    return tuple(said)


def _beside(speech: Speech, state: str) -> tuple[Choice, ...]:
    visit = speech.visit
    beside: list[Choice] = []
    if state == "crisis":
        return (Choice(speech.say("chip.controls.continue"), Reply(Deed.CONTINUE)),)
    if state == "unsafe_here":
        return (Choice(speech.say("chip.controls.passed"), Reply(Deed.PASSED)),)
    if hear_is_shown(visit.situation, state):
        beside.append(Choice(speech.say("chip.controls.hear"), Reply(Deed.HEAR)))
    elif state in STAY_FROM:
        beside.append(stay(speech))
    if state != "nothing_wanted":
        beside.append(Choice(speech.say("chip.controls.look"), Reply(Deed.LOOK)))
        beside.append(Choice(speech.say("chip.controls.chips"), Reply(Deed.CHIPS)))
    if Kind.DANGER in visit.answers.kinds:
        beside.append(Choice(speech.say("chip.controls.danger_now"), Reply(Deed.HELP)))
    return tuple(beside)


def stay(speech: Speech) -> Choice:
    """Stay with that voice, or with the kind's own noun."""
    named = in_order(speech.visit.answers.kinds)
    key = STAY_WORDS.get(named[0], "stay") if named and not (speech.name() or speech.mirrored()) else "stay"
    return Choice(speech.say(f"chip.controls.{key}", noun=speech.noun()), Reply(Deed.STAY))
