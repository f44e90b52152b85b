"""The table of guide.md §3: what a moment is, what is said first, and the first two offers of a fresh visit.

The expected values are written by hand from the guide, never read from STATES.
"""

from __future__ import annotations

import pytest

from tests.people import (
    NOTHING,
    but,
    curious_about_it,
    far_away,
    firm_no_at_night,
    flat_toward_it,
    here_with_room,
    offered,
    somebody,
    two_sides_unsettled,
    warm_toward_it,
)
from unforced.domain.answers import MIXED, Situation
from unforced.domain.guide import guide, state_of
from unforced.domain.shelf import Shelf
from unforced.domain.states import STATES

ROWS: dict[str, tuple[Situation, str, str, tuple[str, ...]]] = {
    "help_pressed": (somebody(crisis=True), "crisis", "crisis", ("help", "orient")),
    "watched": (somebody(safety=0), "unsafe_here", "unsafe_here", ("leave", "orient")),
    "far_away": (far_away(), "far_away", "far_away", ("orient", "move")),
    "shut_down": (somebody(presence=3, arousal=-2), "far_away", "far_away", ("orient", "move")),
    "far_away_with_memory": (far_away(memory=True), "far_away", "far_away_memory", ("orient", "move")),
    "wired_and_numb": (somebody(presence=2, arousal=MIXED), "wired_and_numb", "wired_and_numb", ("move", "orient")),
    "wired_with_memory": (
        somebody(arousal=MIXED, memory=True),
        "wired_and_numb",
        "wired_and_numb_memory",
        ("move", "orient"),
    ),
    "too_much": (somebody(presence=2, arousal=2), "too_much", "too_much", ("orient", "move")),
    "distress_of_8": (somebody(distress=8), "too_much", "too_much", ("orient", "move")),
    "distress_of_10": (somebody(distress=10), "too_much", "too_much_ten", ("orient", "move")),
    "too_much_with_memory": (somebody(distress=9, memory=True), "too_much", "too_much_memory", ("orient", "move")),
    "unbearable_with_memory": (
        somebody(distress=10, memory=True),
        "too_much",
        "too_much_ten_memory",
        ("orient", "move"),
    ),
    "nothing_please": (somebody(choice=NOTHING), "nothing_wanted", "nothing_wanted", ("leave", "rest")),
    "just_no": (somebody("just_no"), "nothing_wanted", "nothing_wanted", ("leave", "rest")),
    "memory": (somebody(memory=True), "young_pain", "young_pain", ("acknowledge", "contact")),
    "hand_off": (somebody(hand_off=True), "young_pain", "kind_any", ("acknowledge", "contact")),
    "hand_off_and_a_voice": (
        somebody("critic_voice", hand_off=True),
        "young_pain",
        "kind_critic_voice",
        ("acknowledge", "contact"),
    ),
    "surge": (here_with_room(surge=True), "surge", "surge", ("contact", "orient")),
    "nothing_left": (somebody(energy=0), "empty", "empty", ("rest", "moment")),
    "two_sides": (two_sides_unsettled(), "two_sides", "two_sides", ("sides", "acknowledge")),
    "firm_no": (firm_no_at_night(), "firm_no", "firm_no", ("acknowledge", "warmth")),
    "absolute_no": (here_with_room(firmness=4), "firm_no", "firm_no", ("acknowledge", "warmth")),
    "nearly_all": (somebody(blend=3), "merged", "merged_close", ("acknowledge", "contact")),
    "plain_truth": (here_with_room(blend=4), "merged", "merged_truth", ("acknowledge", "contact")),
    "annoyed": (somebody(toward=-1), "against_it", "against_it_fed_up", ("acknowledge", "contact")),
    "afraid": (somebody(toward=-2), "against_it", "against_it_afraid", ("acknowledge", "contact")),
    "want_it_gone": (somebody(toward=-3), "against_it", "against_it_fed_up", ("acknowledge", "contact")),
    "flat": (flat_toward_it(), "flat", "flat", ("acknowledge", "contact")),
    "flat_about_a_voice": (flat_toward_it("critic_voice"), "flat", "flat", ("acknowledge", "see")),
    "toward_unknown": (here_with_room("weak"), "flat", "kind_weak", ("acknowledge", "contact")),
    "warm": (warm_toward_it(), "warm", "warm", ("ask", "acknowledge")),
    "curious": (curious_about_it(), "curious", "curious", ("ask", "acknowledge")),
    "nobody_knows": (somebody(), "settling", "kind_any", ("acknowledge", "contact")),
    "a_voice_and_no_more": (somebody("undeserved"), "settling", "kind_undeserved", ("acknowledge", "see")),
}


