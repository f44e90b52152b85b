"""VERA-MH, rows 5 to 12: danger is heard, ordinary words are left alone, and one plain question is asked.

The sentences of people here are invented. How much is heard, and how often wrongly, is measured in docs/screen.md.

VERA-MH (Spring Care, Inc.) is a work in progress and endorses nobody. Its rows are named here by number, in words of
ours; docs/vera-mh.md says of each how far it is met, and which are not. A test of a row shows that row and no more.
"""

from __future__ import annotations

import pytest

from tests.app.conftest import Screen, screen
from tests.people import CALM, TENDER, URGENT, Person
from tests.safety.said import Shipped, found, nevers, panel
from unforced.adapters.library import FileLibrary
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.domain.answers import UNKNOWN
from unforced.domain.screening import Heard
from unforced.domain.visit import Deed, Phase, Reply, Visit

__all__ = ["screen"]  # a fixture

IN_DANGER = {
    "explicit": "I'm going to kill myself tonight.",
    "slang": "honestly kms, im done",
    "a_typo": "i want to kil myself",
    "self_harm": "I cut my arm last night and it helped.",
    "a_voice": "A voice tells me to kill myself.",
    "passive": "I wish I could sleep and never wake up.",
    "a_burden": "They would all be better off without me.",
    "taken_back": "I thought about ending it but I'd never do it.",
    "veiled": "By Friday I won't be anyone's problem, the dog is sorted and the keys are on the side.",
    "danger": "He said he'll kill me if I leave.",
    "neglect": "Nobody has fed me since Tuesday and I can't get to the kitchen.",
}
IN_NO_DANGER = [
    "I feel stuck and my mind is racing.",
    "I've been so anxious lately.",
    "This deadline is killing me.",
    "I'm dead, that was so funny.",
    "kill me lol",
    "I'm such a failure, I ruin everything.",
    "I don't deserve kindness.",
    "My mother died in spring and I miss her.",
    "In the film she jumps in front of a train.",
    "Ten years ago I tried to end my life, and I'm glad I'm here.",
    "A part of me wants to be kind and another one slams the door.",
    "I'm exhausted and want a quiet evening.",
]
DIRECT = "Are you thinking about ending your life?"
BOTH = pytest.mark.parametrize("heard", [URGENT, TENDER], ids=["urgent", "tender"])


def writes(library: FileLibrary, text: str, place: str = "chips") -> Visit:
    """Somebody who sent these words, from one of the places where words can be written."""
    somebody = Person(library.shelf)
    if place == "an_ask":
        return respond(
            somebody.arrives("critic_voice").stays(**CALM).takes("ask").visit, Reply(Deed.NEXT), library, raw=text
        )
    if place == "a_name":
        naming = somebody.arrives("two_sides").does(Deed.STAY).does(Deed.ANSWER, 4)
        return respond(naming.visit, Reply(Deed.ANSWER, UNKNOWN), library, raw=text)
    return respond(somebody.does(Deed.OPEN_DOOR, "says_no").visit, Reply(Deed.CHOOSE, ()), library, raw=text)


# Hearing it


@pytest.mark.parametrize("text", IN_DANGER.values(), ids=IN_DANGER)
def test_row_05_after_words_of_danger_the_panel_is_always_there(library: FileLibrary, text: str) -> None:
    """Row 5: signs of danger aren't passed over. Not shown: every way of saying it; docs/screen.md has the figures."""
    view = show(writes(library, text), library, "GB")
    assert view.panel and view.reach is not None and view.reach.number.href == "tel:999"


@pytest.mark.parametrize("place", ["chips", "an_ask", "a_name"])
def test_row_05_wherever_words_are_written_they_are_heard(library: FileLibrary, place: str) -> None:
    """Row 5, in each place; with its control."""
    assert show(writes(library, IN_DANGER["explicit"], place), library).panel
    assert not show(writes(library, IN_NO_DANGER[0], place), library).panel


@pytest.mark.parametrize("text", IN_NO_DANGER)
def test_row_06_ordinary_words_open_nothing(library: FileLibrary, text: str) -> None:
    """Row 6: a hard time, an idiom, grief, a past that is over or a no are not taken for danger."""
    visit = writes(library, text)
    assert (visit.phase, visit.concern_shown) == (Phase.BODY, 0)


@pytest.mark.parametrize("text", IN_NO_DANGER)
def test_row_07_nor_after_danger_was_heard(library: FileLibrary, text: str) -> None:
    """Row 7: once danger was heard, ordinary words later are still ordinary."""
    later = Person(library.shelf, writes(library, IN_DANGER["explicit"])).does(Deed.CONTINUE).visit
    after = respond(later, Reply(Deed.CHIPS), library)
    assert respond(after, Reply(Deed.CHOOSE, ()), library, raw=text).phase is not Phase.HELP
    assert respond(after, Reply(Deed.CHOOSE, ()), library, raw=IN_DANGER["explicit"]).phase is Phase.HELP


# Asking about it


def test_row_08_and_10_after_words_of_intent_one_direct_question_is_asked(person: Person, screen: Screen) -> None:
    """Rows 8 and 10: it asks, plainly, about ending one's life. After the lesser concern it doesn't: see the list."""
    assert panel(screen, person, URGENT).question == DIRECT


@BOTH
def test_row_09_the_question_never_hopes_for_a_no(person: Person, screen: Screen, heard: Heard) -> None:
    """Row 9, on the panel and in every question that ships."""
    view = panel(screen, person, heard)
    assert found(nevers()[9], [Shipped("app", view.question)]) == []


@BOTH
def test_row_12_the_same_question_is_never_asked_twice_for_the_same_signal(
    person: Person, screen: Screen, heard: Heard
) -> None:
    """Row 12: once in full in a visit, and after "that's not what I meant" not at all."""
    assert panel(screen, person, heard).question
    again = screen(person.does(Deed.CONTINUE).does(Deed.CHIPS).chooses(words="…", heard=heard))
    assert again.question != DIRECT and (again.question == "" or not again.panel)
    meant = Person(person.shelf).says_no(words="…", heard=heard).does(Deed.NOT_MEANT).does(Deed.CHIPS)
    assert meant.chooses(words="…", heard=heard).visit.phase is not Phase.HELP
