"""Over time in a terminal: which one, its visits in plain steps, each opened by a number; q stops anywhere."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import in_memory
from tests.app.ribbons import TODAY, keeps, sides_of, somebody, visit_of
from tests.cli.alone import Alone, Line
from tests.cli.somebody import kept, told
from unforced.adapters.library import FileLibrary
from unforced.app.bounds import keep_bounds
from unforced.app.inner_map import change, kept_map, meet_on_map
from unforced.cli.over_time import LookingBack
from unforced.domain.answers import UNKNOWN, Answers, Never
from unforced.domain.map_changes import let_go, loosen
from unforced.domain.part import Part
from unforced.domain.visit import Visit
from unforced.domain.words import Words

KEY = "a quiet place by the sea"


@pytest.fixture
def alone(library: FileLibrary) -> Alone:
    """Somebody whose vault is locked, with two on their map that pull against each other."""
    found = Alone(library, in_memory(Path()))
    inside = found.place.unlocked().inside
    one, other = somebody(inside)
    keeps(inside, visit_of(one, 4, 4, -2, called="that drill sergeant", fear="that it all stops"), 0)
    keeps(inside, visit_of(one, UNKNOWN, 0, 0), 40)
    keeps(inside, sides_of(one, other, [(2, -1), (0, 3)]), 41)
    change(inside, lambda now: loosen(now, one, other, 4, TODAY))
    change(inside, lambda now: loosen(now, one, other, 1, TODAY + 9))
    return found


def looks(alone: Alone, *lines: Line) -> str:
    """What is printed to somebody who looks back and types these lines."""
    alone.lines = iter(lines)
    with suppress(EOFError):
        LookingBack(alone.watched, alone.asking, lambda: alone.now).run()
    return alone.printed()


def test_one_part_visit_by_visit_and_one_of_them_opened(alone: Alone) -> None:
    out = looks(alone, KEY, "1", "o", "1", "b", "q")
    assert "1 the foreman 2 one who wants a rest 3 the foreman and one who wants a rest pull against each other." in out
    assert "the foreman, over time" in out and "None right now --" not in out
    assert "None right now -:-" in out and "Absolute •:-" in out, "each visit a letter, and an open place"
    assert "1 that drill sergeant The no: absolute. It was: that's the plain truth. Afterwards: much harder." in out
    assert "2 The no: not said. It was: over there. Afterwards: the same." in out
    assert "1 March 2026, 21:30 What it fears that it all stops" in out


def test_a_day_stands_nowhere_until_it_is_opened(alone: Alone) -> None:
    assert "2026" not in looks(alone, KEY, "1", "b", "q")
    assert "2026" in looks(alone, "1", "o", "2", "b", "q"), "the control"


def test_two_that_pull_against_each_other(alone: Alone) -> None:
    out = looks(alone, KEY, "3", "o", "2", "b", "q")
    assert "How taut the line was Slack -- Loose -•" in out and "1 Very taut 2 Loose" in out
    assert "3 the foreman The no: clear. Toward it: annoyed. one who wants a rest The no: none right now." in out
    assert "10 March 2026" in out


def test_in_a_narrow_window_the_list_alone_says_it(alone: Alone) -> None:
    alone.asking.paper.console.width = 40
    out = looks(alone, KEY, "1", "q")
    assert "•" not in out and "The no: absolute." in out


def test_earlier_ones_are_a_letter_away(alone: Alone) -> None:
    inside = alone.place.unlocked().inside
    key = meet_on_map(inside, Part(name=Words("fog")), TODAY)
    for day in range(25):
        keeps(inside, visit_of(key, 0 if day == 0 else 4), day)
    out = looks(alone, KEY, "3", "e", "l", "b", "q")
    assert out.count("The no: none right now.") == 1 and out.count("24 The no: absolute.") == 2
    assert "e earlier ones" in out and "l later ones" in out


def test_nobody_on_the_map_and_nothing_kept_of_one_are_told_plainly(alone: Alone) -> None:
    inside = alone.place.unlocked().inside
    meet_on_map(inside, Part(name=Words("fog")), TODAY)
    out = looks(alone, KEY, "3", "b", "q")
    assert "No kept visit is beside this one." in out and "o open one" not in out
    for part in kept_map(inside).parts:
        change(inside, partial(let_go, key=part.key, day=TODAY))
    assert "The map is empty." in looks(alone)


def test_without_the_word_part_it_is_never_said(alone: Alone) -> None:
    inside = alone.place.unlocked().inside
    keep_bounds(Visit(answers=Answers(never=frozenset({Never.PARTS_WORDS}))), inside)
    assert "part" not in looks(alone, KEY, "1", "o", "1", "b", "3", "q").lower()


def test_it_locked_itself_meanwhile_and_the_passphrase_leads_back(alone: Alone) -> None:
    out = looks(alone, KEY, "1", alone.away("b"), KEY, "q")
    assert "the foreman, over time" in out and out.endswith("h help")


def test_the_command(tmp_path: Path) -> None:
    assert "Nothing is kept yet." in told("parts", "over-time", home=tmp_path)
    kept(tmp_path)
    assert "The map is empty." in told("parts", "over-time", home=tmp_path, typed=(KEY,))
    assert "map is empty" in told("parts", home=tmp_path, typed=(KEY, "q")), "the map itself is still there"
