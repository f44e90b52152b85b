"""A second listener: it may raise what the rules heard, in time, and says so when it was too slow to say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from unforced.adapters.reading.by_passages import CONCERNS
from unforced.adapters.reading.encoder import Encoder, MissingModelError, States
from unforced.adapters.reading.model_listener import ModelListener
from unforced.domain.screening import Concern, Heard, louder
from unforced.domain.turning import QUIET

np = pytest.importorskip("numpy")


class Seeing(Encoder):
    """Sees three things: the words of intent, of passing, and everything else."""

    def __init__(self) -> None:
        super().__init__(Path())
        self.texts: list[str] = []

    def states(self, text: str) -> States:
        self.texts.append(text)
        seen = np.zeros((1, 384), np.float32)
        kind = "explicit" if "tonight I will" in text else "passive" if "rather not wake" in text else "clean"
        seen[0, CONCERNS.index(kind)] = 12.0
        return States([], seen)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A head that answers with what was seen."""
    weight = np.eye(len(CONCERNS), 384, dtype=np.float32)
    np.savez(
        tmp_path / "heads.npz",
        **{
            "concern.names": np.array(CONCERNS),
            "concern.weight": weight,
            "concern.bias": np.zeros(len(CONCERNS), np.float32),
            "concern.temperature": np.array(1.0),
            "concern.least": np.full(len(CONCERNS), 0.5),
            "concern.joined": np.array([1.0, 0.0]),
        },
    )
    even = " ".join("0.0" for _ in CONCERNS)
    words = f"labels:\t{' '.join(CONCERNS)}\nbias:\t{even}\ntemperature:\t1.0\nleast:\t0.0\n"
    (tmp_path / "concern.txt").write_text(words, "utf-8")
    (tmp_path / "vocabulary.txt").write_text("wharf\nwould\nrather\nwake\n", "utf-8")
    return tmp_path


def slow_after(readings: int) -> Callable[[], float]:
    """A clock that stands still for some readings and then is far on."""
    asked = [0]

    def clock() -> float:
        asked[0] += 1
        return 0.0 if asked[0] <= readings else 100.0

    return clock


def test_a_danger_is_named_and_as_loud_as_its_kind(folder: Path) -> None:
    listener = ModelListener(folder, Seeing())
    assert listener.hear("tonight I will") == Heard(Concern.URGENT, ("model.explicit",))
    assert listener.hear("I would rather not wake up") == Heard(Concern.TENDER, ("model.passive",))


def test_what_is_harmless_is_quiet(folder: Path) -> None:
    """The control: not everything is heard as danger."""
    assert ModelListener(folder, Seeing()).hear("I had toast, and then the bus was late.") == QUIET


def test_one_sentence_among_ten_is_heard(folder: Path) -> None:
    text = "The bus was late again today. " * 5 + "I would rather not wake up. " + "Then there was rain all day. " * 4
    assert ModelListener(folder, Seeing()).hear(text) == Heard(Concern.TENDER, ("model.passive",))


def test_it_never_lowers_what_the_rules_heard(folder: Path) -> None:
    rules = Heard(Concern.URGENT, ("explicit.one",))
    heard = ModelListener(folder, Seeing()).hear("I had toast.")
    assert heard is not None
    assert louder(rules, heard) == rules


def test_who_is_too_slow_says_so_and_what_was_heard_until_then_counts(folder: Path) -> None:
    long = "The bus was late again today. " * 40
    assert ModelListener(folder, Seeing(), slow_after(3)).hear(long) is None
    early = "I would rather not wake up. " + long
    assert ModelListener(folder, Seeing(), slow_after(3)).hear(early) == Heard(Concern.TENDER, ("model.passive",))


def test_of_a_very_long_text_the_beginning_and_the_end_are_heard(folder: Path) -> None:
    seeing = Seeing()
    long = "The bus was late again today. " * 9_000
    assert ModelListener(folder, seeing).hear(long + "I would rather not wake up.") is not None
    assert any("rather not wake" in text for text in seeing.texts)


def test_without_a_model_there_is_no_answer_and_no_error(tmp_path: Path) -> None:
    listener = ModelListener(tmp_path, Encoder(tmp_path))
    assert listener.hear("anything at all") is None
    with pytest.raises(MissingModelError):
        listener.ready()


def test_a_damaged_file_is_no_model(tmp_path: Path) -> None:
    for name in ("encoder.onnx", "heads.npz", "vocabulary.txt", "concern.txt"):
        (tmp_path / name).write_bytes(b"\x00 not what it was")
    assert ModelListener(tmp_path, Encoder(tmp_path)).hear("anything at all") is None


@pytest.mark.parametrize("text", ["", " ", "\u200b", "😔" * 400, "x" * 5_000, "а" * 300, "\ufffd\x00"])
def test_any_text_is_answered(folder: Path, text: str) -> None:
    assert ModelListener(folder, Seeing()).hear(text) == QUIET
