"""A text as it was meant: signs that stand for letters are letters again, and a word cut into letters is a word.

Rules:
- Only for listening. What is read back to a person, or pointed at in their words, is what they typed.
- A sign is a letter only among letters ("k1ll", "4nd"); a number stays one. Total, pure, linear.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 24  # characters of a word that may be a disguise
_SIGNS: Final = str.maketrans("431057@$+!|", "aeiostasti" + "l")
_WORD: Final = re.compile(r"\S+")
_BARE: Final = re.compile(r"[a-z0-9@$+!|']+", re.IGNORECASE)
_NUMBER: Final = re.compile(  # a number with its unit, a word that is called out, a letter with a number
    r"\d+(?:st|nd|rd|th|am|pm|s|k|m|x|p|h|kg|km|mg|ml|yo|ish)?!*|[a-z']+[!+]+|[a-z]{1,3}\d+", re.IGNORECASE
)
_LETTERS: Final = re.compile(r"(?<!\S)(?:[a-z] ){2,23}[a-z](?!\S)", re.IGNORECASE)


def undone(text: str) -> str:
    """The text with disguises undone."""
    return _LETTERS.sub(lambda run: run[0].replace(" ", ""), _WORD.sub(_as_letters, text))


def _as_letters(match: re.Match[str]) -> str:
    word = match[0]
    core = word.strip(".,;:?!…\"'()")
    if len(core) > LONGEST or core.isalpha() or not _BARE.fullmatch(core) or _NUMBER.fullmatch(core):
        return word
    return word.replace(core, core.translate(_SIGNS)) if any(letter.isalpha() for letter in core) else word
