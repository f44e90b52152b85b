"""The whole proof: combinations, sequences, the search, screens, sentences, and every control."""

from __future__ import annotations

from typing import Any

from unforced.ports import Library
from unforced.proof.combinations import check_all
from unforced.proof.controls import run_controls
from unforced.proof.reaching import search
from unforced.proof.sequences import walk_all
from unforced.proof.walking import check_screens, check_sentences

SCREENS = 300


def enumerate_all(library: Library, share: int = 1) -> dict[str, Any]:
    """``{"visited", "sequences", "broken", "controls"}``; ``share`` 10 takes about a tenth, for every test run."""
    combinations = check_all(library.shelf, share)
    walk = walk_all(library.shelf, depth=4 if share == 1 else 3)
    searched, locked_out = search(library.shelf, share)
    screens, screens_broken = check_screens(library, SCREENS // share)
    broken = [*combinations.broken, *walk.broken, *locked_out, *screens_broken, *check_sentences(library)]
    return {
        "visited": combinations.visited,
        "sequences": walk.count,
        "searched": searched,
        "screens": screens,
        "broken": list(dict.fromkeys(broken)),
        "controls": dict(sorted(run_controls(library).items())),
    }
