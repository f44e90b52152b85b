"""Somebody could see this screen (guide.md §1 and §3): leaving first, nothing to hear, nothing to read later."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person, here_with_room, practices_offered, somebody, two_sides_unsettled
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import OutOfPlaceError
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase

HEARD_OR_READ = {"sound", "voice", "typing"}


def test_somebody_who_could_be_seen_can_close_this_at_once_from_any_question(person: Person) -> None:
    person.arrives("critic_voice").does(Deed.STAY).does(Deed.WATCHED)
    assert (person.phase, person.state, person.offered) == (Phase.OFFERS, "unsafe_here", ("leave", "orient"))
    assert person.takes("leave").phase is Phase.CLOSED


def test_when_that_has_passed_the_visit_goes_on_where_there_was_one(person: Person) -> None:
    person.arrives("edge").does(Deed.WATCHED).does(Deed.PASSED)
    assert (person.phase, person.state, person.visit.answers.safety) == (Phase.OFFERS, "settling", 1)


def test_when_that_has_passed_before_anything_was_said_the_doors_are_there(person: Person) -> None:
    assert person.does(Deed.WATCHED).does(Deed.PASSED).phase is Phase.DOORS


def test_nothing_has_passed_where_nobody_was_watching(person: Person) -> None:
    with pytest.raises(OutOfPlaceError):
        person.arrives("edge").does(Deed.PASSED)
    assert person.visit.answers.safety is UNKNOWN


def test_after_it_has_passed_nothing_is_ever_offered_that_could_be_heard_or_read(person: Person, shelf: Shelf) -> None:
    person.arrives("edge").does(Deed.WATCHED).does(Deed.PASSED).stays(**CALM)
    for _ in range(12):
        assert not any(p.needs & HEARD_OR_READ for p in practices_offered(person.visit.situation, shelf))
        person.declines()


def test_what_orients_somebody_who_is_watched_is_silent(shelf: Shelf) -> None:
    for used in ((), ("orient.one_colour",), ("orient.one_colour", "orient.where_the_light_is")):
        for practice in practices_offered(somebody(safety=0, used=used), shelf):
            assert not practice.needs & HEARD_OR_READ


def test_people_are_someone_outside_the_home_unless_nobody_can_see_the_screen(shelf: Shelf) -> None:
    refused = frozenset({"acknowledge", "contact", "orient"})
    for safety, homes in ((None, {"outside"}), (1, {"outside"}), (2, {"", "outside"})):
        known = {} if safety is None else {"safety": safety}
        young = somebody(memory=True, presence=3, refused=refused, **known)
        found = practices_offered(young, shelf)
        assert [practice.family for practice in found] == ["people"]
        assert {practice.home for practice in found} <= homes


def test_somebody_who_was_watched_is_never_led_to_warm(shelf: Shelf) -> None:
    assert here_with_room(toward=2, soften=1, blend=1, safety=1).answers.safety == 1
    names = {p.family for p in practices_offered(two_sides_unsettled(safety=1), shelf)}
    assert "warmth" not in names


def test_somebody_watched_begins_again_with_care_the_next_time(person: Person) -> None:
    """guide.md §1: "right now 0 (this visit only, then 1)"."""
    person.arrives("edge").does(Deed.WATCHED).does(Deed.STOP).does(Deed.OPEN_DOOR, "says_no")
    assert person.visit.answers.safety == 1
