"""A guess from own words: it orders the chips, is asked about once, and only what is ticked is ever an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.people import TENDER, URGENT, Person
from tests.readers import Abstains, Names
from unforced.domain.answers import Answers, Choice
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.lessons import MOST
from unforced.domain.reading import LABELS, LONGEST_LESSON, NONE, Lesson, Likely, Reading, unknown
from unforced.domain.resistance import Kind
from unforced.domain.resting import LATER, goes_on
from unforced.domain.screening import Heard
from unforced.domain.shelf import Shelf
from unforced.domain.turning import QUIET, take_turn
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import Words

WALL = Words("a wall comes up")
TWO = (Kind.EDGE, Kind.TENSE)


def writes(
    person: Person, words: Words | None = WALL, *chips: str, likely: tuple[Kind, ...] = TWO, heard: Heard = QUIET
) -> Person:
    """Sends words and chips at the chips, where a reader named these two."""
    person.visit = take_turn(person.visit, Reply(Deed.CHOOSE, chips, words, likely), person.shelf, heard)
    return person


@pytest.fixture
def at_the_chips(person: Person) -> Person:
    """Behind the first door."""
    return person.does(Deed.OPEN_DOOR, "says_no")


def test_own_words_and_no_chip_bring_the_chips_once_more_with_two_first(at_the_chips: Person) -> None:
    visit = writes(at_the_chips).visit
    assert (visit.phase, visit.likely, visit.guessed) == (Phase.KINDS, TWO, (WALL,))
    assert visit.answers.kinds == frozenset() and [entry.key for entry in visit.said] == ["words"]


def test_none_ticked_goes_on_and_what_was_written_stays_said(at_the_chips: Person) -> None:
    visit = writes(writes(at_the_chips), None, likely=()).visit
    assert (visit.phase, visit.likely, visit.answers.kinds, visit.taught) == (Phase.BODY, (), frozenset(), ())
    assert [entry.value for entry in visit.said] == [WALL]


@pytest.mark.parametrize("chip", Kind)
def test_any_chip_is_as_good_an_answer_as_the_two(at_the_chips: Person, chip: Kind) -> None:
    visit = writes(writes(at_the_chips), None, chip).visit
    assert visit.answers.kinds == {chip} and visit.likely == ()
    assert visit.phase is (Phase.OFFERS if chip is Kind.JUST_NO else Phase.BODY)
    assert [entry.key for entry in visit.said] == ["words", "kinds"]


def test_it_is_never_asked_twice_in_a_row_nor_again_for_the_same_words(at_the_chips: Person) -> None:
    other = Words("and then fog")
    person = writes(writes(at_the_chips), other)
    assert person.phase is Phase.BODY and [entry.value for entry in person.visit.said] == [WALL, other]
    assert writes(person.does(Deed.CHIPS)).phase is Phase.BODY
    assert writes(person.does(Deed.CHIPS), other).phase is Phase.KINDS  # the control


def test_the_same_words_again_at_the_guess_are_said_once(at_the_chips: Person) -> None:
    assert [entry.value for entry in writes(writes(at_the_chips)).visit.said] == [WALL]


def test_whoever_ticked_a_chip_has_said_it_and_is_asked_nothing(at_the_chips: Person) -> None:
    assert writes(at_the_chips, WALL, "numb").phase is Phase.BODY
    assert writes(at_the_chips.does(Deed.CHIPS), Words("b"), "memory").phase is Phase.BODY


@pytest.mark.parametrize("likely", [(), (Kind.EDGE,), (Kind.EDGE, Kind.EDGE)])
def test_without_two_kinds_nothing_is_asked(at_the_chips: Person, likely: tuple[Kind, ...]) -> None:
    assert writes(at_the_chips, likely=likely).phase is Phase.BODY


def test_without_words_nothing_is_asked(at_the_chips: Person) -> None:
    assert writes(at_the_chips, None).phase is Phase.BODY


@pytest.mark.parametrize("what", [URGENT, TENDER])
def test_it_never_reads_back_over_words_of_danger(at_the_chips: Person, what: Heard) -> None:
    visit = writes(at_the_chips, heard=what).visit
    assert (visit.phase, visit.likely) == (Phase.HELP, ())
    after = take_turn(visit, Reply(Deed.CONTINUE), at_the_chips.shelf)
    assert after.phase is Phase.BODY
    again = take_turn(take_turn(after, Reply(Deed.CHIPS), at_the_chips.shelf), _reply(), at_the_chips.shelf)
    assert again.phase is Phase.BODY, "what was heard before still counts"
    meant = replace(after, not_meant=True)
    assert take_turn(replace(meant, phase=Phase.KINDS), _reply(), at_the_chips.shelf, what).likely == ()


def _reply(words: str = "a stone") -> Reply:
    return Reply(Deed.CHOOSE, (), Words(words), TWO)


def test_it_waits_behind_help_and_is_asked_again_after_it(at_the_chips: Person) -> None:
    person = writes(at_the_chips).does(Deed.HELP).does(Deed.CONTINUE)
    assert (person.phase, person.visit.likely) == (Phase.KINDS, TWO)


@pytest.mark.parametrize("away", [Deed.NOTHING, Deed.SOMETHING_ELSE, Deed.WATCHED])
def test_left_by_another_way_it_is_over(at_the_chips: Person, away: Deed) -> None:
    person = writes(at_the_chips).does(away)
    if person.phase is Phase.SHELF:
        person.does(Deed.BACK)
    assert person.phase is Phase.OFFERS and person.visit.likely == ()


def test_on_another_day_it_is_over_and_what_was_written_stays(at_the_chips: Person) -> None:
    later = goes_on(writes(at_the_chips).visit, LATER)
    assert (later.phase, later.likely, later.guessed) == (Phase.KINDS, (), (WALL,))


@pytest.mark.parametrize("safety", [0, 1])
def test_where_somebody_could_see_the_screen_it_is_never_asked(at_the_chips: Person, safety: int) -> None:
    at_the_chips.visit = replace(at_the_chips.visit, answers=at_the_chips.visit.answers._replace(safety=safety))
    assert writes(at_the_chips).visit.likely == ()


def in_state(shelf: Shelf, **known: int) -> Visit:
    """At the chips, with this known."""
    answers = Answers()
    for key, level in known.items():
        answers = answers.told(key, level)
    return Visit(phase=Phase.KINDS, door="says_no", answers=answers)


@pytest.mark.parametrize(
    "known", [{"presence": 1}, {"distress": 9}, {"energy": 0}, {"blend": 4}, {"firmness": 4}, {"toward": -2}]
)
def test_where_something_is_too_much_or_too_close_it_is_never_asked(shelf: Shelf, known: dict[str, int]) -> None:
    assert take_turn(in_state(shelf, **known), _reply(), shelf).likely == ()
    assert take_turn(in_state(shelf, presence=3), _reply(), shelf).likely == TWO  # the control


def test_nor_of_somebody_in_the_group_that_is_handed_on(shelf: Shelf) -> None:
    visit = in_state(shelf)
    assert take_turn(replace(visit, facts=visit.facts._replace(hand_off=True)), _reply(), shelf).likely == ()


def test_a_name_that_is_no_chip_is_refused_at_the_guess_too(at_the_chips: Person) -> None:
    with pytest.raises(UnusableAnswerError):
        writes(writes(at_the_chips), None, "none")


# What it teaches


def test_a_chip_that_wasnt_the_first_teaches(at_the_chips: Person) -> None:
    assert writes(writes(at_the_chips), None, "numb").visit.taught == (Lesson(WALL, Kind.NUMB),)
    second = Person(at_the_chips.shelf).does(Deed.OPEN_DOOR, "says_no")
    assert writes(writes(second), None, "tense", "fake").visit.taught == (
        Lesson(WALL, Kind.TENSE),
        Lesson(WALL, Kind.FAKE),
    )


def test_the_first_of_the_two_teaches_nothing_even_with_others_beside_it(at_the_chips: Person) -> None:
    assert writes(writes(at_the_chips), None, "edge", "numb").visit.taught == ()


def test_only_the_beginning_of_a_long_text_is_taught_and_of_many_the_newest(at_the_chips: Person) -> None:
    long = Words("wall " * 400)
    lesson = writes(writes(at_the_chips, long), None, "numb").visit.taught[0]
    assert len(lesson.words.reveal()) <= LONGEST_LESSON and long.reveal().startswith(lesson.words.reveal())
    full = replace(at_the_chips.visit, phase=Phase.KINDS, likely=(), taught=(Lesson(WALL, Kind.WEAK),) * MOST)
    person = Person(at_the_chips.shelf, full)
    after = writes(writes(person, Words("new")), None, "numb").visit.taught
    assert len(after) == MOST and after[-1] == Lesson(Words("new"), Kind.NUMB)


def test_words_after_nothing_are_read_like_any_others(at_the_chips: Person) -> None:
    at_the_chips.visit = replace(at_the_chips.visit, answers=at_the_chips.visit.answers._replace(choice=Choice.NOTHING))
    assert writes(at_the_chips).phase is Phase.KINDS


# The value itself


def test_a_reading_names_its_two_likeliest_kinds_and_passes_over_none() -> None:
    assert Names("edge", "tense").read(WALL).named() == TWO
    assert Names("edge", NONE, "numb").read(WALL).named() == (Kind.EDGE, Kind.NUMB)


def test_where_it_abstains_or_hears_no_no_it_names_nothing() -> None:
    assert Names(NONE, "edge").read(WALL).named() == ()
    assert Abstains("edge").read(WALL).named() == unknown().named() == Reading(()).named() == ()
    assert len(LABELS) == len(unknown("late").kinds) == 15 and unknown("late").unread == "late"
    assert abs(sum(each.p for each in unknown().kinds) - 1) < 1e-9 and Likely("edge", 0.5).span is None
