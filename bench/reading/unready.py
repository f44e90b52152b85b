"""A reader as the program gets it: nothing is loaded before the first text. It imports no more than that one needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from unforced.adapters.reading.lexical import LexicalReader

if TYPE_CHECKING:
    from unforced.adapters.reading.small_reader import SmallReader

SMALL, WORDS = "small model", "rules and words"


def reader_of(name: str, folder: Path) -> LexicalReader | SmallReader:
    """One of our two readers by its name. ``folder``: where the model's files lie."""
    if name == WORDS:
        return LexicalReader()
    from unforced.adapters.reading.encoder import Encoder  # noqa: PLC0415 - only one of them needs it
    from unforced.adapters.reading.small_reader import SmallReader  # noqa: PLC0415

    return SmallReader(folder, Encoder(folder), LexicalReader())
