"""What stays away, always (guide.md §1 and §3): `never` is applied last, hand_off leaves grounding and people."""

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
    somebody,
    two_sides_unsettled,
    warm_toward_it,
)
from unforced.domain.answers import Never, Situation
from unforced.domain.bars import BARS, barred, barred_needs
from unforced.domain.practice import Family
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase

MOMENTS = st.sampled_from(
    [curious_about_it(), warm_toward_it(), flat_toward_it(), somebody(), somebody(distress=8, presence=3)]
)
LEFT_OUT = {
    Never.BREATH: {"breath"},
    Never.TOUCH: {"touch"},
    Never.BODY: {"breath", "touch", "muscles_release", "muscles_full"},
}
NEEDED = {Never.EYES_CLOSED: "eyes_closed", Never.SOUND: "sound", Never.IMAGERY: "imagery"}
REFUSED = st.frozensets(st.sampled_from(Family))


@given(situation=MOMENTS, never=st.frozensets(st.sampled_from(Never)), refused=REFUSED)
def test_what_somebody_never_wants_is_never_offered(
    situation: Situation, never: frozenset[Never], refused: frozenset[Family], shelf: Shelf
) -> None:
    bounded = but(situation, never=never, refused=refused)
    for thing in never:
        assert not opened(bounded, shelf) & LEFT_OUT.get(thing, set())
        assert not any(NEEDED.get(thing) in practice.needs for practice in practices_offered(bounded, shelf))


def test_the_control_for_never_offers_breath_to_somebody_who_did_not_rule_it_out(shelf: Shelf) -> None:
    assert "breath" in opened(curious_about_it(), shelf)


def test_leaving_out_the_word_part_changes_no_offer(shelf: Shelf) -> None:
    for situation in (curious_about_it(), two_sides_unsettled(), somebody("critic_voice")):
        plain = but(situation, never=frozenset({Never.PARTS_WORDS}))
        assert practices_offered(plain, shelf) == practices_offered(situation, shelf)


# hand_off and memory

LEFT = {"acknowledge", "contact", "orient", "move", "object", "people", "rest", "leave", "help"}


@pytest.mark.parametrize("fact", ["hand_off", "memory"])
def test_somebody_in_care_or_with_a_memory_near_is_only_ever_grounded_and_acknowledged(fact: str, shelf: Shelf) -> None:
    for situation in (curious_about_it(), warm_toward_it(), two_sides_unsettled(), somebody(distress=9, presence=3)):
        assert opened(but(situation, **{fact: True}), shelf) <= LEFT


def test_hand_off_set_in_the_middle_of_the_two_sides_ends_them_with_one_equal_line(person: Person) -> None:
    person.arrives("two_sides").stays(distress=4).takes("sides").does(Deed.NEXT, 0)
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("hand_off",))
    assert (person.phase, person.visit.note, person.state) == (Phase.OFFERS, "equal_line", "young_pain")


def test_hand_off_set_in_the_middle_of_an_ask_ends_it(person: Person) -> None:
    """guide.md §7: people in the hand_off group get grounding, acknowledgement and people only."""
    person.arrives("critic_voice").stays(**CALM).takes("ask")
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("hand_off",))
    if person.phase is Phase.ASKING:
        person.does(Deed.NEXT)
    assert (person.phase, person.state) == (Phase.OFFERS, "young_pain")


def test_what_stays_away_can_be_looked_at_from_any_screen_and_left_again(person: Person) -> None:
    person.does(Deed.BOUNDS)
    assert person.does(Deed.BACK).phase is Phase.DOORS
    person.arrives("edge").does(Deed.BOUNDS).does(Deed.BOUNDS)
    assert person.does(Deed.BACK).phase is Phase.OFFERS


def test_somebody_who_looks_at_help_from_there_still_finds_their_way_back(person: Person) -> None:
    person.arrives("edge").does(Deed.BOUNDS).does(Deed.HELP).does(Deed.CONTINUE)
    assert person.phase in (Phase.BOUNDS, Phase.OFFERS)
    if person.phase is Phase.BOUNDS:
        person.does(Deed.BACK)
    assert person.phase is Phase.OFFERS


def test_what_stays_away_holds_when_somebody_begins_again(person: Person) -> None:
    """guide.md §1: never and hand_off are set once, and editable."""
    person.arrives("edge").does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("breath", "hand_off"))
    person.does(Deed.STOP).does(Deed.OPEN_DOOR, "says_no")
    assert person.visit.answers.never == {Never.BREATH}
    assert person.visit.facts.hand_off


# Bars


def test_nothing_ever_bars_help_and_no_bar_takes_rest_leave_or_people_from_somebody_who_is_here() -> None:
    every = here_with_room(
        "flooded",
        "numb",
        memory=True,
        hand_off=True,
        tender=True,
        surged=True,
        inward_over=True,
        outward_due=True,
        inward_s=900,
        unchanged=9,
        never=frozenset(Never),
    )
    assert not barred(every, "settling") & {Family.HELP, Family.REST, Family.LEAVE, Family.PEOPLE}
    assert Family.HELP not in barred(but(every, refused=frozenset(Family)), "crisis")


def test_every_bar_has_a_name_of_its_own() -> None:
    assert len({bar.name for bar in BARS}) == len(BARS)


@pytest.mark.parametrize(("safety", "barred_too"), [(0, True), (1, True), (2, False)])
def test_what_somebody_near_could_hear_or_read_is_left_out_while_they_could(safety: int, barred_too: bool) -> None:
    assert ({"sound", "voice", "typing"} <= barred_needs(somebody(safety=safety), "settling")) is barred_too
