"""What one person taught shifts the order for them alone, and only where their words are like what they taught.

Promise: a text that is like none of the lessons is read exactly as without them; nothing is remembered here.

The source of the rule: votes of neighbours in logits. A lesson that is likened ``c`` to the text (cosine, 0 to 1)
adds PULL * (c - UNLIKE) / (1 - UNLIKE) to its kind where c is above UNLIKE. A word of the person's own ("the lodger")
that stands in the text, and in lessons of one kind only, adds TWICE where two lessons have it; where one has, ONCE, and
less the more such words it has. Tried on left-out authors who call kinds by nouns of their own; larger numbers taught
them no more, and took more from what they say as others do.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from unforced.adapters.reading.terms import stem
from unforced.adapters.reading.weighed import likely
from unforced.domain.resistance import Kind

UNLIKE: Final = 0.2  # cosine up to which two texts have nothing to do with each other
PULL: Final = 10.0  # what a lesson in the very same words adds
ONCE: Final = 6.0
TWICE: Final = 12.0
_BEFORE: Final = frozenset({"the", "that", "this", "my", "a", "an", "thats", "me", "mi", "old"})
_SMALLEST: Final = 1e-9

Vector = Mapping[str, float]


class Vote(NamedTuple):
    """One lesson beside a text: how alike they are (cosine, 0 to 1); own words of both, and the lesson's."""

    kind: Kind
    like: float
    shared: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


def own_words(plain: Sequence[str], rare: Callable[[str], bool]) -> frozenset[str]:
    """Stems of rare words after a *the* or a *my*: nouns that may be a person's own. ``plain``: words in order."""
    pairs = pairwise(plain)
    return frozenset(stem(word) for before, word in pairs if before in _BEFORE and len(word) > 2 and rare(stem(word)))


def alike(one: Vector, other: Vector) -> float:
    """The cosine of two directions, 0 to 1; 0 where one of them has no length."""
    few, many = sorted((one, other), key=len)
    lengths = math.sqrt(sum(each * each for each in one.values()) * sum(each * each for each in other.values()))
    return sum(amount * many.get(name, 0.0) for name, amount in few.items()) / lengths if lengths else 0.0


def shifted(shares: Mapping[str, float], votes: Iterable[Vote]) -> dict[str, float]:
    """The shares after each lesson has spoken."""
    all_votes = tuple(votes)
    pulls = [(vote.kind, PULL * (vote.like - UNLIKE) / (1 - UNLIKE)) for vote in all_votes if vote.like > UNLIKE]
    pulls += _named(all_votes)
    if not pulls:
        return dict(shares)
    numbers = {label: math.log(max(share, _SMALLEST)) for label, share in shares.items()}
    for kind, pull in pulls:
        numbers[kind.value] += pull
    return likely(numbers)


def _named(votes: Sequence[Vote]) -> Iterator[tuple[Kind, float]]:
    """For each kind, the pull of the word of the person's own that speaks most for it and for no other."""
    told: dict[str, list[Vote]] = defaultdict(list)
    for vote in votes:
        for word in vote.shared:
            told[word].append(vote)
    most: dict[Kind, float] = {}
    for by in told.values():
        if len({vote.kind for vote in by}) == 1:
            pull = TWICE if len(by) > 1 else ONCE / math.sqrt(len(by[0].own))
            most[by[0].kind] = max(most.get(by[0].kind, 0.0), pull)
    yield from most.items()
