"""Far away, wired and numb, too much (guide.md §3): left by an answer after a practice, never by being asked again."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person, opened
from unforced.domain.answers import UNKNOWN
from unforced.domain.practice import INWARD
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase

LOW = {"far_away": "far_away", "shut_down": "far_away", "wired_and_numb": "wired_and_numb", "too_much": "too_much"}


@pytest.mark.parametrize(("word", "state"), LOW.items())
def test_somebody_low_is_asked_the_body_words_after_a_practice_instead_of_comparing(
    person: Person, word: str, state: str
) -> None:
    person.arrives("critic_voice", body=word)
    assert person.state == state
    person.takes("orient").does(Deed.FINISH)
    assert person.asked(body_words="about_right") == ("body_words",)
    assert person.state not in LOW.values()
    assert person.visit.memory.was_low


def test_distress_is_asked_too_where_it_was_distress_that_was_too_much(person: Person) -> None:
    person.arrives("critic_voice").stays(distress=9).takes("orient").does(Deed.FINISH)
    assert person.asked(body_words="about_right", distress=5) == ("body_words", "distress")
    assert person.state == "flat"


def test_taking_chips_back_takes_nobody_out_of_a_low_moment(person: Person) -> None:
    person.arrives("numb", body="far_away").does(Deed.CHIPS).chooses()
    assert person.state == "far_away"


def test_half_here_after_being_low_is_settling_with_nothing_inward(person: Person, shelf: Shelf) -> None:
    person.arrives("critic_voice", body="far_away").tries("orient", body_words="slow")
    assert person.state == "settling"
    assert not opened(person.visit.situation, shelf) & INWARD


def test_somebody_who_was_low_is_flat_or_settling_until_they_stay(person: Person) -> None:
    person.arrives("critic_voice").stays(**CALM)
    person.does(Deed.STAY).answers(distress=8)
    person.tries("orient", body_words="about_right", distress=4)
    assert person.visit.answers.toward == 1
    assert person.state == "settling"
    assert person.stays(**CALM).state == "curious"


# Asked twice without change


@pytest.mark.parametrize("word", ["far_away", "shut_down", "wired_and_numb"])
def test_asked_twice_without_change_somebody_is_asked_no_more_and_gets_people_and_leave(
    person: Person, word: str
) -> None:
    person.arrives("critic_voice", body=word)
    for _ in range(2):
        person.takes("orient").does(Deed.FINISH)
        assert person.asked(body_words=word) == ("body_words",)
    assert person.offered == ("people", "leave")
    person.does(Deed.LOOK).takes("orient.one_colour").does(Deed.FINISH)
    assert person.phase is Phase.SHELF


def test_not_knowing_twice_is_no_change_either(person: Person) -> None:
    person.arrives("critic_voice", body="far_away")
    for _ in range(2):
        person.tries("orient", body_words=UNKNOWN)
    assert person.offered == ("people", "leave")


def test_a_change_begins_the_count_again(person: Person) -> None:
    person.arrives("critic_voice", body="far_away").tries("orient", body_words="far_away")
    person.tries("move", body_words="shut_down").tries("orient", body_words="shut_down")
    assert person.visit.memory.unchanged == 1
    assert person.offered != ("people", "leave")


# What is asked after a practice


@pytest.mark.parametrize(
    ("practice", "asked"),
    [
        ("contact.feet_on_floor", ("soften", "body")),
        ("breath.one_minute", ("soften", "body")),
        ("acknowledge.a_no_is_here", ("soften",)),
        ("warmth.rung_0", ("soften",)),
        ("moment.look_far", ("soften",)),
        ("note.one_word", ("soften",)),
        ("rest.doing_nothing", ()),
        ("people.a_person_outside", ()),
    ],
)
def test_body_and_feeling_are_asked_apart_and_rest_and_people_ask_nothing(
    person: Person, practice: str, asked: tuple[str, ...]
) -> None:
    person.arrives("edge").takes(practice).does(Deed.FINISH)
    assert person.asked(soften=0, body=0) == asked
    assert person.phase is Phase.OFFERS


def test_both_taps_after_a_practice_can_be_skipped(person: Person) -> None:
    person.arrives("edge").tries("contact")
    assert (person.phase, person.visit.note) == (Phase.OFFERS, "")


@pytest.mark.parametrize("practice", ["contact.feet_on_floor", "rest.doing_nothing", "note.one_word"])
def test_it_got_harder_stops_at_once_is_answered_and_asks_no_further(person: Person, practice: str) -> None:
    person.arrives("edge").gets_worse_with(practice)
    assert (person.phase, person.visit.note) == (Phase.OFFERS, "worse")
    assert person.visit.uses[-1].worse


def test_it_got_harder_in_a_low_moment_asks_no_further_either(person: Person) -> None:
    person.arrives("edge", body="far_away").gets_worse_with("orient")
    assert (person.phase, person.visit.note, person.state) == (Phase.OFFERS, "worse", "far_away")


def test_after_a_practice_from_the_shelf_somebody_is_back_at_the_shelf(person: Person) -> None:
    person.does(Deed.OPEN_DOOR, "moment").tries("moment.look_far", soften=0)
    assert (person.phase, person.visit.note) == (Phase.SHELF, "same")
    assert person.gets_worse_with("moment.look_far").phase is Phase.SHELF
