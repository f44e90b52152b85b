"""One screen for each phase of a visit, with the controls that keep their place on every one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from unforced.app.showing import (
    arriving,
    helping,
    meeting,
    noting,
    offering,
    outlining,
    practising,
    saying,
    shelving,
    sides,
    turning_toward,
    why,
)
from unforced.app.showing.speech import Speech
from unforced.app.view import CONTROLS, Choice, View
from unforced.domain.guide import state_of
from unforced.domain.visit import MOVES, Phase, Reply, Visit
from unforced.ports import Library

SCREENS: Mapping[Phase, Callable[[Speech], View]] = {
    Phase.DOORS: arriving.doors,
    Phase.KINDS: arriving.kinds,
    Phase.BODY: arriving.body,
    Phase.OFFERS: offering.offers,
    Phase.SHELF: shelving.shelf,
    Phase.STAYING: meeting.staying,
    Phase.PRACTICE: practising.practice,
    Phase.AFTER: practising.after,
    Phase.ASKING: turning_toward.asking,
    Phase.SIDES: sides.sides,
    Phase.SAYING: saying.saying,
    Phase.WHY: why.why,
    Phase.NOTING: noting.noting,
    Phase.OUTLINE: outlining.outline,
    Phase.HELP: helping.help_page,
    Phase.BOUNDS: helping.bounds,
    Phase.CLOSED: helping.closed,
}


def show(visit: Visit, library: Library, region: str = "", kept: bool = False) -> View:
    """The screen of this visit.

    ``region`` (two letters) is where emergency numbers are taken from; ``kept``: whether anything of it was kept.
    """
    speech = Speech(visit, library, region, kept)
    view = SCREENS[visit.phase](speech)
    view = view._replace(beside=view.beside + saying.link(speech) + why.link(speech))
    controls = tuple(
        Choice(speech.say(f"chip.controls.{deed}"), Reply(deed)) for deed in CONTROLS if deed in MOVES[visit.phase]
    )
    hidden = visit.answers.safety == 0 or visit.phase is Phase.CLOSED  # somebody could see it, or it is forgotten
    earlier = () if hidden else speech.earlier()
    if visit.notice and not hidden:
        view = view._replace(said=(speech.say(f"app.notes.{visit.notice}"), *view.said))
    return view._replace(turn=visit.turn, state=state_of(visit.situation).name, earlier=earlier, controls=controls)
