"""Every kind of screen as a picture, in light and dark, at 360, 768 and 1280 px: python -m bench.web_screens.

They are there to be looked at (bench/out/screens) before a screen is called done.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from tests.journeys.browser import browser
from tests.web.running import Running

OUT = Path(__file__).parent / "out" / "screens"
WIDTHS = ((360, 740), (768, 1024), (1280, 860))
WRITTEN = "It says I have no right to stop, and that everybody else managed it without this."


class Album:
    """The pictures of one window, numbered as they are taken."""

    def __init__(self, page: Page, ending: str) -> None:
        self.page = page
        self.ending = ending
        self.taken = 0

    def take(self, name: str, whole: bool = False) -> None:
        """One picture, once the type is there and nothing moves."""
        self.taken += 1
        self.page.evaluate("document.fonts.ready")
        self.page.wait_for_timeout(150)
        self.page.screenshot(path=OUT / f"{self.taken:02d}-{name}-{self.ending}.png", full_page=whole)

    def press(self, label: str, name: str = "") -> None:
        """A button, and a picture of where it leads."""
        exact = self.page.get_by_role("button", name=label, exact=True)
        found = exact if exact.count() else self.page.get_by_role("button", name=label)
        with self.page.expect_navigation():
            found.first.click()
        self.page.wait_for_load_state("load")
        if name:
            self.take(name)

    def pick(self, label: str) -> None:
        """Something from the shelf."""
        button = self.page.locator("button.choice", has_text=label).first
        if not button.is_visible():
            self.page.locator("details.fold", has=button).first.locator("summary").click()
            self.take("shelf-open")
        with self.page.expect_navigation():
            button.click()


def the_no(album: Album) -> None:
    """From the doors to being curious about it."""
    page = album.page
    album.press("Something in me says no", "kinds")
    page.get_by_label("A voice: who do you think you are").check()
    page.get_by_label("I’d lose my drive").check()
    page.locator("textarea").fill(WRITTEN)
    album.take("kinds-written", whole=True)
    album.press("Go on", "body")
    album.press("Keyed up, and here", "offers")
    page.locator(".why summary").first.click()
    album.take("why", whole=True)
    album.press("Stay with that voice", "distress")
    album.press("4", "firmness")
    album.press("Clear", "blend")
    album.press("Beside me", "place")
    album.press("Behind me", "called")
    album.press("Leave it unnamed", "toward")
    album.press("A bit curious", "curious")
    album.press("Listen to what says no", "ask")


def the_rest(album: Album) -> None:
    """The shelf, a practice, what comes after it, what stays away, Help, being watched, and the end."""
    album.press("Leave this here")
    album.press("Choose for yourself", "shelf")
    album.press("What stays away", "bounds")
    album.press("That’s how it is")
    album.pick("One minute of slow breath")
    album.take("breath")
    album.press("Enough, or done", "after")
    album.press("Help", "help")
    album.press("No, continue")
    album.press("Somebody could see this", "watched")
    album.press("Stop", "closed")


def both_sides(album: Album) -> None:
    """Two sides, named and asked."""
    page = album.page
    page.goto(page.url)
    album.press("Begin again")
    page.get_by_label("One side wants it, one slams the door").check()
    for label in ("Go on", "About right", "Stay with both", "3"):
        album.press(label)
    album.take("name")
    for name in ("the one who practises", "the one at the door"):
        page.locator("textarea").fill(name)
        album.press("Go on")
    album.press("Both sides, the same time", "sides")
    album.press("the one at the door", "side-asked")


def every_screen(running: Running, opened: Browser, theme: str, size: tuple[int, int]) -> None:
    """One window through all of them."""
    context = opened.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if theme == "dark" else "light"
    )
    page = context.new_page()
    album = Album(page, f"{theme}-{size[0]}")
    page.goto(running.origin)
    album.take("outside")
    page.get_by_label("Code", exact=True).fill(running.code)
    album.press("Open", "doors")
    running.next_code()
    the_no(album)
    the_rest(album)
    both_sides(album)
    for path, name in (("/help", "help-page"), ("/visits/gone", "over"), ("/nowhere", "missing")):
        page.goto(running.origin + path)
        album.take(name)
    context.close()


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob("*.png"):
        old.unlink()
    with Running() as program, sync_playwright() as play, browser(play) as chromium:
        for shade in ("light", "dark"):
            for window in WIDTHS:
                every_screen(program, chromium, shade, window)
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")
