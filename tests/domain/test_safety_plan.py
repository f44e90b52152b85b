"""A safety plan: whatever is done to it, a line is there once, nothing is lost unasked, and no number is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.domain.errors import GoneLineError
from unforced.domain.safety_plan import WITH_NUMBER, Heading, Line, SafetyPlan, dialled, possible
from unforced.domain.words import Words

DAY = 739_900
WALK = Words("once round the pond")
TEA = Words("tea, without sugar")
RAIN = Words("the sound of rain")
SOMEBODY = Words("my cousin with the boat")
NUMBER = Words("020 7946 0958")
EMPTY = SafetyPlan()


def with_three() -> SafetyPlan:
    """Three small things, in this order."""
    plan = EMPTY
    for words in (WALK, TEA, RAIN):
        plan = plan.with_line(Heading.ALONE, words)
    return plan


def said(plan: SafetyPlan, heading: Heading = Heading.ALONE) -> list[str]:
    """What stands under a heading."""
    return [line.words.reveal() for line in plan.under(heading)]


LINES = st.tuples(st.sampled_from(list(Heading)), st.sampled_from([WALK, TEA, RAIN]), st.sampled_from([None, NUMBER]))
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("with"), LINES, st.integers(0, 9)),
        st.tuples(st.sampled_from(["instead"]), LINES, st.integers(0, 9)),
        st.tuples(st.sampled_from(["off", "back", "now", "up", "down", "pass"]), LINES, st.integers(0, 9)),
    ),
    max_size=30,
)


def done(plan: SafetyPlan, name: str, line: tuple[Heading, Words, Words | None], number: int) -> SafetyPlan:
    """One deed; the plan as it was where it had no place."""
    deeds = {
        "with": lambda: plan.with_line(*line),
        "instead": lambda: plan.instead(number, line[1], line[2], DAY + number + 1),
        "off": lambda: plan.without(number, DAY + number + 1),
        "back": lambda: plan.back(number),
        "now": lambda: plan.without_now(number),
        "up": lambda: plan.moved(number, up=True),
        "down": lambda: plan.moved(number, up=False),
        "pass": lambda: plan.on(DAY + number),
    }
    try:
        return deeds[name]()
    except GoneLineError:
        return plan


def plan_of(deeds: list[tuple[str, tuple[Heading, Words, Words | None], int]]) -> SafetyPlan:
    """What deeds lead to."""
    plan = EMPTY
    for name, line, number in deeds:
        plan = done(plan, name, line, number)
    return plan


@given(DEEDS, DEEDS)
def test_whatever_is_done_a_line_is_there_once_and_joining_loses_nothing(
    here: list[tuple[str, tuple[Heading, Words, Words | None], int]],
    elsewhere: list[tuple[str, tuple[Heading, Words, Words | None], int]],
) -> None:
    one, other = plan_of(here), plan_of(elsewhere)
    assert possible(one) and possible(other)
    both = one.joined(other)
    assert possible(both)
    stays = {line.said for plan in (one, other) for line in plan.lines if not line.gone}
    assert {line.said for line in both.lines if not line.gone} == stays
    assert {line.said for line in both.lines} == {line.said for plan in (one, other) for line in plan.lines}
    assert both.joined(other) == both == both.joined(one)
    order = [line.said for line in one.lines]
    assert [line.said for line in both.lines][: len(order)] == order, "their own order stays"


def test_lines_stand_in_the_persons_order_and_move_one_place_at_a_time() -> None:
    plan = with_three()
    assert said(plan) == [words.reveal() for words in (WALK, TEA, RAIN)]
    assert said(plan.moved(3, up=True)) == [words.reveal() for words in (WALK, RAIN, TEA)]
    assert said(plan.moved(1, up=False)) == [words.reveal() for words in (TEA, WALK, RAIN)]
    assert plan.moved(1, up=True) == plan == plan.moved(3, up=False)
    apart = plan.with_line(Heading.SIGNS, TEA).without(2, DAY)
    assert said(apart.moved(3, up=True)) == [words.reveal() for words in (RAIN, WALK)], "past what was taken off"
    with pytest.raises(GoneLineError):
        apart.moved(2, up=True)


def test_what_is_taken_off_can_be_taken_back_until_its_day_and_then_is_gone() -> None:
    plan = with_three().without(2, DAY + 7)
    assert TEA.reveal() not in said(plan) and [line.key for line in plan.leaving] == [2]
    assert plan.without(2, DAY + 9) == plan, "it keeps its day"
    assert said(plan.on(DAY + 6).back(2)) == said(with_three())
    with pytest.raises(GoneLineError):
        plan.on(DAY + 7).back(2)
    assert said(plan.with_line(Heading.ALONE, TEA)) == said(with_three()), "written again it is back"
    assert not plan.without_now(2).leaving and plan.without_now(9) == plan


def test_a_line_said_anew_stands_where_it_stood_and_can_be_taken_back_as_it_was() -> None:
    plan = with_three().instead(2, SOMEBODY, NUMBER, DAY)
    assert said(plan) == [words.reveal() for words in (WALK, SOMEBODY, RAIN)]
    assert plan.line(4).number is None, "there is no number under this heading"
    assert plan.instead(2, SOMEBODY, None, DAY) == plan, "sent twice it is the same"
    assert said(plan.back(2)) == [words.reveal() for words in (WALK, SOMEBODY, TEA, RAIN)]
    assert said(plan.instead(4, RAIN, None, DAY)) == [words.reveal() for words in (WALK, RAIN)]
    assert plan.instead(1, WALK, None, DAY) == plan
    assert said(plan.instead(2, TEA, None, DAY)) == said(plan.back(2)), "as it was before, it is back"
    with pytest.raises(GoneLineError):
        plan.instead(2, Words("something else"), None, DAY)
    with pytest.raises(GoneLineError):
        plan.instead(9, TEA, None, DAY)


def test_a_key_is_never_given_twice() -> None:
    plan = with_three().without_now(3).with_line(Heading.ALONE, SOMEBODY)
    assert plan.lines[-1].key == 4


def test_nothing_is_written_at_first_and_what_was_taken_off_does_not_count_as_written() -> None:
    assert not EMPTY.written and not EMPTY.lines
    assert with_three().written
    assert not EMPTY.with_line(Heading.SIGNS, TEA).without(1, DAY).written


def test_words_and_numbers_are_never_printed_by_accident() -> None:
    plan = EMPTY.with_line(Heading.PEOPLE, SOMEBODY, NUMBER)
    assert "cousin" not in repr(plan) and "7946" not in str(plan)
    assert plan.line(1).number == NUMBER


@pytest.mark.parametrize(
    "broken",
    [
        SafetyPlan((Line(1, Heading.SIGNS, TEA),), 0),
        SafetyPlan((Line(0, Heading.SIGNS, TEA),), 1),
        SafetyPlan((Line(1, Heading.SIGNS, TEA), Line(1, Heading.ALONE, TEA)), 1),
        SafetyPlan((Line(1, Heading.SIGNS, TEA), Line(2, Heading.SIGNS, TEA)), 2),
        SafetyPlan((Line(1, Heading.SIGNS, TEA, gone=-1),), 1),
        SafetyPlan((Line(1, Heading.SIGNS, TEA, NUMBER),), 1),
    ],
)
def test_a_plan_that_no_deeds_lead_to_is_known(broken: SafetyPlan) -> None:
    assert not possible(broken)
    assert possible(EMPTY) and possible(with_three())


def test_people_and_lines_are_those_that_have_numbers() -> None:
    assert {Heading.PEOPLE, Heading.LINES} == WITH_NUMBER


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("020 7946 0958", "02079460958"),
        ("+44 20 7946 0958", "+442079460958"),
        ("(020) 7946-0958", "02079460958"),
        ("020/7946.0958", "02079460958"),
        ("112", "112"),
        ("15", "15"),
        ("+44 (0)20 7946 0958", ""),
        ("+44 ( 0 ) 20 7946 0958", ""),
        ("020 7946 0958 ext 4", ""),
        ("020 7946 0958 / 0960 7946 0959", ""),
        ("*67 020", ""),
        ("++44 20", ""),
        ("ask at the desk", ""),
        ("\u0661\u0661\u0662", ""),
        ("5", ""),
        ("1234567890123456", ""),
        ("+", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_by_its_digits_and_never_guessed(typed: str, found: str) -> None:
    assert dialled(typed) == found
