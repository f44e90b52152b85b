"""A page: one sealed document, and how the vault that holds it stands.

A document is what JSON can hold; what it means is decided in app. The vault doesn't read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from unforced.domain.recovery_code import RecoveryCode

UNDO_DAYS = 7
REGISTER = "register"
Document = Mapping[str, object]


class Standing(StrEnum):
    """How a vault stands."""

    ABSENT = "absent"
    LOCKED = "locked"
    OPEN = "open"


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """One document with its name (32 hexadecimal digits, empty for a new one) and its revision (0: never kept)."""

    id: str
    revision: int
    document: Document

    def __repr__(self) -> str:
        return f"<page, revision {self.revision}>"

    __str__ = __repr__


class Kept(NamedTuple):
    """What keeping led to. ``copied``: somebody had kept this page meanwhile, so this went into a page beside it."""

    page: Page
    copied: bool = False


class Leaving(NamedTuple):
    """A page that was forgotten and can still be taken back: ``day`` (proleptic ordinal) is when it goes for good."""

    page: Page
    day: int


class Opened(NamedTuple):
    """Every page there is. ``damaged`` are the names of those that can't be opened or are gone; they block nothing.

    REGISTER among them means that the list of pages itself can't be read: what opens is here, and nothing can be kept
    before it was made anew.
    """

    pages: tuple[Page, ...] = ()
    leaving: tuple[Leaving, ...] = ()
    damaged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Beginning:
    """A vault that was prepared and isn't there yet. ``code`` is typed back once before it is; ``made`` is sealed."""

    code: RecoveryCode
    made: object

    def __repr__(self) -> str:
        return "<a beginning>"

    __str__ = __repr__
