"""One stretch over time: its rows before they are drawn, the list that is their equal, and the sentences around them.

Rules: finished values that a surface writes down or has drawn (ribbon.py). Where there is nothing yet, a sentence says
how something comes there.
"""

from __future__ import annotations

from typing import NamedTuple

from unforced.app.map_names import Names
from unforced.app.over_time import Both, Fold, Time
from unforced.app.over_time_list import Line, part_lines, part_strips, side_strips, taut_lines, taut_strip, tie_lines
from unforced.app.ribbon import Strip
from unforced.domain.ties import Tautness, Tie
from unforced.ports import Library

Ribbons = tuple[tuple[str, tuple[Strip, ...]], ...]


class Stretch(NamedTuple):
    """Some visits (or days) over time. ``told``: how to read it; ``none``: what is said where there is nothing yet.

    ``ribbons``: rows that belong together, under a name where there are two. ``asked``: visits or days. ``earlier`` and
    ``later``: whether there are more of them; ``back``: how many steps earlier these are.
    """

    asked: str
    ribbons: Ribbons
    lines: tuple[Line, ...]
    told: str
    none: str
    earlier: bool
    later: bool
    back: int


def of_part(fold: Fold[Time], names: Names, library: Library) -> Stretch:
    """The visits that met a part."""
    ribbons = (("", part_strips(fold.shown, names)),)
    lines = part_lines(fold.shown, names, library)
    return Stretch(
        "visits", ribbons, lines, *_around(ribbons, names, "told", "none"), fold.earlier, fold.later, fold.back
    )


def of_sides(fold: Fold[Both], tie: Tie, names: Names, library: Library) -> Stretch:
    """The visits that met both of two that pull against each other."""
    one, other = ([each[side] for each in fold.shown] for side in (0, 1))
    ribbons = ((names.said(tie.one), side_strips(one, names)), (names.said(tie.other), side_strips(other, names)))
    lines = tie_lines(fold.shown, tie, names, library)
    return Stretch(
        "visits", ribbons, lines, *_around(ribbons, names, "told", "none_both"), fold.earlier, fold.later, fold.back
    )


def of_line(fold: Fold[Tautness], names: Names) -> Stretch:
    """The days on which it was said how taut a line is."""
    ribbons = (("", (taut_strip(fold.shown, names),)),)
    lines = taut_lines(fold.shown, names)
    return Stretch(
        "days", ribbons, lines, *_around(ribbons, names, "told_days", "none_taut"), fold.earlier, fold.later, fold.back
    )


def _around(ribbons: Ribbons, names: Names, told: str, none: str) -> tuple[str, str]:
    strips = [strip for _, strips in ribbons for strip in strips]
    said = names.say(f"app.over_time.{told}")
    if any(step is None for strip in strips for step in strip.taken):
        said = f"{said} {names.say('app.over_time.open')}"
    return said, "" if strips[0].taken else names.say(f"app.over_time.{none}")
