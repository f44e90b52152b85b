"""What a moment may offer only under a condition, and what it must not (guide.md §3, the last two columns)."""

from __future__ import annotations

import pytest

from tests.people import (
    but,
    curious_about_it,
    far_away,
    flat_toward_it,
    here_with_room,
    opened,
    practices_offered,
    somebody,
    warm_toward_it,
)
from unforced.domain.answers import MIXED, UNKNOWN, Situation
from unforced.domain.guide import guide
from unforced.domain.practice import Cue, Family, Practice
from unforced.domain.shelf import Shelf

NOT_QUITE_HERE = [far_away(), somebody(presence=3, arousal=-2), somebody(presence=4, arousal=MIXED)]


@pytest.mark.parametrize("situation", NOT_QUITE_HERE)
def test_somebody_who_is_not_quite_here_is_never_offered_anything_inward_or_warm(
    situation: Situation, shelf: Shelf
) -> None:
    inward = {"breath", "touch", "muscles_release", "muscles_full", "note", "ask", "sides"}
    assert not opened(situation, shelf) & (inward | {"warmth"})


def test_somebody_for_whom_it_is_too_much_may_see_a_voice_only_with_the_body_answered_and_distress_under_10(
    shelf: Shelf,
) -> None:
    near = somebody("critic_voice", presence=3, arousal=1, distress=9)
    assert "see" in opened(near, shelf)
    for closer in (but(near, distress=10), but(near, arousal=2), but(near, presence=2), somebody("edge", distress=8)):
        assert "see" not in opened(closer, shelf)


def test_breath_in_too_much_is_a_minute_at_most_and_needs_somebody_half_here(shelf: Shelf) -> None:
    alone = {"orient", "move", "contact", "acknowledge", "see"}
    half_here = somebody(presence=2, distress=8, refused=frozenset(alone))
    breaths = guide(half_here, shelf).offers
    assert [offer.family for offer in breaths] == ["breath"]
    assert all(offer.seconds <= 60 and shelf.get(offer.practice).hold == 0 for offer in breaths)
    assert "breath" not in opened(but(half_here, presence=1), shelf)
    assert "breath" not in opened(somebody(distress=8), shelf)


def test_a_longer_breath_is_never_offered_in_too_much_whatever_lies_on_the_shelf() -> None:
    """guide.md §3, too_much: breath of 60 s at most."""
    for seconds, offered in ((60, 1), (61, 0)):
        cues = (Cue(seconds, "out", "Out."),)
        shelf = Shelf([Practice("breath.long", Family.BREATH, "Long", "You could.", seconds, cues)])
        assert len(guide(somebody(presence=2, distress=8), shelf).offers) == offered
        assert len(guide(flat_toward_it(), shelf).offers) == 1


def test_settling_offers_breath_and_letting_go_only_to_somebody_here_in_an_eased_body(shelf: Shelf) -> None:
    body = {"breath", "muscles_release"}
    for arousal in (-1, 0, 1):
        assert body <= opened(somebody(presence=3, arousal=arousal), shelf)
    for unsettled in (somebody(presence=2, arousal=0), somebody(presence=3), somebody(arousal=0)):
        assert not opened(unsettled, shelf) & body


def test_somebody_with_nothing_left_is_never_offered_more_than_twenty_seconds_but_rest(shelf: Shelf) -> None:
    for used in ((), ("rest.doing_nothing",), ("moment.look_far", "rest.lie_or_lean")):
        for offer in guide(somebody(energy=0, used=used), shelf).offers:
            assert offer.family == "rest" or offer.seconds <= 20


def test_a_voice_that_stands_as_plain_truth_is_never_pointed_at(shelf: Shelf) -> None:
    assert "see" in opened(somebody("critic_voice", blend=3), shelf)
    assert "see" not in opened(somebody("critic_voice", blend=4), shelf)


def test_somebody_fed_up_is_asked_for_room_only_with_room_and_somebody_frightened_never(shelf: Shelf) -> None:
    assert "ask" in opened(here_with_room(toward=-1), shelf)
    assert "ask" in opened(here_with_room(toward=-3), shelf)
    for closed in (here_with_room(toward=-2), here_with_room(toward=-1, distress=7), somebody(toward=-3, presence=2)):
        assert "ask" not in opened(closed, shelf)


def test_a_firm_no_is_never_asked_anything_it_was_not_invited_to(shelf: Shelf) -> None:
    assert "ask" not in opened(here_with_room(firmness=3), shelf)
    assert "ask" in opened(here_with_room(firmness=3, invited=True), shelf)


@pytest.mark.parametrize("roomy", [flat_toward_it(), here_with_room(firmness=3), curious_about_it()])
def test_where_there_is_room_a_no_is_acknowledged_in_full_words(roomy: Situation, shelf: Shelf) -> None:
    sizes = [p.size for p in practices_offered(roomy, shelf) if p.family == "acknowledge"]
    assert sizes == ["whole"]


@pytest.mark.parametrize(
    "close", [somebody(), far_away(), here_with_room(surge=True), here_with_room(blend=3), here_with_room(toward=-2)]
)
def test_the_whole_acknowledgement_is_never_for_somebody_low_surging_merged_or_afraid(
    close: Situation, shelf: Shelf
) -> None:
    """guide.md §5: the whole one not in surge, merged, against_it at -2; the smallest first where little is known."""
    for used in ((), ("acknowledge.a_no_is_here",), ("acknowledge.a_no_is_here", "acknowledge.it_can_stay")):
        refused = frozenset({"contact", "orient", "move", "object", "see", "moment", "rest", "note", "people"})
        found = practices_offered(but(close, used=used, refused=refused), shelf)
        sizes = [practice.size for practice in found if practice.family == "acknowledge"]
        assert sizes
        assert "whole" not in sizes


def test_the_one_that_is_fed_up_and_the_one_that_is_afraid_are_each_met_as_what_they_are(shelf: Shelf) -> None:
    for toward, met in ((-3, "fed_up"), (-1, "fed_up"), (-2, "afraid")):
        first, _ = practices_offered(here_with_room(toward=toward), shelf)
        assert (first.family, first.toward) == ("acknowledge", met)


@pytest.mark.parametrize(
    "named",
    [
        somebody(blend=0),
        somebody(blend=4, presence=3, distress=8, arousal=0),
        somebody("critic_voice"),
        somebody("undeserved"),
    ],
)
def test_a_voice_is_shown_as_one_only_where_somebody_spoke_of_a_voice(named: Situation, shelf: Shelf) -> None:
    assert "see" in opened(named, shelf)
    assert "see" not in opened(somebody("edge", "tense"), shelf)


@pytest.mark.parametrize("turned_toward", [flat_toward_it(), warm_toward_it(), curious_about_it()])
def test_breath_touch_and_muscles_are_for_a_body_that_is_answered_and_eased(
    turned_toward: Situation, shelf: Shelf
) -> None:
    body = {"breath", "touch", "muscles_release"}
    for arousal in (-1, 0, 1):
        assert body <= opened(but(turned_toward, arousal=arousal), shelf)
    assert not body & opened(but(turned_toward, arousal=UNKNOWN), shelf)
