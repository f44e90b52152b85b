"""A text as it was meant: signs that stand for letters are letters again, a word cut into letters is a word, and small
pictures are left out: they say how something is said, and would drown what is said.

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
_PICTURES: Final = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d]+")
_LETTERS: Final = re.compile(r"(?<!\S)(?:[a-z] ){2,23}[a-z](?!\S)", re.IGNORECASE)


def undone(text: str) -> str:
    """The text with disguises undone."""
    plain = _WORD.sub(_as_letters, _PICTURES.sub("", text))
    return _LETTERS.sub(lambda run: run[0].replace(" ", ""), plain)


def _as_letters(match: re.Match[str]) -> str:
    word = match[0]
    core = word.strip(".,;:?!…\"'()")
    if len(core) > LONGEST or core.isalpha() or not _BARE.fullmatch(core) or _NUMBER.fullmatch(core):
        return word
    return word.replace(core, core.translate(_SIGNS)) if any(letter.isalpha() for letter in core) else word
