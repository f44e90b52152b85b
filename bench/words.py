"""The main job on real input: 400 people's own words through whole visits, by the deeds that every surface uses.

    python -m bench.words [--tenth] [--seed N]

Each text begins a visit; seeded answers are drawn so that all seventeen states and all deeds occur. Checked: no
exception, no broken invariant (Stop, Nothing and Help on every screen; offers from two families; nothing inward
below presence 2; no hold; doses), every visit closed. Transcripts and a summary go to bench/out/words (not tracked).

The texts are read from real_words.jsonl.gz in UNFORCED_DATA, by default ../shared/data beside the project. Where it
isn't there, forty plain sentences written for this bench are used instead, and the summary says so.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from pathlib import Path
from random import Random

from bench.wanderer import Wanderer
from unforced.adapters.library import FileLibrary
from unforced.domain.practice import Family
from unforced.domain.states import STATES
from unforced.domain.visit import Deed, Phase

ROOT = Path(__file__).parent.parent
OUT = ROOT / "bench/out/words"
ENOUGH = 400  # with fewer texts a tenth of them would leave some screens unseen
DATA = Path(os.environ.get("UNFORCED_DATA", ROOT.parent / "shared/data"))


def texts() -> tuple[list[str], str]:
    """The texts, and where they came from."""
    path = DATA / "real_words.jsonl.gz"
    if not path.exists():
        own = (Path(__file__).parent / "own_words.txt").read_text("utf-8").splitlines()
        return [line for line in own if line], "own sentences of this bench (real_words.jsonl.gz isn't here)"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines], path.name


def main() -> int:
    """Runs the visits and prints the summary; exit code 1 where anything broke or didn't occur."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tenth", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    found, source = texts()
    chosen = found[::10] if arguments.tenth and len(found) >= ENOUGH else found
    OUT.mkdir(parents=True, exist_ok=True)
    library = FileLibrary()
    states: Counter[str] = Counter()
    deeds: Counter[str] = Counter()
    broken: list[str] = []
    closed = 0
    # A visit is short; several by the same person's words let every state and deed occur.
    rounds = 3 if len(chosen) >= 400 else 12
    for number, text in enumerate(chosen * rounds):
        wanderer = Wanderer(library, Random(arguments.seed * 100_003 + number), text)
        visit = wanderer.go()
        states.update(wanderer.states)
        deeds.update(wanderer.deeds)
        broken += wanderer.broken
        closed += visit.phase is Phase.CLOSED
        (OUT / f"{number:04}.txt").write_text("\n".join(wanderer.transcript) + "\n", "utf-8")
    summary = {
        "texts": len(chosen),
        "source": source,
        "visits": len(chosen) * rounds,
        "closed": closed,
        "broken": broken[:20],
        "exceptions": sum(line.startswith("exception") for line in broken),
        "states": {state.name: states[state.name] for state in STATES},
        "deeds": {str(deed): deeds[str(deed)] for deed in Deed},
        "families": {str(family): deeds[f"family {family}"] for family in Family},
    }
    (OUT / "summary.json").write_text(json.dumps(summary, indent=1) + "\n", "utf-8")
    print(json.dumps(summary, indent=1))
    missed = [state.name for state in STATES if not states[state.name]] + [d for d in Deed if not deeds[d]]
    if missed:
        print("never occurred:", ", ".join(missed))
    return 0 if not broken and not missed and closed == len(chosen) * rounds else 1


if __name__ == "__main__":
    sys.exit(main())
