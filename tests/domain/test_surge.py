"""Surge (guide.md §1 and §3): kindness came too near. It is put down at once and stays away for the visit."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person, opened
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase


@pytest.fixture
def warmed(person: Person) -> Person:
    """Somebody who has tried the lowest rung, with distress at 4."""
    return person.arrives("critic_voice").stays(**CALM).tries("warmth.rung_0", soften=0)


# Entering


def test_much_harder_after_warmth_is_a_surge(warmed: Person) -> None:
    warmed.tries("warmth.rung_1", soften=-2)
    assert (warmed.state, warmed.offered) == ("surge", ("contact", "orient"))


def test_much_harder_later_in_the_visit_is_a_surge_too(warmed: Person) -> None:
    warmed.tries("contact", soften=-2)
    assert warmed.state == "surge"


def test_stopping_warmth_because_it_got_worse_is_a_surge(warmed: Person) -> None:
    assert warmed.gets_worse_with("warmth.rung_1").state == "surge"


def test_danger_newly_named_after_warmth_is_a_surge(warmed: Person) -> None:
    assert warmed.does(Deed.CHIPS).chooses("danger").state == "surge"


def test_distress_up_by_two_since_warmth_is_a_surge(warmed: Person) -> None:
    """guide.md §3: "since a warmth step in this visit: distress up by 2 or more", however it was asked."""
    warmed.stays(**{**CALM, "distress": 6})
    assert warmed.state == "surge"


def test_distress_that_climbs_while_it_is_too_much_is_a_surge_once_it_is_less(warmed: Person) -> None:
    warmed.stays(distress=8)
    assert warmed.state == "too_much"
    warmed.tries("orient", body_words="about_right", distress=6)
    assert warmed.state == "surge"


def test_a_little_harder_is_no_surge(warmed: Person) -> None:
    assert warmed.tries("warmth.rung_1", soften=-1).state != "surge"
    assert warmed.stays(**{**CALM, "distress": 5}).state != "surge"


def test_without_warmth_nothing_is_a_surge(person: Person) -> None:
    person.arrives("critic_voice").stays(**CALM).tries("contact", soften=-2, body=-1)
    assert person.state != "surge"
    assert person.does(Deed.CHIPS).chooses("danger").state != "surge"


# In it


def test_in_a_surge_warmth_is_never_offered_and_distress_alone_is_asked_after_a_practice(
    warmed: Person, shelf: Shelf
) -> None:
    warmed.tries("warmth.rung_1", soften=-2)
    assert "warmth" not in opened(warmed.visit.situation, shelf)
    assert warmed.takes("contact").does(Deed.FINISH).asked(distress=7) == ("distress",)
    assert warmed.state == "surge"


def test_staying_in_a_surge_asks_distress_and_takes_nobody_out_of_it(warmed: Person) -> None:
    warmed.tries("warmth.rung_1", soften=-2)
    assert warmed.does(Deed.STAY).asked(distress=3) == ("distress",)
    assert warmed.state == "surge"


# Leaving


def test_a_surge_is_over_when_distress_is_back_where_it_was_after_a_practice(warmed: Person, shelf: Shelf) -> None:
    warmed.tries("warmth.rung_1", soften=-2).tries("contact", distress=4)
    assert warmed.state != "surge"
    assert "warmth" not in opened(warmed.visit.situation, shelf)


def test_warmth_stays_away_for_the_rest_of_the_visit(warmed: Person, shelf: Shelf) -> None:
    warmed.tries("warmth.rung_1", soften=-2).tries("contact", distress=2).stays(**CALM)
    for _ in range(5):
        assert "warmth" not in opened(warmed.visit.situation, shelf)
        warmed.declines()


def test_where_distress_was_never_answered_room_is_where_it_was(person: Person) -> None:
    person.arrives("critic_voice").tries("warmth.rung_0", soften=-2)
    assert person.state == "surge"
    assert person.tries("contact", distress=7).state == "surge"
    assert person.tries("contact", distress=6).state != "surge"


def test_not_answering_distress_keeps_a_surge(warmed: Person) -> None:
    assert warmed.tries("warmth.rung_1", soften=-2).tries("contact").state == "surge"


def test_a_surge_while_far_away_asks_the_body_words_and_distress(warmed: Person) -> None:
    warmed.tries("warmth.rung_1", soften=-2).stays(distress=9)
    assert warmed.state == "too_much"
    warmed.takes("orient").does(Deed.FINISH)
    assert warmed.asked(body_words="about_right", distress=4) == ("body_words", "distress")
    assert warmed.state != "surge"
    assert warmed.phase is Phase.OFFERS
