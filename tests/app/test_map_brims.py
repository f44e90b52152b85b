"""Where lines on the map end: never as a stump between a small drawing and its name."""

from __future__ import annotations

import math
import re

import pytest

from tests.app.walks import LIBRARY
from unforced.app.map_brims import CLEAR, NEAR, Brim, brim_of, room_between
from unforced.app.map_drawing import ARC, FIRST_ARC, Drawing, drawn
from unforced.app.map_layout import BELOW, GLYPH, LABEL_FROM, LABEL_LINE, LABEL_WIDE, At
from unforced.app.map_names import Names
from unforced.domain.answers import Level
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import loosen, meet, put, tie
from unforced.domain.part import Part
from unforced.domain.ties import Between
from unforced.domain.words import Words

TODAY = 739_900
DOWN = math.pi / 2
LONG = "that says I have to work harder and harder"
TOP = 50 * 0.32


def one_above_the_other(apart: int, name: str = LONG, kind: Between = Between.POLARISED) -> Drawing:
    """Two parts in one column, so many units between their middles, the upper one with that name."""
    found = meet(meet(InnerMap(), Part(name=Words(name)), TODAY), Part(name=Words("rest")), TODAY)
    found = put(put(found, 1, 500, 50, TODAY), 2, 500, 50 + round(apart / 0.32), TODAY)
    found = tie(found, kind, 2, 1, TODAY)
    return drawing(loosen(found, 1, 2, 4, TODAY) if kind is Between.POLARISED else found)


def drawing(found: InnerMap) -> Drawing:
    """It, drawn."""
    return drawn(found, Names(found, LIBRARY, False))


def ends_of(path: str) -> tuple[At, At]:
    """Where a path begins and ends."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    return At(*numbers[:2]), At(*numbers[-2:])


@pytest.mark.parametrize("kind", Between)
def test_a_line_that_goes_down_from_a_part_never_begins_between_its_drawing_and_its_name(kind: Between) -> None:
    (line,) = one_above_the_other(250, kind=kind).lines
    assert min(end.y for end in ends_of(line.path)) > TOP + BELOW


def test_the_control_where_no_name_is_in_the_way_it_begins_at_the_drawing() -> None:
    assert Brim(At(0, 0)).far(DOWN) == NEAR < LABEL_FROM
    whole = brim_of(At(0, 0), ("the", "foreman"))
    assert whole.far(-DOWN) == whole.far(0) == whole.far(math.pi) == NEAR
    assert whole.far(DOWN) == LABEL_FROM + 2 * LABEL_LINE + CLEAR == whole.low + CLEAR


def test_a_line_aslant_ends_beside_a_wide_name_and_passes_a_narrow_last_line() -> None:
    slant = math.atan2(1, 1.6)
    wide = Brim(At(0, 0), (45, 45, 45)).far(slant)
    assert wide * math.cos(slant) > 45 and wide * math.sin(slant) < LABEL_FROM + 3 * LABEL_LINE
    steep = math.atan2(3, 1.6)
    assert Brim(At(0, 0), (45, 45, 4)).far(steep) < Brim(At(0, 0), (45, 45, 45)).far(steep)


@pytest.mark.parametrize("taut", [0, 1, 2, 3, 4])
def test_a_line_that_hangs_begins_where_it_leaves_the_name(taut: Level) -> None:
    found = meet(meet(InnerMap(), Part(name=Words("the foreman")), TODAY), Part(name=Words("the wall")), TODAY)
    found = put(put(found, 1, 200, 50, TODAY), 2, 800, 900, TODAY)
    (line,) = drawing(loosen(tie(found, Between.POLARISED, 1, 2, TODAY), 1, 2, taut, TODAY)).lines
    begin, _ = ends_of(line.path)
    beside = abs(begin.x - 200 * 0.32) > LABEL_WIDE / 2 - 10
    assert beside or begin.y > TOP + LABEL_FROM + LABEL_LINE


def test_two_right_below_each_other_still_have_a_line_to_be_seen() -> None:
    (line,) = one_above_the_other(95).lines
    begin, end = ends_of(line.path)
    assert TOP + BELOW < begin.y < end.y < TOP + 95 - GLYPH


def test_two_too_close_for_that_keep_the_line_from_drawing_to_drawing() -> None:
    for kind in Between:
        (line,) = one_above_the_other(60, kind=kind).lines
        assert all(end.y < TOP + BELOW for end in ends_of(line.path))
    assert not room_between(Brim(At(0, 0)), Brim(At(0, 60)), (50, 10)) and room_between(
        Brim(At(0, 0)), Brim(At(0, 60)), (50, 8)
    )


def test_what_stands_before_a_part_from_below_stands_below_its_name_and_the_thread_ends_at_it() -> None:
    (line,) = one_above_the_other(250, kind=Between.PROTECTS).lines
    left, right = ends_of(line.arc)
    assert left.y == right.y == pytest.approx(TOP + BELOW + CLEAR, abs=0.1)
    _, thread = ends_of(line.path)
    assert thread.y == pytest.approx(left.y + FIRST_ARC * (1 - math.cos(ARC)), abs=0.1)


def test_right_below_there_is_room_for_the_thread_and_the_arc_stays_round_the_drawing() -> None:
    (line,) = one_above_the_other(95, kind=Between.PROTECTS).lines
    assert all(end.y < TOP + LABEL_FROM for end in ends_of(line.arc))
    assert all(end.y > TOP + BELOW for end in ends_of(line.path))


def test_from_above_it_stands_round_the_drawing_as_it_does_without_a_name() -> None:
    found = meet(meet(InnerMap(), Part(), TODAY), Part(name=Words(LONG)), TODAY)
    found = tie(put(put(found, 1, 500, 50, TODAY), 2, 500, 900, TODAY), Between.PROTECTS, 1, 2, TODAY)
    (line,) = drawing(found).lines
    assert all(end.y < 900 * 0.32 for end in ends_of(line.arc))
