"""What a person calls it: their own noun for what says no, found in their own words, so that it can be said again.

Promise: one noun from a list, never anything else of what they wrote. None is a full answer.

Rules:
- Only after *my, the, this, that, a*, with at most one word between. That word is left out: it can be an attack.
- Never what is said of a person ("I'm a wall", "you are a wall", "called me a wall"): that isn't what says no.
- Whatever could be a real person (a judge, a sergeant) only where the words say that it is inside.
- Never a thing that is only furniture: a front door is a door.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from unforced.domain.words import Words

BEGINNING: Final = 2_000  # characters of a text that are looked at
BEFORE: Final = frozenset({"my", "the", "this", "that", "a", "an"})
JOINING: Final = frozenset(
    {"is", "was", "of", "and", "or", "in", "to", "has", "isn't", "no", "not", "than", "as", "like"}
)
INNER: Final = frozenset({"inner", "inside", "internal", "own", "invisible"})
_PIECE: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_LOOKED_BACK: Final = 6  # pieces
_LOOKED_ON: Final = 4
_OFTEN: Final = (
    r"(?: (?:just|only|such|still|really|like|as|basically|always|nothing but|kind of|sort of|being|a bit of))*"
)
_OF_A_PERSON: Final = re.compile(
    rf"(?:\b(?:i'm|im|you're|youre|we're|he's|she's|they're|being)"
    rf"|\b(?:i|you|we|he|she|they) (?:am|are|was|were|is|be|been|become|became|(?:feel|felt|act|sound|look) like)"
    rf"|\b(?:me|myself|you|yourself|him|her|us|them)){_OFTEN}$"
)
_INSIDE: Final = re.compile(
    r"^(?:that lives |sitting |living |up |in here |right )?(?:inside|within|in (?:me|my|here|there))\b"
)


class Nouns(NamedTuple):
    """``things`` can't be anybody; ``figures`` could, and are meant only where they are inside. ``literal``: words
    before a noun that make it furniture. All in lower case, one word each."""

    things: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    literal: frozenset[str] = frozenset()

    def named_in(self, words: Words) -> str:
        """The first noun in these words that could be what they call it; empty where there is none."""
        pieces = [piece.replace("’", "'") for piece in _PIECE.findall(words.reveal()[:BEGINNING].lower())]
        for place, piece in enumerate(pieces):
            if piece in BEFORE and (noun := self._after(pieces, place)) and not _of_a_person(pieces[:place]):
                return noun
        return ""

    def _after(self, pieces: list[str], place: int) -> str:
        """The noun that this *my, the, …* belongs to; empty where it belongs to none."""
        first, second = (piece.removesuffix("'s") for piece in (*pieces[place + 1 : place + 3], "", "")[:2])
        if self._stands(first, "", pieces[place + 2 :]):
            return first
        between = first.isalpha() and first not in self.literal and first not in BEFORE | JOINING
        return second if between and self._stands(second, first, pieces[place + 3 :]) else ""

    def _stands(self, noun: str, between: str, rest: list[str]) -> bool:
        if noun in self.things:
            return True
        return noun in self.figures and (between in INNER or bool(_INSIDE.match(" ".join(rest[:_LOOKED_ON]))))


def _of_a_person(before: list[str]) -> bool:
    """Whether what comes next is said of somebody: the same clause, as it stands right before it."""
    clause: list[str] = []
    for piece in reversed(before[-_LOOKED_BACK:]):
        if not piece[0].isalpha():
            break
        clause.insert(0, piece)
    return bool(_OF_A_PERSON.search(" ".join(clause)))
