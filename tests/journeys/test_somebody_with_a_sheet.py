"""Somebody who takes a sheet along: ticks lines, writes a question, looks at it, prints it, takes it as a file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.journeys.test_somebody_who_keeps import SAID, Keeper, arriving
from tests.journeys.ways import NARROW, WAYS, examine

pytestmark = pytest.mark.slow
ASKED = "Is it always this loud?"
LONG = "w" * 300


@pytest.fixture(params=WAYS, ids=lambda way: str(way.name))
def keeper(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Keeper]:
    """Somebody, in each of the ways, at the end of a visit that isn't kept."""
    for person in arriving(request.param, chromium):
        person.has_said().chooses("Stop")
        yield person


@pytest.fixture
def anybody(chromium: Browser) -> Iterator[Keeper]:
    """The same in an ordinary window."""
    for person in arriving(WAYS[0], chromium):
        person.has_said().chooses("Stop")
        yield person


def to_the_sheet(keeper: Keeper) -> Keeper:
    """A line and two questions on it, looked at."""
    keeper.follows("A sheet to take along").hears("Nothing is on it yet.", "A sheet leaves the seal")
    assert not keeper.page.locator("input:checked").count()
    keeper.ticks(SAID).writes(f"{ASKED}\n{LONG}").chooses("Show me the sheet")
    return keeper


def test_a_sheet_is_chosen_looked_at_changed_and_left(keeper: Keeper) -> None:
    to_the_sheet(keeper).hears("What says no", SAID, "Questions for the session", ASKED)
    assert keeper.page.url == f"{keeper.running.origin}/sheet/page"
    keeper.follows("Change what is on it").does_not_hear("Nothing is on it yet.")
    assert keeper.page.locator("input:checked").count() == 1
    keeper.writes("").chooses("Show me the sheet").hears(SAID)
    keeper.chooses("Leave it")
    keeper.page.goto(f"{keeper.running.origin}/sheet/page")
    keeper.hears("Nothing was chosen, so there is no sheet yet.").does_not_hear(SAID)


def test_printed_from_the_browser_it_is_the_sheet_and_nothing_else(anybody: Keeper) -> None:
    to_the_sheet(anybody)
    text = " ".join(PdfReader(io.BytesIO(anybody.page.pdf())).pages[0].extract_text().split())
    assert text.startswith("To take along") and SAID in text and ASKED in text
    for other in ("Leave now", "Help", "A page to print", "A sheet leaves the seal", "Change what is on it"):
        assert other not in text


def test_a_file_comes_by_itself_and_the_sheet_stays_where_it_is(
    anybody: Keeper, chromium: Browser, tmp_path: Path
) -> None:
    to_the_sheet(anybody)
    for label, name in (("A page to print", "notes.html"), ("A PDF", "notes.pdf")):
        with anybody.page.expect_download() as coming:
            anybody.page.get_by_role("button", name=label).click()
        assert coming.value.suggested_filename == name
        coming.value.save_as(tmp_path / name)
    assert SAID in (tmp_path / "notes.html").read_text("utf-8")
    anybody.hears(SAID)
    elsewhere = NARROW.context(chromium).new_page()
    elsewhere.goto((tmp_path / "notes.html").as_uri())
    assert not elsewhere.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not examine(elsewhere, NARROW)["violations"]
    elsewhere.context.close()


def test_going_back_after_it_was_left_never_shows_it_again(anybody: Keeper) -> None:
    to_the_sheet(anybody).chooses("Leave it")
    anybody.page.go_back()
    anybody.does_not_hear(SAID, ASKED)
