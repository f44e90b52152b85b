"""The inner map in the terminal: everything can be done from the list, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.alone import Alone, Line
from tests.cli.somebody import kept, told
from unforced.app.bounds import keep_bounds
from unforced.app.inner_map import change, kept_map, meet_on_map
from unforced.cli.parts import OnTheMap
from unforced.domain.answers import UNKNOWN, Never
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import let_go, put, tie
from unforced.domain.part import Part, Role
from unforced.domain.ties import Between
from unforced.domain.visit import Visit
from unforced.domain.words import Words

KEY = "a quiet place by the sea"
DAY = 739_943  # 23 November 2026
FOREMAN, REST = Part(name=Words("the foreman"), place="jaw"), Part(name=Words("one who wants a rest"))


def looks(alone: Alone, *lines: Line) -> str:
    """What is printed to somebody who looks at their map and types these lines."""
    alone.lines = iter(lines)
    with suppress(EOFError):
        OnTheMap(alone.watched, alone.asking, lambda: alone.now).run()
    return alone.printed()


def met(alone: Alone, *parts: Part) -> list[int]:
    """These parts came to the map before; their keys."""
    inside = alone.place.unlocked().inside
    return [meet_on_map(inside, part, DAY) for part in parts]


def found(alone: Alone) -> InnerMap:
    """The map as it is kept."""
    return kept_map(alone.place.unlocked().inside)


def test_an_empty_map_says_so_and_one_can_be_added(alone: Alone) -> None:
    out = looks(alone, KEY, "a", "the foreman", "b", "q")
    assert "The map is empty." in out and "What could it be called?" in out and "1 the foreman" in out
    assert "the foreman came to the map. It can be taken back until 30 November 2026." in out
    assert [part.name for part in found(alone).parts] == [Words("the foreman")]


def test_one_without_a_name_is_one_too(alone: Alone) -> None:
    assert "1 one without a name" in looks(alone, KEY, "a", "", "b", "q")


def test_a_part_is_renamed_and_told_anew(alone: Alone) -> None:
    met(alone, FOREMAN)
    out = looks(
        alone, KEY, "o", "1", "n", "the boss", "m", "1", "4", "m", "3", "1", "m", "4", "1", "m", "5", "drives on"
    )
    part = found(alone).parts[0]
    assert (part.name, part.look, part.role, part.manner) == (Words("the boss"), "fog", Role.PROTECTOR, "critic")
    assert part.job == Words("drives on") and "Its job drives on" in out and "Where it is Jaw" in out
    looks(alone, "o", "1", "m", "1", "17", "m", "2", "21", "m", "3", "3", "m", "5", "", "n", "")
    assert found(alone).parts[0].told_as(Part(manner="critic"))


def test_two_are_joined_and_undone(alone: Alone) -> None:
    met(alone, FOREMAN, REST)
    out = looks(alone, KEY, "o", "1", "j", "1", "b", "j", "1", "j", "b", "u", "q")
    assert "The words of both stay, one below the other." in out and "the foreman · one who wants a rest" in out
    assert "Taken back. It is as it was." in out and len(found(alone).parts) == 2


def test_a_part_is_let_go_of_and_comes_back_or_is_forgotten_now(alone: Alone) -> None:
    met(alone, FOREMAN, REST)
    out = looks(alone, KEY, "o", "1", "g", "b", "g", "g", "u", "o", "1", "g", "g", "x", "b", "x", "x", "q")
    assert "the foreman was let go of." in out and "Forgetting now has no undo." in out
    assert "What was before that change is gone for good." in out
    assert len(found(alone).parts) == 1 and not found(alone).changes


def test_two_are_tied_loosened_and_untied(alone: Alone) -> None:
    met(alone, FOREMAN, REST)
    two = ("t", "1", "1")
    out = looks(alone, KEY, *two, "1", *two, "2", *two, "4", "1")
    assert "The line: slack." in out and "the foreman protects one who wants a rest." in out
    assert "pull against each other" in looks(alone, "o", "2", "b", *two, "4", "6")
    assert [each.taut for each in found(alone).ties] == [UNKNOWN, UNKNOWN]
    looks(alone, *two, "3")
    assert not found(alone).ties


def test_a_circle_is_said(alone: Alone) -> None:
    met(alone, FOREMAN, REST)
    out = looks(alone, KEY, "t", "1", "1", "2", "t", "2", "1", "2")
    assert "round in a circle: the foreman, one who wants a rest. It can be so." in out


def test_what_was_put_by_hand_is_left_to_the_map(alone: Alone) -> None:
    key, _ = met(alone, FOREMAN, REST)
    change(alone.place.unlocked().inside, lambda now: put(now, key, 5, 5, DAY))
    looks(alone, KEY, "o", "1", "p", "b", "q")
    assert not found(alone).spots


def test_what_was_typed_for_a_part_that_is_gone_meanwhile_is_shown_again(alone: Alone) -> None:
    key, _ = met(alone, FOREMAN, REST)

    def after_it_went() -> str:
        change(alone.vault.inside, lambda now: let_go(now, key, DAY))
        return "typed with care"

    out = looks(alone, KEY, "o", "1", "m", "5", after_it_went, "q")
    assert "That isn't on the map any more. Whatever you typed is still here." in out
    assert "Typed so far, and not kept: typed with care" in out
    assert "typed with care" not in looks(alone, "o", "1", "b", "q")


def test_a_part_that_went_while_it_was_open_leads_back_to_the_list(alone: Alone) -> None:
    key, _ = met(alone, FOREMAN, REST)

    def after_it_went() -> str:
        change(alone.vault.inside, lambda now: let_go(now, key, DAY))
        return "n"

    out = looks(alone, KEY, "o", "1", after_it_went, "x y", "q")
    assert "Typed so far, and not kept: x y" in out
    out = looks(alone, "t", "1")
    assert "That isn't one of the answers here." in out, "with one on the map there is nothing between two"


def test_an_undo_that_another_window_overtook_changes_nothing(alone: Alone) -> None:
    one, other = met(alone, FOREMAN, REST)

    def overtaken() -> str:
        change(alone.vault.inside, lambda now: tie(now, Between.POLARISED, one, other, DAY))
        return "u"

    assert "That was from an earlier screen. Nothing changed." in looks(alone, KEY, overtaken, "q")
    assert found(alone).ties


@pytest.mark.parametrize(
    "way",
    [
        ("q",),
        ("a", "q"),
        ("o", "q"),
        ("o", "1", "q"),
        ("o", "1", "n", "Q"),
        ("o", "1", "m", "q"),
        ("o", "1", "m", "1", "q"),
        ("o", "1", "m", "5", " q "),
        ("o", "1", "j", "q"),
        ("o", "1", "j", "1", "q"),
        ("o", "1", "g", "q"),
        ("t", "q"),
        ("t", "1", "q"),
        ("t", "1", "1", "q"),
        ("x", "q"),
    ],
)
def test_q_stops_at_once_wherever_it_is_typed_and_changes_nothing(alone: Alone, way: tuple[str, ...]) -> None:
    met(alone, FOREMAN, REST)
    before = found(alone)
    left = iter((KEY, *way, "never read"))
    alone.lines = left
    with suppress(EOFError):
        OnTheMap(alone.watched, alone.asking, lambda: alone.now).run()
    assert next(left) == "never read" and found(alone) == before


def test_danger_in_what_is_typed_shows_help_and_the_words_are_kept(alone: Alone) -> None:
    out = looks(alone, KEY, "a", "I am going to kill myself tonight", "b", "q")
    assert "Emergency number" in out and found(alone).parts[0].name
    assert "Emergency number" not in looks(alone, "a", "the foreman", "b", "q"), "the control"


def test_help_is_one_letter_away(alone: Alone) -> None:
    assert "Emergency number" in looks(alone, KEY, "h", "q")
    assert "Emergency number" in looks(alone, "a", "h", "q")


def test_whoever_wants_no_parts_words_is_spared_them(alone: Alone) -> None:
    met(alone, FOREMAN)
    assert "The parts you met" in looks(alone, KEY, "q")
    visit = Visit()
    away = replace(visit, answers=visit.answers._replace(never=frozenset({Never.PARTS_WORDS})))
    keep_bounds(away, alone.vault.inside)
    out = looks(alone, "o", "1", "m", "4", "q")
    assert "The sides you met" in out and "part" not in out.lower() and "critic" not in out


def test_left_alone_it_locks_the_window_is_cleared_and_what_was_typed_is_not_lost(alone: Alone) -> None:
    met(alone, FOREMAN)
    away: Callable[[], str] = alone.away("the boss")
    out = looks(alone, KEY, "o", "1", "n", away, KEY, "b", "q")
    assert "It locked itself." in out and found(alone).parts[0].name == Words("the boss")
    assert "the boss" not in looks(alone, alone.slept("o"), "1", "", "q").split("It locked itself.")[-1]


def test_who_does_not_unlock_sees_nothing(alone: Alone) -> None:
    met(alone, FOREMAN)
    assert "foreman" not in looks(alone, "")


def test_ten_thousand_letters_and_pictures_stand_whole_when_it_is_opened(alone: Alone) -> None:
    long = "the foreman 🐺 " * 700
    out = looks(alone, KEY, "a", long, "b", "q")
    assert out.count("🐺") >= 700 and found(alone).parts[0].name == Words(long.strip())


def test_the_command_itself(tmp_path: Path) -> None:
    assert "Nothing is kept yet." in told("parts", home=tmp_path)
    kept(tmp_path)
    out = told("parts", home=tmp_path, typed=(KEY, "a", "the foreman", "b", "q"))
    assert "1 the foreman" in out
    assert "1 the foreman" in told("parts", home=tmp_path, typed=(KEY, "q"))
