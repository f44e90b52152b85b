"""The picture of the shore as a page lays it out: outlines drawn once, and a place for each pebble."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from unforced.app.shore import FLAT, SHAPES, WIDE, Pebble, height, pebbles, sentence
from unforced.web.room import room

CORNERS = 9
BANDED, SPECKLED = (2, 5, 9), (4, 10)


class Outline(NamedTuple):
    """One shape, ten units wide to each side of its middle: its edge, the light on it, and a mark that some have."""

    edge: str
    light: str
    band: str = ""
    speckles: tuple[tuple[float, float], ...] = ()


class Shore(NamedTuple):
    """The picture. ``sentence`` is for those who can't see it, and for those who can."""

    wide: int
    high: int
    sentence: str
    outlines: tuple[Outline, ...]
    pebbles: tuple[Pebble, ...]


def shore(count: int) -> Shore:
    """The shore with so many pebbles."""
    said = room().say(f"app.moments.{sentence(count)}")
    return Shore(WIDE, height(count), said, outlines(), pebbles(count))


@cache
def outlines() -> tuple[Outline, ...]:
    """Every shape there is, in order."""
    return tuple(_outline(shape) for shape in range(SHAPES))


def _outline(shape: int) -> Outline:
    points = [_point(shape, corner) for corner in range(CORNERS)]
    band = ""
    if shape in BANDED:
        (ax, ay), (bx, by) = ((x * 0.97, y * 0.97) for x, y in (points[1 + shape % 2], points[5 + shape % 3]))
        bend = f"{(ax + bx) / 2 + 1.6:.1f} {(ay + by) / 2 + 1.2:.1f}"
        band = f"M{ax:.1f} {ay:.1f}Q{bend} {bx:.1f} {by:.1f}"
    speckles = ((-3.1, 0.6), (1.4, 2.1), (3.9, -0.4), (-0.6, -1.1)) if shape in SPECKLED else ()
    lit = [(x * 0.68 - 0.5, y * 0.62 - 0.7) for x, y in points]
    light = _curve([lit[number % CORNERS] for number in (5, 6, 7, 8)])
    return Outline(_closed(points), light, band, speckles)


def _point(shape: int, corner: int) -> tuple[float, float]:
    """A corner of a shape: an ellipse that waves and tides have worn unevenly."""
    turn = 2 * math.pi * corner / CORNERS
    worn = 1 + 0.085 * math.sin(2 * turn + 1.7 * shape) + 0.06 * math.sin(3 * turn + 2.9 * shape + 1)
    flat = FLAT * (0.94 + 0.1 * math.sin(4.1 * shape))
    return 10 * worn * math.cos(turn) / 1.08, 10 * flat * worn * math.sin(turn)


def _closed(points: list[tuple[float, float]]) -> str:
    """A smooth line through every point and back to the first (Catmull and Rom 1974, as cubic curves)."""
    start = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    return start + "".join(_between(points, number) for number in range(len(points))) + "Z"


def _curve(points: list[tuple[float, float]]) -> str:
    """A smooth line through four points."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    return f"M{ax:.1f} {ay:.1f}C{bx:.1f} {by:.1f} {cx:.1f} {cy:.1f} {dx:.1f} {dy:.1f}"


def _between(points: list[tuple[float, float]], number: int) -> str:
    before, here, there, beyond = (points[(number + step) % len(points)] for step in (-1, 0, 1, 2))
    first = tuple(here[axis] + (there[axis] - before[axis]) / 6 for axis in (0, 1))
    second = tuple(there[axis] - (beyond[axis] - here[axis]) / 6 for axis in (0, 1))
    return "C" + " ".join(f"{value:.1f}" for value in (*first, *second, *there))
