"""Makes src/unforced/model/concern.txt: what terms add to each danger and to each of its harmless neighbours.

    python training/concern_words.py            makes the file anew
    python training/concern_words.py --check    says whether the file is what this makes (no number off by more than 1)

The same kind of file, by the same learning, as `lexical.py` makes for the kinds of no; it speaks together with the
encoder (`model_listener.py`), and alone where that isn't installed (`words_listener.py`): then a passage alarms from
the file's ``least`` on, which is measured in voices that were left out. Needs scikit-learn; two minutes on one core.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

import corpora
import lexical
from alarms import cut, least_alone, loudest, softmax
from corpora import CONCERNS, Row

FILE = Path(__file__).parent.parent / "src" / "unforced" / "model" / "concern.txt"
ABOUT = lexical.ABOUT.replace("each kind of no", "each danger and its harmless neighbours").replace(
    "training/lexical.py from evaluation/reading/build", "training/concern_words.py"
)


class Texts(lexical.Texts):
    """Rows that say which danger, or none, is in a text."""

    def __init__(self, rows: list[Row]) -> None:
        self.text, self.author = [row.text for row in rows], [row.author for row in rows]
        self.shares = np.array([row.answers["concern"] for row in rows])


def made(rows: list[Row]) -> lexical.Made:
    """What was learnt from these rows."""
    return lexical.Made(Texts(rows), list(range(len(rows))))


def least_of(learnt: list[Row], apart: list[Row]) -> float:
    """From where on the words alone alarm, by rows of voices that they weren't learnt from."""
    pieces, counts = cut(apart)
    shares = softmax(made(learnt).numbers(Texts(pieces), list(range(len(pieces)))))
    loud = loudest(shares, counts)
    classes = np.array([row.answers["concern"] for row in apart]).argmax(-1)
    outside = np.array([row.author == "outside" for row in apart])
    return round(least_alone(loud, classes, outside), 3)


def main() -> None:
    """From all rows that may be learnt from, or, with `--check`, whether the file is what this makes."""
    voices, left_out = corpora.split(corpora.concerns())
    public, ordinary = corpora.concerns_outside(), corpora.ordinary("learn")
    seen, public_apart = corpora.thirds(public)
    least = least_of([*voices, *seen, *ordinary], [*left_out, *public_apart, *corpora.ordinary("apart")])
    text = lexical.written(made([*voices, *left_out, *public, *ordinary]), 1.0, least, CONCERNS, ABOUT)
    if "--check" in sys.argv:
        same = FILE.exists() and lexical.like(text, FILE.read_text("utf-8"))
        raise SystemExit(0 if same else "concern.txt isn't what this makes")
    FILE.write_text(text, "utf-8")
    print(f"  {FILE.name}: {FILE.stat().st_size / 1000:.0f} kB, {text.count(chr(10))} lines, least {least}")


if __name__ == "__main__":
    main()