@pytest.mark.parametrize(("situation", "state", "line", "offers"), ROWS.values(), ids=ROWS.keys())
def test_somebody_gets_the_line_and_the_two_offers_of_their_moment(
    situation: Situation, state: str, line: str, offers: tuple[str, ...], shelf: Shelf
) -> None:
    now = guide(situation, shelf)
    assert (now.state, now.line) == (state, line)
    assert offered(situation, shelf) == offers


def test_every_moment_of_the_table_is_in_these_rows() -> None:
    assert {state for _, state, _, _ in ROWS.values()} == {state.name for state in STATES}


MAY_OFFER = {
    # guide.md §3, "may offer", in the order of preference. firm_no's one ask is only for an invitation.
    "crisis": "help orient",
    "unsafe_here": "leave orient help",
    "far_away": "orient move object acknowledge people leave",
    "wired_and_numb": "move orient object acknowledge people leave",
    "too_much": "orient move contact acknowledge see breath",
    "nothing_wanted": "leave rest",
    "young_pain": "acknowledge contact orient people",
    "surge": "contact orient acknowledge",
    "empty": "rest moment leave",
    "two_sides": "sides acknowledge contact",
    "firm_no": "ask acknowledge warmth leave",
    "merged": "acknowledge contact orient see note",
    "against_it": "acknowledge contact ask",
    "flat": "acknowledge see contact touch breath muscles_release muscles_full note moment rest warmth",
    "warm": "ask acknowledge contact warmth touch breath muscles_release note rest",
    "curious": "ask acknowledge contact touch breath muscles_release muscles_full note warmth",
    "settling": "acknowledge see contact orient note moment rest warmth breath muscles_release",
}


def test_the_rows_stand_in_the_order_of_the_guide_and_offer_what_it_lists() -> None:
    assert {state.name: " ".join(state.may_offer) for state in STATES} == MAY_OFFER
    assert [state.name for state in STATES] == list(MAY_OFFER)


# Order: the first row that holds speaks. One situation in which everything is so, and what is left when the
# reason for each row is taken away, from the top.

EVERYTHING = somebody(
    "critic_voice",
    crisis=True,
    safety=0,
    presence=3,
    arousal=-2,
    distress=9,
    choice=NOTHING,
    memory=True,
    surge=True,
    energy=0,
    two_named=True,
    firmness=3,
    blend=3,
    toward=-1,
    soften=1,
)
PEELED: list[tuple[dict[str, object], str]] = [
    ({}, "crisis"),
    ({"crisis": False}, "unsafe_here"),
    ({"safety": 2}, "far_away"),
    ({"arousal": MIXED}, "wired_and_numb"),
    ({"arousal": 0}, "too_much"),
    ({"distress": 5}, "nothing_wanted"),
    ({"choice": "this"}, "young_pain"),
    ({"memory": False}, "surge"),
    ({"surge": False}, "empty"),
    ({"energy": 2}, "two_sides"),
    ({"two_named": False}, "firm_no"),
    ({"firmness": 1}, "merged"),
    ({"blend": 1}, "against_it"),
    ({"toward": 0}, "flat"),
    ({"toward": 2}, "warm"),
    ({"soften": 0}, "curious"),
    ({"presence": 2}, "settling"),
]


def test_the_first_row_that_holds_speaks_for_somebody_with_everything_at_once() -> None:
    situation = EVERYTHING
    for change, state in PEELED:
        situation = but(situation, **change)
        assert state_of(situation).name == state


# Where one moment ends and the next begins


@pytest.mark.parametrize(
    ("situation", "state"),
    [
        (somebody(presence=2, arousal=-1), "settling"),
        (somebody(distress=7, presence=3), "settling"),
        (here_with_room(energy=1, toward=0), "flat"),
        (two_sides_unsettled(presence=2), "settling"),
        (two_sides_unsettled(distress=7), "settling"),
        (two_sides_unsettled(distress=6), "two_sides"),
        (two_sides_unsettled(blend=3), "two_sides"),
        (two_sides_unsettled(blend=4), "merged"),
        (two_sides_unsettled(firmness=4, toward=-3), "two_sides"),
        (here_with_room(firmness=2), "flat"),
        (curious_about_it(blend=2), "curious"),
        (curious_about_it(distress=6), "curious"),
        (curious_about_it(distress=7), "settling"),
        (curious_about_it(presence=2), "settling"),
        (warm_toward_it(toward=1), "curious"),
        (warm_toward_it(soften=0), "curious"),
        (warm_toward_it(firmness=2), "curious"),
        (warm_toward_it(safety=1), "curious"),
        (warm_toward_it(firmness=1, safety=2), "warm"),
        (somebody("just_no", "edge"), "settling"),
    ],
)
def test_a_moment_ends_where_the_guide_says_it_ends(situation: Situation, state: str) -> None:
    assert state_of(situation).name == state
