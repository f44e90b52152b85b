"""What is kept is seen only where the passphrase was typed, for as long as it is unlocked; Help is there all the same.

Safety tests: each has its control in the same place, where the honest way leads somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.keeping import MINE, NEXT, SAID, Person, somebody, started_anew
from tests.web.running import Running

WRONG = "four grey herons waitin"
PLACES = ("/past", "/home", "/passphrase")


@pytest.fixture(scope="module")
def kept_here() -> Iterator[Running]:
    """A program in whose home one visit is kept."""
    with Running() as running:
        yield running


@pytest.fixture
def keeper(kept_here: Running) -> Person:
    """Somebody with one visit kept, and it open."""
    person = somebody(kept_here)
    person.go("/everything")
    person.press("Forget everything")
    return person.has_kept()


def test_the_passphrase_opens_it_and_another_one_doesnt(keeper: Person) -> None:
    keeper.locks()
    answer = keeper.unlocks(WRONG).answer
    assert answer.status == 403
    assert "That didn’t open it. Nothing was lost." in answer.text
    assert keeper.go("/past").text.count(SAID) == 0
    assert SAID in keeper.unlocks().answer.text


def test_what_was_typed_to_unlock_never_comes_back(keeper: Person) -> None:
    keeper.locks()
    assert WRONG not in keeper.unlocks(WRONG).answer.text
    assert MINE not in keeper.unlocks(MINE).answer.text


def test_lock_by_hand_locks_and_says_so(keeper: Person) -> None:
    page = keeper.opens_the_first().at
    keeper.locks()
    assert "It is locked." in keeper.answer.text
    for place in ("/past", page):
        keeper.go(place)
        assert keeper.answer.status == 303
    assert "It is locked." not in keeper.go("/unlock").text  # said once
    assert keeper.unlocks().go(page).status == 200  # the control


def test_leaving_locks_it_and_nothing_of_it_is_shown_by_going_back(keeper: Person) -> None:
    pages = [keeper.goes_on().at, keeper.opens_the_first().at, "/past", "/home"]
    cookies = dict(keeper.cookies)
    assert any(SAID in keeper.go(page).text for page in pages)
    keeper.press("Leave now")
    assert keeper.at == "/blank"
    for held in ({}, cookies):
        keeper.cookies = dict(held)
        for page in pages:
            assert SAID not in keeper.go(page).text
    other = somebody(keeper.running)
    assert other.go("/past").status == 303


def test_somebody_could_see_this_locks_and_nothing_is_sealed_after_it(keeper: Person) -> None:
    at = keeper.goes_on().at
    keeper.press("Somebody could see this")
    assert keeper.go("/past").status == 303
    keeper.go(at)
    keeper.send(keeper.form.action, keeper.fields("passed"))
    keeper.press("Change what you said")
    assert "Rest here" not in keeper.form.buttons
    draft = keeper.types("typed after somebody could see")
    assert draft.status == 409
    keeper.stops()
    assert "Keep this visit" not in keeper.form.buttons
    keeper.unlocks().opens_the_first()
    assert SAID in keeper.answer.text
    assert "typed after" not in keeper.answer.text


def test_a_second_browser_never_sees_what_the_first_opened(keeper: Person) -> None:
    visit, page = keeper.goes_on().at, keeper.opens_the_first().at
    other = somebody(keeper.running)
    for place in (visit, page, *PLACES):
        assert SAID not in other.go(place).text
    assert SAID in keeper.go(page).text  # the control
    other.go("/")
    token = {"csrfmiddlewaretoken": other.token()}
    for path, choice in (("/home/take", "json"), (page, "forget_now"), (page, "go_on"), ("/past/mend", "")):
        assert other.asks_with(path, {**token, "choice": choice}).headers.get("location") == "/unlock"
    assert SAID in keeper.go(page).text


def test_a_second_browser_opens_it_with_the_passphrase_only(keeper: Person) -> None:
    other = somebody(keeper.running)
    assert other.unlocks(NEXT).answer.status == 403
    other.unlocks()
    assert SAID in other.answer.text


def test_locking_in_one_browser_locks_in_all(keeper: Person) -> None:
    other = somebody(keeper.running).unlocks()
    other.locks()
    assert keeper.go("/past").status == 303


def test_help_works_locked_and_in_every_place_around_the_vault(keeper: Person) -> None:
    keeper.opens_the_first()
    page = keeper.at
    for place in ("/past", page, "/home", "/passphrase", "/everything", "/recover"):
        assert 'href="/help"' in keeper.go(place).text
        assert keeper.go("/help").status == 200
        assert "999" in keeper.answer.text
    keeper.locks()
    for place in ("/unlock", "/recover", "/everything"):
        assert 'href="/help"' in keeper.go(place).text
        assert "999" in keeper.go("/help").text


def test_help_from_a_visit_that_rests_needs_no_passphrase(keeper: Person) -> None:
    keeper.goes_on()
    path, fields = keeper.form.action, keeper.fields(keeper.form.buttons["Help"])
    keeper.locks()
    keeper.send(path, fields)
    assert keeper.at == "/help"
    assert "999" in keeper.answer.text


def test_with_nothing_kept_there_is_nothing_to_unlock(keeper: Person) -> None:
    keeper.go("/everything")
    keeper.press("Forget everything")
    for place in ("/unlock", "/recover", "/passphrase", "/past"):
        assert "Nothing is kept." in keeper.go(place).text


@pytest.mark.slow
def test_after_five_wrong_ones_the_next_has_to_wait_even_after_a_restart() -> None:
    with Running() as running:
        person = somebody(running).has_kept().locks()
        for _ in range(5):
            assert person.unlocks(WRONG).answer.status == 403
        assert person.unlocks().answer.status == 429
        assert "That was a few tries. The next one is taken in" in person.answer.text
        assert "999" in person.go("/help").text
        with started_anew(running) as again:
            late = somebody(again)
            assert late.unlocks().answer.status == 429
            assert 'href="/help"' in late.answer.text
            assert "999" in late.go("/help").text
            assert SAID not in late.go("/past").text
