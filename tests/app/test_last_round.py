"""Who went second last time stands first now: read from the kept visits when a round begins, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.adapters.vault.keeping import Place
from tests.app.walks import LIBRARY, TONIGHT, kept_visit
from tests.people import CALM, Person
from unforced.app.bounds import keep_bounds
from unforced.app.documents import document_of
from unforced.app.kept import keep
from unforced.app.last_round import last_round, with_last_round
from unforced.domain.errors import LockedError
from unforced.domain.page import Page
from unforced.domain.sides import SIDES_STEPS
from unforced.domain.visit import Deed, LastRound, Phase, Reply, Said, Visit
from unforced.domain.words import Words
from unforced.ports import Inside

BEGINS = Reply(Deed.TAKE, "sides.both_sides")


def round_of(first: int = 0, until: str = "outward_one", a: str = "wants it", b: str = "the door") -> Visit:
    """A visit with a round that came as far as this step."""
    person = Person(LIBRARY.shelf).arrives("two_sides").stays(distress=4, name_a=a, name_b=b).takes("sides")
    while SIDES_STEPS[person.visit.step] != until:
        person.does(Deed.NEXT, first if SIDES_STEPS[person.visit.step] == "first" else None)
    return person.visit


def kept(visit: Visit, inside: Inside, days: int = 0) -> str:
    """Keeps a visit of so many days later."""
    began = TONIGHT + timedelta(days=days)
    return keep(kept_visit(visit, began), inside, began).name


def test_it_is_the_side_that_went_second_in_the_newest_round(inside: Inside) -> None:
    kept(round_of(first=1), inside, days=4)
    kept(round_of(first=0), inside, days=9)
    kept(round_of(first=1), inside, days=2)
    assert last_round(inside) == LastRound(1, Words("the door"))


def test_over_visits_the_two_take_turns_in_standing_first(inside: Inside) -> None:
    stood = []
    for day in range(6):
        person = Person(LIBRARY.shelf).arrives("two_sides").stays(distress=4, name_a="wants it", name_b="the door")
        person.visit = with_last_round(person.visit, BEGINS, lambda: inside)
        person.takes("sides")
        stood.append(person.visit.listed)
        while SIDES_STEPS[person.visit.step] != "outward_one":  # whoever stands first goes first
            person.does(Deed.NEXT, person.visit.listed if SIDES_STEPS[person.visit.step] == "first" else None)
        kept(person.visit, inside, days=day)
    assert stood[1:] == [1 - side for side in stood[:-1]]


def test_visits_without_a_round_and_rounds_that_never_began_say_nothing(inside: Inside) -> None:
    kept(Person(LIBRARY.shelf).arrives("critic_voice").stays(**CALM).visit, inside)
    kept(round_of(until="firmness_one"), inside)
    shared = Person(LIBRARY.shelf, round_of(until="firmness_one"))
    kept(replace(shared.visit, said=(Said("words", Words("sides_ of it")),)), inside)
    keep_bounds(round_of(), inside)
    assert last_round(inside) == LastRound()


def test_a_round_in_which_nobody_asked_for_a_clock_counts_as_well(inside: Inside) -> None:
    visit = round_of(until="toward_one")
    person = Person(LIBRARY.shelf, visit).does(Deed.NEXT, 2)
    kept(person.visit, inside)
    assert last_round(inside) == LastRound(1, Words("the door"))


def test_forgetting_a_visit_forgets_who_went_second_in_it(inside: Inside) -> None:
    name = kept(round_of(), inside)
    assert last_round(inside) != LastRound()
    inside.forget(name)
    assert last_round(inside) == LastRound()


def test_a_page_that_cannot_be_read_is_passed_over(inside: Inside) -> None:
    inside.keep(Page("", 0, {"kind": "visit", "form": 1, "began": "2099-01-01", "visit": {"listened": "nonsense"}}))
    inside.keep(Page("", 0, {"kind": "visit", "form": 1, "began": "2098-01-01", "visit": None}))
    kept(round_of(), inside)
    assert last_round(inside) == LastRound(1, Words("the door"))


def test_it_is_looked_for_only_where_a_round_begins(inside: Inside) -> None:
    kept(round_of(), inside)
    fresh = Visit()
    for reply in (Reply(Deed.TAKE, "contact.three_places"), Reply(Deed.NEXT), Reply(Deed.TAKE)):
        assert with_last_round(fresh, reply, lambda: inside) is fresh
    assert with_last_round(fresh, BEGINS, lambda: inside).last_round == LastRound(1, Words("the door"))


def test_what_is_locked_stays_locked_and_the_round_begins_without_it(place: Place, inside: Inside) -> None:
    kept(round_of(), inside)

    def locked() -> Inside:
        raise LockedError("locked")

    fresh = Visit()
    assert with_last_round(fresh, BEGINS, locked) is fresh


def test_the_name_from_another_visit_never_stays_in_this_one(inside: Inside) -> None:
    """Otherwise forgetting the other visit would leave a word of it here."""
    kept(round_of(b="a name of its own"), inside)
    person = Person(LIBRARY.shelf).arrives("two_sides").stays(distress=4, name_a="x", name_b="y")
    person.visit = with_last_round(person.visit, BEGINS, lambda: inside)
    assert person.takes("sides").phase is Phase.SIDES
    assert person.visit.last_round == LastRound()
    assert "a name of its own" not in str(document_of(person.visit))
