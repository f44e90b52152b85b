"""How taut a line is over time: each day on which the person said so, and nothing that they didn't say."""

from __future__ import annotations

import pytest

from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import forget_change, join, let_go, loosen, meet, rename, tie, undo, untie
from unforced.domain.map_joining import joined, possible
from unforced.domain.part import Part
from unforced.domain.ties import Between, Tautness, tied
from unforced.domain.words import Words

TODAY = 739_900
POLARISED = Between.POLARISED


def polarised(*names: str) -> InnerMap:
    """These parts, the first two of which pull against each other."""
    found = InnerMap()
    for name in names or ("a", "b"):
        found = meet(found, Part(name=Words(name)), TODAY)
    return tie(found, POLARISED, 1, 2, TODAY)


def said(found: InnerMap, one: int = 1, other: int = 2) -> list[tuple[int, int]]:
    """What was said of a line: how many days after TODAY, and how taut."""
    return [(day - TODAY, taut) for day, taut in found.tie(POLARISED, one, other).said]


def test_each_day_on_which_it_was_said_stays_and_the_last_word_of_a_day_counts() -> None:
    found = polarised()
    assert said(found) == []
    for after, taut in ((0, 4), (0, 3), (9, 3), (400, 0)):
        found = loosen(found, 2, 1, taut, TODAY + after)
    assert said(found) == [(0, 3), (9, 3), (400, 0)] and possible(found)


def test_said_to_be_unsaid_nothing_of_that_day_is_left_and_earlier_days_stay() -> None:
    found = loosen(loosen(polarised(), 1, 2, 4, TODAY), 1, 2, 2, TODAY + 1)
    found = loosen(found, 1, 2, UNKNOWN, TODAY + 1)
    assert said(found) == [(0, 4)] and found.tie(POLARISED, 1, 2).taut is UNKNOWN


def test_a_clock_that_went_back_leaves_the_days_in_order() -> None:
    found = loosen(loosen(polarised(), 1, 2, 4, TODAY + 5), 1, 2, 1, TODAY)
    assert said(found) == [(0, 1), (5, 4)] and found.tie(POLARISED, 1, 2).taut == 1


def test_what_was_said_of_a_line_goes_with_the_line_and_comes_back_with_it() -> None:
    found = loosen(polarised(), 1, 2, 4, TODAY)
    for gone in (untie(found, POLARISED, 1, 2, TODAY), let_go(found, 2, TODAY)):
        assert not gone.ties
        assert said(undo(gone)) == [(0, 4)], "the control"
    assert said(tie(untie(found, POLARISED, 1, 2, TODAY), POLARISED, 1, 2, TODAY)) == []
    assert said(undo(loosen(found, 1, 2, 0, TODAY + 3))) == [(0, 4)]


def test_forgetting_how_a_line_was_before_forgets_it_over_time_too() -> None:
    found = loosen(loosen(polarised(), 1, 2, 4, TODAY), 1, 2, 1, TODAY + 3)
    number = found.changes[-1].number
    found = rename(found, 1, Words("c"), TODAY + 3)
    assert said(forget_change(found, number)) == [(3, 1)]
    assert said(forget_change(found, number - 1)) == [(0, 4), (3, 1)], "the control: only what was before that change"
    assert said(forget_change(found, number + 1)) == [(3, 1)]


def test_joined_with_another_one_what_was_said_of_both_lines_stays() -> None:
    found = tie(polarised("a", "b", "c"), POLARISED, 3, 2, TODAY)
    found = loosen(loosen(found, 1, 2, 4, TODAY), 1, 2, 3, TODAY + 2)
    found = loosen(loosen(found, 2, 3, 0, TODAY + 1), 2, 3, 1, TODAY + 2)
    assert said(join(found, 1, 3, TODAY + 3)) == [(0, 4), (1, 0), (2, 3)]
    assert said(forget_change(join(found, 1, 3, TODAY + 3), found.made + 1)) == [(1, 0), (2, 3)]


def test_two_maps_of_one_person_hold_what_was_said_on_either_and_twice_is_once() -> None:
    start = polarised()
    here = loosen(loosen(start, 1, 2, 4, TODAY), 1, 2, 2, TODAY + 2)
    there = loosen(loosen(start, 1, 2, 0, TODAY + 1), 1, 2, 1, TODAY + 2)
    both = joined(here, there)
    assert said(both) == [(0, 4), (1, 0), (2, 2)] and joined(both, there) == both
    joins = join(tie(polarised("a", "b", "c"), POLARISED, 3, 2, TODAY), 1, 3, TODAY)
    apart = loosen(tie(polarised("a", "b", "c"), POLARISED, 3, 2, TODAY), 3, 2, 3, TODAY)
    apart = loosen(apart, 1, 2, 1, TODAY + 1)
    assert said(joined(joins, apart)) == [(0, 3), (1, 1)]


@pytest.mark.parametrize(
    "damaged",
    [
        (Tautness(TODAY, 5),),
        (Tautness(TODAY, -1),),
        (Tautness(0, 1),),
        (Tautness(10**9, 1),),
        (Tautness(2, 1), Tautness(1, 1)),
        (Tautness(2, 1), Tautness(2, 3)),
    ],
)
def test_a_line_that_nobody_could_have_spoken_of_so_is_refused(damaged: tuple[Tautness, ...]) -> None:
    with pytest.raises(UnusableAnswerError):
        tied(POLARISED, 1, 2, 1, damaged)
    found = polarised()
    assert not possible(found._replace(ties=(found.ties[0]._replace(said=damaged),)))
    assert possible(found._replace(ties=(found.ties[0]._replace(said=(Tautness(1, 1), Tautness(2, 1))),)))
