"""Help and three practices for when the program is stopped: kept only when somebody says so, exactly those."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.ways import WAYS, examine
from tests.web.running import Running
from tests.web.test_offline import FILES, HASH, PAGES

pytestmark = pytest.mark.slow

LONG = 20  # seconds that a busy machine may take
SAID = "qzx it says I have to earn it first"
KEYS = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request)).text();
      found.push([request.url.replace(location.origin, ""), text]);
    }
  }
  return found;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
FOLD = "Help for when the program is stopped"


@pytest.fixture
def page(program: Running, chromium: Browser) -> Iterator[Page]:
    """Somebody who has come in, in a browser of their own."""
    context = WAYS[0].context(chromium)
    opened = context.new_page()
    opened.goto(program.address)
    opened.get_by_role("button", name="Something in me says no").wait_for()
    yield opened
    context.close()


def keeps_help(page: Page, program: Running) -> None:
    """Says on Help that it could be kept."""
    page.goto(f"{program.origin}/help")
    page.get_by_text(FOLD).click()
    page.get_by_role("button", name="Keep Help in this browser").click()
    page.get_by_text("It is kept in this browser now.").wait_for()


def says_something(page: Page, program: Running) -> None:
    """A visit with words on its screens."""
    page.goto(program.origin)
    page.get_by_role("button", name="Something in me says no").click()
    page.locator("textarea[name=words]").fill(SAID)
    page.get_by_role("button", name="Go on", exact=True).click()
    page.get_by_text(SAID).first.wait_for()


def kept(page: Page) -> dict[str, str]:
    """Everything that any worker keeps, by address without hashes."""
    return {HASH.sub("", address): text for address, text in page.evaluate(KEYS)}


def holds_more_than_it_may(page: Page) -> list[str]:
    """Every kept address that isn't on the list, and every kept page with something that was said."""
    found = kept(page)
    return [address for address, text in found.items() if address not in [*PAGES, *FILES] or SAID in text]


def test_nothing_is_kept_until_somebody_says_so(page: Page, program: Running) -> None:
    says_something(page, program)
    page.goto(f"{program.origin}/help")
    page.get_by_text(FOLD).wait_for()
    assert page.evaluate(WORKERS) == 0
    assert kept(page) == {}


def test_what_is_kept_is_exactly_the_list_and_never_a_page_with_words(page: Page, program: Running) -> None:
    keeps_help(page, program)
    says_something(page, program)
    page.goto(f"{program.origin}/traces")
    assert sorted(kept(page)) == sorted([*PAGES, *FILES])
    assert holds_more_than_it_may(page) == []


def test_a_worker_that_keeps_whatever_is_opened_would_be_caught(page: Page, program: Running) -> None:
    """The control."""
    keeps_help(page, program)
    says_something(page, program)
    page.evaluate("async () => (await caches.open('naive')).add(location.href)")
    assert any(address.startswith("/visits/") for address in holds_more_than_it_may(page))


def test_with_the_program_stopped_help_and_the_practices_are_there(page: Page, program: Running) -> None:
    keeps_help(page, program)
    says_something(page, program)
    page.goto(f"{program.origin}/traces")
    program.stop()
    page.locator("a.help").click()
    page.get_by_text("The program is stopped.").wait_for()
    assert page.title() == "Notes"
    assert page.locator("a[href='tel:999']").first.is_visible()
    assert SAID not in page.content()
    assert examine(page, WAYS[0])["violations"] == []
    for title in ("Three things", "Feet on the floor", "A thing nearby"):
        page.get_by_role("link", name=title).click()
        page.get_by_text("You can stop anywhere.").wait_for()
        assert page.evaluate("getComputedStyle(document.body).fontFamily").count("Atkinson")
        assert examine(page, WAYS[0])["violations"] == []
        page.get_by_role("link", name="Back to Help").click()
        page.get_by_text("The program is stopped.").wait_for()


