"""A second listener for danger in plain Python, where the small model isn't installed: weighed words alone.

Promise: it may raise what the rules heard and never lower it (`screening.louder`); what it answers holds no words.

Rules:
- The same file that listens beside the encoder (``concern.txt``), with a least of its own: alone it has to be surer.
- It hears less than the small model does (docs/concern.md says how much).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from unforced.adapters.reading.by_passages import CONCERNS, alarming, hear
from unforced.adapters.reading.encoder import MissingModelError
from unforced.adapters.reading.slips import Slips
from unforced.adapters.reading.weighed import Learnt
from unforced.domain.screening import Heard


class WordsListener:
    """Listens with the weighed words of ``concern.txt`` in a folder."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._words = Learnt(folder / "concern.txt", CONCERNS)
        self._slips = Slips(folder / "vocabulary.txt")
        self._clock = clock

    def hear(self, raw: str) -> Heard | None:
        """What it heard; None where the file isn't there, or it was too slow to say."""
        try:
            return hear(raw, self._danger, self._slips, "words", self._clock)
        except MissingModelError:
            return None

    def _danger(self, text: str) -> str:
        """The danger of one passage; empty where there is none."""
        weighed = self._words.weighed
        return alarming(weighed.shares_in(text), dict.fromkeys(weighed.labels, weighed.least))
