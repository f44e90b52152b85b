"""The ways in which somebody uses the pages, and what axe finds on a screen in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STICKS_FROM = 544  # px of height from which the bottom row stays in the window
AXE = AXE_FILE_PATH.read_text("utf-8")


@dataclass(frozen=True)
class Way:
    """How somebody uses the pages."""

    name: str
    javascript: bool = True
    keyboard: bool = False
    width: int = 1280
    height: int = 860
    theme: str = "light"
    forced: bool = False
    still: bool = False

    def context(self, browser: Browser) -> BrowserContext:
        """A fresh browser window for this way."""
        options: dict[str, Any] = {
            "viewport": {"width": self.width, "height": self.height},
            "java_script_enabled": self.javascript,
            "color_scheme": self.theme,
            "forced_colors": "active" if self.forced else "none",
            "reduced_motion": "reduce" if self.still else "no-preference",
            "bypass_csp": self.javascript,  # only so that axe can be put into the page
        }
        return browser.new_context(**options)


WAYS = (
    Way("in light"),
    Way("in the dark, on something small", theme="dark", width=360, height=740),
    Way("in forced colours", forced=True, width=768, height=1024),
    Way("without JavaScript", javascript=False, width=360, height=740),
    Way("by keyboard alone", keyboard=True, theme="dark", still=True),
    Way("in a window of 320", width=320, height=640),
    Way("at four hundred per cent", width=320, height=256),
)


PLAIN_WAYS = tuple(way for way in WAYS if way.theme == "light" and not way.forced and way.width != 320)


def examine(page: Page, way: Way) -> dict[str, Any]:
    """What axe finds on this screen, with all of it in the window at once."""
    tall = page.evaluate("document.documentElement.scrollHeight")
    higher = way.height >= STICKS_FROM and tall > way.height
    if higher:
        page.set_viewport_size({"width": way.width, "height": tall})
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
    if higher:
        page.set_viewport_size({"width": way.width, "height": way.height})
    return found
