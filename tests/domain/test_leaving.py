"""Nothing, stop, and leaving (guide.md §1 and §3): met with "All right.", never asked why, possible at every step."""

from __future__ import annotations

import pytest

from tests.domain.test_help import at
from tests.people import Person
from unforced.domain.answers import UNKNOWN
from unforced.domain.visit import Deed, Phase, Visit

OPEN = [phase for phase in Phase if phase not in (Phase.CLOSED, Phase.HELP)]


@pytest.mark.parametrize("phase", OPEN)
def test_stop_stops_at_once_on_every_screen(person: Person, phase: Phase) -> None:
    assert at(person, phase).does(Deed.STOP).phase is Phase.CLOSED


@pytest.mark.parametrize("phase", OPEN)
def test_nothing_is_met_with_all_right_the_first_time_and_closes_the_second(person: Person, phase: Phase) -> None:
    at(person, phase).does(Deed.NOTHING)
    assert (person.phase, person.now.line) == (Phase.OFFERS, "nothing_wanted")
    assert set(person.offered) == {"leave", "rest"}
    assert person.does(Deed.NOTHING).phase is Phase.CLOSED


def test_something_else_after_nothing_reopens_the_chips(person: Person) -> None:
    person.arrives("edge").does(Deed.NOTHING).declines()
    assert (person.phase, person.visit.answers.choice) == (Phase.KINDS, UNKNOWN)
    assert person.visit.memory.declined == ()


def test_something_else_after_just_no_reopens_the_chips_without_it(person: Person) -> None:
    person.says_no("just_no").declines()
    assert (person.phase, person.visit.answers.kinds) == (Phase.KINDS, frozenset())


def test_somebody_who_wanted_nothing_and_rested_is_still_offered_nothing_more(person: Person) -> None:
    """guide.md §1, ways out of a state: nothing_wanted is left with *something else*, and with nothing else."""
    person.arrives("edge").does(Deed.NOTHING).tries("rest")
    assert person.state == "nothing_wanted"


def test_taking_leave_closes_the_visit(person: Person) -> None:
    assert person.says_no("just_no").takes("leave").phase is Phase.CLOSED


def test_beginning_again_begins_with_nothing_of_the_visit_before(person: Person) -> None:
    person.arrives("critic_voice", body="far_away").tries("orient").declines().does(Deed.STOP)
    turn = person.visit.turn
    person.does(Deed.OPEN_DOOR, "says_no")
    assert person.visit == Visit(phase=Phase.KINDS, door="says_no", turn=turn + 1)


# The shelf, and something else away from the offers


def test_something_else_away_from_the_offers_opens_the_shelf_and_there_leads_back(person: Person) -> None:
    person.arrives("edge").does(Deed.STAY).declines()
    assert person.phase is Phase.SHELF
    assert person.declines().phase is Phase.OFFERS
    assert person.visit.memory.declined == ()


def test_something_else_at_the_doors_opens_the_shelf_and_there_leads_back_to_them(person: Person) -> None:
    assert person.declines().phase is Phase.SHELF
    assert person.declines().phase is Phase.DOORS
