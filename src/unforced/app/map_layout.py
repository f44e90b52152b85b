"""Where each part of the inner map is drawn: for the same parts the same places.

Rules:
- Each part is drawn at its seat (domain/seats.py), which it keeps: nobody who comes, goes or is told anew moves anybody
  else, and neither does what is between two.
- Two parts that are left to the layout never lie on each other, labels included: every place is wide enough for both.
- A part that was put somewhere by hand is there; the others stay where they were.

Units are those of the drawing: WIDE across, which a window of 320 px shows at nearly one to one.
"""

from __future__ import annotations

from typing import NamedTuple

from unforced.domain.inner_map import DEEPEST, WIDTH, InnerMap
from unforced.domain.part import Part
from unforced.domain.seats import COLUMNS, free_seat, seat_of

WIDE = 320
COLUMN = 104
ROW = 98
LABEL_WIDE = 94
GLYPH = 13
"""Half the height and half the width of what stands for a part."""
LABEL_FROM, LABEL_LINE, LABEL_LINES = 19, 16, 3
BELOW = LABEL_FROM + LABEL_LINES * LABEL_LINE
SWAY_ACROSS, SWAY_DOWN = 4, 5
"""How far a part may stand from the middle of its place, so that they don't stand in ranks."""
SHALLOWEST = 330


class At(NamedTuple):
    """The middle of a part, across and down."""

    x: float
    y: float


def layout(found: InnerMap) -> dict[int, At]:
    """Where each part is, by its key."""
    places = _laid_out(found.parts)
    for spot in found.spots:
        places[spot.key] = _inside(At(spot.across * WIDE / WIDTH, spot.down * WIDE / WIDTH))
    return places


def height(places: dict[int, At]) -> int:
    """How high the picture is for these places."""
    return max([SHALLOWEST, *(round(at.y) + BELOW + 12 for at in places.values())])


def by_hand(x: float, y: float) -> tuple[int, int]:
    """A point of the drawing as a spot has it: across and down, in thousandths of the width."""
    at = _inside(At(x, y))
    return round(at.x * WIDTH / WIDE), min(round(at.y * WIDTH / WIDE), DEEPEST)


def _inside(at: At) -> At:
    """The nearest point to this one at which a label isn't cut off."""
    edge = LABEL_WIDE / 2 + 1
    return At(min(max(at.x, edge), WIDE - edge), max(at.y, GLYPH + 3))


def _laid_out(parts: tuple[Part, ...]) -> dict[int, At]:
    """Each part at its seat; where two have one, or a part has none, the later one takes a free one."""
    taken: set[int] = set()
    places = {}
    seated = {part.seat for part in parts}
    for part in parts:
        seat = free_seat(part, taken | seated) if part.seat in (0, *taken) else part.seat
        taken.add(seat)
        places[part.key] = _at(seat, part.key)
    return places


def _at(number: int, key: int) -> At:
    """The middle column stands half a row lower, and each part sways a little, by its key."""
    row, column = seat_of(number)
    edge = (WIDE - COLUMNS * COLUMN) / 2
    x = edge + COLUMN * (column + 0.5) + sway(key, 1) * SWAY_ACROSS
    y = GLYPH + 10 + ROW * row + (ROW / 2 if column == 1 else 0) + sway(key, 2) * SWAY_DOWN
    return At(round(x, 1), round(y, 1))


def sway(key: int, which: int) -> float:
    """A number from -1 to 1 that looks as if nobody had chosen it, for a key the same one each time."""
    mixed = (key * 0x9E3779B97F4A7C15 + which * 0xBF58476D1CE4E5B9) % 2**64
    mixed = (mixed ^ (mixed >> 29)) * 0x94D049BB133111EB % 2**64
    return (mixed >> 40) / 2**23 - 1
