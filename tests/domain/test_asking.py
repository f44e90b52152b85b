"""The ask (guide.md §3 and §7): one question a screen, a pause with the floor between, no further than fears."""

from __future__ import annotations

import pytest

from tests.people import CALM, TENDER, Person
from unforced.domain.deeds.rounds import ROOM
from unforced.domain.deeds.turning_toward import steps_of
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase


@pytest.fixture
def asking(person: Person) -> Person:
    """Somebody curious, at the first question."""
    return person.arrives("critic_voice").stays(**CALM).takes("ask")


def test_the_ask_goes_from_noticing_to_what_it_fears_with_a_pause_after_each_question(shelf: Shelf) -> None:
    phases = [cue.phase for cue in steps_of(shelf.get("ask.listen"))]
    assert phases == ["name", "pause", "name", "pause", "name", "pause", "name"]


def test_one_question_a_screen_and_what_was_written_stays_visible(asking: Person) -> None:
    steps = 0
    while asking.phase is Phase.ASKING:
        asking.does(Deed.NEXT, words=f"answer {steps}" if steps % 2 == 0 else "")
        steps += 1
    assert steps == 7
    assert [entry.key for entry in asking.visit.said if entry.key.startswith("ask_")] == [
        "ask_0",
        "ask_2",
        "ask_4",
        "ask_6",
    ]


def test_it_never_has_to_answer(asking: Person) -> None:
    while asking.phase is Phase.ASKING:
        asking.does(Deed.NEXT)
    assert (asking.phase, asking.visit.question) == (Phase.AFTER, "soften")
    assert not [entry for entry in asking.visit.said if entry.key.startswith("ask_")]


def test_it_is_one_round_a_visit(asking: Person) -> None:
    while asking.phase is Phase.ASKING:
        asking.does(Deed.NEXT)
    asking.answers(soften=0).tries("contact", soften=0, body=0).stays(**CALM)
    for _ in range(6):
        assert "ask" not in asking.offered
        asking.declines()


@pytest.mark.parametrize("step", range(7))
def test_it_can_be_left_at_every_question_with_nothing_lost(asking: Person, step: int) -> None:
    for _ in range(step):
        asking.does(Deed.NEXT)
    asking.does(Deed.BACK)
    assert (asking.phase, asking.visit.note) == (Phase.OFFERS, "left_it")


def test_it_got_harder_ends_it_at_once_and_asks_no_further(asking: Person) -> None:
    asking.does(Deed.WORSE)
    assert (asking.phase, asking.visit.note) == (Phase.OFFERS, "worse")
    assert asking.visit.memory.inward_over


def test_it_opens_only_where_the_guide_offers_it(person: Person) -> None:
    person.arrives("critic_voice")
    for practice in ("ask.listen", "ask.what_it_guards", "ask.little_room", "sides.both_sides"):
        with pytest.raises(OutOfPlaceError):
            person.does(Deed.TAKE, practice)
    person.stays(**CALM)
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.TAKE, "ask.what_it_guards")


@pytest.mark.parametrize("chip", ["critic_voice", "two_sides"])
def test_words_that_sounded_tender_end_the_ask_and_the_two_sides(person: Person, chip: str) -> None:
    """guide.md §2: tender bars ask and sides; §6: the two sides stop at once at self-harm."""
    person.arrives(chip).stays(**CALM).takes("sides" if chip == "two_sides" else "ask")
    value = 0 if chip == "two_sides" else None
    person.does(Deed.NEXT, value, words="nobody would miss me", heard=TENDER)
    person.does(Deed.CONTINUE)
    if person.phase in (Phase.ASKING, Phase.SIDES):
        person.does(Deed.NEXT)
    assert person.phase is Phase.OFFERS


# A little room (against_it)


@pytest.fixture
def fed_up(person: Person) -> Person:
    """Somebody fed up with the voice and acknowledged, asked whether that one would give a little room."""
    person.arrives("critic_voice").stays(**{**CALM, "toward": -1})
    return person.tries("acknowledge", soften=0).tries("contact", soften=0, body=0).takes("ask")


def test_after_a_yes_to_a_little_room_toward_is_asked_again(fed_up: Person) -> None:
    fed_up.does(Deed.NEXT, "yes")
    assert (fed_up.phase, fed_up.visit.question) == (Phase.STAYING, "toward")
    fed_up.does(Deed.ANSWER, 1)
    assert fed_up.state == "curious"


@pytest.mark.parametrize(("answer", "note"), [("no", "thats_fine"), ("no_answer", "no_answer")])
def test_after_a_no_that_is_fine_and_contact_comes_first(fed_up: Person, answer: str, note: str) -> None:
    fed_up.does(Deed.NEXT, answer)
    assert (fed_up.phase, fed_up.visit.note) == (Phase.OFFERS, note)
    assert fed_up.offered[0] == "contact"
    assert "ask" not in fed_up.offered


def test_a_no_to_a_little_room_is_no_refusal_of_being_acknowledged(fed_up: Person) -> None:
    """guide.md §8, 8: it takes two refusals of a family to end it; this person has refused it once."""
    fed_up.does(Deed.NEXT, "no")
    assert "acknowledge" in fed_up.offered
    fed_up.declines()
    assert "acknowledge" not in fed_up.visit.memory.refused


@pytest.mark.parametrize("value", [None, "maybe", True])
def test_only_yes_no_and_no_answer_are_answers_to_it(fed_up: Person, value: object) -> None:
    assert ROOM == ("yes", "no", "no_answer")
    with pytest.raises(UnusableAnswerError):
        fed_up.does(Deed.NEXT, value)
    assert fed_up.phase is Phase.ASKING
