"""Each player as a picture, in light, dark and at the size of a phone: python -m bench.player.pictures [folder].

They are there to be looked at: before it begins, at each phase of a breath, asked about sound, and every other kind.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from tests.journeys.browser import browser
from tests.journeys.playing import (
    HELD,
    LOOKING,
    MOMENT,
    MUSCLES,
    TENSING,
    WITH_SOUND,
    arrives,
    begin,
    choose,
    inside,
    press,
)
from tests.web.running import Running

OUT = Path(__file__).parents[1] / "out" / "players"
SIZES = {"desk": (1280, 860), "phone": (390, 800), "small": (320, 568)}
THEMES = ("light", "dark")
KINDS = {"letting go": MUSCLES, "tensing": TENSING, "looking": LOOKING, "moment": MOMENT}


def every_player(opened: Browser, running: Running, out: Path, theme: str, size: str) -> None:
    """One window through all of them."""
    width, height = SIZES[size]
    options = {**WITH_SOUND, "viewport": {"width": width, "height": height}, "color_scheme": theme}
    page = inside(opened.new_context(**options), running)

    def take(name: str, whole: bool = False) -> None:
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(150)
        page.screenshot(path=out / f"{name.replace(' ', '-')}-{theme}-{size}.png", full_page=whole)

    choose(page, HELD)
    take("breath 0 before", whole=True)
    page.get_by_label("Sound").select_option("tones")
    take("breath 1 asked")
    page.locator(".ask").get_by_role("button", name="No", exact=True).click()
    begin(page)
    take("breath 2 settle")
    for number, phase in enumerate(("in", "hold", "out"), 3):
        arrives(page, phase)
        page.wait_for_timeout(900)
        take(f"breath {number} {phase}")
    page.keyboard.press("Escape")
    press(page, "Enough, or done")
    take("breath 6 after", whole=True)
    for name, title in KINDS.items():
        choose(page, title)
        take(f"{name} 0 before", whole=True)
        begin(page)
        page.wait_for_timeout(4200)
        take(f"{name} 1 playing")
    _others(page, running, take)
    page.context.close()


def _others(page: Page, running: Running, take: object) -> None:
    """The screens around the players: the outline of the body, noting, and where small moments gather."""
    assert callable(take)
    page.goto(running.origin)
    for label in ("Something in me says no", "Go on", "About right", "Choose for yourself"):
        press(page, label)
    if page.get_by_role("button", name="Mark where in the body").count():
        press(page, "Mark where in the body")
        take("outline", whole=True)
    page.goto(f"{running.origin}/moments")
    take("shore", whole=True)


def main() -> int:
    """Takes them all, and says where they lie."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.mkdir(parents=True, exist_ok=True)
    with Running() as running, sync_playwright() as play, browser(play) as opened:
        for theme in THEMES:
            for size in SIZES:
                every_player(opened, running, out, theme, size)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
