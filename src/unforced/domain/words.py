"""A person's own words.

Promise: they are never printed by accident. ``repr`` and ``str`` show only how many there are;
``reveal`` is the one way to read them, so a search for it finds every place that does.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 20_000
"""Characters kept of one answer. Longer text is cut at the end, and the surface says so; screening reads it whole."""
JOINER = "\u200d"
"""The joiner of zero width: it makes one picture of two emoji, and shapes the letters of some scripts."""
LOOSE = re.compile(rf"(?<![^\x00-\x7f{JOINER}]){JOINER}|{JOINER}(?![^\x00-\x7f{JOINER}])")
"""A joiner that joins nothing. Beside plain Latin letters it only hides a word from whoever looks for it."""


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """What a person wrote, as they wrote it, without control characters that could steer a terminal.

    A space of any kind is a plain one, so that two words stay two. A joiner stays where it joins two signs.
    """

    _text: str

    @classmethod
    def from_raw(cls, raw: str) -> Words | None:
        """Words from raw text, or None where nothing readable was written."""
        kept = LOOSE.sub("", "".join(map(_readable, raw[:LONGEST]))).strip()
        return cls(kept) if kept else None

    def reveal(self) -> str:
        """The words themselves, for the person's own eyes."""
        return self._text

    def __repr__(self) -> str:
        return f"<{len(self._text.split())} words>"

    __str__ = __repr__


def _readable(sign: str) -> str:
    """The sign itself; a plain space for a space of any other kind; nothing for what can't be seen or would steer."""
    if sign in "\n\t" or sign == JOINER or (sign.isprintable() and sign != "\ufffd"):
        return sign
    return " " if unicodedata.category(sign) == "Zs" else ""
