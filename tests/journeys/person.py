"""Somebody in front of the pages, so that a journey reads as prose.

Every step is looked at: the title, Help and leaving in their places, and nothing that axe finds, in the theme the
person has. A person without JavaScript, or with a keyboard and no mouse, takes the same steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import Locator, Page, Request

from tests.journeys.ways import Way, examine
from tests.web.running import Running

LONGEST_WAIT = 30_000  # a busy machine, never the program: its own times are measured in bench/
NOT_HIDDEN = """it => {
  const { left, top, width, height } = it.getBoundingClientRect();
  const found = document.elementFromPoint(left + Math.min(width, innerWidth) / 2, top + Math.min(height, 20) / 2);
  return found === it || it.contains(found);
}"""
LOOKED_AT: set[tuple[str, str]] = set()  # screens that axe has seen, whatever was said before them


FADE = "Transition was "  # the browser's own note where somebody was quicker than the fade between two pages


@dataclass
class Somebody:
    """A person on their way through a visit."""

    page: Page
    way: Way
    running: Running
    copy: Page | None = None
    asked_of: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def arrives(self) -> Somebody:
        """Opens the address that the program printed, or types its code where there is no JavaScript."""
        self.page.set_default_timeout(LONGEST_WAIT)
        self.page.on("request", self._asked)
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.goto(self.running.origin)
        self._look()
        self.page.get_by_label("Code", exact=True).fill(self.running.code)
        self._press(self.page.get_by_role("button", name="Open", exact=True))
        self.running.next_code()
        return self

    def _asked(self, request: Request) -> None:
        self.asked_of.append(request.url)

    def chooses(self, label: str) -> Somebody:
        """A button, by what stands on it; one on the shelf is unfolded first."""
        found = self.page.get_by_role("button", name=label, exact=True)
        if not found.count():
            found = self.page.get_by_role("button", name=re.compile(f"^{re.escape(label)}"))
        if not found.first.is_visible():
            fold = self.page.locator("details.fold", has=self.page.locator("button", has_text=label)).first
            self._tap(fold.locator("summary"))
        self._press(found.first)
        return self

    def ticks(self, *labels: str) -> Somebody:
        """Chips, several at once."""
        for label in labels:
            chip = self.page.get_by_role("checkbox", name=label)
            if self.way.keyboard:
                chip.focus()
                self.page.keyboard.press("Space")
            else:
                chip.check()
            assert chip.is_checked()
        return self

    def writes(self, words: str) -> Somebody:
        """Into the field."""
        field_of = self.page.locator("textarea[name=words]")
        if self.way.keyboard:
            field_of.focus()
            self.page.keyboard.type(words)
        else:
            field_of.fill(words)
        return self

    def asks_why(self) -> Somebody:
        """Opens the first "why this?"."""
        self._tap(self.page.locator("details.why summary").first)
        assert self.page.locator("details.why p").first.is_visible()
        return self

    def hears(self, *sentences: str) -> Somebody:
        """What is on the screen now."""
        text = self.page.locator("main").inner_text()
        for sentence in sentences:
            assert sentence in text, f"{sentence!r} isn't said; said is {text[:600]!r}"
        return self

    def does_not_hear(self, *sentences: str) -> Somebody:
        """What isn't on the screen."""
        text = self.page.content()
        for sentence in sentences:
            assert sentence not in text, f"{sentence!r} is still there"
        return self

    def finds(self, *labels: str) -> Somebody:
        """Buttons that stand there."""
        for label in labels:
            found = self.page.get_by_role("button", name=label)
            assert found.count(), f"no button {label!r} on {self.page.locator('main').inner_text()[:400]!r}"
        return self

    def heading(self) -> str:
        """The line that the eye meets first."""
        return self.page.locator("h1").inner_text()

    def _tap(self, place: Locator) -> None:
        if self.way.keyboard:
            place.focus()
            assert place.evaluate(NOT_HIDDEN), f"{place} has the focus and lies under something"
            place.press("Enter")  # on this very thing, wherever a late script may have put the focus meanwhile
        else:
            place.click(timeout=LONGEST_WAIT)

    def _press(self, place: Locator) -> None:
        with self.page.expect_navigation(timeout=LONGEST_WAIT):
            self._tap(place)
        self.page.wait_for_load_state("load")
        self._look()

    def _look(self) -> None:
        """What has to hold on every screen."""
        assert self.page.title() == "Notes"
        top = self.page.locator("header.top")
        if top.count():
            assert top.get_by_text("Help", exact=True).is_visible()
            assert top.get_by_role("button", name="Leave now").is_visible()
        self._not_too_wide(self.way)
        self._axe()

    def _not_too_wide(self, way: Way) -> None:
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{wide} px too wide, {way.name}"

    def _axe(self) -> None:
        earlier = self.page.locator(".earlier")
        said = earlier.inner_text() if earlier.count() else ""
        screen = (self.way.name, self.page.locator("body").inner_text().replace(said, "…", 1))
        if screen in LOOKED_AT:
            return
        LOOKED_AT.add(screen)
        self._clean(examine(self.page if self.way.javascript else self._copied(), self.way), self.way)
        for look in self.way.also:
            look.put_on(self.page)
            self._not_too_wide(look)
            self._clean(examine(self.page, look), look)
        if self.way.also:
            self.way.put_on(self.page)

    def _clean(self, found: dict[str, Any], way: Way) -> None:
        told = [f"{item['id']}: {[node['html'][:160] for node in item['nodes']]}" for item in found["violations"]]
        assert not told, f"axe, {way.name}, {self.heading()!r}: {told}"

    def _copied(self) -> Page:
        """The page in a window that has JavaScript, since axe is a script, with the page's own scripts left out."""
        if self.copy is None:
            assert self.page.context.browser is not None
            self.copy = replace(self.way, javascript=True).context(self.page.context.browser).new_page()
            self.copy.route("**/*.js", lambda route: route.abort())
        text, address = self.page.content(), self.page.url
        self.copy.route(address, lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
        self.copy.goto(address)
        self.copy.unroute(address)
        return self.copy

    def leaves(self) -> None:
        """Closes whatever is open."""
        if self.copy is not None:
            self.copy.context.close()
        self.page.context.close()

    def asked_nobody_else(self) -> None:
        """Every request went to this very program."""
        assert self.asked_of
        assert all(url.startswith(f"{self.running.origin}/") or url == "about:blank" for url in self.asked_of)
        assert not [trouble for trouble in self.troubles if not trouble.startswith(FADE)]
