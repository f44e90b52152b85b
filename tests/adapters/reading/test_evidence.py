"""Evidence is always a run of the person's own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from unforced.adapters.reading.evidence import LONGEST, span_of
from unforced.adapters.reading.pieces import Pieces
from unforced.model import HERE as MODEL

CUT = Pieces.read(MODEL / "vocabulary.txt")


def test_the_words_that_speak_most_are_the_evidence() -> None:
    text = "It was a long day and my chest locks up again."
    pieces = CUT.of(text)
    speaks = [1.0 if text[piece.start : piece.end] in ("chest", "locks", "up") else 0.0 for piece in pieces]
    found = span_of(text, pieces, speaks)
    assert found is not None
    assert text[slice(*found)] == "chest locks up"


def test_where_there_is_no_word_there_is_no_evidence() -> None:
    assert span_of("…", CUT.of("…"), [1.0]) is None
    assert span_of("", [], []) is None


@given(st.text(max_size=120), st.randoms(use_true_random=False))
def test_a_span_lies_in_the_text_on_the_borders_of_words(text: str, dice: object) -> None:
    pieces = CUT.of(text)
    speaks = [dice.uniform(-1, 1) for _ in pieces]  # type: ignore[attr-defined]
    found = span_of(text, pieces, speaks)
    if found is not None:
        start, end = found
        assert 0 <= start < end <= len(text)
        assert start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
        assert end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())
        assert len(text[start:end].split()) <= LONGEST * 2
