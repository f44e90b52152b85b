"""The open set of sentences is what its README says: whole, varied, and honestly set apart.

Promise: reads evaluation/screen/build and evaluation/screen/test, and nothing else. A failure names ids, never texts,
so that whoever writes rules can run this without reading what was set apart.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.evaluation.likeness import near, words_of
from unforced.domain.screening import KINDS

SCREEN: Final = Path(__file__).parent.parent.parent / "evaluation" / "screen"
SAFE: Final = [
    "clean",
    "self_attack",
    "resistance",
    "body_words",
    "therapy_talk",
    "idiom",
    "grief",
    "past_recovered",
    "fiction",
]  # harmless neighbours, each of which looks like a danger in its own way
LEAST: Final = (
    dict.fromkeys(KINDS, 100) | dict.fromkeys(SAFE, 80) | {"explicit": 120, "self_harm": 120}
)  # rows a kind has at least
OBVIOUS: Final = re.compile(
    r"\b(kill\w*|die[sd]?|dying|dead|death|suicid\w*|murder\w*|cut(?:s|ting)?|hurt\w*|harm\w*|overdos\w*|stab\w*"
    r"|hang(?:s|ed|ing)?|hung|knife|knives|blades?|razors?|guns?|pistols?|rifle|rope|blood\w*|bleed\w*|hit(?:s|ting)?"
    r"|beat(?:s|en|ing)?|punch\w*|pills?|tablets?|alive|my life)\b",
    re.IGNORECASE,
)  # what a list of words would look for; GUIDELINE.md says so too
SETS: Final = ("build", "test")


class Row(NamedTuple):
    """One sentence as it is stored; `subset` is stored, `folder` is where it lies."""

    id: str
    author: str
    scenario: str
    kind: str
    text: str
    subset: str
    folder: str

    @property
    def words(self) -> tuple[str, ...]:
        """Casefolded, without punctuation."""
        return words_of(self.text)


@cache
def rows() -> tuple[Row, ...]:
    """Every stored row, build first."""
    found: list[Row] = []
    for folder in SETS:
        for path in sorted((SCREEN / folder).glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                fields = json.loads(line)
                assert set(fields) == set(Row._fields) - {"folder"}, f"{path.name}: a row has other fields"
                assert all(isinstance(value, str) and value.strip() == value for value in fields.values()), fields["id"]
                assert fields["author"] == path.stem, fields["id"]
                found.append(Row(**fields, folder=folder))
    return tuple(found)


def test_there_are_sentences_enough_and_no_id_comes_twice() -> None:
    assert len(rows()) >= 1_560
    assert not [name for name, times in Counter(row.id for row in rows()).items() if times > 1]


@pytest.mark.parametrize("kind", LEAST)
def test_every_kind_has_its_rows(kind: str) -> None:
    assert sum(row.kind == kind for row in rows()) >= LEAST[kind]


def test_no_row_has_a_kind_nobody_described() -> None:
    guideline = (SCREEN / "GUIDELINE.md").read_text("utf-8")
    assert {row.kind for row in rows()} == set(LEAST)
    assert not [kind for kind in LEAST if f"**{kind}**" not in guideline]


def test_danger_and_its_harmless_neighbours_are_about_half_each() -> None:
    danger = sum(row.kind in KINDS for row in rows())
    assert 0.45 <= danger / len(rows()) <= 0.55


def test_every_voice_speaks_of_many_things_at_length() -> None:
    voices = {row.author for row in rows()}
    assert len(voices) >= 30
    for voice in voices:
        own = [row for row in rows() if row.author == voice]
        assert 45 <= len(own) <= 60, voice
        assert len({row.scenario for row in own}) >= 8, voice
        assert {row.kind in KINDS for row in own} == {True, False}, voice


def test_a_sentence_is_three_to_sixty_words() -> None:
    assert not [row.id for row in rows() if not 3 <= len(row.words) <= 60]


def test_no_sentence_is_there_twice_or_nearly() -> None:
    assert not [words for words, times in Counter(row.words for row in rows()).items() if times > 1]
    assert not near(tuple((row.id, row.words) for row in rows()))


def test_near_twins_would_be_seen() -> None:
    """The control: a sentence with its last word changed is found."""
    words = next(row.words for row in rows() if len(row.words) > 12)
    assert near((("one", words), ("two", (*words[:-1], "otherwise")))) == [("one", "two")]


def test_a_row_is_in_test_exactly_when_its_voice_or_its_scenario_was_set_apart() -> None:
    built = [row for row in rows() if row.folder == "build"]
    voices, scenarios = {row.author for row in built}, {row.scenario for row in built}
    assert not [row.id for row in rows() if row.subset != row.folder]
    apart = [row for row in rows() if row.folder == "test"]
    assert not [row.id for row in apart if row.author in voices and row.scenario in scenarios]


@pytest.mark.parametrize("trait", ["author", "scenario"])
def test_a_third_is_set_apart_and_the_readme_lists_it(trait: str) -> None:
    built = {getattr(row, trait) for row in rows() if row.folder == "build"}
    apart = {getattr(row, trait) for row in rows()} - built
    assert 0.3 <= len(apart) / len(apart | built) <= 0.4
    readme = (SCREEN / "README.md").read_text("utf-8")
    listed = next(line for line in readme.splitlines() if line.startswith(f"Set apart, {trait}s: "))
    assert set(re.findall(r"`([^`]+)`", listed)) == apart


def test_most_danger_avoids_every_obvious_word() -> None:
    danger = [row for row in rows() if row.kind in KINDS]
    plain = sum(not OBVIOUS.search(row.text) for row in danger)
    assert plain / len(danger) >= 0.6


def test_harmless_rows_use_the_obvious_words_on_purpose() -> None:
    """The other half of the same thought: a list of words must not be able to look good."""
    alarming = {row.kind for row in rows() if row.kind in SAFE and OBVIOUS.search(row.text)}
    assert alarming >= {"idiom", "grief", "past_recovered", "fiction", "therapy_talk", "clean"}


def test_no_sentence_tells_how_much() -> None:
    """No doses and no how-to: a number never stands before a unit of medicine."""
    dose = re.compile(r"\b\d+\s?(mg|ml|g|milligrams?|tablets?|pills?|units)\b", re.IGNORECASE)
    assert dose.search("I took 20 tablets")
    assert not [row.id for row in rows() if dose.search(row.text)]
