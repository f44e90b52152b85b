"""Runs the bench: what rules and model hear together, each alone, flips and time, against the bounds.

    python -m bench.concern [--write] [--subset build] [--model FOLDER]

Exits with 1 where a bound is missed. `--write` puts the tables into docs/concern.md. Texts are never printed.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.concern.report import Report, measured
from bench.page import write_below
from bench.screen.report import in_order
from unforced.adapters.reading.encoder import MissingModelError
from unforced.model import HERE

ROOT = Path(__file__).parents[2]
MARK = "<!-- from here on written by python -m bench.concern --write -->"


def lines_of(report: Report) -> list[str]:
    """The report as a page."""
    names = list(report.shares)
    lines = [
        f"Measured on {datetime.now(UTC).date().isoformat()}, on {report.count} texts set apart; "
        f"{report.left_out} left out as near-duplicates of what was learnt from.",
        "",
        f"| kind | {' | '.join(names)} |",
        f"|---{'|---' * len(names)}|",
    ]
    for kind in in_order(report.shares[names[0]]):
        lines.append(f"| {kind.replace('_', ' ')} | {' | '.join(report.shares[name][kind].told() for name in names)} |")
    lines += ["", "Answers that change when the same text is typed another way:", ""]
    lines += [f"- {way}: {share.told()}" for way, share in report.flips.items()]
    lines += [
        "",
        f"Up to ten sentences: {report.median * 1000:.1f} ms, p99 {report.worst * 1000:.1f} ms (processor).",
        "",
    ]
    return [*lines, "| bound | measured | must be | |", "|---|---|---|---|", *(bound.told() for bound in report.bounds)]


def main() -> int:
    """Prints the report, and writes it where asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--subset", default="test", choices=["build", "test"])
    parser.add_argument("--model", type=Path, default=HERE)
    arguments = parser.parse_args()
    try:
        report = measured(arguments.model, arguments.subset)
    except MissingModelError:
        print("The small model isn't here, or what runs it (the extra `reading`).")
        return 1
    print("\n".join(lines_of(report)))
    if arguments.write:
        write_below(MARK, lines_of(report), ROOT / "docs/concern.md", "What rules and model hear together")
    return 0 if all(bound.held for bound in report.bounds) else 1


if __name__ == "__main__":
    sys.exit(main())
