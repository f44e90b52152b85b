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


def test_leaving_is_first_and_back_shows_nothing(anybody: Somebody) -> None:
    anybody.chooses("Settle for a minute")
    first = anybody.page.locator("button:visible, a:visible, input:visible").first
    assert first.inner_text() == "Leave now"
    first.click()
    anybody.page.wait_for_url(lambda url: url == "about:blank" or url.endswith("/blank"))
    assert anybody.page.locator("body").inner_text().strip() in ("", "Notes")
    anybody.page.go_back()
    anybody.page.wait_for_load_state("load")
    anybody.does_not_hear("Choose what you like", "Settle for a minute")


def test_shift_three_times_leaves(anybody: Somebody) -> None:
    if not anybody.way.javascript:
        return  # the button is there; the keys need JavaScript
    anybody.chooses("Something in me says no").writes("Not for his eyes.")
    for _ in range(3):
        anybody.page.keyboard.press("Shift")
    anybody.page.wait_for_url("about:blank")
    anybody.page.go_back()
    anybody.page.wait_for_load_state("load")
    anybody.does_not_hear("Not for his eyes.")
