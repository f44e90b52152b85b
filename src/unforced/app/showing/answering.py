"""What is said in answer to what a person just did."""

from __future__ import annotations

from unforced.app.showing.speech import Speech


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
