"""Arriving (guide.md §1): three doors, the chips, the body words; no more questions than these before an offer."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from tests.people import Person, opened
from unforced.domain.answers import BODY_WORDS, MIXED, UNKNOWN, Level, Never
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase

# Doors


def test_the_first_door_asks_for_the_chips_and_then_the_body_and_then_offers(person: Person) -> None:
    phases = [person.does(Deed.OPEN_DOOR, "says_no").phase, person.chooses("edge").phase, person.body("slow").phase]
    assert phases == [Phase.KINDS, Phase.BODY, Phase.OFFERS]
    assert len(person.offered) == 2


@pytest.mark.parametrize("door", ["settle", "moment"])
def test_the_other_doors_ask_nothing_and_open_the_shelf(person: Person, door: str) -> None:
    assert person.does(Deed.OPEN_DOOR, door).phase is Phase.SHELF
    assert person.does(Deed.BACK).phase is Phase.DOORS


def test_somebody_who_settles_first_comes_back_to_offers_after_a_practice(person: Person) -> None:
    person.does(Deed.OPEN_DOOR, "settle").tries("contact.feet_on_floor", soften=0, body=0)
    assert person.phase is Phase.SHELF
    assert person.does(Deed.BACK).phase is Phase.OFFERS


def test_there_is_no_fourth_door(person: Person) -> None:
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.OPEN_DOOR, "become_a_better_person")
    assert person.phase is Phase.DOORS


# Chips


def test_no_chip_at_all_is_an_answer(person: Person) -> None:
    person.says_no()
    assert person.phase is Phase.BODY
    assert person.visit.answers.kinds == frozenset()
    assert person.body(UNKNOWN).now.line == "kind_any"


def test_a_no_without_a_reason_is_asked_nothing_more(person: Person) -> None:
    person.says_no("just_no")
    assert (person.phase, person.state, person.offered) == (Phase.OFFERS, "nothing_wanted", ("leave", "rest"))


def test_a_chip_can_be_taken_back_and_what_it_closed_opens_again(person: Person, shelf: Shelf) -> None:
    person.arrives("flooded", body="about_right")
    assert "see" not in opened(person.visit.situation, shelf)
    person.does(Deed.CHIPS).chooses("critic_voice")
    assert person.phase is Phase.OFFERS
    assert "see" in opened(person.visit.situation, shelf)
    assert [entry.value for entry in person.visit.said if entry.key == "kinds"] == [("critic_voice",)]


def test_memory_can_be_taken_back(person: Person) -> None:
    person.says_no("memory").body("about_right")
    assert person.state == "young_pain"
    assert not person.does(Deed.CHIPS).chooses("edge").visit.facts.memory


def test_two_sides_taken_back_are_two_sides_no_more(person: Person) -> None:
    person.arrives("two_sides").stays(distress=4)
    assert person.state == "two_sides"
    person.does(Deed.CHIPS).chooses("edge")
    assert not person.visit.facts.two_named


def test_a_chip_that_does_not_exist_changes_nothing(person: Person) -> None:
    person.does(Deed.OPEN_DOOR, "says_no")
    before = person.visit
    with pytest.raises(UnusableAnswerError):
        person.chooses("critic_voice", "lazy")
    assert person.visit == before


def test_what_somebody_wrote_beside_the_chips_stays_visible_to_them_and_is_replaced_when_they_write_again(
    person: Person,
) -> None:
    person.says_no("edge", words="it keeps me going").body("slow").does(Deed.CHIPS).chooses("edge", words="and safe")
    (entry,) = (entry for entry in person.visit.said if entry.key == "words")
    assert entry.value.reveal() == "and safe"  # type: ignore[attr-defined]


# Body words

BODY = {
    "far_away": (1, UNKNOWN),
    "shut_down": (1, -2),
    "slow": (2, -1),
    "about_right": (3, 0),
    "keyed_up": (3, 1),
    "too_much": (2, 2),
    "wired_and_numb": (2, MIXED),
}


@pytest.mark.parametrize(("word", "meant"), BODY.items())
def test_a_plain_body_word_says_how_present_and_how_aroused_somebody_is(
    person: Person, word: str, meant: tuple[int, Level]
) -> None:
    person.arrives(body=word)
    assert (person.visit.answers.presence, person.visit.answers.arousal) == meant


def test_there_are_seven_body_words_and_no_more() -> None:
    assert set(BODY_WORDS) == set(BODY)


def test_nothing_left_is_said_beside_the_body_words(person: Person) -> None:
    person.arrives("edge", body="nothing_left")
    assert (person.state, person.offered) == ("empty", ("rest", "moment"))


def test_a_body_that_is_answered_again_is_no_longer_empty(person: Person) -> None:
    person.arrives(body="nothing_left").does(Deed.CHIPS).chooses().body("about_right")
    assert person.visit.answers.energy is UNKNOWN


def test_not_knowing_the_body_word_is_an_answer(person: Person) -> None:
    person.arrives("edge", body=UNKNOWN)
    assert (person.phase, person.state) == (Phase.OFFERS, "settling")
    assert not [entry for entry in person.visit.said if entry.key == "body_words"]


# Out of place


def test_a_deed_from_an_older_screen_is_refused_and_changes_nothing(person: Person) -> None:
    before = person.arrives("edge").visit
    for deed in (Deed.CHOOSE, Deed.FINISH, Deed.NEXT, Deed.YES, Deed.OPEN_DOOR, Deed.SET_BOUNDS):
        with pytest.raises(OutOfPlaceError):
            person.does(deed)
        assert person.visit == before


def test_a_turn_never_changes_the_visit_it_began_with(person: Person) -> None:
    visit = person.arrives("edge").visit
    with pytest.raises(FrozenInstanceError):
        visit.phase = Phase.CLOSED  # type: ignore[misc]


def test_every_turn_counts_one(person: Person) -> None:
    assert person.arrives("edge").visit.turn == 3


# Never


def test_not_breath_ever_is_one_tap_and_can_be_undone(person: Person, shelf: Shelf) -> None:
    person.arrives("edge").stays(distress=4, firmness=1, blend=1, toward=1)
    assert "breath" in opened(person.visit.situation, shelf)
    person.does(Deed.LOOK).does(Deed.NEVER, "breath")
    assert person.visit.answers.never == {Never.BREATH}
    assert "breath" not in opened(person.visit.situation, shelf)
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ())
    assert "breath" in opened(person.visit.situation, shelf)


def test_what_stays_away_has_to_be_something_there_is(person: Person) -> None:
    person.arrives("edge")
    for deed, value in ((Deed.NEVER, "kindness"), (Deed.NEVER, None)):
        with pytest.raises(UnusableAnswerError):
            person.does(deed, value)
    person.does(Deed.BOUNDS)
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.SET_BOUNDS, ("breath", "feelings"))
    assert person.visit.answers.never == frozenset()
