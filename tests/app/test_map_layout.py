"""Where parts are drawn: nothing moves for a newcomer, no label lies on another, and everything can be read."""

from __future__ import annotations

import math
import re
import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.walks import LIBRARY
from unforced.app.map_drawing import Drawing, Node, drawn
from unforced.app.map_labels import CUT, FONT, fitted, label, letters, width
from unforced.app.map_layout import (
    GLYPH,
    LABEL_FROM,
    LABEL_LINE,
    LABEL_LINES,
    LABEL_WIDE,
    ROW,
    SHALLOWEST,
    WIDE,
    by_hand,
    layout,
)
from unforced.app.map_names import Name, Names
from unforced.domain.answers import UNKNOWN, Level
from unforced.domain.inner_map import WIDTH, InnerMap
from unforced.domain.map_changes import loosen, meet, put, tie
from unforced.domain.part import LOOKS, PLACES, Part
from unforced.domain.ties import Between
from unforced.domain.words import Words

TODAY = 739_900
NARROWEST = 296
"""Pixels that a window of 320 leaves a picture, with the margins of a page."""
WIDE_SCRIPTS = "語漢ｗＷ한𒀱🐺👩🏽🇬🇧ॐ﷽ﬀ̈éWwmi-. abcdefg"
NAME = st.text(st.sampled_from(WIDE_SCRIPTS) | st.characters(codec="utf-8"), min_size=1, max_size=40)
NAMES = NAME.map(Words.from_raw)
LOOK, PLACE = st.sampled_from(("", *LOOKS)), st.sampled_from(("", *PLACES))
PARTS = st.builds(lambda name, look, place: Part(0, name, look, place), NAMES, LOOK, PLACE)
BASE = 98_235_427_900_000


def a_map(parts: list[Part], base: int = 0) -> InnerMap:
    """A map with these parts."""
    found = InnerMap()
    for part in parts:
        found = meet(found, part, TODAY, base)
    return found


def drawing(found: InnerMap) -> Drawing:
    """It, drawn."""
    return drawn(found, Names(found, LIBRARY, False))


def boxes(node: Node) -> list[tuple[float, float, float, float]]:
    """What a part takes up: its small drawing and each line of its label (left, top, right, bottom)."""
    lines = [(width(line.text) / 2, node.y + line.down) for line in node.label]
    texts = [(node.x - half, base - 0.8 * LABEL_LINE, node.x + half, base + 0.25 * FONT) for half, base in lines]
    return [(node.x - GLYPH, node.y - GLYPH, node.x + GLYPH, node.y + GLYPH), *texts]


def lie_on_each_other(one: Node, other: Node) -> bool:
    """Whether anything of one covers anything of the other."""
    return any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in boxes(one) for b in boxes(other))


@given(st.lists(PARTS, max_size=20), st.sampled_from([0, BASE]))
def test_of_twenty_parts_no_label_ever_lies_on_another_nor_is_cut_off_by_the_edge(parts: list[Part], base: int) -> None:
    found = drawing(a_map(parts, base))
    for one, other in combinations(found.nodes, 2):
        assert not lie_on_each_other(one, other)
    for left, top, right, bottom in (box for node in found.nodes for box in boxes(node)):
        assert left >= 0 and right <= WIDE and top >= 0 and bottom <= found.height


def test_the_control_two_at_one_place_lie_on_each_other() -> None:
    found = a_map([Part(name=Words("a")), Part(name=Words("b"))])
    one, other = drawing(put(put(found, 1, 500, 300, TODAY), 2, 510, 320, TODAY)).nodes
    assert lie_on_each_other(one, other) and one.by_hand


@given(st.lists(PARTS, max_size=45), PARTS)
def test_one_more_part_never_moves_another(parts: list[Part], new: Part) -> None:
    before = layout(a_map(parts))
    after = layout(a_map([*parts, new]))
    assert before.items() <= after.items() and len(after) == len(parts) + 1


