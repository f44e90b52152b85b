"""Somebody who opens one of their parts over time, in every way of using the pages, and goes earlier and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.journeys.test_somebody_who_keeps import Keeper
from tests.journeys.ways import WAYS, Way
from tests.web.keeping import MINE
from tests.web.thirty_visits import There, over_thirty_visits

pytestmark = pytest.mark.slow
LETTERS = """() => [...document.querySelectorAll('.ribbon text')].map(
  it => parseFloat(getComputedStyle(it).fontSize) * it.getCTM().a)"""
MARKS = """() => [...document.querySelectorAll('.ribbon .mark')].map(it => {
  const { width, height } = it.getBoundingClientRect();
  return `${width.toFixed(2)} ${height.toFixed(2)} ${getComputedStyle(it).fill}`;
})"""
WIDE = "() => document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def there() -> Iterator[There]:
    """The program over thirty visits and more."""
    with over_thirty_visits() as found:
        yield found


@pytest.fixture(params=WAYS, ids=lambda way: str(way.name))
def keeper(request: pytest.FixtureRequest, there: There, chromium: Browser) -> Iterator[Keeper]:
    """Somebody with the vault open, in each of the ways."""
    way: Way = request.param
    person = Keeper(way.context(chromium).new_page(), way, there.program)
    person.arrives()
    goes(person, "/unlock")
    person.fills(passphrase=MINE)
    person.chooses("Unlock")
    yield person
    person.asked_nobody_else()
    person.leaves()


def goes(keeper: Keeper, path: str) -> None:
    """By the address bar."""
    keeper.page.goto(f"{keeper.running.origin}{path}")
    keeper.page.wait_for_load_state("load")
    keeper._look()


def test_one_is_opened_read_and_left_in_every_way(keeper: Keeper, there: There) -> None:
    goes(keeper, f"/parts/{there.one}")
    keeper.follows("Over time").hears("the foreman, over time", "Nothing is counted or compared here.")
    page = keeper.page
    first = page.locator(".times summary").first
    first.focus()
    page.keyboard.press("Enter")
    keeper.hears("8 March 2026, 21:30")
    keeper._look()
    if keeper.way.javascript:
        letters, marks = page.evaluate(LETTERS), page.evaluate(MARKS)
        assert len(letters) == 18 and min(letters) >= 12 and page.evaluate(WIDE) <= 0
        assert len(marks) > 60 and len(set(marks)) == 1, "one size and one ink, whatever the step"
    keeper.follows("Earlier ones").follows("Later ones").follows("Back to it")
    assert keeper.heading() == "the foreman"


def test_two_are_opened_and_left_in_every_way(keeper: Keeper, there: There) -> None:
    goes(keeper, f"/parts/between/polarised-{there.one}-{there.other}")
    keeper.follows("Over time")
    keeper.hears("Very taut", "The no: slight. Toward it: I can see why.")
    if keeper.way.javascript:
        assert min(keeper.page.evaluate(LETTERS)) >= 12 and keeper.page.evaluate(WIDE) <= 0
        assert len(set(keeper.page.evaluate(MARKS))) == 1, "each drawn alike"
    keeper.follows("Back to it").hears("pull against each other")
