"""Noting (issue 5, point 6): a feeling in a word, one question a screen, and how kind the sentence may be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.people import CALM, TENDER, URGENT, Person, never_any, warm_toward_it
from unforced.domain import thresholds as t
from unforced.domain.answers import UNKNOWN
from unforced.domain.deeds.noting import GROUPS, NAMING, SENTENCE, WORDS, may_be_kind, may_be_mirrored, named
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.feelings import Feelings
from unforced.domain.guide import guide
from unforced.domain.practice import Family
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Deed, Phase, Reply, Said, Visit
from unforced.domain.words import Words

ONE_WORD = "note.one_word"
OK_TO_FEEL = "note.ok_to_feel_this"


def naming(person: Person, practice: str = ONE_WORD) -> Person:
    """Somebody who has just taken a practice that names a feeling."""
    return person.arrives("edge").takes(practice)


def warm(shelf: Shelf, **changed: object) -> Person:
    """Somebody warm toward it who accepted a wish before, and takes the sentence from that rung."""
    answers, facts, memory = warm_toward_it("edge", **{"rung": 4, **changed})
    visit = Visit(phase=Phase.OFFERS, door="says_no", answers=answers, facts=facts, memory=memory)
    return Person(shelf, visit).takes(OK_TO_FEEL).does(Deed.NAME, "sad_or_hurt").does(Deed.NAME, "let_down")


# The way through


def test_a_feeling_is_found_in_two_steps_and_remembered_as_what_the_person_took(person: Person) -> None:
    naming(person)
    assert (person.phase, person.visit.step) == (Phase.NOTING, GROUPS)
    person.does(Deed.NAME, "sad_or_hurt")
    assert (person.visit.step, person.visit.question) == (WORDS, "sad_or_hurt")
    person.does(Deed.NAME, "let_down")
    assert (person.visit.step, named(person.visit)) == (SENTENCE, "let_down")
    assert person.visit.said[-1] == Said("named", "let_down")
    person.does(Deed.FINISH)
    assert (person.phase, person.visit.question) == (Phase.AFTER, "soften")
    person.answers(soften=0)
    assert person.phase is Phase.OFFERS


@pytest.mark.parametrize("step", [GROUPS, WORDS])
def test_own_words_are_a_name_at_either_step(person: Person, step: int) -> None:
    naming(person)
    if step == WORDS:
        person.does(Deed.NAME, "angry_or_fed_up")
    person.does(Deed.NAME, words="like a lid on a pot")
    assert named(person.visit) == Words("like a lid on a pot")


@pytest.mark.parametrize("key", ["numb", "dont_know"])
def test_numb_and_not_knowing_are_whole_answers_and_nobody_is_asked_to_dig(person: Person, key: str) -> None:
    naming(person).does(Deed.NAME, key)
    assert (person.visit.step, named(person.visit)) == (SENTENCE, key)


@pytest.mark.parametrize("reply", [Deed.NEXT, Deed.NAME])
def test_both_questions_can_be_left_out_and_nothing_is_named_for_anybody(person: Person, reply: Deed) -> None:
    naming(person).does(reply)
    assert (person.visit.step, named(person.visit)) == (SENTENCE, None)
    assert not [entry for entry in person.visit.said if entry.key == "named"]


@pytest.mark.parametrize("reply", [Deed.NEXT, Deed.NAME])
def test_a_group_is_near_enough_where_its_words_are_left_out(person: Person, reply: Deed) -> None:
    naming(person).does(Deed.NAME, "sad_or_hurt").does(reply)
    assert named(person.visit) == "sad_or_hurt"


def test_another_word_takes_the_one_before_back(person: Person) -> None:
    naming(person).does(Deed.NAME, "numb")
    before = person.visit.said[:-1]
    person.does(Deed.BACK)
    assert (person.visit.step, person.visit.said, named(person.visit)) == (GROUPS, before, None)
    person.does(Deed.NAME, "sad_or_hurt").does(Deed.BACK)
    assert (person.visit.step, person.visit.said) == (GROUPS, before)
    person.does(Deed.NEXT).does(Deed.BACK)
    assert (person.visit.step, person.visit.said) == (GROUPS, before)


def test_what_was_named_before_in_a_visit_stays_said_and_is_never_taken_for_what_is_named_now(person: Person) -> None:
    naming(person).does(Deed.NAME, "numb").does(Deed.FINISH).answers()
    person.does(Deed.LOOK).does(Deed.TAKE, ONE_WORD).does(Deed.NEXT)
    assert named(person.visit) is None
    person.does(Deed.BACK).does(Deed.NAME, "dont_know")
    assert [entry.value for entry in person.visit.said if entry.key == "named"] == ["numb", "dont_know"]
    person.does(Deed.FINISH).answers()
    person.does(Deed.LOOK).does(Deed.TAKE, ONE_WORD).does(Deed.NAME, "numb")
    assert [entry.value for entry in person.visit.said if entry.key == "named"] == ["dont_know", "numb"]


def test_what_is_no_name_in_this_noting_is_never_taken_for_one() -> None:
    for said in ((), (Said("toward", 1),), (Said("named", 3),)):
        assert named(Visit(phase=Phase.NOTING, question="named", said=said)) is None
    assert named(Visit(phase=Phase.NOTING, question="named", said=(Said("named", "numb"),))) == "numb"


# What has no place


@pytest.mark.parametrize("value", ["let_down", "sadness", "", 3, ("numb",)])
def test_what_is_no_group_is_refused_and_changes_nothing(person: Person, value: object) -> None:
    before = naming(person).visit
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.NAME, value)
    assert person.visit is before


@pytest.mark.parametrize("value", ["afraid", "sad_or_hurt", "nowhere"])
def test_what_is_no_word_of_the_open_group_is_refused(person: Person, value: str) -> None:
    naming(person).does(Deed.NAME, "sad_or_hurt")
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.NAME, value)


@pytest.mark.parametrize(("taps", "deed"), [((), Deed.BACK), (("numb",), Deed.NEXT), (("numb",), Deed.NAME)])
def test_a_deed_of_another_step_has_no_place(person: Person, taps: tuple[str, ...], deed: Deed) -> None:
    naming(person)
    for value in taps:
        person.does(Deed.NAME, value)
    with pytest.raises(OutOfPlaceError):
        person.does(deed, words="again" if deed is Deed.NAME else "")


# Which practices


def test_only_practices_that_name_a_feeling_ask_for_one_and_the_others_are_timed_as_they_were(shelf: Shelf) -> None:
    for practice in shelf.family(Family.NOTE):
        wanted = Phase.NOTING if practice.id in NAMING else Phase.PRACTICE
        assert Person(shelf).does(Deed.OPEN_DOOR, "settle").takes(practice.id).phase is wanted
    assert {practice.id for practice in shelf.family(Family.NOTE)} > NAMING


def test_without_words_for_feelings_it_is_timed_as_it_was(shelf: Shelf) -> None:
    assert naming(Person(Shelf(shelf))).phase is Phase.PRACTICE
    assert naming(Person(shelf)).phase is Phase.NOTING


def test_on_the_help_page_nobody_is_ever_asked_for_a_feeling(person: Person) -> None:
    person.arrives("edge").does(Deed.HELP).does(Deed.TAKE, ONE_WORD)
    assert person.phase is Phase.PRACTICE


def test_noting_opens_nothing_that_wasnt_open(shelf: Shelf) -> None:
    """Where note is barred it is offered no more than before; a dose spent is a dose spent."""
    person = naming(Person(shelf)).does(Deed.NAME, "numb").does(Deed.FINISH).answers()
    assert person.visit.memory.outward_due
    assert never_any(person.offered, "note", "breath", "touch")


# Doses


@pytest.mark.parametrize("taps", [(), ("numb",), ("sad_or_hurt", "let_down")])
def test_it_always_counts_as_many_inward_seconds_as_the_practice_lasts(person: Person, taps: tuple[str, ...]) -> None:
    naming(person)
    for value in taps:
        person.does(Deed.NAME, value)
    person.does(Deed.FINISH)
    assert person.visit.memory.inward_s == person.shelf.get(ONE_WORD).seconds > 0
    assert person.visit.memory.outward_due and person.visit.memory.used == (ONE_WORD,)


def test_a_dose_spent_by_naming_always_ends_what_is_inward_and_one_naming_doesnt(shelf: Shelf) -> None:
    def with_spent(seconds: int) -> Person:
        person = Person(shelf).arrives("edge").stays(**{**CALM, "toward": 0})
        person.visit = replace(person.visit, memory=person.visit.memory._replace(inward_s=seconds))
        person.takes(ONE_WORD).does(Deed.NEXT).does(Deed.FINISH).answers(soften=0)
        return person.takes("contact").does(Deed.FINISH).answers(soften=0, body=0)

    def inward(person: Person) -> set[str]:
        return {family for _ in range(9) for family in person.declines().offered} & {"note", "breath", "touch"}

    assert inward(with_spent(t.INWARD_A_VISIT - 20)) == set()
    assert inward(with_spent(0))


@pytest.mark.parametrize("taps", [(), ("sad_or_hurt",), ("numb",)])
def test_it_got_harder_stops_at_once_at_every_step(person: Person, taps: tuple[str, ...]) -> None:
    naming(person)
    for value in taps:
        person.does(Deed.NAME, value)
    person.does(Deed.WORSE)
    assert (person.phase, person.visit.note, person.visit.answers.soften) == (Phase.OFFERS, "worse", -2)
    assert person.visit.memory.inward_over and person.visit.uses[-1].worse


# Danger in what is written


@pytest.mark.parametrize("heard", [URGENT, TENDER])
def test_words_of_danger_always_open_help_and_are_kept_and_never_mirrored(person: Person, heard: object) -> None:
    naming(person).does(Deed.NAME, words="mine", heard=heard)  # type: ignore[arg-type]
    assert person.phase is Phase.HELP and person.visit.said[-1] == Said("named", Words("mine"))
    for way_back in (Deed.CONTINUE, Deed.NOT_MEANT):
        back = Person(person.shelf, person.visit).does(way_back)
        assert (back.phase, back.visit.step, named(back.visit)) == (Phase.NOTING, SENTENCE, Words("mine"))
        assert not may_be_mirrored(back.visit)


def test_an_attack_is_never_mirrored_while_a_voice_is_very_close_and_an_ordinary_word_elsewhere_is(
    shelf: Shelf,
) -> None:
    close = Person(shelf).arrives("critic_voice").stays(**{**CALM, "blend": 4})
    assert close.state == "merged"
    assert not may_be_mirrored(close.takes(ONE_WORD).does(Deed.NAME, words="rubbish").visit)
    assert may_be_mirrored(naming(Person(shelf)).does(Deed.NAME, words="heavy").visit)


# How kind the sentence may be


def test_from_rung_4_the_sentence_may_be_kind(shelf: Shelf) -> None:
    person = warm(shelf)
    assert person.phase is Phase.NOTING and may_be_kind(person.visit)
    assert may_be_kind(person.does(Deed.HELP).does(Deed.CONTINUE).visit)


@pytest.mark.parametrize(
    "barred",
    [
        {"rung": 3},
        {"rung": UNKNOWN},
        {"soften": 0},
        {"soften": UNKNOWN},
        {"toward": 1},
        {"safety": 1},
        {"firmness": 2},
        {"distress": 7},
        {"presence": 2},
        {"surged": True},
        {"inward_over": True},
        {"memory": True},
        {"hand_off": True},
        {"tender": True},
        {"surge": True},
        {"energy": 0},
    ],
    ids=str,
)
def test_it_is_never_kind_where_the_guide_would_not_offer_that_rung(shelf: Shelf, barred: dict[str, object]) -> None:
    assert not may_be_kind(warm(shelf, **barred).visit)


@pytest.mark.parametrize("kind", ["danger", "flooded", "undeserved", "fake", "numb"])
def test_it_is_never_kind_where_a_kind_of_no_caps_warmth_or_bars_what_is_inward(shelf: Shelf, kind: str) -> None:
    visit = warm(shelf).visit
    answers = visit.answers._replace(kinds=frozenset({Kind(kind)}))
    assert may_be_kind(visit) and not may_be_kind(replace(visit, answers=answers))


def test_it_is_never_kind_after_words_of_danger_whatever_was_meant(shelf: Shelf) -> None:
    person = warm(shelf).does(Deed.BACK).does(Deed.NAME, words="mine", heard=TENDER)
    assert not may_be_kind(person.does(Deed.NOT_MEANT).visit)


def test_what_was_answered_before_is_for_this_noting_only(shelf: Shelf) -> None:
    person = warm(shelf)
    assert person.visit.soften_before == 1 and person.visit.answers.soften is UNKNOWN
    person.does(Deed.FINISH).answers(soften=UNKNOWN)
    assert person.takes("contact").visit.soften_before is UNKNOWN


def test_what_the_guide_offers_there_is_what_opens_it(shelf: Shelf) -> None:
    """The control: in that moment the practice with the kind sentence is one that the guide may offer."""
    offers = guide(warm_toward_it("edge", rung=4, first=(Family.NOTE,)), shelf).offers
    assert OK_TO_FEEL in [offer.practice for offer in offers]


# Words for feelings


def test_a_key_is_one_group_or_one_word_and_read_out_where_it_is_neither(shelf: Shelf) -> None:
    feelings = shelf.feelings
    assert feelings.word("let_down") == "let down" and feelings.find("let_down") is not None
    assert feelings.word("sad_or_hurt") == "Sad, or hurt" and feelings.group("let_down") is None
    assert feelings.word("of_another_time") == "of another time" and feelings.find("of_another_time") is None
    assert feelings and not Feelings()


def test_a_turn_takes_a_visit_and_leaves_it_as_it_was(person: Person) -> None:
    before = naming(person).visit
    Person(person.shelf, before).does(Deed.NAME, "numb")
    assert before == naming(Person(person.shelf)).visit
    assert Reply(Deed.NAME, "numb").value == "numb"
