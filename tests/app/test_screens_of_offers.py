"""The offers and the shelf (guide.md §1 and §3): one line, two offers with their reasons, everything else beside."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.app.conftest import Screen
from tests.people import CALM, Person
from unforced.adapters.library import FileLibrary
from unforced.app.view import View
from unforced.domain.practice import Family
from unforced.domain.visit import Deed


def beside(view: View) -> list[str]:
    """The labels of what stands beside the offers."""
    return [choice.label for choice in view.beside]


# The offers


def test_somebody_gets_one_line_and_two_offers_with_their_reasons_in_words(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("tense"))
    assert view.said == ("Your body is on guard. It doesn't have to let go of anything.",)
    assert len(view.choices) == 2
    assert view.choices[0].why == (
        "because there is no hurry to know more",
        "comes first when a body braces",
        "it is weight and floor, outside of thoughts",
    )


def test_with_nothing_left_to_offer_the_screen_says_so_and_stays(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("edge").declines(14))
    assert view.choices == ()
    assert view.question == "Nothing more is offered. That is fine."


def test_a_line_is_not_said_again_right_after_it_was_said(person: Person, screen: Screen) -> None:
    assert screen(person.arrives("edge")).said == ("It has kept you going.",)
    assert screen(person.declines()).said == ("Not these, then.",)


def test_help_is_named_every_time_while_it_is_a_crisis(person: Person, screen: Screen) -> None:
    person.arrives("edge").does(Deed.HELP).does(Deed.NOTHING).declines()
    assert "Help is here. You choose." in screen(person).said


def settled(person: Person, **memory: Any) -> Person:
    """Somebody with room and an eased body who has used what comes first, so that body and breath stand there."""
    person.arrives("edge").stays(**{**CALM, "toward": 0})
    used = ("acknowledge.", "contact.", "see.", "moment.", "note.", "rest.", "warmth.", "muscles_release.")
    person.visit = replace(person.visit, memory=person.visit.memory._replace(used=used, **memory))
    return person


def cards(view: View) -> list[str]:
    """The practices on the screen, in order."""
    return [str(choice.reply.value) for choice in view.choices]


@pytest.mark.parametrize("family", ["breath", "touch"])
def test_a_breath_or_a_touch_comes_with_another_doorway_beside_it(person: Person, screen: Screen, family: str) -> None:
    shown = cards(screen(settled(person)))
    offered = next(name for name in shown if name.startswith(family))
    assert person.shelf.get(offered).twin == shown[shown.index(offered) + 1]


def test_another_doorway_that_was_refused_twice_or_put_away_is_never_shown_either(
    person: Person, screen: Screen
) -> None:
    """guide.md §8, 8 and 11: two refusals end a family; what got harder twice stays away until it is taken back."""
    shown = cards(screen(settled(person)))
    twin = shown[[name.partition(".")[0] for name in shown].index("breath") + 1]
    closed: list[dict[str, Any]] = [
        {"put_away": frozenset({twin})},
        {"refused": frozenset({Family(twin.partition(".")[0])})},
    ]
    for memory in closed:
        assert twin not in cards(screen(settled(Person(person.shelf), **memory)))


# What stands beside them


@pytest.mark.parametrize(
    ("chips", "label"),
    [
        (("critic_voice",), "Stay with that voice"),
        ((), "Stay with that no"),
        (("tense",), "Stay with what my body does"),
        (("two_sides",), "Stay with both"),
    ],
)
def test_stay_is_there_from_the_first_offer_with_somebodys_own_noun(
    person: Person, screen: Screen, chips: tuple[str, ...], label: str
) -> None:
    assert label in beside(screen(person.arrives(*chips)))


@pytest.mark.parametrize("word", ["far_away", "too_much", "wired_and_numb"])
def test_stay_is_never_shown_in_a_low_moment_and_is_there_again_after_it(
    person: Person, screen: Screen, word: str
) -> None:
    person.arrives("critic_voice", body=word)
    assert "Stay with that voice" not in beside(screen(person))
    person.tries("orient", body_words="about_right")
    assert "Stay with that voice" in beside(screen(person))


def test_hear_what_it_guards_stands_in_its_place_in_a_firm_no(person: Person, screen: Screen) -> None:
    labels = beside(screen(person.arrives("critic_voice").stays(distress=4, firmness=3)))
    assert "Hear what it guards" in labels
    assert not any(label.startswith("Stay") for label in labels)


def test_somebody_for_whom_softening_is_dangerous_has_help_for_danger_here_and_now(
    person: Person, screen: Screen
) -> None:
    (now,) = (c for c in screen(person.arrives("danger")).beside if c.label == "The danger is here, now")
    assert now.reply.deed is Deed.HELP


def test_nothing_wanted_is_offered_nothing_more_and_asked_nothing(person: Person, screen: Screen) -> None:
    view = screen(person.says_no("just_no"))
    assert view.said == ("All right.",)
    assert view.beside == ()


def test_in_a_crisis_there_is_only_a_way_on(person: Person, screen: Screen) -> None:
    assert beside(screen(person.arrives("danger").does(Deed.HELP).does(Deed.NOTHING))) == ["No, continue"]


def test_somebody_who_could_be_seen_reads_that_they_can_close_this_and_nothing_was_kept(
    person: Person, screen: Screen
) -> None:
    view = screen(person.arrives("edge").does(Deed.WATCHED))
    assert view.said == ("You can close this now.", "Nothing was kept.")
    assert beside(view) == ["That has passed"]


# The answer to what just happened


def test_worse_and_the_same_are_answered_in_the_practices_own_words(
    person: Person, screen: Screen, library: FileLibrary
) -> None:
    practice = library.shelf.get("contact.back_on_chair")
    person.arrives("edge").gets_worse_with(practice.id)
    assert screen(person).said[0] == practice.worse
    person.tries(practice.id, soften=0, body=0)
    assert screen(person).said[0] == practice.same


def test_what_is_put_away_is_said_and_can_be_taken_back_from_the_shelf(
    person: Person, screen: Screen, library: FileLibrary
) -> None:
    practice = library.shelf.get("contact.back_on_chair")
    person.arrives("edge").gets_worse_with(practice.id).gets_worse_with(practice.id)
    assert practice.title in screen(person).said[0].removeprefix(practice.worse)
    shelf = screen(person.does(Deed.LOOK))
    assert shelf.find(f"take:{practice.id}") is None
    assert shelf.find(f"take_back:{practice.id}") is not None
    assert screen(person.does(Deed.TAKE_BACK, practice.id)).find(f"take:{practice.id}") is not None
