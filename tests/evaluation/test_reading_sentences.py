"""The open set of sentences about a no is what its README says: whole, varied, and honestly set apart.

Promise: reads evaluation/reading, and nothing else. A failure names ids, never texts, so that whoever teaches a reader
can run this without reading what was set apart.
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
from unforced.domain.reading import LABELS, NONE, Speaker

READING: Final = Path(__file__).parent.parent.parent / "evaluation" / "reading"
SETS: Final = ("build", "test")
OBVIOUS: Final = {
    "critic_voice": r"voices?|critic\w*|judg\w*|stupid|idiot\w*|useless|pathetic|worthless|loser|who do you think",
    "undeserved": r"deserv\w*|earn\w*|worth\w*|guilt\w*|asham\w*|shame\w*|fault",
    "danger": r"safe\w*|unsafe|danger\w*|hurt\w*|trap\w*|trust\w*|guard\w*|afraid|scar(?:ed|y|es)|risk\w*|fear\w*",
    "edge": r"edge|driven?|lazy|standards?|discipline\w*|motivat\w*|achiev\w*|slack\w*|complacen\w*|sharp\w*",
    "weak": r"weak\w*|soft\w*|self.?pity|pity|pathetic|wimp\w*|whin\w*|toughen|tough|cry ?bab\w*",
    "selfish": r"selfish\w*|self.?indulgen\w*|indulg\w*|others|everyone else|someone else|need me|needs? it more",
    "not_allowed": r"allow\w*|forbid\w*|forbidden|rules?|famil\w*|culture|faith|religio\w*|church|god|allah|sin\w*",
    "tense": r"tens\w*|tight\w*|clench\w*|brac\w*|stiff\w*|jaws?|shoulders?|fists?|knots?|lock(?:s|ed)?",
    "numb": r"numb\w*|nothing|blank\w*|empt\w*|far away|glass|shut\w*|hollow|dead",
    "flooded": r"flood\w*|overwhelm\w*|too much|tears?|cr(?:y|ies|ied|ying)|sob\w*|panic\w*|drown\w*|shak\w*|waves?",
    "fake": r"fake\w*|chees[ye]\w*|l(?:ie|ies|ying)|script\w*|hollow|phon(?:y|ey)|pretend\w*|cring\w*|doesn.?t work",
    "unknown_how": r"how|know|knew|learn\w*|taught|shown?|showed|where to (?:start|begin)|what it means",
    "two_sides": r"sides?|parts?|half|halves|torn|both|two of|one of me|other one|(?:on )?the other",
    "just_no": r"no+|nope|nah|never|won.?t|not (?:doing|today|now|happening)|refuse\w*|pass",
}  # for each kind what a list of words would look for
APART: Final = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in OBVIOUS.items()}
SOMEBODY: Final = re.compile(
    r"https?:|www\.|\S@\S+\.\w|\B@\w{3,}|\b\d{3}[ -]?\d{3,4}[ -]?\d{3,4}\b"
    r"|\b(?:oprah|bren[eé] brown|kristin neff|tara brach|thich nhat hanh|dalai lama|eckhart tolle|jordan peterson"
    r"|trump|obama|biden|modi|putin|musk|kardashian|beyonc[eé]|taylor swift|ronaldo|messi|freud)\b",
    re.IGNORECASE,
)  # an address, a number, a handle, or somebody whom the world knows


class Row(NamedTuple):
    """One text as it is stored; `kinds`: the first is the stronger; `folder` is where it lies."""

    id: str
    author: str
    kinds: tuple[str, ...]
    speaker: str
    text: str
    subset: str
    folder: str

    @property
    def label(self) -> str:
        """The first of its kinds."""
        return self.kinds[0]

    @property
    def obvious(self) -> bool:
        """Whether a list of words would find its label."""
        return self.label != NONE and bool(APART[self.label].search(self.text))


@cache
def rows() -> tuple[Row, ...]:
    """Every stored row, build first."""
    found: list[Row] = []
    for folder in SETS:
        for path in sorted((READING / folder).glob("*.jsonl")):
            for line in path.read_text("utf-8").splitlines():
                fields = json.loads(line)
                assert set(fields) == set(Row._fields) - {"folder"}, f"{path.name}: a row has other fields"
                kinds = tuple(fields.pop("kinds"))
                assert all(isinstance(value, str) and value.strip() == value for value in fields.values()), fields["id"]
                assert fields["author"] == path.stem, fields["id"]
                found.append(Row(**fields, kinds=kinds, folder=folder))
    return tuple(found)


def voices(folder: str) -> set[str]:
    return {row.author for row in rows() if row.folder == folder}


def readme() -> str:
    return (READING / "README.md").read_text("utf-8")


def test_there_are_sentences_enough_and_no_id_comes_twice() -> None:
    assert len(rows()) >= 3_000
    assert not [name for name, times in Counter(row.id for row in rows()).items() if times > 1]


def test_a_row_has_one_label_or_two_that_somebody_described_and_a_speaker() -> None:
    guideline = (READING / "GUIDELINE.md").read_text("utf-8")
    assert not [label for label in LABELS if f"| `{label}` |" not in guideline]
    assert {kind for row in rows() for kind in row.kinds} == set(LABELS)
    assert not [row.id for row in rows() if not 1 <= len(row.kinds) <= 2 or len(set(row.kinds)) < len(row.kinds)]
    assert not [row.id for row in rows() if NONE in row.kinds and row.kinds != (NONE,)]
    assert {row.speaker for row in rows()} == {speaker.value for speaker in Speaker}


@pytest.mark.parametrize("label", LABELS)
def test_every_voice_speaks_of_every_label(label: str) -> None:
    """A plain no can be said in so few ways that what somebody else had said already was left out."""
    least = 4 if label == "just_no" else 5
    spoken = Counter(row.author for row in rows() if label in row.kinds)
    assert not [voice for voice in voices("build") | voices("test") if spoken[voice] < least]


def test_voices_are_many_and_none_speaks_in_both_sets() -> None:
    assert len(voices("build")) >= 30
    assert len(voices("test")) >= 9
    assert not voices("build") & voices("test")
    assert not [row.id for row in rows() if row.subset != row.folder]


def test_the_readme_lists_the_voices_set_apart() -> None:
    listed = next(line for line in readme().splitlines() if line.startswith("Set apart: "))
    assert set(re.findall(r"`([^`]+)`", listed)) == voices("test")


def test_the_readme_counts_what_is_there() -> None:
    for label in (*LABELS, "all"):
        own = [row for row in rows() if label in (row.label, "all")]
        counts = [sum(row.folder == folder for row in own) for folder in SETS]
        bare = "" if label == NONE else f"{sum(not row.obvious for row in own if row.label != NONE):,}"
        line = f"| {label} | {counts[0]:,} | {counts[1]:,} | {len(own):,} | {bare} |"
        assert line in readme(), line


def test_at_least_four_in_ten_do_without_the_obvious_word() -> None:
    for folder in SETS:
        told = [row for row in rows() if row.label != NONE and row.folder == folder]
        assert sum(not row.obvious for row in told) / len(told) >= 0.4, folder


@pytest.mark.parametrize("label", OBVIOUS)
def test_the_obvious_words_of_a_kind_stand_elsewhere_too(label: str) -> None:
    """The other half of the same thought: a list of words must not be able to look good."""
    assert sum(bool(APART[label].search(row.text)) for row in rows() if label not in row.kinds) >= 20


def test_texts_are_short_and_long_and_one_word_too() -> None:
    lengths = [len(row.text.split()) for row in rows()]
    assert (min(lengths), max(lengths) <= 60) == (1, True)
    assert sum(length <= 8 for length in lengths) / len(lengths) >= 0.2
    assert sum(length >= 20 for length in lengths) / len(lengths) >= 0.2


def test_no_text_is_there_twice_and_none_set_apart_is_like_one_to_build_with() -> None:
    assert not [words for words, times in Counter(words_of(row.text) for row in rows()).items() if times > 1]
    apart = {row.id for row in rows() if row.folder == "test"}
    pairs = near(tuple((row.id, words_of(row.text)) for row in rows()))
    assert not [pair for pair in pairs if (pair[0] in apart) != (pair[1] in apart)]


def test_near_twins_would_be_seen() -> None:
    """The control: a text with its last word changed is found."""
    words = next(words_of(row.text) for row in rows() if len(words_of(row.text)) > 12)
    assert near((("one", words), ("two", (*words[:-1], "otherwise")))) == [("one", "two")]


def test_nobody_real_is_in_it() -> None:
    assert SOMEBODY.search("write to somebody@example.org")
    assert not [row.id for row in rows() if SOMEBODY.search(row.text)]


def test_a_second_reader_labelled_rows_that_are_there() -> None:
    known = {row.id for row in rows()}
    for path in sorted((READING / "second").glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            name, labels = line.split("\t")[:2]
            assert name in known, f"{path.name}: {name}"
            assert set(labels.split("+")) <= set(LABELS), name
