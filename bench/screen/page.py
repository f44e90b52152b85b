"""docs/screen.md, written from one run."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.page import write_below
from bench.screen.figures import all_of
from bench.screen.report import Report, Shares, in_order
from unforced.domain.screening import KINDS

MARK = "<!-- from here on written by python -m bench.screen --write -->"


def write(report: Report, file: Path) -> None:
    """The tables, below what is written by hand; the part above the mark stays."""
    write_below(MARK, _lines(report), file, "What the screening hears")


def _lines(report: Report) -> list[str]:
    day = datetime.now(UTC).date().isoformat()
    sizes = ", ".join(f"{subset} {count}" for subset, count in report.rows.items())
    lines = [f"Measured on {day}. Rows: {sizes}; {report.left_out} test rows left out as near-duplicates.", ""]
    for subset, shares in report.shares.items():
        lines += [f"## Alarms on the sentences of {subset}", "", *_table(shares, report.urgent[subset])]
        lines += ["", "Answers that change when the same text is typed another way:", ""]
        lines += [f"- {way}: {share.told()}" for way, share in report.flips[subset].items()] + [""]
    lines += [
        "## Beside others, on the same sentences",
        "",
        "| listener | danger heard | false alarms |",
        "|---|---|---|",
    ]
    lines += [f"| {name} | {_both(shares)} |" for name, shares in report.rivals.items()]
    lines += [
        "",
        "## Time",
        "",
        *(f"- {_plain(name)}: {taken * 1000:.1f} ms" for name, taken in report.seconds.items()),
    ]
    lines += ["", "## Bounds", "", "| bound | measured | must be | |", "|---|---|---|---|"]
    return [*lines, *(bound.told() for bound in report.bounds)]


def _table(shares: Shares, urgent: Shares) -> list[str]:
    lines = ["| kind | alarms | 95 % | heard as urgent |", "|---|---|---|---|"]
    for kind in in_order(shares):
        low, high = shares[kind].interval
        loud = f"{urgent[kind].value:.1%}" if kind in urgent else ""
        lines.append(
            f"| {_plain(kind)} | {shares[kind].value:.1%} ({shares[kind].hits} of {shares[kind].of}) "
            f"| {low:.1%} to {high:.1%} | {loud} |"
        )
    return lines


def _both(shares: Shares | None) -> str:
    if shares is None:
        return "not installed | not installed"
    return f"{all_of(shares, KINDS).told()} | {all_of(shares, shares.keys() - KINDS.keys()).told()}"


def _plain(name: str) -> str:
    return name.replace("_", " ")
