"""A second listener beside the rules (safety.md, screen): it may raise and never lower; late, a line says so."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from unforced.adapters.library import FileLibrary
from unforced.adapters.reading.quiet_listener import QuietListener
from unforced.app.respond import HELP_IS_THERE, respond
from unforced.domain.screening import Concern, Heard
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.ports import Listener

INTENT = "I am going to kill myself tonight."
ORDINARY = "I would lose my drive."
AT_THE_CHIPS = Visit(phase=Phase.KINDS, door="says_no")


@dataclass
class Told:
    """A listener that hears what it is told to."""

    what: Heard | None

    def hear(self, raw: str) -> Heard | None:
        return self.what


class Broken:
    """A listener in which something went wrong."""

    def hear(self, raw: str) -> Heard | None:
        raise RuntimeError("no model")


def after(raw: str, listener: Listener | None, library: FileLibrary) -> Visit:
    return respond(AT_THE_CHIPS, Reply(Deed.CHOOSE, ("edge",)), library, raw=raw, listener=listener)


def test_it_always_may_raise_what_the_rules_left_alone(library: FileLibrary) -> None:
    assert after(ORDINARY, Told(Heard(Concern.URGENT, ("second",))), library).phase is Phase.HELP
    assert after(ORDINARY, QuietListener(), library).phase is Phase.BODY  # the control


def test_it_never_quiets_what_the_rules_heard(library: FileLibrary) -> None:
    for listener in (QuietListener(), Told(Heard(Concern.NONE, ())), Told(None), Broken()):
        assert after(INTENT, listener, library).phase is Phase.HELP


@pytest.mark.parametrize("listener", [Told(None), Broken()], ids=["too_slow", "broken"])
def test_late_or_missing_a_line_says_that_help_is_there_and_the_turn_goes_on(
    library: FileLibrary, listener: Listener
) -> None:
    went_on = after(ORDINARY, listener, library)
    assert (went_on.phase, went_on.note) == (Phase.BODY, HELP_IS_THERE)
    assert after(ORDINARY, QuietListener(), library).note == ""


def test_it_is_never_asked_about_nothing(library: FileLibrary) -> None:
    assert after("  ", Broken(), library).note == ""
    assert after("  ", None, library).note == ""
