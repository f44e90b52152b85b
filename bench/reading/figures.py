"""From what was heard to figures: top-1, top-2, F1, calibration, abstaining, confusions, and spans in place.

A text that couldn't be read counts as read wrongly. F1 is the mean over the labels that occur (macro).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random
from typing import NamedTuple

from bench.figures import Share
from bench.reading.rows import Row
from unforced.domain.reading import Span

COVERAGES = (100, 90, 80, 70, 60)  # per cent of the texts, the surest first
BINS = 10
DRAWS = 1_000
SHOWN = 12  # confusions

Pair = tuple[str, str]  # what it is, and as what it was read


class Heard(NamedTuple):
    """What one reader heard in one text. ``ranked``: labels, likeliest first; none where it couldn't read it.

    ``p``: how likely it holds the first to be. ``spans``: where its evidence stands.
    """

    ranked: tuple[str, ...]
    p: float
    abstained: bool = False
    spans: tuple[Span, ...] = ()

    @property
    def first(self) -> str:
        """The likeliest label; empty where it couldn't read the text."""
        return self.ranked[0] if self.ranked else ""


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one reader. ``either``: the first it heard is one of the row's labels."""

    top_1: Share
    top_2: Share
    either: Share
    f1: dict[str, float]
    macro_interval: tuple[float, float]
    ece: float
    coverage: dict[int, Share]
    claimed: Share
    claimed_top_1: Share
    unread: Share
    spans: Share
    confusions: list[tuple[Pair, int]]

    @property
    def macro_f1(self) -> float:
        """The mean over labels."""
        return sum(self.f1.values()) / len(self.f1)


def quality(found: list[Row], heard: list[Heard], seed: int = 7) -> Quality:
    """Everything about one reader's answers to these rows."""
    both = list(zip(found, heard, strict=True))
    pairs = [(row.label, answer.first) for row, answer in both]
    right = [one == other for one, other in pairs]
    claims = [hit for hit, answer in zip(right, heard, strict=True) if answer.ranked and not answer.abstained]
    return Quality(
        top_1=_share(right),
        top_2=_share(row.label in answer.ranked[:2] for row, answer in both),
        either=_share(answer.first in row.kinds for row, answer in both),
        f1=f1(pairs),
        macro_interval=_interval(pairs, seed),
        ece=calibration_error([answer.p for answer in heard], right),
        coverage=covered([answer.p for answer in heard], right),
        claimed=Share(len(claims), len(found)),
        claimed_top_1=_share(claims),
        unread=_share(not answer.ranked for answer in heard),
        spans=_share(in_place(row.text, span) for row, answer in both for span in answer.spans),
        confusions=Counter(pair for pair in pairs if pair[0] != pair[1]).most_common(SHOWN),
    )


def _share(hits: Iterable[bool]) -> Share:
    answers = list(hits)
    return Share(sum(answers), len(answers))


def f1(pairs: Sequence[Pair]) -> dict[str, float]:
    """For each label that occurs, the harmonic mean of precision and recall."""
    counted = Counter(pairs)
    truly, read = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    return {label: 2 * counted[label, label] / (truly[label] + read[label]) for label in sorted(truly)}


def _interval(pairs: Sequence[Pair], seed: int) -> tuple[float, float]:
    """95 % of macro-F1 over bootstrapped rows (percentiles)."""
    chance = Random(seed)
    drawn = []
    for _ in range(DRAWS):
        each = f1(chance.choices(pairs, k=len(pairs)))
        drawn.append(sum(each.values()) / len(each))
    drawn.sort()
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]


def calibration_error(sure: Sequence[float], right: Sequence[bool]) -> float:
    """ECE: over ten equal bins of the likeliest, how far its likelihood is from how often it is right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for p, hit in zip(sure, right, strict=True):
        bins[min(BINS - 1, int(p * BINS))].append((p, hit))
    off = (abs(sum(p for p, _ in each) - sum(hit for _, hit in each)) for each in bins)
    return sum(off) / max(1, len(sure))


def covered(sure: Sequence[float], right: Sequence[bool]) -> dict[int, Share]:
    """Top-1 of the texts that it is surest of, for each share of them."""
    order = sorted(range(len(sure)), key=lambda at: -sure[at])
    return {each: _share(right[at] for at in order[: round(len(order) * each / 100)]) for each in COVERAGES}


def in_place(text: str, span: Span) -> bool:
    """Inside the text, not empty, from the beginning of a word to the end of one."""
    start, end = span
    if not 0 <= start < end <= len(text):
        return False
    edges = chain(((start - 1, start),) if start else (), ((end - 1, end),) if end < len(text) else ())
    return not any(_letter(text[one]) and _letter(text[other]) for one, other in edges)


def _letter(sign: str) -> bool:
    return sign.isalnum() or sign in "_'’"
