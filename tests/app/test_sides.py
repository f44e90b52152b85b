"""The two sides on the screen: the same sentences for both, what each said under its own name, and nothing decided."""

from __future__ import annotations

import pytest

from tests.app.conftest import Screen
from tests.people import Person
from unforced.app.view import Column
from unforced.domain.sides import LISTENING, LONGEST, SIDES_STEPS
from unforced.domain.visit import Deed, Phase, Reply

NAMES = {"name_a": "wants it", "name_b": "the door"}


@pytest.fixture
def sides(person: Person) -> Person:
    """Somebody with two named sides, asked which goes first."""
    return person.arrives("two_sides").stays(distress=4, **NAMES).takes("sides")


def to(person: Person, step: str, first: int = 1) -> Person:
    """On to a step, with nothing answered on the way."""
    while SIDES_STEPS[person.visit.step] != step:
        person.does(Deed.NEXT, first if SIDES_STEPS[person.visit.step] == "first" else None)
    return person


def test_both_names_are_there_to_go_first_next_to_each_other(sides: Person, screen: Screen) -> None:
    view = screen(sides)
    assert {choice.label for choice in view.choices} == {"wants it", "the door"}
    assert [choice.reply.value for choice in view.choices] == [sides.visit.listed, 1 - sides.visit.listed]
    assert (view.paired, view.columns) == (True, ())


def test_both_sides_are_spoken_of_by_the_names_somebody_gave_them(sides: Person, screen: Screen) -> None:
    sides.does(Deed.NEXT, 1)
    seen = []
    while sides.phase is Phase.SIDES:
        view = screen(sides)
        seen.append(view.question or view.said[0])
        assert {choice.reply.deed for choice in view.beside} >= {Deed.BACK, Deed.WORSE}
        sides.does(Deed.NEXT)
    assert seen[:5] == [
        "the door: how firm is it right now?",
        "the door: how do you feel toward it right now?",
        "the door: what does it want for you?",
        "the door: what does it fear from wants it?",
        "the door was heard, in its own words. You could say them back.",
    ]
    assert seen[6].startswith("wants it: ")


def test_a_side_without_a_name_is_spoken_of_plainly_within_a_sentence(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4).takes("sides")
    assert screen(to(person, "fears_one", 0)).question == "One part: what does it fear from the other part?"


def test_how_firm_and_how_somebody_feels_are_steps_in_order_with_not_knowing_beside_them(
    sides: Person, screen: Screen
) -> None:
    view = screen(to(sides, "toward_one"))
    assert view.scale
    assert [choice.label for choice in view.choices][::6] == ["I want it gone", "Some warmth"]
    assert view.choices[-1].label == "I don't know, or rather not say"


def test_what_each_side_said_stands_under_its_own_name_and_nowhere_else(sides: Person, screen: Screen) -> None:
    to(sides, "wants_one").does(Deed.NEXT, words="Peace, for once.").does(Deed.NEXT, words="More homework.")
    view = screen(sides)
    listed = {column.name: column for column in view.columns}
    assert listed["the door"].said == (("Wants", "Peace, for once."), ("Fears", "More homework."))
    assert listed["wants it"].said == (("Wants", ""), ("Fears", ""))
    assert not [answer for _, answer in view.earlier if "Peace" in answer]


def test_the_columns_keep_their_places_whoever_speaks(sides: Person, screen: Screen) -> None:
    places = set()
    to(sides, "firmness_one")
    while sides.phase is Phase.SIDES:
        places.add(tuple(column.name for column in screen(sides).columns))
        sides.does(Deed.NEXT)
    assert len(places) == 1


def test_it_is_said_back_in_the_persons_very_words_whole(sides: Person, screen: Screen) -> None:
    words = "Not now.\n\n  *Never*  {x} <b>again</b>, " + "and again " * 60
    to(sides, "wants_one").does(Deed.NEXT, words=words)
    assert words.strip() not in str(screen(sides).columns)  # shortened while something else is asked
    to(sides, "back_one")
    (own,) = (column for column in screen(sides).columns if column.name == "the door")
    assert own.said[0] == ("Wants", words.strip())


