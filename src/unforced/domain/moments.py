"""Small moments that gather: what was done, a person's own ones, and nothing that ever gets less.

Rules:
- What was done stays done. Forgetting one takes its name and its day away, for good after seven days; the thing itself
  stays in the picture. So the picture never shrinks, and a pause of any length changes nothing.
- An own moment that is forgotten can be taken back for seven days, and then its words are gone.
- Days are proleptic ordinals. Nobody is told how many there are.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from unforced.domain.errors import NothingKeptError
from unforced.domain.page import UNDO_DAYS
from unforced.domain.words import Words

LAST_DAY = 3_652_059
"""31 December 9999: the last day a calendar has."""
LONGEST_NAME = 80


class Small(NamedTuple):
    """A small moment that was done in a visit; ``words`` where it was the person's own, ``kept`` once it is."""

    practice: str
    words: Words | None = None
    kept: bool = False


class Done(NamedTuple):
    """One that was done. ``own`` is the key of an own one, 0 for the others; ``gone`` the day on which its name goes.

    Without a name and a day it was forgotten, and is one thing in the picture still.
    """

    what: str = ""
    day: int = 0
    own: int = 0
    gone: int = 0


class Own(NamedTuple):
    """One that the person wrote. ``gone``: the day on which its words go, 0 while it stays."""

    key: int
    words: Words
    gone: int = 0


class Moments(NamedTuple):
    """Everything that gathered, in order. Nothing is ever taken out of ``done``."""

    done: tuple[Done, ...] = ()
    own: tuple[Own, ...] = ()

    def with_one(self, small: Small, day: int) -> Moments:
        """The same and one more; an own one that wasn't there yet comes to the own ones, a forgotten one back."""
        if small.words is None:
            return self._replace(done=(*self.done, Done(small.practice, day)))
        found = next((own for own in self.own if own.words == small.words), None) or Own(self._next_key(), small.words)
        others = tuple(own for own in self.own if own.key != found.key)
        own = tuple(sorted((*others, found._replace(gone=0))))
        return Moments((*self.done, Done(small.practice, day, found.key)), own)

    def _next_key(self) -> int:
        return 1 + max((*(own.key for own in self.own), *(done.own for done in self.done)), default=0)

    def words_of(self, done: Done) -> Words | None:
        """The person's words of one that was done; None where it had none, or they were forgotten."""
        return next((own.words for own in self.own if own.key == done.own and not own.gone), None)

    def without_name(self, place: int, gone: int) -> Moments:
        """Without the name and the day of the one at this place, from the day ``gone`` on; 0 takes that back."""
        if not 0 <= place < len(self.done) or not self.done[place].day:
            raise NothingKeptError("no moment at that place")
        done = self.done[place]._replace(gone=gone)
        return self._replace(done=(*self.done[:place], done, *self.done[place + 1 :]))

    def without_own(self, key: int, gone: int) -> Moments:
        """Without the own one of this key, from the day ``gone`` on; 0 takes that back."""
        if key not in {own.key for own in self.own}:
            raise NothingKeptError("no own moment by that key")
        return self._replace(own=tuple(own._replace(gone=gone) if own.key == key else own for own in self.own))

    def on(self, day: int) -> Moments:
        """What is left of it on this day, once what was to go is gone."""
        own = tuple(own for own in self.own if not 0 < own.gone <= day)
        keys = {each.key for each in own}
        done = (each if each.own in keys else each._replace(own=0) for each in self.done)
        return Moments(tuple(Done() if 0 < each.gone <= day else each for each in done), own)

    def joined(self, other: Moments) -> Moments:
        """Both together, each thing once: joining the same again changes nothing."""
        keys: dict[int, int] = {0: 0}
        joined = self
        for own in other.own:
            same = next((mine for mine in joined.own if mine.words == own.words), None)
            keys[own.key] = same.key if same else joined._next_key()
            if same is None:
                joined = joined._replace(own=(*joined.own, own._replace(key=keys[own.key])))
        came = [done._replace(own=keys.get(done.own, 0)) for done in other.done]
        return joined._replace(done=(*self.done, *_beyond(came, self.done)))


def _beyond(came: list[Done], here: tuple[Done, ...]) -> list[Done]:
    """Those that aren't here yet; what was done twice on a day counts twice."""
    left = Counter((done.what, done.day) for done in here)
    beyond = []
    for done in came:
        if left[done.what, done.day]:
            left[done.what, done.day] -= 1
        else:
            beyond.append(done)
    return beyond


def goes_on_day(today: int) -> int:
    """The day on which something goes for good that is forgotten today."""
    return min(today + UNDO_DAYS, LAST_DAY)


def possible(moments: Moments) -> bool:
    """Whether turns could have led to it, as far as each value by itself can tell."""
    keys = [own.key for own in moments.own]
    days = [own.gone for own in moments.own] + [day for done in moments.done for day in (done.day, done.gone)]
    return (
        all(done == Done() or (0 < len(done.what) <= LONGEST_NAME and done.day > 0) for done in moments.done)
        and all(0 <= day <= LAST_DAY for day in days)
        and all(done.own in (0, *keys) for done in moments.done)
        and len(set(keys)) == len(keys)
        and min(keys, default=1) > 0
    )
