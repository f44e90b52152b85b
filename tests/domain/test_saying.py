"""Saying something to it (guide.md §5): at any point, in three sizes or own words, with nothing asked after it."""

from __future__ import annotations

import pytest

from tests.people import CALM, TENDER, URGENT, Person
from unforced.domain.answers import BETWEEN
from unforced.domain.deeds.saying import SAID_TO_IT, may_say, tone, words_to_it
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.practice import TONES
from unforced.domain.visit import Deed, Phase, Visit

WHOLE, SHORT, SMALL = "acknowledge.whole", "acknowledge.i_see_you", "acknowledge.a_no_is_here"


def words(person: Person) -> tuple[str, ...]:
    """What could be said to it now, by name."""
    return tuple(practice.id for practice in words_to_it(person.visit, person.shelf))


def at(person: Person, where: str) -> Person:
    """Somebody on one of the screens from which something could be said to it."""
    if where == "offers":
        return person.arrives("critic_voice")
    if where == "staying":
        return person.arrives("critic_voice").does(Deed.STAY)
    if where == "asking":
        return person.arrives("critic_voice").stays(**CALM).takes("ask")
    return person.arrives("two_sides").stays(**CALM).takes("sides")


# Anywhere, and back


@pytest.mark.parametrize("where", ["offers", "staying", "asking", "sides"])
@pytest.mark.parametrize("said", [SMALL, SHORT, WHOLE, None])
def test_it_leads_back_to_where_it_was_and_asks_nothing(person: Person, where: str, said: str | None) -> None:
    before = at(person, where).visit
    after = person.does(Deed.SAY).does(Deed.NEXT, said).visit
    assert (after.phase, after.question, after.pending, after.step) == (
        before.phase,
        before.question,
        before.pending,
        before.step,
    )
    assert (after.answers, after.facts, after.memory) == (before.answers, before.facts, before.memory)


@pytest.mark.parametrize("where", ["offers", "staying", "asking", "sides"])
def test_leaving_it_unsaid_leaves_nothing(person: Person, where: str) -> None:
    before = at(person, where).visit
    person.does(Deed.SAY).does(Deed.BACK)
    assert (person.phase, person.visit.said) == (before.phase, before.said)


def test_every_question_of_stay_has_it_beside(person: Person) -> None:
    at(person, "staying")
    while person.phase is Phase.STAYING:
        assert may_say(person.visit)
        person.does(Deed.ANSWER, CALM[person.visit.question])


def test_own_words_are_kept_in_what_was_said_and_nowhere_else(person: Person) -> None:
    at(person, "staying").does(Deed.SAY).does(Deed.NEXT, words="you again")
    (said,) = (entry.value for entry in person.visit.said if entry.key == SAID_TO_IT)
    assert said.reveal() == "you again"  # type: ignore[attr-defined]
    assert person.visit.called is None and person.visit.names == (None, None)


def test_the_same_words_said_twice_stand_once(person: Person) -> None:
    at(person, "offers").does(Deed.SAY).does(Deed.NEXT, SHORT).does(Deed.SAY).does(Deed.NEXT, SHORT)
    assert [entry.value for entry in person.visit.said if entry.key == SAID_TO_IT] == [f"{SHORT}:neutral"]


@pytest.mark.parametrize("heard", [TENDER, URGENT])
def test_words_to_it_are_screened_like_all_words(person: Person, heard: object) -> None:
    at(person, "staying").does(Deed.SAY).does(Deed.NEXT, words="some words", heard=heard)  # type: ignore[arg-type]
    assert person.phase is Phase.HELP
    assert person.does(Deed.CONTINUE).phase is Phase.STAYING


@pytest.mark.parametrize("value", ["acknowledge.thank_it", "see.as_a_voice", 3, True, "whole"])
def test_anything_that_is_not_held_out_is_refused(person: Person, value: object) -> None:
    before = at(person, "offers").does(Deed.SAY).visit
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.NEXT, value)
    assert person.visit == before


