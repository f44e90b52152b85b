"""Warmth is a ladder (guide.md §4): the smallest amount that isn't refused, one step at a time, never above a cap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import (
    Person,
    curious_about_it,
    firm_no_at_night,
    flat_toward_it,
    opened,
    practices_offered,
    somebody,
    warm_toward_it,
)
from unforced.domain.answers import UNKNOWN, Level, Situation
from unforced.domain.guide import decide, guide
from unforced.domain.resistance import EFFECTS, Kind
from unforced.domain.shelf import Shelf
from unforced.domain.warmth import next_rung

RUNGS = st.sampled_from((UNKNOWN, 0, 1, 2, 3, 4, 5))
SOFTEN = st.sampled_from((UNKNOWN, -2, -1, 0, 1, 2))
KINDS = st.frozensets(st.sampled_from(Kind))
REST_REFUSED = frozenset({"ask", "acknowledge", "contact"})


@given(rung=RUNGS, soften=SOFTEN, kinds=KINDS, cap=st.integers(-1, 5))
def test_warmth_is_never_above_what_the_moment_and_every_kind_leave(
    rung: Level, soften: Level, kinds: frozenset[Kind], cap: int
) -> None:
    reached = next_rung(somebody(*kinds, rung=rung, soften=soften), cap)
    assert reached <= cap
    assert all(reached <= EFFECTS[kind].warmth for kind in kinds)


@given(rung=st.integers(0, 5), soften=SOFTEN)
def test_warmth_goes_one_step_at_a_time(rung: int, soften: Level) -> None:
    assert abs(next_rung(somebody(rung=rung, soften=soften), 5) - rung) <= 1


@given(soften=SOFTEN, cap=st.integers(0, 5), kinds=KINDS)
def test_nobody_ever_starts_above_the_lowest_rung(soften: Level, cap: int, kinds: frozenset[Kind]) -> None:
    assert next_rung(somebody(*kinds, soften=soften), cap) == 0


@pytest.mark.parametrize(
    ("rung", "soften", "wanted", "because"),
    [
        (UNKNOWN, UNKNOWN, 0, "rung_lowest"),
        (2, UNKNOWN, 2, "rung_same"),
        (2, 0, 3, "rung_up"),
        (2, 2, 3, "rung_up"),
        (2, -1, 1, "rung_down"),
        (2, -2, 1, "rung_down"),
        (0, -1, 0, "rung_same"),
        (3, 1, 3, "rung_same"),
    ],
)
def test_somebody_is_told_which_way_the_ladder_went_and_why(
    rung: Level, soften: Level, wanted: int, because: str, shelf: Shelf
) -> None:
    curious = curious_about_it(rung=rung, soften=soften, arousal=UNKNOWN, refused=REST_REFUSED)
    (offer,) = (offer for offer in guide(curious, shelf).offers if offer.family == "warmth")
    assert offer.rung == wanted
    assert because in offer.because


def test_nobody_is_told_that_warmth_was_harder_when_it_was_not(shelf: Shelf) -> None:
    """The reason has to be the reason: here the moment or a chip lowers the rung, and nothing was harder."""
    refused = REST_REFUSED | {"touch", "breath", "muscles_release", "muscles_full", "note", "moment", "rest"}
    lowered = flat_toward_it(rung=3, soften=1, refused=refused), warm_toward_it("undeserved", rung=4, refused=refused)
    for situation in lowered:
        (warmth,) = (offer for offer in guide(situation, shelf).offers if offer.family == "warmth")
        assert warmth.rung == 1
        assert "rung_down" not in warmth.because


@pytest.mark.parametrize(
    "closed",
    [
        somebody(crisis=True, rung=4, soften=1),
        somebody(safety=0, rung=4, soften=1),
        somebody(presence=1, rung=4, soften=1),
        somebody(distress=9, rung=4, soften=1),
        somebody(memory=True, rung=4, soften=1),
        somebody(hand_off=True, rung=4, soften=1),
        somebody(surge=True, rung=4, soften=1),
        somebody(energy=0, rung=4, soften=1),
        somebody(blend=3, rung=4, soften=1),
        somebody(toward=-1, rung=4, soften=1),
    ],
)
def test_warmth_is_never_offered_where_a_moment_bars_it(closed: Situation, shelf: Shelf) -> None:
    assert "warmth" not in opened(closed, shelf)


def test_the_practice_that_is_offered_stands_on_the_rung_that_is_wanted(shelf: Shelf) -> None:
    for rung in range(5):
        warm = warm_toward_it(rung=rung, refused=REST_REFUSED)
        assert [p.rung for p in practices_offered(warm, shelf) if p.family == "warmth"] == [rung + 1]


def test_somebody_climbs_by_trying_and_comes_down_when_it_was_harder(person: Person) -> None:
    person.arrives("critic_voice").stays(distress=4, firmness=1, blend=1, toward=1)
    person.tries("warmth.rung_0", soften=0)
    assert next_rung(person.visit.situation, 5) == 1
    person.tries("warmth.rung_1", soften=-1)
    assert next_rung(person.visit.situation, 5) == 0


def test_a_firm_no_gets_nothing_added_and_never_more(shelf: Shelf) -> None:
    assert decide(firm_no_at_night(rung=4, soften=2), shelf)[1] == 0


def test_flat_goes_as_far_as_a_neutral_fact(shelf: Shelf) -> None:
    assert decide(flat_toward_it(rung=3, soften=1), shelf)[1] == 1
