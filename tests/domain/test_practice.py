"""A practice is one ordered list of cues (guide.md §5), and a breath carries a hold only where a person chose it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.domain.practice import (
    ALWAYS_OPEN,
    AREAS,
    BODY,
    INWARD,
    OUTWARD,
    Breath,
    Cue,
    Direction,
    Family,
    Practice,
    direction_of,
)

SECONDS = st.integers(1, 8)
BREATHS = st.builds(Breath, SECONDS, st.integers(0, 4), SECONDS, st.integers(1, 20), st.integers(0, 60), st.booleans())


def a_breath(breath: Breath) -> Practice:
    """A practice made of one pattern."""
    cues = breath.cues()
    return Practice(
        "breath.one", Family.BREATH, "A breath", "You could.", sum(c.seconds for c in cues), cues, breath=breath
    )


def test_every_family_looks_outward_inward_or_neither() -> None:
    assert {family: direction_of(family) for family in Family} == {
        **dict.fromkeys(("orient", "move", "contact", "object", "people"), Direction.OUTWARD),
        **dict.fromkeys(("breath", "touch", "muscles_release", "muscles_full", "note"), Direction.INWARD),
        **dict.fromkeys(("ask", "sides"), Direction.INWARD),
        **dict.fromkeys(("acknowledge", "see", "warmth", "moment", "rest", "leave", "help"), Direction.NEITHER),
    }
    assert not OUTWARD & INWARD
    assert BODY < INWARD
    assert {str(family) for family in ALWAYS_OPEN} == {"help", "leave", "rest", "people"}


def test_four_in_and_six_out_is_six_breaths_a_minute() -> None:
    assert a_breath(Breath(4, 0, 6, rounds=6)).seconds == 60


def test_the_longer_form_is_three_minutes_a_pause_of_one_and_three_minutes_more() -> None:
    cues = Breath(4, 0, 6, rounds=18, pause=60, twice=True).cues()
    pause = [cue.phase for cue in cues].index("pause")
    assert sum(cue.seconds for cue in cues[:pause]) == sum(cue.seconds for cue in cues[pause + 1 :]) == 180
    assert cues[pause].seconds == 60


@given(BREATHS)
def test_no_cue_ever_lasts_no_time(breath: Breath) -> None:
    assert all(cue.seconds > 0 for cue in breath.cues())
    assert any(cue.phase == "hold" for cue in breath.cues()) is (breath.hold > 0)


@given(BREATHS, st.integers(0, 4))
def test_a_hold_can_be_added_or_left_out_and_everything_else_stays(breath: Breath, hold: int) -> None:
    chosen = a_breath(breath).with_hold(hold)
    assert chosen.hold == hold
    assert chosen.seconds == sum(cue.seconds for cue in chosen.cues)
    assert [cue for cue in chosen.cues if cue.phase != "hold"] == [c for c in breath.cues() if c.phase != "hold"]


def test_only_a_breath_can_be_held() -> None:
    feet = Practice("contact.feet", Family.CONTACT, "Feet", "You could.", 20, (Cue(20, "touch", "Feel the floor."),))
    assert feet.with_hold(4) is feet
    assert feet.hold == 0


MUSCLES_CUES = (
    Cue(8, "settle", "Settle."),
    *(cue for area in AREAS for cue in (Cue(5, "tense", "A little.", area=area), Cue(10, "release", "Go.", area=area))),
    Cue(20, "look", "Look up."),
)


@given(st.frozensets(st.sampled_from(AREAS)))
def test_any_area_can_be_left_out_and_everything_else_stays_in_order(left_out: frozenset[str]) -> None:
    whole = Practice("muscles_full.a", Family.MUSCLES_FULL, "A", "You could.", 133, MUSCLES_CUES)
    some = whole.without(left_out)
    assert some.cues == tuple(cue for cue in whole.cues if cue.area not in left_out)
    assert some.areas == tuple(area for area in AREAS if area not in left_out)
    assert some.seconds == 28 + 15 * len(some.areas)
    assert some.without(left_out) is some


def test_a_practice_never_changes_once_it_is_read() -> None:
    with pytest.raises(FrozenInstanceError):
        a_breath(Breath(4, 0, 6, 1)).seconds = 600  # type: ignore[misc]


@pytest.mark.parametrize(("tone", "heard"), [("neutral", ["a", "b"]), ("firm", ["a", "c"]), ("curious", ["a"])])
def test_somebody_hears_the_tone_they_chose(tone: str, heard: list[str]) -> None:
    cues = (Cue(5, "say", "a"), Cue(5, "say", "b", tone="neutral"), Cue(5, "say", "c", tone="firm"))
    practice = Practice("warmth.one", Family.WARMTH, "One", "You could.", 10, cues)
    assert [cue.text for cue in practice.in_tone(tone)] == heard
