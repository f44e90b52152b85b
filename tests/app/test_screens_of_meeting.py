"""The screens on which the one that says no is found, named and spoken to, and on which it is read why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import Screen
from tests.people import CALM, TENDER, Person
from unforced.adapters.library import FileLibrary
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.answers import BETWEEN, UNKNOWN
from unforced.domain.part import LOOKS, PLACES
from unforced.domain.visit import Deed, Phase, Said, Visit

SPOKEN = ("A no is here.", "I see you.", "I see you. I understand you're trying to protect me. I'm here with you.")


def at(person: Person, question: str, **answers: object) -> Person:
    """Somebody who stays, at this question."""
    person.arrives("critic_voice").does(Deed.STAY)
    while person.visit.question != question:
        person.does(Deed.ANSWER, {**CALM, **answers}[person.visit.question])
    return person


def labels(view: View) -> list[str]:
    """Everything that could be tapped but for what is on every screen."""
    return [choice.label for choice in view.choices + view.beside]


# Where it is, and what it is called


def test_every_place_has_a_choice_and_nowhere_and_not_saying_stand_first(person: Person, screen: Screen) -> None:
    view = screen(at(person, "place"))
    assert view.question == "Where do you notice that voice, in your body or around it?"
    assert {choice.reply.value for choice in view.choices + view.beside if choice.reply.deed is Deed.ANSWER} == {
        *PLACES,
        UNKNOWN,
    }
    assert labels(view)[:2] == ["Nowhere I can point to", "I don't know, or rather not say"]
    assert labels(view)[-1] == "Say something to it"


def test_a_name_could_be_written_or_pointed_at_or_left_out(person: Person, screen: Screen) -> None:
    view = screen(at(person, "called"))
    assert view.question == "What could that voice be called?"
    assert [choice.reply.value for choice in view.choices] == [UNKNOWN, *LOOKS]
    assert view.field and view.choices[0].label == "Leave it unnamed"


def test_where_somebody_could_see_it_later_nothing_is_typed(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").does(Deed.WATCHED).does(Deed.PASSED).does(Deed.STAY)
    while person.visit.question != "called":
        person.does(Deed.ANSWER, CALM[person.visit.question])
    assert screen(person).field == ""


def test_its_name_is_said_from_then_on_in_the_place_of_that_voice(person: Person, screen: Screen) -> None:
    at(person, "called").does(Deed.ANSWER, UNKNOWN, "the bouncer")
    assert screen(person).question == "How do you feel toward the bouncer right now?"
    person.answers(**CALM)
    assert "Stay with the bouncer" in labels(screen(person))
    assert screen(person.does(Deed.SAY)).question == "If you like, say one of these to the bouncer."


@pytest.mark.parametrize(("look", "name"), [("fog", "the one like fog"), ("rust", "the rust-red one")])
def test_so_is_what_it_is_like(person: Person, screen: Screen, look: str, name: str) -> None:
    at(person, "called").does(Deed.ANSWER, look)
    assert screen(person).question == f"How do you feel toward {name} right now?"


def test_unnamed_it_stays_that_voice(person: Person, screen: Screen) -> None:
    at(person, "called").does(Deed.ANSWER, UNKNOWN)
    assert screen(person).question == "How do you feel toward that voice right now?"


def test_a_body_that_was_named_is_stayed_with_by_its_name(person: Person, screen: Screen) -> None:
    person.arrives("tense").stays(**{**CALM, "called": "the plank"})
    assert "Stay with the plank" in labels(screen(person))


def test_its_name_is_never_said_again_where_it_was_heard_as_danger_or_a_voice_is_very_close(
    person: Person, screen: Screen
) -> None:
    at(person, "called").does(Deed.ANSWER, UNKNOWN, "nobody would miss me", TENDER).does(Deed.CONTINUE)
    assert "miss" not in screen(person).question
    close = Person(person.shelf).arrives("critic_voice").stays(**{**CALM, "called": "you fool"})
    assert "Stay with you fool" in labels(screen(close))
    close.visit = replace(close.visit, answers=close.visit.answers.told("blend", 4))
    view = screen(close)
    assert "Stay with that voice" in labels(view)
    assert not [answer for _, answer in view.earlier if "fool" in answer]


def test_two_sides_are_both_even_where_one_was_named_before(person: Person, screen: Screen) -> None:
    at(person, "called").does(Deed.ANSWER, UNKNOWN, "the bouncer").answers(**CALM)
    person.does(Deed.CHIPS).chooses("two_sides")
    assert "Stay with both" in labels(screen(person))


def test_what_was_said_stays_visible_in_the_persons_words(person: Person, screen: Screen) -> None:
    at(person, "place").does(Deed.ANSWER, "behind").does(Deed.ANSWER, "fog", "the bouncer").does(Deed.ANSWER, "bored")
    assert screen(person).earlier[-4:] == (
        ("Where", "Behind me"),
        ("It is", "Like fog"),
        ("Its name", "the bouncer"),
        ("Toward it", "Bored with it"),
    )


@pytest.mark.parametrize("who", BETWEEN)
def test_how_somebody_in_between_feels_stands_beside_the_scale(person: Person, screen: Screen, who: str) -> None:
    view = screen(at(person, "toward"))
    assert view.find(f"answer:{who}") in view.beside


# Saying something to it


def test_there_are_three_sizes_three_tones_own_words_and_a_way_back(person: Person, screen: Screen) -> None:
    view = screen(at(person, "toward").does(Deed.SAY))
    assert [choice.label for choice in view.choices] == [*SPOKEN, "Plain", "Curious", "Firm"]
    assert (view.choices[3].note, view.choices[3].chosen) == ("The tone now", True)
    assert view.field == "Or in your own words."
    assert view.beside[0].label == "Leave it unsaid"


def test_a_firm_tone_stands_for_a_boundary_and_never_against_it_being_there(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("critic_voice").does(Deed.SAY).does(Deed.TONE, "firm"))
    assert [choice.label for choice in view.choices[1:3]] == [
        "I see you. Not in that tone.",
        "I see you. You may be trying to protect me. You can stay. Not in that tone.",
    ]


def test_the_tone_follows_to_what_is_offered_to_be_said(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").does(Deed.SAY).does(Deed.TONE, "firm").does(Deed.BACK)
    playing = screen(person.does(Deed.LOOK).does(Deed.TAKE, "acknowledge.i_see_you")).playing
    assert playing is not None
    assert [beat.text for beat in playing.timeline.beats][-1] == "I see you. Not in that tone."
    assert playing.timeline.seconds == 10


def test_what_was_said_to_it_stays_visible(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").does(Deed.SAY).does(Deed.TONE, "curious")
    person.does(Deed.NEXT, "acknowledge.i_see_you").does(Deed.SAY).does(Deed.NEXT, words="you again")
    assert screen(person).earlier[-2:] == (
        ("You said to it", "I see you. I'm curious about you."),
        ("You said to it", "you again"),
    )


def test_words_of_a_practice_that_is_gone_are_words_to_it(library: FileLibrary) -> None:
    visit = Visit(said=(Said("said_to_it", "acknowledge.gone:firm"),), phase=Phase.KINDS)
    assert show(visit, library).earlier == (("You said to it", "Words to it"),)


def test_whoever_stands_in_between_is_spoken_to_and_no_tone_is_chosen(person: Person, screen: Screen) -> None:
    view = screen(at(person, "toward").does(Deed.ANSWER, "bored").does(Deed.SAY))
    assert view.question == "If you like, say one of these to the bored one."
    assert view.choices[0].label == "You're bored with it. You make sense."
    assert {choice.reply.deed for choice in view.choices} == {Deed.NEXT}


def test_with_nothing_left_to_say_there_is_the_way_back(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").does(Deed.SAY)
    person.visit = replace(person.visit, facts=person.visit.facts._replace(crisis=True))
    view = screen(person)
    assert (view.question, labels(view)) == ("Nothing to say here. That is fine.", ["Leave it unsaid"])


# Why this happens


def test_the_page_that_belongs_opens_with_its_sources_and_a_way_back(person: Person, screen: Screen) -> None:
    person.says_no("critic_voice")
    assert screen(person).beside[-1].label == "Why this happens"
    view = screen(person.does(Deed.WHY))
    assert view.said[0] == "When approval had to be earned"
    assert view.footnotes[0].startswith("Sources: Gilbert 2011") and "Not yet reviewed" in view.footnotes[-1]
    assert labels(view) == ["When looking inward gets loud", "Back"]


def test_a_page_that_is_missing_says_so(person: Person, library: FileLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FileLibrary, "why", lambda self: {})
    view = show(person.says_no("danger").does(Deed.WHY).visit, library)
    assert view.said == ("This page isn't here. Nothing was lost.",)
