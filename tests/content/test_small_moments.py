"""Small moments (method step 4, issue 5): enough of each kind, small, and for days on which nothing warm is wanted."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.people import here_with_room, somebody
from unforced.domain.guide import guide
from unforced.domain.practice import MOMENTS, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.timeline import timeline

SWEET = re.compile(
    r"\b(gentl[ey]|dear|sweet|lovely|cosy|cuddle|hug|treasure|bless\w*|self-care|kindly|tender\w*"
    r"|pamper|cherish|beautiful|heart)\b",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(
    # Money, company and belief: what not everybody has.
    r"\b(buy|order in|pay|shop|spend|call (a|your)|phone (a|your)|text (a|your)|friends?|partner|pray\w*|god|faith"
    r"|church|karma)\b",
    re.IGNORECASE,
)
AMOUNTS_EATEN = re.compile(r"\b(meals?|eat|dinner|lunch|calorie\w*|weight|diet|snack)\b", re.IGNORECASE)


def moments(shelf: Shelf) -> tuple[Practice, ...]:
    """All of them, in order."""
    return shelf.family(Family.MOMENT)


def everything_said(practice: Practice) -> str:
    """All its sentences."""
    said = (practice.title, practice.invitation, practice.skip, practice.worse, practice.same)
    return " ".join((*said, *(cue.text for cue in practice.cues)))


def test_there_are_forty_and_more_and_at_least_ten_of_each_of_the_three_kinds(shelf: Shelf) -> None:
    found = Counter(practice.of for practice in moments(shelf))
    assert sum(found.values()) >= 40
    assert set(found) == set(MOMENTS)
    assert all(found[kind] >= 10 for kind in ("break", "naming", "best"))


def test_only_a_small_moment_says_of_which_kind_it_is(shelf: Shelf) -> None:
    assert all(bool(practice.of) == (practice.family is Family.MOMENT) for practice in shelf)


def test_what_is_offered_lasts_twenty_seconds_at_most_and_what_is_picked_a_minute(shelf: Shelf) -> None:
    for practice in moments(shelf):
        assert timeline(practice).seconds <= (60 if practice.picked_only else 20), practice.id
    assert any(practice.seconds > 20 for practice in moments(shelf))


def test_none_of_them_is_sweet(shelf: Shelf) -> None:
    assert not [p.id for p in moments(shelf) if SWEET.search(everything_said(p))]
    assert SWEET.search("Be gentle, dear heart.")  # the control


def test_none_of_them_takes_money_company_or_belief_or_measures_food(shelf: Shelf) -> None:
    for practice in moments(shelf):
        assert not ELSEWHERE.search(everything_said(practice)), practice.id
        assert not AMOUNTS_EATEN.search(everything_said(practice)), practice.id
    assert ELSEWHERE.search("Buy a friend a prayer.")
    assert AMOUNTS_EATEN.search("Half a meal.")


def test_every_one_has_words_of_its_own_for_worse_and_for_nothing_changed(shelf: Shelf) -> None:
    said = Counter(text for practice in shelf for text in (practice.worse, practice.same))
    assert [text for text, times in said.items() if times > 1] == []
    titles = Counter(practice.title for practice in shelf if practice.family is Family.MOMENT)
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize("kind", ["break", "naming", "best"])
def test_whoever_finds_ready_sentences_hollow_still_has_three_of_every_kind(kind: str, shelf: Shelf) -> None:
    assert len([p for p in moments(shelf) if p.of == kind and not p.phrase]) >= 3


def test_a_ready_sentence_is_the_persons_to_say_and_never_the_apps(shelf: Shelf) -> None:
    for practice in moments(shelf):
        spoken = {cue.voice for cue in practice.cues if cue.phase == "say"}
        assert spoken <= {"to_feeling", "to_part"}
        assert bool(spoken) == practice.phrase, practice.id


def test_nobody_is_hurried_through_one(shelf: Shelf) -> None:
    """There are at most two and a half words a second to take in."""
    for practice in moments(shelf):
        assert all(len(cue.text.split()) <= 2.5 * cue.seconds for cue in practice.cues), practice.id


@pytest.mark.parametrize("never", ["typing", "voice", "sound", "imagery", "eyes_closed", "outdoors"])
def test_none_of_them_calls_for_what_somebody_at_work_or_on_a_bus_cannot_do(never: str, shelf: Shelf) -> None:
    assert not [practice.id for practice in moments(shelf) if never in practice.needs]


def test_what_the_guide_offers_first_is_what_it_offered_before(shelf: Shelf) -> None:
    offers = guide(somebody(energy=0), shelf).offers
    assert [offer.practice for offer in offers if offer.family is Family.MOMENT] == ["moment.short_break"]
    offers = guide(here_with_room("unknown_how"), shelf).offers
    assert [offer.practice for offer in offers if offer.family is Family.MOMENT] == ["moment.shown_once"]
