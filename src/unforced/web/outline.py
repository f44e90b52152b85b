"""The outline of a body as a drawing: one calm line, front and back, and the shapes of its areas within it.

Points are (from the middle, from the top) of the right half; the left half is its mirror. Whatever an area's shape
goes beyond the line is cut off by it, so that the shapes can stay plain.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from unforced.app.view import Choice, View
from unforced.domain.outline import Area, Mark

Point = tuple[float, float]
MIDDLE = 100
HALF: tuple[Point, ...] = (
    *((0, 10), (11.5, 13.2), (20.5, 25), (23.2, 41), (20.8, 57), (13.5, 70)),  # head
    *((11.6, 79), (14, 87.5), (28, 94), (44, 100.5), (53, 112.5)),  # neck and shoulder
    *((57, 133), (60.3, 157), (64.5, 182), (69, 206), (73, 228)),  # the arm's outer side
    *((78.3, 242), (79.5, 258), (75.5, 271.5), (69.5, 272), (65.5, 259), (63, 243)),  # hand
    *((60.2, 228), (53.8, 205), (48.2, 182), (44, 160), (39.7, 138)),  # the arm's inner side
    *((36.7, 160), (34.2, 184), (35.2, 206), (38.7, 230), (39.8, 258)),  # side and hip
    *((37.8, 292), (34.4, 326), (33.4, 349), (34, 372), (31, 404), (26.8, 431)),  # the leg's outer side
    *((27.5, 444), (33, 455), (30.5, 461.5), (20, 462.5), (13.2, 457), (13, 444)),  # foot
    *((13.4, 430), (12, 404), (9.8, 376), (11, 351), (11.2, 328), (8, 295), (4.2, 265), (0, 247)),  # its inner side
)
BOTH: dict[Area, tuple[Point, ...]] = {
    # Seen from either side, and in two halves.
    Area.SHOULDERS: ((15, 82), (66, 82), (66, 122), (41.5, 122), (33, 108), (15, 101)),
    Area.UPPER_ARMS: ((41.5, 125.5), (70, 125.5), (72, 178), (42, 180)),
    Area.LOWER_ARMS: ((42, 183.5), (76, 181.5), (84, 229), (50, 233)),
    Area.HANDS: ((50, 236.5), (90, 231.5), (90, 280), (50, 280)),
    Area.UPPER_LEGS: ((0, 264), (44, 248), (44, 317), (0, 319)),
    Area.KNEES: ((0, 322.5), (44, 320.5), (44, 352), (0, 353.5)),
    Area.LOWER_LEGS: ((0, 357), (44, 355.5), (44, 428), (0, 428)),
    Area.FEET: ((0, 431.5), (44, 431.5), (44, 470), (0, 470)),
}
FRONT: dict[Area, tuple[Point, ...]] = {
    # Across the middle: from its upper to its lower end.
    Area.HEAD: ((0, 4), (30, 4), (30, 27), (0, 30)),
    Area.FACE: ((0, 33.5), (30, 30.5), (30, 53), (0, 54)),
    Area.JAW: ((0, 57.5), (30, 56.5), (13.5, 71.5), (0, 78)),
    Area.CHEST: ((0, 105), (13, 104.5), (31, 111), (38, 124), (38, 151), (0, 156)),
    Area.BELLY: ((0, 159.5), (40, 154.5), (40, 206), (0, 214)),
}
BACK: dict[Area, tuple[Point, ...]] = {
    Area.HEAD: ((0, 4), (30, 4), (30, 63), (0, 66)),
    Area.NECK: ((0, 69.5), (30, 66.5), (12, 84), (11.5, 97), (0, 98)),
    Area.UPPER_BACK: ((0, 101.5), (13, 104.5), (31, 111), (38, 124), (38, 157), (0, 160)),
    Area.LOWER_BACK: ((0, 163.5), (40, 160.5), (40, 206), (0, 214)),
}


class Place(NamedTuple):
    """One area from one side. ``word`` is its sensation, empty where it isn't marked; ``first``: nowhere before it."""

    area: str
    label: str
    path: str
    word: str
    first: bool


class Row(NamedTuple):
    """One area of the list, with its words."""

    area: str
    label: str
    choices: tuple[Choice, ...]


class Body(NamedTuple):
    """One outline, its front and its back; ``title`` and ``words`` where it stands beside another one."""

    sides: tuple[tuple[Place, ...], ...]
    title: str = ""
    words: str = ""


def smooth(points: tuple[Point, ...]) -> str:
    """A closed curve through the points (Catmull and Rom 1974, as cubic Béziers)."""
    count, parts = len(points), [f"M{_at(points[0])}"]
    for place, here in enumerate(points):
        before, then, after = (points[(place + step) % count] for step in (-1, 1, 2))
        one = (here[0] + (then[0] - before[0]) / 6, here[1] + (then[1] - before[1]) / 6)
        other = (then[0] - (after[0] - here[0]) / 6, then[1] - (after[1] - here[1]) / 6)
        parts.append(f"C{_at(one)} {_at(other)} {_at(then)}")
    return "".join(parts) + "Z"


def _at(point: Point) -> str:
    return f"{round(point[0], 1):g} {round(point[1], 1):g}"


def _right(points: Iterable[Point]) -> list[Point]:
    return [(MIDDLE + across, down) for across, down in points]


def _left(points: Iterable[Point]) -> list[Point]:
    return [(MIDDLE - across, down) for across, down in points]


def _straight(points: list[Point]) -> str:
    return "M" + "L".join(map(_at, points)) + "Z"


def _shape(area: Area, side: dict[Area, tuple[Point, ...]]) -> str:
    if area in BOTH:
        return _straight(_right(BOTH[area])) + _straight(_left(BOTH[area]))
    return _straight(_right(side[area]) + _left(side[area])[::-1])


OUTLINE = smooth(tuple(_right(HALF) + _left(HALF[1:-1])[::-1]))
SHAPES = tuple({area: _shape(area, side) for area in Area if area in side or area in BOTH} for side in (FRONT, BACK))


def rows_of(view: View) -> tuple[Row, ...]:
    """The list: one row for each area, in the order of the screen."""
    found: dict[str, list[Choice]] = {}
    for choice in view.choices if view.rows else ():
        found.setdefault(choice.token.split(":")[1], []).append(choice)
    return tuple(Row(area, choices[0].group, tuple(choices)) for area, choices in found.items())


def bodies(view: View) -> tuple[Body, ...]:
    """What is drawn on this screen: one outline to mark, or those that were marked; none on any other screen."""
    if view.rows:
        return (Body(_sides((), {row.area: row.label for row in rows_of(view)})),)
    return tuple(Body(_sides(figure.marks, {}), figure.title, figure.words) for figure in view.figures)


def _sides(marks: Iterable[Mark], labels: dict[str, str]) -> tuple[tuple[Place, ...], ...]:
    """Both sides with these marks. ``labels``: what the areas are called."""
    words: dict[str, str] = {mark.area: mark.sensation for mark in marks}
    front = SHAPES[0]
    return tuple(
        tuple(
            Place(area, labels.get(area, ""), path, words.get(area, ""), shapes is front or area not in front)
            for area, path in shapes.items()
        )
        for shapes in SHAPES
    )
