"""The shore: a pebble for each, none of which ever moves; and no number in what is said of it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.walks import LIBRARY
from unforced.app.shore import A_STRETCH, SEA, SHAPES, SMALLEST, TONES, WIDE, height, pebbles, sentence

MANY = 3 * A_STRETCH


@settings(deadline=None)
@given(st.integers(0, MANY))
def test_with_one_more_every_earlier_one_is_where_it_was_as_it_was(count: int) -> None:
    before, after = pebbles(count), pebbles(count + 1)
    assert len(before) == count and len(after) == count + 1
    assert after[:-1] == before
    assert height(count) <= height(count + 1)


def test_the_control_a_shore_that_is_laid_anew_moves_them() -> None:
    def laid_anew(count: int) -> list[float]:
        return [WIDE * (number + 1) / (count + 1) for number in range(count)]

    assert laid_anew(8)[:-1] != laid_anew(7)


def test_every_pebble_lies_whole_on_the_shore() -> None:
    for pebble in pebbles(MANY):
        assert pebble.size > SMALLEST / 2 and 0 <= pebble.shape < SHAPES and 0 <= pebble.tone < TONES
        assert 0 < pebble.x < WIDE and SEA < pebble.y < height(MANY)


def test_the_first_sixty_lie_apart() -> None:
    first = pebbles(60)
    close = [
        (one, other)
        for place, one in enumerate(first)
        for other in first[:place]
        if abs(one.x - other.x) < 0.8 * (one.size + other.size) and abs(one.y - other.y) < 0.4 * (one.size + other.size)
    ]
    assert len(close) <= 3


def test_it_is_said_in_a_sentence_without_a_number_for_those_who_cannot_see_it() -> None:
    said = [LIBRARY.phrases.say(f"app.moments.{sentence(count)}") for count in (0, 1, 2, 9, 10, 60, 400, 9_999)]
    assert said[0] == "A shore, and the sea." and said[3] == "A shore with a few pebbles."
    assert len(set(said)) == 6
    assert not [text for text in said if re.search(r"\d|\bone\b", text)]


def test_a_pebble_says_how_it_is_placed() -> None:
    turned = {pebble.turned: pebble.placed for pebble in pebbles(60)}
    assert re.fullmatch(r"translate\([\d.]+ [\d.]+\) scale\(-[\d.]+ [\d.]+\)", turned[True])
    assert re.fullmatch(r"translate\([\d.]+ [\d.]+\) scale\([\d.]+ [\d.]+\)", turned[False])
