"""*Stay* (guide.md §1): asked only after the tap, one a screen, in this order, each skippable, nothing in between."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.states import STAY_FROM
from unforced.domain.visit import Deed, Phase

TURNING = ("firmness", "blend", "toward")
FINDING = ("place", "called")
"""Asked before *toward* where there is room to turn toward it (test_meeting.py)."""
FOUND = ("firmness", "blend", *FINDING, "toward")


# The order of asking


def test_stay_asks_distress_then_the_no_then_the_voice_then_how_somebody_feels_toward_it(person: Person) -> None:
    person.arrives("critic_voice", body="about_right").does(Deed.STAY)
    assert person.asked(**CALM) == ("distress", *FOUND)
    assert person.state == "curious"


@pytest.mark.parametrize("word", ["slow", "nothing_left", UNKNOWN])
def test_presence_is_asked_first_where_the_body_word_said_half_here_or_nothing(person: Person, word: object) -> None:
    person.arrives("critic_voice", body=word).does(Deed.STAY)
    assert person.asked(**CALM)[0] == "presence"


def test_presence_is_not_asked_of_somebody_who_is_mostly_here(person: Person) -> None:
    person.arrives(body="keyed_up").does(Deed.STAY)
    assert "presence" not in person.asked(**CALM)


def test_two_sides_are_named_between_distress_and_firmness_and_naming_both_opens_them(person: Person) -> None:
    person.arrives("two_sides").does(Deed.STAY)
    assert person.asked(distress=4) == ("distress", "name_a", "name_b")
    assert person.state == "two_sides"
    assert person.visit.facts.two_named


def test_without_room_for_two_sides_the_questions_go_on(person: Person) -> None:
    person.arrives("two_sides").does(Deed.STAY)
    assert person.asked(distress=7) == ("distress", "name_a", "name_b", *TURNING)
    assert person.state == "settling"


def test_a_side_keeps_the_name_somebody_gave_it_and_a_plain_one_where_they_gave_none(person: Person) -> None:
    person.arrives("two_sides").stays(distress=4, name_a="the locked door")
    first, second = person.visit.names
    assert first is not None
    assert first.reveal() == "the locked door"
    assert second is None


def test_energy_is_asked_again_of_somebody_with_nothing_left(person: Person) -> None:
    person.arrives(body="nothing_left").does(Deed.STAY)
    assert person.asked(**CALM) == ("presence", "distress", "energy", *FOUND)
    assert person.state != "empty"


# The first answer that fires a state above flat ends them


@pytest.mark.parametrize(
    ("answers", "asked", "state"),
    [
        ({"presence": 1}, ("presence",), "far_away"),
        ({"presence": 3, "distress": 8}, ("presence", "distress"), "too_much"),
        ({"presence": 3, "firmness": 3}, ("presence", "distress", "firmness"), "firm_no"),
        ({"presence": 3, "firmness": 2, "blend": 3}, ("presence", "distress", "firmness", "blend"), "merged"),
        ({"blend": 4}, ("presence", "distress", "firmness", "blend"), "merged"),
        ({"toward": -1}, ("presence", "distress", *TURNING), "against_it"),
        ({"presence": 3, "distress": 4, "toward": 0}, ("presence", "distress", *FOUND), "flat"),
        ({}, ("presence", "distress", *TURNING), "settling"),
    ],
)
def test_the_first_answer_that_fires_a_moment_ends_the_questions(
    person: Person, answers: dict[str, object], asked: tuple[str, ...], state: str
) -> None:
    person.arrives("critic_voice", body="slow").does(Deed.STAY)
    assert person.asked(**answers) == asked
    assert (person.phase, person.state) == (Phase.OFFERS, state)


def test_energy_that_is_still_nothing_ends_the_questions(person: Person) -> None:
    person.arrives(body="nothing_left").does(Deed.STAY)
    assert person.asked(presence=3, distress=4, energy=0) == ("presence", "distress", "energy")
    assert person.state == "empty"


def test_nothing_is_offered_while_somebody_is_asked(person: Person) -> None:
    person.arrives("critic_voice").does(Deed.STAY)
    with pytest.raises(Exception, match="no place"):
        person.does(Deed.TAKE, "contact.feet_on_floor")


@pytest.mark.parametrize("value", [11, -1, True, "4", 4.0, None, "mixed"])
def test_an_answer_the_question_does_not_have_is_refused_and_nothing_moves(person: Person, value: object) -> None:
    before = person.arrives("critic_voice").does(Deed.STAY).visit
    with pytest.raises(UnusableAnswerError) as refused:
        person.does(Deed.ANSWER, value)
    assert refused.value.key == "distress"
    assert person.visit == before


def test_every_question_can_be_left_unanswered(person: Person) -> None:
    person.arrives("two_sides", body="slow").stays()
    assert person.phase is Phase.OFFERS
    assert {getattr(person.visit.answers, key) for key in ("distress", *TURNING)} == {UNKNOWN}


# Tapped again


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        ({**CALM, "firmness": 3}, ("distress", *FOUND)),
        ({**CALM, "blend": 3}, ("distress", "blend", *FINDING, "toward")),
        ({**CALM, "toward": -2}, ("distress", "toward")),
        ({**CALM, "toward": 0}, ("distress", "toward")),
        (CALM, ("distress", "toward")),
    ],
)
def test_stay_tapped_again_asks_distress_the_answer_that_holds_the_moment_and_what_had_no_turn_yet(
    person: Person, first: dict[str, object], asked: tuple[str, ...]
) -> None:
    person.arrives("critic_voice").stays(**first).does(Deed.STAY)
    assert person.asked(**CALM) == asked
    assert person.state == "curious"


def test_stay_tapped_again_in_settling_asks_what_was_left_open(person: Person) -> None:
    person.arrives("edge").stays(distress=7, firmness=1).does(Deed.STAY)
    assert person.asked(**CALM) == ("distress", "blend", *FINDING, "toward")


@pytest.mark.parametrize("first", [{"distress": 7}, {"distress": 4}, CALM, {"distress": 4, "firmness": 3}])
def test_somebody_who_finds_a_second_side_later_is_asked_its_name_too(person: Person, first: dict[str, object]) -> None:
    """guide.md §1: a name for each side is asked where the chip *Two sides* was tapped."""
    person.arrives("edge").stays(**first).does(Deed.CHIPS).chooses("two_sides").does(Deed.STAY)
    assert {"name_a", "name_b"} <= set(person.asked(distress=4))
    assert person.state == "two_sides"


def test_stay_tapped_again_with_everything_answered_starts_over(person: Person) -> None:
    person.arrives("edge").stays(**{**CALM, "distress": 7}).does(Deed.STAY)
    assert person.asked(**CALM) == ("distress", *FOUND)
    assert person.state == "curious"


# After a low moment, and when flooded


def test_after_a_low_moment_curious_opens_again_only_by_stay_after_a_practice(person: Person) -> None:
    person.arrives("critic_voice").stays(**CALM).does(Deed.STAY).answers(distress=8)
    assert person.state == "too_much"
    person.tries("orient", body_words="about_right", distress=4)
    assert person.state == "settling"
    person.stays(**CALM)
    assert person.state == "curious"


def test_somebody_who_arrived_low_is_not_met_with_questions_before_a_practice(person: Person) -> None:
    person.arrives("critic_voice", body="far_away")
    assert person.state not in STAY_FROM
    person.tries("orient", body_words="slow")
    assert person.state == "settling"


def test_somebody_flooded_stays_only_once_they_have_tried_something(person: Person) -> None:
    person.arrives("flooded").stays(**CALM)
    assert not person.visit.facts.stayed
    person.tries("orient", soften=0, body=0).stays(**CALM)
    assert person.visit.facts.stayed
    assert "ask" in person.offered


def test_staying_is_forgotten_when_it_becomes_too_much(person: Person) -> None:
    person.arrives("numb").stays(**CALM)
    assert person.visit.facts.stayed
    person.stays(distress=9)
    assert not person.visit.facts.stayed
