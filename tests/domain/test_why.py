"""Why this happens: one tap once a kind of no is named, and back where it was."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person
from unforced.domain.deeds.why import may_read
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.resistance import Kind
from unforced.domain.visit import Deed, Phase
from unforced.domain.whys import BELONGS, WHYS, whys_of

UNEXPLAINED = {Kind.JUST_NO, Kind.FAKE, Kind.NOT_ALLOWED, Kind.UNKNOWN_HOW}


def test_each_of_the_four_belongs_to_some_kind_of_no() -> None:
    assert {why for belonging in BELONGS.values() for why in belonging} == set(WHYS)


def test_a_plain_no_a_loyalty_and_what_rings_hollow_are_explained_to_nobody() -> None:
    assert set(Kind) - set(BELONGS) == UNEXPLAINED


def test_the_safest_kind_comes_first_and_each_page_once() -> None:
    assert whys_of([Kind.UNDESERVED, Kind.CRITIC_VOICE, Kind.TENSE]) == ("body", "critic", "self_reflection")


def test_it_is_one_tap_after_the_chips_and_leads_back(person: Person) -> None:
    person.says_no("critic_voice").does(Deed.WHY)
    assert (person.phase, person.visit.why) == (Phase.WHY, "critic")
    person.does(Deed.WHY, "self_reflection")
    assert person.visit.why == "self_reflection"
    assert person.does(Deed.BACK).phase is Phase.BODY


def test_it_is_beside_the_offers_too_and_changes_nothing_there(person: Person) -> None:
    before = person.arrives("danger").visit
    after = person.does(Deed.WHY).does(Deed.BACK).visit
    assert (after.phase, after.answers, after.memory, after.said) == (
        Phase.OFFERS,
        before.answers,
        before.memory,
        before.said,
    )


@pytest.mark.parametrize("value", ["body", "critic.md", "", 3])
def test_only_what_belongs_to_what_was_named_opens(person: Person, value: object) -> None:
    person.arrives("undeserved")
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.WHY, value)


@pytest.mark.parametrize("kind", UNEXPLAINED)
def test_nobody_is_told_why_unasked(person: Person, kind: Kind) -> None:
    person.says_no(kind)
    assert not may_read(person.visit)
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.WHY)


@pytest.mark.parametrize("word", ["far_away", "shut_down", "too_much", "wired_and_numb"])
def test_it_is_never_held_out_where_few_words_are_wanted(person: Person, word: str) -> None:
    """guide.md §3: in too_much no "why"; far away, eight words a line."""
    assert not may_read(person.arrives("tense", body=word).visit)


def test_nor_where_something_that_happened_is_here(person: Person) -> None:
    assert not may_read(person.says_no("danger", "memory").visit)


def test_nor_while_somebody_is_asked(person: Person) -> None:
    person.arrives("critic_voice").stays(**CALM).does(Deed.STAY)
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.WHY)
