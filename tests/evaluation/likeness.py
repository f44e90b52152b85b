"""Sentences that are there twice, or nearly. A failure names ids, never texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict


def words_of(text: str) -> tuple[str, ...]:
    """Casefolded, without punctuation."""
    return tuple(re.sub(r"[^\w\s]", "", text.casefold()).split())


def near(sentences: tuple[tuple[str, tuple[str, ...]], ...], above: float = 0.6) -> list[tuple[str, str]]:
    """Pairs of ids whose word trigrams overlap (Jaccard) by more than `above`. Fewer than three words: one piece."""
    pieces = [{words[at : at + 3] for at in range(max(1, len(words) - 2))} for _, words in sentences]
    where: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    pairs: list[tuple[str, str]] = []
    for this, mine in enumerate(pieces):
        shared = Counter(other for piece in mine for other in where[piece])
        for other, common in shared.items():
            if common / (len(mine) + len(pieces[other]) - common) > above:
                pairs.append((sentences[other][0], sentences[this][0]))
        for piece in mine:
            where[piece].append(this)
    return pairs
