"""How long an answer takes: seconds of work, so that a machine others use too tells the same."""

from __future__ import annotations

import re
import time
from random import Random

from bench.screen.listeners import Alarm

LONG = 256 * 1024  # characters, the most that a page takes
_END = re.compile(r"(?<=[.!?])\s+")


def of_ten_sentences(texts: list[str], alarm: Alarm, count: int = 1_000) -> tuple[float, float]:
    """The median and the 99th percentile, in seconds, of texts of one to ten sentences."""
    chance = Random(3)
    whole = told(texts)
    taken = sorted(_seconds(" ".join(chance.sample(whole, chance.randint(1, 10))), alarm) for _ in range(count))
    return taken[count // 2], taken[int(count * 0.99)]


def told(texts: list[str]) -> list[str]:
    """Every sentence of some texts."""
    return [sentence for text in texts for sentence in _END.split(text)]


def of_long_text(pieces: list[str], alarm: Alarm) -> float:
    """Seconds of work for 256 kB drawn from these pieces: the best of three, for a machine that others use too."""
    chance = Random(5)
    text = " ".join(chance.choice(pieces) for _ in range(LONG // max(1, min(map(len, pieces)) + 1)))[:LONG]
    return min(_seconds(text, alarm) for _ in range(3))


def _seconds(text: str, alarm: Alarm) -> float:
    began = time.thread_time()
    alarm(text)
    return time.thread_time() - began
