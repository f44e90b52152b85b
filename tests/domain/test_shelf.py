"""The shelf: what a guide may take from it within its limits, and in which order."""

from __future__ import annotations

from typing import Any

import pytest

from unforced.domain.errors import UnknownPracticeError
from unforced.domain.practice import Breath, Cue, Family, Practice
from unforced.domain.shelf import Limits, Shelf

NO_LIMITS = Limits(
    state="settling",
    needs=frozenset(),
    put_away=frozenset(),
    longest=10**6,
    inward=90,
    rung=-1,
    phrases=True,
    outside_home=False,
    whole=True,
    whole_first=False,
    used=(),
    kinds=frozenset(),
)


def a_practice(name: str, seconds: int = 20, **known: Any) -> Practice:
    """A practice of which only what matters is said."""
    cues = (Cue(seconds, "look", "Look at something."),)
    return Practice(name, Family(name.partition(".")[0]), "A title", "You could look.", seconds, cues, **known)


def picked(*practices: Practice, family: str = "", **limits: Any) -> str | None:
    """The id of what would be offered of these."""
    wanted = Family(family or practices[0].family)
    found = Shelf(practices).pick(wanted, NO_LIMITS._replace(**limits))
    return found.id if found else None


# What doesn't fit is never picked


@pytest.mark.parametrize(
    ("practice", "limits"),
    [
        (a_practice("orient.a", picked_only=True), {}),
        (a_practice("orient.a"), {"put_away": frozenset({"orient.a"})}),
        (a_practice("orient.a", needs=frozenset({"sound"})), {"needs": frozenset({"sound"})}),
        (a_practice("orient.a", seconds=30), {"longest": 20}),
        (a_practice("orient.a", only_in=frozenset({"warm"})), {}),
        (a_practice("orient.a", not_in=frozenset({"settling"})), {}),
        (a_practice("orient.a", phrase=True), {"phrases": False}),
        (a_practice("acknowledge.a", size="whole"), {"whole": False}),
        (a_practice("people.a"), {"outside_home": True}),
        (a_practice("note.a", seconds=60), {"inward": 30}),
        (a_practice("breath.a", breath=Breath(4, 4, 6, 1)), {}),
        (a_practice("warmth.a", rung=2), {"rung": 1}),
        (a_practice("ask.a"), {"used": ("ask.a",)}),
        (a_practice("note.a", from_rung=4), {"rung": 3}),
        (a_practice("note.a", from_rung=4), {}),
        (a_practice("acknowledge.a", toward="afraid"), {"toward": "fed_up"}),
        (a_practice("acknowledge.a", toward="fed_up"), {"toward": "afraid"}),
    ],
)
def test_what_does_not_fit_is_never_offered(practice: Practice, limits: dict[str, Any]) -> None:
    assert picked(practice, **limits) is None


@pytest.mark.parametrize(
    ("practice", "limits"),
    [
        (a_practice("orient.a", needs=frozenset({"sound"})), {"needs": frozenset({"typing"})}),
        (a_practice("rest.a", seconds=120), {"longest": 20}),
        (a_practice("ask.a", seconds=600), {"inward": 0}),
        (a_practice("people.a", home="outside"), {"outside_home": True}),
        (a_practice("warmth.a", rung=1), {"rung": 1}),
        (a_practice("orient.a", only_in=frozenset({"settling"})), {}),
        (a_practice("acknowledge.a", size="short"), {"whole": False}),
        (a_practice("note.a", from_rung=4), {"rung": 4}),
        (a_practice("acknowledge.a", toward="afraid"), {"toward": "afraid"}),
        (a_practice("acknowledge.a"), {"toward": "afraid"}),
    ],
)
def test_what_fits_is_offered(practice: Practice, limits: dict[str, Any]) -> None:
    assert picked(practice, **limits) == practice.id


# Which of several


def test_what_was_made_for_this_moment_comes_first() -> None:
    made = a_practice("orient.z", only_in=frozenset({"settling"}))
    assert picked(a_practice("orient.a"), made, used=("orient.z",)) == "orient.z"


def test_what_was_used_least_comes_first() -> None:
    two = a_practice("orient.a"), a_practice("orient.b")
    assert picked(*two) == "orient.a"
    assert picked(*two, used=("orient.a",)) == "orient.b"
    assert picked(*two, used=("orient.a", "orient.b")) == "orient.a"


def test_what_was_made_for_a_kind_of_no_comes_first_for_it_and_only_for_it() -> None:
    two = a_practice("moment.a"), a_practice("moment.b", for_kinds=frozenset({"unknown_how"}))
    assert picked(*two) == "moment.a"
    assert picked(*two, kinds=frozenset({"unknown_how", "edge"})) == "moment.b"
    assert picked(*two, kinds=frozenset({"unknown_how"}), used=("moment.b",)) == "moment.a"


def test_the_order_a_writer_gave_comes_before_the_name_and_is_fifty_where_it_is_left_out() -> None:
    assert picked(a_practice("orient.a"), a_practice("orient.b", order=49)) == "orient.b"
    assert picked(a_practice("orient.a", order=51), a_practice("orient.b")) == "orient.b"


def test_the_smallest_acknowledgement_comes_first_and_the_whole_one_where_there_is_room() -> None:
    sizes = [a_practice(f"acknowledge.{size}", size=size) for size in ("whole", "small", "short")]
    assert picked(*sizes) == "acknowledge.small"
    assert picked(*sizes, whole_first=True) == "acknowledge.whole"
    assert picked(*sizes, whole_first=True, whole=False) == "acknowledge.short"


# What a person takes


def test_a_practice_is_found_by_its_name_and_nothing_by_any_other() -> None:
    shelf = Shelf([a_practice("orient.a"), a_practice("move.b")])
    assert shelf.get("move.b").family is Family.MOVE
    assert "move.b" in shelf
    assert "move.c" not in shelf
    with pytest.raises(UnknownPracticeError):
        shelf.get("move.c")


def test_a_family_without_practices_is_empty_and_offers_nothing() -> None:
    shelf = Shelf([a_practice("orient.a")])
    assert shelf.family(Family.MOVE) == ()
    assert shelf.pick(Family.MOVE, NO_LIMITS) is None
    assert [practice.id for practice in shelf] == ["orient.a"]


def test_the_order_in_which_files_are_read_never_matters() -> None:
    practices = [a_practice(f"orient.{name}", order=order) for name, order in (("c", 1), ("a", 2), ("b", 2))]
    assert [p.id for p in Shelf(practices)] == [p.id for p in Shelf(reversed(practices))]
