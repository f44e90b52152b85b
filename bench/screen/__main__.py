"""Runs the bench: what is heard a kind, false alarms, flips, time, and the rivals beside it.

    python -m bench.screen [--write] [--build-only]

Prints every figure and every bound; exits with 1 where a bound is missed. `--write` puts the tables into
docs/screen.md. `--build-only` never reads the sentences set apart.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.screen.page import write
from bench.screen.report import measured

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Prints the report, and writes it where asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--build-only", action="store_true")
    arguments = parser.parse_args()
    report = measured(build_only=arguments.build_only)
    print(report.told())
    if arguments.write:
        write(report, ROOT / "docs/screen.md")
    return 0 if all(bound.held for bound in report.bounds) else 1


if __name__ == "__main__":
    sys.exit(main())
