"""What the pages do by themselves around keeping: sealing what is typed, hiding when nobody is there, handing over."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.test_somebody_who_keeps import MINE, MORE, SAID, Keeper, arriving, keeps_for_the_first_time
from tests.journeys.ways import WAYS
from tests.web.running import Running

pytestmark = pytest.mark.slow
WITHIN = 2.0  # seconds from the last letter to the disk


@pytest.fixture
def keeper(chromium: Browser) -> Iterator[Keeper]:
    """Somebody with an ordinary browser and one visit kept."""
    for person in arriving(WAYS[0], chromium):
        person.has_said().chooses("Stop")
        keeps_for_the_first_time(person)
        yield person


def at_the_field(keeper: Keeper) -> Page:
    """Gone on with it, in front of the field."""
    keeper.page.goto(f"{keeper.running.origin}/past")
    keeper.follows(SAID).chooses("Go on with it").chooses("Change what you said")
    return keeper.page


def after_a_kill(keeper: Keeper, chromium: Browser) -> str:
    """The program is killed and started anew; what lies in the field of the visit, once it is unlocked."""
    keeper.running.kill()
    with Running(folder=keeper.running.folder) as again:
        late = Keeper(WAYS[0].context(chromium).new_page(), WAYS[0], again)
        late.arrives()
        late.page.goto(f"{again.origin}/unlock")
        late.fills(passphrase=MINE).chooses("Unlock")
        late.follows(SAID).chooses("Go on with it")
        written = late.page.locator("textarea[name=words]").input_value()
        late.page.context.close()
        return written


def test_what_is_typed_is_sealed_within_two_seconds_of_a_pause(keeper: Keeper, chromium: Browser) -> None:
    page = at_the_field(keeper)
    page.locator("textarea[name=words]").press_sequentially(MORE)
    time.sleep(WITHIN)
    assert after_a_kill(keeper, chromium) == MORE


def test_what_is_typed_without_a_pause_isnt_yet_and_that_is_the_control(keeper: Keeper, chromium: Browser) -> None:
    page = at_the_field(keeper)
    page.locator("textarea[name=words]").fill(MORE)
    assert after_a_kill(keeper, chromium) == ""


def test_a_hundred_kilobytes_are_sealed_at_a_pause_too(keeper: Keeper, chromium: Browser) -> None:
    page, long = at_the_field(keeper), "long words " * 9_500
    with page.expect_response(lambda answer: answer.url.endswith("/draft")) as answered:
        page.locator("textarea[name=words]").fill(long)
    assert answered.value.status == 204
    assert after_a_kill(keeper, chromium) == long


def test_going_away_before_the_pause_seals_it_as_well(keeper: Keeper) -> None:
    page = at_the_field(keeper)
    page.locator("textarea[name=words]").fill(MORE)
    page.goto(f"{keeper.running.origin}/past")
    page.wait_for_timeout(500)
    keeper.follows(SAID).hears(MORE)


def test_a_page_that_nobody_looks_at_hides_itself(keeper: Keeper) -> None:
    page = keeper.page
    page.clock.install()
    page.goto(f"{keeper.running.origin}/past")
    keeper.hears(SAID)
    page.clock.run_for(9 * 60 * 1000)
    keeper.hears(SAID)  # the control
    page.clock.run_for(62 * 1000)
    page.wait_for_url(f"{keeper.running.origin}/")
    keeper.does_not_hear(SAID)
    page.go_back()
    page.wait_for_load_state("load")
    keeper.does_not_hear(SAID)


def test_a_page_on_which_something_is_being_written_and_isnt_kept_never_takes_it_away(keeper: Keeper) -> None:
    page = keeper.page
    page.clock.install()
    keeper.chooses("Begin again")
    page.locator("textarea[name=words]").fill(MORE)
    page.clock.run_for(12 * 60 * 1000)
    assert page.locator("textarea[name=words]").input_value() == MORE


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Take home, sealed", "notes.sealed"),
        ("Take home as JSON", "notes.json"),
        ("Take home as Markdown", "notes.md"),
    ],
)
def test_a_file_is_downloaded_under_a_neutral_name(label: str, name: str, keeper: Keeper) -> None:
    keeper.page.goto(f"{keeper.running.origin}/home")
    with keeper.page.expect_download() as handed:
        keeper.page.get_by_role("button", name=label, exact=True).click()
    assert handed.value.suggested_filename == name
    assert (SAID.encode() in handed.value.path().read_bytes()) is (name != "notes.sealed")


def test_leaving_locks_it_and_back_shows_nothing(keeper: Keeper) -> None:
    page = keeper.page
    page.goto(f"{keeper.running.origin}/past")
    keeper.follows(SAID).hears(SAID)
    page.get_by_role("button", name="Leave now").click()
    page.wait_for_url("about:blank")
    for _ in range(2):
        page.go_back()
        page.wait_for_load_state("load")
        keeper.does_not_hear(SAID)
    page.goto(f"{keeper.running.origin}/past")
    keeper.does_not_hear(SAID)
