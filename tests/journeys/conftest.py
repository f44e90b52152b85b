"""One browser and one program for all journeys, and a somebody for each way of using the pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.journeys.browser import browser
from tests.journeys.person import Somebody
from tests.journeys.ways import PLAIN_WAYS, WAYS, Way
from tests.web.running import Running


@pytest.fixture(scope="session")
def running() -> Iterator[Running]:
    """The program."""
    with Running() as program:
        yield program


@pytest.fixture
def program() -> Iterator[Running]:
    """A program of their own, for whoever stops it."""
    with Running() as running:
        yield running


@pytest.fixture(scope="session")
def play() -> Iterator[Playwright]:
    """What drives browsers; there can be one in a process."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(play: Playwright) -> Iterator[Browser]:
    """The browser."""
    with browser(play) as opened:
        yield opened


def on_their_way(way: Way, running: Running, chromium: Browser) -> Iterator[Somebody]:
    """Somebody who has just opened the pages; afterwards nobody else was asked for anything."""
    person = Somebody(way.context(chromium).new_page(), way, running).arrives()
    yield person
    person.asked_nobody_else()
    person.leaves()


@pytest.fixture(params=WAYS, ids=lambda way: str(way.name))
def somebody(request: pytest.FixtureRequest, running: Running, chromium: Browser) -> Iterator[Somebody]:
    """Somebody, in each of the ways."""
    yield from on_their_way(request.param, running, chromium)


@pytest.fixture(params=PLAIN_WAYS, ids=lambda way: str(way.name))
def anybody(request: pytest.FixtureRequest, running: Running, chromium: Browser) -> Iterator[Somebody]:
    """Somebody, with and without JavaScript, for what looks the same in every way."""
    yield from on_their_way(request.param, running, chromium)
