"""What a part takes up on the map, its small drawing with the name below it, and where a line that goes to it ends.

Rules:
- A line ends at the drawing. One that would run on through the name ends beyond the name, so that no stump of it is
  left between the two.
- Where two are too close for that, their line ends at the drawings, and passes under the name.
- What stands before a part stands round its drawing, or below its name where that is in the way.

Units are those of the drawing; angles are in radians, clockwise from the right, as y grows downwards.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from unforced.app.map_labels import width
from unforced.app.map_layout import GLYPH, LABEL_FROM, LABEL_LINE, At

NEAR = GLYPH + 4
CLEAR, BESIDE = 3, 5
"""How far below a name, and how far beside it, a line ends."""
LIKELY = 0.95
"""How much of the widest that a name could be it is likely to be."""
LEAST = 2
"""What is left of a line at least."""


class Brim(NamedTuple):
    """The middle of a part, and for each line of its name half of how wide that is likely to be drawn."""

    at: At
    halves: tuple[float, ...] = ()

    @property
    def low(self) -> float:
        """How far down from the middle the name goes."""
        return LABEL_FROM + LABEL_LINE * len(self.halves)

    def far(self, angle: float, near: float = NEAR) -> float:
        """How far from the middle a line at this angle ends; ``near`` where no name is in its way."""
        across, down = abs(math.cos(angle)), math.sin(angle)
        ends = near
        for row, half in enumerate(self.halves):
            top, low = LABEL_FROM + LABEL_LINE * row, LABEL_FROM + LABEL_LINE * (row + 1) + CLEAR
            if top * across < (half - BESIDE) * down:
                ends = max(ends, low / down if low * across <= (half + BESIDE) * down else (half + BESIDE) / across)
        return ends

    def beside(self, angle: float, far: float) -> At:
        """The point so far from the middle."""
        return At(self.at.x + far * math.cos(angle), self.at.y + far * math.sin(angle))

    def towards(self, other: At) -> float:
        """The angle at which that point is seen from here."""
        return math.atan2(other.y - self.at.y, other.x - self.at.x)


def brim_of(at: At, lines: tuple[str, ...]) -> Brim:
    """What a part here takes up, whose name is written in these lines."""
    return Brim(at, tuple(width(line) / 2 * LIKELY for line in lines))


def room_between(one: Brim, other: Brim, fars: tuple[float, float], least: float = LEAST) -> bool:
    """Whether at least so much is left of a line that ends so far from the middle of each."""
    return sum(fars) + least <= math.dist(one.at, other.at)
