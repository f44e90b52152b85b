"""Somebody in danger is heard, and somebody who isn't is left alone, on the sentences the rules were written beside.

What is held here is what holds today on the subset "build", so that a change can't lose it unseen. The bounds that the
rules are meant for stand in evaluation/screen/thresholds.toml; `make bench-screen` measures them on the other subset,
which nothing here reads.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unforced.adapters.library import FileLibrary
from unforced.domain.screening import KINDS, screen

BUILD = Path(__file__).parents[2] / "evaluation/screen/build"
HEARD = {
    "explicit": 0.60,
    "self_harm": 0.70,
    "passive": 0.55,
    "veiled": 0.48,
    "danger": 0.58,
    "neglect": 0.88,
    "harm_to_others": 0.58,
}


@pytest.fixture(scope="module")
def alarms() -> dict[str, list[bool]]:
    """Every kind's answers. Only shares are compared; no text is shown."""
    rules = FileLibrary().rules
    found: dict[str, list[bool]] = {}
    for file in sorted(BUILD.glob("*.jsonl")):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            found.setdefault(row["kind"], []).append(bool(screen(row["text"], rules).concern))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_danger_is_heard_as_often_as_it_was(alarms: dict[str, list[bool]], kind: str) -> None:
    assert sum(alarms[kind]) >= HEARD[kind] * len(alarms[kind])


def test_what_is_safe_is_almost_always_left_alone(alarms: dict[str, list[bool]]) -> None:
    bounds = {"clean": 0.01, "idiom": 0.05, "grief": 0.05, "past_recovered": 0.05, "fiction": 0.05}
    loud = {kind: sum(alarms[kind]) / len(alarms[kind]) for kind in alarms.keys() - KINDS.keys()}
    assert {kind for kind, share in loud.items() if share > bounds.get(kind, 0.02)} == set()
