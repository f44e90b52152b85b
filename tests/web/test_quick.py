"""Quick and small: a tenth of bench/web_figures.py, whose bounds hold for a machine with nothing else to do.

Where other work is waiting for the processors, the times may be longer by as much; sizes may not.
"""

from __future__ import annotations

import os

from bench.web_figures import Figures, measure

TRIES = 3


def within(figures: Figures) -> bool:
    """Whether start, turns and pages are as quick and as small as they have to be."""
    busy = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    quick = figures.start_s <= 2 * busy and figures.turn_p95_ms <= 50 * busy
    return quick and max(figures.page_bytes.values()) <= 60_000


def test_start_turns_and_pages_stay_within_their_bounds() -> None:
    tries: list[Figures] = []
    while len(tries) < TRIES and not any(map(within, tries)):
        tries.append(measure(100))
    assert within(tries[-1]), tries
