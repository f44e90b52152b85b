"""Whoever was met in a kept visit comes to the inner map when the person says so, and never by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.walks import LIBRARY, TONIGHT, kept_visit
from unforced.app.inner_map import change, inner_map
from unforced.app.kept import keep, kept_of
from unforced.app.map_names import Names
from unforced.app.put_on_map import TWO, asked_of, pull, put_new, put_there
from unforced.domain.deeds.turning_toward import FEAR, JOB
from unforced.domain.errors import NoLongerThereError
from unforced.domain.inner_map import InnerMap
from unforced.domain.map_changes import let_go, undo
from unforced.domain.met import THE_NO
from unforced.domain.part import Part
from unforced.domain.visit import Said, Visit
from unforced.domain.words import Words
from unforced.ports import Inside

TODAY = 739_900
MET = Visit(called=Words("the bear"), place="chest", said=(Said(JOB, Words("keeps quiet")),))
BOTH = Visit(names=(Words("wants it"), Words("the door")))


def kept(visit: Visit, inside: Inside) -> str:
    """The page of a kept visit."""
    return keep(kept_visit(visit, TONIGHT), inside, TONIGHT).name


def asked(name: str, inside: Inside, plain: bool = False) -> list[tuple[int, str]]:
    """What is asked about it, in order."""
    found = asked_of(name, inside, TODAY, lambda now: Names(now, LIBRARY, plain))
    return [(each.side, each.sentence) for each in found]


def on_map(name: str, inside: Inside) -> tuple[int, int, int]:
    """Who the visit knows it met."""
    return kept_of(inside.open(name)).visit.on_map


def test_somebody_who_was_met_is_asked_about_by_name_and_put_there_only_then(inside: Inside) -> None:
    name = kept(MET, inside)
    assert asked(name, inside) == [(THE_NO, "You met “the bear”. Put it on the map?")]
    assert inner_map(inside, TODAY) == InnerMap()
    before = kept_of(inside.open(name))
    after = put_new(name, THE_NO, inside, TODAY)
    (bear,) = after.parts
    assert (bear.name, bear.place, bear.job) == (Words("the bear"), "chest", Words("keeps quiet"))
    assert on_map(name, inside) == (bear.key, 0, 0) and not asked(name, inside)
    assert kept_of(inside.open(name)).changed == before.changed
    with pytest.raises(NoLongerThereError):
        put_new(name, THE_NO, inside, TODAY)


def test_nobody_is_asked_about_where_nothing_was_found(inside: Inside) -> None:
    firm = replace(Visit(), answers=Visit().answers._replace(firmness=3))
    assert asked(kept(firm, inside), inside) == []


@pytest.mark.parametrize(
    ("visit", "sentence"),
    [
        (Visit(look="stone"), "You met the one like a stone. Put it on the map?"),
        (Visit(place="chest"), "You met the one in the chest. Put it on the map?"),
        (Visit(said=(Said(FEAR, Words("laughing")),)), "You met one that says no. Put it on the map?"),
    ],
)
def test_without_a_name_it_is_asked_about_by_what_was_found(visit: Visit, sentence: str, inside: Inside) -> None:
    assert asked(kept(visit, inside), inside) == [(THE_NO, sentence)]


def test_it_can_be_one_that_is_there_and_only_what_was_unsaid_is_filled_in(inside: Inside) -> None:
    there = Part(name=Words("old bear"), look="dog")
    key = put_new(kept(Visit(called=there.name, look="dog"), inside), THE_NO, inside, TODAY).parts[0].key
    name = kept(MET, inside)
    (bear,) = put_there(name, THE_NO, key, inside, TODAY).parts
    assert (bear.name, bear.look, bear.place, bear.job) == (Words("old bear"), "dog", "chest", Words("keeps quiet"))
    assert on_map(name, inside) == (key, 0, 0)
    assert change(inside, undo).part(key).job is None


def test_one_that_was_let_go_of_meanwhile_is_nobody_to_be(inside: Inside) -> None:
    name = kept(MET, inside)
    with pytest.raises(NoLongerThereError):
        put_there(name, THE_NO, 7, inside, TODAY)
    assert on_map(name, inside) == (0, 0, 0)


def test_two_sides_are_asked_about_one_by_one_and_then_together(inside: Inside) -> None:
    name = kept(BOTH, inside)
    assert [side for side, _ in asked(name, inside)] == [0, 1]
    put_new(name, 0, inside, TODAY)
    assert [side for side, _ in asked(name, inside)] == [1]
    put_new(name, 1, inside, TODAY)
    ((side, said),) = asked(name, inside)
    assert side == TWO and said == "Both sides are on the map: wants it; the door. Do they pull against each other?"
    pulling = pull(name, inside, TODAY)
    assert len(pulling.ties) == 1 and not asked(name, inside)
    change(inside, lambda found: let_go(found, found.parts[0].key, TODAY))
    assert not asked(name, inside)


def test_both_sides_as_one_part_are_never_said_to_pull_against_themselves(inside: Inside) -> None:
    name = kept(BOTH, inside)
    key = put_new(name, 0, inside, TODAY).parts[0].key
    put_there(name, 1, key, inside, TODAY)
    assert on_map(name, inside) == (0, key, key) and not asked(name, inside)


def test_a_side_without_a_name_is_one_side(inside: Inside) -> None:
    visit = Visit(said=(Said("sides_wants_one", Words("rest")),))
    ((_, said),) = asked(kept(visit, inside), inside)
    assert said == "You met a side without a name. Put it on the map?"
