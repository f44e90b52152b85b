"""Somebody who types into every field around keeping, in a browser: what bench/web_canaries.py searches for."""

from __future__ import annotations

import re

from playwright.sync_api import Page
from tests.web.running import Running

AT_ONCE = 50


def pressed(page: Page, label: str, **typed: str) -> None:
    """A button, after fields were filled by their names."""
    for name, text in typed.items():
        page.locator(f"[name={name}]").fill(text)
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile(f"^{re.escape(label)}")).first.click()


def sent(page: Page, words: str) -> None:
    """Own words at the chips; where the chips come once more for them, on without one."""
    pressed(page, "Go on", words=words)
    if page.get_by_role("button", name="Change what you said").count() == 0:
        pressed(page, "Go on")


def followed(page: Page, running: Running, address: str) -> None:
    """A page by its address, and the newest kept visit where that is meant."""
    page.goto(f"{running.origin}{address.rstrip('+')}")
    if address.endswith("+"):
        page.locator("ul.past a").first.click()
        page.wait_for_load_state("load")


def typed_and_kept(page: Page, running: Running, words: list[str]) -> str:
    """A visit with all of them, kept, opened, locked and gone on with; returns the recovery code."""
    mine, wrong, slip, draft, late, *said = words
    page.goto(running.address)
    pressed(page, "Something in me says no")
    sent(page, said[0])
    pressed(page, "Stop")
    pressed(page, "Keep this visit")
    pressed(page, "No")
    pressed(page, "That’s the passphrase", passphrase=mine, again=wrong)
    pressed(page, "That’s the passphrase", passphrase=mine, again=mine)
    code = " ".join(page.locator(".recovery").inner_text().split())
    pressed(page, "I wrote it down", code=slip)
    pressed(page, "I wrote it down", code=code)
    followed(page, running, "/past+")
    pressed(page, "Go on with it")
    for start in range(1, len(said), AT_ONCE):
        pressed(page, "Change what you said")
        with page.expect_response(lambda answer: answer.url.endswith("/draft")):
            page.locator("[name=words]").fill(draft)
        sent(page, " ".join(said[start : start + AT_ONCE]))
    pressed(page, "Rest here")
    followed(page, running, "/past+")
    followed(page, running, "/past")
    pressed(page, "Lock")
    pressed(page, "Unlock", passphrase=wrong)
    followed(page, running, "/recover")
    pressed(page, "Set the new passphrase", code=slip, passphrase=mine, again=mine)
    pressed(page, "Set the new passphrase", code=code, passphrase=mine, again=mine)
    followed(page, running, "/passphrase")
    pressed(page, "That’s the passphrase", old=mine, passphrase=late, again=late)
    followed(page, running, "/past+")
    pressed(page, "Go on with it")
    pressed(page, "Stop")
    pressed(page, "Leave it kept")
    return code
