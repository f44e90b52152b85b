"""What a browser and a person can do to a page: a lost program, double taps, back and forward, two tabs, no cookies."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.person import Somebody
from tests.journeys.ways import WAYS
from tests.web.running import Running

pytestmark = pytest.mark.slow
TYPED = "It took an hour to write this down."


@pytest.fixture
def alone(running: Running, chromium: Browser) -> Somebody:
    """Somebody with an ordinary browser."""
    return Somebody(WAYS[0].context(chromium).new_page(), WAYS[0], running).arrives()


def at_the_field(somebody: Somebody) -> Page:
    """In front of the chips, with something written."""
    somebody.chooses("Something in me says no").writes(TYPED)
    return somebody.page


def test_the_program_is_gone_and_what_was_typed_stays(chromium: Browser) -> None:
    with Running() as running:
        somebody = Somebody(WAYS[0].context(chromium).new_page(), WAYS[0], running).arrives()
        page = at_the_field(somebody)
        running.kill()
        page.get_by_role("button", name="Go on", exact=True).click()
        page.get_by_text("What you wrote stays on this page.").wait_for()
        assert page.locator("textarea[name=words]").input_value() == TYPED
        assert page.locator("#lost").get_by_text("999").is_visible()
        page.get_by_role("button", name="Leave now").click()
        page.wait_for_url("about:blank")
        page.context.close()


def test_the_program_comes_back_and_the_words_can_be_taken_along(chromium: Browser) -> None:
    first = Running()
    somebody = Somebody(WAYS[0].context(chromium).new_page(), WAYS[0], first).arrives()
    page = at_the_field(somebody)
    first.kill()
    with Running(port=first.port):
        page.get_by_role("button", name="Go on", exact=True).click()
        page.get_by_text("That visit is over.").wait_for()
        assert page.locator("textarea").input_value() == TYPED
    page.context.close()


def test_a_double_tap_is_one_turn(alone: Somebody) -> None:
    page = at_the_field(alone)
    page.get_by_role("button", name="Go on", exact=True).dblclick()
    page.get_by_text("Your body right now is closest to").wait_for()
    alone.does_not_hear("That was from an earlier screen")
    page.context.close()


def test_back_and_forward_end_at_the_present_screen(alone: Somebody) -> None:
    page = at_the_field(alone)
    alone.chooses("Go on").chooses("About right")
    here = alone.heading()
    for _ in range(2):
        page.go_back()
        page.wait_for_load_state("load")
    page.go_forward()
    page.wait_for_load_state("load")
    page.goto(page.url)
    if page.locator("h1").inner_text() != here:
        page.go_forward()
    assert page.locator("h1").count() == 1
    page.context.close()


def test_two_tabs_on_one_visit(alone: Somebody) -> None:
    page = at_the_field(alone)
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Go on", exact=True).click()
    other.get_by_text("Your body right now is closest to").wait_for()
    page.get_by_role("button", name="Go on", exact=True).click()
    page.get_by_text("That was from an earlier screen. Nothing changed.").wait_for()
    assert TYPED in page.locator("textarea").input_value()
    page.context.close()


def test_a_megabyte_by_hand(alone: Somebody) -> None:
    page = at_the_field(alone)
    page.locator("textarea[name=words]").fill("long words " * 95_000)
    page.get_by_role("button", name="Go on", exact=True).click()
    page.get_by_text("That is more than fits in one go.").wait_for()
    assert len(page.locator("textarea[name=words]").input_value()) > 1_000_000
    page.context.close()


def test_cookies_refused(running: Running, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/*", lambda route: route.continue_(headers={**route.request.headers, "cookie": ""}))
    page.goto(running.origin)
    context.clear_cookies()
    page.get_by_label("Code", exact=True).fill("ABCD-EFGH")
    page.get_by_role("button", name="Open", exact=True).click()
    page.get_by_text("One cookie is needed while this page is open.").wait_for()
    context.close()


def test_the_address_with_its_token_lets_in_once(chromium: Browser) -> None:
    with Running() as running:
        context = chromium.new_context()
        page = context.new_page()
        page.goto(running.address)
        page.get_by_text("Something in me says no").wait_for()
        assert running.token not in page.url
        context.close()
        again = chromium.new_context().new_page()
        again.goto(running.address)
        again.get_by_text("That code didn’t fit.").wait_for()
        again.context.close()
