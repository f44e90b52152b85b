"""The shelf: what a person could pick themselves, a few cards behind a door and all of them when asked for."""

from __future__ import annotations

from typing import TypedDict

from unforced.app.showing.answering import note
from unforced.app.showing.arriving import writing
from unforced.app.showing.outlining import link
from unforced.app.showing.small import first_few, kind_of, own_choices
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.answers import Never
from unforced.domain.practice import BODY, MOMENTS, UNCLOCKED, Family, Practice
from unforced.domain.visit import Deed, Phase, Reply

MOMENT_DOOR = "moment"
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
MINUTES = ("breath.one_minute", "breath.with_the_hold", "breath.without_counting")
LONGER = "breath.longer_form"


def shelf(speech: Speech) -> View:
    """Everything a person could pick themselves, with who should skip it; what they put away can come back."""
    visit = speech.visit
    key, cards = _cards(speech)
    few = key == "shelf_moment"
    choices = [_card(speech, practice, few) for practice in cards] + own_choices(speech)
    if not visit.whole_shelf and visit.door == "settle":
        choices = longer_breath(speech) + choices
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
            *link(speech),
        ),
        **_writing(speech),
    )


class Written(TypedDict, total=False):
    """A place for one line, where there is one."""

    send: Reply
    send_label: str
    field: str
    aside: bool


def _writing(speech: Speech) -> Written:
    """Behind the door of small moments one could write their own; not where somebody could see the screen."""
    field = writing(speech, "app.moments.write") if speech.visit.door == MOMENT_DOOR else ""
    if not field:
        return {}
    return {
        "send": Reply(Deed.WRITE),
        "send_label": speech.say("chip.moments.written"),
        "field": field,
        "aside": True,
    }


def _cards(speech: Speech) -> tuple[str, list[Practice]]:
    """Which cards lie on the shelf, and the line above them: a few behind a door, all of them when asked for."""
    if speech.visit.whole_shelf:
        families: tuple[Family, ...] = SETTLING + REST_OF_IT
        if speech.visit.door == MOMENT_DOOR:
            families = (Family.MOMENT, *(family for family in families if family is not Family.MOMENT))
        every = [practice for family in families for practice in opened(speech, family)]
        return "shelf", sorted(every, key=lambda p: (families.index(p.family), p.of and MOMENTS.index(p.of)))
    if speech.visit.door == MOMENT_DOOR:
        return "shelf_moment", first_few(speech.visit, opened(speech, Family.MOMENT))
    return "shelf", [card for family, count in FIRST_FEW.items() for card in opened(speech, family)[:count]]


def _nevers(speech: Speech) -> list[Choice]:
    never = speech.visit.answers.never
    bounds = [Choice(speech.say("chip.controls.bounds"), Reply(Deed.BOUNDS))]
    wanted = [name for name in ("breath", "touch") if name not in never]
    return [Choice(speech.say(f"chip.controls.never_{name}"), Reply(Deed.NEVER, name)) for name in wanted] + bounds


def _card(speech: Speech, practice: Practice, few: bool) -> Choice:
    invitation = f"{practice.invitation} {practice.skip}".strip()
    group = kind_of(speech, practice, few) if practice.of else speech.say(f"chip.families.{practice.family}")
    return Choice(practice.title, Reply(Deed.TAKE, practice.id), invitation, group=group)


def opened(speech: Speech, family: Family) -> list[Practice]:
    """What the person may pick: all but what is never wanted or put away, and what only the guide can open."""
    never, away = speech.visit.answers.never, speech.visit.memory.put_away
    named = {str(name) for name in never}
    if family.value in named or (family in BODY and Never.BODY in never) or family in UNCLOCKED:
        return []
    unwanted = {"eyes_closed", "imagery", "sound"} & named
    found = [p for p in speech.library.shelf.family(family) if p.id not in away and not p.needs & unwanted]
    return [p for p in found if not p.only_in]


def longer_breath(speech: Speech) -> list[Choice]:
    """The longer breath, shown by name once a minute of it left things the same or easier (guide.md §5)."""
    uses = speech.visit.uses
    if not uses or uses[-1].practice not in MINUTES or uses[-1].worse:
        return []
    longer = [practice for practice in opened(speech, Family.BREATH) if practice.id == LONGER]
    why = (speech.say("app.because.longer"),)
    return [Choice(practice.title, Reply(Deed.TAKE, practice.id), practice.invitation, why) for practice in longer]
