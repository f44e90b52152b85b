"""Whether a text can be read as English at all. Whoever can't read a text says so, and claims nothing about it.

Promise: the same answer for the same text, within a bounded time; terse, misspelt and dialect English passes.

Rules:
- Nothing to read: `empty`. Signs, code, another script, words of another language, one word that nobody taught it:
  `language`. When in doubt it reads: the reader has its own doubt to show.
- Words are known by the file of terms, by the few words that hold English together, or halfway by how they begin.
- Words that hold another language together, and letters that English does without, speak against it.
- A few words that begin with a no which only English has are read, whatever else stands there.
- The first LOOKED_AT words decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from unforced.adapters.reading.terms import WORD, plain, stem
from unforced.adapters.reading.tongues import BOTH, ELSEWHERE, HELD

LOOKED_AT: Final = 120  # words
FEWEST: Final = 0.42  # of a text's words, as many are known at least, a strange one taken off
ENOUGH: Final = 0.25  # the same where nothing is strange and a word stands there that holds English together
_ROOM: Final = 4000  # characters
_LATIN: Final = 0x250
_NO_FIRST: Final = re.compile(r"(?:no(?=\s*[.,!…])|nope|nah|naw|nay|never|not)\b")
_FEW: Final = 4  # words
_CODE: Final = re.compile(
    r"[{}\\|]|\w\(|\)\.|::|;\s*$|</?\w+[^>]*>|\w\s*[!=+-]?=\s*\S|\w_\w|https?:|\$\w"
    r"|^\s*(?:def|import|SELECT|#include)\b",
    re.MULTILINE,
)


class Vocabulary:
    """The words that are known. ``terms``: as the file of terms names them (words, ``~stem``, ``<begi``)."""

    def __init__(self, terms: Iterable[str]) -> None:
        whole = {term for term in terms if " " not in term}
        self._stems = {term[1:] for term in whole if term[0] == "~"}
        self._beginnings = {term[1:] for term in whole if term[0] == "<"}
        self._words = {term for term in whole if term[0].isalpha()} - ELSEWHERE

    def knows(self, word: str) -> float:
        """1 where a plain word is known, 0.5 where its stem or how it begins is, 0 where nothing is."""
        if word in HELD or word in self._words:
            return 1.0
        if word in ELSEWHERE or not word.isascii():
            return 0.0
        return 0.5 if stem(word) in self._stems or (len(word) > 4 and word[:4] in self._beginnings) else 0.0


def unread(text: str, vocabulary: Vocabulary) -> str:
    """Why a text can't be read: ``empty`` or ``language``; empty where it can."""
    some = text[:_ROOM]
    if not some.strip():
        return "empty"
    letters = [sign for sign in some if sign.isalpha()]
    if not letters or sum(ord(sign) >= _LATIN for sign in letters) * 3 > len(letters):
        return "language"
    words = [plain(match[0]) for match in islice(WORD.finditer(some), LOOKED_AT)]
    words = [word for word in words if any(map(str.isalpha, word))]
    if len(_CODE.findall(some)) * 4 > len(words):
        return "language"
    if len(words) <= _FEW and _NO_FIRST.match(some.strip().lower()):
        return ""
    return "" if _english(words, vocabulary) else "language"


def _english(words: list[str], vocabulary: Vocabulary) -> bool:
    known = [vocabulary.knows(word) for word in words]
    if len(words) == 1:
        return known[0] == 1
    strange = sum(_strange(word) for word in words)
    held = sum(word in HELD and word not in BOTH for word in words)
    fewest = ENOUGH if held and not strange else FEWEST
    return sum(known) - strange >= fewest * len(words) and held * 2 >= strange


def _strange(word: str) -> float:
    """How much a word speaks for another language, 0 to 1."""
    if word in ELSEWHERE:
        return 1.0
    return 0.5 if not word.isascii() else 0.0
