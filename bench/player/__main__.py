"""The player of the pages in a real browser: python -m bench.player [--tenth]. Exits 1 where a bound doesn't hold.

Drift: two tabs play the longer form of the breath for its seven minutes (with --tenth for one). One stays in sight;
the other, with tones, goes out of sight for two minutes behind another tab, in a browser that slows hidden tabs as
anybody's does. Weight: a page with its style and scripts, compressed by nothing. Flash: pictures over a breath. Still:
pictures under reduced motion, outside the text. Live: what a screen reader is told, in cues faster than it may speak.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.journeys.browser import browser
from tests.web.running import Running

from bench.player.found import Found
from bench.player.looking import flashes, stillness, weights
from bench.player.timing import first_cue, in_time, live_messages

OUT = Path(__file__).parents[1] / "out"


def measure(tenth: bool) -> Iterator[Found]:
    """Everything, one after the other, so that nothing waits for the processor."""
    with Running() as running, sync_playwright() as play, browser(play) as opened:
        yield from in_time(play, opened, running, tenth)
        yield from first_cue(opened, running)
        yield from live_messages(opened, running)
        yield from weights(opened, running)
        yield from stillness(opened, running)
        for theme in ("light", "dark"):
            yield from flashes(opened, running, theme)


def main() -> int:
    """Prints the table as it is found, and keeps it."""
    found = []
    for one in measure("--tenth" in sys.argv):
        said = "holds" if one.holds else "MISSED"
        print(f"{said:<7} {one.what:<76} {one.value:>9} {one.unit:<3} {one.bound}", flush=True)
        found.append(one)
    OUT.mkdir(parents=True, exist_ok=True)
    name = "player-tenth.json" if "--tenth" in sys.argv else "player.json"
    (OUT / name).write_text(json.dumps([one._asdict() for one in found], indent=2) + "\n")
    return 0 if all(one.holds for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
