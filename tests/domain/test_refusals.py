"""A no to an offer is heard: twice ends a family for the visit, worse twice in three puts a practice away."""

from __future__ import annotations

import pytest

from tests.people import Person, practices_offered
from unforced.domain.answers import Choice
from unforced.domain.errors import UnknownPracticeError
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase

# Something else


def test_something_else_twice_ends_a_family_for_the_visit(person: Person) -> None:
    first = person.arrives("edge").offered
    seen: list[str] = []
    for _ in range(12):
        seen += person.offered
        person.declines()
    assert all(seen.count(family) <= 2 for family in seen)
    assert set(first) <= person.visit.memory.refused
    assert not set(person.offered) & person.visit.memory.refused


def test_one_something_else_ends_nothing(person: Person) -> None:
    person.arrives("edge").declines()
    assert person.visit.memory.refused == frozenset()
    assert person.visit.answers.choice is Choice.SOMETHING_ELSE


def test_somebody_who_declines_is_shown_something_they_have_not_declined(person: Person) -> None:
    first = person.arrives("edge").offered
    assert not set(person.declines().offered) & set(first)
    assert person.visit.note == "declined"


def test_what_was_refused_twice_stays_refused_in_every_later_moment(person: Person) -> None:
    person.arrives("edge")
    while "contact" not in person.visit.memory.refused:
        person.declines()
    person.stays(distress=4, firmness=1, blend=1, toward=1)
    assert person.state == "curious"
    for _ in range(6):
        assert "contact" not in person.offered
        person.declines()


def test_help_is_never_refused(person: Person) -> None:
    person.does(Deed.HELP).does(Deed.NOTHING).declines(4)
    assert person.offered == ("help",)
    assert person.visit.memory.refused == {"orient"}


def test_somebody_who_refused_everything_still_has_the_line_and_is_pressed_to_nothing(person: Person) -> None:
    person.arrives("edge").declines(12)
    assert person.offered == ()
    assert person.now.line == "kind_edge"


def test_refusing_never_takes_away_what_somebody_picks_themselves(person: Person) -> None:
    person.arrives("edge")
    while "contact" not in person.visit.memory.refused:
        person.declines()
    assert person.does(Deed.LOOK).takes("contact.feet_on_floor").phase is Phase.PRACTICE


# It got harder


def test_a_practice_that_got_harder_twice_in_three_uses_is_put_away(person: Person, shelf: Shelf) -> None:
    person.arrives("edge").gets_worse_with("contact.back_on_chair")
    assert not person.visit.memory.put_away
    person.tries("contact.back_on_chair", soften=0, body=0)
    person.gets_worse_with("contact.back_on_chair")
    assert person.visit.memory.put_away == {"contact.back_on_chair"}
    for _ in range(8):
        assert "contact.back_on_chair" not in {p.id for p in practices_offered(person.visit.situation, shelf)}
        person.tries(person.now.offers[0].practice)


def test_a_tighter_body_counts_as_harder_too(person: Person) -> None:
    person.arrives("edge")
    for _ in range(2):
        person.tries("move.shake_the_hands", soften=0, body=-1)
    assert person.visit.memory.put_away == {"move.shake_the_hands"}


def test_harder_twice_with_two_calm_uses_between_puts_nothing_away(person: Person) -> None:
    person.arrives("edge").gets_worse_with("contact.back_on_chair")
    for _ in range(2):
        person.tries("contact.back_on_chair", soften=0, body=0)
    person.gets_worse_with("contact.back_on_chair")
    assert not person.visit.memory.put_away


def test_somebody_can_take_back_what_was_put_away(person: Person) -> None:
    person.arrives("edge")
    for _ in range(2):
        person.gets_worse_with("contact.back_on_chair")
    person.does(Deed.LOOK).does(Deed.TAKE_BACK, "contact.back_on_chair")
    assert not person.visit.memory.put_away
    person.does(Deed.BACK).gets_worse_with("contact.back_on_chair")
    assert not person.visit.memory.put_away


def test_nothing_is_taken_back_that_does_not_exist(person: Person) -> None:
    with pytest.raises(UnknownPracticeError):
        person.arrives("edge").does(Deed.TAKE_BACK, "contact.of_the_third_kind")


@pytest.mark.parametrize(
    ("soften", "body", "note"),
    [(-2, None, "worse"), (-1, 0, "worse"), (0, 0, "same"), (0, 1, "body_only"), (1, 0, "easier"), (2, 1, "easier")],
)
def test_every_answer_after_a_practice_is_met(person: Person, soften: int, body: int | None, note: str) -> None:
    person.arrives("edge").takes("contact").does(Deed.FINISH).does(Deed.ANSWER, soften)
    if body is not None:
        person.does(Deed.ANSWER, body)
    else:
        person.answers()
    assert person.visit.note == note
    assert person.visit.memory.softened is (soften >= 1)
