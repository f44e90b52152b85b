"""Disguises are undone for listening, and what is no disguise stays."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.adapters.reading.undone import undone


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 w4nt 70 st0p", "1 want 70 stop"),
        ("n0b0dy w0uld m1ss me", "nobody would miss me"),
        ("I can't g o   on", "I can't g o   on"),
        ("it is o v e r now", "it is over now"),
        ("w@ke up", "wake up"),
    ],
)
def test_a_disguise_is_undone(typed: str, meant: str) -> None:
    assert undone(typed) == meant


@pytest.mark.parametrize(
    "text",
    ["at 9am on the 3rd", "10k run, 5kg", "stop it!", "B68 bus", "I and a b", "2 of 3", "A+ for me", "the 90s", ""],
)
def test_what_is_no_disguise_stays(text: str) -> None:
    assert undone(text) == text


def test_small_pictures_are_left_out() -> None:
    assert undone("I'm 😭 so tired💔 of it 🏳️‍🌈.").split() == ["I'm", "so", "tired", "of", "it", "."]


@given(st.text(max_size=300))
def test_any_text_comes_out(text: str) -> None:
    assert isinstance(undone(text), str)


def test_a_long_text_is_done_soon() -> None:
    began = time.process_time()
    undone("a1" * 20_000 + " a" * 20_000 + "!" * 20_000)
    assert time.process_time() - began < 1.0
