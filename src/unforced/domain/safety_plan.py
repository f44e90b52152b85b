"""A safety plan in a person's own words: lines under headings, each of which can stay empty.

The headings follow the safety planning intervention of Stanley and Brown (2012), in our wording; the last one stands on
their printed form. Nobody clinical has reviewed this one.

Rules:
- Nothing is filled in, asked for or counted. A line is there once, under one heading; put in again it is the same line.
- What is taken off, or said anew, can be taken back until a day (a proleptic ordinal), and then its words are gone.
- A number is kept as it was typed. It can be dialled only where nothing of it has to be guessed.
- Joined with a plan from elsewhere nothing is lost, and joined again it stays as it is.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from unforced.domain.errors import GoneLineError
from unforced.domain.words import Words

LONGEST_LINE = 500
"""Characters of one line, and of one number."""
LAST_DAY = 3_652_059
"""31 December 9999: the last day a calendar has."""
SHORTEST_DIALLED, LONGEST_DIALLED = 2, 15
"""Digits of what can be dialled: short codes have two or more; ITU-T E.164 allows fifteen."""
DIGITS = frozenset("0123456789")
BETWEEN = frozenset(" \u00a0\u2009\u202f-\u2010\u2011\u2013./()")


class Heading(StrEnum):
    """What a line stands under, in the order of the plan."""

    SIGNS = "signs"
    ALONE = "alone"
    PLACES = "places"
    PEOPLE = "people"
    LINES = "lines"
    SAFER = "safer"
    MATTERS = "matters"


WITH_NUMBER = frozenset({Heading.PEOPLE, Heading.LINES})
"""Under these a line can have a number; they are whom Help shows."""


Said = tuple[Heading, Words, Words | None]


class Line(NamedTuple):
    """One line. ``number`` is as it was typed; ``gone`` the day on which its words go, 0 while it stays."""

    key: int
    heading: Heading
    words: Words
    number: Words | None = None
    gone: int = 0

    @property
    def said(self) -> Said:
        """What makes it this line and no other."""
        return self.heading, self.words, self.number


class SafetyPlan(NamedTuple):
    """Every line in the person's order. ``made``: how many were ever put in, so that no key is given twice."""

    lines: tuple[Line, ...] = ()
    made: int = 0

    def under(self, heading: Heading) -> tuple[Line, ...]:
        """The lines that stay under a heading."""
        return tuple(line for line in self.lines if line.heading is heading and not line.gone)

    @property
    def leaving(self) -> tuple[Line, ...]:
        """The lines that were taken off and can be taken back."""
        return tuple(line for line in self.lines if line.gone)

    @property
    def written(self) -> bool:
        """Whether anything stands in it."""
        return any(not line.gone for line in self.lines)

    def line(self, key: int) -> Line:
        """The line of a key, staying or leaving. GoneLineError."""
        return self.lines[self._place(key)]

    def with_line(self, heading: Heading, words: Words, number: Words | None = None) -> SafetyPlan:
        """The same with a line at the end of its heading. One that was taken off is back."""
        said = _said(heading, words, number)
        found = self._same(said)
        if found is not None:
            return self._with(found._replace(gone=0))
        new = Line(self.made + 1, *said)
        return SafetyPlan((*self.lines, new), new.key)

    def instead(self, key: int, words: Words, number: Words | None, day: int) -> SafetyPlan:
        """A line said anew, where it stood; as it was before, it can be taken back until ``day``. GoneLineError."""
        old = self.line(key)
        said = _said(old.heading, words, number)
        if old.said == said:
            return self._with(old._replace(gone=0))
        found = self._same(said)
        if found is not None:  # it stands there already, perhaps from a moment ago
            return self._with(found._replace(gone=0)).without(key, day)
        if old.gone:
            raise GoneLineError("a line that was taken off")
        place, new = self._place(key), Line(self.made + 1, *said)
        lines = (*self.lines[:place], new, old._replace(gone=day), *self.lines[place + 1 :])
        return SafetyPlan(lines, new.key)

    def without(self, key: int, day: int) -> SafetyPlan:
        """Without a line from ``day`` on. One that was taken off before keeps its day. GoneLineError."""
        line = self.line(key)
        return self if line.gone else self._with(line._replace(gone=day))

    def back(self, key: int) -> SafetyPlan:
        """With a line that was taken off. GoneLineError where its words are gone."""
        return self._with(self.line(key)._replace(gone=0))

    def without_now(self, key: int) -> SafetyPlan:
        """Without a line, for good. One that isn't there is gone already."""
        return self._replace(lines=tuple(line for line in self.lines if line.key != key))

    def moved(self, key: int, up: bool) -> SafetyPlan:
        """With a line one place further up or down under its heading; at the end it stays. GoneLineError."""
        line = self.line(key)
        beside = [each.key for each in self.under(line.heading)]
        if line.gone:
            raise GoneLineError("a line that was taken off")
        at = beside.index(key) + (-1 if up else 1)
        if not 0 <= at < len(beside):
            return self
        one, other = self._place(key), self._place(beside[at])
        lines = list(self.lines)
        lines[one], lines[other] = lines[other], lines[one]
        return self._replace(lines=tuple(lines))

    def on(self, day: int) -> SafetyPlan:
        """What is left of it on this day, once what was to go is gone."""
        return self._replace(lines=tuple(line for line in self.lines if not 0 < line.gone <= day))

    def joined(self, other: SafetyPlan) -> SafetyPlan:
        """Both together, each line once. What stays in either stays."""
        found = self
        for line in other.lines:
            same = found._same(line.said)
            if same is None:
                new = line._replace(key=found.made + 1)
                found = SafetyPlan((*found.lines, new), new.key)
            elif not line.gone:
                found = found._with(same._replace(gone=0))
        return found

    def _same(self, said: Said) -> Line | None:
        return next((line for line in self.lines if line.said == said), None)

    def _with(self, line: Line) -> SafetyPlan:
        return self._replace(lines=tuple(line if each.key == line.key else each for each in self.lines))

    def _place(self, key: int) -> int:
        for place, line in enumerate(self.lines):
            if line.key == key:
                return place
        raise GoneLineError("no line by that key")


def _said(heading: Heading, words: Words, number: Words | None) -> Said:
    return heading, words, number if heading in WITH_NUMBER else None


def possible(plan: SafetyPlan) -> bool:
    """Whether deeds could have led to it, as far as each line by itself can tell."""
    keys = [line.key for line in plan.lines]
    return (
        len(set(keys)) == len(keys)
        and len({line.said for line in plan.lines}) == len(keys)
        and all(0 < key <= plan.made for key in keys)
        and all(0 <= line.gone <= LAST_DAY for line in plan.lines)
        and all(line.number is None or line.heading in WITH_NUMBER for line in plan.lines)
    )


def dialled(number: str) -> str:
    """What is dialled for a number: its digits, a plus first where it has one; empty where that would be a guess.

    A guess it would be with anything but digits and what is written between them, with a 0 in brackets after a code of
    a country, and with fewer or more digits than can be dialled.
    """
    plus = "+" if number.startswith("+") else ""
    found = "".join(letter for letter in number if letter in DIGITS)
    unclear = plus and "(0)" in "".join(number.split())
    if unclear or not set(number.removeprefix("+")) <= DIGITS | BETWEEN:
        return ""
    return plus + found if SHORTEST_DIALLED <= len(found) <= LONGEST_DIALLED else ""
