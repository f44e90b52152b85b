"""Somebody who writes instead of choosing. What they call it is said again; the guess is theirs to answer, or not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import on_their_way
from tests.journeys.person import Somebody
from tests.journeys.ways import WAYS
from tests.web.running import Running

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def reading() -> Iterator[Running]:
    """The program, with a reader that names the same two whatever is written."""
    with Running(program="tests.web.reading_program") as program:
        yield program


@pytest.fixture(params=WAYS, ids=lambda way: str(way.name))
def read(request: pytest.FixtureRequest, reading: Running, chromium: Browser) -> Iterator[Somebody]:
    """Somebody in front of it, in each of the ways."""
    yield from on_their_way(request.param, reading, chromium)


def test_their_own_noun_comes_back_and_another_chip_is_as_good(read: Somebody) -> None:
    read.chooses("Something in me says no").writes("A stupid wall comes up whenever I try").chooses("Go on")
    assert read.heading() == "It sounds as if that wall could be one of the first two here."
    read.hears("Is that close?", "A stupid wall comes up whenever I try")
    assert not read.page.locator("input[name=pick]:checked").count()
    look = "it => [getComputedStyle(it).fontSize, it.querySelector('input').offsetHeight, it.offsetLeft].join()"
    assert len({chip.evaluate(look) for chip in read.page.locator(".chip").all()}) == 1, "the two look like the others"

    read.ticks("Nothing there, blank").chooses("Go on").hears("Blank is an answer too.")
    read.chooses("About right").finds("Stay with that wall").does_not_hear("It sounds as if")


def test_none_of_them_is_an_answer_and_so_is_nothing_at_all(read: Somebody) -> None:
    read.chooses("Something in me says no").writes("just fog").chooses("Go on")
    read.hears("It sounds as if that no could be one of the first two here.")
    read.chooses("Go on").hears("Your body right now is closest to").chooses("Change what you said")
    read.writes("just fog").chooses("Go on").hears("Your body right now is closest to")
    read.chooses("Nothing")
