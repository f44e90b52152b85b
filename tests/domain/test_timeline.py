"""A practice in time: one timeline for the eye, the ear, the hand, the terminal and the printed list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.adapters.library import FileLibrary
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.practice import AREAS, MUSCLES, PHASES, WORKED, Family, Practice
from unforced.domain.timeline import END, SETTLE, timeline


def test_every_practice_has_a_timeline_without_a_gap(library: FileLibrary) -> None:
    for practice in library.shelf:
        found = timeline(practice)
        at = 0
        for beat in found.beats:
            assert (beat.at, beat.phase in PHASES) == (at, True)
            at += beat.seconds
        assert found.seconds == at


def test_a_breath_has_three_seconds_to_settle_in_and_a_distinct_end(library: FileLibrary) -> None:
    found = timeline(library.shelf.get("breath.one_minute"))
    assert [beat.phase for beat in found.beats] == ["settle", *["in", "out"] * 6, "end"]
    assert (found.beats[0].seconds, found.beats[-1].seconds) == (SETTLE, END) == (3, 3)


@pytest.mark.parametrize("hold", range(5))
def test_with_any_hold_a_minute_is_whole_breaths_and_no_longer_than_a_minute(library: FileLibrary, hold: int) -> None:
    for name in ("breath.one_minute", "breath.with_the_hold"):
        found = timeline(library.shelf.get(name), hold)
        phases = [beat.phase for beat in found.beats if beat.phase in ("in", "hold", "out")]
        assert phases == (["in", "hold", "out"] if hold else ["in", "out"]) * (len(phases) // (3 if hold else 2))
        assert 52 <= found.seconds - SETTLE - END <= 60


def test_the_longer_form_is_three_minutes_a_pause_and_three_more(library: FileLibrary) -> None:
    found = timeline(library.shelf.get("breath.longer_form"))
    pause = next(beat for beat in found.beats if beat.phase == "pause")
    assert (pause.at - SETTLE, pause.seconds) == (180, 60)
    assert found.seconds == SETTLE + 180 + 60 + 180 + END


LIBRARY = FileLibrary()
BREATHS = st.sampled_from(LIBRARY.shelf.family(Family.BREATH))
OF_MUSCLES = st.sampled_from([practice for practice in LIBRARY.shelf if practice.family in MUSCLES])


@given(BREATHS, st.integers(0, 4))
def test_every_breath_takes_every_hold_in_whole_breaths_and_changes_nothing_but_the_hold(
    practice: Practice, hold: int
) -> None:
    """Between settling and the end: in, the hold where there is one, out, with the pattern's own seconds."""
    assert practice.breath is not None
    found = timeline(practice, hold)
    held = [("hold", hold)] if hold else []
    one = [("in", practice.breath.inward), *held, ("out", practice.breath.out)]
    breaths = [(beat.phase, beat.seconds) for beat in found.beats if beat.phase in ("in", "hold", "out")]
    assert breaths == one * (len(breaths) // len(one))
    assert (found.beats[0].phase, found.beats[-1].phase, found.counted) == ("settle", "end", practice.breath.counted)


@given(BREATHS, st.integers(0, 4))
def test_a_hold_never_makes_a_breath_longer_than_it_says_but_for_the_three(practice: Practice, hold: int) -> None:
    """Three breaths stay three; every other one has as many whole breaths as fit into its time."""
    assert practice.breath is not None
    found = timeline(practice, hold)
    asked = 3 * (practice.breath.inward + hold + practice.breath.out)
    longest = asked if practice.id == "breath.three_breaths" else max(practice.seconds, 60)
    assert found.seconds - SETTLE - END <= longest


# Areas of the body


@given(OF_MUSCLES, st.frozensets(st.sampled_from(AREAS)))
def test_whatever_is_left_out_it_begins_and_ends_calmly_and_nothing_else_is_gone(
    practice: Practice, left_out: frozenset[str]
) -> None:
    found = timeline(practice, left_out=left_out)
    stays = [(cue.phase, cue.text) for cue in practice.cues if cue.area not in left_out]
    assert [(beat.phase, beat.text) for beat in found.beats] == stays
    assert found.beats[0].phase == "settle"
    assert found.beats[-1].phase in ("look", "end")
    assert [beat.at for beat in found.beats] == [sum(b.seconds for b in found.beats[:n]) for n in range(len(stays))]
    assert found.seconds == sum(beat.seconds for beat in found.beats)


@given(OF_MUSCLES)
def test_with_every_area_left_out_no_muscle_is_worked_and_there_is_still_somewhere_to_look(practice: Practice) -> None:
    beats = timeline(practice, left_out=frozenset(AREAS)).beats
    assert not {beat.phase for beat in beats} & WORKED
    assert "look" in {beat.phase for beat in beats}


def test_what_has_no_area_stays_as_it_is_when_areas_are_left_out(library: FileLibrary) -> None:
    for name in ("breath.one_minute", "move.push_the_floor", "contact.feet_on_floor"):
        practice = library.shelf.get(name)
        assert timeline(practice, left_out=frozenset(AREAS)) == timeline(practice)


@pytest.mark.parametrize("name", ["throat", "pelvis", "", "Feet"])
def test_an_area_that_there_is_not_is_refused_and_never_passed_over(library: FileLibrary, name: str) -> None:
    with pytest.raises(UnusableAnswerError, match="any of feet, legs"):
        timeline(library.shelf.get("muscles_full.toes_to_face"), left_out=frozenset({name}))


# Holds


@pytest.mark.parametrize("hold", [-1, 5, 60])
def test_a_hold_that_nobody_should_hold_is_refused(library: FileLibrary, hold: int) -> None:
    with pytest.raises(UnusableAnswerError, match="0 to 4"):
        timeline(library.shelf.get("breath.one_minute"), hold)


def test_a_hold_changes_nothing_where_nothing_is_held(library: FileLibrary) -> None:
    feet = library.shelf.get("contact.feet_on_floor")
    assert timeline(feet, 4) == timeline(feet)


def test_in_hold_and_out_differ_for_ear_and_hand_each_by_itself(library: FileLibrary) -> None:
    beats = {beat.phase: beat for beat in timeline(library.shelf.get("breath.with_the_hold")).beats}
    told = ("in", "hold", "out", "end")
    assert len({beats[phase].tone for phase in told}) == len(told)
    assert len({beats[phase].vibration for phase in told}) == len(told)
    assert "" not in {beats[phase].tone for phase in told}
