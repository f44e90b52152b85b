"""The shelf (guide.md §1): what somebody picks themselves, who should skip it, and what is never wanted."""

from __future__ import annotations

import pytest

from tests.app.conftest import Screen
from tests.people import CALM, Person
from unforced.adapters.library import FileLibrary
from unforced.app.view import View
from unforced.domain.visit import Deed


def families(view: View) -> set[str]:
    """The families of the cards on the shelf."""
    return {str(c.reply.value).partition(".")[0] for c in view.choices if c.reply.deed is Deed.TAKE}


def test_the_door_of_small_moments_opens_moments_only(person: Person, screen: Screen) -> None:
    assert families(screen(person.does(Deed.OPEN_DOOR, "moment"))) == {"moment"}


def test_the_door_to_settle_opens_a_few_doorways_and_the_breath_with_and_without_a_hold(
    person: Person, screen: Screen
) -> None:
    view = screen(person.does(Deed.OPEN_DOOR, "settle"))
    taken = [str(choice.reply.value) for choice in view.choices]
    once = ["contact", "orient", "move", "object", "touch", "muscles_release", "rest"]
    assert sorted(name.partition(".")[0] for name in taken) == sorted([*once, "breath", "breath"])
    assert sorted(person.shelf.get(name).hold for name in taken if name.startswith("breath.")) == [0, 4]


@pytest.mark.parametrize("door", ["settle", "moment"])
def test_everything_a_person_may_pick_lies_on_the_whole_shelf(person: Person, screen: Screen, door: str) -> None:
    view = screen(person.does(Deed.OPEN_DOOR, door).does(Deed.LOOK))
    taken = {str(choice.reply.value) for choice in view.choices if choice.reply.deed is Deed.TAKE}
    closed = {"ask", "sides", "leave", "help"}
    assert taken == {p.id for p in person.shelf if p.family not in closed and not p.only_in}
    assert view.find("look") is None


def test_what_only_the_guide_can_open_is_never_on_the_shelf(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").stays(**CALM)
    view = screen(person.does(Deed.LOOK))
    assert not families(view) & {"ask", "sides", "help"}
    taken = [str(choice.reply.value) for choice in view.choices if choice.reply.deed is Deed.TAKE]
    assert not any(person.shelf.get(name).only_in for name in taken)


def test_a_card_says_who_should_skip_it(person: Person, screen: Screen, library: FileLibrary) -> None:
    view = screen(person.does(Deed.OPEN_DOOR, "settle").does(Deed.LOOK))
    card = view.find("take:breath.with_the_hold")
    assert card is not None
    assert card.note.endswith(library.shelf.get("breath.with_the_hold").skip)


def test_what_somebody_never_wants_is_not_on_the_shelf_either(person: Person, screen: Screen) -> None:
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("breath", "imagery")).arrives("edge").does(Deed.LOOK)
    view = screen(person)
    assert "breath" not in families(view)
    assert view.find("take:see.put_it_in_a_chair") is None
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("body",))
    assert not families(screen(person)) & {"breath", "touch", "muscles_full", "muscles_release"}


def test_not_breath_ever_is_one_tap_away_until_it_is_said(person: Person, screen: Screen) -> None:
    person.does(Deed.OPEN_DOOR, "settle")
    assert screen(person).find("never:breath") is not None
    view = screen(person.does(Deed.NEVER, "breath"))
    assert view.find("never:breath") is None
    assert view.find("never:touch") is not None
    assert "breath" not in families(view)
