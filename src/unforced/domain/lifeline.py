"""A lifeline: a human to contact. What a record of one holds, and what of it may be shown.

Promise: a number is shown as it is stored, to the last space, or not at all. Nothing here makes a number up: a link to
dial is the stored number without its spaces.

Rules (safety.md, crisis; lifelines/README.md):
- Two independent sources have to agree, otherwise a line is never shown. Where neither is official, it says so.
- A line counts for its own region only: 116 123 isn't the same line everywhere.
- Of emergency numbers, those are shown on which the list and the numbering plan agree. A region that isn't in the list
  has one source, which is said. Where the two differ, no number is shown as if it were certain.
- Twelve months after the day it was checked a record is too old for a release.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

DIRECTORY = "findahelpline.com"
"""An international directory of helplines, by country."""
DAY_AND_NIGHT = "24/7"
ANYWHERE = "112"
"""What many telephones take for an emergency call wherever they are (3GPP TS 22.101, 10.1.1)."""
IN_A_NUMBER = frozenset("0123456789*#")
BETWEEN = frozenset(" -()")


class Confidence(StrEnum):
    """How well a record is sourced."""

    OFFICIAL = "two_sources_one_official"
    TWO = "two_sources"
    ONE = "one_source"
    CONFLICT = "conflict"


SHOWN = frozenset({Confidence.OFFICIAL, Confidence.TWO})


class About(StrEnum):
    """Whom or what a line is for."""

    CRISIS = "crisis"
    CHAT = "chat"
    YOUNG = "young"
    DANGER = "danger"


class Lifeline(NamedTuple):
    """One line as it is stored. Empty where nothing is known.

    ``dial`` is the number as dialled at home, ``press`` a key to press after it, ``also`` more numbers of the same
    service, ``abroad`` the international form where the plan says that it can be dialled. ``hours`` are 24/7 or words;
    ``spoken`` are its languages in words, ``stated``: by the line itself, otherwise going by the language of its page.
    ``scope`` is empty for a whole country. ``language`` is that of its name. Dates are ISO 8601; ``newest`` may be a
    year or a month. ``sources`` counts independent ones; ``page`` is an official page.
    """

    id: str
    region: str
    about: About
    service: str
    language: str
    confidence: Confidence
    sources: int
    checked_on: str
    first: bool = False
    dial: str = ""
    press: str = ""
    also: tuple[str, ...] = ()
    abroad: str = ""
    sms: str = ""
    sms_word: str = ""
    whatsapp: str = ""
    chat: str = ""
    hours: str = ""
    spoken: str = ""
    stated: bool = False
    scope: str = ""
    page: str = ""
    newest: str = ""

    @property
    def may_be_shown(self) -> bool:
        """Whether two independent sources agree on it."""
        return self.confidence in SHOWN

    @property
    def for_anybody(self) -> bool:
        """Whether it is for whoever is in despair: not for the young alone, and not about violence."""
        return self.about in (About.CRISIS, About.CHAT)


class Emergency(NamedTuple):
    """Emergency numbers of a region.

    ``numbers`` are those of the numbering plan; ``agreed`` those that a list names too; None where the list doesn't
    hold the region.
    """

    numbers: tuple[str, ...] = ()
    agreed: tuple[str, ...] | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        """What may be shown as the number, the first reaching most; empty where unknown, or where the two differ."""
        return self.numbers if self.agreed is None else self.agreed

    @property
    def others(self) -> tuple[str, ...]:
        """More numbers beside the first of those shown: on which both agree, then what only the plan holds."""
        more = tuple(number for number in self.numbers if number not in self.shown) if self.shown else ()
        return (*self.shown[1:], *more)

    @property
    def one_source(self) -> bool:
        """Whether it is shown on the word of one source."""
        return bool(self.numbers) and self.agreed is None

    @property
    def differ(self) -> bool:
        """Whether two sources name different numbers."""
        return self.agreed == ()


class Lifelines(NamedTuple):
    """All records, in the order of the file."""

    records: tuple[Lifeline, ...] = ()

    def of(self, region: str) -> tuple[Lifeline, ...]:
        """What may be shown for a region: official ones first, then those for a whole country, then open all day."""
        found = [line for line in self.records if line.region == region.upper() and line.may_be_shown]
        return tuple(sorted(found, key=_place))


def _place(line: Lifeline) -> tuple[bool, ...]:
    official = line.confidence is Confidence.OFFICIAL
    return not official, bool(line.scope), line.hours != DAY_AND_NIGHT, not line.first


def digits(number: str) -> str:
    """What of a number is dialled: its digits, star and hash."""
    return "".join(letter for letter in number if letter in IN_A_NUMBER)


def is_number(text: str) -> bool:
    """Whether this is a number and nothing else. A plus may stand first."""
    return bool(digits(text)) and set(text.removeprefix("+")) <= IN_A_NUMBER | BETWEEN


def tel(number: str, kind: str = "tel") -> str:
    """The link that dials a number (RFC 3966) or writes to it (``sms``, RFC 5724); star and hash are escaped."""
    plus = "+" if number.startswith("+") else ""
    return f"{kind}:{plus}{digits(number).replace('*', '%2A').replace('#', '%23')}"


def due_on(checked_on: str) -> str:
    """The first day on which something checked on that day is too old for a release: twelve months later."""
    return f"{int(checked_on[:4]) + 1:04}{checked_on[4:]}"


def too_old(checked_on: str, today: str) -> bool:
    """Whether it was checked twelve months ago or more. Both are days like 2026-11-22."""
    return today >= due_on(checked_on)
