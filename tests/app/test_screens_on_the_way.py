"""The screens from the doors to the questions of *stay*: plain chips, the person's own nouns, controls in place."""

from __future__ import annotations

import pytest

from tests.app.conftest import Screen
from tests.people import CALM, Person, some_way_in
from unforced.adapters.library import FileLibrary
from unforced.app.showing import show
from unforced.app.view import CONTROLS
from unforced.domain.answers import BODY_WORDS, SCALES
from unforced.domain.resistance import Kind
from unforced.domain.sides import SIDES_STEPS
from unforced.domain.visit import Deed, Phase

# Every screen


def test_help_nothing_something_else_and_stop_keep_their_place_on_every_screen(library: FileLibrary) -> None:
    for visit in some_way_in(library.shelf).values():
        deeds = [choice.reply.deed for choice in show(visit, library).controls]
        expected = [Deed.HELP] if visit.phase is Phase.CLOSED else list(CONTROLS)
        assert deeds == expected


def test_a_choice_is_found_by_its_one_word_and_nothing_by_any_other(person: Person, screen: Screen) -> None:
    view = screen(person)
    assert [choice.token for choice in view.choices] == ["open_door:says_no", "open_door:settle", "open_door:moment"]
    found = view.find("open_door:settle")
    assert found is not None
    assert found.label == "Settle for a minute"
    assert view.find("open_door:therapy") is None
    chips = screen(person.does(Deed.OPEN_DOOR, "says_no"))
    assert [choice.token for choice in chips.choices[:2]] == ["choose:critic_voice", "choose:undeserved"]


# Doors


def test_the_first_screen_says_what_this_is_not_and_asks_nothing(person: Person, screen: Screen) -> None:
    view = screen(person)
    said = " ".join((*view.said, *view.footnotes))
    assert view.said[0] == "Kindness can feel impossible, or unsafe. This starts there."
    truths = "Not therapy", "Nobody clinical has reviewed it", "no trial", "not affiliated with the IFS Institute"
    assert all(truth in said for truth in truths)
    assert view.field == ""


# Chips


def test_every_kind_has_a_chip_with_a_place_to_write_and_the_chip_for_what_happened(
    person: Person, screen: Screen
) -> None:
    view = screen(person.does(Deed.OPEN_DOOR, "says_no"))
    assert {value for choice in view.choices for value in choice.reply.value} == {*Kind, "memory"}  # type: ignore[attr-defined]
    assert view.several
    assert view.field
    assert not any(choice.chosen for choice in view.choices)


def test_chips_tapped_before_are_still_chosen_so_that_they_can_be_taken_back(person: Person, screen: Screen) -> None:
    view = screen(person.says_no("numb", "memory").does(Deed.CHIPS))
    assert {choice.reply.value for choice in view.choices if choice.chosen} == {("numb",), ("memory",)}


# The acknowledging line, and the body words


@pytest.mark.parametrize(
    ("chips", "line"),
    [
        ((), "Whatever says no can stay. Nobody will push it."),
        (("edge",), "A no that guards your drive makes sense."),
        (("fake", "flooded"), "That is a lot at once. Few words from here."),
        (("edge", "memory"), "That matters. You won't be asked about it."),
    ],
)
def test_a_no_is_acknowledged_before_anything_is_asked(
    person: Person, screen: Screen, chips: tuple[str, ...], line: str
) -> None:
    view = screen(person.says_no(*chips))
    assert view.said == (line,)
    assert len(view.choices) == len(BODY_WORDS) + 2  # nothing left, and not knowing


# The questions of stay


@pytest.mark.parametrize("key", ["presence", "distress", "energy", "firmness", "blend", "toward"])
def test_a_scale_is_shown_in_words_from_its_lowest_step_and_not_knowing_is_an_answer(
    person: Person, screen: Screen, key: str
) -> None:
    person.arrives("critic_voice", body="nothing_left").does(Deed.STAY)
    while person.visit.question != key:
        person.does(Deed.ANSWER, CALM[person.visit.question])
    view = screen(person)
    assert [choice.reply.value for choice in view.choices[:-1]] == list(SCALES[key])
    assert view.choices[-1].label == "I don't know, or rather not say"
    assert view.said == ()
    assert view.first_number == (0 if key == "distress" else 1)


