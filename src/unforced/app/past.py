"""The past, for the person who opens it: what was said, in their words, and what was done. Nothing is scored.

It is never pushed: a surface shows it when it is asked for, newest first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from unforced.app.days import MONTHS
from unforced.app.kept import VISIT, KeptVisit, kept_of
from unforced.app.showing.speech import Speech, short
from unforced.domain.errors import (
    BrokenContentError,
    NewerFormatError,
    NothingKeptError,
    PageDamagedError,
    UnknownPracticeError,
)
from unforced.domain.page import REGISTER, Page
from unforced.domain.visit import Visit
from unforced.domain.words import Words
from unforced.ports import Inside, Library

LONGEST_TITLE = 90


class Entry(NamedTuple):
    """One kept visit in the list: its page, when it began, and a line of what was said. ``goes``: a forgotten one's
    last day, empty for one that stays."""

    name: str
    when: str
    line: str
    goes: str = ""
    copied: bool = False


class Shelf(NamedTuple):
    """Everything kept, newest first; what was forgotten and can be taken back; how many pages can't be opened.

    ``listed``: whether the list of pages could be read. Where it couldn't, nothing is kept until it is made anew.
    """

    entries: tuple[Entry, ...]
    leaving: tuple[Entry, ...]
    damaged: int
    listed: bool = True


class Told(NamedTuple):
    """One kept visit, whole: the answers in order with their questions, and what was done."""

    entry: Entry
    said: tuple[tuple[str, str], ...]
    done: tuple[str, ...]
    draft: str


def past(inside: Inside, library: Library) -> Shelf:
    """Everything that is kept."""
    found = inside.open_all()
    visits, unreadable = _readable(page for page in found.pages)
    leaving, lost = _readable(each.page for each in found.leaving)
    days = {each.page.id: day_of(datetime.fromordinal(each.day)) for each in found.leaving}
    listed = REGISTER not in found.damaged
    return Shelf(
        tuple(_entry(kept, library) for kept in visits),
        tuple(_entry(kept, library)._replace(goes=days[kept.name]) for kept in leaving),
        len(found.damaged) - (not listed) + unreadable + lost,
        listed,
    )


def told(name: str, inside: Inside, library: Library) -> Told:
    """One kept visit. NothingKeptError, PageDamagedError, NewerFormatError, LockedError."""
    kept = kept_of(inside.open(name))
    speech = Speech(kept.visit, library)
    done = tuple(title_of(use.practice, library) for use in kept.visit.uses)
    return Told(_entry(kept, library), speech.whole(), done, kept.draft)


def when_of(moment: datetime) -> str:
    """A day and a minute as one would say them."""
    return f"{day_of(moment)}, {moment:%H:%M}"


def day_of(moment: datetime) -> str:
    """A day as one would say it."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def line_of(visit: Visit, speech: Speech) -> str:
    """A line of what was said: their own words before anything else."""
    own = [entry.value for entry in visit.said if isinstance(entry.value, Words)]
    if own:
        return short(own[0], LONGEST_TITLE)
    said = speech.whole()
    return said[0][1] if said else speech.say("app.past.wordless")


def _readable(pages: Iterable[Page]) -> tuple[list[KeptVisit], int]:
    """The visits among the pages, newest first, and how many pages can't be read. Pages of other kinds are neither."""
    found, unreadable = [], 0
    for page in pages:
        try:
            if page.document.get("kind", VISIT) == VISIT:
                found.append(kept_of(page))
        except (PageDamagedError, NewerFormatError, NothingKeptError):
            unreadable += 1
    return sorted(found, key=lambda kept: (kept.began, kept.changed, kept.name), reverse=True), unreadable


def _entry(kept: KeptVisit, library: Library) -> Entry:
    line = line_of(kept.visit, Speech(kept.visit, library))
    return Entry(kept.name, when_of(kept.began), line, copied=bool(kept.copy_of))


def title_of(practice: str, library: Library) -> str:
    """What a practice is called; its name, where it is no longer among the practices or they can't be read."""
    try:
        return library.shelf.get(practice).title
    except (UnknownPracticeError, BrokenContentError):
        return practice
