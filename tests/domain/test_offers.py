"""Offers (guide.md §3): at most two, from two families, each with its reasons; the same input, the same output."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import curious_about_it, flat_toward_it, here_with_room, offered, somebody, two_sides_unsettled
from unforced.domain.answers import SCALES, UNKNOWN, Answers, Choice, Facts, Memory, Never, Situation
from unforced.domain.guide import ALWAYS, decide, guide
from unforced.domain.practice import Family
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf
from unforced.proof.combinations import Checker
from unforced.proof.invariants import CHECKS, Decision

# Any situation at all, with every step of every scale, not only the coarse ones of the proof.

LEVELS = {key: st.sampled_from((UNKNOWN, *steps)) for key, steps in SCALES.items()}
ANSWERS = st.builds(
    Answers,
    **LEVELS,
    kinds=st.frozensets(st.sampled_from(Kind), max_size=3),
    choice=st.sampled_from((UNKNOWN, *Choice)),
    never=st.frozensets(st.sampled_from(Never), max_size=3),
)
FACTS = st.builds(Facts, **{key: st.booleans() for key in Facts._fields})
MEMORIES = st.builds(
    Memory,
    refused=st.frozensets(st.sampled_from(Family), max_size=6),
    put_away=st.frozensets(st.sampled_from(["contact.feet_on_floor", "orient.one_colour", "breath.one_minute"])),
    was_low=st.booleans(),
    rung=st.sampled_from((UNKNOWN, 0, 1, 2, 3, 4, 5)),
    softened=st.booleans(),
    inward_s=st.integers(0, 300),
    outward_due=st.booleans(),
    inward_over=st.booleans(),
    surged=st.booleans(),
    unchanged=st.integers(0, 3),
    used=st.lists(st.sampled_from(["contact.feet_on_floor", "ask.listen", "warmth.rung_0"]), max_size=4).map(tuple),
    declined=st.lists(st.sampled_from(Family), max_size=4).map(tuple),
)
SITUATIONS = st.builds(Situation, ANSWERS, FACTS, MEMORIES)


@given(SITUATIONS)
def test_no_invariant_is_ever_broken_between_the_coarse_answers_either(shelf: Shelf, situation: Situation) -> None:
    opened, rung, now = decide(situation, shelf)
    decision = Decision(situation, opened, rung, now, {practice.id: practice for practice in shelf})
    assert [name for name, check in CHECKS.items() if not check(decision)] == []


@given(SITUATIONS)
def test_two_offers_at_most_from_two_families_that_are_open_and_fit(shelf: Shelf, situation: Situation) -> None:
    opened, _, now = decide(situation, shelf)
    families = [offer.family for offer in now.offers]
    assert len(families) == len(set(families)) <= 2
    assert set(families) <= set(opened)
    for offer in now.offers:
        practice = shelf.get(offer.practice)
        assert not practice.picked_only
        assert practice.hold == 0
        assert (practice.family, practice.seconds, practice.rung) == (offer.family, offer.seconds, offer.rung)


@given(SITUATIONS)
def test_every_offer_says_which_moment_it_comes_from_and_why(shelf: Shelf, situation: Situation) -> None:
    now = guide(situation, shelf)
    for offer in now.offers:
        assert offer.because[0] == f"state_{now.state}"
        assert len(offer.because) >= 2


def test_the_control_a_guide_that_cannot_see_presence_is_caught(shelf: Shelf) -> None:
    def blind(s: Situation) -> Situation:
        return s._replace(answers=s.answers._replace(presence=3))

    far = Situation(Answers(presence=1, distress=4, arousal=0))
    opened, rung, now = decide(blind(far), shelf)
    decision = Decision(far, opened, rung, now, {practice.id: practice for practice in shelf})
    assert not CHECKS["3"](decision)
    assert Checker(shelf, only="3").checks.keys() == {"3"}


# Why this


@pytest.mark.parametrize(
    ("situation", "family", "code"),
    [
        (curious_about_it(), "ask", "room_to_turn"),
        (here_with_room(firmness=3, invited=True), "ask", "you_asked"),
        (two_sides_unsettled(), "sides", "room_to_turn"),
        (flat_toward_it(refused=frozenset({"acknowledge", "contact"})), "touch", "small_dose"),
        (flat_toward_it(refused=frozenset({"acknowledge", "contact", "touch"})), "breath", "no_hold"),
        (somebody(presence=1), "orient", "family_orient"),
        (somebody(choice=Choice.NOTHING), "rest", "always_open"),
        (somebody(memory=True, refused=frozenset({"acknowledge", "contact"})), "people", "outside_home"),
        (somebody(memory=True, safety=2, refused=frozenset({"acknowledge", "contact"})), "people", "always_open"),
        (somebody("tense"), "contact", "kind_tense"),
    ],
)
def test_an_offer_carries_its_reason(situation: Situation, family: str, code: str, shelf: Shelf) -> None:
    reasons = {str(offer.family): offer.because for offer in guide(situation, shelf).offers}
    assert code in reasons[family]


# Variety, and staying itself


def test_what_was_used_or_declined_gives_way_to_what_was_not(shelf: Shelf) -> None:
    assert offered(somebody(), shelf) == ("acknowledge", "contact")
    assert offered(somebody(used=("acknowledge.a_no_is_here",)), shelf) == ("contact", "orient")
    assert offered(somebody(declined=(Family.ACKNOWLEDGE, Family.CONTACT)), shelf)[0] == "orient"


def test_help_comes_first_however_often_it_was_used_or_declined(shelf: Shelf) -> None:
    worn = somebody("tense", crisis=True, used=("help.open_help",) * 3, declined=(Family.HELP,) * 3)
    assert offered(worn, shelf) == ("help", "orient")


def test_nothing_something_else_stop_and_help_are_always_there() -> None:
    assert ALWAYS == ("nothing", "something_else", "stop", "help")


PRINT_OFFERS = """
from unforced.adapters.library import FileLibrary
from unforced.domain.guide import guide
from unforced.proof.coarse import blocks
shelf = FileLibrary().shelf
for block in blocks()[5:400:29]:
    for number, situation in enumerate(block.situations()):
        if number % 7 == 0:
            print(guide(situation, shelf))
"""


def test_the_same_answers_give_the_same_guidance_in_every_process() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", PRINT_OFFERS],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "20260101")
    }
    assert len(printed) == 1
    assert printed.pop().count("Guidance(") > 500
