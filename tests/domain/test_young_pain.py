"""Young pain (guide.md §3 and §7): something that happened is here. Never asked about, held from outside."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person, opened, practices_offered, somebody
from unforced.domain.errors import OutOfPlaceError
from unforced.domain.guide import guide
from unforced.domain.shelf import Shelf
from unforced.domain.states import STAY_FROM
from unforced.domain.visit import Deed, Phase


def test_something_that_happened_is_met_and_never_asked_about(person: Person) -> None:
    person.says_no("critic_voice", "memory").body("about_right")
    assert (person.now.line, person.offered) == ("young_pain", ("acknowledge", "contact"))
    assert "young_pain" not in STAY_FROM


@pytest.mark.parametrize("practice", ["ask.listen", "sides.both_sides", "ask.what_it_guards"])
def test_nothing_opens_an_ask_or_the_two_sides_where_a_memory_is_near(person: Person, practice: str) -> None:
    person.arrives("critic_voice", "two_sides").stays(**CALM)
    person.does(Deed.CHIPS).chooses("critic_voice", "two_sides", "memory")
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.TAKE, practice)


@pytest.mark.parametrize("deed", [Deed.STAY, Deed.HEAR])
def test_nobody_is_asked_to_stay_with_it(person: Person, deed: Deed) -> None:
    person.says_no("critic_voice", "memory").body("about_right")
    with pytest.raises(OutOfPlaceError):
        person.does(deed)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("far_away", "far_away_memory"),
        ("wired_and_numb", "wired_and_numb_memory"),
        ("too_much", "too_much_memory"),
    ],
)
def test_far_away_or_flooded_by_it_somebody_hears_that_too(person: Person, body: str, line: str) -> None:
    assert person.says_no("memory").body(body).now.line == line


def test_a_memory_named_in_the_middle_of_the_two_sides_stops_them_at_once(person: Person) -> None:
    """guide.md §6: it stops at once at memory."""
    person.arrives("two_sides").stays(distress=4).takes("sides").does(Deed.NEXT, 0)
    person.does(Deed.NOTHING).declines().chooses("two_sides", "memory")
    assert (person.phase, person.state) == (Phase.OFFERS, "young_pain")
    assert "sides" not in person.offered


def test_people_are_among_what_is_offered_with_a_note_for_a_therapist(shelf: Shelf) -> None:
    """guide.md §3, young_pain: acknowledge, contact, orient, people (and a note for a therapist)."""
    refused = frozenset({"acknowledge", "contact", "orient"})
    used: list[str] = []
    for _ in range(6):
        found = practices_offered(somebody(memory=True, refused=refused, used=tuple(used)), shelf)
        assert [practice.family for practice in found] == ["people"]
        used.append(found[0].id)
    assert "people.therapist_note" in used


@pytest.mark.parametrize("fact", ["memory", "hand_off"])
def test_a_picture_in_the_mind_is_never_offered(fact: str, shelf: Shelf) -> None:
    """guide.md §3, young_pain must not: imagery."""
    for refused in (frozenset(), frozenset({"acknowledge"}), frozenset({"acknowledge", "contact", "orient"})):
        situation = somebody("critic_voice", refused=refused, presence=3, **{fact: True})
        assert not any("imagery" in practice.needs for practice in practices_offered(situation, shelf))
        assert not opened(situation, shelf) & {"see", "warmth", "ask", "sides", "note"}


def test_somebody_in_care_hears_the_first_response_of_their_own_no(shelf: Shelf) -> None:
    assert guide(somebody("edge", hand_off=True), shelf).line == "kind_edge"
    assert guide(somebody("edge", hand_off=True, memory=True), shelf).line == "young_pain"
