"""The ways in which somebody uses the pages, and what axe finds on a screen in each of them.

What changes how it is used is walked (without JavaScript, by keyboard, enlarged); what changes only how it looks (dark,
forced colours, narrow) is looked at on each screen that somebody in light comes to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The rules that depend on how it looks; the others see the same page in every way.
BY_LOOKS = ("color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable")
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
    rules: tuple[str, ...] = RULES
    also: tuple[Way, ...] = ()  # looks that every screen is given as well

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

    def put_on(self, page: Page) -> None:
        """Gives an open page this look."""
        page.emulate_media(color_scheme=self.theme, forced_colors="active" if self.forced else "none")  # type: ignore[arg-type]
        page.set_viewport_size({"width": self.width, "height": self.height})


NARROW = Way("in a window of 320", width=320, height=640, rules=BY_LOOKS)
LOOKS = (
    Way("in the dark, on something small", theme="dark", width=360, height=740, rules=BY_LOOKS),
    Way("in forced colours", forced=True, width=768, height=1024, rules=BY_LOOKS),
    NARROW,
)
WAYS = (
    Way("in light", also=LOOKS),
    Way("without JavaScript", javascript=False, width=360, height=740),
    Way("by keyboard alone", keyboard=True, theme="dark", still=True, rules=BY_LOOKS),
    Way("at four hundred per cent", width=320, height=256, rules=BY_LOOKS),
)
PLAIN_WAYS = tuple(replace(way, also=()) for way in WAYS[:2])


def examine(page: Page, way: Way) -> dict[str, Any]:
    """What axe finds on this screen, with all of it in the window at once."""
    tall = page.evaluate("document.documentElement.scrollHeight")
    higher = way.height >= STICKS_FROM and tall > way.height
    if higher:
        page.set_viewport_size({"width": way.width, "height": tall})
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", way.rules)
    if higher:
        page.set_viewport_size({"width": way.width, "height": way.height})
    return found
