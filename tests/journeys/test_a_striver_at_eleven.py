"""A striver, at eleven at night. The critic has been talking since the meeting; the drive is what it guards."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow


def test_the_critic_is_heard_before_anything_is_asked_of_her(somebody: Somebody) -> None:
    somebody.hears("Kindness can feel impossible, or unsafe. This starts there.", "Nothing is kept unless you say so.")
    somebody.chooses("Something in me says no")
    somebody.ticks("A voice: who do you think you are", "I’d lose my drive")
    somebody.writes("Everybody else managed it without a break.")
    somebody.chooses("Go on")
    somebody.hears("That is hard to have inside. It won’t be argued with here.", "Everybody else managed it")

    somebody.chooses("Keyed up, and here")
    somebody.hears("A harsh voice spoke up, and you noticed it. It is a voice.")
    somebody.finds("Nothing", "Something else", "Stop", "Help")
    somebody.asks_why()

    somebody.chooses("Stay with that voice").hears("How hard is this moment?")
    somebody.chooses("4").hears("How firm is that no?")
    somebody.chooses("Clear").chooses("Beside me").hears("Where do you notice that voice, in your body or around it?")
    somebody.chooses("Behind me").writes("the foreman")
    somebody.chooses("Go on").hears("How do you feel toward the foreman right now?").chooses("A bit curious")
    somebody.hears("It doesn’t have to answer.")

    and_what_it_guards_is_asked_gently(somebody)


def and_what_it_guards_is_asked_gently(somebody: Somebody) -> None:
    """The four questions, two of them left open."""
    somebody.chooses("Listen to what says no")
    somebody.writes("It is right behind me.").chooses("Go on").chooses("Go on")
    somebody.writes("Keeping me sharp.").chooses("Go on").chooses("Go on")
    somebody.chooses("It didn’t answer").chooses("Go on")
    somebody.chooses("It didn’t answer").hears("Compared with before?")

    somebody.chooses("The same")
    somebody.chooses("Stop").hears("You noticed a no and didn’t fight it. That can be the whole visit.")
    somebody.does_not_hear("Everybody else managed it", "Keeping me sharp")
