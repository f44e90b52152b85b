"""What somebody answered after each practice stays with it, body and feeling apart, however many came after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.people import Person
from unforced.domain.answers import UNKNOWN
from unforced.domain.possible import possible
from unforced.domain.visit import Use, Visit

CONTACT, NO = "contact.a_surface_under_you", "acknowledge.a_no_is_here"


def test_each_practice_keeps_its_own_answers(person: Person) -> None:
    person.says_no("tense").body("about_right").tries(CONTACT, soften=0, body=1).tries(NO, soften=1)
    assert person.visit.uses == (Use(CONTACT, False, 0, 1), Use(NO, False, 1))


def test_worse_in_the_body_alone_is_kept_as_that(person: Person) -> None:
    person.says_no("tense").body("about_right").tries(CONTACT, soften=0, body=-1)
    assert person.visit.uses == (Use(CONTACT, True, 0, -1),)


def test_what_was_not_answered_stays_unknown_and_nothing_is_taken_on_from_before(person: Person) -> None:
    person.says_no("tense").body("about_right").tries(CONTACT, soften=1, body=1).tries(NO, soften=UNKNOWN)
    assert person.visit.uses[-1] == Use(NO, False)


@pytest.mark.parametrize("use", [Use(NO, False, 9), Use(NO, False, UNKNOWN, 5)])
def test_an_answer_that_nobody_could_give_is_never_believed(use: Use) -> None:
    assert not possible(replace(Visit(), uses=(use,)))
    assert possible(replace(Visit(), uses=(Use(NO, True, -2, 1),)))
