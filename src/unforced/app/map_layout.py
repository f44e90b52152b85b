"""Where each part of the inner map is drawn: for the same parts the same places.

Rules:
- One more part moves none of those that are there: each takes the nearest free place to the one it would like, in the
  order in which they came, and those that came later have no say. What is between two moves nothing.
- Where a part is in the body is heard softly: the head is up, the feet are down, as long as there is room.
- Two parts that are left to the layout never lie on each other, labels included: every place is wide enough for both.
- A part that was put somewhere by hand is there; the others stay where they were.

Units are those of the drawing: WIDE across, which a window of 320 px shows at nearly one to one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from unforced.domain.inner_map import DEEPEST, SPAN, WIDTH, InnerMap
from unforced.domain.outline import Area
from unforced.domain.part import Part

WIDE = 320
COLUMNS = 3
COLUMN = 104
ROW = 98
FIRST_ROWS = 5
"""So many rows there are to begin with, one for each band of the body."""
LABEL_WIDE = 94
GLYPH = 13
"""Half the height and half the width of what stands for a part."""
LABEL_FROM, LABEL_LINE, LABEL_LINES = 19, 16, 3
BELOW = LABEL_FROM + LABEL_LINES * LABEL_LINE
SWAY_ACROSS, SWAY_DOWN = 4, 5
"""How far a part may stand from the middle of its place, so that they don't stand in ranks."""
SHALLOWEST = 330
BANDS = (
    (Area.HEAD, Area.FACE, Area.JAW, Area.NECK),
    (Area.SHOULDERS, Area.CHEST, Area.UPPER_BACK, Area.UPPER_ARMS),
    (Area.BELLY, Area.LOWER_BACK, Area.LOWER_ARMS),
    (Area.HANDS, Area.UPPER_LEGS),
    (Area.KNEES, Area.LOWER_LEGS, Area.FEET),
)
BAND = {area.value: row for row, areas in enumerate(BANDS) for area in areas}
ANYWHERE = (1, 1, 2, 0, 2, 0)
"""The rows that parts without a place in the body would like, one after the other."""
FIRST_COLUMN = (1, 0, 2)


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
    taken: set[tuple[int, int]] = set()
    places = {}
    for number, part in enumerate(parts):
        rows = max(FIRST_ROWS, number // COLUMNS + 1)
        wish = _wish(part)
        free = (seat for seat in _seats(rows) if seat not in taken)
        seat = min(free, key=lambda seat: _away(seat, wish))
        taken.add(seat)
        places[part.key] = _at(seat, part.key)
    return places


def _seats(rows: int) -> Iterator[tuple[int, int]]:
    return ((row, column) for row in range(rows) for column in range(COLUMNS))


def _wish(part: Part) -> tuple[int, int]:
    """The row and the column that a part would like."""
    number = part.key % SPAN
    return BAND.get(part.place, ANYWHERE[number % len(ANYWHERE)]), FIRST_COLUMN[number % COLUMNS]


def _away(seat: tuple[int, int], wish: tuple[int, int]) -> tuple[float, int]:
    """How far a place is from the one somebody would like; of two that are as far, the upper one comes first."""
    down, across = abs(seat[0] - wish[0]), abs(seat[1] - wish[1])
    return down * 1.5 + across, seat[0]


def _at(seat: tuple[int, int], key: int) -> At:
    """The middle column stands half a row lower, and each part sways a little, by its key."""
    row, column = seat
    edge = (WIDE - COLUMNS * COLUMN) / 2
    x = edge + COLUMN * (column + 0.5) + sway(key, 1) * SWAY_ACROSS
    y = GLYPH + 10 + ROW * row + (ROW / 2 if column == 1 else 0) + sway(key, 2) * SWAY_DOWN
    return At(round(x, 1), round(y, 1))


def sway(key: int, which: int) -> float:
    """A number from -1 to 1 that looks as if nobody had chosen it, for a key the same one each time."""
    mixed = (key * 0x9E3779B97F4A7C15 + which * 0xBF58476D1CE4E5B9) % 2**64
    mixed = (mixed ^ (mixed >> 29)) * 0x94D049BB133111EB % 2**64
    return (mixed >> 40) / 2**23 - 1
