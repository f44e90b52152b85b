"""What one person taught a reader: in these words of theirs it was this kind. It shifts the order for them alone.

Rules:
- At most MOST of them; the oldest go. The same thing taught twice is the newest once.
- Forgotten together. They can be taken back for seven days, and then their words are gone.
- Days are proleptic ordinals.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from unforced.domain.moments import LAST_DAY
from unforced.domain.reading import LONGEST_LESSON, Lesson
from unforced.domain.resistance import Kind
from unforced.domain.words import Words

MOST: Final = 50


class Learnt(NamedTuple):
    """One lesson as it is kept. ``gone``: the day on which it goes, 0 while it stays."""

    words: Words
    kind: Kind
    gone: int = 0

    @property
    def lesson(self) -> Lesson:
        """What it taught."""
        return Lesson(self.words, self.kind)


class Lessons(NamedTuple):
    """Everything taught, oldest first, with what was forgotten and can be taken back."""

    all: tuple[Learnt, ...] = ()

    @property
    def staying(self) -> tuple[Lesson, ...]:
        """What counts: nothing that was forgotten does."""
        return tuple(each.lesson for each in self.all if not each.gone)

    @property
    def goes(self) -> int:
        """The last day on which something forgotten goes; 0 where nothing was."""
        return max((each.gone for each in self.all), default=0)

    def with_more(self, new: Iterable[Lesson]) -> Lessons:
        """The same, and these taught now."""
        learnt = tuple(Learnt(*lesson) for lesson in dict.fromkeys(new))
        known = {each.lesson for each in learnt}
        return Lessons((*(each for each in self.all if each.lesson not in known), *learnt)[-MOST:])

    def forgotten(self, day: int) -> Lessons:
        """Without any of them from this day on; what goes earlier still does."""
        return Lessons(tuple(each if each.gone else each._replace(gone=day) for each in self.all))

    def taken_back(self) -> Lessons:
        """All of them stay after all."""
        return Lessons(tuple(each._replace(gone=0) for each in self.all))

    def on(self, day: int) -> Lessons:
        """What is left of it on this day."""
        return Lessons(tuple(each for each in self.all if not 0 < each.gone <= day))

    def joined(self, other: Lessons) -> Lessons:
        """Both together, those from elsewhere as the older ones: none that is here makes room for them."""
        here = {each.lesson for each in self.all}
        came = tuple(each for each in other.all if each.lesson not in here)
        return Lessons((*came, *self.all)[-MOST:])


def possible(lessons: Lessons) -> bool:
    """Whether turns could have led to it, as far as each value by itself can tell."""
    return (
        len(lessons.all) <= MOST
        and len({each.lesson for each in lessons.all}) == len(lessons.all)
        and all(0 <= each.gone <= LAST_DAY and len(each.words.reveal()) <= LONGEST_LESSON for each in lessons.all)
    )
