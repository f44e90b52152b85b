"""Finding the one that says no (guide.md §7: find, focus, feel toward): where it is, and what it is called."""

from __future__ import annotations

import pytest

from tests.people import CALM, TENDER, Person, opened
from unforced.domain.answers import BETWEEN, UNKNOWN, Never
from unforced.domain.deeds.meeting import looks
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.part import LOOKS, PLACES
from unforced.domain.visit import Deed, Phase

FINDING = {"place", "called"}


@pytest.fixture
def finding(person: Person) -> Person:
    """Somebody who stays with a voice, asked where they notice it."""
    person.arrives("critic_voice").does(Deed.STAY)
    while person.visit.question != "place":
        person.does(Deed.ANSWER, CALM[person.visit.question])
    return person


# Where it is, and what it is called


@pytest.mark.parametrize("place", PLACES)
def test_somebody_could_say_where_they_notice_it_in_the_body_or_around_it(finding: Person, place: str) -> None:
    finding.does(Deed.ANSWER, place)
    assert (finding.visit.place, finding.visit.question) == (place, "called")
    assert finding.visit.said[-1] == ("place", place)


def test_somebody_could_name_it_in_their_own_words(finding: Person) -> None:
    finding.does(Deed.ANSWER, UNKNOWN).does(Deed.ANSWER, UNKNOWN, "the bouncer")
    assert finding.visit.called is not None
    assert finding.visit.called.reveal() == "the bouncer"
    assert (finding.visit.look, finding.visit.question) == ("", "toward")


@pytest.mark.parametrize("look", LOOKS)
def test_somebody_could_point_to_an_image_or_a_colour_instead(finding: Person, look: str) -> None:
    finding.does(Deed.ANSWER, UNKNOWN).does(Deed.ANSWER, look)
    assert (finding.visit.called, finding.visit.look) == (None, look)


def test_a_name_and_a_colour_can_both_stand(finding: Person) -> None:
    finding.does(Deed.ANSWER, UNKNOWN).does(Deed.ANSWER, "rust", "the bouncer")
    assert finding.visit.called is not None and finding.visit.look == "rust"


def test_it_can_stay_unnamed_and_nowhere_in_two_taps(finding: Person) -> None:
    finding.does(Deed.ANSWER, UNKNOWN).does(Deed.ANSWER, UNKNOWN)
    visit = finding.visit
    assert (visit.place, visit.look, visit.called, visit.question) == ("", "", None, "toward")
    assert not FINDING & {entry.key for entry in visit.said}


@pytest.mark.parametrize("value", ["throat", "", 3, None, True, ("chest",)])
@pytest.mark.parametrize("question", ["place", "called"])
def test_anything_else_is_refused_and_nothing_moves(finding: Person, question: str, value: object) -> None:
    if question == "called":
        finding.does(Deed.ANSWER, UNKNOWN)
    before = finding.visit
    with pytest.raises(UnusableAnswerError) as refused:
        finding.does(Deed.ANSWER, value)
    assert (refused.value.key, finding.visit) == (question, before)


# When it is asked


def test_it_is_asked_once_in_a_visit(finding: Person) -> None:
    finding.asked(**CALM)
    assert not FINDING & set(finding.does(Deed.STAY).asked(**CALM))


@pytest.mark.parametrize(
    "answers",
    [{"distress": 7}, {"distress": 4, "presence": 2}, {"presence": 3}, {"distress": 4, "presence": UNKNOWN}],
)
def test_it_is_never_asked_where_there_is_no_room_to_turn_toward_it(person: Person, answers: dict[str, object]) -> None:
    person.arrives("critic_voice", body="slow").does(Deed.STAY)
    assert not FINDING & set(person.asked(**answers))


def test_with_room_the_same_somebody_is_asked(person: Person) -> None:
    person.arrives("critic_voice", body="slow").does(Deed.STAY)
    assert set(person.asked(distress=6, presence=3)) >= FINDING


def test_no_room_at_first_leaves_it_for_a_later_stay(person: Person) -> None:
    person.arrives("critic_voice").stays(distress=7).does(Deed.STAY)
    assert set(person.asked(**CALM)) >= FINDING


@pytest.mark.parametrize("answers", [{"firmness": 3}, {"blend": 3}])
def test_a_firm_no_and_a_voice_that_is_nearly_everything_meet_no_further_questions(
    person: Person, answers: dict[str, object]
) -> None:
    person.arrives("critic_voice").does(Deed.STAY)
    assert not FINDING & set(person.asked(**{**CALM, **answers}))


def test_two_sides_are_never_looked_for_as_one(person: Person) -> None:
    person.arrives("two_sides").does(Deed.STAY)
    assert not FINDING & set(person.asked(**{**CALM, "blend": 4, "distress": 7}))


