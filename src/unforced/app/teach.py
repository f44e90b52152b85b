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

from unforced.app.documents import FORM, check_form, document_of, value_of
from unforced.app.past import day_of
from unforced.app.showing.speech import short
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError, VaultError
from unforced.domain.lessons import Lessons, possible
from unforced.domain.moments import goes_on_day
from unforced.domain.page import Page
from unforced.domain.reading import Lesson
from unforced.domain.visit import Visit
from unforced.ports import Inside, Library

PURPOSE = "lessons"
LESSONS = "lessons"
LONGEST_SHOWN = 120
Deed = Callable[[Lessons], Lessons]


class Told(NamedTuple):
    """What was corrected, newest first: the words, and the chip that was said. ``goes``: where all of it is forgotten,
    the last day on which it can be taken back."""

    lines: tuple[tuple[str, str], ...] = ()
    goes: str = ""

    @property
    def there(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.lines or self.goes)


def lessons(inside: Inside, today: int) -> Lessons:
    """Everything taught. What was to go by now is gone for good. PageDamagedError, NewerFormatError, LockedError."""
    found, _ = _open(inside)
    left = found.on(today)
    return left if left == found else change(inside, lambda now: now.on(today))


def kept_lessons(inside: Inside) -> Lessons:
    """Everything taught, as it lies there. Errors are those of ``lessons``."""
    return _open(inside)[0]


def known(visit: Visit, inside: Callable[[], Inside]) -> Sequence[Lesson]:
    """What a reader may know here: what is kept, where that is open, and what this visit taught."""
    with suppress(VaultError):
        return tuple(dict.fromkeys((*kept_lessons(inside()).staying, *visit.taught)))
    return visit.taught


def change(inside: Inside, deed: Deed) -> Lessons:
    """Does something to what was taught and keeps it. Errors are those of ``Inside.keep``."""
    before, revision = _open(inside)
    after = deed(before)
    if after == before:
        return before
    document = {"kind": LESSONS, "form": FORM, "lessons": document_of(after)}
    kept = inside.keep(Page(inside.name_of(PURPOSE), revision, document))
    if kept.copied:  # taught in another window a moment ago; this comes to that
        inside.forget_now(kept.page.id)
        return change(inside, deed)
    return after


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


def come_back(page: Page, home: str, inside: Inside) -> bool | None:
    """Joins what was taught elsewhere with what is here. Whether anything came; None where it can't be joined."""
    if home != inside.name_of(PURPOSE):
        return None
    try:
        other, (here, _) = _read(page), _open(inside)
    except (PageDamagedError, NewerFormatError):
        return None
    return change(inside, lambda found: found.joined(other)) != here


def _open(inside: Inside) -> tuple[Lessons, int]:
    try:
        page = inside.open(inside.name_of(PURPOSE))
    except NothingKeptError:
        return Lessons(), 0
    return _read(page), page.revision


def _read(page: Page) -> Lessons:
    check_form(page.document)
    found = value_of(Lessons, page.document.get("lessons"))
    if page.document.get("kind") != LESSONS or not possible(found):
        raise PageDamagedError("no lessons")
    return found
