"""How long a breath is held: the person's own choice, never more than four seconds, and none where it is too much."""

from __future__ import annotations

import pytest

from tests.people import Person
from unforced.domain.deeds.practising import most_hold, played
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError, WaitError
from unforced.domain.visit import Deed


def breathing(person: Person) -> Person:
    return person.does(Deed.OPEN_DOOR, "settle").takes("breath.one_minute")


@pytest.mark.parametrize("seconds", range(5))
def test_somebody_holds_as_long_as_they_like_up_to_four(person: Person, seconds: int) -> None:
    breathing(person).does(Deed.HOLD, seconds)
    assert played(person.visit, person.shelf.get("breath.one_minute")).hold == seconds


@pytest.mark.parametrize("seconds", [5, -1, "4", True, None])
def test_any_other_hold_is_refused_and_changes_nothing(person: Person, seconds: object) -> None:
    before = breathing(person).visit
    with pytest.raises(UnusableAnswerError, match="0 to 4"):
        person.does(Deed.HOLD, seconds)
    assert person.visit == before


def test_where_nothing_is_breathed_nothing_is_held(person: Person) -> None:
    person.does(Deed.OPEN_DOOR, "settle").takes("contact.feet_on_floor")
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.HOLD, 2)


def test_while_it_is_too_much_a_breath_is_never_held(person: Person) -> None:
    person.arrives("flooded", body="too_much").does(Deed.LOOK).takes("breath.with_the_hold")
    assert most_hold(person.visit) == 0
    assert played(person.visit, person.shelf.get("breath.with_the_hold")).hold == 0
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.HOLD, 1)


def test_a_wait_says_how_long_it_is() -> None:
    assert WaitError(30).seconds == 30
