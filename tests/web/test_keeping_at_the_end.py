"""Keeping and letting go at the end of a visit, and keeping it before, to rest."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest

from tests.web.keeping import MINE, SAID, Person, files_in, somebody
from tests.web.running import Running

GONE = "What you said is gone from here."
DRAFT = "and then, before I could stop it,"


@pytest.fixture(scope="module")
def nobody_kept() -> Iterator[Running]:
    """A program of its own."""
    with Running() as running:
        yield running


@pytest.fixture
def person(nobody_kept: Running) -> Person:
    """Somebody with nothing kept."""
    person = somebody(nobody_kept)
    person.go("/everything")
    person.press("Forget everything")
    return person


@pytest.fixture
def keeper(person: Person) -> Person:
    """Somebody with one visit kept."""
    return person.has_kept()


def elements(text: str, *labels: str) -> list[str]:
    """The opening tags of buttons, but for what each of them sends."""
    found = [re.search(rf"<button ([^>]*)>{label}</button>", text) for label in labels]
    return [re.sub(r'value="[^"]*"', "", each[1]) for each in found if each]


def test_keeping_and_letting_go_are_the_same_size(person: Person) -> None:
    person.begins().stops()
    found = elements(person.answer.text, "Keep this visit", "Let it go")
    assert len(found) == 2
    assert found[0] == found[1]


def test_leaving_it_kept_and_forgetting_it_are_the_same_size(keeper: Person) -> None:
    keeper.goes_on().stops()
    found = elements(keeper.answer.text, "Leave it kept", "Forget it")
    assert len(found) == 2
    assert found[0] == found[1]


def test_letting_go_forgets_it_at_once(person: Person) -> None:
    at = person.begins().stops().at
    person.press("Let it go")
    assert GONE in person.answer.text
    assert SAID not in person.answer.text
    fields = {"csrfmiddlewaretoken": person.token(), "choice": "keep"}
    person.asks_with(f"{at}/decide", fields)
    assert "kept, and sealed" not in person.go(at).text
    assert files_in(person.running.home) == []


def test_a_visit_in_which_nothing_was_said_asks_nothing(person: Person) -> None:
    person.go("/")
    person.press("Something in me says no")
    person.stops()
    assert "Keep this visit" not in person.form.buttons
    assert GONE in person.answer.text


def test_beginning_again_without_an_answer_forgets_it(person: Person) -> None:
    at = person.begins().stops().at
    person.press("Begin again")
    assert SAID not in person.answer.text
    person.asks_with(f"{at}/decide", {"csrfmiddlewaretoken": person.token(), "choice": "keep"})
    assert files_in(person.running.home) == []


def test_leaving_without_an_answer_forgets_it(person: Person) -> None:
    at = person.begins().stops().at
    person.press("Leave now")
    assert person.go(at).status == 404


def test_what_was_said_is_there_when_it_is_opened_again(keeper: Person) -> None:
    assert "It is kept, and sealed." in keeper.answer.text
    assert SAID not in keeper.answer.text
    keeper.opens_the_first()
    assert SAID in keeper.answer.text


def test_a_second_visit_is_kept_without_any_of_the_first_steps(keeper: Person) -> None:
    keeper.begins("another evening").stops().press("Keep this visit")
    assert "It is kept, and sealed." in keeper.answer.text
    keeper.go("/past")
    assert len(keeper.kept()) == 2


def test_locked_it_asks_for_the_passphrase_and_then_keeps_it(keeper: Person) -> None:
    keeper.locks().begins("while it was locked").stops().press("Keep this visit")
    assert keeper.at == "/unlock"
    keeper.unlocks()
    assert "It is kept, and sealed." in keeper.answer.text
    keeper.opens_the_first()
    assert "while it was locked" in keeper.answer.text


def test_a_double_tap_keeps_one_page(keeper: Person) -> None:
    """Ten times over, since it is a race."""
    for _ in range(10):
        keeper.begins("tapped twice").stops()
        path, fields = f"{keeper.at}/decide", {"csrfmiddlewaretoken": keeper.token(), "choice": "keep"}
        taps = [threading.Thread(target=keeper.asks_with, args=(path, fields)) for _ in range(3)]
        for tap in taps:
            tap.start()
        for tap in taps:
            tap.join()
    keeper.go("/past")
    assert len(keeper.kept()) == 11


def at_a_draft(person: Person) -> Person:
    """Back at the chips, with something typed and not sent."""
    person.begins().press("Change what you said")
    return person


def test_kept_in_the_middle_it_rests_with_what_was_typed(person: Person) -> None:
    at_a_draft(person).press("Keep this, and rest here", words=DRAFT)
    person.sees_the_code().press("I wrote it down", code=person.code)
    assert "Kept so far, and sealed." in person.answer.text
    assert DRAFT not in person.answer.text
    person.opens_the_first()
    assert DRAFT in person.answer.text
    person.goes_on()
    assert person.form.written == DRAFT


def test_resting_again_keeps_it_in_the_same_place(keeper: Person) -> None:
    keeper.goes_on().press("Rest here")
    assert "Kept so far, and sealed." in keeper.answer.text
    keeper.go("/past")
    assert len(keeper.kept()) == 1


def test_rather_not_in_the_middle_leads_back_with_what_was_typed(person: Person) -> None:
    at_a_draft(person).press("Keep this, and rest here", words=DRAFT)
    person.press("No")
    person.press("Rather not keep it")
    assert person.form.written == DRAFT
    assert files_in(person.running.home) == []


def test_forgetting_it_at_the_end_can_be_taken_back(keeper: Person) -> None:
    keeper.goes_on().stops().press("Forget it")
    assert "It can be taken back until" in keeper.answer.text
    keeper.press("Take it back")
    assert "It is back." in keeper.answer.text
    assert len(keeper.kept()) == 1


def test_going_on_twice_is_one_visit(keeper: Person) -> None:
    one = keeper.goes_on().at
    assert keeper.goes_on().at == one


def test_what_stays_away_is_there_in_a_visit_begun_while_it_is_open(person: Person) -> None:
    person.go("/")
    person.press("What stays away")
    person.press("That’s how it is", chips=("Anything with breath",))
    person.press("Something in me says no")
    person.press("Go on", words=SAID)
    person.stops().keeps_for_the_first_time()
    person.go("/")
    person.press("What stays away")
    assert len(person.form.checked) == 1


def test_a_visit_that_didnt_know_what_stays_away_never_takes_it_back(person: Person) -> None:
    test_what_stays_away_is_there_in_a_visit_begun_while_it_is_open(person)
    person.locks().begins("begun while locked").stops().press("Keep this visit")
    person.unlocks(MINE).go("/")
    person.press("What stays away")
    assert len(person.form.checked) == 1
    person.press("That’s how it is", chips=())  # the control: the person themselves takes it back
    person.go("/")
    person.press("What stays away")
    assert not person.form.checked
