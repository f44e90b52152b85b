"""A second listener for danger, beside the rules: the small model, passage by passage.

Promise: it may raise what the rules heard and never lower it (`screening.louder`); what it answers holds no words.

Rules:
- What the encoder makes likely and what the words make likely (``concern.txt``) is multiplied, each to its weight.
- A passage alarms where its dangers together are likelier than the file's least; the likeliest of them gives its name.
- Nothing is scored, shown or kept: `Heard` opens a panel, that is all.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from unforced.adapters.reading.by_passages import CONCERNS, DEADLINE, alarming, hear
from unforced.adapters.reading.encoder import Encoder
from unforced.adapters.reading.heads import Head, heads_from
from unforced.adapters.reading.in_time import in_time
from unforced.adapters.reading.slips import Slips
from unforced.adapters.reading.weighed import Learnt
from unforced.domain.screening import Heard


class ModelListener:
    """Listens with an encoder and the head `concern` of ``heads.npz`` in a folder."""

    def __init__(self, folder: Path, encoder: Encoder, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = folder / "heads.npz"
        self._words = Learnt(folder / "concern.txt", CONCERNS)
        self._slips = Slips(folder / "vocabulary.txt")
        self._encoder = encoder
        self._clock = clock

    def hear(self, raw: str) -> Heard | None:
        """What it heard; None where there is no model, or it was too slow to say."""
        return in_time(DEADLINE * 2, lambda: hear(raw, self._danger, self._slips, "model", self._clock))

    def ready(self) -> None:
        """Loads what it needs. MissingModelError."""
        self._encoder.ready()
        _ = self._head, self._words.weighed, self._slips.known

    @cached_property
    def _head(self) -> Head:
        return heads_from(self._file)["concern"]

    def _danger(self, text: str) -> str:
        """The danger of one passage; empty where there is none."""
        head, words = self._head, self._words.weighed.shares_in(text)
        shares = head.with_words(self._encoder.states(text).mean, words)
        least = dict(zip(head.names, map(float, head.least), strict=True))
        return alarming({name: float(shares[at]) for at, name in enumerate(head.names)}, least)