def test_somebody_flooded_is_never_asked_before_they_tried_something(person: Person) -> None:
    person.arrives("flooded").does(Deed.STAY)
    assert not FINDING & set(person.asked(**CALM))
    person.tries("orient", soften=0, body=0).does(Deed.STAY)
    assert set(person.asked(**CALM)) >= FINDING


def test_after_words_that_sounded_tender_nothing_is_looked_for(person: Person) -> None:
    person.says_no("critic_voice", words="nobody would miss me", heard=TENDER)
    person.does(Deed.CONTINUE).body("about_right").does(Deed.STAY)
    assert not FINDING & set(person.asked(**CALM))


def test_after_a_low_moment_it_waits_until_somebody_curious_stays_again(person: Person) -> None:
    person.arrives("critic_voice", body="far_away").tries("orient", body_words="about_right").does(Deed.STAY)
    assert not FINDING & set(person.asked(**CALM))
    assert person.state == "curious"
    assert set(person.does(Deed.STAY).asked(**CALM)) >= FINDING


def test_a_body_that_is_to_be_left_alone_is_never_asked_about(person: Person) -> None:
    person.arrives("critic_voice").does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("body",)).does(Deed.STAY)
    asked = person.asked(**CALM)
    assert "place" not in asked and "called" in asked


def test_no_picture_is_held_out_to_somebody_who_wants_none(finding: Person) -> None:
    assert looks(finding.visit) == LOOKS
    finding.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, (str(Never.IMAGERY),))
    assert looks(finding.visit) == ()


# Another one in between


@pytest.mark.parametrize(("who", "level"), BETWEEN.items())
def test_somebody_bored_or_angry_is_met_as_that_one_first(person: Person, who: str, level: int) -> None:
    """guide.md §3, against_it: acknowledge the one that is against it."""
    person.arrives("critic_voice").stays(**{**CALM, "toward": who})
    assert (person.visit.answers.toward, person.state) == (level, "against_it")
    assert person.now.line == f"against_it_{who}"
    assert person.shelf.get(person.now.offers[0].practice).toward == who
    assert person.visit.said[-1] == ("toward", who)


@pytest.mark.parametrize(("level", "who"), [(-1, "fed_up"), (-2, "afraid"), (-3, "fed_up")])
def test_the_steps_of_the_scale_have_theirs_too(person: Person, level: int, who: str) -> None:
    person.arrives("critic_voice").stays(**{**CALM, "toward": level})
    assert person.now.line == f"against_it_{who}"
    assert person.shelf.get(person.now.offers[0].practice).toward == who


def test_another_answer_later_lets_the_first_one_go(person: Person) -> None:
    person.arrives("critic_voice").stays(**{**CALM, "toward": "bored"}).stays(**CALM)
    assert (person.visit.memory.between, person.state) == ("", "curious")


@pytest.mark.parametrize("question", ["firmness", "blend"])
def test_they_are_answers_to_no_other_question(person: Person, question: str) -> None:
    person.arrives("critic_voice").does(Deed.STAY)
    while person.visit.question != question:
        person.does(Deed.ANSWER, CALM[person.visit.question])
    with pytest.raises(UnusableAnswerError):
        person.does(Deed.ANSWER, "bored")


def asked_for_room(person: Person, toward: object) -> Person:
    """Somebody who met the one in between, and is asked whether it would give a little room."""
    person.arrives("critic_voice").stays(**{**CALM, "toward": toward}).tries("acknowledge", soften=0)
    return person.takes("ask")


@pytest.mark.parametrize("toward", [*BETWEEN, -1, -3])
def test_once_met_that_one_is_asked_for_a_little_room_and_after_a_yes_toward_is_asked_again(
    person: Person, toward: object
) -> None:
    asked_for_room(person, toward).does(Deed.NEXT, "yes")
    assert (person.phase, person.visit.question) == (Phase.STAYING, "toward")
    assert person.does(Deed.ANSWER, 1).state == "curious"


@pytest.mark.parametrize("toward", [*BETWEEN, -1, -3])
def test_its_no_is_final_in_this_visit(person: Person, toward: object) -> None:
    asked_for_room(person, toward).does(Deed.NEXT, "no")
    assert (person.visit.note, person.offered[0]) == ("thats_fine", "contact")
    person.tries("contact", soften=0, body=0).stays(**CALM)
    assert person.state == "curious"
    assert "ask" not in opened(person.visit.situation, person.shelf)
    with pytest.raises(OutOfPlaceError):
        person.does(Deed.TAKE, "ask.listen")


def test_no_answer_is_no_no(person: Person) -> None:
    """The control for the test above: without the no, somebody curious later is offered it."""
    asked_for_room(person, "bored").does(Deed.NEXT, "no_answer").tries("contact", soften=0, body=0).stays(**CALM)
    assert "ask" in opened(person.visit.situation, person.shelf)


def test_somebody_frightened_is_never_asked_for_room(person: Person) -> None:
    person.arrives("critic_voice").stays(**{**CALM, "toward": -2})
    for _ in range(6):
        assert "ask" not in person.offered
        person.declines()
