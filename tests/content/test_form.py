"""The form of a practice file: everything that is wrong with it is found, with its line, and nothing is guessed."""

from __future__ import annotations

import pytest

from unforced.content.finding import Finding, Source
from unforced.content.form import read_practice
from unforced.domain.practice import Cue, Family, Practice

WHOLE = """id = "orient.one_colour"
family = "orient"
title = "One colour"
invitation = "You could look for one colour."
seconds = 20
needs = []
skip = ""
twin = "contact.feet_on_floor"
phrase = false
sources = ["guide §5"]
reviewed_by = ""

[after]
worse = "It got harder. You can put this one down."
same = "Nothing changed? That's a real result."

[[cue]]
seconds = 12
phase = "look"
text = "Look for something green."

[[cue]]
seconds = 8
phase = "end"
text = "That's all."
"""
FILE = "practices/en/orient/one_colour.toml"


def read(text: str, file: str = FILE) -> tuple[Practice | None, list[Finding]]:
    """A file with this text."""
    return read_practice(Source(file, text))


def changed(old: str, new: str, text: str = WHOLE) -> str:
    """The file with one thing different."""
    assert old in text
    return text.replace(old, new, 1)


# A whole file


def test_a_whole_file_is_read_as_it_stands() -> None:
    practice, findings = read(WHOLE)
    assert findings == []
    assert practice is not None
    assert (practice.id, practice.family, practice.seconds) == ("orient.one_colour", Family.ORIENT, 20)
    assert practice.cues == (Cue(12, "look", "Look for something green."), Cue(8, "end", "That's all."))
    assert (practice.worse[:13], practice.reviewed_by, practice.rung) == ("It got harder", "", -1)


def test_what_may_be_left_out_is_read_where_it_is_there() -> None:
    more = changed(
        'reviewed_by = ""',
        'reviewed_by = "A. B., psychologist, 2026"\norder = 10\nonly_in = ["warm"]\nnot_in = ["surge"]\n'
        'for_kinds = ["numb"]\npicked_only = true\nsize = "small"\nhome = "outside"',
    )
    practice, findings = read(more)
    assert findings == []
    assert practice is not None
    assert practice.reviewed_by.startswith("A. B.")
    assert (practice.order, practice.picked_only, practice.size, practice.home) == (10, True, "small", "outside")
    assert practice.only_in == {"warm"}
    assert practice.not_in == {"surge"}
    assert practice.for_kinds == {"numb"}


def test_a_muscle_says_where_it_is_so_that_it_can_be_left_out() -> None:
    muscle = changed("orient", "muscles_release", changed("orient", "muscles_release"))
    practice, findings = read(
        changed('phase = "end"', 'phase = "release"\narea = "feet"', muscle), FILE.replace("orient", "muscles_release")
    )
    assert findings == []
    assert practice is not None
    assert [cue.area for cue in practice.cues] == ["", "feet"]
    assert practice.areas == ("feet",)


def test_a_cue_may_last_a_single_second() -> None:
    short = changed("seconds = 12", "seconds = 19", changed("seconds = 8", "seconds = 1"))
    assert read(short)[1] == []


# A broken file


@pytest.mark.parametrize("broken", ["skip = ", 'skip = "a', "[skip", "skip = \x00", "needs = []", "= 3"])
def test_a_file_that_is_no_toml_is_refused_as_a_whole_with_its_line(broken: str) -> None:
    practice, (finding,) = read(changed('skip = ""', broken))
    assert practice is None
    assert finding.finding.startswith("this file can't be read")
    assert finding.line == 7


