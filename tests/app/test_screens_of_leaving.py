"""What stays away, and the closing: a last line that asks nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import Screen
from tests.people import Person
from unforced.domain.answers import Never
from unforced.domain.visit import Deed

# What stays away


def test_everything_that_can_stay_away_is_there_with_what_was_chosen(person: Person, screen: Screen) -> None:
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("sound", "hand_off")).does(Deed.BOUNDS)
    view = screen(person)
    assert [choice.reply.value for choice in view.choices] == [(name,) for name in (*Never, "hand_off")]
    assert {choice.reply.value for choice in view.choices if choice.chosen} == {("sound",), ("hand_off",)}
    assert view.several


# The closing


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (lambda p: p.arrives("edge"), "You noticed a no and didn't fight it. That can be the whole visit."),
        (lambda p: p, "You can leave without finishing. Nothing is lost or counted."),
        (lambda p: p.arrives("edge").does(Deed.WATCHED), "You can close this now. Nothing was kept."),
        (lambda p: p.arrives("edge").does(Deed.NOTHING), "All right. That is an answer."),
    ],
    ids=["noticed", "plain", "watched", "nothing"],
)
def test_leaving_is_met_with_one_line_that_asks_nothing(  # type: ignore[no-untyped-def]
    person: Person, screen: Screen, way, line: str
) -> None:
    view = screen(way(person).does(Deed.STOP))
    assert view.said == (line,)
    assert not (view.question or view.choices or view.field)
    assert [choice.reply.deed for choice in view.every()] == [Deed.OPEN_DOOR, Deed.HELP]


def test_after_words_of_danger_the_number_goes_along(person: Person, screen: Screen) -> None:
    person.arrives("edge")
    calm = person.visit
    person.visit = replace(calm, facts=calm.facts._replace(tender=True))
    said = screen(person.does(Deed.STOP)).said
    assert said[0] == "You can leave here at any time. Help stays where it is."
    assert any(letter.isdigit() for letter in said[1])
    assert "Nothing is lost or counted" not in " ".join(said)
