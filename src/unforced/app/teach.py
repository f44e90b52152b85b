"""What a person corrected, kept: one sealed page that shifts the order of the chips for them alone.

Rules:
- Only what the person keeps comes there: with a visit that is kept, where a guess was answered by another chip.
- It is read where a guess is made, and nowhere else but to show it. It leaves with everything else.
- Taught in two windows at once, both are there. A page that can't be read is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from unforced.app.one_page import OnePage
from unforced.app.past import day_of
from unforced.app.showing.speech import short
from unforced.domain.errors import NewerFormatError, PageDamagedError, VaultError
from unforced.domain.lessons import Lessons, possible
from unforced.domain.moments import goes_on_day
from unforced.domain.reading import Lesson
from unforced.domain.visit import Visit
from unforced.ports import Inside, Library

PURPOSE = "lessons"
LESSONS = "lessons"
LONGEST_SHOWN = 120
PAGE = OnePage(PURPOSE, LESSONS, "lessons", Lessons, possible, Lessons.joined)
lessons = PAGE.on
"""Everything taught. What was to go by now is gone for good. PageDamagedError, NewerFormatError, LockedError."""
kept_lessons = PAGE.kept
"""Everything taught, as it lies there. Errors are those of ``lessons``."""
change = PAGE.change
"""Does something to what was taught and keeps it. Errors are those of ``Inside.keep``."""
come_back = PAGE.come_back
"""Joins what was taught elsewhere with what is here. Whether anything came; None where it can't be joined."""


class Told(NamedTuple):
    """What was corrected, newest first: the words, and the chip that was said. ``goes``: where all of it is forgotten,
    the last day on which it can be taken back."""

    lines: tuple[tuple[str, str], ...] = ()
    goes: str = ""

    @property
    def there(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.lines or self.goes)


def known(visit: Visit, inside: Callable[[], Inside]) -> Sequence[Lesson]:
    """What a reader may know here: what is kept, where that is open, and what this visit taught."""
    with suppress(VaultError):
        return tuple(dict.fromkeys((*kept_lessons(inside()).staying, *visit.taught)))
    return visit.taught


def taught(visit: Visit, inside: Inside, today: int) -> Visit:
    """The visit, with what it taught kept with the rest. Errors are those of ``change``."""
    if not visit.taught:
        return visit
    change(inside, lambda found: found.on(today).with_more(visit.taught))
    return replace(visit, taught=())


def forget(inside: Inside, today: int) -> int:
    """Forgets all of it. It can be taken back until the day that is returned."""
    return change(inside, lambda found: found.on(today).forgotten(goes_on_day(today))).goes


def take_back(inside: Inside) -> None:
    """What was forgotten counts again."""
    change(inside, Lessons.taken_back)


def told(inside: Inside, today: int, library: Library) -> Told:
    """What was corrected, as lines; no word of what was forgotten. A page that can't be read is nothing to show.

    Errors are those of ``Inside.keep``, since what was to go by now goes.
    """
    with suppress(PageDamagedError, NewerFormatError):
        found, say = lessons(inside, today), library.phrases.say
        lines = tuple((short(each.words, LONGEST_SHOWN), say(f"chip.kinds.{each.kind}")) for each in found.staying)
        goes = "" if lines or not found.goes else day_of(datetime.fromordinal(found.goes))
        return Told(lines[::-1], goes)
    return Told()
