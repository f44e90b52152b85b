"""The report of a run as lines of Markdown: printed as they are, and written into docs/reading.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import Share
from bench.page import write_below
from bench.reading.correcting import Taught
from bench.reading.figures import COVERAGES
from bench.reading.report import Report
from unforced.domain.reading import LABELS

MARK = "<!-- from here on written by python -m bench.reading --write -->"


def write(report: Report, file: Path) -> None:
    """The tables, below what is written by hand; the part above the mark stays."""
    write_below(MARK, told(report), file, "What is heard in a person's own words")


def told(report: Report) -> list[str]:
    """Every table."""
    day = datetime.now(UTC).date().isoformat()
    lines = [f"Measured on {day}, on {report.rows} texts set apart; {report.left_out} left out as near-duplicates."]
    if report.tenth:
        lines += ["", "**A tenth of everything: these figures are for whoever changes code, not for quoting.**"]
    lines += ["", *(f"- Not measured: {name}, since {why}." for name, why in report.missing.items())]
    for part in (_quality, _labels, _coverage, _confusions, _corrections, _costs, _feelings, _agreement, _bounds):
        lines += ["", *part(report)]
    return lines


def _table(title: str, *heads: str) -> Iterator[str]:
    yield from (f"## {title}", "", f"| {' | '.join(heads)} |", "|---" * len(heads) + "|")


def _quality(report: Report) -> Iterator[str]:
    yield from _table(
        "Readers, on the same texts", "reader", "top-1", "top-2", "macro-F1", "ECE", "first is one of two", "unread"
    )
    for name, each in report.quality.items():
        low, high = each.macro_interval
        yield (
            f"| {name} | {each.top_1.told()} | {each.top_2.told()} | {each.macro_f1:.3f} ({low:.3f} to {high:.3f}) "
            f"| {each.ece:.3f} | {each.either.value:.1%} | {each.unread.hits} |"
        )


def _labels(report: Report) -> Iterator[str]:
    yield from _table("F1 a label", "label", *report.quality)
    for label in LABELS:
        told_of = (f"{each.f1[label]:.2f}" if label in each.f1 else "" for each in report.quality.values())
        yield f"| {label} | {' | '.join(told_of)} |"


def _coverage(report: Report) -> Iterator[str]:
    heads = (*(f"{each} %" for each in COVERAGES), "where it claims something", "spans in place")
    yield from _table("Top-1 of the texts that a reader is surest of", "reader", *heads)
    for name, each in report.quality.items():
        curve = " | ".join(f"{each.coverage[share].value:.1%}" for share in COVERAGES)
        claims = f"{each.claimed_top_1.value:.1%} of {each.claimed.value:.0%}"
        yield f"| {name} | {curve} | {claims} | {_hits(each.spans)} |"


def _confusions(report: Report) -> Iterator[str]:
    yield from _table(f"What is taken for what most often, by the {report.main}", "it is", "read as", "times")
    for (label, read), times in report.quality[report.main].confusions:
        yield f"| {label} | {read or 'unread'} | {times} |"


def _corrections(report: Report) -> Iterator[str]:
    yield from _table("Ten corrections by simulated persons", "what", *report.taught)
    told = [_taught(each) for each in report.taught.values()]
    for what in told[0]:
        yield f"| {what} | {' | '.join(each[what] for each in told)} |"


def _taught(each: Taught) -> dict[str, str]:
    low, high = each.interval
    own, usual = (f"{before.value:.1%} → {after.value:.1%}" for before, after in (each.own, each.usual))
    return {
        "persons": str(each.persons),
        "corrections each, and those about a way of their own": f"{each.corrections:.1f}, {each.told:.1f}",
        "top-1 before → after": f"{each.before.value:.1%} → {each.after.value:.1%}",
        "raised, the mean over persons": f"{each.raised:+.1%} ({low:+.1%} to {high:+.1%})",
        "raised for whom it helped least": f"{each.least:+.1%}",
        "what would be gained if all of their own way were learnt": f"{each.most:+.1%}",
        "what is said in their own way": own,
        "what they say as others do": usual,
        "others lowered; others' answers that changed": f"{each.lowered}; {each.changed}",
    }


def _costs(report: Report) -> Iterator[str]:
    yield from _table("What it costs, in a process of its own on one core", "what", *report.costs)
    for what in next(iter(report.costs.values()), {}):
        figures = " | ".join(f"{each[what]:.1f}" for each in report.costs.values())
        yield f"| {what.replace('_', ' ')} | {figures} |"
    yield ""
    yield from (f"- On a disk, {name}: {size:.1f} MB" for name, size in report.sizes.items())


def _feelings(report: Report) -> Iterator[str]:
    yield from ("## Feelings", "")
    if report.feelings is None:
        yield "GoEmotions wasn't measured in this run."
    else:
        yield f"GoEmotions, its published test split, 28 labels: macro-F1 {report.feelings:.3f} (BERT: 0.46)."


def _agreement(report: Report) -> Iterator[str]:
    yield from ("## Two readers of the sentences", "")
    both = report.agreement
    if both is None:
        yield "Nobody has labelled them a second time yet."
    else:
        yield f"- Cohen's kappa on the first label: {both.kappa:.3f}"
        yield f"- The same first label: {both.same.told()} of {both.same.of}"
        yield f"- A label in common: {both.overlap.told()}"


def _bounds(report: Report) -> Iterator[str]:
    yield from _table("Bounds, fixed before any model was measured", "bound", "measured", "must be", "")
    yield from (bound.told() for bound in (*report.bounds, *report.whole))


def _hits(share: Share) -> str:
    return f"{share.hits} of {share.of}" if share.of else "no spans"
