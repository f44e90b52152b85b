"""The kinds of no (guide.md §2): they order what is offered, and otherwise only take away; the strictest wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import (
    arriving_flooded,
    arriving_numb,
    but,
    curious_about_it,
    flat_toward_it,
    here_with_room,
    offered,
    opened,
    practices_offered,
    somebody,
    two_sides_unsettled,
    warm_toward_it,
)
from unforced.domain.answers import Situation
from unforced.domain.guide import decide, guide
from unforced.domain.practice import INWARD, UNCLOCKED
from unforced.domain.resistance import EFFECTS, GROUPS, Kind, in_order, warmth_left
from unforced.domain.shelf import Shelf

EVERY_KIND = st.frozensets(st.sampled_from(Kind))


@pytest.mark.parametrize(
    ("kind", "situation", "first"),
    [
        ("tense", somebody("tense"), ("contact",)),
        ("numb", somebody("numb"), ("orient",)),
        ("flooded", somebody("flooded"), ("orient",)),
        ("flooded", somebody("flooded", distress=8), ("orient", "move")),
        ("danger", somebody("danger"), ("contact",)),
        ("fake", somebody("fake"), ("contact", "moment")),
        ("unknown_how", somebody("unknown_how"), ("moment",)),
    ],
)
def test_what_a_kind_asks_for_comes_first_where_the_moment_allows_it(
    kind: str, situation: Situation, first: tuple[str, ...], shelf: Shelf
) -> None:
    assert offered(situation, shelf)[: len(first)] == first
    for offer in guide(situation, shelf).offers[: len(first)]:
        assert f"kind_{kind}" in offer.because


def test_a_kind_never_brings_in_what_the_moment_does_not_offer(shelf: Shelf) -> None:
    assert offered(somebody("tense", energy=0), shelf) == ("rest", "moment")
    assert offered(somebody("fake", crisis=True), shelf) == ("help", "orient")
    assert offered(somebody("tense", safety=0), shelf) == ("leave", "orient")


@given(
    situation=st.sampled_from([curious_about_it(), warm_toward_it(), flat_toward_it(), somebody()]),
    kinds=EVERY_KIND.filter(lambda kinds: kinds != {Kind.JUST_NO}),
)
def test_a_kind_never_opens_anything_but_seeing_a_voice(
    situation: Situation, kinds: frozenset[Kind], shelf: Shelf
) -> None:
    assert opened(but(situation, kinds=kinds), shelf) - {"see"} <= opened(situation, shelf)


# Numb


def test_somebody_numb_is_never_offered_anything_inward(shelf: Shelf) -> None:
    for situation in (arriving_numb(), curious_about_it("numb"), warm_toward_it("numb"), two_sides_unsettled()):
        assert not opened(but(situation, kinds=frozenset({Kind.NUMB})), shelf) & INWARD


def test_somebody_numb_who_stays_with_it_may_ask_and_hear_both_sides_and_nothing_else_inward(shelf: Shelf) -> None:
    assert opened(curious_about_it("numb", stayed=True), shelf) & INWARD == {"ask"}
    assert opened(two_sides_unsettled(kinds=frozenset({Kind.NUMB}), stayed=True), shelf) & INWARD == {"sides"}


# Flooded

LEFT = {"acknowledge", "orient", "move", "contact"}


def test_somebody_flooded_is_offered_only_what_is_outside_and_the_no_itself(shelf: Shelf) -> None:
    for situation in (arriving_flooded(), curious_about_it("flooded"), somebody("flooded", distress=9, presence=3)):
        assert opened(situation, shelf) <= LEFT | {"rest", "leave", "people", "help"}


def test_somebody_flooded_who_stays_after_a_practice_is_met_and_still_gets_no_warmth(shelf: Shelf) -> None:
    stayed = curious_about_it("flooded", stayed=True, rung=4, soften=1)
    families, rung, _ = decide(stayed, shelf)
    assert "ask" in families
    assert rung == 0


# Warmth, phrases


@pytest.mark.parametrize(("kind", "highest"), [("flooded", 0), ("danger", 0), ("undeserved", 1), ("fake", 1)])
def test_a_kind_caps_warmth(kind: str, highest: int, shelf: Shelf) -> None:
    assert warmth_left(frozenset({Kind(kind)})) == highest
    assert decide(warm_toward_it(kind, rung=5), shelf)[1] == highest


def test_the_strictest_of_several_kinds_wins() -> None:
    assert warmth_left(frozenset({Kind.FAKE, Kind.DANGER, Kind.EDGE})) == 0
    assert warmth_left(frozenset({Kind.EDGE, Kind.WEAK})) == 5


def test_somebody_to_whom_it_rings_hollow_is_never_offered_a_ready_sentence(shelf: Shelf) -> None:
    hollow = [somebody("fake"), curious_about_it("fake"), warm_toward_it("fake", rung=1), two_sides_unsettled()]
    for situation in hollow:
        fake = but(situation, kinds=frozenset({Kind.FAKE}))
        for refused in (frozenset(), frozenset({"contact", "moment", "ask"}), frozenset({"contact", "sides"})):
            assert not any(p.phrase for p in practices_offered(but(fake, refused=refused), shelf))


def test_the_control_for_ready_sentences_fails_without_the_chip(shelf: Shelf) -> None:
    assert any(p.phrase for p in practices_offered(warm_toward_it(), shelf))


# Tender


def test_words_that_sounded_tender_close_the_ask_and_the_two_sides(shelf: Shelf) -> None:
    for situation in (curious_about_it(), warm_toward_it(), two_sides_unsettled(), here_with_room(toward=-1)):
        assert opened(situation, shelf) & UNCLOCKED
        assert not opened(but(situation, tender=True), shelf) & UNCLOCKED


# What a kind is


def test_every_kind_has_its_effect_and_its_chip() -> None:
    assert set(EFFECTS) == set(Kind)
    assert sorted(kind for members in GROUPS.values() for kind in members) == sorted(Kind)


@given(EVERY_KIND)
def test_the_safest_of_several_kinds_speaks_first(kinds: frozenset[Kind]) -> None:
    ordered = in_order(kinds)
    assert frozenset(ordered) == kinds
    assert list(ordered) == sorted(ordered, key=list(EFFECTS).index)


def test_flooded_and_danger_speak_before_everything_else(shelf: Shelf) -> None:
    assert guide(somebody("fake", "flooded", "danger"), shelf).line == "kind_flooded"
    assert guide(somebody("fake", "edge", "danger"), shelf).line == "kind_danger"
