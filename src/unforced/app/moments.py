"""Small moments, kept: one page on which they gather, and never get fewer.

Rules:
- Only what the person keeps comes there: with a visit that is kept, or by "keep this small moment".
- Kept in two windows at once, both are there.
- A page that can't be read is left as it is; nothing is written over it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from unforced.app.one_page import OnePage
from unforced.app.past import day_of, title_of
from unforced.domain.errors import NothingKeptError
from unforced.domain.moments import Done, Moments, goes_on_day, possible
from unforced.domain.visit import Visit
from unforced.ports import Inside, Library

PURPOSE = "small moments"
MOMENTS = "moments"
Change = Callable[[Moments], Moments]
PAGE = OnePage(PURPOSE, MOMENTS, "moments", Moments, possible, Moments.joined)
moments = PAGE.on
"""What gathered. What was to go by now is gone for good. PageDamagedError, NewerFormatError, LockedError."""
kept_moments = PAGE.kept
"""What gathered, as it lies there."""
change = PAGE.change
"""Does something to what gathered and keeps it. Errors are those of ``Inside.keep`` and of the deed."""
come_back = PAGE.come_back
"""Joins what gathered elsewhere with what is here. Whether anything new came; None where it can't be joined."""


class Listed(NamedTuple):
    """One line of the list. ``token`` names it for what is done with it; ``own``: whether the words are theirs."""

    token: str
    text: str
    when: str = ""
    own: bool = False


class Told(NamedTuple):
    """Own ones, what was done (newest first), and what was forgotten and can be taken back, with its last day."""

    own: tuple[Listed, ...]
    done: tuple[Listed, ...]
    leaving: tuple[Listed, ...]


def gathered(visit: Visit, inside: Inside, today: int) -> Visit:
    """The visit with the small moments done in it kept on their page, each once. Errors are those of ``change``."""
    new = tuple(small for small in visit.moments if not small.kept)
    if not new:
        return visit

    def with_them(found: Moments) -> Moments:
        found = found.on(today)
        for small in new:
            found = found.with_one(small, today)
        return found

    change(inside, with_them)
    return replace(visit, moments=tuple(small._replace(kept=True) for small in visit.moments))


def forget(token: str, inside: Inside, today: int) -> int:
    """Takes a name, or own words, off the list. It can be taken back until the day that is returned."""
    day = goes_on_day(today)
    change(inside, _marked(token, day))
    return day


def take_back(token: str, inside: Inside) -> None:
    """What was forgotten is on the list again. NothingKeptError where it has gone."""
    change(inside, _marked(token, 0))


def _marked(token: str, day: int) -> Change:
    kind, _, number = token.partition("-")
    if kind not in ("own", "done") or not (number.isascii() and number.isdigit() and len(number) < 8):
        raise NothingKeptError("no moment by that name")
    if kind == "own":
        return lambda found: found.without_own(int(number), day)
    return lambda found: found.without_name(int(number), day)


def told(found: Moments, library: Library) -> Told:
    """What gathered, as lines; no word of what was forgotten in an own one but to take it back."""
    done = [(f"done-{place}", each) for place, each in reversed(list(enumerate(found.done))) if each.day]
    own = tuple(Listed(f"own-{each.key}", each.words.reveal(), own=True) for each in found.own if not each.gone)
    leaving = [
        Listed(f"own-{each.key}", each.words.reveal(), _day(each.gone), own=True) for each in found.own if each.gone
    ]
    leaving += [_line(token, each, found, library)._replace(when=_day(each.gone)) for token, each in done if each.gone]
    stays = tuple(_line(token, each, found, library) for token, each in done if not each.gone)
    return Told(own, stays, tuple(leaving))


def own_words(token: str, found: Moments) -> str:
    """The words of an own one on the list, to be taken again. NothingKeptError."""
    for each in found.own:
        if token == f"own-{each.key}" and not each.gone:
            return each.words.reveal()
    raise NothingKeptError("no own moment by that name")


def _line(token: str, done: Done, found: Moments, library: Library) -> Listed:
    words = found.words_of(done)
    text = words.reveal() if words else title_of(done.what, library)
    return Listed(token, text, _day(done.day), own=words is not None)


def _day(ordinal: int) -> str:
    return day_of(datetime.fromordinal(ordinal))