# Where it is open


@pytest.mark.parametrize(("chips", "body"), [(("just_no",), ""), (("edge",), "nothing_left")])
def test_it_is_never_held_out_where_an_acknowledgement_is_barred(
    person: Person, chips: tuple[str, ...], body: str
) -> None:
    person.says_no(*chips)
    if body:
        person.body(body)
    assert not may_say(person.visit)
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.SAY)


def test_refused_twice_it_is_out_for_the_visit(person: Person) -> None:
    person.arrives("edge")
    while "acknowledge" not in person.visit.memory.refused:
        person.declines()
    assert not may_say(person.visit)


@pytest.mark.parametrize("phase", [Phase.DOORS, Phase.KINDS, Phase.SHELF, Phase.CLOSED])
def test_it_opens_from_no_other_screen(person: Person, phase: Phase) -> None:
    person.visit = Visit(phase=phase)
    assert not may_say(person.visit)
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.SAY)


def test_where_somebody_could_see_it_nothing_is_held_out(person: Person) -> None:
    assert not may_say(at(person, "offers").does(Deed.WATCHED).visit)


# Three sizes


def test_there_are_three_sizes_the_smallest_first(person: Person) -> None:
    assert words(at(person, "offers")) == (SMALL, SHORT, WHOLE)


@pytest.mark.parametrize(
    "low",
    [{**CALM, "blend": 3}, {**CALM, "toward": -2}],
)
def test_the_whole_one_is_never_held_out_merged_or_to_somebody_afraid(person: Person, low: dict[str, object]) -> None:
    """guide.md §5: the whole one not in surge, merged, against_it to somebody afraid."""
    person.arrives("critic_voice").stays(**low)
    assert WHOLE not in words(person)
    assert {SMALL, SHORT} <= set(words(person))


def test_nor_in_a_surge(person: Person) -> None:
    person.arrives("critic_voice").stays(**CALM).tries("warmth.rung_0", soften=-2)
    assert person.state == "surge"
    assert words(person) == (SMALL, SHORT)


def test_to_whom_phrases_ring_hollow_only_the_small_one_is_held_out(person: Person) -> None:
    assert words(person.arrives("fake")) == (SMALL,)


def test_what_got_worse_twice_is_held_out_no_more(person: Person) -> None:
    at(person, "offers").gets_worse_with(SHORT).gets_worse_with(SHORT)
    assert SHORT not in words(person)


@pytest.mark.parametrize("who", BETWEEN)
def test_whoever_stands_in_between_is_spoken_to_first(person: Person, who: str) -> None:
    person.arrives("critic_voice").stays(**{**CALM, "toward": who})
    assert words_to_it(person.visit, person.shelf)[0].toward == who


# Tone


@pytest.mark.parametrize("chosen", TONES)
def test_the_tone_is_the_persons_and_holds_for_the_visit(person: Person, chosen: str) -> None:
    at(person, "offers").does(Deed.SAY).does(Deed.TONE, chosen).does(Deed.NEXT, SHORT)
    assert person.visit.said[-1] == (SAID_TO_IT, f"{SHORT}:{chosen}")
    person.stays(**CALM).takes("ask")
    assert tone(person.visit) == chosen


def test_it_is_plain_until_somebody_says_otherwise(person: Person) -> None:
    assert tone(at(person, "offers").visit) == "neutral"


@pytest.mark.parametrize("value", ["warm", "", None, 1])
def test_another_tone_is_refused(person: Person, value: object) -> None:
    at(person, "offers").does(Deed.SAY)
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.TONE, value)


def test_whoever_stands_in_between_is_never_spoken_to_firmly(person: Person) -> None:
    at(person, "offers").does(Deed.SAY).does(Deed.TONE, "firm").does(Deed.BACK)
    person.stays(**{**CALM, "toward": -2})
    assert tone(person.visit) == "neutral"
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.SAY).does(Deed.TONE, "firm")
