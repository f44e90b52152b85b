"""One whole turn (house.md): screen the raw words, decide, and change nothing on a double tap or an error."""

from __future__ import annotations

import pytest

from tests.people import CALM, Person
from unforced.adapters.library import FileLibrary
from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import UnforcedError
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import LONGEST

INTENT = "I am going to kill myself tonight."


def at_the_chips() -> Visit:
    """Somebody about to say what happens in them."""
    return Visit(phase=Phase.KINDS, door="says_no")


def test_arriving_asks_and_keeps_nothing() -> None:
    assert arrive() == Visit()
    assert arrive().phase is Phase.DOORS


def test_words_of_intent_open_help_before_anything_else_is_decided(library: FileLibrary) -> None:
    after = respond(at_the_chips(), Reply(Deed.CHOOSE, ("edge",)), library, raw=INTENT)
    assert (after.phase, after.facts.crisis) == (Phase.HELP, True)


def test_the_control_ordinary_words_of_a_no_open_nothing(library: FileLibrary) -> None:
    after = respond(at_the_chips(), Reply(Deed.CHOOSE, ("edge",)), library, raw="I'd lose my drive, it's cheesy")
    assert after.phase is Phase.BODY


def test_intent_at_the_far_end_of_very_long_words_is_heard_though_the_rest_is_cut(library: FileLibrary) -> None:
    after = respond(at_the_chips(), Reply(Deed.CHOOSE, ()), library, raw="It is a long day. " * 2_000 + INTENT)
    assert (after.phase, after.facts.crisis) == (Phase.HELP, True)


def test_the_direct_question_is_asked_however_much_was_written(library: FileLibrary) -> None:
    """guide.md §3, crisis: being told that words were cut must never take the place of the question and its Yes."""
    after = respond(at_the_chips(), Reply(Deed.CHOOSE, ()), library, raw="It is a long day. " * 2_000 + INTENT)
    screen = show(after, library)
    assert screen.question == library.phrases.say("app.questions.help_urgent")
    assert screen.find("yes") is not None


@pytest.mark.parametrize(
    ("raw", "note"),
    [("no " * LONGEST, "cut"), ("\x00\x01\x02", "unreadable"), ("\ufffd" * 40, "unreadable")],
    ids=["a_megabyte", "binary", "undecodable"],
)
@pytest.mark.parametrize("place", ["the_chips", "the_chips_again", "an_ask", "a_name_for_a_side"])
def test_somebody_whose_words_were_cut_or_unreadable_is_told_so_on_the_next_screen(
    library: FileLibrary, place: str, raw: str, note: str
) -> None:
    """words.py: longer text is cut at the end, *and the surface says so*; issue 2: a calm sentence, nothing lost."""
    visit, reply = writing_at(Person(library.shelf), place)
    after = respond(visit, reply, library, raw=raw)
    assert library.phrases.say(f"app.notes.{note}") in show(after, library).said


def writing_at(person: Person, place: str) -> tuple[Visit, Reply]:
    """Somebody about to send what they wrote."""
    if place == "an_ask":
        return person.arrives("critic_voice").stays(**CALM).takes("ask").visit, Reply(Deed.NEXT)
    if place == "a_name_for_a_side":
        naming = person.arrives("two_sides").does(Deed.STAY).does(Deed.ANSWER, 4)
        return naming.visit, Reply(Deed.ANSWER, UNKNOWN)
    again = person.arrives("edge").does(Deed.CHIPS).visit
    return again if place == "the_chips_again" else at_the_chips(), Reply(Deed.CHOOSE, ())


@pytest.mark.parametrize("raw", ["", "   ", "\n\t\n"])
def test_writing_nothing_is_fine_and_noted_nowhere(library: FileLibrary, raw: str) -> None:
    after = respond(at_the_chips(), Reply(Deed.CHOOSE, ()), library, raw=raw)
    assert (after.phase, after.note, after.said) == (Phase.BODY, "", ())


def test_a_double_tap_does_nothing(library: FileLibrary) -> None:
    once = respond(arrive(), Reply(Deed.OPEN_DOOR, "says_no"), library, turn=0)
    assert respond(once, Reply(Deed.CHOOSE, ("edge",)), library, raw=INTENT, turn=0) is once
    assert respond(once, Reply(Deed.CHOOSE, ("edge",)), library, turn=1).phase is Phase.BODY


def test_an_error_leaves_the_visit_as_it_was(library: FileLibrary) -> None:
    visit = at_the_chips()
    with pytest.raises(UnforcedError):
        respond(visit, Reply(Deed.CHOOSE, ("no_such_chip",)), library, raw="words")
    assert visit == at_the_chips()