def test_afterwards_what_a_side_said_is_among_what_was_said_before(sides: Person, screen: Screen) -> None:
    to(sides, "firmness_one").does(Deed.NEXT, 2).does(Deed.NEXT, -1).does(Deed.NEXT, words="Peace.")
    to(sides, "room").does(Deed.NEXT, "no").does(Deed.BACK)
    earlier = screen(sides).earlier
    assert ("the door", "The no: Clear") in earlier
    assert ("the door", "Toward it: Annoyed") in earlier
    assert ("the door", "Peace.") in earlier
    assert ("A side", "No") in earlier


def test_a_question_has_a_silent_clock_and_a_place_to_write(sides: Person, screen: Screen) -> None:
    view = screen(to(sides, "wants_one"))
    assert view.listening is not None
    ((beat,), seconds) = (view.listening.timeline.beats, view.listening.timeline.seconds)
    assert (seconds, beat.seconds, beat.tone, beat.vibration) == (LISTENING, LISTENING, "", ())
    assert f"{LISTENING} seconds" in view.hint
    assert view.field and view.send
    assert screen(to(sides, "shared")).listening is None


def test_what_a_clock_says_in_the_end_belongs_to_a_question_and_never_to_the_room(
    sides: Person, screen: Screen
) -> None:
    over = []
    to(sides, "firmness_one")
    while sides.phase is Phase.SIDES:
        listening = screen(sides).listening
        over += [(SIDES_STEPS[sides.visit.step], bool(listening.over))] if listening else []
        sides.does(Deed.NEXT)
    assert dict(over) == {
        **dict.fromkeys(("wants_one", "fears_one", "wants_other", "fears_other"), True),
        **dict.fromkeys(("outward_one", "outward_other"), False),
    }


def test_the_seconds_that_a_clock_ran_come_along_with_going_on_and_with_nothing_else(
    sides: Person, screen: Screen
) -> None:
    view = screen(to(sides, "wants_one"))
    assert view.timed(Reply(Deed.NEXT), 61) == Reply(Deed.NEXT, 61)
    assert view.timed(Reply(Deed.NEXT), 10**9) == Reply(Deed.NEXT, LONGEST)
    assert view.timed(Reply(Deed.NEXT), None) == view.timed(Reply(Deed.NEXT), -1) == Reply(Deed.NEXT)
    assert view.timed(Reply(Deed.BACK), 61) == Reply(Deed.BACK)
    assert screen(to(sides, "room")).timed(Reply(Deed.NEXT, "no"), 61) == Reply(Deed.NEXT, "no")
    assert screen(to(sides, "end")).timed(Reply(Deed.NEXT), 61) == Reply(Deed.NEXT)


def test_where_the_second_had_longer_the_first_is_offered_as_long(sides: Person, screen: Screen) -> None:
    to(sides, "wants_other").does(Deed.NEXT, LISTENING + 60)
    view = screen(to(sides, "evened"))
    assert view.said == ("the door could have as long as wants it had: 60 seconds more.",)
    assert view.listening is not None and view.listening.timeline.seconds == 60


def test_a_little_room_between_the_sides_has_three_equal_answers_and_nothing_to_write(
    sides: Person, screen: Screen
) -> None:
    view = screen(to(sides, "room"))
    assert [choice.label for choice in view.choices] == ["Yes, a little", "No", "No answer"]
    assert "A no is fine." in view.question
    assert view.field == ""


def test_it_ends_with_both_columns_whole_and_nothing_decided(sides: Person, screen: Screen) -> None:
    view = screen(to(sides, "end"))
    assert view.said == ("It ends here, with nothing decided. Both were heard.",)
    assert len(view.columns) == 2 and all(isinstance(column, Column) for column in view.columns)


def test_leaving_the_two_sides_says_one_equal_line_to_each(sides: Person, screen: Screen) -> None:
    sides.does(Deed.BACK)
    assert screen(sides).said[0] == "wants it was heard. the door was heard."


def test_without_the_word_part_the_sides_are_sides(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4).takes("sides")
    assert {choice.label for choice in screen(person).choices} == {"One part", "The other part"}
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("parts_words",))
    view = screen(person)
    assert {choice.label for choice in view.choices} == {"One side", "The other side"}
    assert not any("part" in text.lower() for text in (*view.said, view.question))
