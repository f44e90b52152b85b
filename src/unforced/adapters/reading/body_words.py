"""Words for what a body does, in a person's own words, each with its place in the text and in the body.

Promise: spans of what was typed; a hint at a body word only where the words are plain. Nothing is decided by it.

Rules:
- A phrase is heard whole, the longest first; what is denied ("not tight any more") is left out.
- The place is the nearest one within NEAR words of the same sentence. What may be something else needs one.
- The first LOOKED_AT words are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from unforced.adapters.reading.terms import plain
from unforced.content import HERE
from unforced.content.body import FILE, Body, read_body
from unforced.content.finding import Source
from unforced.domain.reading import BodyWord, Span

LOOKED_AT: Final = 1200  # words
NEAR: Final = 5  # words between a sensation and its place
BACK: Final = 3  # words before a sensation in which a no denies it
_LONGEST: Final = 6  # words of a phrase
_TOKEN: Final = re.compile(r"[\w'’]+|[.!?;\n]")
_STOPS: Final = frozenset(".!?;\n")
_DENIED: Final = frozenset(
    {
        *("no", "not", "never", "nor", "neither", "without", "hardly", "less", "stopped", "stops", "isnt", "arent"),
        *("wasnt", "werent", "aint", "dont", "doesnt", "didnt", "nae", "isnae", "wasnae", "dinnae"),
    }
)
_TURNS: Final = frozenset({"but", "just", "only", "and", "though", "yet", "because", "so"})


class _Word(NamedTuple):
    text: str  # plain; empty where a sentence ends
    span: Span


class BodyReader:
    """Reads with the list of a file; where that can't be read, it hears no body words."""

    def __init__(self, file: Path = HERE / FILE) -> None:
        self._file = file

    @cached_property
    def _body(self) -> Body:
        try:
            return read_body(Source(self._file.name, self._file.read_text("utf-8")))[0] or Body()
        except (OSError, UnicodeDecodeError):
            return Body()

    def of(self, text: str) -> tuple[BodyWord, ...]:
        """Every one, in the order of the text."""
        words = [
            _Word("" if match[0] in _STOPS else plain(match[0]), match.span())
            for match in islice(_TOKEN.finditer(text), LOOKED_AT)
        ]
        return tuple(self._found(words))

    def _found(self, words: Sequence[_Word]) -> Iterator[BodyWord]:
        at = 0
        while at < len(words):
            end = _phrase_end(words, at, self._body.sensations)
            if not end:
                at += 1
                continue
            says = self._body.sensations[" ".join(word.text for word in words[at:end])]
            place = self._place(words, at, end)
            if (says.alone or place) and not _denied(words, at):
                yield BodyWord((words[at].span[0], words[end - 1].span[1]), place, says.hint)
            at = end

    def _place(self, words: Sequence[_Word], first: int, end: int) -> Span | None:
        """The nearest place: within the phrase, else before or after it in the same sentence."""
        for at in range(first, end):
            if words[at].text in self._body.places:
                return words[at].span
        ways = [range(first - 1, max(first - 1 - NEAR, -1), -1), range(end, min(end + NEAR, len(words)))]
        found = [each for way in ways if (each := self._along(words, way))]
        return min(found, key=lambda each: each[0])[1] if found else None

    def _along(self, words: Sequence[_Word], way: range) -> tuple[int, Span] | None:
        for far, at in enumerate(way):
            if not words[at].text:
                return None
            if words[at].text in self._body.places:
                return far, words[at].span
        return None


def _phrase_end(words: Sequence[_Word], first: int, phrases: Container[str]) -> int:
    """Where the longest phrase that begins here ends; 0 where none does."""
    for end in range(min(first + _LONGEST, len(words)), first, -1):
        if " ".join(word.text for word in words[first:end]) in phrases:
            return end
    return 0


def _denied(words: Sequence[_Word], first: int) -> bool:
    for word in reversed(words[max(first - BACK, 0) : first]):
        if not word.text or word.text in _TURNS:
            return False
        if word.text in _DENIED:
            return True
    return False
