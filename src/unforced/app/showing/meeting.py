"""The questions of *stay*, one a screen; nothing is said or offered in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from unforced.app.showing.arriving import numbered, scale, unknown, writing
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.answers import BETWEEN, UNKNOWN
from unforced.domain.deeds.meeting import looks
from unforced.domain.deeds.staying import NAMES
from unforced.domain.outline import Area
from unforced.domain.part import AROUND
from unforced.domain.visit import Deed, Phase, Reply

SKIP = Reply(Deed.ANSWER, UNKNOWN)


def staying(speech: Speech) -> View:
    """The question that is open."""
    key = speech.visit.question
    return SCREENS.get(key, _name if key in NAMES else _scale)(speech)


def _name(speech: Speech) -> View:
    """A name for one of two sides."""
    key = speech.visit.question
    label = speech.say("chip.controls.next")
    field = writing(speech, f"app.questions.{key}")
    choices = () if field else (Choice(label, SKIP),)
    question = speech.say(f"app.questions.{key}")
    return View(Phase.STAYING, "", 0, question=question, choices=choices, send=SKIP, send_label=label, field=field)


def _scale(speech: Speech) -> View:
    """A level, in words from the lowest up; beside them, where there are more words for one."""
    key = speech.visit.question
    more = BETWEEN if key == "toward" else ()
    return View(
        Phase.STAYING,
        "",
        0,
        question=speech.say(f"app.questions.{key}", noun=speech.noun()),
        choices=scale(speech, key),
        first_number=numbered(key),
        scale=True,
        beside=tuple(Choice(speech.say(f"chip.between.{one}"), Reply(Deed.ANSWER, one)) for one in more),
    )


def _place(speech: Speech) -> View:
    """Where it is noticed. Nowhere, and not saying, stand first."""
    inside, outside = speech.say("chip.places.inside"), speech.say("chip.places.outside")
    *around, nowhere = AROUND
    choices = [Choice(speech.place(nowhere), Reply(Deed.ANSWER, nowhere)), unknown(speech)]
    choices += [Choice(speech.place(place), Reply(Deed.ANSWER, place), group=outside) for place in around]
    choices += [Choice(speech.place(area), Reply(Deed.ANSWER, area.value), group=inside) for area in Area]
    return View(
        Phase.STAYING,
        "",
        0,
        question=speech.say("app.questions.place", noun=speech.noun()),
        hint=speech.say("app.questions.place_hint"),
        choices=tuple(choices),
        few_words=True,
    )


def _called(speech: Speech) -> View:
    """A name in own words, or what it is like, or none."""
    like = speech.say("chip.looks.like")
    choices = [Choice(speech.say("chip.looks.unnamed"), SKIP)]
    choices += [
        Choice(speech.say(f"chip.looks.{look}"), Reply(Deed.ANSWER, look), group=like) for look in looks(speech.visit)
    ]
    return View(
        Phase.STAYING,
        "",
        0,
        question=speech.say("app.questions.called", noun=speech.noun()),
        hint=speech.say("app.questions.called_hint"),
        choices=tuple(choices),
        few_words=True,
        send=SKIP,
        send_label=speech.say("chip.controls.next"),
        field=writing(speech, "app.questions.called_words"),
    )


SCREENS: Mapping[str, Callable[[Speech], View]] = {"place": _place, "called": _called}
