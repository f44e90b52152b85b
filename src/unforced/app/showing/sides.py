"""The two sides, a step a screen, in the person's names for them: the same sentences and the same size for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from unforced.app.showing.rounds import go_on, leaving, question
from unforced.app.showing.speech import Speech, short
from unforced.app.view import Choice, Column, Listening, View
from unforced.domain.answers import SCALES, UNKNOWN
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.sides import ASKED, LISTENED, given, step_of, told_by
from unforced.domain.timeline import silent
from unforced.domain.visit import Deed, Phase, Reply
from unforced.domain.words import Words

LONGEST_UNDER = 160  # characters of what a side said that stand under it while something else is asked
WHOLE = ("back", "end")  # where all of it is shown


def sides(speech: Speech) -> View:
    """One step of the two sides, with what each said under its own name."""
    step = step_of(speech.visit)
    view = SHOWN.get(step.kind, _told)(speech)
    columns = () if step.kind == "first" else tuple(_column(speech, side) for side in _in_order(speech))
    return view._replace(phase=Phase.SIDES, columns=columns, listening=_clock(speech), beside=leaving(speech))


def sentence(speech: Speech) -> str:
    """What is said or asked at this step: one template for both sides."""
    step = step_of(speech.visit)
    return speech.say(f"app.sides.{step.kind}", **_names(speech))


def _names(speech: Speech) -> dict[str, str]:
    side = max(step_of(speech.visit).side, 0)
    other = speech.side(1 - side)
    if speech.visit.names[1 - side] is None:  # the plain name, within a sentence
        other = other[0].lower() + other[1:]
    return {"x": speech.side(side), "y": other, "n": str(given(speech.visit))}


def _in_order(speech: Speech) -> tuple[int, int]:
    return speech.visit.listed, 1 - speech.visit.listed


def _first(speech: Speech) -> View:
    """Which goes first: both names, of the same size."""
    choices = tuple(Choice(speech.side(side), Reply(Deed.NEXT, side)) for side in _in_order(speech))
    said = (speech.say("app.sides.intro"),)
    return View(Phase.SIDES, "", 0, said=said, question=sentence(speech), choices=choices, paired=True)


def _level(speech: Speech) -> View:
    """How firm it is, or how the person feels toward it; not knowing is an answer."""
    key = step_of(speech.visit).kind
    steps = [
        Choice(speech.say(f"chip.scales.{key}.{n}"), Reply(Deed.NEXT, level)) for n, level in enumerate(SCALES[key])
    ]
    unknown = Choice(speech.say("chip.controls.unknown"), Reply(Deed.NEXT, UNKNOWN))
    return View(Phase.SIDES, "", 0, question=sentence(speech), choices=(*steps, unknown), scale=True)


def _asked(speech: Speech) -> View:
    hint = speech.say("app.sides.time", **_names(speech)) if given(speech.visit) else ""
    return question(speech, Phase.SIDES, sentence(speech), hint)


def _room(speech: Speech) -> View:
    choices = tuple(Choice(speech.say(f"chip.controls.room_{answer}"), Reply(Deed.NEXT, answer)) for answer in ROOM)
    return View(Phase.SIDES, "", 0, question=sentence(speech), choices=choices)


def _told(speech: Speech) -> View:
    return View(Phase.SIDES, "", 0, said=(sentence(speech),), choices=(go_on(speech),))


SHOWN: Mapping[str, Callable[[Speech], View]] = {
    "first": _first,
    **dict.fromkeys(ASKED, _level),
    **dict.fromkeys((*LISTENED, "shared"), _asked),
    "room": _room,
}
"""How a step is shown; every other one is said, with one way on."""


def _clock(speech: Speech) -> Listening | None:
    """The silent clock of this step, where it has one."""
    seconds = given(speech.visit)
    if not seconds:
        return None
    timeline = silent(speech.visit.practice, seconds, speech.say("app.sides.its_time"))
    return Listening(timeline, speech.say("app.sides.over") if step_of(speech.visit).kind in LISTENED else "")


def _column(speech: Speech, side: int) -> Column:
    """What a side said, in the person's words; whole where it is said back."""
    told = told_by(speech.visit, side)
    whole = step_of(speech.visit).kind in WHOLE
    said = zip(LISTENED, (told.wants, told.fears), strict=True)
    return Column(speech.side(side), tuple((speech.say(f"chip.sides.{key}"), _words(w, whole)) for key, w in said))


def _words(words: Words | None, whole: bool) -> str:
    if words is None:
        return ""
    return words.reveal() if whole else short(words, LONGEST_UNDER)
