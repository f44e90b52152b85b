"""The sentences of the screen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "evaluation/screen"


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
