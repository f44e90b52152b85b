"""A practice as timed text, and the two taps after it."""

from __future__ import annotations

from unforced.app.showing.arriving import body_words, numbered, scale
from unforced.app.showing.outlining import link
from unforced.app.showing.small import own_moment
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, Playing, View
from unforced.domain.deeds.moments import shown
from unforced.domain.deeds.practising import most_hold, played
from unforced.domain.deeds.saying import tone
from unforced.domain.practice import Practice
from unforced.domain.timeline import timeline
from unforced.domain.visit import Deed, Phase, Reply


def practice(speech: Speech) -> View:
    """The cues in order. It can be stopped at any second; stopping and ending are the same."""
    whole = speech.library.shelf.get(speech.visit.practice)
    own = shown(speech.visit)
    if own is not None:
        return own_moment(speech, own)
    chosen = played(speech.visit, whole)
    holds, areas = _holds(speech, chosen), _areas(speech, whole)
    beats = timeline(chosen, tone=tone(speech.visit))
    return View(
        Phase.PRACTICE,
        "",
        0,
        said=(chosen.title,),
        playing=Playing(chosen.id, chosen.title, beats, chosen.skip, holds, areas, link(speech)),
        choices=(
            Choice(speech.say("chip.controls.finish"), Reply(Deed.FINISH)),
            Choice(speech.say("chip.controls.worse"), Reply(Deed.WORSE)),
        ),
        beside=link(speech),
    )


def _areas(speech: Speech, practice: Practice) -> tuple[Choice, ...]:
    """The areas of the body that it works, each of which could be left out."""
    return tuple(
        Choice(speech.say(f"chip.areas.{area}"), Reply(Deed.LEAVE_OUT, (area,)), chosen=area in speech.visit.left_out)
        for area in practice.areas
    )


def _holds(speech: Speech, practice: Practice) -> tuple[Choice, ...]:
    """The holds to choose from: none, and up to four seconds. Nothing to choose where nothing may be held."""
    most = most_hold(speech.visit) if practice.breath else 0
    if not most:
        return ()
    return tuple(
        Choice(speech.say(f"chip.hold.{seconds}"), Reply(Deed.HOLD, seconds), chosen=seconds == practice.hold)
        for seconds in range(most + 1)
    )


def after(speech: Speech) -> View:
    """Body and feeling apart, each skippable; the body words again after a low state."""
    key = speech.visit.question
    choices = body_words(speech) if key == "body_words" else scale(speech, key)
    question = speech.say(f"app.questions.{key}")
    return View(
        Phase.AFTER, "", 0, question=question, choices=choices, first_number=numbered(key), scale=key != "body_words"
    )
