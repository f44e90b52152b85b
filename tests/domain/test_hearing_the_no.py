"""*Hear what it guards* (guide.md §3, firm_no): one question, only on a tap, and firmness is asked again after it."""

from __future__ import annotations

import pytest

from tests.people import Person, firm_no_at_night, here_with_room
from unforced.domain.deeds.turning_toward import GUARDS
from unforced.domain.guide import hear_is_shown
from unforced.domain.practice import Family
from unforced.domain.visit import Deed, Phase


@pytest.fixture
def firm(person: Person) -> Person:
    """Somebody with room and a firm no."""
    return person.arrives("critic_voice").stays(distress=4, firmness=3)


# When the tap is there


def test_hear_what_it_guards_stands_beside_a_firm_no_of_somebody_who_is_here() -> None:
    assert hear_is_shown(here_with_room(firmness=3), "firm_no")
    assert hear_is_shown(firm_no_at_night(presence=3), "firm_no")


@pytest.mark.parametrize(
    "closed",
    [
        firm_no_at_night(),
        here_with_room(firmness=3, presence=2),
        here_with_room(firmness=4, distress=7),
        here_with_room(firmness=3, tender=True),
        here_with_room(firmness=3, outward_due=True),
        here_with_room(firmness=3, refused=frozenset({"ask"})),
        here_with_room(firmness=3, invited=True),
        here_with_room(firmness=3, used=("ask.what_it_guards",)),
        here_with_room("numb", firmness=3),
    ],
)
def test_it_never_stands_where_the_question_would_not_open(closed: object) -> None:
    assert not hear_is_shown(closed, "firm_no")  # type: ignore[arg-type]


def test_it_stands_nowhere_else() -> None:
    assert not hear_is_shown(here_with_room(toward=1, blend=1), "curious")


# What the tap does


def test_the_tap_opens_one_question_at_once(firm: Person) -> None:
    firm.does(Deed.HEAR)
    assert (firm.phase, firm.visit.practice) == (Phase.ASKING, "ask.what_it_guards")


def test_distress_is_asked_before_it_where_nobody_knows_it(person: Person) -> None:
    person.arrives("critic_voice").stays(firmness=3).does(Deed.HEAR)
    assert (person.phase, person.visit.question) == (Phase.STAYING, "distress")
    assert person.does(Deed.ANSWER, 4).phase is Phase.ASKING


@pytest.mark.parametrize("distress", [7, 8, 10])
def test_without_room_the_question_is_not_asked_after_all(person: Person, distress: int) -> None:
    person.arrives("critic_voice").stays(firmness=3).does(Deed.HEAR).does(Deed.ANSWER, distress)
    assert person.phase is Phase.OFFERS
    assert "ask" not in person.offered


def test_firmness_is_asked_again_after_the_one_question(firm: Person) -> None:
    firm.does(Deed.HEAR).does(Deed.NEXT, words="that I get hurt")
    assert (firm.phase, firm.visit.question) == (Phase.STAYING, "firmness")
    firm.does(Deed.ANSWER, 1)
    assert firm.phase is Phase.OFFERS
    assert firm.state == "flat"


def test_a_no_that_stays_firm_is_never_asked_a_second_question(firm: Person) -> None:
    firm.does(Deed.HEAR).does(Deed.NEXT).does(Deed.ANSWER, 4)
    assert firm.state == "firm_no"
    assert not firm.visit.facts.invited
    firm.tries("contact.feet_on_floor", soften=0, body=0)
    assert not hear_is_shown(firm.visit.situation, firm.state)
    assert "ask" not in firm.offered


@pytest.mark.parametrize("leaving", [Deed.BACK, Deed.WORSE])
def test_somebody_who_left_the_one_question_is_never_asked_another_unbidden(firm: Person, leaving: Deed) -> None:
    """guide.md §3: the tap allows *one* ask. Later, *stay* leads to offers and never straight into an ask."""
    firm.does(Deed.HEAR).does(leaving)
    for family in ("acknowledge", "touch", "breath", "muscles_release", "note", "contact"):
        firm.tries(firm.shelf.family(Family(family))[0].id, soften=0, body=0)
    firm.stays(distress=4, firmness=1, blend=1, toward=1)
    assert firm.phase is Phase.OFFERS


def test_what_somebody_heard_stays_visible_to_them(firm: Person) -> None:
    firm.does(Deed.HEAR).does(Deed.NEXT, words="that I get hurt")
    (heard,) = (entry for entry in firm.visit.said if entry.key == GUARDS)
    assert heard.value.reveal() == "that I get hurt"  # type: ignore[attr-defined]
