"""How fast the visit answers: its first line after start, one turn in process, and taps to the first settling cue.

    python -m bench.turns

Bounds: first line at most 300 ms after start, a turn p95 at most 5 ms, the first settling cue within two actions and
no question. Medians of several runs; exits with 1 where a bound is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from unforced.adapters.library import FileLibrary
from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.visit import Deed, Phase, Reply
from unforced.proof.walking import visits

FIRST_LINE_MS = 300
TURN_MS = 5
TAPS = 2
RUNS = 11


def first_line_ms() -> float:
    """From starting `unforced visit` to its first line of text, in a fresh process."""
    command = [str(Path(sys.executable).with_name("unforced")), "visit"]
    began = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env={**os.environ})
    assert process.stdout is not None
    while not process.stdout.readline().strip():
        pass
    taken = (time.perf_counter() - began) * 1000
    process.communicate()
    return taken


def turns_ms(count: int = 40) -> list[float]:
    """Every turn of seeded visits, deciding and showing, with words to screen."""
    library = FileLibrary()
    show(arrive(), library)
    respond(arrive(), Reply(Deed.OPEN_DOOR, "says_no"), library, raw="warm up")
    taken = []
    for visit in visits(library, count, seed=7):
        began = time.perf_counter()
        view = show(visit, library)
        reply = view.every()[0].reply if view.every() else Reply(Deed.STOP)
        words = "I can't do this. It says I'm lazy and it is right." if view.field else ""
        respond(visit, view.send or reply, library, raw=words) if visit.phase is not Phase.CLOSED else None
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def taps_to_first_cue() -> int:
    """Actions from arriving to the first cue of a settling practice; no question may stand in between."""
    library = FileLibrary()
    visit = respond(arrive(), Reply(Deed.OPEN_DOOR, "settle"), library)
    shelf = show(visit, library)
    visit = respond(visit, shelf.choices[0].reply, library)
    playing = show(visit, library).playing
    return visit.turn if playing and playing.timeline.beats else 99


def main() -> int:
    """Prints the figures beside their bounds."""
    first = statistics.median(first_line_ms() for _ in range(RUNS))
    turns = sorted(turns_ms())
    p95 = turns[int(len(turns) * 0.95)]
    taps = taps_to_first_cue()
    print(f"first line      median {first:6.0f} ms   bound {FIRST_LINE_MS} ms   ({RUNS} runs)")
    print(f"a turn          p95    {p95:6.2f} ms   bound {TURN_MS} ms   ({len(turns)} turns)")
    print(f"first cue       {taps:>6} taps      bound {TAPS}")
    return 0 if first <= FIRST_LINE_MS and p95 <= TURN_MS and taps <= TAPS else 1


if __name__ == "__main__":
    sys.exit(main())
