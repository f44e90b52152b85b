"""Nothing opens by itself, and what was sent while it had locked itself is there once the passphrase was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.keeping import MINE, SAID, Person, somebody
from tests.web.running import Running

WRONG = "four grey herons waitin"
LATER = "written after it had locked"


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


@pytest.mark.parametrize("path", ["/past", "/unlock", "/recover", "/passphrase", "/home", "/everything", "/lock"])
def test_a_get_opens_nothing_and_changes_nothing(path: str, keeper: Person) -> None:
    keeper.locks()
    for address in (path, f"{path}?passphrase={MINE.replace(' ', '+')}&choice=unlock"):
        keeper.go(address)
        assert SAID not in keeper.answer.text
    assert keeper.go("/past").status == 303
    assert len(keeper.unlocks().kept()) == 1


def test_a_get_of_a_visit_that_rests_makes_none(keeper: Person) -> None:
    at = keeper.goes_on().at
    keeper.locks().unlocks()
    for _ in range(2):
        assert keeper.ask("GET", at).headers["location"].startswith("/past/")
    keeper.opens_the_first()
    assert keeper.press("Go on with it").status == 200


def test_words_sent_while_it_had_locked_itself_are_there_after_unlocking(keeper: Person) -> None:
    keeper.goes_on().press("Change what you said")
    other = somebody(keeper.running)
    other.go("/")
    fields, path = keeper.fields("send", words=LATER), keeper.form.action
    other.asks_with("/lock", {"csrfmiddlewaretoken": other.token()})
    keeper.send(path, fields)
    assert keeper.at == "/unlock"
    assert "It locked itself. Everything kept is there." in keeper.answer.text
    assert LATER in keeper.answer.text
    keeper.unlocks(WRONG)
    assert LATER in keeper.answer.text
    keeper.unlocks()
    assert keeper.form.written == LATER
    assert SAID in keeper.opens_the_first().answer.text
    assert LATER in keeper.answer.text  # and sealed, beside it


def test_words_sent_from_two_visits_while_it_had_locked_itself_are_both_there(keeper: Person) -> None:
    keeper.begins("another evening").stops().press("Keep this visit")
    keeper.go("/past")
    late: list[tuple[str, list[tuple[str, str]]]] = []
    for page in keeper.kept():
        keeper.go(page)
        keeper.press("Go on with it")
        keeper.press("Change what you said")
        late.append((keeper.form.action, keeper.fields("send", words=f"{LATER} {len(late)}")))
    keeper.locks()
    for path, fields in late:
        keeper.send(path, fields)
    keeper.go("/past")  # another window meanwhile
    keeper.unlocks()
    found = {keeper.form.written}
    keeper.go("/past")
    for page in keeper.kept():
        keeper.go(page)
        keeper.press("Go on with it")
        found.add(keeper.form.written)
    assert found == {f"{LATER} 0", f"{LATER} 1"}


def test_forgetting_while_it_had_locked_itself_comes_after_the_passphrase(keeper: Person) -> None:
    keeper.goes_on().stops()
    path, fields = keeper.form.actions["Forget it"], keeper.fields("forget")
    keeper.locks()
    keeper.send(path, fields)
    assert keeper.at == "/unlock"
    keeper.unlocks()
    assert keeper.form.buttons.keys() >= {"Forget it", "Go on with it"}
