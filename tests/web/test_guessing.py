"""A guess from own words on the pages: two chips first, any chip as good; what it teaches, kept only with a visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.readers import Names
from tests.web.keeping import Person, somebody
from tests.web.keeping_house import House
from tests.web.running import Running
from tests.web.visitor import Visitor
from unforced.adapters.library import FileLibrary
from unforced.app.respond import respond
from unforced.app.teach import PURPOSE, lessons
from unforced.domain.errors import NoSpaceError
from unforced.domain.page import Kept, Page
from unforced.domain.reading import Lesson
from unforced.domain.resistance import Kind
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import Words
from unforced.web.memory import Held
from unforced.web.turns import Form, take

WALL = "A stupid wall comes up"
SOUNDS = "It sounds as if that wall could be one of the first two here."
CORRECTED = "What you corrected"


@pytest.fixture(scope="module")
def reading() -> Iterator[Running]:
    """The program, with a reader that names the same two whatever is written."""
    with Running(program="tests.web.reading_program") as program:
        yield program


@pytest.fixture(scope="module")
def keeps(reading: Running) -> Person:
    """Somebody who has kept a visit before, with the vault open."""
    return somebody(reading).has_kept("plain words")


def at_the_guess(person: Visitor, words: str = WALL) -> Visitor:
    """Own words, sent without a chip."""
    person.go("/")
    person.press("Something in me says no")
    person.press("Go on", words=words)
    return person


def test_the_two_stand_first_and_nothing_is_ticked(keeps: Person) -> None:
    at_the_guess(keeps)
    assert keeps.form.heading == SOUNDS and keeps.form.title == "Notes"
    assert list(keeps.form.chips)[:2] == ["I’d lose my drive", "It braces, it locks"]
    assert len(keeps.form.chips) == 15 and keeps.form.checked == []
    assert keeps.form.written == "" and keeps.answer.text.count(WALL) == 1


def test_none_ticked_goes_on_and_a_double_tap_is_one_turn(keeps: Person) -> None:
    fields = at_the_guess(keeps).fields("send", words="")
    address = keeps.at
    for _ in range(2):
        keeps.send(keeps.form.action or address, fields)
        assert "Your body right now is closest to" in keeps.answer.text
    assert WALL in keeps.answer.text


def test_without_a_reader_everything_is_as_it_was() -> None:
    with Running(program="tests.web.unread_program") as program:
        person = somebody(program)
        at_the_guess(person)
        assert "Your body right now is closest to" in person.answer.text and "It sounds" not in person.answer.text


def test_the_reader_that_ships_reads_and_says_so(visitor: Visitor) -> None:
    at_the_guess(visitor, "My chest locks up the moment I try to be nice to myself")
    assert "Is that close?" in visitor.answer.text
    assert next(iter(visitor.form.chips)) == "It braces, it locks"


def test_words_of_danger_are_met_with_help_and_never_read_back(keeps: Person) -> None:
    at_the_guess(keeps, "A wall comes up and I want to kill myself tonight")
    assert "It sounds as if" not in keeps.answer.text and "999" in keeps.answer.text


def corrected(person: Person) -> bool:
    """Whether anything corrected stands among what is kept."""
    person.go("/past")
    assert person.answer.status == 200
    return f"<summary>{CORRECTED}</summary>" in person.answer.text


def test_what_was_corrected_is_kept_with_the_visit_shown_forgotten_and_taken_back(keeps: Person) -> None:
    at_the_guess(keeps).press("Go on", chips=("Nothing there, blank",))
    assert not corrected(keeps), "nothing is kept unless they say so"
    at_the_guess(keeps, "My fog, again").press("Go on", chips=("Nothing there, blank",))
    keeps.press("Stop")
    keeps.press("Keep this visit")
    assert corrected(keeps) and "My fog, again" in keeps.answer.text and "Nothing there, blank" in keeps.answer.text
    keeps.press("Forget it: What you corrected")
    assert "What you corrected is forgotten. It can be taken back until" in keeps.answer.text
    assert not corrected(keeps)
    keeps.press("Take it back: What you corrected")
    assert "It is back." in keeps.answer.text and corrected(keeps)
    keeps.send("/lessons", [*keeps.form.hidden.items(), ("choice", "anything")])
    assert corrected(keeps)


def test_a_browser_that_didnt_open_it_comes_to_the_passphrase_first(keeps: Person, reading: Running) -> None:
    other = somebody(reading)
    other.go("/")
    other.send("/lessons", [*other.form.hidden.items(), ("choice", "forget")])
    assert other.at == "/unlock"


# What is held


LESSON = Lesson(Words("a wall"), Kind.TENSE)


@pytest.fixture
def house(library: FileLibrary) -> House:
    """A keeper over a vault in memory, open in one browser."""
    return House(library)


def test_what_couldnt_be_kept_waits_for_the_next_turn(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = house.vault.inside
    keep = type(inside).keep

    def full(self: object, page: Page) -> Kept:
        if page.id == inside.name_of(PURPOSE):
            raise NoSpaceError("full")
        return keep(inside, page)

    held = house.visit()
    held = replace(held, visit=replace(held.visit, taught=(LESSON,)))
    with monkeypatch.context() as patched:
        patched.setattr(type(inside), "keep", full)
        held = house.keeper.seal(held, house.session)
    assert held.visit.taught == (LESSON,)
    held = house.keeper.seal_again(held, house.session)
    assert held.visit.taught == () and lessons(inside, 1).staying == (LESSON,)


@pytest.mark.parametrize("safety", [0, 1])
def test_where_somebody_could_see_it_nothing_is_ever_taught(house: House, safety: int) -> None:
    _, held = house.kept()
    visit = replace(held.visit, taught=(LESSON,), answers=held.visit.answers._replace(safety=safety))
    house.keeper.seal_again(replace(held, visit=visit), house.session)
    assert lessons(house.vault.inside, 1).staying == ()


def test_a_form_is_answered_by_whoever_reads_beside_the_rules(library: FileLibrary) -> None:
    held = Held(respond(Visit(), Reply(Deed.OPEN_DOOR, "says_no"), library))
    form, reader = Form(1, "send", words="a wall"), Names("edge", "tense")

    def reads(visit: Visit, reply: Reply, *known: object, **named: object) -> Visit:
        return respond(visit, reply, *known, **named, reader=reader)  # type: ignore[arg-type]

    assert take(held, form, library, "GB", answering=reads).visit.phase is Phase.KINDS
    assert take(held, form, library, "GB").visit.phase is Phase.BODY  # the control
