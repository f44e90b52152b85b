"""Unknown is a value: it meets no condition that names one, and opens no more than a cautious answer would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import but, curious_about_it, here_with_room, opened, somebody
from unforced.domain.answers import MIXED, SCALES, UNKNOWN, Answers, Level, Situation, Unnumbered
from unforced.domain.guide import decide, state_of
from unforced.domain.practice import INWARD
from unforced.domain.shelf import Shelf


@given(nowhere=st.sampled_from([UNKNOWN, MIXED]), value=st.integers())
def test_unknown_and_mixed_are_nowhere_on_a_scale(nowhere: Unnumbered, value: int) -> None:
    assert not any((nowhere < value, nowhere <= value, nowhere > value, nowhere >= value))


def test_nothing_is_known_of_somebody_who_has_answered_nothing() -> None:
    assert all(answer is UNKNOWN or answer == frozenset() for answer in Answers())


STEPS = {
    # guide.md §1, by hand.
    "presence": (0, 1, 2, 3, 4),
    "arousal": (-2, -1, 0, 1, 2, MIXED),
    "distress": (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
    "safety": (0, 1, 2),
    "energy": (0, 1, 2, 3),
    "firmness": (0, 1, 2, 3, 4),
    "blend": (0, 1, 2, 3, 4),
    "toward": (-3, -2, -1, 0, 1, 2, 3),
    "soften": (-2, -1, 0, 1, 2),
    "body": (-1, 0, 1),
}


def test_every_scale_has_the_steps_of_the_guide() -> None:
    assert SCALES == STEPS


@pytest.mark.parametrize("key", ["presence", "distress"])
def test_flat_needs_presence_and_distress_answered(key: str) -> None:
    assert state_of(here_with_room()).name == "flat"
    assert state_of(but(here_with_room(), **{key: UNKNOWN})).name == "settling"


def test_unknown_blend_opens_neither_curious_nor_warm() -> None:
    assert state_of(curious_about_it(blend=UNKNOWN)).name == "settling"
    assert state_of(curious_about_it(blend=UNKNOWN, toward=2, soften=2)).name == "settling"


def test_unknown_firmness_and_safety_do_not_keep_warm_closed() -> None:
    assert state_of(curious_about_it(toward=2, soften=1, firmness=UNKNOWN, safety=UNKNOWN)).name == "warm"


def test_nobody_whose_presence_is_unknown_is_ever_offered_anything_inward(shelf: Shelf) -> None:
    for situation in (curious_about_it(), here_with_room(), somebody(distress=8)):
        assert not opened(but(situation, presence=UNKNOWN), shelf) & INWARD


CAUTIOUS = {
    # Invariant 12, written from the guide: an unknown answer opens no more than this one would.
    "presence": 2,
    "arousal": 0,
    "distress": 7,
    "toward": 0,
    "soften": 0,
    "firmness": 0,
    "energy": 2,
    "safety": 2,
}
LEVELS = {key: st.sampled_from((UNKNOWN, *SCALES[key])) for key in (*CAUTIOUS, "blend")}
WATCHED = INWARD | {"warmth"}


@given(key=st.sampled_from(sorted(CAUTIOUS)), levels=st.fixed_dictionaries(LEVELS))
def test_what_somebody_left_open_never_opens_more_than_a_cautious_answer(
    key: str, levels: dict[str, Level], shelf: Shelf
) -> None:
    unknown, instead = (_opens(somebody(**{**levels, key: level}), shelf) for level in (UNKNOWN, CAUTIOUS[key]))
    assert unknown[0] <= instead[0]
    assert unknown[1] <= instead[1]


def _opens(situation: Situation, shelf: Shelf) -> tuple[frozenset[str], int]:
    families, rung, _ = decide(situation, shelf)
    return frozenset(families) & WATCHED, rung if "warmth" in families else -1
