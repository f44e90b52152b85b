"""Over time: for one part, or for two that pull against each other, the kept visits that met them, in order.

Rules:
- It is opened by the person, for one part or one polarity, and shown by nobody else.
- Every visit has one place, in the order in which they began; a gap between two leaves no mark.
- What was said is shown as it was said, in the steps it was asked in. Nothing is counted, averaged or compared, and
  what wasn't said is an open place.
- It is made of kept visits as they are now: one that was forgotten has no place in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from unforced.app.glance import Seen, glance, seen
from unforced.app.map_list import tie_of
from unforced.domain.errors import NewerFormatError, NoLongerThereError, PageDamagedError
from unforced.domain.inner_map import InnerMap
from unforced.domain.met import THE_NO, Met, met_in
from unforced.domain.page import Page
from unforced.domain.ties import Between, Tautness, Tie
from unforced.domain.visit import Visit
from unforced.ports import Inside

MOST = 24
"""Places that are shown at a time; earlier ones are a step away."""
T = TypeVar("T")


class Time(NamedTuple):
    """One time that a part was met: the name of the visit's page, when it began, what was learnt, and the visit."""

    page: str
    began: datetime
    met: Met
    visit: Visit


class Both(NamedTuple):
    """One time that two sides were met, in the order of the tie between them."""

    one: Time
    other: Time


class Fold(NamedTuple, Generic[T]):
    """Some of many, oldest first, whether there are earlier and later ones, and how many steps earlier these are."""

    shown: tuple[T, ...] = ()
    earlier: bool = False
    later: bool = False
    back: int = 0


class OverTime:
    """Every kept visit that met somebody on this map. ``damaged``: names of pages that couldn't be read."""

    def __init__(self, pages: Iterable[Page], found: InnerMap, damaged: Iterable[str] = ()) -> None:
        self.damaged = set(damaged)
        self._of: dict[int, list[tuple[Seen, int]]] = {}
        self._now = {0: 0}
        self._met: dict[str, tuple[Visit, tuple[Met, ...]]] = {}
        self._found = found
        for each in sorted(self._seen(pages), key=lambda each: (each.began, each.page.id)):
            for place, key in enumerate(each.keys):
                if now := self._stands_for(key):
                    self._of.setdefault(now, []).append((each, place))

    def of_part(self, key: int, back: int = 0) -> Fold[Time]:
        """The times that this part was met; the last MOST of them, or those ``back`` steps earlier."""
        fold = folded(self._of.get(key, ()), back)
        return Fold(self._times(fold.shown), *fold[1:])

    def of_tie(self, tie: Tie, back: int = 0) -> Fold[Both]:
        """The times that both were met as the two sides of a visit."""
        both = [
            (each, place)
            for each, place in self._of.get(tie.one, ())
            if place and self._stands_for(each.keys[3 - place]) == tie.other
        ]
        fold = folded(both, back)
        ones = self._times(fold.shown)
        others = {time.page: time for time in self._times([(each, 3 - place) for each, place in fold.shown])}
        return Fold(tuple(Both(time, others[time.page]) for time in ones), *fold[1:])

    def _seen(self, pages: Iterable[Page]) -> Iterable[Seen]:
        for page in pages:
            try:
                if (each := seen(page)) is not None:
                    yield each
            except (PageDamagedError, NewerFormatError):
                self.damaged.add(page.id)

    def _stands_for(self, key: int) -> int:
        if key not in self._now:
            self._now[key] = self._found.now(key)
        return self._now[key]

    def _times(self, places: Iterable[tuple[Seen, int]]) -> tuple[Time, ...]:
        times = []
        for each, place in places:
            try:
                visit, everybody = self._learnt(each)
            except PageDamagedError:
                self.damaged.add(each.page.id)
                continue
            mine = next(met for met in everybody if met.side == THE_NO + place)
            times.append(Time(each.page.id, each.began, mine, visit))
        return tuple(times)

    def _learnt(self, each: Seen) -> tuple[Visit, tuple[Met, ...]]:
        if each.page.id not in self._met:
            visit = glance(each)
            self._met[each.page.id] = visit, met_in(visit)
        return self._met[each.page.id]


def over_time(inside: Inside, found: InnerMap) -> OverTime:
    """What is kept, looked through for whoever is on this map. LockedError."""
    opened = inside.open_all()
    return OverTime(opened.pages, found, opened.damaged)


def polarity(token: str, found: InnerMap) -> Tie:
    """The polarity of a token. NoLongerThereError where it isn't on the map (any more), or is another kind of tie."""
    tie = tie_of(token, found)
    if tie.kind is not Between.POLARISED:
        raise NoLongerThereError("no line between those two")
    return tie


def said_of(tie: Tie, back: int = 0) -> Fold[Tautness]:
    """How taut a line was, each day that the person said so."""
    return folded(tie.said, back)


def folded(every: Sequence[T], back: int) -> Fold[T]:
    """The last MOST of many, or those ``back`` steps earlier; the first ones where there aren't as many steps."""
    steps = min(max(back, 0), max(len(every) - 1, 0) // MOST)
    end = len(every) - MOST * steps
    return Fold(tuple(every[max(end - MOST, 0) : end]), end > MOST, steps > 0, steps)