def test_two_of_one_seat_or_without_one_never_lie_on_each_other() -> None:
    parts = tuple(Part(key, seat=seat) for key, seat in enumerate((2, 2, 0, 1, 0, 2), start=1))
    places = layout(InnerMap(parts))
    assert len(set(places.values())) == 6 and places[1] == layout(InnerMap(parts[:1]))[1]
    assert places[4] == layout(InnerMap(parts[3:4]))[4], "whoever has one keeps it"


def test_the_same_parts_are_always_at_the_same_places_whatever_is_between_them() -> None:
    parts = [Part(place=place) for place in PLACES]
    found = a_map(parts)
    assert layout(found) == layout(a_map(parts)) == layout(tie(found, Between.PROTECTS, 1, 9, TODAY))


def test_the_head_is_above_the_feet_and_a_part_in_the_chest_between() -> None:
    places = layout(a_map([Part(place=place) for place in ("feet", "chest", "head", "nowhere", "")]))
    assert places[3].y < places[2].y < places[1].y
    assert min(places[4].y, places[5].y) > 0


def test_a_part_put_by_hand_is_there_and_the_others_stay() -> None:
    found = a_map([Part() for _ in range(6)])
    now = layout(put(found, 2, *by_hand(100, 250), TODAY))
    assert now[2] == pytest.approx((100, 250), abs=0.5)
    assert {key: at for key, at in now.items() if key != 2}.items() <= layout(found).items()
    for across, down in ((0, 0), (WIDTH, 0)):
        (node,) = drawing(put(a_map([Part(name=Words("W" * 40))]), 1, across, down, TODAY)).nodes
        assert all(left >= 0 and right <= WIDE and top >= 0 for left, top, right, _ in boxes(node))


def test_in_a_window_of_320_letters_are_twelve_pixels_or_more_and_nothing_is_wider_than_the_window() -> None:
    assert FONT * NARROWEST / WIDE >= 12
    assert drawing(a_map([Part()] * 40)).width == WIDE
    assert LABEL_FROM + LABEL_LINES * LABEL_LINE + GLYPH < ROW


def test_a_picture_grows_downwards_and_an_empty_one_is_a_picture() -> None:
    heights = [drawing(a_map([Part()] * count)).height for count in (0, 3, 20, 40)]
    assert heights[0] == SHALLOWEST and heights == sorted(heights)
    assert drawing(InnerMap()).description == "Nothing is on it yet."
    assert drawing(a_map([Part()])).description == "One part is on it."


@given(NAME, st.integers(1, 3), st.integers(30, 200))
def test_a_label_fits_and_no_letter_is_parted(text: str, most: int, wide: int) -> None:
    lines = fitted(text, wide, most)
    assert len(lines) <= most
    for line in lines:
        assert width(line) <= wide
    whole = "".join(lines)
    if CUT not in whole:
        assert whole.replace(" ", "") == "".join(text.split())
    assert "".join(letters(text)) == text


def test_what_belongs_to_one_letter_is_never_parted() -> None:
    assert list(letters("e\u0301👩🏽🇬🇧🇫🇷x👨\u200d👩")) == ["e\u0301", "👩🏽", "🇬🇧", "🇫🇷", "x", "👨\u200d👩"]
    assert not list(letters(""))
    assert "".join(fitted("👩🏽" * 30, 50, 2)).rstrip(CUT).replace("👩🏽", "") == ""


def test_a_sign_that_is_a_whole_sentence_is_only_hinted_at() -> None:
    assert fitted("﷽", LABEL_WIDE, 3) == (CUT,) and fitted("﷽ a", LABEL_WIDE, 3) == (f"{CUT} a",)


def test_what_tells_one_from_another_is_never_cut_away() -> None:
    long = "the one that says I have to work harder and harder"
    assert label(Name(f"{long}, chest", long, "chest"), LABEL_WIDE, 3)[-1] == "chest"
    assert label(Name("rest (2)", "rest", "2"), LABEL_WIDE, 3) == ("rest (2)",)
    assert label(Name(long, long), LABEL_WIDE, 3)[-1].endswith(CUT)


