"""The ask, one question a screen, and the two sides."""

from __future__ import annotations

from unforced.app.showing.arriving import writing
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.deeds.turning_toward import ROOM, SIDES_STEPS, steps_of
from unforced.domain.visit import Deed, Phase, Reply

NOT_WRITTEN = frozenset({"back_one", "back_other", "outward_one", "outward_other", "end"})


def asking(speech: Speech) -> View:
    """One question. It doesn't have to answer; a pause with the floor comes between."""
    visit = speech.visit
    practice = speech.library.shelf.get(visit.practice)
    steps = steps_of(practice)
    cue = steps[visit.step]
    last = " ".join(end.text for end in practice.cues if end.phase == "end") if cue is steps[-1] else ""
    if "against_it" in practice.only_in:
        choices = [Choice(speech.say(f"chip.controls.room_{r}"), Reply(Deed.NEXT, r)) for r in ROOM]
        return View(Phase.ASKING, "", 0, question=cue.text, choices=tuple(choices), beside=_leaving(speech))
    if cue.phase != "name":
        return View(Phase.ASKING, "", 0, said=(cue.text,), choices=(_go_on(speech),), beside=_leaving(speech))
    return _question(speech, Phase.ASKING, cue.text, last)


def _question(speech: Speech, phase: Phase, text: str, last: str = "") -> View:
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
        beside=_leaving(speech),
    )


def _go_on(speech: Speech) -> Choice:
    return Choice(speech.say("chip.controls.next"), Reply(Deed.NEXT))


def _leaving(speech: Speech) -> tuple[Choice, ...]:
    return (
        Choice(speech.say("chip.controls.back"), Reply(Deed.BACK)),
        Choice(speech.say("chip.controls.worse"), Reply(Deed.WORSE)),
    )


def sides(speech: Speech) -> View:
    """One step of the two sides, in the person's names for them."""
    visit = speech.visit
    step = SIDES_STEPS[visit.step]
    one, other = speech.side(visit.first_side), speech.side(1 - visit.first_side)
    speaking, listening = (one, other) if step.endswith("_one") else (other, one)
    text = speech.say(f"app.sides.{step}", x=speaking, y=listening)
    if step == "first":
        choices = tuple(Choice(speech.side(side), Reply(Deed.NEXT, side)) for side in (0, 1))
        said = (speech.say("app.sides.intro"),)
        return View(Phase.SIDES, "", 0, said=said, question=text, choices=choices, beside=_leaving(speech))
    if step == "room":
        choices = tuple(Choice(speech.say(f"chip.controls.room_{r}"), Reply(Deed.NEXT, r)) for r in ROOM)
        return View(Phase.SIDES, "", 0, question=text, choices=choices, beside=_leaving(speech))
    if step in NOT_WRITTEN:
        return View(Phase.SIDES, "", 0, said=(text,), choices=(_go_on(speech),), beside=_leaving(speech))
    return _question(speech, Phase.SIDES, text)
