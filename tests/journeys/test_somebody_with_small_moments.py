"""Somebody tired: a small moment of their own, kept by their own choice, a shore; and legs that stay out."""

from __future__ import annotations

import pytest

from tests.journeys.test_somebody_who_keeps import Keeper, keeper, keeps_for_the_first_time

__all__ = ["keeper"]
pytestmark = pytest.mark.slow
OWN = "stand at the back door"


def test_one_of_their_own_is_written_kept_and_lies_on_the_shore(keeper: Keeper) -> None:
    keeper.has_said().chooses("Stop")
    keeps_for_the_first_time(keeper)
    keeper.page.goto(f"{keeper.running.origin}/")
    keeper.chooses("A small moment").hears("Twenty seconds at most", "A short break", "A feeling, by its name")
    keeper._tap(keeper.page.locator(".own-line summary"))
    keeper.page.locator("#words").fill(OWN)
    keeper.page.locator("#words").focus()
    with keeper.page.expect_navigation():
        keeper.page.keyboard.press("Enter")
    assert keeper.heading() == OWN
    keeper.hears("in your own time").chooses("Enough, or done").chooses("The same")
    keeper.hears("Yours, and nothing changed.").chooses("Keep this small moment").hears("It is kept, and sealed.")
    keeper.follows("Small moments").hears("A shore with a pebble on it.", "What is on it stays")
    keeper._tap(keeper.page.locator("details.fold summary"))
    keeper.hears("Your own", OWN).chooses("Forget it").hears("Forgotten. It can be taken back until")
    keeper.hears("A shore with a pebble on it.").chooses("Take it back").hears("It is back.")
    keeper.chooses("Take this one")
    assert keeper.heading() == OWN


def test_legs_are_left_out_and_stay_out(keeper: Keeper) -> None:
    keeper.chooses("Settle for a minute").chooses("All of them").chooses("Toes to face, only letting go")
    keeper._tap(keeper.page.locator(".leaveout summary"))
    keeper.ticks("Legs", "Face").chooses("Leave these out")
    keeper.does_not_hear("Thighs", "Forehead")
    assert keeper.page.get_by_role("checkbox", name="Legs").is_checked()
    keeper.chooses("Enough, or done").chooses("The same").chooses("The same")
    keeper.chooses("Toes to face, only letting go").does_not_hear("Thighs")
