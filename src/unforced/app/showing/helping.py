"""Help, what stays away, and the closing."""

from __future__ import annotations

from unforced.app.reach import Reach
from unforced.app.showing.reaching import emergency_way, reach
from unforced.app.showing.speech import Speech
from unforced.app.view import Choice, View
from unforced.domain.answers import Choice as Wanted
from unforced.domain.answers import Never
from unforced.domain.deeds.helping import HAND_OFF
from unforced.domain.errors import BrokenContentError
from unforced.domain.practice import Family
from unforced.domain.visit import Deed, Phase, Reply

WORDINGS = 3  # fixed texts of the panel, in rotation
AGAIN = "help_is_there"


def help_page(speech: Speech) -> View:
    """The panel where words were heard that sounded like danger; otherwise the whole page. Always with a way on."""
    visit = speech.visit
    found = reach(speech.say, speech.library, speech.region)
    heard = not visit.help_asked and visit.note in ("", AGAIN)
    return _panel(speech, found) if heard else _whole(speech, found)


def _panel(speech: Speech, found: Reach) -> View:
    """One plain question, then a number, a line, and a way on; everything else is a tap away (safety.md, crisis).

    Which of the fixed texts it is follows from the turn, so that the same visit shows the same panel. Once it has
    been shown, one line stands in the place of text and question.
    """
    visit = speech.visit
    heard = "urgent" if visit.facts.crisis else "tender"
    text = f"app.notes.{AGAIN}" if visit.note else f"app.help.{heard}_{visit.turn % WORDINGS + 1}"
    return View(
        Phase.HELP,
        "",
        0,
        said=(speech.say(text),),
        question="" if visit.note else speech.say(f"app.questions.help_{heard}"),
        choices=(
            Choice(speech.say("chip.controls.continue"), Reply(Deed.CONTINUE)),
            Choice(speech.say(f"chip.help.more_{heard}"), Reply(Deed.YES if heard == "urgent" else Deed.HELP)),
            Choice(speech.say("chip.controls.not_meant"), Reply(Deed.NOT_MEANT)),
        ),
        reach=found,
        panel=True,
        footnotes=(speech.say("app.help.monitor"),),
    )


def _whole(speech: Speech, found: Reach) -> View:
    """The whole page: everybody there is, that nobody is monitoring, and something for the eyes meanwhile."""
    visit = speech.visit
    choices = [Choice(speech.say("chip.controls.continue"), Reply(Deed.CONTINUE))]
    if not visit.help_asked:
        choices.append(Choice(speech.say("chip.controls.not_meant"), Reply(Deed.NOT_MEANT)))
    said = speech.say(f"app.notes.{visit.note}") if visit.note else speech.say("app.help.asked")
    return View(Phase.HELP, "", 0, said=(said,), choices=(*choices, *_settling(speech)), reach=found)


def _settling(speech: Speech) -> list[Choice]:
    """Something for the eyes meanwhile. Help doesn't depend on it: with broken practices it is left out."""
    try:
        orient = speech.library.shelf.family(Family.ORIENT)[0]
    except BrokenContentError:
        return []
    return [Choice(orient.title, Reply(Deed.TAKE, orient.id), orient.invitation)]


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
    """A closing that asks nothing. Where words sounded like danger, the emergency number goes along."""
    visit = speech.visit
    said: tuple[str, ...] = ()
    if visit.answers.safety == 0:
        key = "unsafe_kept" if speech.kept else "unsafe"
    elif visit.facts.tender:
        key = "help"
        number = emergency_way(speech.say, speech.library, speech.region)
        said = (f"{number.before}{number.link}{number.after}",)
    elif visit.answers.choice is Wanted.NOTHING:
        key = "nothing"
    else:
        key = "noticed" if visit.answers.kinds else "plain"
    again = Choice(speech.say("chip.controls.again"), Reply(Deed.OPEN_DOOR, "says_no"))
    return View(Phase.CLOSED, "", 0, said=(speech.say(f"app.closings.{key}"), *said), beside=(again,))
