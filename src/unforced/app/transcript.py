"""A practice as a list to read: every cue with its seconds, and what comes round again told once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from unforced.domain.timeline import Beat

MOST_IN_ROUND = 3
TOLD_ONCE_FROM = 3


class Round(NamedTuple):
    """Cues that come ``times`` times in a row."""

    times: int
    cues: tuple[Beat, ...]


def rounds(beats: Sequence[Beat]) -> Iterator[Round]:
    """The cues in order, with what repeats at least three times told once."""
    at = 0
    while at < len(beats):
        size, times = max(
            ((size, _times(beats, at, size)) for size in range(1, MOST_IN_ROUND + 1)),
            key=lambda found: found[0] * found[1] if found[1] >= TOLD_ONCE_FROM else 0,
        )
        if times < TOLD_ONCE_FROM:
            size, times = 1, 1
        yield Round(times, tuple(beats[at : at + size]))
        at += size * times


def _times(beats: Sequence[Beat], at: int, size: int) -> int:
    block, times = _alike(beats[at : at + size]), 1
    while len(block) == size and _alike(beats[at + times * size : at + (times + 1) * size]) == block:
        times += 1
    return times


def _alike(beats: Sequence[Beat]) -> list[tuple[int, str, str]]:
    """What makes two cues the same, wherever they stand."""
    return [(beat.seconds, beat.phase, beat.text) for beat in beats]
