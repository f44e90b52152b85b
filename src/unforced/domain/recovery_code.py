"""The recovery code: 160 bits that a person can write on paper, and type back with a slip named by its place.

Eight groups of five letters: four carry 20 bits in base32 (RFC 4648: A to Z, 2 to 7), the fifth checks them. The
check letter is a sum over the field of 32 elements, weighted by place and by group, so that any single wrong letter,
any two neighbours that changed places inside a group, and any two groups that did, are found for certain, and the
group is known. What is mistaken for a letter (0, 1, 8) is read as it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from unforced.domain.errors import CodeTypoError

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
MISREAD = str.maketrans({"0": "O", "1": "I", "8": "B"})
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
GROUPS = 8
DATA = 4  # letters of a group that carry bits
GROUP = DATA + 1
BYTES = 20
POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over two elements


def _double(element: int) -> int:
    """An element of the field times x."""
    return (element << 1) ^ (POLYNOMIAL if element & 0b10000 else 0)


def _weighted(values: Sequence[int], group: int) -> int:
    """The check value of a group's four values: the sum of value · x^(place+1), and x^group so that order counts."""
    total, power = 0, 1
    for _ in range(group):
        power = _double(power)
    total ^= power
    for place, value in enumerate(values, start=1):
        for _ in range(place):
            value = _double(value)  # noqa: PLW2901
        total ^= value
    return total


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryCode:
    """A code by its 20 bytes."""

    secret: bytes

    @classmethod
    def from_typed(cls, raw: str) -> RecoveryCode:
        """The code that was typed; case, spaces and dashes don't matter.

        Raises CodeTypoError with the groups that can't be right, counted from 1, or with none where the number of
        letters isn't 40.
        """
        typed = "".join(
            letter for letter in raw.upper().translate(MISREAD) if not letter.isspace() and letter not in DASHES
        )
        groups = [typed[at : at + GROUP] for at in range(0, len(typed), GROUP)]
        strange = tuple(n for n, group in enumerate(groups, start=1) if any(letter not in LETTERS for letter in group))
        if len(typed) != GROUPS * GROUP:
            raise CodeTypoError(())
        values = [[LETTERS.find(letter) for letter in group] for group in groups]
        slips = [n for n, found in enumerate(values) if _weighted(found[:DATA], n) != found[DATA]]
        places = tuple(sorted({*strange, *(n + 1 for n in slips)}))
        if places:
            raise CodeTypoError(places)
        bits = 0
        for value in (value for group in values for value in group[:DATA]):
            bits = bits << 5 | value
        return cls(bits.to_bytes(BYTES, "big"))

    def spelled(self) -> str:
        """The code as it is written down: eight groups with spaces between."""
        bits = int.from_bytes(self.secret, "big")
        values = [bits >> 5 * (GROUPS * DATA - 1 - n) & 31 for n in range(GROUPS * DATA)]
        groups = [values[at : at + DATA] for at in range(0, len(values), DATA)]
        return " ".join(
            "".join(LETTERS[value] for value in (*group, _weighted(group, n))) for n, group in enumerate(groups)
        )

    def __repr__(self) -> str:
        return "<recovery code>"

    __str__ = __repr__
