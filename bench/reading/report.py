"""All that is measured in one run."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from bench.figures import Bound
from bench.likeness import unlike
from bench.reading import costs, feelings
from bench.reading.correcting import Taught, persons, taught
from bench.reading.figures import Quality, quality
from bench.reading.rivals import MODEL, ours, rivals
from bench.reading.rows import FOLDER, Agreement, Row, agreement, rows
from bench.reading.unready import SMALL, WORDS


@dataclass(slots=True)
class Report:
    """The figures of one run, by the name of the reader. ``missing``: what couldn't be measured, and why."""

    rows: int = 0
    left_out: int = 0
    tenth: bool = False
    agreement: Agreement | None = None
    quality: dict[str, Quality] = field(default_factory=dict)
    costs: dict[str, dict[str, float]] = field(default_factory=dict)
    taught: dict[str, Taught] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    feelings: float | None = None
    missing: dict[str, str] = field(default_factory=dict)
    bounds: list[Bound] = field(default_factory=list)
    whole: list[Bound] = field(default_factory=list)

    @property
    def main(self) -> str:
        """The reader that a person gets: the small model where it is, or else the rules and words."""
        return SMALL if SMALL in self.quality else WORDS

    @property
    def held(self) -> bool:
        """Whether every bound is held; of a tenth only those that don't depend on how many rows there are."""
        return all(bound.held for bound in (self.whole if self.tenth else [*self.bounds, *self.whole]))


def measured(*, tenth: bool = False, folder: Path = MODEL) -> Report:
    """Everything. ``tenth``: a tenth of the rows, of the persons and of the comments."""
    plan = tomllib.loads((FOLDER / "thresholds.toml").read_text("utf-8"))
    build, test = rows("build"), rows("test")
    if shared := {row.author for row in build} & {row.author for row in test}:
        raise SystemExit(f"{len(shared)} voices are in both sets: the split isn't one")
    if tenth:
        test = test[::10]
    apart = unlike(test, (row.text for row in build), plan["near_duplicate"])
    report = Report(len(apart), len(test) - len(apart), tenth, agreement([*build, *rows("test")]))
    _read(report, apart, folder)
    _cost(report, apart, folder)
    _teach(report, plan, folder)
    told = feelings.macro_f1(folder, tenth=tenth)
    if isinstance(told, str):
        report.missing["feelings (GoEmotions)"] = told
    else:
        report.feelings = told
    report.bounds, report.whole = list(_bounds(report, plan)), list(_whole(report, plan))
    return report


def _read(report: Report, found: list[Row], folder: Path) -> None:
    for name, listen in rivals(folder).items():
        if isinstance(listen, str):
            report.missing[name] = listen
        else:
            report.quality[name] = quality(found, [listen(row.text) for row in found])


def _own(report: Report) -> list[str]:
    return [name for name in (SMALL, WORDS) if name in report.quality]


def _cost(report: Report, found: list[Row], folder: Path) -> None:
    for name in _own(report):
        report.costs[name] = costs.alone(name, folder, found)
    report.sizes["model files"] = costs.weights_mb(folder)
    if added := costs.installed_mb():
        report.sizes["the extra"] = sum(added.values())
        report.sizes |= {f"of it {name}": size for name, size in added.items() if size >= 1}
    else:
        report.missing["size of the extra"] = "it isn't installed"


def _teach(report: Report, plan: dict[str, Any], folder: Path) -> None:
    everybody = persons(rows("test"), plan["simulated"])[:: 10 if report.tenth else 1]
    for name in _own(report):
        report.taught[name] = taught(ours(name, folder), everybody, plan["simulated"]["corrections"])


def _bounds(report: Report, plan: dict[str, Any]) -> chain[Bound]:
    main, least = report.quality[report.main], plan["reading"]
    read = [
        Bound("top-2", main.top_2.value, least["top_2"], True),
        Bound("macro-F1", main.macro_f1, least["macro_f1"], True),
        Bound("top-1 at 80 % coverage", main.coverage[80].value, least["top_1_at_80"], True),
        Bound("calibration error (ECE)", main.ece, least["ece"]),
    ]
    if report.feelings is not None:
        read.append(Bound("GoEmotions macro-F1", report.feelings, plan["feelings"]["goemotions_macro_f1"], True))
    raised = report.taught[report.main].raised
    read.append(Bound("raised by ten corrections", raised, plan["corrections"]["raised"], True))
    return chain(read, _dear(report, plan["cost"]))


def _dear(report: Report, most: dict[str, float]) -> list[Bound]:
    found = []
    for name, cost in report.costs.items():
        longest = most["p50_ms_words" if name == WORDS else "p50_ms"]
        found += [
            Bound(f"ms a short sentence, {name}", cost["p50_ms"], longest),
            Bound(f"ms to the first answer, {name}", cost["first_ms"], most["first_ms"]),
            Bound(f"MB resident, {name}", cost["resident_mb"], most["resident_mb"]),
        ]
    if "the extra" in report.sizes:
        found.append(Bound("MB that the extra adds", report.sizes["the extra"], most["installed_mb"]))
    return found


def _whole(report: Report, plan: dict[str, Any]) -> chain[Bound]:
    """What must hold of every row there is, however many."""
    spans = (
        Bound(f"spans in place, {name}", report.quality[name].spans.value, plan["reading"]["spans_in_place"], True)
        for name in _own(report)
    )
    others = (
        Bound(f"others lowered, {name}", each.lowered, plan["corrections"]["lowered"])
        for name, each in report.taught.items()
    )
    return chain(spans, others)
