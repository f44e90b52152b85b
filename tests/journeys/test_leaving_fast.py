"""Leaving fast: what a page does as it goes and comes, with the program there and gone. Figures: bench/leaving.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bench.leaving import keeps
from bench.leaving_back import left
from playwright.sync_api import Browser, Page, Playwright

from tests.journeys.person import Somebody
from tests.journeys.ways import WAYS
from tests.web.running import Running

pytestmark = pytest.mark.slow

SAID = "not for his eyes"
GOES = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: %s}))"
COMES = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
HIDDEN = "() => document.documentElement.hidden"


@pytest.fixture
def page(program: Running, chromium: Browser) -> Iterator[Page]:
    """Somebody who is writing."""
    context = WAYS[0].context(chromium)
    opened = context.new_page()
    opened.goto(program.address)
    opened.get_by_role("button", name="Something in me says no").click()
    opened.locator("textarea[name=words]").fill(SAID)
    yield opened
    context.close()


def test_leaving_is_the_first_thing_that_the_tab_key_reaches(anybody: Somebody) -> None:
    for label in ("Something in me says no", "Go on", "About right"):
        anybody.chooses(label)
        anybody.page.locator("body").click(position={"x": 1, "y": 1})
        anybody.page.evaluate("document.activeElement.blur()")
        anybody.page.keyboard.press("Tab")
        assert anybody.page.evaluate("document.activeElement.closest('form')?.id") == "leave"


def test_with_the_program_gone_leaving_works_all_the_same(page: Page, program: Running) -> None:
    program.kill()
    left(page)
    assert page.evaluate("() => document.documentElement.outerHTML").count(SAID) == 0


def test_it_ends_at_a_place_that_asks_nobody_for_anything(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    left(page)
    page.wait_for_timeout(500)
    assert [url for url in asked if not url.startswith("about:") and not url.endswith("/leave")] == []


def test_a_page_that_the_browser_keeps_in_memory_is_kept_hidden(page: Page) -> None:
    page.evaluate(GOES % "false")
    assert not page.evaluate(HIDDEN)
    page.evaluate(GOES % "true")
    assert page.evaluate(HIDDEN)


def test_a_page_that_comes_back_is_hidden_and_asked_for_again(page: Page) -> None:
    with page.expect_navigation():
        assert page.evaluate(f"() => {{ {COMES}; return document.documentElement.hidden; }}")


def test_once_left_what_comes_back_is_locked(page: Page, program: Running) -> None:
    at = page.url
    left(page)
    page.wait_for_timeout(1000)
    page.goto(at)
    assert SAID not in page.content()
    page.goto(program.origin)
    page.get_by_label("Code", exact=True).wait_for()


def test_two_presses_or_three_slow_ones_never_leave(page: Page) -> None:
    """The control: writing in capitals leaves nothing."""
    for _ in range(2):
        page.keyboard.press("Shift")
    page.locator("textarea[name=words]").press("A")
    for _ in range(2):
        page.keyboard.press("Shift")
    page.wait_for_timeout(300)
    assert page.url.startswith("http")


def test_where_nothing_at_all_is_kept_no_setting_is_remembered(play: Playwright, chromium: Browser) -> None:
    for options, remembered in ((("--no-trace",), 0), ((), 1)):
        with Running(options=options) as running:
            context = WAYS[0].context(chromium)
            page = context.new_page()
            page.goto(running.address)
            page.get_by_role("button", name="Settle for a minute").click()
            page.get_by_role("button").filter(has_text="One minute").first.evaluate(
                "it => it.closest('details') && (it.closest('details').open = true)"
            )
            page.get_by_role("button").filter(has_text="One minute").first.click()
            page.locator("#player select[name=sound]").wait_for()
            page.locator("#player select[name=sound]").select_option("tones")
            page.locator(".ask button[data-answer=no]").click()
            assert page.evaluate("localStorage.length + sessionStorage.length > 0") == bool(remembered)
            context.close()


def test_after_the_machine_slept_an_open_page_goes_and_after_half_a_minute_it_stays(
    program: Running, chromium: Browser
) -> None:
    context = WAYS[0].context(chromium)
    page = context.new_page()
    page.clock.install()
    keeps(page, program)
    page.goto(f"{program.origin}/past")
    page.clock.fast_forward(30_000)
    page.wait_for_timeout(500)
    assert page.url.endswith("/past")
    page.clock.fast_forward(120_000)
    page.wait_for_url(f"{program.origin}/")
    context.close()
