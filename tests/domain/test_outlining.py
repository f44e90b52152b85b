"""Marking where in the body (issue 5, point 8): never asked for, and never there where the body is to be left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.people import CALM, URGENT, Person
from unforced.domain.answers import MIXED, UNKNOWN, Choice, Facts, Never
from unforced.domain.deeds.outlining import AFTER, BEFORE, COMPARED, MARKED, may_mark, may_mark_after
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.outline import Area, Mark, Sensation, different, in_order, marks_of
from unforced.domain.practice import BODY, Family
from unforced.domain.resistance import Kind
from unforced.domain.resting import LATER, goes_on
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase, Said, Visit

FEET = "contact.feet_on_floor"
JAW = Mark(Area.JAW, Sensation.TIGHT)
HANDS = Mark(Area.HANDS, Sensation.WARM)


def in_contact(shelf: Shelf) -> Person:
    """Somebody whose body is about right, in contact with the floor."""
    return Person(shelf).arrives("critic_voice").stays(**CALM).takes(FEET)


def done(shelf: Shelf, **after: object) -> Person:
    """The same somebody, after marking, contact, and the two taps."""
    person = in_contact(shelf).does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight",)).does(Deed.FINISH)
    return person.answers(**{"soften": 0, "body": 0, **after})


# The way through


def test_marks_before_lead_back_to_the_practice_and_both_are_shown_after_it(shelf: Shelf) -> None:
    person = in_contact(shelf).does(Deed.OUTLINE)
    assert (person.phase, person.visit.step) == (Phase.OUTLINE, BEFORE)
    person.does(Deed.MARK, ("hands:warm", "jaw:tight"))
    assert (person.phase, person.visit.practice) == (Phase.PRACTICE, FEET)
    assert person.visit.marks_before == (JAW, HANDS)

    person.does(Deed.FINISH).answers(soften=0, body=1)
    assert person.phase is Phase.OFFERS
    person.does(Deed.OUTLINE)
    assert (person.phase, person.visit.step) == (Phase.OUTLINE, AFTER)
    person.does(Deed.MARK, ("jaw:tight",))
    assert (person.phase, person.visit.step) == (Phase.OUTLINE, COMPARED)
    assert person.visit.marks_after == (JAW,)
    said = [entry for entry in person.visit.said if entry.key.startswith("marks_")]
    assert said == [Said("marks_before", ("jaw:tight", "hands:warm")), Said("marks_after", ("jaw:tight",))]
    person.does(Deed.BACK)
    assert (person.phase, person.visit.note) == (Phase.OFFERS, "")


def test_nobody_comes_to_it_without_a_tap(shelf: Shelf) -> None:
    person = in_contact(shelf).does(Deed.FINISH)
    assert person.asked(soften=0, body=0) == ("soften", "body")
    assert person.phase is Phase.OFFERS


def test_none_marked_is_an_answer_and_leaving_it_is_another(shelf: Shelf) -> None:
    assert in_contact(shelf).does(Deed.OUTLINE).does(Deed.MARK, ()).visit.marks_before == ()
    left = in_contact(shelf).does(Deed.OUTLINE).does(Deed.BACK)
    assert (left.phase, left.visit.marks_before) == (Phase.PRACTICE, None)
    after = done(shelf).does(Deed.OUTLINE).does(Deed.BACK)
    assert (after.phase, after.visit.note, after.visit.marks_after) == (Phase.OFFERS, "same", None)


def test_marking_again_before_it_replaces_what_was_marked(shelf: Shelf) -> None:
    person = in_contact(shelf).does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight",))
    person.does(Deed.OUTLINE).does(Deed.MARK, ("hands:warm",))
    assert [entry for entry in person.visit.said if entry.key == "marks_before"] == [
        Said("marks_before", ("hands:warm",))
    ]


def test_after_it_can_be_marked_once_and_without_a_before(shelf: Shelf) -> None:
    person = in_contact(shelf).does(Deed.FINISH).answers(soften=0).does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight",))
    assert (person.visit.marks_before, person.visit.marks_after) == (None, (JAW,))
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.MARK, ("jaw:loose",))
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.BACK).does(Deed.OUTLINE)


def test_another_practice_begins_with_an_empty_outline_and_what_was_marked_stays_said(shelf: Shelf) -> None:
    person = done(shelf).takes(FEET)
    assert (person.visit.marks_before, person.visit.marks_after) == (None, None)
    assert Said("marks_before", ("jaw:tight",)) in person.visit.said


def test_from_the_shelf_it_leads_back_to_the_shelf(shelf: Shelf) -> None:
    person = done(shelf).does(Deed.LOOK).does(Deed.OUTLINE).does(Deed.MARK, ()).does(Deed.BACK)
    assert person.phase is Phase.SHELF


def test_later_it_is_another_moment_and_the_outline_of_that_one_is_closed(shelf: Shelf) -> None:
    visit = goes_on(in_contact(shelf).does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight",)).visit, LATER)
    assert (visit.marks_before, visit.marks_after) == (None, None)
    assert Said("marks_before", ("jaw:tight",)) in visit.said


@pytest.mark.parametrize("soften", [-1, 0, 2])
def test_worse_the_same_and_easier_may_all_be_marked_after(shelf: Shelf, soften: int) -> None:
    assert may_mark_after(done(shelf, soften=soften).visit)


def test_no_mark_changes_what_is_offered(shelf: Shelf) -> None:
    plain = in_contact(shelf).does(Deed.FINISH).answers(soften=0, body=0)
    marked = done(shelf).does(Deed.OUTLINE).does(Deed.MARK, ("chest:numb", "belly:heavy")).does(Deed.BACK)
    assert marked.now == plain.now
    assert marked.visit.situation == plain.visit.situation


# Where it never is


NEVER: dict[str, Callable[[Visit], Visit]] = {
    "far away": lambda v: replace(v, answers=v.answers.told("presence", 1)),
    "not in the room at all": lambda v: replace(v, answers=v.answers.told("presence", 0)),
    "nobody knows how present": lambda v: replace(v, answers=v.answers.told("presence", UNKNOWN)),
    "a body nobody asked about": lambda v: replace(v, answers=v.answers.told("arousal", UNKNOWN)),
    "shut down": lambda v: replace(v, answers=v.answers.told("arousal", -2)),
    "wired and numb": lambda v: replace(v, answers=v.answers.told("arousal", MIXED)),
    "too much": lambda v: replace(v, answers=v.answers.told("arousal", 2)),
    "too hard": lambda v: replace(v, answers=v.answers.told("distress", 9)),
    "seen now": lambda v: replace(v, answers=v.answers.told("safety", 0)),
    "seen later, perhaps": lambda v: replace(v, answers=v.answers.told("safety", 1)),
    "the body left alone": lambda v: replace(v, answers=v.answers._replace(never=frozenset({Never.BODY}))),
    "in danger": lambda v: replace(v, facts=Facts(crisis=True)),
    "a memory": lambda v: replace(v, facts=Facts(memory=True)),
    "handed off": lambda v: replace(v, facts=Facts(hand_off=True)),
    "kindness too near": lambda v: replace(v, facts=Facts(surge=True)),
    "numb": lambda v: replace(v, answers=v.answers._replace(kinds=frozenset({Kind.NUMB}))),
    "flooded": lambda v: replace(
        v, answers=v.answers._replace(kinds=frozenset({Kind.FLOODED})), facts=v.facts._replace(stayed=False)
    ),
    "nothing wanted": lambda v: replace(v, answers=v.answers._replace(choice=Choice.NOTHING)),
    "nothing left": lambda v: replace(v, answers=v.answers.told("energy", 0)),
    "low before, and only half here": lambda v: replace(
        v, answers=v.answers.told("presence", 2), memory=v.memory._replace(was_low=True), facts=Facts()
    ),
    "a rise ended it": lambda v: replace(v, memory=v.memory._replace(inward_over=True)),
    "every practice of the body refused": lambda v: replace(v, memory=v.memory._replace(refused=BODY)),
}


@pytest.mark.parametrize("why", NEVER)
def test_it_is_never_there(shelf: Shelf, why: str) -> None:
    before, after = in_contact(shelf).visit, done(shelf).visit
    assert may_mark(before), "the control: without it, it is there"
    assert may_mark_after(after), "the control: without it, it is there"
    for visit in (before, after):
        changed = NEVER[why](visit)
        assert not may_mark(changed)
        assert not may_mark_after(changed)
        with pytest.raises(OutOfPlaceError):
            Person(shelf, changed).does(Deed.OUTLINE)


@pytest.mark.parametrize("family", [family for family in Family if family not in MARKED])
def test_it_is_never_there_around_what_is_not_of_the_body(shelf: Shelf, family: Family) -> None:
    assert not any(may_mark(replace(in_contact(shelf).visit, practice=each.id)) for each in shelf.family(family))


@pytest.mark.parametrize("family", sorted(MARKED))
def test_it_is_there_around_every_practice_of_the_body(shelf: Shelf, family: Family) -> None:
    assert shelf.family(family)
    assert all(may_mark(replace(in_contact(shelf).visit, practice=each.id)) for each in shelf.family(family))


@pytest.mark.parametrize("chips", ["settle", "moment"])
def test_who_answered_nothing_is_never_led_into_the_body(shelf: Shelf, chips: str) -> None:
    assert not may_mark(Person(shelf).does(Deed.OPEN_DOOR, chips).takes(FEET).visit)


def test_a_dose_that_is_spent_does_not_take_the_second_outline_away(shelf: Shelf) -> None:
    person = Person(shelf).arrives("critic_voice").stays(**CALM).tries("breath.one_minute", soften=0, body=0)
    assert person.visit.memory.outward_due
    assert may_mark_after(person.visit)


def test_a_practice_that_was_left_unfinished_has_no_after(shelf: Shelf) -> None:
    assert not may_mark_after(in_contact(shelf).does(Deed.SOMETHING_ELSE).visit)


def test_what_stays_away_closes_an_outline_that_is_open(shelf: Shelf) -> None:
    person = in_contact(shelf).does(Deed.OUTLINE).does(Deed.BOUNDS)
    assert Person(shelf, person.visit).does(Deed.SET_BOUNDS, ("sound",)).phase is Phase.OUTLINE, "the control"
    person.does(Deed.SET_BOUNDS, ("body",))
    assert person.phase is Phase.PRACTICE
    after = done(shelf).does(Deed.OUTLINE).does(Deed.HELP).does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("body",))
    assert after.does(Deed.CONTINUE).phase is Phase.OFFERS


def test_help_and_danger_in_words_open_over_it_and_lead_back(shelf: Shelf) -> None:
    person = in_contact(shelf).does(Deed.OUTLINE).does(Deed.MARK, ("jaw:tight",), heard=URGENT)
    assert person.phase is Phase.HELP
    assert person.does(Deed.CONTINUE).phase is Phase.PRACTICE


# Marks


@pytest.mark.parametrize("value", [None, "jaw", "jaw:sad", "pelvis:tight", ("jaw:tight", 3), 7, ("throat:tight",)])
def test_what_is_no_mark_is_refused_and_changes_nothing(shelf: Shelf, value: object) -> None:
    person = in_contact(shelf).does(Deed.OUTLINE)
    before = person.visit
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.MARK, value)
    assert person.visit is before


def test_of_two_words_for_one_place_the_later_one_stands_and_the_order_is_from_the_head_down() -> None:
    assert marks_of(["feet:loose", "jaw:warm", "jaw:tight"]) == (JAW, Mark(Area.FEET, Sensation.LOOSE))
    assert marks_of("jaw:tight") == (JAW,)
    assert in_order((JAW, HANDS))
    assert not in_order((HANDS, JAW))
    assert not in_order((JAW, JAW))


def test_what_is_different_is_a_place_and_never_a_direction() -> None:
    assert different((JAW, HANDS), (JAW, HANDS)) == ()
    assert different((JAW,), (Mark(Area.JAW, Sensation.LOOSE), HANDS)) == (Area.JAW, Area.HANDS)
    assert different((HANDS,), ()) == different((), (HANDS,)) == (Area.HANDS,)


def test_pelvis_and_throat_are_out() -> None:
    assert not {"pelvis", "hips", "throat", "groin"} & set(Area)
