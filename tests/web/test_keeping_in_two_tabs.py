"""Drafts and tabs of a kept visit: no word of either is lost, and what isn't kept is never written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.keeping import Person, files_in, somebody
from tests.web.running import Running

ONE, OTHER = "from the first tab", "from the second tab"
STRAY = {"turn": "0", "words": ONE}


@pytest.fixture(scope="module")
def kept_here() -> Iterator[Running]:
    """A program of its own."""
    with Running() as running:
        yield running


@pytest.fixture
def person(kept_here: Running) -> Person:
    """Somebody with nothing kept."""
    person = somebody(kept_here)
    person.go("/everything")
    person.press("Forget everything")
    return person


@pytest.fixture
def keeper(person: Person) -> Person:
    """Somebody who went on with a kept visit, in front of the field."""
    person.has_kept().goes_on().press("Change what you said")
    return person


def twin(person: Person) -> Person:
    """The same browser's other tab, on the same screen."""
    other = Person(person.running)
    other.cookies = dict(person.cookies)
    other.go(person.at)
    return other


def test_a_draft_of_a_visit_that_isnt_kept_is_refused_and_nothing_is_written(person: Person) -> None:
    person.begins().press("Change what you said")
    assert person.types(ONE).status == 409
    assert files_in(person.running.home) == []
    assert ONE not in person.go(person.at).text


def test_a_draft_from_an_earlier_screen_or_of_nothing_is_refused(keeper: Person) -> None:
    other = twin(keeper)
    other.press("Go on")
    assert keeper.types(ONE).status == 409
    token = {"csrfmiddlewaretoken": keeper.token()}
    assert keeper.asks_with("/visits/never-was/draft", {**token, **STRAY}).status == 409
    assert keeper.asks_with(f"{keeper.form.action}/draft", token).status == 409
    assert keeper.ask("GET", f"{keeper.form.action}/draft").status == 405


def test_a_draft_is_there_when_the_page_is_loaded_again(keeper: Person) -> None:
    assert keeper.types(ONE).status == 204
    keeper.go(keeper.at)
    assert keeper.form.written == ONE


def test_a_draft_that_is_sent_is_a_draft_no_more(keeper: Person) -> None:
    keeper.types(ONE)
    keeper.press("Go on", words=ONE)
    keeper.opens_the_first()
    assert keeper.answer.text.count(ONE) == 1
    assert "Typed, and not sent" not in keeper.answer.text


def test_a_draft_is_left_beside_help_and_comes_back(keeper: Person) -> None:
    keeper.send(keeper.form.action, keeper.fields(keeper.form.buttons["Help"], words=ONE))
    assert "999" in keeper.answer.text
    keeper.press("No, continue")
    assert keeper.form.written == ONE


def test_two_tabs_with_stale_words_lose_neither(keeper: Person) -> None:
    other = twin(keeper)
    keeper.press("Go on", words=ONE)
    other.press("Go on", words=OTHER)
    assert "That was from an earlier screen. Nothing changed." in other.answer.text
    assert other.form.written == OTHER
    keeper.opens_the_first()
    assert ONE in keeper.answer.text
    assert OTHER in keeper.answer.text


def test_stale_words_stay_when_the_other_tab_goes_on_writing(keeper: Person) -> None:
    other = twin(keeper)
    keeper.press("Go on", words=ONE)
    other.press("Go on", words=OTHER)
    keeper.go(keeper.at)
    keeper.press("Change what you said")
    keeper.types("and a third thing")
    keeper.opens_the_first()
    assert all(words in keeper.answer.text for words in (ONE, OTHER, "and a third thing"))


def test_forgotten_elsewhere_it_goes_on_unkept_and_can_be_kept_anew(keeper: Person) -> None:
    other = somebody(keeper.running).unlocks()
    other.opens_the_first()
    other.press("Forget it now")
    keeper.press("Go on", words=ONE)
    assert "This visit was forgotten elsewhere." in keeper.answer.text
    keeper.stops()
    keeper.press("Keep this visit")
    assert "It is kept, and sealed." in keeper.answer.text
    keeper.opens_the_first()
    assert ONE in keeper.answer.text


def test_gone_on_with_in_two_browsers_both_are_kept(keeper: Person) -> None:
    other = somebody(keeper.running).unlocks().goes_on()
    other.press("Go on", words=OTHER)
    keeper.press("Go on", words=ONE)
    assert "Somebody went on with this visit elsewhere." in keeper.answer.text
    keeper.go("/past")
    texts = [keeper.go(page).text for page in keeper.kept()]
    assert len(texts) == 2
    assert any(ONE in text for text in texts)
    assert any(OTHER in text for text in texts)
