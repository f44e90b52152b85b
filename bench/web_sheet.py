"""Somebody who types canaries onto a sheet to take along, looks at it, changes it, goes back, and leaves it."""

from __future__ import annotations

from playwright.sync_api import Page
from tests.web.running import Running

AT_ONCE = 100


def typed_onto_a_sheet(page: Page, running: Running, words: list[str]) -> None:
    """All of them as questions for the session, some hundred at a time, with no file taken."""
    page.goto(running.address)
    page.get_by_role("button", name="Something in me says no").wait_for()
    for start in range(0, len(words), AT_ONCE):
        page.goto(f"{running.origin}/sheet")
        page.locator("textarea[name=words]").fill("\n".join(words[start : start + AT_ONCE]))
        page.get_by_role("button", name="Show me the sheet").click()
        page.get_by_role("link", name="Change what is on it").click()
        page.locator("textarea[name=words]").wait_for()
        page.go_back()
        page.locator(".paper").wait_for()
    page.get_by_role("button", name="Leave it").click()
    page.get_by_role("button", name="Something in me says no").wait_for()
