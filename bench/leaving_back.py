"""What comes back after leaving: by Back, by Forward, and in a browser that brings back what was open."""

from __future__ import annotations

import http.server
import threading
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Playwright
from tests.journeys.browser import QUIET, chromium_or_fail
from tests.web.running import Running, passing_folder

from bench.web_canaries import Naive, canaries
from bench.web_keeping import AT_ONCE, sent

MANY = 1000
SEEN_AS_TEXT = (
    "document.documentElement.outerHTML + [...document.querySelectorAll('textarea,input')].map(it => it.value)"
)


def window(play: Playwright, profile: Path, *more: str) -> BrowserContext:
    """A browser that keeps what it keeps in this folder. What drives it can't follow pages kept whole in memory."""
    return play.chromium.launch_persistent_context(
        profile,
        executable_path=chromium_or_fail(),
        args=[*QUIET, *more],
    )


def seen(page: Page, words: list[str]) -> set[str]:
    """The canaries that stand anywhere on the page, shown or not."""
    try:
        page.wait_for_load_state("load", timeout=5000)
        text = str(page.evaluate(SEEN_AS_TEXT))
    except Error:  # the browser's own page about a program that is gone
        return set()
    return {word for word in words if word in text}


def walked(page: Page, words: list[str], entries: int) -> set[str]:
    """What is seen at every entry of the tab's history, back to the first and forward to the last."""
    found = seen(page, words)
    for go in (page.go_back, page.go_forward):
        for _ in range(entries):
            with suppress(Error):  # a program that is gone is an error to go to
                go(timeout=5000)
            found |= seen(page, words)
    return found


def entries_of(page: Page) -> int:
    """How many entries the tab's history has."""
    return int(page.evaluate("() => history.length"))


def typed(page: Page, running: Running, words: list[str]) -> None:
    """All of them on screens that show them again, with the last of them still in the field."""
    page.goto(running.address)
    page.get_by_role("button", name="Something in me says no").click()
    for start in range(0, len(words), AT_ONCE):
        sent(page, " ".join(words[start : start + AT_ONCE]))
        page.get_by_role("button", name="Change what you said").wait_for()
        assert seen(page, words), "nothing of it was on the screen, so nothing could come back"
        page.get_by_role("button", name="Change what you said").click()
        page.locator("textarea[name=words]").wait_for()
    page.locator("textarea[name=words]").fill(words[-1])


def left(page: Page) -> None:
    """By the keys."""
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("about:blank")


def brought_back(play: Playwright, profile: Path, words: list[str]) -> tuple[set[str], int]:
    """What is seen where a closed browser brings back what was open, in every tab and its history."""
    context = window(play, profile, "--restore-last-session")
    found: set[str] = set()
    entries = 0
    for page in context.pages:
        page.wait_for_timeout(500)
        many = entries_of(page)
        found |= walked(page, words, many)
        entries += many
    context.close()
    return found, entries


def ours(play: Playwright, gone: bool) -> dict[str, int]:
    """A visit that is left, with the program there or gone meanwhile."""
    words, profile = canaries(MANY), passing_folder("profile")
    with Running() as running:
        context = window(play, profile)
        page = context.pages[0]
        typed(page, running, words)
        if gone:
            running.kill()
        left(page)
        entries = entries_of(page)
        back = walked(page, words, entries)
        context.close()
        again, restored = brought_back(play, profile, words)
    return {"back": len(back), "entries": entries, "restored": len(again), "entries restored": restored}


def naive(play: Playwright) -> dict[str, int]:
    """The control: a naive form, left for the same place by the address bar."""
    words, profile = canaries(MANY), passing_folder("profile")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Naive)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = window(play, profile)
    page = context.pages[0]
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
    for start in range(0, len(words), AT_ONCE):
        page.locator("input").fill(" ".join(words[start : start + AT_ONCE]))
        page.get_by_role("button", name="Save").click()
        page.wait_for_load_state("load")
    page.goto("about:blank")
    back = walked(page, words, entries_of(page))
    context.close()
    again, restored = brought_back(play, profile, words)
    server.shutdown()
    return {"back": len(back), "restored": len(again), "entries restored": restored}


def came_back(play: Playwright) -> dict[str, object]:
    """All of it, with its control."""
    found = {"there": ours(play, gone=False), "gone": ours(play, gone=True), "control": naive(play)}
    told = {f"{name}, {where}": count for where, each in found.items() for name, count in each.items()}
    shown = sum(each[name] for where, each in found.items() if where != "control" for name in ("back", "restored"))
    return {"canaries": MANY, **told, "came back": shown, "control came back": found["control"]["back"]}
