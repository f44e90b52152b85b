"""What all vectors share: bytes that look like chance, two people, one page, and ways to change bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from unforced.adapters.vault.sealing.keys import KEY, SALT, Keys
from unforced.domain.recovery_code import RecoveryCode

Vector = dict[str, Any]
DAMAGED, FITS_NOT, NEWER, FOREIGN = "page_damaged", "key_does_not_fit", "newer_format", "foreign_file"
TYPED = "a quiet place by the sea"


class Drawn:
    """Bytes that look like chance and are the same each time; it remembers what it gave last."""

    def __init__(self, seed: str) -> None:
        self.begin(seed)

    def begin(self, seed: str) -> None:
        """From here on it gives what this seed gives."""
        self._seed, self._at = seed.encode(), 0
        self.given: list[bytes] = []

    def __call__(self, count: int) -> bytes:
        self._at += 1
        found = hashlib.shake_256(self._seed + self._at.to_bytes(4, "big")).digest(count)
        self.given = [*self.given[-1:], found]
        return found


CHANCE = Drawn("unforced, format 1")
MINE, THEIRS = (Keys(CHANCE(16), CHANCE(KEY)) for _ in range(2))
NAME, OTHER = CHANCE(16), CHANCE(16)
CODE = RecoveryCode(CHANCE(20))
SALTS = CHANCE(SALT)


def flip(whole: bytes, bit: int) -> bytes:
    """One bit the other way round; bit 0 is the lowest of the first byte."""
    return whole[: bit // 8] + bytes([whole[bit // 8] ^ 1 << bit % 8]) + whole[bit // 8 + 1 :]


def put(whole: bytes, at: int, piece: bytes) -> bytes:
    """Other bytes at a place."""
    return whole[:at] + piece + whole[at + len(piece) :]


def opens(of: str, name: str, given: Vector, steps: Mapping[str, Any], gives: Vector) -> Vector:
    return {"of": of, "name": name, "given": given, "steps": dict(steps), "gives": gives}
