"""After words of danger and "No, continue": what is held back for the rest of the visit, and what is said."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person
from unforced.domain.guide import guide
from unforced.domain.practice import Family
from unforced.domain.screening import Concern, Heard
from unforced.domain.turning import take_turn
from unforced.domain.visit import Deed, Phase, Reply

ASKS = {Family.ASK, Family.SIDES}
LOUD = (Concern.TENDER, Concern.URGENT)


def after(person: Person, concern: Concern, deed: Deed = Deed.CONTINUE) -> Person:
    """Turned toward what says no, then words in which this was heard, and on."""
    person.arrives("critic_voice").stays(**CALM)
    person.visit = take_turn(person.visit, Reply(Deed.LOOK), person.shelf, Heard(concern, ("made",)))
    if person.phase is Phase.HELP:
        person.does(deed)
    if person.phase is Phase.SHELF:
        person.does(Deed.BACK)
    return person


def families(person: Person) -> set[Family]:
    """Of what is offered now."""
    return {offer.family for offer in guide(person.visit.situation, person.shelf).offers}


@pytest.mark.parametrize("concern", LOUD)
def test_nobody_is_ever_asked_what_says_no_after_words_of_danger(person: Person, concern: Concern) -> None:
    assert not families(after(person, concern)) & ASKS
    assert person.visit.facts.tender


def test_the_control_without_them_the_ask_is_there(person: Person) -> None:
    assert families(after(person, Concern.NONE)) & ASKS


@pytest.mark.parametrize("concern", LOUD)
def test_what_was_not_meant_holds_nothing_back(person: Person, concern: Concern) -> None:
    assert families(after(person, concern, Deed.NOT_MEANT)) & ASKS


@pytest.mark.parametrize("concern", LOUD)
def test_a_voice_is_never_called_plain_truth_after_them(person: Person, concern: Concern) -> None:
    after(person, concern)
    situation = person.visit.situation
    merged = situation._replace(answers=situation.answers._replace(blend=4))
    assert guide(merged, person.shelf).line == "merged_close"
    calm = merged._replace(facts=merged.facts._replace(tender=False))
    assert guide(calm, person.shelf).line == "merged_truth"
