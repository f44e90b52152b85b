"""Small moments of one's own, what gathers, and leaving out areas of the body (issue 5, points 3 and 7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.people import TENDER, URGENT, Person
from unforced.domain.deeds.moments import OWN, own_ones, shown
from unforced.domain.deeds.practising import played
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.moments import Small
from unforced.domain.possible import possible
from unforced.domain.practice import AREAS, MUSCLES, Family
from unforced.domain.resting import LATER, goes_on, may_be_kept
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase
from unforced.domain.words import Words

MINE = "stand at the back door"


@pytest.fixture
def at_the_door(shelf: Shelf) -> Person:
    """Somebody behind the door of small moments."""
    return Person(shelf).does(Deed.OPEN_DOOR, "moment")


def test_somebody_writes_one_of_their_own_and_it_is_on_the_screen(at_the_door: Person) -> None:
    at_the_door.does(Deed.WRITE, words=MINE)
    assert at_the_door.phase is Phase.PRACTICE
    assert shown(at_the_door.visit) == Words(MINE)
    assert own_ones(at_the_door.visit) == (Words(MINE),)
    assert possible(at_the_door.visit)


def test_written_over_several_lines_it_is_one(at_the_door: Person) -> None:
    at_the_door.does(Deed.WRITE, words="stand\n\n at the\tback door")
    assert shown(at_the_door.visit) == Words(MINE)


def test_whoever_writes_nothing_has_one_in_the_head(at_the_door: Person) -> None:
    at_the_door.does(Deed.WRITE)
    assert (at_the_door.phase, at_the_door.visit.practice) == (Phase.PRACTICE, OWN)
    assert shown(at_the_door.visit) is None and own_ones(at_the_door.visit) == ()


def test_one_that_was_written_can_be_taken_again_in_this_visit_and_stands_there_once(at_the_door: Person) -> None:
    for _ in range(2):
        at_the_door.does(Deed.WRITE, words=MINE).does(Deed.FINISH).answers()
    at_the_door.does(Deed.WRITE, 0)
    assert shown(at_the_door.visit) == Words(MINE)
    assert own_ones(at_the_door.visit) == (Words(MINE),)


@pytest.mark.parametrize("value", [0, -1, 7, "0", True, (0,)])
def test_one_that_was_never_written_is_none(at_the_door: Person, value: object) -> None:
    before = at_the_door.visit
    with pytest.raises(UnusableAnswerError):
        at_the_door.does(Deed.WRITE, value)
    assert at_the_door.visit is before


def test_what_sounded_like_danger_is_never_put_before_them_as_something_to_do(at_the_door: Person) -> None:
    for heard in (URGENT, TENDER):
        person = Person(at_the_door.shelf, at_the_door.visit).does(Deed.WRITE, words="go away for good", heard=heard)
        assert person.phase is Phase.HELP
        person.does(Deed.CONTINUE)
        assert (person.phase, person.visit.practice) == (Phase.PRACTICE, OWN)
        assert shown(person.visit) is None
        assert person.does(Deed.FINISH).visit.moments == (Small(OWN),)


def test_every_small_moment_that_was_done_is_remembered_in_order_and_nothing_else(at_the_door: Person) -> None:
    at_the_door.tries("moment.short_break").tries("moment.cool_water").does(Deed.WRITE, words=MINE).does(Deed.FINISH)
    at_the_door.answers().tries("contact.feet_on_floor").does(Deed.LOOK).tries("touch.cushion")
    done = (Small("moment.short_break"), Small("moment.cool_water"), Small(OWN, Words(MINE)))
    assert at_the_door.visit.moments == done


def test_one_that_got_harder_is_put_down_and_not_gathered(at_the_door: Person) -> None:
    at_the_door.does(Deed.WRITE, words=MINE).does(Deed.WORSE)
    assert not at_the_door.visit.moments
    at_the_door.tries("moment.short_break", soften=-1)
    assert at_the_door.visit.moments == (Small("moment.short_break"),)


def test_taking_something_else_takes_the_words_off_the_screen(at_the_door: Person) -> None:
    at_the_door.does(Deed.WRITE, words=MINE).does(Deed.FINISH).answers().takes("moment.short_break")
    assert at_the_door.visit.own is None and shown(at_the_door.visit) is None


def test_another_night_the_words_are_still_there_and_not_on_the_screen(at_the_door: Person) -> None:
    visit = at_the_door.does(Deed.WRITE, words=MINE).visit
    later = goes_on(visit, LATER)
    assert may_be_kept(visit) and possible(later)
    assert later.own is None and own_ones(later) == (Words(MINE),)


def test_words_that_were_never_written_are_on_no_screen(at_the_door: Person) -> None:
    assert not possible(replace(at_the_door.visit, own=Words("forged")))
    assert not possible(replace(at_the_door.visit, moments=(Small(""),)))
    assert not possible(replace(at_the_door.visit, left_out=frozenset({"pelvis"})))


# Leaving out


def test_somebody_leaves_out_legs_and_they_are_neither_said_nor_timed(shelf: Shelf) -> None:
    for practice in (p for family in MUSCLES for p in shelf.family(family) if "legs" in p.areas):
        person = Person(shelf).does(Deed.OPEN_DOOR, "settle").takes(practice.id).does(Deed.LEAVE_OUT, ("legs",))
        now = played(person.visit, practice)
        assert person.phase is Phase.PRACTICE
        assert "legs" not in now.areas and now.seconds < practice.seconds
        assert person.does(Deed.FINISH).visit.memory.inward_s == now.seconds


def test_it_is_remembered_for_the_visit_and_taken_back_where_it_is_set(shelf: Shelf) -> None:
    person = Person(shelf).does(Deed.OPEN_DOOR, "settle").takes("muscles_release.toes_to_face")
    person.does(Deed.LEAVE_OUT, ["legs", "face"]).does(Deed.FINISH).answers()
    person.takes("muscles_release.hands_and_jaw")
    assert "face" not in played(person.visit, shelf.get(person.visit.practice)).areas
    person.does(Deed.LEAVE_OUT, ())
    assert person.visit.left_out == {"legs"}, "what this one doesn't work stays left out"


def test_everything_left_out_leaves_looking_and_the_end(shelf: Shelf) -> None:
    for practice in (p for family in MUSCLES for p in shelf.family(family)):
        person = Person(shelf).does(Deed.OPEN_DOOR, "settle").takes(practice.id).does(Deed.LEAVE_OUT, practice.areas)
        assert played(person.visit, practice).cues, practice.id


def test_only_areas_of_what_is_played_can_be_left_out(shelf: Shelf) -> None:
    person = Person(shelf).does(Deed.OPEN_DOOR, "settle").takes("muscles_release.shoulders")
    for value in (("pelvis",), "shoulders", None, 3, [None]):
        with pytest.raises(UnusableAnswerError):
            person.does(Deed.LEAVE_OUT, value)
    with pytest.raises(OutOfPlaceError):
        Person(shelf).does(Deed.OPEN_DOOR, "moment").takes("moment.short_break").does(Deed.LEAVE_OUT, ())


def test_what_is_left_out_comes_along_into_the_next_visit(shelf: Shelf) -> None:
    person = Person(shelf).does(Deed.OPEN_DOOR, "settle").takes("muscles_release.toes_to_face")
    person.does(Deed.LEAVE_OUT, ("legs",)).does(Deed.STOP).does(Deed.OPEN_DOOR, "moment")
    assert person.visit.left_out == {"legs"} and set(person.visit.left_out) <= set(AREAS)
    assert person.visit.moments == () and not person.visit.said


def test_a_moment_of_ones_own_is_never_offered_by_the_guide(shelf: Shelf) -> None:
    assert shelf.get(OWN).picked_only and shelf.get(OWN).family is Family.MOMENT
