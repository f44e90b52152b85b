"""Which place of the map a part takes, as long as nobody puts it somewhere by hand.

Rules:
- A part takes its seat when it comes, and keeps it: whoever comes later, is told anew, joined or let go of moves nobody
  else. Only a part whose own place in the body is told anew looks for another seat.
- Where a part is in the body is heard softly: the head is up, the feet are down, as long as there is room.

Seats stand in rows of COLUMNS and are numbered from 1, row by row; 0 is no seat. What they measure is for the drawing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from unforced.domain.inner_map import SPAN
from unforced.domain.outline import Area
from unforced.domain.part import Part

COLUMNS = 3
MOST_SEATS = 30_000
FIRST_ROWS = 5
"""So many rows there are to begin with, one for each band of the body."""
BANDS = (
    (Area.HEAD, Area.FACE, Area.JAW, Area.NECK),
    (Area.SHOULDERS, Area.CHEST, Area.UPPER_BACK, Area.UPPER_ARMS),
    (Area.BELLY, Area.LOWER_BACK, Area.LOWER_ARMS),
    (Area.HANDS, Area.UPPER_LEGS),
    (Area.KNEES, Area.LOWER_LEGS, Area.FEET),
)
BAND = {area.value: row for row, areas in enumerate(BANDS) for area in areas}
ANYWHERE = (0, 1, 1, 2, 2, 0)
"""The rows that parts without a place in the body would like, one after the other."""
FIRST_COLUMN = (1, 0, 2)
DOWN = 1.5
"""How much further a row is than a column."""


class Seat(NamedTuple):
    """A row and a column, from 0."""

    row: int
    column: int


def seat_of(number: int) -> Seat:
    """Where the seat of this number (1 or more) stands."""
    return Seat(*divmod(number - 1, COLUMNS))


def free_seat(part: Part, taken: Collection[int]) -> int:
    """The number of the free seat nearest to the one that a part would like; of two as near, the upper one."""
    number = part.key % SPAN  # so that the first parts of every map stand alike
    wish = Seat(BAND.get(part.place, ANYWHERE[number % len(ANYWHERE)]), FIRST_COLUMN[number % COLUMNS])
    rows = max(FIRST_ROWS, len(taken) // COLUMNS + 1)
    free = (number for number in range(1, rows * COLUMNS + 1) if number not in taken)
    return min(free, key=lambda number: _away(number, wish))


def _away(number: int, wish: Seat) -> tuple[float, int]:
    seat = seat_of(number)
    return DOWN * abs(seat.row - wish.row) + abs(seat.column - wish.column), number
