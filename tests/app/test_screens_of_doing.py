"""A practice, the taps after it, the ask, the two sides, Help, what stays away, and the closing."""

from __future__ import annotations

import pytest

from tests.app.conftest import Screen
from tests.people import CALM, TENDER, URGENT, Person
from unforced.adapters.library import FileLibrary
from unforced.app.showing import show
from unforced.domain.answers import Never
from unforced.domain.deeds.turning_toward import SIDES_STEPS
from unforced.domain.visit import Deed, Phase

# A practice


def test_a_practice_is_its_cues_in_order_and_can_be_stopped_or_called_harder_at_any_second(
    person: Person, screen: Screen
) -> None:
    view = screen(person.arrives("edge").takes("contact"))
    assert view.playing is not None
    practice = person.shelf.get(view.playing.id)
    assert sum(cue.seconds for cue in view.playing.cues) == practice.seconds
    assert [choice.reply.deed for choice in view.choices] == [Deed.FINISH, Deed.WORSE]


def test_body_and_feeling_are_asked_apart_in_words(person: Person, screen: Screen) -> None:
    person.arrives("edge").takes("contact").does(Deed.FINISH)
    assert screen(person).question == "Compared with before?"
    view = screen(person.does(Deed.ANSWER, 0))
    assert [choice.label for choice in view.choices[:3]] == ["Tighter", "The same", "Looser"]


def test_somebody_low_gets_the_body_words_instead(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("edge", body="far_away").takes("orient").does(Deed.FINISH))
    assert [choice.label for choice in view.choices][:2] == ["Far away", "Shut down"]


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
        assert [choice.reply.deed for choice in view.beside] == [Deed.BACK, Deed.WORSE]
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


def test_both_sides_are_spoken_of_by_the_names_somebody_gave_them(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4, name_a="wants it", name_b="the door").takes("sides")
    assert [choice.label for choice in screen(person).choices] == ["wants it", "the door"]
    person.does(Deed.NEXT, 1)
    seen = []
    while person.phase is Phase.SIDES:
        view = screen(person)
        seen.append(view.question or view.said[0])
        assert [choice.reply.deed for choice in view.beside] == [Deed.BACK, Deed.WORSE]
        person.does(Deed.NEXT)
    assert seen[:3] == [
        "the door: what does it want for you?",
        "the door: what does it fear from wants it?",
        "the door was heard, in its own words.",
    ]
    assert seen[4].startswith("wants it: ")
    assert len(seen) == len(SIDES_STEPS) - 1


def test_a_little_room_between_the_sides_has_the_same_three_answers(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4).takes("sides").does(Deed.NEXT, 0)
    while SIDES_STEPS[person.visit.step] != "room":
        person.does(Deed.NEXT)
    view = screen(person)
    assert [choice.label for choice in view.choices] == ["Yes, a little", "No", "No answer"]
    assert "A no is fine." in view.question
    assert view.field == ""


def test_leaving_the_two_sides_says_one_equal_line_to_each(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4, name_a="wants it", name_b="the door").takes("sides").does(Deed.BACK)
    assert screen(person).said[0] == "wants it was heard. the door was heard."


def test_without_the_word_part_the_sides_are_sides(person: Person, screen: Screen) -> None:
    person.arrives("two_sides").stays(distress=4).takes("sides")
    assert [choice.label for choice in screen(person).choices] == ["One part", "The other part"]
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("parts_words",))
    view = screen(person)
    assert [choice.label for choice in view.choices] == ["One side", "The other side"]
    assert not any("part" in text.lower() for text in (*view.said, view.question))


# Help


def test_help_by_tap_asks_nothing_and_leads_on(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("edge").does(Deed.HELP))
    assert view.question == ""
    assert [choice.reply.deed for choice in view.choices] == [Deed.CONTINUE, Deed.TAKE]


def test_urgent_words_are_met_with_one_direct_question_and_three_ways_on(person: Person, screen: Screen) -> None:
    view = screen(person.says_no(words="…", heard=URGENT))
    assert view.question == "Are you thinking about ending your life?"
    assert [choice.reply.deed for choice in view.choices] == [Deed.YES, Deed.CONTINUE, Deed.NOT_MEANT, Deed.TAKE]
    after = screen(person.does(Deed.YES))
    assert after.question == ""
    assert "The number is here." in after.said[0]


def test_tender_words_are_met_without_that_question(person: Person, screen: Screen) -> None:
    view = screen(person.says_no(words="…", heard=TENDER))
    assert view.question == ""
    assert view.find("not_meant") is not None


@pytest.mark.parametrize("visit", ["asked", "urgent", "tender"])
def test_help_always_says_that_nobody_is_monitoring_and_where_a_person_is(
    person: Person, screen: Screen, visit: str
) -> None:
    ways = {"urgent": lambda: person.says_no(words="…", heard=URGENT), "asked": lambda: person.does(Deed.HELP)}
    said = " ".join(screen(ways.get(visit, lambda: person.says_no(words="…", heard=TENDER))()).said)
    assert "Nobody is monitoring this." in said
    assert "findahelpline.com" in said
    assert "999" in said


@pytest.mark.parametrize("region", ["", "ZZ", "the moon"])
def test_where_the_region_is_not_known_help_says_so_and_gives_the_widest_number(
    person: Person, library: FileLibrary, region: str
) -> None:
    said = " ".join(show(person.does(Deed.HELP).visit, library, region).said)
    assert "isn't known here" in said
    assert "112" in said


def test_the_number_shown_is_the_number_stored(person: Person, library: FileLibrary) -> None:
    visit = person.does(Deed.HELP).visit
    for region in ("GB", "us", "DE", "JP"):
        said = " ".join(show(visit, library, region).said)
        assert library.emergency(region)
        assert all(number in said for number in library.emergency(region))


# What stays away


def test_everything_that_can_stay_away_is_there_with_what_was_chosen(person: Person, screen: Screen) -> None:
    person.does(Deed.BOUNDS).does(Deed.SET_BOUNDS, ("sound", "hand_off")).does(Deed.BOUNDS)
    view = screen(person)
    assert [choice.reply.value for choice in view.choices] == [(name,) for name in (*Never, "hand_off")]
    assert {choice.reply.value for choice in view.choices if choice.chosen} == {("sound",), ("hand_off",)}
    assert view.several


# The closing


@pytest.mark.parametrize(
    ("way", "line"),
    [
        (lambda p: p.arrives("edge"), "You noticed a no and didn't fight it. That can be the whole visit."),
        (lambda p: p, "You can leave without finishing. Nothing is lost or counted."),
        (lambda p: p.arrives("edge").does(Deed.WATCHED), "You can close this now. Nothing was kept."),
        (lambda p: p.arrives("edge").does(Deed.NOTHING), "All right. Nothing is kept."),
    ],
    ids=["noticed", "plain", "watched", "nothing"],
)
def test_leaving_is_met_with_one_line_that_asks_nothing(  # type: ignore[no-untyped-def]
    person: Person, screen: Screen, way, line: str
) -> None:
    view = screen(way(person).does(Deed.STOP))
    assert view.said == (line,)
    assert not (view.question or view.choices or view.field)
    assert [choice.reply.deed for choice in view.every()] == [Deed.OPEN_DOOR, Deed.HELP]
