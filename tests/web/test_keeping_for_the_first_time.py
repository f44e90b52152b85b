"""Before anything is kept for the first time. Nothing is written before the code is typed back, and every step can be
left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.keeping import MINE, SAID, Person, code_in, files_in, somebody
from tests.web.running import Running

NOT_HERE = "Then nothing is kept in this visit."
TYPED = {"passphrase": MINE, "again": MINE}
GONE = "What you said is gone from here."


@pytest.fixture(scope="module")
def nobody_kept() -> Iterator[Running]:
    """A program in whose home nothing was ever kept."""
    with Running() as running:
        yield running


@pytest.fixture
def person(nobody_kept: Running) -> Person:
    """Somebody at the end of a visit, with nothing kept."""
    person = somebody(nobody_kept)
    person.go("/everything")
    person.press("Forget everything")
    return person.begins().stops()


@pytest.mark.parametrize("answer", ["Right now", "Later, perhaps"])
def test_where_somebody_could_see_nothing_is_kept_and_it_says_so(answer: str, person: Person) -> None:
    person.press("Keep this visit")
    assert person.form.heading == "Could somebody see this screen?"
    person.press(answer)
    assert NOT_HERE in person.answer.text
    assert GONE in person.answer.text
    assert "Keep this visit" not in person.form.buttons
    assert files_in(person.running.home) == []


@pytest.mark.parametrize("answer", ["Right now", "Later, perhaps"])
def test_in_the_middle_too_and_it_isnt_asked_again(answer: str, person: Person) -> None:
    person.begins().press("Keep this, and rest here")
    person.press(answer)
    assert NOT_HERE in person.answer.text
    assert "Keep this, and rest here" not in person.form.buttons
    person.stops()
    assert "Keep this visit" not in person.form.buttons
    assert files_in(person.running.home) == []


def test_right_now_hides_what_was_said_as_the_control_does(person: Person) -> None:
    person.begins().press("Keep this, and rest here")
    person.press("Right now")
    assert SAID not in person.answer.text
    assert "That has passed" in person.form.buttons


@pytest.mark.parametrize("answer", ["No", "I don’t know, or rather not say"])
def test_otherwise_two_plain_sentences_stand_before_the_passphrase(answer: str, person: Person) -> None:
    person.press("Keep this visit")
    person.press(answer)
    assert person.form.heading.startswith("What you keep is sealed on this computer")
    assert "nobody can open it again, and nobody can help with that" in person.answer.text
    assert person.form.buttons.keys() >= {"That’s the passphrase", "Rather not keep it"}


def at_the_passphrase(person: Person) -> Person:
    """In front of its two fields."""
    person.press("Keep this visit")
    person.press("No")
    return person


def test_a_passphrase_that_is_too_short_is_said_and_nothing_is_set(person: Person) -> None:
    answer = at_the_passphrase(person).press("That’s the passphrase", passphrase="seven77", again="seven77")
    assert person.at.startswith("/keep/")  # asked for anew, so that a browser keeps nothing of what was typed
    assert "At least 8 characters" in answer.text
    assert "seven77" not in answer.text
    assert files_in(person.running.home) == []


def test_two_that_differ_are_said(person: Person) -> None:
    answer = at_the_passphrase(person).press("That’s the passphrase", passphrase=MINE, again=MINE + "s")
    assert "Those two weren’t the same. Nothing was set." in answer.text
    assert MINE not in answer.text


def changed(code: str, group: int) -> str:
    """The code with one letter of a group written wrongly."""
    groups = code.split()
    wrong = "A" if groups[group - 1][1] != "A" else "C"
    groups[group - 1] = groups[group - 1][0] + wrong + groups[group - 1][2:]
    return " ".join(groups)


@pytest.mark.parametrize("group", [1, 5, 8])
def test_a_slip_in_the_code_is_named_by_its_group(group: int, person: Person) -> None:
    at_the_code = at_the_passphrase(person)
    at_the_code.press("That’s the passphrase", passphrase=MINE, again=MINE)
    code = code_in(person.answer)
    answer = person.press("I wrote it down", code=changed(code, group))
    assert f"There is a slip in group {group}." in answer.text
    assert code_in(answer) == code
    assert files_in(person.running.home) == []
    person.press("I wrote it down", code=code.lower().replace(" ", "-"))
    assert "It is kept, and sealed." in person.answer.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "This one has another length."),
        ("ABCDE", "This one has another length."),
        ("AAAAA " * 8, "slips in groups"),
        ("1" * 4000, "This one has another length."),
    ],
)
def test_another_length_or_nonsense_is_said_too(typed: str, said: str, person: Person) -> None:
    at_the_passphrase(person).press("That’s the passphrase", passphrase=MINE, again=MINE)
    answer = person.press("I wrote it down", code=typed)
    assert said in answer.text


def test_another_code_is_not_this_one(person: Person) -> None:
    other = somebody(person.running).begins().stops()
    codes = []
    for each in (person, other):
        at_the_passphrase(each).press("That’s the passphrase", passphrase=MINE, again=MINE)
        codes.append(code_in(each.answer))
    assert codes[0] != codes[1]
    answer = person.press("I wrote it down", code=codes[1])
    assert "That is a recovery code. It isn’t this one." in answer.text
    assert files_in(person.running.home) == []


@pytest.mark.parametrize("step", [1, 2])
def test_rather_not_at_any_step_leads_back_and_leaves_no_file(step: int, person: Person) -> None:
    at_the_passphrase(person)
    if step == 2:
        person.press("That’s the passphrase", passphrase=MINE, again=MINE)
    person.press("Rather not keep it")
    assert person.form.buttons.keys() >= {"Keep this visit", "Let it go"}
    assert files_in(person.running.home) == []
    person.press("Keep this visit")
    assert person.form.heading == "Could somebody see this screen?"


def test_nothing_is_in_the_home_before_the_code_is_typed_back_and_then_something_is(person: Person) -> None:
    steps = [files_in(person.running.home)]
    person.press("Keep this visit")
    steps.append(files_in(person.running.home))
    person.sees_the_code()
    steps.append(files_in(person.running.home))
    assert steps == [[], [], []]
    person.press("I wrote it down", code=person.code)
    assert "vault.sqlite3" in files_in(person.running.home)  # the control
    assert (person.running.home / "vault.sqlite3").stat().st_mode & 0o777 == 0o600
    assert person.running.home.stat().st_mode & 0o777 == 0o700


def test_help_and_leaving_stand_on_every_step(person: Person) -> None:
    person.press("Keep this visit")
    steps: list[tuple[str, dict[str, str]]] = [("No", {}), ("That’s the passphrase", TYPED), ("", {})]
    for label, typed in steps:
        assert 'href="/help"' in person.answer.text
        assert "Leave now" in person.form.buttons
        assert person.form.title == "Notes"
        assert Person.go(person, person.at).status == 200
        if label:
            person.press(label, None, (), **typed)


def test_a_second_visit_begins_its_own_steps(person: Person) -> None:
    at_the_passphrase(person).press("That’s the passphrase", passphrase=MINE, again=MINE)
    person.begins("another one").stops().press("Keep this visit")
    assert person.form.heading == "Could somebody see this screen?"


def test_kept_meanwhile_in_another_window_it_asks_for_the_passphrase_instead(person: Person) -> None:
    person.press("Keep this visit")
    somebody(person.running).has_kept()
    person.press("No")
    assert person.at == "/unlock"
    person.unlocks()
    assert "It is kept, and sealed." in person.answer.text


def test_kept_meanwhile_it_still_isnt_kept_where_somebody_could_see(person: Person) -> None:
    person.press("Keep this visit")
    somebody(person.running).has_kept()
    person.press("Right now")
    assert NOT_HERE in person.answer.text
    person.unlocks().go("/past")
    assert len(person.kept()) == 1