def test_whatever_is_asked_for_with_the_program_stopped_is_help(page: Page, program: Running) -> None:
    keeps_help(page, program)
    says_something(page, program)
    program.stop()
    for address in ("/", "/help", page.url.removeprefix(program.origin), "/past"):
        page.goto(f"{program.origin}{address}")
        assert page.locator("a[href='tel:999']").first.is_visible(), address
        assert SAID not in page.content()


def test_leaving_works_from_a_page_that_was_kept(page: Page, program: Running) -> None:
    keeps_help(page, program)
    program.stop()
    page.goto(f"{program.origin}/help")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("about:blank")


def test_leaving_from_a_kept_page_still_locks_where_the_program_is_back(page: Page, program: Running) -> None:
    page.goto(f"{program.origin}/offline/help")
    page.get_by_role("button", name="Leave now").click()
    page.wait_for_url("about:blank")
    page.wait_for_timeout(1000)  # what is sent on behalf of a page that is gone has no end that could be waited for
    page.goto(program.origin)
    page.get_by_label("Code", exact=True).wait_for(timeout=5000)


def test_it_follows_the_region(page: Page, program: Running) -> None:
    keeps_help(page, program)
    page.get_by_label("Where you are now").select_option("FR")
    page.get_by_role("button", name="Show").click()
    until = time.monotonic() + LONG
    while "/offline/help?region=GB" in (there := kept(page)) and time.monotonic() < until:
        page.wait_for_timeout(200)
    assert "/offline/help?region=FR" in there
    assert "/offline/help?region=GB" not in there
    assert page.evaluate("caches.keys().then((names) => names.length)") == 1


def test_taken_away_it_is_gone(page: Page, program: Running) -> None:
    keeps_help(page, program)
    page.get_by_role("button", name="Take it away again").click()
    page.get_by_text("It is gone from this browser.").wait_for()
    assert page.evaluate(WORKERS) == 0
    assert kept(page) == {}


def test_forget_everything_takes_it_away_too(page: Page, program: Running) -> None:
    keeps_help(page, program)
    page.evaluate("localStorage.setItem('sound', 'tones')")
    page.goto(f"{program.origin}/everything")
    page.get_by_role("button", name="Forget everything").click()
    page.get_by_text("Everything is gone from here.").wait_for()
    assert page.evaluate(WORKERS) == 0
    assert kept(page) == {}
    assert page.evaluate("localStorage.length") == 0


def test_it_can_be_installed_under_its_neutral_name(page: Page, program: Running) -> None:
    page.goto(f"{program.origin}/help")
    told = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert told["errors"] == []
    assert '"Notes"' in told["data"]


# Help with the program stopped, from wherever somebody is


def test_from_a_screen_of_a_visit_help_that_is_kept_opens(page: Page, program: Running) -> None:
    keeps_help(page, program)
    says_something(page, program)
    program.stop()
    page.locator("header .help").click()
    page.get_by_text("The program is stopped.").wait_for()
    assert page.locator("a[href='tel:999']").first.is_visible()


def test_with_something_written_the_page_stays_and_says_the_number(page: Page, program: Running) -> None:
    keeps_help(page, program)
    says_something(page, program)
    if page.get_by_text("Is that close?").count() == 0:
        page.get_by_role("button", name="Change what you said").click()
    page.locator("textarea[name=words]").fill("more of it")
    program.stop()
    page.locator("header .help").click()
    page.locator("#lost a[href='tel:999']").wait_for()
    assert page.locator("textarea[name=words]").input_value() == "more of it"


@pytest.mark.parametrize("address", ["/", "/traces", "/why/the_body", "/no-trace", "/help"])
def test_where_nothing_is_kept_every_page_says_the_number_itself(address: str, page: Page, program: Running) -> None:
    page.goto(f"{program.origin}{address}")
    program.stop()
    page.locator("header .help").click()
    page.locator("#gone:visible a[href='tel:999'], #lost:visible a[href='tel:999']").wait_for()
    assert examine(page, WAYS[0])["violations"] == []
