"""Evidence: the words of a person's own that spoke most for an answer.

Promise: a span of the text as it was typed, from the beginning of a word to the end of one; nothing is made up.

The source of the rule: a head is linear on the mean of the token states, so what a piece adds to an answer is the dot
product of its state with the head's direction (class activation mapping, Zhou et al. 2016). The span is the run of
words whose pieces stand out most above the text's average, at most LONGEST words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from unforced.adapters.reading.pieces import Piece
from unforced.domain.reading import Span

LONGEST: Final = 9  # words
_WORD: Final = re.compile(r"[\w'’]+")


def span_of(text: str, pieces: Sequence[Piece], speaks: Sequence[float]) -> Span | None:
    """The span that speaks most. ``speaks``: what each piece adds. None where there is no word in the text."""
    words = [match.span() for match in _WORD.finditer(text)]
    if not words or not pieces:
        return None
    average = sum(speaks) / len(speaks)
    weight = [0.0] * len(words)
    at = 0
    for piece, adds in zip(pieces, speaks, strict=True):
        while at + 1 < len(words) and words[at][1] <= piece.start:
            at += 1
        if words[at][0] <= piece.start < words[at][1]:
            weight[at] += adds - average
    first, last = best_run(weight)
    return words[first][0], words[last][1]


def best_run(weight: Sequence[float]) -> tuple[int, int]:
    """The neighbouring places with the largest sum, LONGEST of them at most; the earliest where several are alike."""
    best = (weight[0], 0, 0)
    for first in range(len(weight)):
        whole = 0.0
        for last in range(first, min(first + LONGEST, len(weight))):
            whole += weight[last]
            if whole > best[0]:
                best = (whole, first, last)
    return best[1], best[2]