@pytest.mark.parametrize(
    ("chips", "question"),
    [
        (("critic_voice",), "Can you notice that voice, or is it simply how things are?"),
        (("tense", "critic_voice"), "Can you notice what your body does, or is it simply how things are?"),
        ((), "Can you notice that no, or is it simply how things are?"),
    ],
)
def test_a_question_uses_the_noun_of_the_kind_somebody_named(
    person: Person, screen: Screen, chips: tuple[str, ...], question: str
) -> None:
    person.arrives(*chips).does(Deed.STAY).does(Deed.ANSWER, 4).does(Deed.ANSWER, 1)
    assert screen(person).question == question


def test_a_name_for_a_side_is_written_or_left(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").does(Deed.STAY).does(Deed.ANSWER, 4)
    view = screen(person)
    assert view.field
    assert view.send is not None
    assert view.choices == ()


def test_where_somebody_could_see_the_screen_nothing_is_asked_to_be_written(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").does(Deed.WATCHED).does(Deed.PASSED).does(Deed.STAY).does(Deed.ANSWER, 4)
    view = screen(person)
    assert view.field == ""
    assert [choice.label for choice in view.choices] == ["Go on"]
    assert screen(person.does(Deed.ANSWER).does(Deed.ANSWER).does(Deed.CHIPS)).field == ""


# What was said before


def test_how_the_last_practice_went_is_not_carried_into_the_next(person: Person, screen: Screen) -> None:
    person.arrives("edge").tries("contact", soften=-1, body=0)
    assert ("Compared with before", "Harder") in screen(person).earlier
    assert "Compared with before" not in dict(screen(person.takes("orient")).earlier)


def test_earlier_answers_stay_visible_in_somebodys_own_words(person: Person, screen: Screen) -> None:
    person.says_no("edge", "tense", words="it keeps me sharp").body("slow").stays(presence=3, distress=4, toward=-3)
    assert screen(person).earlier == (
        ("You said", "I'd lose my drive · It braces, it locks"),
        ("In your words", "it keeps me sharp"),
        ("Your body", "Slow and heavy"),
        ("Here", "Mostly here"),
        ("How hard", "4"),
        ("Toward it", "I want it gone"),
    )


def test_what_was_written_for_the_sides_is_labelled_by_the_side_that_said_it(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4, name_a="wants it", name_b="the door").takes("sides")
    written = {"wants_one": "rest", "fears_one": "hurt", "wants_other": "to be kind", "shared": "the morning"}
    while SIDES_STEPS[person.visit.step] != "end":
        step = SIDES_STEPS[person.visit.step]
        person.does(Deed.NEXT, {"first": 1, "room": "no_answer"}.get(step), written.get(step, ""))
    assert screen(person).earlier[-2:] == (("A side", "the morning"), ("A side", "No answer"))
    assert screen(person.does(Deed.BACK)).earlier[-5:] == (
        ("the door", "rest"),
        ("the door", "hurt"),
        ("wants it", "to be kind"),
        ("A side", "the morning"),
        ("A side", "No answer"),
    )


def test_what_it_said_in_an_ask_stays_visible_as_its_words(person: Person, screen: Screen) -> None:
    person.arrives("critic_voice").stays(**CALM).takes("ask").does(Deed.NEXT, words="at the back of my neck")
    assert screen(person).earlier[-1] == ("It said", "at the back of my neck")


def test_a_long_name_for_a_side_is_cut_so_that_a_line_stays_a_line(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4, name_a="the one \n who " + "really " * 20).takes("sides")
    label = screen(person).choices[person.visit.listed].label
    assert label.startswith("the one who really")
    assert len(label) <= 60
    assert label.endswith("…")


def test_somebody_who_could_be_seen_has_none_of_their_words_on_the_screen(person: Person, screen: Screen) -> None:
    """guide.md §3, unsafe_here: no writing and no parts on it; the earlier answers hold both."""
    person.says_no("critic_voice", words="my own words").body("slow").does(Deed.WATCHED)
    assert screen(person).earlier == ()
