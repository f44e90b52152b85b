"""Slips of a finger are undone for listening; what nobody slipped in stays."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.adapters.reading.encoder import MissingModelError
from unforced.adapters.reading.slips import Slips
from unforced.model import HERE

SLIPS = Slips(HERE / "vocabulary.txt")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jsut", "just"),
        ("noboddy", "nobody"),
        ("tomorow", "tomorrow"),
        ("disappesr", "disappear"),
        ("Wonderfull", "wonderful"),
        ("I cannot sleeep tonihgt.", "I cannot sleep tonight."),
    ],
)
def test_a_slip_is_undone(typed: str, meant: str) -> None:
    assert SLIPS.mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "weans",
        "dreich",
        "wisnae",
        "summat",
        "arvo",
        "don't",
        "well-known",
        "colour",
        "3rd",
        "@somebody",
        "",
        "ok",
        "x" * 99,
    ],
)
def test_what_is_no_slip_stays(text: str) -> None:
    assert SLIPS.mended(text) == text


@given(st.text(max_size=300))
def test_any_text_comes_out(text: str) -> None:
    assert isinstance(SLIPS.mended(text), str)


def test_a_page_of_words_that_nobody_knows_is_done_soon() -> None:
    began = time.process_time()
    SLIPS.mended("qzxvkqwjfh " * 1_000)
    assert time.process_time() - began < 1.5


def test_without_its_words_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(MissingModelError):
        Slips(tmp_path / "vocabulary.txt").mended("jsut")
