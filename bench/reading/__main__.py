"""Runs the bench: what each reader hears, how sure it may be, what it costs, and what corrections change.

    python -m bench.reading [--write] [--tenth] [--model FOLDER]

Prints every figure and every bound; exits with 1 where a bound is missed. `--write` puts the tables into
docs/reading.md. `--tenth` takes a tenth of everything and holds only what a tenth can show. `--model` measures the
files of another folder than the one that ships.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.reading.page import told, write
from bench.reading.report import measured
from bench.reading.rivals import MODEL

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Prints the report, and writes it where asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--tenth", action="store_true")
    parser.add_argument("--model", type=Path, default=MODEL)
    arguments = parser.parse_args()
    report = measured(tenth=arguments.tenth, folder=arguments.model)
    print("\n".join(told(report)))
    if arguments.write and not arguments.tenth:
        write(report, ROOT / "docs/reading.md")
    return 0 if report.held else 1


if __name__ == "__main__":
    sys.exit(main())
