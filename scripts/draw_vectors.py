"""Writes docs/vault-format.vectors.json: what opens, step by step, and what must not, with the answer it gets.

    python -m scripts.draw_vectors

The same bytes each time: chance is drawn from a seed. A test compares the file with what this would write, opens every
vector with the program, and opens them once more with a reader in another language that shares nothing with it.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.adapters.vault.vectors import bundles, codes, locks, pages, registers
from tests.adapters.vault.vectors.drawing import CHANCE

OUT = Path(__file__).parent.parent / "docs/vault-format.vectors.json"
THAT_OPEN = (
    codes.codes_that_open,
    locks.locks_that_open,
    pages.pages_that_open,
    registers.registers_that_open,
    bundles.bundles_that_open,
)
THAT_MUST_NOT = (
    codes.codes_that_must_not,
    locks.locks_that_must_not,
    pages.pages_that_must_not,
    registers.registers_that_must_not,
    bundles.bundles_that_must_not,
)


def drawn() -> str:
    """The whole file. Chance begins anew, so that it can be drawn twice."""
    CHANCE.begin("unforced, format 1: vectors")
    whole = {
        "format": 1,
        "about": "docs/vault-format.md says what each field is. Bytes are in hexadecimal, revisions are decimal text.",
        "open": [vector for vectors in THAT_OPEN for vector in vectors()],
        "refuse": [vector for vectors in THAT_MUST_NOT for vector in vectors()],
    }
    return json.dumps(whole, indent=0) + "\n"


if __name__ == "__main__":
    OUT.write_text(drawn(), "utf-8")
    print(f"{OUT.stat().st_size} bytes written")
