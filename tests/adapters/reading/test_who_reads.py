"""Who reads and who listens in a visit: the small model where it is, and always the rules and the words."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from unforced import wiring
from unforced.adapters.reading.lexical import LexicalReader
from unforced.adapters.reading.model_listener import ModelListener
from unforced.adapters.reading.small_reader import SmallReader
from unforced.adapters.reading.words_listener import WordsListener


def test_with_the_extra_the_small_model_reads_and_listens() -> None:
    reader, listener = wiring.reading()
    assert isinstance(reader, SmallReader)
    assert isinstance(listener, ModelListener)


def test_without_what_runs_it_rules_and_words_read_and_listen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "find_spec", lambda name: None)
    reader, listener = wiring.reading()
    assert isinstance(reader, LexicalReader)
    assert isinstance(listener, WordsListener)


def test_without_the_file_it_is_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(wiring, "MODEL", tmp_path)
    assert isinstance(wiring.reading().listener, WordsListener)


def test_both_can_be_handed_to_the_process_that_serves_and_share_one_model() -> None:
    there = pickle.loads(pickle.dumps(wiring.reading()))
    assert there.reader._encoder is there.listener._encoder
