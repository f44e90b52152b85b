"""The shore in letters: the same pebbles as on a page, each in a place of its own that it keeps."""

from __future__ import annotations

from unforced.app.shore import A_STRETCH, SEA, STRETCH, WIDE, height, pebbles

COLUMNS = 60
ROWS = 14
"""Rows of one stretch of shore."""
STONES = "oO•.°"
WAVES = (
    "   ~~~~        ~~~    ~~~~~       ~~~         ~~~~~     ~~~ ",
    " ~~~     ~~~~~~      ~~       ~~~~~~    ~~~     ~~~     ~~~~",
)
FOAM = "~~-.__.-~~~~~-.___.-~~~~-.__.-~~~~~~-.__.-~~~-.___.-~~~~~-.__"


def drawn(count: int, width: int = COLUMNS) -> list[str]:
    """The lines of the picture with so many pebbles, as wide as there is room for, at most COLUMNS."""
    columns = max(min(width, COLUMNS), 8)
    stretches = (height(count) - SEA) // STRETCH
    sand = [[" "] * columns for _ in range(ROWS * stretches)]
    for number, pebble in enumerate(pebbles(count)):
        first = number // A_STRETCH * ROWS
        row = min(int((pebble.y - SEA) / STRETCH * ROWS) - first, ROWS - 1)
        place = row * columns + min(int(pebble.x / WIDE * columns), columns - 1)
        found = _free(sand[first : first + ROWS], place, columns)
        if found is not None:
            sand[first + found // columns][found % columns] = STONES[pebble.tone]
    lines = [line[:columns].rstrip() for line in (*WAVES, FOAM)]
    return lines + ["".join(row).rstrip() for row in sand]


def _free(sand: list[list[str]], place: int, columns: int) -> int | None:
    """The nearest free place of a stretch after this one; None in a narrow window, where none is left."""
    cells = len(sand) * columns
    every = ((place + step) % cells for step in range(cells))
    return next((there for there in every if sand[there // columns][there % columns] == " "), None)
