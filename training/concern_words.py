"""Makes src/unforced/model/concern.txt: what terms add to each danger and to each of its harmless neighbours.

    python training/concern_words.py            makes the file anew

The same kind of file, by the same learning, as `lexical.py` makes for the kinds of no; it speaks only together with the
encoder (`model_listener.py`), never alone. Needs scikit-learn; about a minute on one core.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

import corpora
import lexical
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


def main() -> None:
    """From all rows that may be learnt from; the temperature is measured where both are joined (calibrating.py)."""
    rows = [*corpora.concerns(), *corpora.concerns_outside(), *corpora.ordinary("learn")]
    text = lexical.written(made(rows), 1.0, 0.0, CONCERNS, ABOUT)
    FILE.write_text(text, "utf-8")
    print(f"  {FILE.name}: {FILE.stat().st_size / 1000:.0f} kB, {text.count(chr(10))} lines")


if __name__ == "__main__":
    sys.exit(main())
