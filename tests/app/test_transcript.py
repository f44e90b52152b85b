"""A practice as a list to read."""

from __future__ import annotations

from unforced.adapters.library import FileLibrary
from unforced.app.transcript import rounds
from unforced.domain.timeline import Beat, timeline


def beat(seconds: int, phase: str, text: str) -> Beat:
    return Beat(0, seconds, phase, text, "", ())


IN, OUT, REST = beat(4, "in", "In."), beat(6, "out", "Out."), beat(60, "pause", "Rest.")


def told(*beats: Beat) -> list[tuple[int, int]]:
    """Times and cues of each round."""
    return [(found.times, len(found.cues)) for found in rounds(beats)]


def test_what_repeats_is_told_once() -> None:
    assert told(*[IN, OUT] * 6) == [(6, 2)]
    assert told(*[IN, OUT] * 18, REST, *[IN, OUT] * 18) == [(18, 2), (1, 1), (18, 2)]
    assert told(IN, OUT, REST) == [(1, 1)] * 3
    assert told(IN, OUT, IN, OUT) == [(1, 1)] * 4
    assert told() == []


def test_rounds_lose_no_cue_of_any_practice(library: FileLibrary) -> None:
    for practice in library.shelf:
        whole = timeline(practice).beats
        again = [cue for found in rounds(whole) for _ in range(found.times) for cue in found.cues]
        assert [(cue.seconds, cue.phase, cue.text) for cue in again] == [
            (cue.seconds, cue.phase, cue.text) for cue in whole
        ], practice.id
