"""What one person taught shifts the order for them alone, and only where their words are like what they taught.

Promise: a text that is like none of the lessons is read exactly as without them; nothing is remembered here.

The source of the rule: a vote of neighbours in logits. A lesson that is likened ``c`` to the text (cosine, 0 to 1)
adds PULL * (c - UNLIKE) / (1 - UNLIKE) to its kind where c is above UNLIKE.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from unforced.adapters.reading.weighed import likely
from unforced.domain.resistance import Kind

UNLIKE: Final = 0.2  # cosine up to which two texts have nothing to do with each other
PULL: Final = 10.0  # what a lesson in the very same words adds
_SMALLEST: Final = 1e-9

Vector = Mapping[str, float]


def alike(one: Vector, other: Vector) -> float:
    """The cosine of two directions, 0 to 1; 0 where one of them has no length."""
    few, many = sorted((one, other), key=len)
    lengths = math.sqrt(sum(each * each for each in one.values()) * sum(each * each for each in other.values()))
    return sum(amount * many.get(name, 0.0) for name, amount in few.items()) / lengths if lengths else 0.0


def shifted(shares: Mapping[str, float], votes: Iterable[tuple[Kind, float]]) -> dict[str, float]:
    """The shares after each lesson has spoken: its kind, and how alike its words are to the text (0 to 1)."""
    pulls = [(kind.value, (like - UNLIKE) / (1 - UNLIKE)) for kind, like in votes if like > UNLIKE]
    if not pulls:
        return dict(shares)
    numbers = {label: math.log(max(share, _SMALLEST)) for label, share in shares.items()}
    for label, pull in pulls:
        numbers[label] += PULL * pull
    return likely(numbers)
