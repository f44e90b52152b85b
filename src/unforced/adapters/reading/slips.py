"""A slip of a finger, undone for listening: a word that nobody writes, and one slip away from one that many do.

Rules:
- Only for listening. What is read back to a person, or pointed at in their words, is what they typed.
- A slip is a letter swapped with the next, doubled, lost, or hit beside. The first letter is always meant.
- What is a whole word of the small model's vocabulary stays; so does whatever no slip explains (a name, a dialect).
- Nothing is remembered. A word costs a few hundred look-ups at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from string import ascii_lowercase
from typing import Final

from unforced.adapters.reading.encoder import MissingModelError

SHORTEST: Final = 4  # letters of a word that is mended, and of what it is mended to
LONGEST: Final = 20
COMMON: Final = 16_000  # the vocabulary is in order of use; whoever comes later is too rare to be meant
_WORD: Final = re.compile(rf"(?<![\w'’@#.-])[A-Za-z]{{{SHORTEST},{LONGEST}}}(?![\w'’@-])")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # of a keyboard
_BESIDE: Final = {
    row[at]: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in _ROWS for at in range(len(row))
}  # fmt: skip


class Slips:
    """Mends slips with the words of a ``vocabulary.txt``."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def mended(self, text: str) -> str:
        """The text with slips undone. MissingModelError where the vocabulary isn't there."""
        return _WORD.sub(lambda match: self._meant(match[0]), text)

    def _meant(self, typed: str) -> str:
        word = typed.lower()
        if word in self.known:
            return typed
        found = [each for each in _one_slip_before(word) if self.known.get(each, COMMON) < COMMON]
        return min(found, key=lambda each: self.known[each]) if found else typed

    @cached_property
    def known(self) -> dict[str, int]:
        """Whole words, and where they stand in the order of use. MissingModelError."""
        try:
            lines = self._file.read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            raise MissingModelError from None
        return {line: at for at, line in enumerate(lines) if len(line) >= SHORTEST and line.isalpha()}


def _one_slip_before(typed: str) -> Iterator[str]:
    """The words that one slip may have turned into this one."""
    for at in range(1, len(typed)):
        before, here, after = typed[:at], typed[at], typed[at + 1 :]
        if after:
            yield before + after[0] + here + after[1:]
        if here == before[-1]:
            yield before + after
        yield from (before + other + after for other in _BESIDE.get(here, ""))
        yield from (before + lost + here + after for lost in ascii_lowercase)
    yield from (typed + lost for lost in ascii_lowercase)
