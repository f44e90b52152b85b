"""A breath is written as a pattern, and what the keys of any practice say about each other has to agree."""

from __future__ import annotations

import pytest

from tests.content.test_form import FILE, WHOLE, changed, read

BREATH = """id = "breath.slow"
family = "breath"
title = "Slow"
invitation = "You could."
seconds = 20
needs = []
skip = "If breath is hard for you, take the other card."
twin = "contact.feet_on_floor"
phrase = false
sources = ["guide §5"]
reviewed_by = ""

[after]
worse = "Harder."
same = "The same."

[breath]
in = 4
hold = 0
out = 6
rounds = 2
"""
BREATH_FILE = "practices/en/breath/slow.toml"


def test_a_breath_is_written_as_a_pattern_and_becomes_its_cues() -> None:
    practice, findings = read(BREATH, BREATH_FILE)
    assert findings == []
    assert practice is not None
    assert [(cue.seconds, cue.phase, cue.text) for cue in practice.cues] == [(4, "in", "In."), (6, "out", "Out.")] * 2


def test_a_breath_may_have_a_pause_twice_the_rounds_and_words_of_its_own() -> None:
    longer = changed("rounds = 2", 'rounds = 2\npause = 5\ntwice = true\nwords = { in = "Slowly in" }', BREATH)
    practice, findings = read(changed("seconds = 20", "seconds = 45", longer), BREATH_FILE)
    assert findings == []
    assert practice is not None
    assert [cue.phase for cue in practice.cues] == ["in", "out", "in", "out", "pause", "in", "out", "in", "out"]
    assert practice.cues[0].text == "Slowly in."


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("hold = 0", "hold = 5", "breath.hold has to be 0 to 4 seconds"),
        ("in = 4", "in = 0", "breath.in has to be whole seconds"),
        ("rounds = 2\n", "", "breath.rounds is missing"),
        ("rounds = 2", "rounds = 2\npause = 0", "breath.pause has to be whole seconds"),
        ("rounds = 2", 'rounds = 2\ntwice = "yes"', "breath.twice has to be true or false"),
        ("rounds = 2", "rounds = 2\ndepth = 3", "breath.depth is no key"),
        (
            "rounds = 2",
            'rounds = 2\n[[cue]]\nseconds = 20\nphase = "look"\ntext = "Look."',
            "either [[cue]] tables or a [breath] table",
        ),
    ],
)
def test_a_broken_breath_is_found(old: str, new: str, finding: str) -> None:
    practice, findings = read(changed(old, new, BREATH), BREATH_FILE)
    assert practice is None
    assert any(finding in found.finding for found in findings), findings


# What one key says about another


@pytest.mark.parametrize(
    ("text", "file", "finding"),
    [
        (changed("orient.one_colour", "orient.two"), FILE, "the id has to be orient.one_colour, like its file"),
        (WHOLE, "practices/en/move/one_colour.toml", "the family has to be the folder's name"),
        (changed("seconds = 12", "seconds = 11"), FILE, "its cues last 19 s in the tone neutral"),
        (changed('reviewed_by = ""', 'reviewed_by = ""\nrung = 0'), FILE, "warmth has a rung, and nothing else"),
        (
            changed('family = "orient"', 'family = "warmth"', changed("orient.one", "warmth.one")),
            "practices/en/warmth/one_colour.toml",
            "warmth has a rung, and nothing else",
        ),
        (changed('reviewed_by = ""', 'reviewed_by = ""\nof = "break"'), FILE, "a moment says of which kind it is"),
        (
            changed('family = "orient"', 'family = "moment"', changed("orient.one", "moment.one")),
            "practices/en/moment/one_colour.toml",
            "a moment says of which kind it is, and nothing else does",
        ),
        (
            changed('family = "orient"', 'family = "breath"', changed("orient.one", "breath.one")),
            "practices/en/breath/one_colour.toml",
            "a breath has a [breath] table",
        ),
    ],
)
def test_keys_that_contradict_each_other_are_found(text: str, file: str, finding: str) -> None:
    _, findings = read(text, file)
    assert any(finding in found.finding for found in findings), findings
