"""Somebody who knows every practice. One side wants it, one slams the door; both get the same time, to the end."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow


def test_two_sides_are_both_heard_and_nothing_is_decided(somebody: Somebody) -> None:
    somebody.chooses("Something in me says no").ticks("One side wants it, one slams the door").chooses("Go on")
    somebody.hears("Wanting it and refusing it at once is tiring.")
    somebody.chooses("About right").chooses("Stay with both")
    somebody.chooses("3")
    somebody.writes("the one who practises").chooses("Go on")
    somebody.writes("the one at the door").chooses("Go on")
    somebody.hears("Both are welcome here.")

    somebody.chooses("Both sides").hears("Which goes first?")
    somebody.chooses("the one at the door").hears("the one at the door: what does it want for you?")
    somebody.writes("Peace, for once.").chooses("Go on")
    somebody.hears("what does it fear from the one who practises?")
    somebody.writes("More homework.").chooses("Go on").hears("was heard")
    somebody.chooses("Go on").hears("Twenty seconds outward").chooses("Go on")
    somebody.writes("Rest.").chooses("Go on").writes("Staying like this.").chooses("Go on")
    somebody.chooses("Go on").hears("Twenty seconds outward").chooses("Go on")
    somebody.hears("Is there something both protect?").chooses("It didn’t answer")
    somebody.hears("A no is fine.").chooses("No answer")
    somebody.hears("with nothing decided").chooses("Go on")
    somebody.chooses("The same").chooses("Stop").does_not_hear("More homework")
