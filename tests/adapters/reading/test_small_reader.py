"""The small reader: in time, with evidence, and no more than it knows. Else the plain one answers."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from unforced.adapters.reading.encoder import Encoder, States
from unforced.adapters.reading.pieces import Pieces
from unforced.adapters.reading.small_reader import DEADLINE, SmallReader
from unforced.adapters.reading.taught import Vote
from unforced.domain.reading import LABELS, Lesson, Likely, Reading, Speaker, unknown
from unforced.domain.words import Words
from unforced.model import HERE

np = pytest.importorskip("numpy")
CUT = Pieces.read(HERE / "vocabulary.txt")
PLAIN = Reading((Likely("none", 1.0), *(Likely(label, 0.0) for label in LABELS if label != "none")), abstained=True)


class Plain:
    """Answers what it was given."""

    def __init__(self, answer: Reading = PLAIN) -> None:
        self.answer = answer

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        return self.answer

    def votes(self, text: str, lessons: Sequence[Lesson]) -> Iterator[Vote]:
        return iter(Vote(lesson.kind, 0.0) for lesson in lessons)


class Seeing(Encoder):
    """Sees `tense` in the piece "locks", and nothing anywhere else."""

    def __init__(self, wait: float = 0.0) -> None:
        super().__init__(Path())
        self.wait = wait

    def states(self, text: str) -> States:
        time.sleep(self.wait)
        pieces = CUT.of(text)
        seen = np.zeros((len(pieces) + 2, 384), np.float32)
        for at, piece in enumerate(pieces):
            if text[piece.start : piece.end] == "locks":
                seen[at + 1, LABELS.index("tense")] = 60.0
        return States(pieces, seen)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Heads that answer with what was seen."""
    parts: dict[str, object] = {}
    for question, names in {"kinds": LABELS, "speaker": tuple(Speaker), "feelings": ("fear", "neutral")}.items():
        parts |= {
            f"{question}.names": np.array([str(name) for name in names]),
            f"{question}.weight": np.eye(len(names), 384, dtype=np.float32),
            f"{question}.bias": np.zeros(len(names), np.float32),
            f"{question}.temperature": np.array(1.0),
            f"{question}.least": np.full(len(names), 0.5),
            f"{question}.joined": np.array([1.0, 0.0]),
        }
    np.savez(tmp_path / "heads.npz", **parts)
    return tmp_path


def read(reader: SmallReader, text: str) -> Reading:
    words = Words.from_raw(text)
    assert words is not None
    return reader.read(words)


def test_the_likeliest_stands_first_with_its_evidence_in_the_persons_own_words(folder: Path) -> None:
    text = "As soon as I try, everything locks. Then I stop."
    found = read(SmallReader(folder, Seeing(), Plain()), text)
    assert not found.abstained
    assert found.kinds[0].label == "tense"
    assert found.kinds[0].span is not None
    assert text[slice(*found.kinds[0].span)] == "locks"
    assert {each.label for each in found.kinds} == set(LABELS)


def test_where_nothing_was_seen_nothing_is_claimed(folder: Path) -> None:
    found = read(SmallReader(folder, Seeing(), Plain()), "The bus was late.")
    assert found.abstained
    assert found.voice is None


def test_a_long_text_is_read_in_stretches_and_its_evidence_lies_where_it_stood(folder: Path) -> None:
    text = "The bus was late today and it rained. " * 20 + "My jaw locks whenever I try it. " + "locks " * 3
    first = "My jaw locks. " * 4 + text
    found = read(SmallReader(folder, Seeing(), Plain()), first)
    span = found.kinds[0].span
    assert span is not None
    assert "locks" in first[slice(*span)]


def test_without_a_model_the_plain_reader_answers(tmp_path: Path) -> None:
    assert read(SmallReader(tmp_path, Encoder(tmp_path), Plain()), "It locks.") == PLAIN


def test_who_is_late_gives_way_to_the_plain_reader(folder: Path) -> None:
    began = time.monotonic()
    assert read(SmallReader(folder, Seeing(DEADLINE * 3), Plain()), "It locks.") == PLAIN
    assert time.monotonic() - began < DEADLINE * 2


def test_what_could_not_be_read_at_all_stays_unread(folder: Path) -> None:
    nothing = unknown("language")
    assert read(SmallReader(folder, Seeing(), Plain(nothing)), "ez itt más nyelv") == nothing
