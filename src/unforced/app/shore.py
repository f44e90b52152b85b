"""The shore: the picture that small moments gather into. A pebble for each, and none ever moves.

Rules:
- The n-th pebble depends on n and on nothing else: with one more every earlier one is where it was, as it was.
- It says nothing of when, how often, or how many; the sentence for those who can't see it has no number either.
- It grows without end: when a stretch of shore is full, another one lies below it.

A place is the roomiest of a few that a mixed number suggests, near a drift line at first and wider later.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

WIDE = 640
SEA = 118
"""How far down the water comes, in the picture's own units."""
STRETCH = 282
"""The height of one stretch of shore, which holds A_STRETCH pebbles."""
A_STRETCH = 420
AT_A_TIME = 60
SHAPES = 12
TONES = 5
LARGEST, SMALLEST = 18.0, 6.4
EDGE = 14
TRIES = 28
FLAT = 0.68
"""How high a pebble is for its width: it lies, and is looked at from where somebody stands."""
ROUND = 0.82
"""The same for the room around it, since a worn edge reaches further here and there."""
SENTENCES = ((0, "shore"), (1, "shore_one"), (9, "shore_few"), (40, "shore_some"), (160, "shore_many"))


class Pebble(NamedTuple):
    """Its outline (0 to SHAPES - 1), its tone (0 to TONES - 1), where its middle is, its half width, and its turn."""

    shape: int
    tone: int
    x: float
    y: float
    size: float
    turned: bool

    @property
    def placed(self) -> str:
        """How it is placed, as SVG has it."""
        across = -self.size if self.turned else self.size
        return f"translate({self.x:g} {self.y:g}) scale({across / 10:.3g} {self.size / 10:.3g})"


def pebbles(count: int) -> tuple[Pebble, ...]:
    """The first ``count`` pebbles."""
    return _lying(-(-count // AT_A_TIME))[:count]


def height(count: int) -> int:
    """How high the picture is for so many: it grows by a stretch, and never the other way."""
    return SEA + STRETCH * max(1, -(-count // A_STRETCH))


def sentence(count: int) -> str:
    """The key of the sentence that says what is to be seen."""
    return next((key for most, key in SENTENCES if count <= most), "shore_full")


@lru_cache(maxsize=256)
def _lying(times: int) -> tuple[Pebble, ...]:
    """So many times AT_A_TIME pebbles."""
    if not times:
        return ()
    found = list(_lying(times - 1))
    for number in range(len(found), times * AT_A_TIME):
        stretch, place = divmod(number, A_STRETCH)
        found.append(_next(stretch, place, found[stretch * A_STRETCH :]))
    return tuple(found)


def _next(stretch: int, place: int, there: list[Pebble]) -> Pebble:
    dice = _mixed(stretch * A_STRETCH + place)
    size = (LARGEST - (LARGEST - SMALLEST) * (place / A_STRETCH) ** 0.4) * (0.74 + 0.52 * next(dice))
    shape, tone, turned = int(next(dice) * SHAPES), int(next(dice) * TONES), next(dice) < 0.5
    best, room = (0.0, 0.0), -math.inf
    for _ in range(TRIES):
        x, y = _somewhere(place / A_STRETCH, next(dice), next(dice), stretch)
        near = size * _nearness(y, stretch)
        free = min((_between(x, y, near, other) for other in there), default=0.0)
        if free > room:
            best, room = (x, y), free
        if room > 1.5 and place > 8:
            break
    x, y = best
    return Pebble(shape, tone, round(x, 1), round(y, 1), round(size * _nearness(y, stretch), 1), turned)


def _somewhere(full: float, across: float, down: float, stretch: int) -> tuple[float, float]:
    """A place near the drift line while there are few, and anywhere on the shore when there are many."""
    x = EDGE + across * (WIDE - 2 * EDGE)
    line = 0.46 + 0.2 * math.sin(x / 150 + 1.9 * stretch + 0.6) + 0.06 * math.sin(x / 47)
    spread = 0.1 + 0.9 * full**0.6
    y = line + (down - 0.5) * 2 * spread
    y = y % 1 if not 0 <= y <= 1 else y
    return x, SEA + stretch * STRETCH + 16 + y * (STRETCH - 34)


def _nearness(y: float, stretch: int) -> float:
    """What is nearer looks larger; below the first stretch everything is near."""
    return 1.18 if stretch else 0.72 + 0.46 * (y - SEA) / STRETCH


def _between(x: float, y: float, size: float, other: Pebble) -> float:
    """How much room is between two, below 0 where they would lie on each other."""
    return math.hypot(x - other.x, (y - other.y) / ROUND) - size - other.size


def _mixed(number: int) -> Iterator[float]:
    """Numbers from 0 to 1 that look as if nobody had chosen them, always the same ones (splitmix64, Steele 2014)."""
    state = number * 0x9E3779B97F4A7C15 + 0x5851F42D4C957F2D
    while True:
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB % 2**64
        yield (mixed ^ (mixed >> 31)) / 2**64
