"""All that is measured in one run: rules, model and weighed words, alone and together; with bounds fixed before."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bench.figures import Bound, Share
from bench.likeness import unlike
from bench.screen.clock import told
from bench.screen.figures import by_kind, flips
from bench.screen.listeners import Alarm, the_rules
from bench.screen.rows import FOLDER, Row, rows
from unforced.adapters.library import FileLibrary
from unforced.adapters.reading.encoder import Encoder
from unforced.adapters.reading.model_listener import ModelListener
from unforced.adapters.reading.words_listener import WordsListener
from unforced.ports import Listener

TIMED = 300  # texts of one to ten sentences


@dataclass(slots=True)
class Report:
    """The figures of one run, on ``count`` rows. ``shares``: for each listener the alarms a kind."""

    count: int = 0
    left_out: int = 0
    shares: dict[str, dict[str, Share]] = field(default_factory=dict)
    flips: dict[str, Share] = field(default_factory=dict)
    median: float = 0.0
    worst: float = 0.0
    bounds: list[Bound] = field(default_factory=list)


def remembered(listener: Listener) -> Alarm:
    """What a second listener alarms for, each text asked once."""

    @cache
    def alarm(text: str) -> bool:
        heard = listener.hear(text)
        return heard is not None and bool(heard.concern)

    return alarm


def still() -> float:
    """A clock that stands still, so that a busy machine hears the same."""
    return 0.0


def measured(folder: Path, subset: str) -> Report:
    """Everything, on one subset of the sentences."""
    wanted = tomllib.loads((FOLDER / "with_model.toml").read_text("utf-8"))
    second = ModelListener(folder, Encoder(folder), still)
    second.ready()
    rules, model, words = the_rules(FileLibrary().rules), remembered(second), remembered(WordsListener(folder, still))
    report, known = Report(), [row.text for name in ("build", "learn") for row in rows(name)]
    every = rows(subset)
    found = unlike(every, known, wanted["near_duplicate"]) if subset == "test" else every
    report.count, report.left_out = len(found), len(every) - len(found)

    def both(text: str) -> bool:
        return rules(text) or model(text)

    def without(text: str) -> bool:
        return rules(text) or words(text)

    listeners = {
        "rules and model": both, "model alone": model, "rules alone": rules, "rules and words (no extra)": without,
    }  # fmt: skip
    report.shares = {name: by_kind(found, alarm) for name, alarm in listeners.items()}
    report.flips = flips(found, both)
    report.median, report.worst = _seconds(found, rules, the_model_uncached(folder))
    report.bounds = list(_bounds(report, wanted))
    return report


def the_model_uncached(folder: Path) -> Alarm:
    """The same, remembering nothing, so that every text takes its time."""
    listener = ModelListener(folder, Encoder(folder))
    listener.ready()
    return lambda text: listener.hear(text) is None


def _seconds(found: list[Row], rules: Alarm, model: Alarm) -> tuple[float, float]:
    """The median and the 99th percentile of the processor's seconds, rules and model one after the other."""
    chance = Random(3)
    told_ = told([row.text for row in found])
    taken = []
    for _ in range(TIMED):
        text = " ".join(chance.sample(told_, chance.randint(1, 10)))
        began = time.process_time()
        rules(text)
        model(text)
        taken.append(time.process_time() - began)
    taken.sort()
    return taken[TIMED // 2], taken[int(TIMED * 0.99)]


def _bounds(report: Report, wanted: dict[str, Any]) -> Iterator[Bound]:
    ours = report.shares["rules and model"]
    for kind, least in wanted["recall"].items():
        yield Bound(f"recall {kind}", ours[kind].value, least, True)
    for kind, most in wanted["false_alarms"].items():
        yield Bound(f"false alarms {kind}", ours[kind].value, most)
    for way, share in report.flips.items():
        if "lost" not in way:
            yield Bound(f"flips {way}", share.value, wanted["flips"]["most"])
    yield Bound("seconds p99 of ten sentences", report.worst, wanted["seconds"]["p99_of_ten_sentences"])
