"""What the screens of the ask and of the two sides have in common: a question, a step on, the ways out."""

from __future__ import annotations

from unforced.app.showing.arriving import writing
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.visit import Deed, Phase, Reply


def question(speech: Speech, phase: Phase, text: str, last: str = "") -> View:
    """A question with a place to write; answering in silence is as good."""
    return View(
        phase,
        "",
        0,
        question=text,
        hint=last,
        choices=(Choice(speech.say("chip.controls.silent"), Reply(Deed.NEXT)),),
        send=Reply(Deed.NEXT),
        send_label=speech.say("chip.controls.next"),
        field=writing(speech, "app.questions.ask_words"),
        beside=leaving(speech),
    )


def go_on(speech: Speech) -> Choice:
    """On to the next screen."""
    return Choice(speech.say("chip.controls.next"), Reply(Deed.NEXT))


def leaving(speech: Speech) -> tuple[Choice, ...]:
    """The two ways out that stand on every screen of a round: leave it here, and it got harder."""
    return (
        Choice(speech.say("chip.controls.back"), Reply(Deed.BACK)),
        Choice(speech.say("chip.controls.worse"), Reply(Deed.WORSE)),
    )
