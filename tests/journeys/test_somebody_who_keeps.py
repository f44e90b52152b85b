"""Somebody who keeps a visit for the first time, comes back to it on another evening, goes on, forgets, takes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import on_their_way
from tests.journeys.person import Somebody
from tests.journeys.ways import WAYS, Way
from tests.web.running import Running

pytestmark = pytest.mark.slow
MINE = "four grey herons waiting"
NEXT = "a boat under the willow"
SAID = "It says I have to earn it first."
MORE = "And that resting is for others."


class Keeper(Somebody):
    """Somebody with a passphrase."""

    def fills(self, **typed: str) -> Keeper:
        """Fields by their names."""
        for name, text in typed.items():
            place = self.page.locator(f"[name={name}]")
            assert place.get_attribute("autocomplete") == "off"
            if self.way.keyboard:
                place.focus()
                self.page.keyboard.insert_text(text)  # as pasting does
            else:
                place.fill(text)
        return self

    def follows(self, label: str) -> Keeper:
        """A link."""
        self._press(self.page.get_by_role("link", name=label).first)
        return self

    def code(self) -> str:
        """The recovery code on the screen."""
        return " ".join(self.page.locator(".recovery").inner_text().split())

    def has_said(self) -> Keeper:
        """A visit with something said; where it is guessed at, on without a chip."""
        self.chooses("Something in me says no").writes(SAID).chooses("Go on")
        if self.page.get_by_text("Is that close?").count():
            self.chooses("Go on")
        return self


@pytest.fixture(params=WAYS, ids=lambda way: str(way.name))
def keeper(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Keeper]:
    """Somebody, in each of the ways, in front of a program of their own."""
    yield from arriving(request.param, chromium)


def arriving(way: Way, chromium: Browser) -> Iterator[Keeper]:
    """Somebody who has just opened the pages; nothing is kept there."""
    with Running() as running:
        for person in on_their_way(way, running, chromium):
            person.__class__ = Keeper
            assert isinstance(person, Keeper)
            yield person


def test_a_visit_is_kept_and_come_back_to(keeper: Keeper) -> None:
    keeper.has_said().chooses("Stop")
    keeper.hears("Keep this visit, or let it go?").finds("Keep this visit", "Let it go")
    code = keeps_for_the_first_time(keeper)
    keeper.hears("It is kept, and sealed.").does_not_hear(SAID)
    comes_back(keeper)
    goes_on(keeper)
    forgets_and_takes_back(keeper)
    loses_the_passphrase(keeper, code)
    forgets_everything(keeper)


def keeps_for_the_first_time(keeper: Keeper) -> str:
    """Nobody sees it; a passphrase, too short at first; the code, with a slip at first."""
    keeper.chooses("Keep this visit").hears("Could somebody see this screen?")
    keeper.finds("Right now", "Later, perhaps", "No").chooses("No")
    keeper.hears("What you keep is sealed on this computer", "nobody can open it again")
    keeper.fills(passphrase="short", again="short").chooses("That’s the passphrase").hears("At least 8 characters")
    keeper.fills(passphrase=MINE, again=MINE).chooses("That’s the passphrase")
    keeper.hears("Write it on paper")
    code = keeper.code()
    slip = ("A" if code[0] != "A" else "B") + code[1:]
    keeper.fills(code=slip).chooses("I wrote it down").hears("There is a slip in group 1.")
    keeper.fills(code=code).chooses("I wrote it down")
    return code


def comes_back(keeper: Keeper) -> None:
    """Locked by hand, and opened with the passphrase, not at once."""
    keeper.page.goto(f"{keeper.running.origin}/")
    keeper.follows("What you kept").hears(SAID)
    keeper.chooses("Lock").hears("It is locked.").does_not_hear(SAID)
    keeper.fills(passphrase=NEXT).chooses("Unlock").hears("That didn’t open it. Nothing was lost.")
    keeper.follows("Help").hears("999")
    keeper.page.goto(f"{keeper.running.origin}/unlock")
    keeper.fills(passphrase=MINE).chooses("Unlock").hears(SAID)


def goes_on(keeper: Keeper) -> None:
    """With what was said before, and rests."""
    keeper.follows(SAID).hears(SAID).chooses("Go on with it")
    keeper.chooses("Change what you said").writes(MORE).chooses("Rest here").hears("Kept so far, and sealed.")
    keeper.page.goto(f"{keeper.running.origin}/past")
    keeper.follows(SAID).hears(SAID, MORE, "Typed, and not sent")


def forgets_and_takes_back(keeper: Keeper) -> None:
    """With a way back, and then without one."""
    keeper.finds("Forget it", "Forget it now").chooses("Forget it").hears("It can be taken back until")
    keeper.follows(SAID).finds("Take it back").chooses("Take it back").hears("It is back.")
    keeper.follows("Take home, or bring back").hears("Anybody who finds the other two files can read them.")
    keeper.finds("Take home, sealed", "Take home as JSON", "Take home as Markdown", "Bring it back")
    keeper.follows("Back").follows("Change the passphrase")
    keeper.fills(old=MINE, passphrase=NEXT, again=NEXT).chooses("That’s the passphrase")
    keeper.hears("The new passphrase opens it from now on.")


def loses_the_passphrase(keeper: Keeper, code: str) -> None:
    """The code on the paper sets another one."""
    keeper.chooses("Lock")
    keeper.follows("I lost the passphrase")
    keeper.fills(code=code, passphrase=MINE, again=MINE).chooses("Set the new passphrase").hears(SAID)


def forgets_everything(keeper: Keeper) -> None:
    """All of it, in one step that says so."""
    keeper.follows("Forget everything").hears("There is no undo.")
    keeper.chooses("Forget everything").hears("Everything is gone from here.")
    keeper.follows("Begin").does_not_hear("What you kept")
