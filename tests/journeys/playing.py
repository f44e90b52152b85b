"""Somebody in front of a practice: the way there from the shelf, and what the page has noted of it while it played."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.web.running import Running

BREATH = "One minute of slow breath"
HELD = "With the hold"
LONGER = "The longer form, with a pause"
MUSCLES = "Toes to face, only letting go"
TENSING = "From toes to face"
LOOKING = "Five by the senses"
MOMENT = "Let some air in"
TO_THE_SHELF = ("Something in me says no", "Go on", "About right", "Choose for yourself")
WITH_SOUND: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}, "bypass_csp": True}


def inside(context: BrowserContext, running: Running) -> Page:
    """A page in front of the three doors."""
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(running.origin)
    page.get_by_label("Code", exact=True).fill(running.code)
    press(page, "Open")
    running.next_code()
    return page


def press(page: Page, label: str) -> None:
    """A button, and the page that it leads to."""
    with page.expect_navigation():
        page.get_by_role("button", name=label, exact=True).first.click()
    page.wait_for_load_state("load")


def choose(page: Page, title: str) -> Page:
    """A practice from the shelf, by its title, in a visit that begins with it."""
    page.goto("/".join(page.url.split("/")[:3]))
    for label in TO_THE_SHELF:
        press(page, label)
    button = page.locator("button.choice").filter(has=page.get_by_text(title, exact=True)).first
    if not button.is_visible():
        page.locator("details.fold", has=button).first.locator("summary").click()
    with page.expect_navigation():
        button.click()
    page.wait_for_load_state("load")
    return page


def in_front_of(title: str, opened: Browser, running: Running, script: str = "", **options: Any) -> Page:
    """A fresh window in front of a practice. ``script``: what its browser is like, run before any other."""
    context = opened.new_context(**{**WITH_SOUND, **options})
    if script:
        context.add_init_script(script)
    return choose(inside(context, running), title)


def begin(page: Page) -> None:
    """Begins, or rests, or goes on."""
    page.locator("#player .begin").click()


def marks(page: Page, name: str) -> list[dict[str, Any]]:
    """What was noted under a name, each with ``wall``, the milliseconds of the page's clock."""
    script = "name => performance.getEntriesByName(name).map(one => ({...one.detail, wall: one.startTime}))"
    found: list[dict[str, Any]] = page.evaluate(script, name)
    return found


def arrives(page: Page, phase: str) -> None:
    """Waits until a phase is there."""
    there = "phase => document.querySelector('.stage').dataset.phase === phase"
    page.wait_for_function(there, arg=phase, timeout=20_000)


def with_tones(page: Page) -> None:
    """Chooses soft tones, and that nobody could see the screen."""
    page.get_by_label("Sound").select_option("tones")
    page.locator(".ask").get_by_role("button", name="No", exact=True).click()


def timeline(page: Page) -> list[dict[str, Any]]:
    """The cues that the page holds."""
    found: list[dict[str, Any]] = page.evaluate("JSON.parse(document.getElementById('player').dataset.timeline)")
    return found
