"""Somebody who writes a safety plan on a calm evening, prints it, and finds their people on Help when it isn't one."""

from __future__ import annotations

import pytest

from tests.journeys.test_somebody_who_keeps import Keeper, keeper, keeps_for_the_first_time

__all__ = ["keeper"]
pytestmark = pytest.mark.slow
MINE = "four grey herons waiting"
WALK = "once round the pond"
TEA = "tea, without sugar"
COUSIN = "my cousin with the boat"
NUMBER = "+44 20 7946 0958"
UNCLEAR = "020 7946 0555, then ask"
INTENT = "I want to kill myself tonight."


def at(keeper: Keeper, address: str) -> Keeper:
    """A page by its address, looked at like any other."""
    keeper.page.goto(f"{keeper.running.origin}{address}")
    keeper._look()
    return keeper


def puts_in(keeper: Keeper, words: str, number: str = "") -> Keeper:
    """A line under the heading that is open."""
    keeper.fills(words=words, **({"number": number} if number else {}))
    keeper.chooses("Put it in").hears("It is in the plan.")
    return keeper


def test_a_plan_is_written_on_a_calm_evening_and_found_on_help(keeper: Keeper) -> None:
    keeper.has_said().chooses("Stop")
    keeps_for_the_first_time(keeper)
    at(keeper, "/").follows("Safety plan").hears("Nothing is written yet.", "It alerts nobody.")
    keeper.follows("Write in it").hears("Any heading, in any order.", "Signs that it is getting hard")
    keeper.follows("Signs that it is getting hard").follows("Next: What I can do by myself")
    puts_in(keeper, WALK)
    puts_in(keeper, TEA).chooses("Move up").hears("It is moved.")
    keeper.chooses("Take it off").hears("It can be taken back until")
    keeper.follows("All headings")
    keeper._tap(keeper.page.locator("details.fold summary"))
    keeper.hears(TEA, "Until").chooses("Take it back").hears("It is back.")
    keeper.follows("People I can ask for help")
    puts_in(keeper, COUSIN, NUMBER).follows("Change the words").chooses("Change the words")
    keeper.follows("Next: Professionals and lines")
    puts_in(keeper, "the practice", UNCLEAR).follows("The whole plan")
    assert keeper.heading() == "Safety plan"
    keeper.hears(WALK, TEA, COUSIN, NUMBER, UNCLEAR, "Nobody clinical has reviewed this page.")
    prints(keeper)
    finds_their_people_on_help(keeper)
    at(keeper, "/past").chooses("Lock")
    at(keeper, "/help").hears("If you kept a safety plan, it is behind your passphrase.", "999").does_not_hear(COUSIN)
    keeper.follows("Unlock").fills(passphrase=MINE).chooses("Unlock").hears(COUSIN)


def prints(keeper: Keeper) -> None:
    """On paper there is the plan, and nothing else."""
    keeper.page.emulate_media(media="print")
    assert keeper.page.locator(".paper").is_visible()
    for other in (".top", "a.choice", ".links", ".middle > .hint"):
        assert not any(each.is_visible() for each in keeper.page.locator(other).all()), other
    keeper.page.emulate_media(media="screen")


def finds_their_people_on_help(keeper: Keeper) -> None:
    """Each number as it was typed, with a link only where it can be dialled; and the plan one tap away."""
    at(keeper, "/help").hears("Your own people and lines", COUSIN, f"Call {NUMBER}", f"Text {NUMBER}", UNCLEAR)
    links = [each.get_attribute("href") for each in keeper.page.locator(".yours a").all()]
    assert links == ["tel:+442079460958", "sms:+442079460958", "/plan"]
    keeper.follows("The whole plan").hears(TEA)


def test_with_nothing_kept_it_is_here_until_they_leave_and_danger_brings_a_number(keeper: Keeper) -> None:
    at(keeper, "/help").hears("This can be written on a calmer day.")
    keeper.follows("Safety plan").follows("Write in it").follows("Signs that it is getting hard").fills(words=INTENT)
    keeper.chooses("Put it in").hears("999", INTENT, "It is in the plan.")
    keeper.follows("The whole plan").hears("This is kept nowhere.", INTENT)
    at(keeper, "/").chooses("Something in me says no").chooses("Help")
    at(keeper, "/plan").hears("This can be written on a calmer day.", INTENT).does_not_hear("Write in it")
