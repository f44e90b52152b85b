"""Readers for tests: one that names what it is told to, one that abstains, and one in which something went wrong."""

from __future__ import annotations

from collections.abc import Sequence

from unforced.domain.reading import LABELS, Lesson, Likely, Reading, unknown
from unforced.domain.words import Words


class Names:
    """Names these labels, likeliest first, whatever was written. ``asked``: what it was asked, with the lessons."""

    def __init__(self, *labels: str) -> None:
        self.labels = labels
        self.asked: list[tuple[str, tuple[Lesson, ...]]] = []

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        self.asked.append((words.reveal(), tuple(lessons)))
        order = [*self.labels, *(label for label in LABELS if label not in self.labels)]
        return Reading(tuple(Likely(label, 0.5 / 2**place) for place, label in enumerate(order)))


class Abstains(Names):
    """Reads, and claims nothing."""

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        super().read(words, lessons)
        return unknown()


class Foreign(Names):
    """Can't read what was written as English."""

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        super().read(words, lessons)
        return unknown("language")


class Breaks(Names):
    """Something goes wrong in it."""

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        super().read(words, lessons)
        raise RuntimeError("no model")