def test_an_error_without_a_line_is_found_on_the_first() -> None:
    _, (finding,) = read('id = "a')
    assert finding.line == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "finding"),
    [
        ('title = "One colour"\n', "", 1, "title is missing"),
        ('sources = ["guide §5"]\n', "", 1, "sources is missing"),
        ("needs = []", "needs = []\ncolour = 3", 7, "colour is no key of a practice"),
        ('id = "orient.one_colour"', "id = 3", 1, "id has to be a name"),
        ('family = "orient"', 'family = "gaze"', 2, "family has to be one of the families"),
        ("seconds = 20", "seconds = 0", 5, "seconds has to be whole seconds"),
        ("seconds = 20", "seconds = true", 5, "seconds has to be whole seconds"),
        ("seconds = 20", "seconds = 20.0", 5, "seconds has to be whole seconds"),
        ("needs = []", 'needs = ["courage"]', 6, "needs has to be a list from"),
        ("needs = []", 'needs = "sound"', 6, "needs has to be a list from"),
        ("needs = []", 'needs = [["sound"]]', 6, "needs has to be a list from"),
        ('skip = ""', "skip = false", 7, "skip has to be a sentence"),
        ("phrase = false", 'phrase = "no"', 9, "phrase has to be true or false"),
        ('sources = ["guide §5"]', "sources = []", 10, "sources has to be a list of at least one"),
        ('sources = ["guide §5"]', "sources = [3]", 10, "sources has to be a list of at least one"),
        ('reviewed_by = ""', 'reviewed_by = ""\nrung = 6', 12, "rung has to be 0 to 5"),
        ('reviewed_by = ""', 'reviewed_by = ""\nsize = "huge"', 12, "size has to be small, short or whole"),
        ('reviewed_by = ""', 'reviewed_by = ""\nonly_in = ["calm"]', 12, "only_in has to be a list of the guide's"),
        ('reviewed_by = ""', 'reviewed_by = ""\nfor_kinds = ["lazy"]', 12, "for_kinds has to be a list of kinds"),
        ('same = "Nothing changed? That\'s a real result."\n', "", 1, "after.same is missing"),
        ('worse = "It got', 'worst = "It got', 14, "after.worst is no key"),
        ("seconds = 12", "seconds = -1", 18, "cue.seconds has to be whole seconds"),
        ('phase = "look"', 'phase = "stare"', 19, "cue.phase has to be one of"),
        ('text = "Look for something green."', 'text = "  "', 20, "cue.text has to be a sentence"),
        ('text = "That\'s all."', 'text = "That\'s all."\nvoice = "god"', 26, "cue.voice has to be one of"),
        ('text = "That\'s all."', 'text = "That\'s all."\ntone = "stern"', 26, "cue.tone has to be one of"),
        (
            'text = "That\'s all."',
            'text = "That\'s all."\narea = "throat"',
            26,
            "cue.area has to be one of: feet, legs",
        ),
        ('reviewed_by = ""', 'reviewed_by = ""\nof = "praise"', 12, "of has to be one of: break, naming, best, other"),
    ],
)
def test_a_broken_key_is_found_on_its_line(old: str, new: str, line: int, finding: str) -> None:
    practice, findings = read(changed(old, new))
    assert practice is None
    assert any(finding in found.finding for found in findings), findings
    assert all(found.file == FILE for found in findings)
    assert line in [found.line for found in findings]


@pytest.mark.parametrize("cue", ['cue = ["Look."]', "cue = [3]", "cue = [[]]", 'cue = "Look."', "cue = {}"])
def test_cues_that_are_no_tables_are_a_finding_and_never_a_crash(cue: str) -> None:
    head = WHOLE.partition("[after]")[0]
    after = '[after]\nworse = "Harder."\nsame = "The same."\n'
    practice, findings = read(f"{head}{cue}\n{after}")
    assert practice is None
    assert findings


def test_a_practice_without_cues_or_breath_is_found() -> None:
    practice, findings = read(WHOLE.partition("[[cue]]")[0])
    assert practice is None
    assert "either [[cue]] tables or a [breath] table" in findings[0].finding


def test_everything_that_is_wrong_is_found_at_once() -> None:
    text = changed("seconds = 20", "seconds = 0", changed("phrase = false", "phrase = 1"))
    assert len(read(text)[1]) == 2
