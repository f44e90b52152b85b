"""A handover: what somebody takes along to a therapist, composed item by item.

Promise: nothing is on it that wasn't chosen. The order is that of what was offered, and of the sections below.

Rules:
- At first nothing is chosen. A section with nothing chosen in it isn't there.
- An item is named by what it says. If what it was chosen from changes meanwhile, another line can't slip in its place.
- A choice that names nothing (it was forgotten meanwhile) adds nothing.
- What is written for it is a line for each question, as it was written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from unforced.domain.words import Words

LINE_BREAKS = "\n"


class Section(StrEnum):
    """What an item belongs to, in the order of the page."""

    PARTS = "parts"
    RESISTED = "resisted"
    TRIED = "tried"
    SLOWLY = "slowly"
    QUESTIONS = "questions"


class Format(StrEnum):
    """What it can be made into."""

    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, repr=False)
class Item:
    """One line that could be chosen: ``head``, with a small ``label`` before it and ``lines`` below. May hold a
    person's words in each, so it is never printed by accident."""

    section: Section
    head: str
    label: str = ""
    lines: tuple[str, ...] = ()

    @property
    def token(self) -> str:
        """Its name: the section, and 16 hexadecimal digits that follow from what it says."""
        whole = "\x1f".join((self.label, self.head, *self.lines)).encode("utf-8", "replace")
        return f"{self.section}-{hashlib.blake2b(whole, digest_size=8).hexdigest()}"

    def __repr__(self) -> str:
        return f"<item of {self.section}>"


@dataclass(frozen=True, slots=True, repr=False)
class Chapter:
    """A section with what was chosen in it, under its ``title``."""

    section: Section
    title: str
    items: tuple[Item, ...]

    def __repr__(self) -> str:
        return f"<chapter, {len(self.items)} items>"


@dataclass(frozen=True, slots=True, repr=False)
class Handover:
    """The whole page, every text final. ``title`` is the neutral one of a window or a file; ``lead`` stands on it.

    ``day`` is a day as one would say it, ``language`` a tag such as en.
    """

    title: str
    lead: str
    day: str
    chapters: tuple[Chapter, ...] = ()
    language: str = "en"

    def __bool__(self) -> bool:
        return bool(self.chapters)

    def texts(self) -> tuple[str, ...]:
        """Every text on it, in order."""
        found = [self.lead, self.day]
        for chapter in self.chapters:
            found.append(chapter.title)
            for item in chapter.items:
                found += [text for text in (item.label, item.head, *item.lines) if text]
        return tuple(found)

    def __repr__(self) -> str:
        return f"<handover, {len(self.chapters)} chapters>"


@dataclass(frozen=True, slots=True, repr=False)
class Pressed:
    """A handover as a file. ``unset`` is how many of its letters have no shape in any letters at hand (PDF only)."""

    content: bytes
    unset: int = 0

    def __repr__(self) -> str:
        return f"<pressed, {len(self.content)} bytes>"


def questions_of(words: Words | None) -> tuple[Item, ...]:
    """What was written for the session: an item for each line that holds something."""
    lines = words.reveal().split(LINE_BREAKS) if words else []
    return tuple(Item(Section.QUESTIONS, plain) for line in lines if (plain := flat(line)))


def composed(offered: Sequence[Item], chosen: Collection[str], words: Words | None) -> tuple[Item, ...]:
    """What is on the page: the offered items that were chosen, and the questions; each once, in the order offered."""
    wanted = frozenset(chosen)
    return once(item for item in offered if item.token in wanted) + once(questions_of(words))


def once(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items, each once, where it stands first."""
    return tuple({item.token: item for item in items}.values())


def flat(text: str) -> str:
    """Text on one line, without what can't be seen: a control letter, or one that turns the direction of what follows.

    The joiners that scripts and emoji need stay.
    """
    line = " ".join(text.split())
    return " ".join("".join(c for c in line if c.isprintable() or c in JOINERS).split())


JOINERS = "\u200c\u200d"
