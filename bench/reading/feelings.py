"""Feelings in comments: the published test split of GoEmotions (28 labels), with the thresholds that ship.

The texts lie in UNFORCED_DATA (by default ../shared/data beside the project) and stay there. Thresholds were chosen on
the dev split when the heads were made; the published figure of BERT is 0.46 (Demszky et al. 2020).
"""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

from unforced.adapters.reading.encoder import Encoder, MissingModelError
from unforced.adapters.reading.heads import heads_from

DATA = Path(os.environ.get("UNFORCED_DATA", Path(__file__).parents[3] / "shared/data"))
TEST = DATA / "goemotions_test.jsonl.gz"


def macro_f1(folder: Path, *, tenth: bool = False, file: Path = TEST) -> float | str:
    """The mean F1 over labels; in its place, why it can't be said."""
    if not file.exists():
        return f"{file.name} isn't in UNFORCED_DATA"
    try:
        encoder, head = Encoder(folder), heads_from(folder / "heads.npz")["feelings"]
        encoder.ready()
    except (MissingModelError, KeyError):
        return "the small model isn't here"
    hit, truly, read = (dict.fromkeys(head.names, 0) for _ in range(3))
    for text, emotions in _texts(file)[:: 10 if tenth else 1]:
        shares = head.any_of(encoder.states(text).mean)
        for name, share, least in zip(head.names, shares, head.least, strict=True):
            there, claimed = name in emotions, bool(share >= least)
            hit[name] += there and claimed
            truly[name] += there
            read[name] += claimed
    return sum(2 * hit[name] / max(1, truly[name] + read[name]) for name in head.names) / len(head.names)


def _texts(file: Path) -> list[tuple[str, list[str]]]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [(row["text"], row["emotions"]) for row in map(json.loads, lines)]
