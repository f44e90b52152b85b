"""A passphrase: held apart from words, so that it can't be printed, kept or compared by accident."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from unforced.domain.errors import TooShortError

SHORTEST = 8
LONGEST = 1024


@dataclass(frozen=True, slots=True, repr=False)
class Passphrase:
    """What a person typed to lock or unlock. Two keyboards that write the same letters write the same passphrase."""

    _text: str

    @classmethod
    def from_raw(cls, raw: str) -> Passphrase:
        """A passphrase as it was typed. Nothing is trimmed, since a space can be part of it."""
        return cls(unicodedata.normalize("NFKC", raw))

    def fit_to_seal(self) -> Passphrase:
        """The same passphrase; TooShortError where it has fewer than 8 characters or more than 1,024."""
        if not SHORTEST <= len(self._text) <= LONGEST:
            raise TooShortError(f"between {SHORTEST} and {LONGEST} characters")
        return self

    def for_stretching(self) -> bytes:
        """Its bytes, NFKC in UTF-8, for the key derivation and nothing else. Lone surrogates become question marks."""
        return self._text[: LONGEST + 1].encode("utf-8", "replace")

    def __repr__(self) -> str:
        return "<passphrase>"

    __str__ = __repr__
