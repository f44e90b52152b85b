"""A text as terms that can be counted: words, their stems, neighbours, beginnings, and how long it is.

Promise: the same terms when the reader learns as when it reads, each with the words of the person that it stands on.

Rules:
- Total, pure, and linear in the text; of a long one the first LONGEST words are looked at.
- No word is remembered once it was read: nothing here outlives a visit.
- Spelling is met where it is met: case, apostrophes and drawn-out letters make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from unforced.domain.reading import Span

LONGEST: Final = 1200  # words
WORD: Final = re.compile(r"[\w'’]+")
_TOKEN: Final = re.compile(r"[\w'’]+|[?!.…]+")
_DRAWN_OUT: Final = re.compile(r"(.)\1\1+")
_ENDINGS: Final = ("ingly", "edly", "ing", "ies", "ied", "ed", "es", "ly", "s", "in")
_LENGTHS: Final = (1, 2, 3, 7, 12, 20, 35)  # words up to which a text has the same length


class Term(NamedTuple):
    """A term, and the words it stands on: from ``first`` up to and with ``last``, counted from 0; -1: on none."""

    name: str
    first: int = -1
    last: int = -1


def words_of(text: str) -> list[Span]:
    """Where the words of a text stand, LONGEST of them at most."""
    found: list[Span] = []
    for match in WORD.finditer(text):
        if len(found) == LONGEST:
            break
        found.append(match.span())
    return found


def plain(word: str) -> str:
    """A word in lower case, without apostrophes, with no letter more than twice in a row."""
    return _DRAWN_OUT.sub(r"\1\1", word.lower().replace("'", "").replace("’", ""))[:40]


def stem(word: str) -> str:
    """A plain word without the ending that says number or time."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def terms(text: str) -> Iterator[Term]:
    """Every term of a text, repeats included: ``word``, ``~stem``, ``stem stem`` (``^`` and ``$`` are the two ends,
    and a mark that ends a sentence is a stem), ``<begi`` (the first four letters), ``#n`` (how long the text is)."""
    before, at = Term("^"), -1
    for match in _TOKEN.finditer(text):
        token = plain(match[0])
        mark = not WORD.match(match[0])
        at += not mark
        if at >= LONGEST:
            break
        place = (-1, -1) if mark else (at, at)
        yield Term(token, *place)
        now = Term(stem(token), *place)
        yield Term("~" + now.name, *place)
        yield _pair(before, now)
        if len(token) > 4:
            yield Term("<" + token[:4], *place)
        before = now
    yield _pair(before, Term("$"))
    yield Term(f"#{sum(at + 1 > most for most in _LENGTHS)}")


def _pair(one: Term, other: Term) -> Term:
    """Two neighbours; it stands on whichever of them is a word."""
    places = [each.first for each in (one, other) if each.first >= 0]
    return Term(f"{one.name} {other.name}", min(places, default=-1), max(places, default=-1))
