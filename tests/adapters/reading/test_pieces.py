"""Pieces of words, as the small model was taught them: the same as the published tokenizer's, and in place.

pieces.json was made with `tokenizers` 0.23.3 from the vocabulary that ships; on 12,594 texts the two agreed.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unforced.adapters.reading.pieces import LONGEST, Pieces
from unforced.model import HERE as MODEL

CUT = Pieces.read(MODEL / "vocabulary.txt")
VECTORS = json.loads((Path(__file__).parent / "pieces.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=range(len(VECTORS)))
def test_a_text_is_cut_as_the_model_was_taught(vector: dict[str, Any]) -> None:
    found = CUT.of(vector["text"])
    assert [piece.number for piece in found] == vector["pieces"]
    assert [[piece.start, piece.end] for piece in found] == vector["spans"]


@given(st.text(max_size=400))
def test_any_text_is_cut_into_places_that_are_in_it_and_in_order(text: str) -> None:
    found = CUT.of(text)
    assert len(found) <= LONGEST - 2
    assert all(0 <= piece.start < piece.end <= len(text) for piece in found)
    assert all(one.start <= other.start for one, other in pairwise(found))


def test_a_text_of_256_kb_is_cut_off_and_soon(benchmark_seconds: float = 0.5) -> None:
    import time  # noqa: PLC0415

    began = time.process_time()
    assert len(CUT.of("the same again " * 17_000)) == LONGEST - 2
    assert len(CUT.of("x" * 256_000)) <= LONGEST - 2
    assert time.process_time() - began < benchmark_seconds


def test_a_file_that_is_no_vocabulary_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vocabulary.txt").write_text("one\ntwo\n")
    with pytest.raises(KeyError):
        Pieces.read(tmp_path / "vocabulary.txt")
