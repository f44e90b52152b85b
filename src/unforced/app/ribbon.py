"""A ribbon as a drawing: finished values that a template only writes down.

Rules:
- A row has its steps in words, one below the other, in the order in which they are asked; each visit is one mark at its
  step. Nothing joins two marks.
- Every mark of a ribbon is of one size, whatever its step: "harder" has as much ink as "easier", and as much room.
- Where nothing was said there is an open place beside all of the steps, lower than none of them.
- Marks stand evenly, in the order of the visits. How much time lies between two isn't drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WIDE = 320
LEFT = 136
"""How far the words of the steps reach, in units."""
WIDEST_PITCH = 16
GAP = 9
DOWN = 19
"""From one step to the next."""
HEAD = 31
"""From the top of a row to the middle of its first step."""
BETWEEN = 22
MARK = 0.72
"""How wide a mark is, in parts of its place."""
TALL = 5


class Strip(NamedTuple):
    """One row before it is drawn: what it is about, its steps in words, and the step of each visit (None: unsaid)."""

    label: str
    steps: tuple[str, ...]
    taken: tuple[int | None, ...]


class Word(NamedTuple):
    """A step in words, with how far down its middle is; and where its line runs."""

    text: str
    y: float


class Mark(NamedTuple):
    """One visit in a row. ``open``: where nothing was said."""

    x: float
    y: float
    width: float
    height: float
    open: bool


class Row(NamedTuple):
    """One row: its label with the baseline of it, its steps, and its marks in the order of the visits."""

    label: str
    y: float
    words: tuple[Word, ...]
    marks: tuple[Mark, ...]


class Ribbon(NamedTuple):
    """The whole picture, ``width`` by ``height`` units; words of steps end at ``words``, and lines run from ``left`` to
    ``right``."""

    width: int
    height: int
    words: float
    left: float
    right: float
    title: str
    description: str
    rows: tuple[Row, ...]


def drawn(strips: Sequence[Strip], title: str, description: str) -> Ribbon:
    """These rows, one below the other. All of them have a step for each visit."""
    rows, top = [], 0
    for strip in strips:
        rows.append(_row(strip, top))
        top += HEAD + DOWN * (len(strip.steps) - 1) + DOWN // 2 + BETWEEN
    count = max((len(strip.taken) for strip in strips), default=0)
    right = LEFT + _pitch(count) * count
    return Ribbon(WIDE, max(top - BETWEEN, 1), LEFT - GAP, LEFT, round(right, 2), title, description, tuple(rows))


def _pitch(count: int) -> float:
    return min(WIDEST_PITCH, (WIDE - LEFT) / max(count, 1))


def _row(strip: Strip, top: int) -> Row:
    first = top + HEAD
    words = tuple(Word(text, first + DOWN * step) for step, text in enumerate(strip.steps))
    pitch = _pitch(len(strip.taken))
    marks = tuple(_mark(step, LEFT + pitch * place, pitch, words) for place, step in enumerate(strip.taken))
    return Row(strip.label, top + 12, words, marks)


def _mark(step: int | None, left: float, pitch: float, words: tuple[Word, ...]) -> Mark:
    x, width = round(left + pitch * (1 - MARK) / 2, 2), round(pitch * MARK, 2)
    if step is None:
        top, bottom = words[0].y - TALL / 2, words[-1].y + TALL / 2
        return Mark(x, top, width, bottom - top, open=True)
    return Mark(x, words[step].y - TALL / 2, width, TALL, open=False)
