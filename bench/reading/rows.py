"""The sentences about a no, and how often a second reader heard the same in them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Share

FOLDER = Path(__file__).parents[2] / "evaluation/reading"
SHORT = 12  # words; up to there a sentence is short


@dataclass(frozen=True, slots=True)
class Row:
    """One text: who wrote it, what a stranger could hear in it (the stronger first), and the text."""

    id: str
    author: str
    kinds: tuple[str, ...]
    text: str

    @property
    def label(self) -> str:
        """The stronger one."""
        return self.kinds[0]


def rows(subset: str) -> list[Row]:
    """Every row of a subset, in the order of files."""
    lines = (
        line for file in sorted((FOLDER / subset).glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    )
    return [Row(row["id"], row["author"], tuple(row["kinds"]), row["text"]) for row in map(json.loads, lines)]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers of the same texts. ``kappa``: Cohen's, on the first label."""

    kappa: float
    same: Share
    overlap: Share


def agreement(found: list[Row], folder: Path = FOLDER / "second") -> Agreement | None:
    """How often a second reader agreed, on the rows that they read; None where nobody read them again."""
    lines = (line.split("\t") for file in sorted(folder.glob("*.tsv")) for line in file.read_text("utf-8").splitlines())
    second = {line[0]: line[1].split("+") for line in lines}
    pairs = [(row.kinds, second[row.id]) for row in found if row.id in second]
    if not pairs:
        return None
    same = Share(sum(one[0] == other[0] for one, other in pairs), len(pairs))
    overlap = Share(sum(bool({*one} & {*other}) for one, other in pairs), len(pairs))
    ours, theirs = (Counter(labels) for labels in zip(*((one[0], other[0]) for one, other in pairs), strict=True))
    chance = sum(ours[label] * theirs[label] for label in ours) / len(pairs) ** 2
    return Agreement((same.value - chance) / (1 - chance) if chance < 1 else 1.0, same, overlap)
