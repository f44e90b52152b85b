"""One running program for all tests of the web, and a visitor of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.keeping import somebody
from tests.web.running import Running
from tests.web.visitor import Visitor


@pytest.fixture(scope="session")
def running() -> Iterator[Running]:
    """The program."""
    with Running() as program:
        yield program


@pytest.fixture(scope="module")
def program() -> Iterator[Running]:
    """The program, where something is kept."""
    with Running() as running:
        somebody(running).has_kept()
        yield running


@pytest.fixture(scope="session")
def inside(running: Running) -> dict[str, str]:
    """The cookies of somebody who came in."""
    return Visitor(running).come_in().cookies


@pytest.fixture
def visitor(running: Running, inside: dict[str, str]) -> Visitor:
    """Somebody in front of the three doors."""
    somebody = Visitor(running)
    somebody.cookies = dict(inside)
    somebody.go("/")
    return somebody
