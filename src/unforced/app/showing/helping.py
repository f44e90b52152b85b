"""Help, what stays away, and the closing."""

from __future__ import annotations

from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.answers import Choice as Wanted
from unforced.domain.answers import Never
from unforced.domain.deeds.helping import HAND_OFF
from unforced.domain.errors import BrokenContentError
from unforced.domain.practice import Family
from unforced.domain.visit import Deed, Phase, Reply


def help_page(speech: Speech) -> View:
    """A number, a directory, and always a way on. The direct question only where their words asked for it."""
    visit = speech.visit
    heard = "asked" if visit.help_asked else "heard_urgent" if visit.facts.crisis else "heard_tender"
    said = [speech.say(f"app.notes.{visit.note}")] if visit.note else [speech.say(f"app.help.{heard}")]
    said += [_emergency(speech), speech.say("app.help.directory"), speech.say("app.help.monitor")]
    ask = visit.facts.crisis and not visit.help_asked and not visit.note
    choices = [Choice(speech.say("chip.controls.yes"), Reply(Deed.YES))] if ask else []
    choices.append(Choice(speech.say("chip.controls.continue"), Reply(Deed.CONTINUE)))
    if not visit.help_asked:
        choices.append(Choice(speech.say("chip.controls.not_meant"), Reply(Deed.NOT_MEANT)))
    choices += _settling(speech)
    return View(
        Phase.HELP,
        "",
        0,
        said=tuple(said),
        question=speech.say("app.questions.help") if ask else "",
        choices=tuple(choices),
    )


def _settling(speech: Speech) -> list[Choice]:
    """Something for the eyes meanwhile. Help doesn't depend on it: with broken practices it is left out."""
    try:
        orient = speech.library.shelf.family(Family.ORIENT)[0]
    except BrokenContentError:
        return []
    return [Choice(orient.title, Reply(Deed.TAKE, orient.id), orient.invitation)]


def _emergency(speech: Speech) -> str:
    numbers = speech.library.emergency(speech.region)
    if not numbers:
        return speech.say("app.help.emergency_unknown")
    shown = numbers[0] if len(numbers) == 1 else f"{numbers[0]} ({', '.join(numbers[1:])})"
    return speech.say("app.help.emergency", region=speech.region.upper(), number=shown)


def bounds(speech: Speech) -> View:
    """What stays away, always: set once, editable."""
    names = [*Never, HAND_OFF]
    chosen = {*speech.visit.answers.never, *([HAND_OFF] if speech.visit.facts.hand_off else [])}
    return View(
        Phase.BOUNDS,
        "",
        0,
        question=speech.say("app.questions.bounds"),
        hint=speech.say("app.questions.bounds_hint"),
        choices=tuple(
            Choice(speech.say(f"chip.bounds.{name}"), Reply(Deed.SET_BOUNDS, (str(name),)), chosen=name in chosen)
            for name in names
        ),
        several=True,
        send=Reply(Deed.SET_BOUNDS),
        send_label=speech.say("chip.controls.set_bounds"),
        beside=(Choice(speech.say("chip.controls.back_shelf"), Reply(Deed.BACK)),),
    )


def closed(speech: Speech) -> View:
    """A closing that asks nothing."""
    visit = speech.visit
    if visit.answers.safety == 0:
        key = "unsafe_kept" if speech.kept else "unsafe"
    elif visit.answers.choice is Wanted.NOTHING:
        key = "nothing"
    else:
        key = "noticed" if visit.answers.kinds else "plain"
    again = Choice(speech.say("chip.controls.again"), Reply(Deed.OPEN_DOOR, "says_no"))
    return View(Phase.CLOSED, "", 0, said=(speech.say(f"app.closings.{key}"),), beside=(again,))
