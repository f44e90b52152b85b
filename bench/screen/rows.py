"""The sentences, and which of them are left out because something like them is known already."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "evaluation/screen"
_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence or short text: who wrote it, about what, and what it is."""

    author: str
    scenario: str
    kind: str
    text: str


def rows(subset: str) -> list[Row]:
    """Every row of a subset, in the order of files."""
    lines = (
        line for file in sorted((FOLDER / subset).glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    )
    return [Row(*(str(row[key]) for key in ("author", "scenario", "kind", "text"))) for row in map(json.loads, lines)]


def crossing(build: list[Row], test: list[Row]) -> int:
    """How many test rows share an author *and* a scenario with the build rows: none, where the split is honest."""
    known = {(row.author, row.scenario) for row in build}
    return sum((row.author, row.scenario) in known for row in test)


def unlike(test: list[Row], known: Iterable[str], most: float) -> list[Row]:
    """The rows that are no near-duplicate (trigram Jaccard above `most`) of any known text."""
    shapes = [_trigrams(text) for text in known]
    return [row for row in test if all(_likeness(_trigrams(row.text), shape) <= most for shape in shapes)]


def _trigrams(text: str) -> frozenset[str]:
    plain = f" {_PLAIN.sub(' ', text.casefold()).strip()} "
    return frozenset(plain[at : at + 3] for at in range(len(plain) - 2))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)
