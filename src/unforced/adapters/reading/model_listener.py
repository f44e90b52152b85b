"""A second listener for danger, beside the rules: the small model, passage by passage.

Promise: it may raise what the rules heard and never lower it (`screening.louder`); what it answers holds no words.

Rules:
- What the encoder makes likely and what the words make likely (``concern.txt``) is multiplied, each to its weight.
- A passage alarms where its dangers together are likelier than the file's least; the likeliest of them gives its name.
- A deadline: who is late says so (None), unless something was heard by then. The beginning and the end of a long text
  come first, since what matters most is often said last.
- Nothing is scored, shown or kept: `Heard` opens a panel, that is all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final

from unforced.adapters.reading.encoder import Encoder
from unforced.adapters.reading.heads import Head, heads_from
from unforced.adapters.reading.in_time import in_time
from unforced.adapters.reading.passages import Passage, passages
from unforced.adapters.reading.terms import terms
from unforced.adapters.reading.undone import undone
from unforced.adapters.reading.weighed import Learnt
from unforced.domain.concern import KINDS, Concern
from unforced.domain.screening import Heard
from unforced.domain.turning import QUIET

HARMLESS: Final = (
    "clean", "self_attack", "resistance", "body_words", "therapy_talk", "idiom", "grief", "past_recovered", "fiction",
)  # fmt: skip
CONCERNS: Final = (*KINDS, *HARMLESS)
DEADLINE: Final = 0.4  # seconds for one text, loading included
MOST: Final = 40_000  # characters of a text that are cut into passages; of a longer one its two ends


class ModelListener:
    """Listens with an encoder and the head `concern` of ``heads.npz`` in a folder."""

    def __init__(self, folder: Path, encoder: Encoder, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = folder / "heads.npz"
        self._words = Learnt(folder / "concern.txt", CONCERNS)
        self._encoder = encoder
        self._clock = clock

    def hear(self, raw: str) -> Heard | None:
        """What it heard; None where there is no model, or it was too slow to say."""
        return in_time(DEADLINE * 2, lambda: self._hear(raw))

    def ready(self) -> None:
        """Loads what it needs. MissingModelError."""
        self._encoder.ready()
        _ = self._head, self._words.weighed

    @cached_property
    def _head(self) -> Head:
        return heads_from(self._file)["concern"]

    def _hear(self, raw: str) -> Heard | None:
        until = self._clock() + DEADLINE
        heard: dict[str, Concern] = {}
        whole = True
        for passage in _ends_first(undone(raw)):
            if self._clock() > until:
                whole = False
                break
            kind = self._danger(passage.text)
            if kind:
                heard[kind] = KINDS[kind]
            if heard.get(kind) is Concern.URGENT:
                break
        if not heard:
            return QUIET if whole else None
        return Heard(max(heard.values()), tuple(f"model.{kind}" for kind in heard))

    def _danger(self, text: str) -> str:
        """The danger of one passage; empty where there is none."""
        head, weighed = self._head, self._words.weighed
        words = weighed.shares(weighed.known(terms(text)))
        shares = head.with_words(self._encoder.states(text).mean, words)
        dangers = {name: float(shares[at]) for at, name in enumerate(head.names) if name in KINDS}
        likeliest = max(dangers, key=lambda name: dangers[name])
        return likeliest if sum(dangers.values()) >= float(head.least[head.names.index(likeliest)]) else ""


def _ends_first(raw: str) -> Iterator[Passage]:
    """The passages of a text; of a long one the beginning and the end in turn."""
    parts = [raw] if len(raw) <= MOST else [raw[: MOST // 2], raw[-MOST // 2 :]]
    found = [passage for part in parts for passage in passages(part)]
    few = list(islice(found, 12))
    yield from few
    for at in range(12, (len(found) + 12) // 2 + 1):
        yield from found[at : at + 1]
        if len(found) - 1 - (at - 12) > at:
            yield found[len(found) - 1 - (at - 12)]
