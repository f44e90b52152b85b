"""All that is measured in one run."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from bench.figures import Bound, Share
from bench.likeness import unlike
from bench.screen import clock
from bench.screen.figures import all_of, by_kind, flips
from bench.screen.listeners import Alarm, keywords, rivals, the_rules
from bench.screen.rows import FOLDER, Row, crossing, rows
from unforced.adapters.library import FileLibrary
from unforced.domain.screening import KINDS, Concern, Rules, screen

Shares = dict[str, Share]


@dataclass(slots=True)
class Report:
    """The figures of one run; a subset is build or test."""

    rows: dict[str, int] = field(default_factory=dict)
    left_out: int = 0
    shares: dict[str, Shares] = field(default_factory=dict)
    urgent: dict[str, Shares] = field(default_factory=dict)
    flips: dict[str, Shares] = field(default_factory=dict)
    rivals: dict[str, Shares | None] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    bounds: list[Bound] = field(default_factory=list)

    def told(self) -> str:
        """The report as lines."""
        lines = [f"{self.left_out} test rows left out as near-duplicates"]
        for subset, shares in self.shares.items():
            lines += ["", f"{subset}: {self.rows[subset]} rows; alarms a kind, with Wilson's 95 % interval"]
            lines += [f"  {kind:16}{shares[kind]}" for kind in in_order(shares)]
            lines += [f"  {kind:16}{share}  (urgent)" for kind, share in self.urgent[subset].items()]
            lines += [f"  flips {way:28}{share}" for way, share in self.flips[subset].items()]
        lines += ["", "against the others: danger heard, false alarms"]
        lines += [f"  {name:20}{told_of(shares)}" for name, shares in self.rivals.items()]
        lines += ["", *(f"  {name:24}{taken * 1000:8.2f} ms" for name, taken in self.seconds.items()), ""]
        return "\n".join([*lines, *map(str, self.bounds)])


def in_order(shares: Shares) -> list[str]:
    """The kinds of danger first, then what is to be left alone."""
    return [*(kind for kind in KINDS if kind in shares), *sorted(shares.keys() - KINDS.keys())]


def told_of(shares: Shares | None) -> str:
    """Both errors of one listener in a line."""
    if shares is None:
        return "not installed"
    return f"{all_of(shares, KINDS)}   {all_of(shares, shares.keys() - KINDS.keys())}"


def measured(*, build_only: bool) -> Report:
    """Everything, on build and test; bounds are on test, or on build where test isn't read."""
    bounds = tomllib.loads((FOLDER / "thresholds.toml").read_text("utf-8"))
    rules = FileLibrary().rules
    alarm = the_rules(rules)
    report = Report()
    subsets = _subsets(report, rules, bounds["near_duplicate"], build_only=build_only)
    for subset, found in subsets.items():
        report.rows[subset] = len(found)
        report.shares[subset] = by_kind(found, alarm)
        loud = [row for row in found if KINDS.get(row.kind) is Concern.URGENT]
        report.urgent[subset] = by_kind(loud, lambda text: screen(text, rules).concern is Concern.URGENT)
        report.flips[subset] = flips(found, alarm)
    last = list(subsets)[-1]
    others: dict[str, Alarm | None] = {"these rules": alarm, "thirty keywords": keywords(), **rivals()}
    report.rivals = {name: by_kind(subsets[last], other) if other else None for name, other in others.items()}
    report.seconds = _seconds(subsets["build"], rules, alarm)
    report.bounds = list(chain(_bounds(report, last, bounds), _ahead(report)))
    return report


def _subsets(report: Report, rules: Rules, most: float, *, build_only: bool) -> dict[str, list[Row]]:
    build = rows("build")
    if build_only:
        return {"build": build}
    test = rows("test")
    if shared := crossing(build, test):
        raise SystemExit(f"{shared} test rows share author and scenario with the build rows: the split isn't one")
    catches = (*(sign.catches for sign in (*rules.rules, *rules.signs)), *(rule.catches for rule in rules.together))
    examples = chain.from_iterable(catches)
    apart = unlike(test, (*(row.text for row in build), *examples), most)
    report.left_out = len(test) - len(apart)
    return {"build": build, "test": apart}


def _seconds(found: list[Row], rules: Rules, alarm: Alarm) -> dict[str, float]:
    texts = [row.text for row in found]
    median, worst = clock.of_ten_sentences(texts, alarm)
    return {
        "p50_of_ten_sentences": median,
        "p99_of_ten_sentences": worst,
        "ordinary_256_kb": clock.of_long_text(texts, alarm),
        "rule_words_256_kb": clock.of_long_text(sorted(rules.spelling.rank), alarm),
    }


def _bounds(report: Report, subset: str, bounds: dict[str, Any]) -> list[Bound]:
    shares = report.shares[subset]
    found = [Bound(f"recall {kind}", shares[kind].value, least, True) for kind, least in bounds["recall"].items()]
    found += [Bound(f"false alarms {kind}", shares[kind].value, most) for kind, most in bounds["false_alarms"].items()]
    found += [Bound(f"flips {way}", report.flips[subset][way].value, most) for way, most in bounds["flips"].items()]
    found += [Bound(f"seconds {name}", report.seconds[name], most) for name, most in bounds["seconds"].items()]
    return found


def _ahead(report: Report) -> list[Bound]:
    """Ahead of each rival on both errors."""
    ours, *_ = report.rivals.values()
    assert ours is not None
    safe = ours.keys() - KINDS.keys()
    found = []
    for name, theirs in list(report.rivals.items())[1:]:
        if theirs:
            heard, alarms = all_of(theirs, KINDS).value, all_of(theirs, safe).value
            found.append(Bound(f"heard, against {name}", all_of(ours, KINDS).value, round(heard, 4), True))
            found.append(Bound(f"alarms, against {name}", all_of(ours, safe).value, round(alarms, 4)))
    return found
