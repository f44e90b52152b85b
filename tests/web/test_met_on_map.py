"""Somebody was met in a visit: below the line that it is kept, one quiet question about the map; never before."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from tests.web.keeping import Person, somebody
from tests.web.keeping_house import House
from tests.web.running import Running
from unforced.adapters.library import FileLibrary
from unforced.app.inner_map import inner_map
from unforced.domain.errors import PageDamagedError
from unforced.domain.visit import Visit
from unforced.domain.words import Words
from unforced.web.memory import Ending, Held

TAG = re.compile(r"<[^>]+>")
KEPT = "It is kept, and sealed."


@pytest.fixture
def person(program: Running) -> Person:
    """Somebody with the vault open."""
    found = somebody(program)
    return found.unlocks()


def said(found: Person) -> str:
    """What the page says in words."""
    return " ".join(unescape(TAG.sub(" ", found.answer.text)).split())


def names_two(person: Person, one: str, other: str) -> None:
    """A visit in which both sides were named, and kept."""
    person.go("/")
    person.press("Something in me says no")
    person.press("Go on", chips=("One side wants it, one slams the door",))
    person.press("About right")
    person.press("Stay with both")
    person.press("3")
    person.press("Go on", words=one)
    person.press("Go on", words=other)
    person.press("Stop")
    person.press("Keep this visit")


def test_two_sides_are_put_there_one_by_one_and_pull_against_each_other(person: Person) -> None:
    names_two(person, "wants rest", "slams the door")
    visit = person.at
    assert KEPT in said(person) and "You met “wants rest”. Put it on the map?" in said(person)
    assert {"A new one", "Leave it out"} <= set(person.form.buttons)
    person.press("A new one")
    assert person.at == visit and "You met “slams the door”. Put it on the map?" in said(person)
    assert "One that is there already" in said(person) and "wants rest" in person.form.buttons
    person.press("A new one")
    assert "Do they pull against each other?" in said(person)
    person.press("They pull against each other")
    assert "It is on the map." in said(person)
    person.go("/parts")
    assert "wants rest and slams the door pull against each other." in said(person)
    person.opens_the_first()
    assert "on the map?" not in said(person)


def test_left_out_it_is_not_asked_again_and_stays_a_tap_away_in_the_visit(person: Person) -> None:
    names_two(person, "the swimmer", "the stone")
    person.press("Leave it out")
    assert "You met “the stone”." in said(person)
    person.press("Leave it out")
    assert KEPT in said(person) and "on the map" not in said(person)
    person.opens_the_first()
    assert "You met “the swimmer”. Put it on the map?" in said(person)
    link = re.findall(r'href="(/past/[0-9a-f]{32}/map/1)"', person.answer.text)[0]
    person.go(link)
    assert person.form.heading == "You met “the swimmer”. Put it on the map?"
    page = person.form
    person.press("A new one")
    assert person.at.startswith("/past/") and "the swimmer”. Put it" not in said(person)
    answer = person.send(link, [*page.hidden.items(), ("choice", "new")])  # a double tap
    assert answer.status == 409
    person.go("/parts")
    assert said(person).count("the swimmer") >= 1 and "the stone" not in said(person)
    assert person.ask("GET", link).status == 303


@pytest.mark.parametrize("choice", ["", "there:x", "there:7", "pull", "new:9"])
def test_a_forged_answer_puts_nobody_there(person: Person, choice: str) -> None:
    names_two(person, "a gull", "a gate")
    person.opens_the_first()
    link = re.findall(r'href="(/past/[0-9a-f]{32}/map/1)"', person.answer.text)[0]
    person.go(link)
    fields = [*person.form.hidden.items(), ("choice", choice)]
    assert person.send(link, fields).status == 409 or choice == "new:9"
    assert person.send(link.replace("/map/1", "/map/9"), fields).status == 409


def test_locked_nothing_is_asked_and_nothing_is_said_of_it(person: Person) -> None:
    names_two(person, "an owl", "a mill")
    visit = person.at
    person.locks()
    person.go(visit)
    assert "an owl" not in person.answer.text


def test_where_the_map_cannot_be_read_the_visit_is_kept_and_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The question is left out; the line that it is kept stands."""
    from unforced.web.views import met_on_map  # noqa: PLC0415 - needs the framework

    house = House(FileLibrary())
    held = house.keeper.seal(Held(replace(Visit(), called=Words("owl"))), house.session)
    assert held.kept is not None
    house.session.resting["a"] = held.kept.name
    found = Held(Visit(), ending=Ending.KEPT)

    class Here:
        keeper, library = house.keeper, house.library

        @staticmethod
        def say(key: str, **named: str) -> str:
            return key

    monkeypatch.setattr("unforced.web.mapping.room", Here)
    monkeypatch.setattr(met_on_map, "room", Here)
    assert met_on_map.after_keeping(house.session, "a", found) is not None
    assert met_on_map.ways_to(house.session, held.kept.name)

    def damaged(*_: object) -> None:
        raise PageDamagedError("no inner map")

    monkeypatch.setattr("unforced.web.mapping.inner_map", damaged)
    assert met_on_map.after_keeping(house.session, "a", found) is None
    assert met_on_map.ways_to(house.session, held.kept.name) == ()
    assert inner_map(house.vault.inside, 1).parts == ()
