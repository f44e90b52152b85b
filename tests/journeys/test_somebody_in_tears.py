"""Somebody in tears: too much at once. Tears are fine, few words, and Help is there before it is looked for."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow


def test_tears_are_fine_and_nothing_is_asked_about_why(somebody: Somebody) -> None:
    somebody.chooses("Something in me says no").ticks("Too much at once, tears").chooses("Go on")
    somebody.hears("That is a lot at once. Few words from here.")
    somebody.chooses("Too much").hears("This is a lot.").does_not_hear("Why did")

    somebody.chooses("Any small movement").chooses("It got harder")
    somebody.finds("Something else", "Nothing", "Stop")

    somebody.chooses("Help").hears("999", "Nobody is monitoring this.")
    somebody.chooses("No, continue")
    somebody.chooses("Stop").finds("Begin again")


def test_words_of_danger_open_help_and_are_kept(anybody: Somebody) -> None:
    anybody.chooses("Something in me says no")
    anybody.writes("I want to end my life tonight.").chooses("Go on")
    anybody.hears("Are you thinking about ending your life?", "999").finds("Yes", "That’s not what I meant")
    anybody.chooses("That’s not what I meant")
    anybody.hears("I want to end my life tonight.")
