"""The ask, one question a screen."""

from __future__ import annotations

from unforced.app.showing.rounds import go_on, leaving, question
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.deeds.turning_toward import steps_of
from unforced.domain.visit import Deed, Phase, Reply


def asking(speech: Speech) -> View:
    """One question. It doesn't have to answer; a pause with the floor comes between."""
    visit = speech.visit
    practice = speech.library.shelf.get(visit.practice)
    steps = steps_of(practice)
    cue = steps[visit.step]
    last = " ".join(end.text for end in practice.cues if end.phase == "end") if cue is steps[-1] else ""
    if "against_it" in practice.only_in:
        choices = [Choice(speech.say(f"chip.controls.room_{r}"), Reply(Deed.NEXT, r)) for r in ROOM]
        return View(Phase.ASKING, "", 0, question=cue.text, choices=tuple(choices), beside=leaving(speech))
    if cue.phase != "name":
        return View(Phase.ASKING, "", 0, said=(cue.text,), choices=(go_on(speech),), beside=leaving(speech))
    return question(speech, Phase.ASKING, cue.text, last)
