"""The offers with their reasons, what stands beside them, and the shelf."""

from __future__ import annotations

from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.answers import Never, Situation
from unforced.domain.guide import guide, hear_is_shown, may_offer, state_of
from unforced.domain.practice import BODY, UNCLOCKED, Family, Practice
from unforced.domain.resistance import Kind, in_order
from unforced.domain.states import STAY_FROM
from unforced.domain.visit import Deed, Phase, Reply

STAY_WORDS = {
    Kind.TENSE: "stay_body",
    Kind.NUMB: "stay_body",
    Kind.FLOODED: "stay_body",
    Kind.TWO_SIDES: "stay_two_sides",
}
SETTLING = (
    Family.CONTACT,
    Family.ORIENT,
    Family.MOVE,
    Family.OBJECT,
    Family.TOUCH,
    Family.BREATH,
    Family.MUSCLES_RELEASE,
    Family.MUSCLES_FULL,
    Family.NOTE,
    Family.REST,
)
WITH_TWIN = frozenset({Family.BREATH, Family.TOUCH, Family.MUSCLES_FULL})
MINUTES = ("breath.one_minute", "breath.with_the_hold", "breath.without_counting")
LONGER = "breath.longer_form"
FIRST_FEW = {
    # Behind the door "settle for a minute": one card for each doorway, and the breath with and without a hold.
    Family.CONTACT: 1,
    Family.ORIENT: 1,
    Family.MOVE: 1,
    Family.OBJECT: 1,
    Family.TOUCH: 1,
    Family.MUSCLES_RELEASE: 1,
    Family.BREATH: 2,
    Family.REST: 1,
}
REST_OF_IT = (Family.ACKNOWLEDGE, Family.SEE, Family.WARMTH, Family.MOMENT, Family.PEOPLE)


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
        choices += _longer(speech)
    return View(
        Phase.OFFERS,
        now.state,
        0,
        said=_said(speech, now.line, now.state),
        question=speech.say("app.questions.offers" if choices else "app.questions.offers_none"),
        choices=tuple(choices),
        beside=_beside(speech, now.state),
    )


def _twin(speech: Speech, practice: Practice) -> list[Choice]:
    """A breath or a touch is offered with another doorway of the same size (guide.md §5)."""
    if practice.family not in WITH_TWIN:
        return []
    twin = speech.library.shelf.get(practice.twin)
    if twin not in _open(speech, twin.family) or twin.family in speech.visit.memory.refused:
        return []
    why = (speech.say("app.because.twin"),)
    return [Choice(twin.title, Reply(Deed.TAKE, twin.id), twin.invitation, why)]


def _breath_fits(situation: Situation) -> bool:
    """Whether breath may be offered here, apart from doses: a form that is picked by name is exempt from them."""
    fresh = situation._replace(memory=situation.memory._replace(outward_due=False, inward_s=0))
    return Family.BREATH in may_offer(fresh, state_of(fresh), -1)


def _longer(speech: Speech) -> list[Choice]:
    """The longer breath, shown by name once a minute of it left things the same or easier (guide.md §5)."""
    uses = speech.visit.uses
    if not uses or uses[-1].practice not in MINUTES or uses[-1].worse:
        return []
    longer = [practice for practice in _open(speech, Family.BREATH) if practice.id == LONGER]
    why = (speech.say("app.because.longer"),)
    return [Choice(practice.title, Reply(Deed.TAKE, practice.id), practice.invitation, why) for practice in longer]


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


def note(speech: Speech) -> str:
    """The answer to what just happened: a practice's own words where it has them."""
    visit = speech.visit
    if visit.note in ("worse", "same") and visit.practice:
        practice = speech.library.shelf.get(visit.practice)
        text = practice.worse if visit.note == "worse" else practice.same
        if practice.id in visit.memory.put_away and visit.note == "worse":
            text += " " + speech.say("app.notes.put_away", title=practice.title)
        return text
    return speech.say(f"app.notes.{visit.note}", a=speech.side(0), b=speech.side(1))


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
    key = STAY_WORDS.get(named[0], "stay") if named else "stay"
    return Choice(speech.say(f"chip.controls.{key}", noun=speech.noun()), Reply(Deed.STAY))


def shelf(speech: Speech) -> View:
    """Everything a person could pick themselves, with who should skip it; what they put away can come back."""
    visit = speech.visit
    key, cards = _cards(speech)
    choices = [_card(speech, practice) for practice in cards]
    if not visit.whole_shelf and visit.door == "settle":
        choices = _longer(speech) + choices
    away = [speech.library.shelf.get(name) for name in sorted(visit.memory.put_away)]
    choices += [Choice(speech.say("chip.controls.take_back", title=p.title), Reply(Deed.TAKE_BACK, p.id)) for p in away]
    return View(
        Phase.SHELF,
        "",
        0,
        said=(note(speech),) if visit.note else (),
        question=speech.say(f"app.questions.{key}"),
        choices=tuple(choices),
        beside=(
            *([] if visit.whole_shelf else [Choice(speech.say("chip.controls.all"), Reply(Deed.LOOK))]),
            Choice(speech.say("chip.controls.back_shelf"), Reply(Deed.BACK)),
            *_nevers(speech),
        ),
    )


def _cards(speech: Speech) -> tuple[str, list[Practice]]:
    """Which cards lie on the shelf, and the line above them: a few behind a door, all of them when asked for."""
    if speech.visit.whole_shelf:
        return "shelf", [practice for family in SETTLING + REST_OF_IT for practice in _open(speech, family)]
    if speech.visit.door == "moment":
        return "shelf_moment", _open(speech, Family.MOMENT)
    return "shelf", [card for family, count in FIRST_FEW.items() for card in _open(speech, family)[:count]]


def _nevers(speech: Speech) -> list[Choice]:
    never = speech.visit.answers.never
    bounds = [Choice(speech.say("chip.controls.bounds"), Reply(Deed.BOUNDS))]
    wanted = [name for name in ("breath", "touch") if name not in never]
    return [Choice(speech.say(f"chip.controls.never_{name}"), Reply(Deed.NEVER, name)) for name in wanted] + bounds


def _card(speech: Speech, practice: Practice) -> Choice:
    invitation = f"{practice.invitation} {practice.skip}".strip()
    group = speech.say(f"chip.families.{practice.family}")
    return Choice(practice.title, Reply(Deed.TAKE, practice.id), invitation, group=group)


def _open(speech: Speech, family: Family) -> list[Practice]:
    """What the person may pick: all but what is never wanted or put away, and what only the guide can open."""
    never, away = speech.visit.answers.never, speech.visit.memory.put_away
    named = {str(name) for name in never}
    if family.value in named or (family in BODY and Never.BODY in never) or family in UNCLOCKED:
        return []
    unwanted = {"eyes_closed", "imagery", "sound"} & named
    found = [p for p in speech.library.shelf.family(family) if p.id not in away and not p.needs & unwanted]
    return [p for p in found if not p.only_in]
