"""Somebody who needs somebody: a number before anything else, a line with its hours, and nothing that holds them."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow

INTENT = "I want to end my life tonight."


def test_the_panel_comes_once_in_full_and_then_as_one_line(somebody: Somebody) -> None:
    somebody.chooses("Something in me says no").writes(INTENT).chooses("Go on")
    somebody.hears("Are you thinking about ending your life?", "999", "116 123", "Samaritans", "Day and night.")
    assert somebody.page.locator("a.number[href='tel:999']").is_visible()
    somebody.finds("No, continue", "Yes. Show more help", "That’s not what I meant", "Stop")
    somebody.chooses("No, continue").hears(INTENT)

    somebody.chooses("Change what you said").writes("I am going to kill myself.").chooses("Go on")
    somebody.hears("Help is up there, any time.", "999").finds("No, continue")
    somebody.does_not_hear("Are you thinking about ending your life?")

    somebody.chooses("Yes. Show more help").hears("The number is here.", "Nobody is monitoring this.")
    somebody.chooses("That’s not what I meant").chooses("Change what you said").writes(INTENT).chooses("Go on")
    somebody.does_not_hear("Help is up there, any time.", "The number is here.")


def test_help_holds_every_line_with_how_it_was_checked(somebody: Somebody) -> None:
    somebody.chooses("Help").hears("Emergency number (United Kingdom): 999", "Somebody to talk with")
    for summary in somebody.page.locator("details summary").all():
        summary.click()
    somebody.hears("National Domestic Abuse Helpline (Refuge)", "Checked on 22 November 2026", "Nobody called it.")
    somebody.chooses("No, continue")


def test_another_region_shows_its_own_lines_and_is_remembered(anybody: Somebody) -> None:
    anybody.chooses("Help")
    anybody.page.get_by_label("Where you are now").select_option("DE")
    anybody.chooses("Show").hears("Emergency number (Germany): 112", "0800 111 0 111", "TelefonSeelsorge")
    anybody.chooses("No, continue").chooses("Help").hears("Emergency number (Germany): 112")
