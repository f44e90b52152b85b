"""Without the small model weighed words listen beside the rules: they may raise what was heard, in plain Python."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from unforced.adapters.reading.by_passages import CONCERNS
from unforced.adapters.reading.words_listener import WordsListener
from unforced.domain.screening import Concern, Heard, louder
from unforced.domain.turning import QUIET
from unforced.model import HERE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A file that knows two words: one of intent and one of a day."""
    adds = {"wharf": "explicit", "toast": "clean"}
    lines = [
        f"{word}\t100\t{' '.join('90' if name == kind else '0' for name in CONCERNS)}" for word, kind in adds.items()
    ]
    head = (
        f"labels:\t{' '.join(CONCERNS)}\nbias:\t{' '.join('0.0' for _ in CONCERNS)}\ntemperature:\t1.0\nleast:\t0.6\n"
    )
    (tmp_path / "concern.txt").write_text(head + "\n".join(lines) + "\n", "utf-8")
    (tmp_path / "vocabulary.txt").write_text("wharf\nwould\nrather\nwake\n", "utf-8")
    return tmp_path


def test_a_word_that_is_known_raises_it_by_its_kind(folder: Path) -> None:
    assert WordsListener(folder).hear("Down at the wharf.") == Heard(Concern.URGENT, ("words.explicit",))


def test_a_slip_of_the_finger_hides_nothing(folder: Path) -> None:
    for slip in ("wharrf", "whraf", "whrf", "whatf"):
        assert WordsListener(folder).hear(f"Down at the {slip}.") == Heard(Concern.URGENT, ("words.explicit",)), slip


def test_other_words_are_quiet(folder: Path) -> None:
    """The control: not everything is heard as danger."""
    for text in ("I had toast.", "The bus was late.", "", "😔" * 400, "\ufffd\x00"):
        assert WordsListener(folder).hear(text) == QUIET, text


def test_it_never_lowers_what_the_rules_heard(folder: Path) -> None:
    rules = Heard(Concern.URGENT, ("explicit.one",))
    heard = WordsListener(folder).hear("I had toast.")
    assert heard is not None
    assert louder(rules, heard) == rules


def test_one_sentence_among_ten_is_heard(folder: Path) -> None:
    text = "The bus was late again today. " * 5 + "Down at the wharf. " + "Then there was rain all day. " * 4
    assert WordsListener(folder).hear(text) == Heard(Concern.URGENT, ("words.explicit",))


def test_who_is_too_slow_says_so(folder: Path) -> None:
    ticks = iter([0.0, 0.0, *[9.0] * 99])
    assert WordsListener(folder, lambda: next(ticks)).hear("The bus was late again today. " * 40) is None


@pytest.mark.parametrize("bytes_", [None, b"\x00 not what it was", b"labels:\tone two\n"])
def test_without_its_file_or_with_a_damaged_one_there_is_no_answer_and_no_error(
    tmp_path: Path, bytes_: bytes | None
) -> None:
    if bytes_ is not None:
        (tmp_path / "concern.txt").write_bytes(bytes_)
    assert WordsListener(tmp_path).hear("anything at all") is None


def test_it_needs_neither_numbers_nor_a_network_of_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    """What ships, with everything of the extra out of reach."""
    for name in ("numpy", "onnxruntime"):
        monkeypatch.setitem(sys.modules, name, None)
    heard = WordsListener(HERE).hear("I wrote the letters and I have them in the drawer. Tonight I am off the bridge.")
    assert heard is not None
    assert heard.concern
    assert WordsListener(HERE).hear("I had toast and then the bus was late.") == QUIET
