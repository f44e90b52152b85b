"""The inner map as a drawing: finished values that a template only writes down.

Rules:
- A polarity is a line between two places, taut as the person says: straight where it is tight, hanging where it is not.
- *Protects* is a soft arc in front of the protected one, with a thread to the one that protects.
- No line says good or bad, and none is told from another by colour. What stands here stands in the list as well.

A template writes ``lines`` first and ``nodes`` over them, each moved to its place; a halo in the colour of the paper
keeps a label readable where a line passes under it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from unforced.app.map_brims import CLEAR, LEAST, NEAR, Brim, brim_of, room_between
from unforced.app.map_glyphs import GLYPHS, HATCHINGS
from unforced.app.map_labels import label
from unforced.app.map_layout import (
    LABEL_FROM,
    LABEL_LINE,
    LABEL_LINES,
    LABEL_WIDE,
    WIDE,
    At,
    height,
    layout,
    sway,
)
from unforced.app.map_list import sentence, token_of
from unforced.app.map_names import Names
from unforced.domain.answers import UNKNOWN
from unforced.domain.inner_map import InnerMap
from unforced.domain.ties import TIGHTEST, Between, Tie

HANGS = 0.3
"""How far a slack line hangs, in parts of its length, up to DEEPEST_HANG units."""
DEEPEST_HANG = 44
ARC = math.radians(62)
"""Half of what the arc before a protected one spans."""
FIRST_ARC = NEAR + 2
"""How far from the middle the first of them is."""
DOWN = math.pi / 2


class Written(NamedTuple):
    """One line of a label, and how far below the middle of its node its baseline is."""

    text: str
    down: float


class Node(NamedTuple):
    """One part: its middle, its small drawing (``glyph`` and ``hatching`` are paths around it), and its label."""

    key: int
    x: float
    y: float
    look: str
    glyph: str
    hatching: str
    label: tuple[Written, ...]
    name: str
    by_hand: bool


class Line(NamedTuple):
    """What is between two: ``path`` is the line or the thread, ``arc`` what stands before a protected one.

    ``taut`` is 0 to 4 in letters, and empty where it wasn't said.
    """

    token: str
    kind: str
    taut: str
    path: str
    arc: str
    sentence: str


class Drawing(NamedTuple):
    """The whole picture, ``width`` by ``height`` units, with a title and a description in words."""

    width: int
    height: int
    title: str
    description: str
    lines: tuple[Line, ...]
    nodes: tuple[Node, ...]


def drawn(found: InnerMap, names: Names) -> Drawing:
    """The map as it is drawn."""
    places = layout(found)
    put = {spot.key for spot in found.spots}
    nodes = tuple(_node(part.key, part.look, places[part.key], names, part.key in put) for part in found.parts)
    brims = {node.key: brim_of(places[node.key], tuple(row.text for row in node.label)) for node in nodes}
    met: dict[int, int] = {}
    lines = []
    for tie in found.ties:
        before = met.get(tie.other, 0) if tie.kind is Between.PROTECTS else 0
        met[tie.other] = met.get(tie.other, 0) + (tie.kind is Between.PROTECTS)
        lines.append(_line(tie, brims, before, sentence(tie, names)))
    title = names.say("app.map.title")
    return Drawing(WIDE, height(places), title, _description(found, names), tuple(lines), nodes)


def _description(found: InnerMap, names: Names) -> str:
    if len(found.parts) < 2:
        return names.say("app.map.drawn_one" if found.parts else "app.map.drawn_none")
    told = [names.say("app.map.drawn", names=", ".join(names.said(part.key) for part in found.parts))]
    return " ".join([*told, *(sentence(tie, names) for tie in found.ties)])


def _node(key: int, look: str, at: At, names: Names, by_hand: bool) -> Node:
    lines = label(names[key], LABEL_WIDE, LABEL_LINES)
    written = tuple(Written(text, LABEL_FROM + LABEL_LINE * (row + 0.78)) for row, text in enumerate(lines))
    return Node(key, at.x, at.y, look, GLYPHS[look], HATCHINGS.get(look, ""), written, names.said(key), by_hand)


def _line(tie: Tie, brims: dict[int, Brim], before: int, said: str) -> Line:
    one, other = brims[tie.one], brims[tie.other]
    taut = "" if tie.taut is UNKNOWN else str(tie.taut)
    if tie.kind is Between.POLARISED:
        return Line(token_of(tie), tie.kind.value, taut, _hanging(tie, one, other), "", said)
    thread, arc = _protecting(one, other, FIRST_ARC + 3.5 * (before % 3), sway(tie.one + tie.other, 3))
    return Line(token_of(tie), tie.kind.value, taut, thread, arc, said)


def _protecting(one: Brim, other: Brim, round_it: float, how: float) -> tuple[str, str]:
    """The thread from one to the other, and the arc before the other: below its name where that is in the way."""
    angle, back = one.towards(other.at), other.towards(one.at)
    begins, ends = one.far(angle), other.far(back, round_it)
    bowl = Brim(At(other.at.x, other.at.y + other.low + CLEAR - FIRST_ARC * math.cos(ARC)))
    if ends > round_it and room_between(one, bowl, (begins, round_it)):
        down = min(max(bowl.towards(one.at), DOWN - ARC), DOWN + ARC)
        thread = _bent(one.beside(angle, begins), bowl.beside(down, round_it), how)
        return thread, _arc(bowl, DOWN, round_it)
    if not room_between(one, other, (begins, ends)):
        begins, ends = NEAR, round_it
    return _bent(one.beside(angle, begins), other.beside(back, ends), how), _arc(other, back, round_it)


def _hanging(tie: Tie, one: Brim, other: Brim) -> str:
    """From one to the other, lower in the middle the looser it is; unsaid it hangs a little."""
    angle = one.towards(other.at)
    start, end = one.beside(angle, NEAR), other.beside(angle + math.pi, NEAR)
    loose = 1.0 if tie.taut is UNKNOWN else float(TIGHTEST - int(str(tie.taut)))
    hang = loose / TIGHTEST * min(HANGS * math.dist(start, end), DEEPEST_HANG)
    # Down where it lies, and inward where it stands upright, since it couldn't be seen to hang there.
    inward = 1 if one.at.x + other.at.x < WIDE else -1
    across, down = inward * hang * abs(math.sin(angle)), hang * abs(math.cos(angle))
    middle = At((start.x + end.x) / 2 + 2 * across, (start.y + end.y) / 2 + 2 * down)
    start, end = _ends(one, other, middle) or _ends(one, other) or (start, end)
    return f"M{_say(start)}Q{_say(middle)} {_say(end)}"


def _ends(one: Brim, other: Brim, middle: At | None = None) -> tuple[At, At] | None:
    """Where a line ends that sets out towards the middle of it, else straight on; None where too little is left."""
    leaves, comes = one.towards(middle or other.at), other.towards(middle or one.at)
    fars = one.far(leaves), other.far(comes)
    if not room_between(one, other, fars, math.dist(one.at, other.at) / 4 if middle else LEAST):
        return None
    return one.beside(leaves, fars[0]), other.beside(comes, fars[1])


def _bent(start: At, end: At, how: float) -> str:
    """A thread that isn't quite straight."""
    bend = 0.08 * how
    middle = At((start.x + end.x) / 2 - (end.y - start.y) * bend, (start.y + end.y) / 2 + (end.x - start.x) * bend)
    return f"M{_say(start)}Q{_say(middle)} {_say(end)}"


def _arc(round_what: Brim, angle: float, radius: float) -> str:
    start, end = round_what.beside(angle - ARC, radius), round_what.beside(angle + ARC, radius)
    return f"M{_say(start)}A{radius:g} {radius:g} 0 0 1 {_say(end)}"


def _say(at: At) -> str:
    return f"{round(at.x, 1):g} {round(at.y, 1):g}"
