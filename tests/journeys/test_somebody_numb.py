"""Somebody who feels nothing at all. Blank is an answer; the way leads outward, with few words."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow


def test_blank_is_an_answer_and_the_room_comes_first(somebody: Somebody) -> None:
    somebody.chooses("Something in me says no").ticks("Nothing there, blank").chooses("Go on")
    somebody.hears("Blank is an answer too.")
    somebody.chooses("Shut down").hears("Far away is allowed. Eyes open is fine.")
    somebody.finds("One colour", "Any small movement").does_not_hear("Breath")

    somebody.chooses("One colour").finds("Enough, or done", "It got harder")
    somebody.chooses("Enough, or done").hears("Your body right now is closest to")
    somebody.chooses("Shut down")
    somebody.hears("Far away is allowed.")
    somebody.chooses("Nothing").hears("Far away is allowed.")
    somebody.chooses("Nothing").hears("That is an answer.")
    somebody.finds("Begin again")
