"""The sentences that the encoder learns from are no part of what it is tested on, and keep the same manners.

Promise: reads evaluation/screen/learn and the texts of evaluation/screen/test. A failure names ids, never texts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.evaluation.likeness import near
from tests.evaluation.test_screen_sentences import LEAST, SCREEN

LEARN: Final = SCREEN / "learn"
DOSE: Final = re.compile(r"\b\d+\s?(mg|ml|g|milligrams?|tablets?|pills?|units)\b", re.IGNORECASE)


def read(folder: Path) -> list[dict[str, Any]]:
    """Every row of a folder."""
    return [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


@cache
def learnt() -> tuple[dict[str, Any], ...]:
    """Every row to learn from."""
    return tuple(read(LEARN))


def words_of(row: dict[str, Any]) -> tuple[str, ...]:
    """Casefolded, without punctuation."""
    return tuple(re.sub(r"[^\w\s]", "", row["text"].casefold()).split())


def test_there_are_many_in_many_voices_and_every_kind_has_its_rows() -> None:
    kinds = Counter(row["kind"] for row in learnt())
    assert len(learnt()) >= 5_000
    assert len({row["author"] for row in learnt()}) >= 30
    assert set(kinds) == set(LEAST)
    assert min(kinds.values()) >= 200


def test_every_row_has_its_fields_and_its_own_id() -> None:
    for row in learnt():
        assert set(row) == {"id", "author", "scenario", "kind", "text", "subset"}, row["id"]
        assert row["subset"] == "learn", row["id"]
    assert not [name for name, times in Counter(row["id"] for row in learnt()).items() if times > 1]


def test_nothing_learnt_is_nearly_something_tested() -> None:
    tested = [(row["id"], words_of(row)) for row in read(SCREEN / "test")]
    named = {name for name, _ in tested}
    both = near((*tested, *((row["id"], words_of(row)) for row in learnt())))
    assert not [(one, other) for one, other in both if (one in named) != (other in named)]


def test_a_near_twin_would_be_seen() -> None:
    """The control: a tested sentence with its last word changed."""
    words = next(words_of(row) for row in read(SCREEN / "test") if len(words_of(row)) > 12)
    assert near((("tested", words), ("learnt", (*words[:-1], "otherwise")))) == [("tested", "learnt")]


def test_no_voice_that_is_learnt_from_is_tested() -> None:
    assert not {row["author"] for row in learnt()} & {row["author"] for row in read(SCREEN / "test")}


def test_no_scenario_that_is_set_apart_is_learnt_from() -> None:
    readme = (SCREEN / "README.md").read_text("utf-8")
    listed = next(line for line in readme.splitlines() if line.startswith("Set apart, scenarios: "))
    assert not {row["scenario"] for row in learnt()} & set(re.findall(r"`([^`]+)`", listed))


def test_no_sentence_to_learn_from_tells_how_much() -> None:
    assert not [row["id"] for row in learnt() if DOSE.search(row["text"])]
