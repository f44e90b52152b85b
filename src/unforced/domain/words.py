"""A person's own words.

Promise: they are never printed by accident. ``repr`` and ``str`` show only how many there are;
``reveal`` is the one way to read them, so a search for it finds every place that does.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 20_000
"""Characters kept of one answer. Longer text is cut at the end, and the surface says so; screening reads it whole."""


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """What a person wrote, as they wrote it, without control characters that could steer a terminal."""

    _text: str

    @classmethod
    def from_raw(cls, raw: str) -> Words | None:
        """Words from raw text, or None where nothing readable was written."""
        kept = "".join(c for c in raw[:LONGEST] if c in "\n\t" or (c.isprintable() and c != "\ufffd"))
        return cls(kept.strip()) if kept.strip() else None

    def reveal(self) -> str:
        """The words themselves, for the person's own eyes."""
        return self._text

    def __repr__(self) -> str:
        return f"<{len(self._text.split())} words>"

    __str__ = __repr__
