"""Somebody was met in a visit: once it is kept, one quiet question about the map for each; never before."""

from __future__ import annotations

import pytest

from tests.cli.alone import Alone, Line
from tests.cli.test_parts import DAY, FOREMAN, KEY
from unforced.app.inner_map import change, kept_map, meet_on_map
from unforced.domain.errors import PageDamagedError
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import let_go
from unforced.domain.ties import Between

ONE, OTHER = "wants rest", "slams the door"
BOTH_NAMED = ("1", "13", "4", "3", "3", ONE, OTHER, "q")
KEPT = "It is kept, and sealed."
LATER = "Later, if you like: unforced parts, unforced sheet notes.html"
ASKED_ONE, ASKED_OTHER = f"You met “{ONE}”. Put it on the map?", f"You met “{OTHER}”. Put it on the map?"
PULL = "Do they pull against each other?"


def on_map(alone: Alone) -> InnerMap:
    """The map as it is kept."""
    return kept_map(alone.place.unlocked().inside)


def names(found: InnerMap) -> list[str]:
    """What those on a map are called."""
    return [part.name.reveal() if part.name else "" for part in found.parts]


def keeps(alone: Alone, *lines: Line) -> str:
    """Two sides were named, the visit is kept, and then these lines are typed."""
    return alone.visit(*BOTH_NAMED, "k", KEY, *lines)


def test_two_sides_are_put_there_one_by_one_and_pull_against_each_other(alone: Alone) -> None:
    said = keeps(alone, "n", "n", "p")
    order = [said.index(text) for text in (KEPT, ASKED_ONE, ASKED_OTHER, PULL, LATER)]
    assert order == sorted(order) and said.count("It is on the map.") == 3
    found = on_map(alone)
    assert names(found) == [ONE, OTHER]
    assert [(tie.kind, tie.one, tie.other) for tie in found.ties] == [
        (Between.POLARISED, *(part.key for part in found.parts))
    ]
    assert len(alone.kept()) == 1


def test_nobody_is_asked_before_it_is_kept_nor_when_it_is_let_go(alone: Alone) -> None:
    said = alone.visit(*BOTH_NAMED, "l")
    assert "Put it on the map?" not in said and LATER not in said and "It is gone from here." in said
    assert "Put it on the map?" in keeps(alone, "q"), "the control"


def test_left_out_it_is_not_asked_again_and_nothing_comes_to_the_map(alone: Alone) -> None:
    said = keeps(alone, "l", "l")
    assert said.count("Put it on the map?") == 2 and PULL not in said and LATER in said
    assert on_map(alone) == InnerMap()


def test_q_stops_at_once_and_loses_nothing(alone: Alone) -> None:
    said = keeps(alone, "n", "q")
    assert said.count("Put it on the map?") == 2 and LATER not in said and said.count(KEPT) == 1
    assert names(on_map(alone)) == [ONE] and len(alone.kept()) == 1


def test_the_end_of_input_stops_it_as_well(alone: Alone) -> None:
    said = keeps(alone)
    assert said.count(KEPT) == 1 and ASKED_ONE in said
    assert on_map(alone) == InnerMap() and len(alone.kept()) == 1


def test_one_that_is_there_already_is_picked_or_left_out_after_all(alone: Alone) -> None:
    meet_on_map(alone.place.unlocked().inside, FOREMAN, DAY)
    said = keeps(alone, "t", "1", "t", "2")
    assert "1 the foreman" in said and "2 Leave it out" in said and said.count("It is on the map.") == 1
    assert names(on_map(alone)) == ["the foreman"] and PULL not in said


def test_picking_one_there_can_be_stopped(alone: Alone) -> None:
    meet_on_map(alone.place.unlocked().inside, FOREMAN, DAY)
    said = keeps(alone, "t", "q")
    assert ASKED_OTHER not in said and names(on_map(alone)) == ["the foreman"]


def test_on_an_empty_map_nobody_is_asked_for_one_that_is_there(alone: Alone) -> None:
    said = keeps(alone, "t", "q")
    assert "t one that is there already" not in said.split(ASKED_ONE)[1] and "n a new one" in said
    assert "t one that is there already" in keeps(alone, "n", "q").split(ASKED_OTHER)[1], "the control"


def test_one_let_go_of_in_another_window_is_a_sentence_and_the_next_is_asked(alone: Alone) -> None:
    key = meet_on_map(alone.place.unlocked().inside, FOREMAN, DAY)

    def elsewhere() -> str:
        change(alone.place.unlocked().inside, lambda now: let_go(now, key, DAY))
        return "1"

    said = keeps(alone, "t", elsewhere, "l")
    assert "It is on the map." not in said and ASKED_OTHER in said and LATER in said
    assert not on_map(alone).parts and len(alone.kept()) == 1


def test_whoever_met_nobody_is_asked_nothing_and_is_told_where_to_look(alone: Alone) -> None:
    said = alone.visit("1", "1 no", "4", "q", "k", KEY)
    assert KEPT in said and "Put it on the map?" not in said and said.endswith(LATER)


def test_a_map_that_cannot_be_read_is_in_nobodys_way(alone: Alone, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> InnerMap:
        raise PageDamagedError

    monkeypatch.setattr("unforced.cli.map_sheet.inner_map", damaged)
    said = keeps(alone)
    assert KEPT in said and "Put it on the map?" not in said and LATER in said and len(alone.kept()) == 1


def test_what_locked_itself_while_somebody_thought_asks_for_the_passphrase_and_goes_on(alone: Alone) -> None:
    said = keeps(alone, alone.away("n"), KEY, "l")
    assert "It locked itself." in said and ASKED_OTHER in said and names(on_map(alone)) == [ONE]


def test_a_kept_visit_gone_on_with_asks_again_at_its_end_and_stopping_there_asks_nothing(alone: Alone) -> None:
    keeps(alone, "q")
    alone.vault.lock()
    stays = "It can stay kept, or be forgotten."
    stopped = alone.past(KEY, "1", "g", "q", "q")
    assert stays in stopped and ASKED_ONE not in stopped
    alone.vault.lock()
    said = alone.past(KEY, "1", "g", "q", "k", "n", "l")
    assert said.index(stays) < said.index(ASKED_ONE) < said.index(LATER)
    assert names(on_map(alone)) == [ONE] and len(alone.kept()) == 1
