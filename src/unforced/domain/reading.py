"""What a reader believes it heard in a person's own words. It orders chips; it never labels anybody.

Promise: an answer with its doubt, and its evidence as a place in the person's own text. Unknown is a full answer.

Rules:
- All fourteen kinds of no and `none` are there, whatever was read: likeliest first, together no more than 1.
- Whoever abstains claims nothing: the plain chips are shown, and not a word is said about it.
- Nothing here knows the guide, and the guide knows nothing of this: only an answer that a person gave decides.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from unforced.domain.resistance import Kind
from unforced.domain.words import Words

NONE: Final = "none"  # there is no no in it
LABELS: Final[tuple[str, ...]] = (*(kind.value for kind in Kind), NONE)
NAMED: Final = 2  # kinds that stand first on the screen
LONGEST_LESSON: Final = 1_000  # characters of a person's words that a lesson keeps

Span = tuple[int, int]  # from and up to, in characters of the person's own text


class Speaker(StrEnum):
    """Who speaks in a text."""

    CRITIC = "critic"
    SELF = "self"
    TO_PART = "to_part"


class Likely(NamedTuple):
    """One label (a kind's value, or ``none``), how likely it is (0 to 1), and where it was heard; None: nowhere."""

    label: str
    p: float
    span: Span | None = None


class Feeling(NamedTuple):
    """A feeling that may be in it: one of GoEmotions' 27 names, and how likely it is (0 to 1)."""

    name: str
    p: float


class BodyWord(NamedTuple):
    """A word for what a body does, and where in the body if that was said. ``hint``: one of the body words of
    guide.md §1 that it hints at; empty where it hints at none."""

    span: Span
    place: Span | None = None
    hint: str = ""


class Reading(NamedTuple):
    """What was read. ``kinds``: all of LABELS, likeliest first. ``abstained``: nothing is claimed.

    ``unread``: why, where it couldn't be read at all: ``empty``, ``language``, ``late``, ``missing``; otherwise empty.
    """

    kinds: tuple[Likely, ...]
    voice: Speaker | None = None
    feelings: tuple[Feeling, ...] = ()
    body: tuple[BodyWord, ...] = ()
    abstained: bool = False
    unread: str = ""

    def named(self) -> tuple[Kind, ...]:
        """The likeliest kinds of no, at most NAMED, likeliest first; none where it abstained, or rather heard no no."""
        if self.abstained or not self.kinds or self.kinds[0].label == NONE:
            return ()
        return tuple(Kind(each.label) for each in self.kinds if each.label != NONE)[:NAMED]


class Lesson(NamedTuple):
    """What one person taught: in these words of theirs it was this kind. It shifts the order for them alone."""

    words: Words
    kind: Kind


def unknown(why: str = "") -> Reading:
    """The honest unknown: every label as likely as any other."""
    even = 1 / len(LABELS)
    return Reading(tuple(Likely(label, even) for label in LABELS), abstained=True, unread=why)
