"""Pieces of words, as the small model was taught them, each with its place in the person's own text.

Promise: the same pieces as the published tokenizer of BERT's lower-case English (a test holds them side by side), and
for each piece where it stood, so that evidence is always a span of what was typed.

Rules:
- Total: any string is answered. What isn't known is one piece, `[UNK]`; what can't be seen is none.
- A text of more than LONGEST pieces is cut at its end; whoever needs all of it reads sentence by sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

LONGEST: Final = 128  # pieces in one reading, the first and the last marker among them
LONGEST_WORD: Final = 100  # letters; a longer run of them is one unknown piece
_ROOM: Final = LONGEST * 12  # words of a text that are looked at, so that a text of 256 kB costs no more than a page
_IDEOGRAPHS: Final = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)  # fmt: skip
_WORD: Final = re.compile(r"\S+")


class Piece(NamedTuple):
    """One piece: its number in the vocabulary, and where it stands in the text (``start`` up to ``end``)."""

    number: int
    start: int
    end: int


class Pieces:
    """Cuts a text into the pieces of a vocabulary: a piece a line, its number the line's, from 0."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._numbers = vocabulary
        self.first, self.last, self.unknown = (vocabulary[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))

    @classmethod
    def read(cls, file: Path) -> Pieces:
        """From a vocabulary file. OSError and KeyError where it isn't one."""
        return cls({line: number for number, line in enumerate(file.read_text("utf-8").split("\n"))})

    def of(self, text: str) -> list[Piece]:
        """The pieces of a text in order, without the markers; LONGEST - 2 of them at most."""
        found: list[Piece] = []
        for word, places in _words(text):
            found += self._cut(word, places)
            if len(found) >= LONGEST - 2:
                break
        return found[: LONGEST - 2]

    def _cut(self, word: str, places: list[int]) -> list[Piece]:
        """The longest known beginning, then the longest known continuation, and so on; all or nothing."""
        whole = [Piece(self.unknown, places[0], places[-1] + 1)]
        if len(word) > LONGEST_WORD:
            return whole
        found: list[Piece] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start and (mark := "##" * bool(start) + word[start:end]) not in self._numbers:
                end -= 1
            if end == start:
                return whole
            found.append(Piece(self._numbers[mark], places[start], places[end - 1] + 1))
            start = end
        return found


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Lower-case words without accents, and for each letter its place in the text; a mark of punctuation is a word."""
    for count, run in enumerate(_WORD.finditer(text)):
        if count >= _ROOM:
            return
        letters: list[str] = []
        places: list[int] = []
        for place, letter in enumerate(run[0][: LONGEST * 64], run.start()):
            alone = _alone(letter)
            if alone and letters:
                yield "".join(letters), places
                letters, places = [], []
            for part in () if _unseen(letter) else unicodedata.normalize("NFD", letter.lower()):
                if unicodedata.category(part) != "Mn":
                    letters.append(part)
                    places.append(place)
            if alone and letters:
                yield "".join(letters), places
                letters, places = [], []
        if letters:
            yield "".join(letters), places


def _alone(letter: str) -> bool:
    """Whether it is a word by itself: punctuation, an ASCII sign, an ideograph."""
    if letter.isascii():
        return letter.isprintable() and not letter.isalnum()
    code = ord(letter)
    return unicodedata.category(letter).startswith("P") or any(low <= code <= high for low, high in _IDEOGRAPHS)


def _unseen(letter: str) -> bool:
    return letter in "\0\ufffd" or unicodedata.category(letter) in ("Cc", "Cf", "Cn", "Co", "Cs")
