"""A safety plan in a terminal: read first, written by choice, and in a file only where told."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.alone import Alone, Line
from tests.cli.somebody import everything_in, told
from unforced.app.safety_plan import change, kept_plan
from unforced.cli.safety_plan import Planning
from unforced.domain.safety_plan import LONGEST_LINE, Heading, SafetyPlan
from unforced.domain.words import Words

KEY = "a quiet place by the sea"
WALK = "once round the pond"
TEA = "tea, without sugar"
COUSIN = "my cousin with the boat"
NUMBER = "+44 20 7946 0958"
INTENT = "I want to kill myself tonight."


def plans(alone: Alone, *lines: Line, file: Path | None = None) -> str:
    """What is printed to somebody who looks at their plan and types these lines."""
    alone.lines = iter(lines)
    with suppress(EOFError):
        Planning(alone.watched, alone.asking, lambda: alone.now).run(file)
    return alone.printed()


def kept(alone: Alone) -> SafetyPlan:
    """The plan as it lies there."""
    return kept_plan(alone.place.unlocked().inside)


def wrote(alone: Alone) -> None:
    """Two small things and somebody to ask were kept before."""
    plan = SafetyPlan().with_line(Heading.ALONE, Words(WALK)).with_line(Heading.ALONE, Words(TEA))
    plan = plan.with_line(Heading.PEOPLE, Words(COUSIN), Words(NUMBER))
    change(alone.place.unlocked().inside, lambda found: found.joined(plan))


def test_it_is_read_first_and_nothing_is_asked_for(alone: Alone) -> None:
    out = plans(alone, KEY, "q")
    assert "Nothing is written yet." in out and "It alerts nobody. Nobody clinical has reviewed this page." in out
    assert "Signs that it is getting hard" not in out, "no form is put before anybody"
    wrote(alone)
    out = plans(alone, "q")
    assert f"What I can do by myself {WALK} {TEA}" in out and f"{COUSIN}: {NUMBER}" in out


def test_lines_are_written_under_headings_with_a_number_where_there_is_one(alone: Alone) -> None:
    out = plans(alone, KEY, "w", "2", WALK, "", "4", COUSIN, NUMBER, "", "5", "the desk", "", "", "", "q")
    assert "It is in the plan." in out and "A number, if there is one" in out
    assert f"1 {WALK}" in out and f"{COUSIN}: {NUMBER}" in out
    assert [line.number for line in kept(alone).lines] == [None, Words(NUMBER), None]


def test_a_line_is_moved_changed_taken_off_and_taken_back(alone: Alone) -> None:
    wrote(alone)
    plans(alone, KEY, "w", "2", "2", "u", "q")
    assert [line.words.reveal() for line in kept(alone).under(Heading.ALONE)] == [TEA, WALK]
    plans(alone, "w", "2", "1", "d", "1", "b", "1", "c", "twice round the pond", "", "", "q")
    assert kept(alone).under(Heading.ALONE)[0].words.reveal() == "twice round the pond"
    out = plans(alone, "w", "2", "2", "t", "", "x", "99", "8", "b", "9", "f", "8", "t", "", "q")
    assert "Taken off, and can be taken back" in out and f"{WALK} · Until 30 November 2026" in out
    assert "It is gone for good." in out and "It is back." in out
    assert [line.words.reveal() for line in kept(alone).under(Heading.ALONE)] == ["twice round the pond", WALK]
    plans(alone, "w", "4", "1", "c", "my cousin", "", "q")
    assert kept(alone).under(Heading.PEOPLE)[0].number is None


def test_words_of_danger_bring_help_and_are_written_all_the_same(alone: Alone) -> None:
    out = plans(alone, KEY, "w", "1", INTENT, "q")
    assert "999" in out and kept(alone).under(Heading.SIGNS)[0].words.reveal() == INTENT
    out = plans(alone, "w", "1", "I sleep past noon", "q")
    assert "999" not in out


def test_a_long_line_is_cut_and_that_is_said_and_what_cannot_be_read_is_nothing(alone: Alone) -> None:
    out = plans(alone, KEY, "w", "1", "a " * LONGEST_LINE, "\ufffd", "", "", "q")
    assert "Its first 500 characters are in the plan." in out
    assert len(kept(alone).lines) == 1


def test_help_is_one_letter_away_and_q_leaves_at_once_anywhere(alone: Alone) -> None:
    wrote(alone)
    assert "999" in plans(alone, KEY, "w", "2", "h", "q")
    for lines in (("w", "q"), ("w", "2", "1", "q"), ("w", "2", "1", "c", "q"), ("w", "4", "somebody", "q")):
        plans(alone, *lines)
    assert len(kept(alone).lines) == 3, "nothing was changed by leaving"


def test_left_alone_it_locks_and_the_passphrase_comes_first(alone: Alone) -> None:
    wrote(alone)
    out = plans(alone, KEY, alone.away("w"), KEY, "2", "one more", "q")
    assert "It locked itself." in out and len(kept(alone).lines) == 4
    assert "It locked itself." in plans(alone, alone.slept("w"), "")
    assert WALK not in plans(alone, "")


def test_it_is_in_a_file_only_where_told_and_after_a_yes(alone: Alone, tmp_path: Path) -> None:
    file = tmp_path / "plan.md"
    assert "Nothing is written yet." in plans(alone, KEY, "f", file=file)
    wrote(alone)
    assert "Nothing was written." in plans(alone, "f", "no", file=file)
    plans(alone, "q", file=file)
    assert list(tmp_path.iterdir()) == []
    out = plans(alone, "f", "yes", file=file)
    assert "Anybody who finds the file can read it." in out and "The plan is in this file:" in out
    text = file.read_text("utf-8")
    assert text.startswith("# Safety plan\n") and f"- {WALK}\n" in text and "alerts nobody" in text
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text("something else")
    assert "A file by that name is there already." in plans(alone, "f", "no", file=file)
    assert file.read_text() == "something else"
    plans(alone, "f", "yes", file=file)
    assert WALK in file.read_text()


def test_a_file_that_came_meanwhile_is_left_as_it_is(
    alone: Alone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote(alone)
    file = tmp_path / "plan.md"

    def yes() -> str:
        file.write_text("somebody else's")
        return "yes"

    assert "file" in plans(alone, KEY, "f", yes, file=file)
    assert file.read_text() == "somebody else's"


def test_with_nothing_kept_it_is_kept_nowhere_says_so_and_can_be_written_to_a_file(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "plan.md"
    out = told("safety-plan", home=home, typed=("w", "2", WALK, "", "", "q"))
    assert "What you write here is kept nowhere" in out and f"What I can do by myself {WALK}" in out
    assert WALK.encode() not in everything_in(tmp_path)
    out = told("safety-plan", "--to", str(file), home=home, typed=("w", "2", WALK, "", "", "f", "yes"))
    assert WALK in file.read_text("utf-8") and stat.S_IMODE(file.stat().st_mode) == 0o600
    told("safety-plan", "--to", str(tmp_path / "other.md"), home=home, typed=("q",), code=1)
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["plan.md"]
