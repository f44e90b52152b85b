"""The sheet to take along: what could be chosen for it, and the page that a choice makes.

Rules (domain/handover.py has the rest):
- Nothing is chosen for anybody. What is offered comes from what is kept, while that is open, and from the visit that
  is there now; a visit that somebody could see offers nothing.
- The choice, and what is written for the session, are kept nowhere.
- A page that can't be read blocks nothing; it offers nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from unforced.app.bounds import with_bounds
from unforced.app.handover_lines import Dated, resisted, slowly, tried
from unforced.app.handover_parts import met_in_visits, parts_of
from unforced.app.inner_map import kept_map
from unforced.app.kept import VISIT, kept_of
from unforced.app.past import day_of
from unforced.domain.answers import Never
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.handover import Chapter, Handover, Item, Section, composed, once
from unforced.domain.inner_map import InnerMap
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Visit
from unforced.domain.words import Words
from unforced.ports import Inside, Library

MOST = 40
"""Lines offered in one section, the newest first. A page for a session holds far fewer."""


LOOKED_THROUGH = 365
"""Visits, the newest: so that ten years of them make nobody wait."""
UNREADABLE = (PageDamagedError, NewerFormatError, NothingKeptError)


class Offered(NamedTuple):
    """What could be chosen, in the order of the page. ``cut``: the sections in which there was more.

    ``older``: there are visits that weren't looked through. ``plain``: the person wants no word *part*.
    """

    items: tuple[Item, ...] = ()
    cut: frozenset[Section] = frozenset()
    older: bool = False
    plain: bool = False

    def of(self, section: Section) -> tuple[Item, ...]:
        """What could be chosen in one section."""
        return tuple(item for item in self.items if item.section is section)


def offered(inside: Inside | None, present: Visit | None, library: Library, now: datetime) -> Offered:
    """What could be chosen now. ``inside``: what is kept, None while it is locked or isn't there. LockedError."""
    visits, older = _visits(inside) if inside else ([], False)
    if present is not None and may_be_kept(present):
        visits.insert(0, Dated(now, present))
    bounds = _bounds(inside, visits)
    plain = Never.PARTS_WORDS in bounds.answers.never
    every = [
        *parts_of(_map(inside), library, plain),
        *met_in_visits(visits, library, plain),
        *resisted(visits, library, plain),
        *tried(visits, library),
        *slowly(visits, bounds, library, plain),
    ]
    return _at_most(once(every), plain)._replace(older=older)


def compose(found: Offered, chosen: Collection[str], written: str, library: Library, now: datetime) -> Handover:
    """The page of a choice (tokens of items) and of what was written for the session, exactly as typed."""
    items = composed(found.items, chosen, Words.from_raw(written))

    def say(key: str) -> str:
        return library.phrases.say(key, plain=found.plain)

    chapters = tuple(
        Chapter(section, say(f"chip.sheet.{section}"), inner)
        for section in Section
        if (inner := tuple(item for item in items if item.section is section))
    )
    return Handover(say("app.page.title"), say("chip.sheet.title"), day_of(now), chapters)


def _visits(inside: Inside) -> tuple[list[Dated], bool]:
    """The newest kept visits that can be read, newest first, and whether there are older ones."""
    pages = [page for page in inside.open_all().pages if page.document.get("kind", VISIT) == VISIT]
    pages.sort(key=lambda page: str(page.document.get("began", "")), reverse=True)
    found = []
    for page in pages[:LOOKED_THROUGH]:
        with suppress(*UNREADABLE):
            kept = kept_of(page)
            found.append(((kept.began, kept.changed, kept.name), kept))
    found.sort(key=lambda each: each[0], reverse=True)
    visits = [Dated(kept.began, kept.visit) for _, kept in found if kept.visit.answers.safety not in (0, 1)]
    return visits, len(pages) > LOOKED_THROUGH


def _bounds(inside: Inside | None, visits: Sequence[Dated]) -> Visit:
    """What stays away: as it is kept, and as the newest visit has it."""
    newest = visits[0].visit if visits else Visit()
    with suppress(*UNREADABLE):
        return with_bounds(newest, inside) if inside else newest
    return newest


def _map(inside: Inside | None) -> InnerMap:
    with suppress(*UNREADABLE):
        return kept_map(inside) if inside else InnerMap()
    return InnerMap()


def _at_most(items: tuple[Item, ...], plain: bool) -> Offered:
    listed, cut = [], set()
    for section in Section:
        inner = [item for item in items if item.section is section]
        listed += inner[:MOST]
        if len(inner) > MOST:
            cut.add(section)
    return Offered(tuple(listed), frozenset(cut), plain=plain)