def test_a_line_is_straight_where_it_is_tight_and_hangs_lower_the_looser_it_is() -> None:
    found = tie(a_map([Part(), Part(), Part()]), Between.POLARISED, 1, 2, TODAY)
    found = put(put(found, 1, 200, 300, TODAY), 2, 800, 300, TODAY)
    levels: tuple[Level, ...] = (4, 3, 2, 1, 0)
    lows = [_middle(loosen(found, 1, 2, taut, TODAY)) for taut in levels]
    assert lows[0] == pytest.approx(96, abs=0.2) and lows == sorted(set(lows)) and lows[-1] < 96 + 120
    assert lows[0] < _middle(loosen(found, 1, 2, UNKNOWN, TODAY)) < lows[2]


def _middle(found: InnerMap) -> float:
    """How far down the middle of the first line's curve is drawn towards."""
    (line,) = drawing(found).lines
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", line.path)]
    return numbers[3]


def test_lines_that_stand_upright_hang_inward_and_stay_in_the_picture() -> None:
    for across, inward in ((150, 1), (850, -1)):
        found = put(put(a_map([Part(), Part()]), 1, across, 100, TODAY), 2, across, 3000, TODAY)
        found = loosen(tie(found, Between.POLARISED, 1, 2, TODAY), 1, 2, 0, TODAY)
        (line,) = drawing(found).lines
        x = float(re.findall(r"-?[\d.]+", line.path)[2])
        assert 0 < x < WIDE and (x - across * WIDE / WIDTH) * inward > 0


def test_protecting_is_an_arc_before_the_protected_one_and_two_of_them_are_two() -> None:
    found = a_map([Part(), Part(), Part()])
    for one in (1, 2):
        found = tie(found, Between.PROTECTS, one, 3, TODAY)
    found = loosen(tie(found, Between.POLARISED, 1, 3, TODAY), 1, 3, 2, TODAY)
    polarity, *protecting = drawing(found).lines
    assert (polarity.arc, polarity.taut, polarity.kind) == ("", "2", "polarised")
    assert len({line.arc for line in protecting}) == 2 and all(" 0 0 1 " in line.arc for line in protecting)
    assert protecting[0].sentence.endswith(".") and protecting[0].taut == ""


def test_the_description_says_all_that_is_drawn() -> None:
    found = tie(a_map([Part(name=Words("foreman")), Part(look="fog"), Part(place="chest")]), Between.PROTECTS, 1, 3, 1)
    assert drawing(found).description == (
        "On it are foreman, the one like fog, the one in the chest. foreman protects the one in the chest."
    )


def test_every_look_has_a_drawing_of_its_own() -> None:
    nodes = drawing(a_map([Part(look=look) for look in ("", *LOOKS)])).nodes
    assert len({(node.glyph, node.hatching) for node in nodes}) == len(LOOKS) + 1
    for node in nodes:
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", node.glyph + node.hatching)]
        assert max(map(abs, numbers)) <= GLYPH - 2


def test_forty_parts_with_eighty_ties_are_drawn_in_a_moment() -> None:
    """Generous, since a machine under test does other things as well; bench/parts.py has the figure and its bound."""
    found = a_map([Part(name=Words(f"a part with a name {number}")) for number in range(40)])
    pairs = [(one, one + step) for step in (1, 2, 3) for one in range(1, 38)][:80]
    for number, (one, other) in enumerate(pairs):
        found = tie(found, tuple(Between)[number % 2], one, other, TODAY)
    taken = []
    for _ in range(5):
        began = time.process_time()
        whole = drawing(found)
        taken.append(time.process_time() - began)
    assert len(whole.lines) == 80 and len(whole.nodes) == 40
    assert min(taken) < 0.25
    assert all(math.isfinite(node.x) for node in whole.nodes)
