"""Forgetting with and without a way back, another passphrase, and the recovery code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.keeping import MINE, NEXT, SAID, Person, files_in, somebody
from tests.web.running import Running

OPENS = "The new passphrase opens it from now on."


@pytest.fixture(scope="module")
def kept_here() -> Iterator[Running]:
    """A program of its own."""
    with Running() as running:
        yield running


@pytest.fixture
def keeper(kept_here: Running) -> Person:
    """Somebody with one visit kept, and it open."""
    person = somebody(kept_here)
    person.go("/everything")
    person.press("Forget everything")
    return person.has_kept()


def test_forgotten_it_can_be_taken_back(keeper: Person) -> None:
    page = keeper.opens_the_first().at
    keeper.press("Forget it")
    assert "Forgotten. It can be taken back until" in keeper.answer.text
    assert "Nothing is kept." in keeper.answer.text
    keeper.go(page)
    assert "Go on with it" not in keeper.form.buttons
    keeper.press("Take it back")
    assert "It is back." in keeper.answer.text
    assert "It is back." not in keeper.go("/past").text  # said once
    assert SAID in keeper.go(page).text


def test_forgotten_now_it_is_gone_for_good(keeper: Person) -> None:
    page = keeper.opens_the_first().at
    assert "Forgetting now has no undo." in keeper.answer.text
    keeper.press("Forget it now")
    assert "It is gone, for good." in keeper.answer.text
    assert keeper.go(page).status == 409
    assert "There is nothing kept by that name." in keeper.answer.text
    assert SAID not in keeper.answer.text


def test_what_was_forgotten_can_be_forgotten_now(keeper: Person) -> None:
    page = keeper.opens_the_first().at
    keeper.press("Forget it")
    keeper.go(page)
    keeper.press("Forget it now")
    assert keeper.go(page).status == 409


def test_a_visit_that_is_forgotten_leaves_the_memory_too(keeper: Person) -> None:
    at = keeper.goes_on().at
    keeper.opens_the_first().press("Forget it now")
    assert keeper.go(at).status == 404
    assert SAID not in keeper.answer.text


def test_a_visit_that_was_forgotten_while_it_was_asked_about_is_never_called_kept(keeper: Person) -> None:
    keeper.goes_on().stops()
    path, fields = keeper.form.actions["Leave it kept"], keeper.fields("stay_kept")
    keeper.opens_the_first().press("Forget it now")
    keeper.send(path, fields)
    assert "kept, and sealed" not in keeper.answer.text


def test_everything_is_forgotten_in_one_step_and_no_file_is_left(keeper: Person) -> None:
    at = keeper.goes_on().at
    keeper.go("/everything")
    assert "There is no undo." in keeper.answer.text
    assert files_in(keeper.running.home)  # the control
    keeper.press("Forget everything")
    assert "Everything is gone from here." in keeper.answer.text
    assert files_in(keeper.running.home) == []
    assert keeper.go(at).status == 404
    assert "Nothing is kept." in keeper.go("/past").text
    assert "What you kept" not in keeper.go("/").text


def test_everything_is_forgotten_while_it_is_locked_too(keeper: Person) -> None:
    keeper.locks().go("/everything")
    keeper.press("Forget everything")
    assert files_in(keeper.running.home) == []


def test_a_visit_that_isnt_kept_outlives_forgetting_everything(keeper: Person) -> None:
    at = keeper.begins("this one goes on").at
    keeper.go("/everything")
    keeper.press("Forget everything")
    assert "this one goes on" in keeper.go(at).text


def change(person: Person, old: str = MINE, new: str = NEXT, again: str = "") -> Person:
    """Another passphrase."""
    person.go("/passphrase")
    person.press("That’s the passphrase", old=old, passphrase=new, again=again or new)
    return person


def test_after_a_change_only_the_new_passphrase_opens_it(keeper: Person) -> None:
    assert OPENS in change(keeper).answer.text
    assert OPENS not in keeper.go("/past").text
    keeper.locks()
    assert keeper.unlocks(MINE).answer.status == 403
    assert SAID in keeper.unlocks(NEXT).answer.text


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ({"old": "not the right one"}, 403, "That didn’t open it."),
        ({"new": "short"}, 400, "At least 8 characters"),
        ({"again": "another one"}, 400, "Those two weren’t the same."),
    ],
)
def test_a_change_that_cant_be_changes_nothing(typed: dict[str, str], status: int, said: str, keeper: Person) -> None:
    assert change(keeper, **typed).answer.status == status
    assert said in keeper.answer.text
    assert not any(f'"{each}"' in keeper.answer.text for each in (MINE, NEXT, *typed.values()))
    assert SAID in keeper.locks().unlocks(MINE).answer.text


def test_guessing_at_a_change_has_to_wait_as_well(keeper: Person) -> None:
    for _ in range(5):
        change(keeper, old="not the right one")
    assert change(keeper, old="not the right one").answer.status == 429
    assert "The next one is taken in" in keeper.answer.text


def recover(person: Person, code: str, new: str = NEXT) -> Person:
    """With the code from the paper."""
    person.go("/recover")
    person.press("Set the new passphrase", code=code, passphrase=new, again=new)
    return person


def test_the_code_sets_a_new_passphrase_and_nothing_is_lost(keeper: Person) -> None:
    code = keeper.code
    keeper.locks()
    assert SAID in recover(keeper, code).answer.text
    assert OPENS in keeper.answer.text
    keeper.locks()
    assert keeper.unlocks(MINE).answer.status == 403
    assert SAID in keeper.unlocks(NEXT).answer.text
    assert SAID in recover(keeper.locks(), code, MINE).answer.text  # the code stays the same


def test_a_slip_in_the_code_or_another_code_opens_nothing(keeper: Person) -> None:
    code = keeper.code
    keeper.locks()
    slip = ("A" if code[0] != "A" else "B") + code[1:]
    assert "There is a slip in group 1." in recover(keeper, slip).answer.text
    other = "AAAAA " * 8
    assert recover(keeper, other).answer.status == 400
    assert keeper.go("/past").status == 303


def test_a_sentence_about_the_passphrase_is_never_said_later_somewhere_else(keeper: Person) -> None:
    code = keeper.code
    keeper.locks().begins("kept with the code").stops().press("Keep this visit")
    recover(keeper, code)
    assert "It is kept, and sealed." in keeper.answer.text
    assert OPENS not in keeper.go("/past").text
