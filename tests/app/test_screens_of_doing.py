"""A practice, the taps after it, the ask, and the two sides: one question a screen, left at any of them."""

from __future__ import annotations

from tests.app.conftest import Screen
from tests.people import CALM, Person
from unforced.domain.visit import Deed, Phase

# A practice


def test_a_practice_is_its_cues_in_order_and_can_be_stopped_or_called_harder_at_any_second(
    person: Person, screen: Screen
) -> None:
    view = screen(person.arrives("edge").takes("contact"))
    assert view.playing is not None
    practice = person.shelf.get(view.playing.id)
    assert sum(beat.seconds for beat in view.playing.timeline.beats) == view.playing.timeline.seconds
    assert view.playing.timeline.seconds >= practice.seconds
    assert [choice.reply.deed for choice in view.choices] == [Deed.FINISH, Deed.WORSE]


def test_body_and_feeling_are_asked_apart_in_words(person: Person, screen: Screen) -> None:
    person.arrives("edge").takes("contact").does(Deed.FINISH)
    assert screen(person).question == "Compared with before?"
    view = screen(person.does(Deed.ANSWER, 0))
    assert [choice.label for choice in view.choices[:3]] == ["Tighter", "The same", "Looser"]
    assert view.scale


def test_somebody_low_gets_the_body_words_instead(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("edge", body="far_away").takes("orient").does(Deed.FINISH))
    assert [choice.label for choice in view.choices][:2] == ["Far away", "Shut down"]
    assert not view.scale


# The ask


def test_an_ask_is_one_question_a_screen_with_silence_as_an_answer(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").stays(**CALM).takes("ask")
    questions = pauses = 0
    while person.phase is Phase.ASKING:
        view = screen(person)
        questions += bool(view.question)
        pauses += bool(view.said)
        assert bool(view.question) != bool(view.said)
        assert bool(view.field) == bool(view.question)
        assert [choice.reply.deed for choice in view.beside] == [Deed.BACK, Deed.WORSE, Deed.SAY]
        person.does(Deed.NEXT)
    assert (questions, pauses) == (4, 3)


def test_the_last_word_of_an_ask_stands_on_its_last_question(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").stays(distress=4, firmness=3).does(Deed.HEAR)
    cues = person.shelf.get("ask.what_it_guards").cues
    view = screen(person)
    assert (view.question, view.hint) == (cues[0].text, cues[-1].text)


def test_a_little_room_has_three_equal_answers_and_nothing_to_write(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").stays(**{**CALM, "toward": -1}).tries("acknowledge").tries("contact").takes("ask")
    view = screen(person)
    assert [choice.label for choice in view.choices] == ["Yes, a little", "No", "No answer"]
    assert view.field == ""


# Two sides
