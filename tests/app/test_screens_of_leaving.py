"""Help, what stays away, and the closing: always with a way on, and a last line that asks nothing."""

from __future__ import annotations

import pytest

from tests.app.conftest import Screen
from tests.people import TENDER, URGENT, Person
from unforced.adapters.library import FileLibrary
from unforced.app.showing import show
from unforced.domain.answers import Never
from unforced.domain.screening import Heard
from unforced.domain.visit import Deed

# Help


def test_help_by_tap_asks_nothing_and_leads_on(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("edge").does(Deed.HELP))
    assert view.question == ""
    assert [choice.reply.deed for choice in view.choices] == [Deed.CONTINUE, Deed.TAKE]


def test_urgent_words_are_met_with_one_direct_question_and_three_ways_on(person: Person, screen: Screen) -> None:
    view = screen(person.says_no(words="…", heard=URGENT))
    assert view.question == "Are you thinking about ending your life?"
    assert [choice.reply.deed for choice in view.choices] == [Deed.YES, Deed.CONTINUE, Deed.NOT_MEANT, Deed.TAKE]
    after = screen(person.does(Deed.YES))
    assert after.question == ""
    assert "The number is here." in after.said[0]


def test_tender_words_are_met_without_that_question(person: Person, screen: Screen) -> None:
    view = screen(person.says_no(words="…", heard=TENDER))
    assert view.question == ""
    assert view.find("not_meant") is not None


@pytest.mark.parametrize(
    ("heard", "first"),
    [
        (None, "Help is here, any time."),
        (URGENT, "Some of your words sounded like danger to your life."),
        (TENDER, "Some of your words sounded like danger, or like not being cared for."),
    ],
    ids=["asked", "urgent", "tender"],
)
def test_help_says_why_it_opened_that_nobody_is_monitoring_and_where_a_person_is(
    person: Person, screen: Screen, heard: Heard | None, first: str
) -> None:
    person.says_no(words="…", heard=heard) if heard else person.does(Deed.HELP)
    said = " ".join(screen(person).said)
    assert said.startswith(first)
    assert "Nobody is monitoring this." in said
    assert "findahelpline.com" in said
    assert "999" in said


@pytest.mark.parametrize("region", ["", "ZZ", "the moon"])
def test_where_the_region_is_not_known_help_says_so_and_gives_the_widest_number(
    person: Person, library: FileLibrary, region: str
) -> None:
    said = " ".join(show(person.does(Deed.HELP).visit, library, region).said)
    assert "isn't known here" in said
    assert "112" in said


def test_the_number_shown_is_the_number_stored(person: Person, library: FileLibrary) -> None:
    visit = person.does(Deed.HELP).visit
    for region in ("GB", "us", "DE", "JP"):
        said = " ".join(show(visit, library, region).said)
        assert library.emergency(region)
        assert all(number in said for number in library.emergency(region))


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
