"""Somebody who may be watched. Leaving is first, the screen says little, and nothing comes back."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow


def test_what_was_said_is_gone_from_the_screen_at_once(somebody: Somebody) -> None:
    somebody.chooses("Something in me says no").writes("He comes home at six.").ticks("If I soften, I get hurt")
    somebody.chooses("Go on").hears("He comes home at six.")
    somebody.chooses("Somebody could see this").hears("You can close this now.")
    somebody.does_not_hear("He comes home at six.", "If I soften")
    somebody.chooses("That has passed")
    assert somebody.page.locator("textarea").count() == 0  # nothing is typed in this visit any more
    somebody.chooses("Stop").does_not_hear("He comes home at six.")


def test_leaving_is_first_and_back_shows_nothing(somebody: Somebody) -> None:
    somebody.chooses("Settle for a minute")
    first = somebody.page.locator("button:visible, a:visible, input:visible").first
    assert first.inner_text() == "Leave now"
    first.click()
    somebody.page.wait_for_url(lambda url: url == "about:blank" or url.endswith("/blank"))
    assert somebody.page.locator("body").inner_text().strip() in ("", "Notes")
    somebody.page.go_back()
    somebody.page.wait_for_load_state("load")
    somebody.does_not_hear("Choose what you like", "Settle for a minute")


def test_shift_three_times_leaves(somebody: Somebody) -> None:
    if not somebody.way.javascript:
        return  # the button is there; the keys need JavaScript
    somebody.chooses("Something in me says no").writes("Not for his eyes.")
    for _ in range(3):
        somebody.page.keyboard.press("Shift")
    somebody.page.wait_for_url("about:blank")
    somebody.page.go_back()
    somebody.page.wait_for_load_state("load")
    somebody.does_not_hear("Not for his eyes.")
