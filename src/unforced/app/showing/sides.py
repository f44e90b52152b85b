"""The two sides, a step a screen, in the person's names for them."""

from __future__ import annotations

from unforced.app.showing.rounds import go_on, leaving, question
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.deeds.sides import SIDES_STEPS
from unforced.domain.visit import Deed, Phase, Reply

NOT_WRITTEN = frozenset({"back_one", "back_other", "outward_one", "outward_other", "end"})


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
        return View(Phase.SIDES, "", 0, said=said, question=text, choices=choices, beside=leaving(speech))
    if step == "room":
        choices = tuple(Choice(speech.say(f"chip.controls.room_{r}"), Reply(Deed.NEXT, r)) for r in ROOM)
        return View(Phase.SIDES, "", 0, question=text, choices=choices, beside=leaving(speech))
    if step in NOT_WRITTEN:
        return View(Phase.SIDES, "", 0, said=(text,), choices=(go_on(speech),), beside=leaving(speech))
    return question(speech, Phase.SIDES, text)
