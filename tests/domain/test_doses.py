"""Doses of what the guide offers (guide.md §5), counted in a visit and bounding only the guide, never the person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import (
    CALM,
    Person,
    but,
    curious_about_it,
    flat_toward_it,
    here_with_room,
    opened,
    practices_offered,
    two_sides_unsettled,
)
from unforced.domain.guide import guide
from unforced.domain.practice import INWARD, UNCLOCKED, Direction
from unforced.domain.shelf import Shelf

TIMED = frozenset({"breath", "touch", "muscles_release", "muscles_full", "note"})
OUTSIDE_REFUSED = frozenset({"acknowledge", "see", "contact", "ask", "moment", "rest", "warmth"})


@given(spent=st.integers(0, 400), refused=st.frozensets(st.sampled_from(sorted(TIMED))))
def test_an_offer_never_goes_inward_for_more_than_ninety_seconds_or_past_three_minutes_a_visit(
    spent: int, refused: frozenset[str], shelf: Shelf
) -> None:
    situation = flat_toward_it(inward_s=spent, refused=OUTSIDE_REFUSED | refused)
    for practice in practices_offered(situation, shelf):
        if practice.direction is Direction.INWARD:
            assert practice.seconds <= 90
            assert spent + practice.seconds <= 180


def test_the_control_for_doses_offers_something_inward_while_there_is_time(shelf: Shelf) -> None:
    offers = practices_offered(flat_toward_it(refused=OUTSIDE_REFUSED), shelf)
    assert [practice.direction for practice in offers] == [Direction.INWARD, Direction.INWARD]


def test_a_spent_dose_never_closes_the_ask_or_the_two_sides(shelf: Shelf) -> None:
    assert opened(curious_about_it(inward_s=180), shelf) & INWARD == {"ask"}
    assert opened(two_sides_unsettled(inward_s=180), shelf) & INWARD == {"sides"}


@pytest.mark.parametrize("over", ["outward_due", "inward_over"])
def test_nothing_inward_is_ever_offered_while_something_outward_is_due_or_after_a_rise(over: str, shelf: Shelf) -> None:
    for situation in (curious_about_it(), two_sides_unsettled(), flat_toward_it(), here_with_room(toward=-1)):
        assert opened(situation, shelf) & INWARD
        assert not opened(but(situation, **{over: True}), shelf) & INWARD


def test_after_something_inward_somebody_goes_outward_for_twenty_seconds_first(person: Person, shelf: Shelf) -> None:
    person.arrives("edge").stays(**CALM).tries("note", soften=0)
    assert person.visit.memory.inward_s == shelf.get(person.visit.practice).seconds
    assert person.visit.memory.outward_due
    assert not opened(person.visit.situation, shelf) & INWARD
    person.tries("contact", soften=0, body=0)
    assert not person.visit.memory.outward_due
    assert opened(person.visit.situation, shelf) & INWARD


def test_what_is_neither_inward_nor_outward_settles_no_debt(person: Person) -> None:
    person.arrives("edge").stays(**CALM).tries("note").tries("acknowledge")
    assert person.visit.memory.outward_due


def test_a_rise_ends_inward_work_for_the_visit(person: Person, shelf: Shelf) -> None:
    person.arrives("edge").stays(**CALM).tries("note", soften=-2)
    assert person.visit.memory.inward_over
    person.tries("contact", soften=0, body=0).stays(**CALM)
    assert not opened(person.visit.situation, shelf) & INWARD


@pytest.mark.parametrize(("distress", "over"), [(8, False), (9, False), (10, True)])
def test_distress_up_by_two_after_something_inward_ends_it_too(person: Person, distress: int, over: bool) -> None:
    person.arrives("edge").stays(distress=8)
    person.tries("breath.one_minute", body_words="about_right", distress=distress)
    assert person.visit.memory.inward_over is over


def test_a_rise_outside_leaves_inward_work_open(person: Person) -> None:
    person.arrives("edge").tries("contact", soften=-2, body=-1)
    assert not person.visit.memory.inward_over


def test_ask_and_sides_count_no_seconds_and_happen_once_a_visit(shelf: Shelf) -> None:
    for situation, practice in ((curious_about_it(), "ask.listen"), (two_sides_unsettled(), "sides.both_sides")):
        assert guide(situation, shelf).offers[0].practice == practice
        used = situation._replace(memory=situation.memory._replace(used=(practice,)))
        assert not {offer.family for offer in guide(used, shelf).offers} & UNCLOCKED


def test_what_somebody_picks_themselves_is_theirs_however_long_it_lasts(person: Person, shelf: Shelf) -> None:
    person.arrives("edge").tries("breath.longer_form", soften=0, body=0)
    assert person.visit.memory.inward_s == shelf.get("breath.longer_form").seconds > 180
    person.tries("breath.one_minute", soften=0, body=0)
    assert person.visit.memory.used[-1] == "breath.one_minute"
