"""A practice in time: one timeline for the eye, the ear, the hand, the terminal and the printed list."""

from __future__ import annotations

import pytest

from unforced.adapters.library import FileLibrary
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.practice import PHASES
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
