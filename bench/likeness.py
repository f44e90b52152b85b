"""Which texts are left out of a test because something like them is known already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

_PLAIN = re.compile(r"[^a-z0-9]+")


class Told(Protocol):
    """Anything with a text."""

    @property
    def text(self) -> str:
        """What was written."""


Row = TypeVar("Row", bound=Told)


def unlike(test: list[Row], known: Iterable[str], most: float) -> list[Row]:
    """The rows that are no near-duplicate (trigram Jaccard above `most`) of any known text."""
    shapes = [_trigrams(text) for text in known]
    return [row for row in test if not _met(_trigrams(row.text), shapes, most)]


def _met(one: frozenset[str], shapes: list[frozenset[str]], most: float) -> bool:
    """Texts of too different a length can't be alike, and needn't be looked at."""
    fewest, largest = len(one) * most, len(one) / most
    return any(fewest <= len(shape) <= largest and _likeness(one, shape) > most for shape in shapes)


def _trigrams(text: str) -> frozenset[str]:
    plain = f" {_PLAIN.sub(' ', text.casefold()).strip()} "
    return frozenset(plain[at : at + 3] for at in range(len(plain) - 2))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / max(1, len(one) + len(other) - shared)
