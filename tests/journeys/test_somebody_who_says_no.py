"""Somebody who says no to everything. Each no is met, nobody asks why, and the way out is always there."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow


def test_every_no_is_enough(somebody: Somebody) -> None:
    somebody.chooses("Something in me says no").ticks("No. No reason").chooses("Go on")
    somebody.hears("All right.").does_not_hear("sure you want")
    somebody.chooses("Something else").hears("What happens when you reach for kindness")
    somebody.chooses("Go on").chooses("I don’t know, or rather not say")
    for _ in range(3):
        somebody.chooses("Something else").finds("Nothing", "Stop")
    somebody.chooses("Choose for yourself").chooses("What stays away")
    somebody.ticks("Anything with breath", "Touch").chooses("That’s how it is")
    somebody.does_not_hear("Breath</summary>")
    somebody.chooses("Nothing").hears("All right.")
    somebody.chooses("Stop").finds("Begin again")


def test_a_no_before_anything_was_said(anybody: Somebody) -> None:
    anybody.chooses("Nothing").hears("All right.")
    anybody.chooses("Nothing").finds("Begin again")
    anybody.chooses("Begin again").hears("What happens when you reach for kindness")
