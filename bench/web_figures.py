"""How quick and how small the pages are: python -m bench.web_figures [turns].

Start: from the command to the address being printed, when the first page is already served. A turn: POST and the page
that it leads to, over the network of this computer. A page: its text with style and scripts, without fonts.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tests.web.running import Running
from tests.web.visitor import Visitor

OUT = Path(__file__).parent / "out"
LOOP = ("Go on", "About right", "Choose for yourself", "Back", "Change what you said")


class Figures(NamedTuple):
    """What was measured. Bytes are of a page with its style and scripts, without fonts."""

    start_s: float
    turns: int
    turn_p50_ms: float
    turn_p95_ms: float
    page_bytes: dict[str, int]


def turns(running: Running, many: int) -> list[float]:
    """Seconds of each turn."""
    visitor = Visitor(running).come_in()
    visitor.press("Something in me says no")
    took: list[float] = []
    while len(took) < many:
        for label in LOOP:
            began = time.perf_counter()
            if label in visitor.form.buttons:
                visitor.press(label, words="A few words about it. " * 5)
                took.append(time.perf_counter() - began)
    return took[:many]


def sizes(running: Running) -> dict[str, int]:
    """Bytes of each kind of page with everything but fonts, compressed by nothing."""
    visitor = Visitor(running)
    found = {"outside": _weight(visitor, visitor.go("/").text), "help": _weight(visitor, visitor.go("/help").text)}
    visitor.come_in()
    found["doors"] = _weight(visitor, visitor.answer.text)
    for label in ("Something in me says no", "Go on", "About right", "Choose for yourself", "Help"):
        visitor.press(label)
        found[label] = _weight(visitor, visitor.answer.text)
    return found


def _weight(visitor: Visitor, text: str) -> int:
    linked = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg))"', text))
    return len(text.encode()) + sum(len(visitor.ask("GET", path).text.encode()) for path in linked)


def measure(many: int) -> Figures:
    """All figures of one start."""
    began = time.perf_counter()
    with Running() as running:
        start = time.perf_counter() - began
        took = sorted(turns(running, many))
        p50, p95 = took[many // 2] * 1000, took[int(many * 0.95)] * 1000
        return Figures(round(start, 2), many, round(p50, 1), round(p95, 1), sizes(running))


if __name__ == "__main__":
    figures = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "web_figures.json").write_text(json.dumps(figures._asdict(), indent=2) + "\n")
    print(json.dumps(figures._asdict(), indent=2))
