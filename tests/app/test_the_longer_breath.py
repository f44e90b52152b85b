"""The longer breath: shown by name once a minute of it left things the same or easier, and never after worse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.conftest import Screen
from tests.people import Person
from unforced.app.view import View
from unforced.domain.visit import Deed

LONGER = "take:breath.longer_form"


@pytest.fixture
def settling(person: Person) -> Person:
    """Somebody who came to settle for a minute."""
    return person.does(Deed.OPEN_DOOR, "settle")


def is_shown(view: View) -> bool:
    return view.find(LONGER) is not None


@pytest.mark.parametrize("after", [0, 1, 2])
def test_after_a_minute_that_left_things_the_same_or_easier_it_lies_there(
    settling: Person, screen: Screen, after: int
) -> None:
    assert not is_shown(screen(settling))
    view = screen(settling.tries("breath.one_minute", soften=after))
    assert is_shown(view)
    found = view.find(LONGER)
    assert found is not None
    assert found.why == ("a minute of it left things the same or easier; it is seven minutes, and stops at any second",)


@pytest.mark.parametrize("spoil", [lambda p: p.tries("breath.one_minute", soften=-1), lambda p: p])
def test_never_after_worse_or_without_a_minute_first(
    settling: Person, screen: Screen, spoil: Callable[[Person], Person]
) -> None:
    assert not is_shown(screen(spoil(settling)))


def test_never_for_somebody_who_wants_no_breath(settling: Person, screen: Screen) -> None:
    settling.tries("breath.one_minute", soften=1).does(Deed.NEVER, "breath")
    assert not is_shown(screen(settling))


def test_among_the_offers_it_stands_only_where_breath_may_be_offered(person: Person, screen: Screen) -> None:
    person.arrives("edge").stays(presence=4, distress=2)
    person.does(Deed.LOOK).tries("breath.one_minute", soften=1)
    person.does(Deed.BACK)
    assert is_shown(screen(person))
    person.does(Deed.WATCHED)
    assert not is_shown(screen(person))
