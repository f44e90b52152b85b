"""Help (guide.md §1 and §3, safety.md): on every screen, opened by a tap or by words, and always with a way on."""

from __future__ import annotations

import pytest

from tests.people import CALM, TENDER, URGENT, Person
from unforced.domain.screening import Heard
from unforced.domain.visit import Deed, Phase

# By tap


def test_help_by_tap_is_one_action_and_says_nothing_about_anybody(person: Person) -> None:
    person.arrives("edge").does(Deed.HELP)
    assert (person.phase, person.state) == (Phase.HELP, "crisis")
    assert person.visit.help_asked


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in (Phase.HELP, Phase.BOUNDS)])
def test_after_help_somebody_is_back_where_they_were(person: Person, phase: Phase) -> None:
    at(person, phase).does(Deed.HELP).does(Deed.CONTINUE)
    assert person.phase is phase
    assert not person.visit.facts.crisis


def test_help_tapped_on_help_still_leads_back_to_where_somebody_was(person: Person) -> None:
    person.arrives("edge").does(Deed.HELP).does(Deed.HELP).does(Deed.CONTINUE)
    assert person.phase is Phase.OFFERS


def test_help_that_is_taken_as_an_offer_leads_back_too(person: Person) -> None:
    person.arrives("edge").does(Deed.LOOK).takes("help.open_help")
    assert (person.phase, person.visit.help_asked) == (Phase.HELP, True)
    assert person.does(Deed.CONTINUE).phase is Phase.SHELF


def test_a_grounding_step_on_the_help_page_leads_to_offers_with_help_still_first(person: Person) -> None:
    person.arrives("edge").does(Deed.HELP).takes("orient.one_colour")
    assert person.phase is Phase.PRACTICE
    person.does(Deed.FINISH).answers()
    assert (person.phase, person.offered[0]) == (Phase.OFFERS, "help")


def test_no_continue_beside_the_offers_closes_help_as_well(person: Person) -> None:
    person.arrives("edge").does(Deed.STAY).does(Deed.HELP).does(Deed.NOTHING)
    assert (person.phase, person.state) == (Phase.OFFERS, "crisis")
    person.does(Deed.CONTINUE)
    assert (person.phase, person.state) == (Phase.OFFERS, "nothing_wanted")


def test_something_else_on_the_help_page_closes_it_and_opens_the_shelf(person: Person) -> None:
    person.arrives("edge").does(Deed.HELP).does(Deed.SOMETHING_ELSE)
    assert person.phase is Phase.SHELF
    assert not person.visit.facts.crisis


# By words


@pytest.mark.parametrize("heard", [URGENT, TENDER])
def test_words_that_sounded_like_danger_open_help_and_lose_nothing(person: Person, heard: Heard) -> None:
    person.says_no("edge", words="I can't any more", heard=heard)
    assert person.phase is Phase.HELP
    assert not person.visit.help_asked
    assert [entry.key for entry in person.visit.said] == ["kinds", "words"]
    assert person.does(Deed.CONTINUE).phase is Phase.BODY


def test_urgent_words_are_a_crisis_until_somebody_says_no_continue(person: Person) -> None:
    person.says_no("edge", words="…", heard=URGENT)
    assert person.state == "crisis"
    assert person.does(Deed.CONTINUE).body("about_right").state == "settling"


def test_yes_keeps_help_on_the_screen(person: Person) -> None:
    person.says_no("edge", words="…", heard=URGENT).does(Deed.YES)
    assert (person.phase, person.state, person.visit.note) == (Phase.HELP, "crisis", "yes")


def test_tender_words_are_no_crisis_and_are_remembered_after_no_continue(person: Person) -> None:
    person.says_no("critic_voice", words="…", heard=TENDER)
    assert person.state != "crisis"
    person.does(Deed.CONTINUE).body("about_right").stays(**CALM)
    assert (person.state, person.visit.facts.tender) == ("curious", True)
    assert "ask" not in person.offered


def test_the_same_signal_again_is_one_line_and_a_stronger_one_opens_help_again(person: Person) -> None:
    person.says_no("edge", words="…", heard=TENDER).does(Deed.CONTINUE).does(Deed.CHIPS)
    person.chooses("edge", words="…", heard=TENDER)
    assert (person.phase, person.visit.note) == (Phase.BODY, "help_is_there")
    person.does(Deed.CHIPS).chooses("edge", words="…", heard=URGENT)
    assert person.phase is Phase.HELP


def test_urgent_words_open_help_every_time(person: Person) -> None:
    person.says_no("edge", words="…", heard=URGENT).does(Deed.CONTINUE).does(Deed.CHIPS)
    assert person.visit.note == ""
    person.chooses("edge", words="…", heard=URGENT)
    assert (person.phase, person.visit.note) == (Phase.HELP, "help_is_there")  # once in full, then as one line


def test_help_that_opened_by_words_is_never_covered_by_an_older_line(person: Person) -> None:
    """guide.md §3, crisis: the direct question is asked. A line left over from before must not stand in its place."""
    person.arrives("edge", body="nothing_left").declines().does(Deed.CHIPS)
    assert person.visit.note == "declined"
    person.chooses("edge", words="…", heard=URGENT)
    assert (person.phase, person.visit.note) == (Phase.HELP, "")


# That's not what I meant


@pytest.mark.parametrize("heard", [URGENT, TENDER])
def test_that_is_not_what_i_meant_is_respected_for_the_whole_visit(person: Person, heard: Heard) -> None:
    person.says_no("edge", words="…", heard=heard).does(Deed.NOT_MEANT)
    assert person.phase is Phase.BODY
    assert not (person.visit.facts.crisis or person.visit.facts.tender)
    person.does(Deed.CHIPS).chooses("edge", words="…", heard=heard)
    assert (person.phase, person.state) == (Phase.BODY, "settling")


def test_somebody_who_said_so_can_still_open_help_themselves(person: Person) -> None:
    person.says_no("edge", words="…", heard=URGENT).does(Deed.NOT_MEANT).does(Deed.HELP)
    assert (person.phase, person.state) == (Phase.HELP, "crisis")


# Help comes before everything


def test_a_crisis_comes_before_somebody_watching_and_before_everything_else(person: Person) -> None:
    person.arrives("memory", body="far_away").does(Deed.WATCHED).does(Deed.HELP)
    assert person.state == "crisis"
    person.does(Deed.CONTINUE)
    assert person.state == "unsafe_here"


def at(person: Person, phase: Phase) -> Person:
    """Somebody on a given screen."""
    ways = {
        Phase.DOORS: lambda: person,
        Phase.KINDS: lambda: person.does(Deed.OPEN_DOOR, "says_no"),
        Phase.BODY: lambda: person.says_no("edge"),
        Phase.OFFERS: lambda: person.arrives("edge"),
        Phase.STAYING: lambda: person.arrives("edge").does(Deed.STAY),
        Phase.SHELF: lambda: person.does(Deed.OPEN_DOOR, "settle"),
        Phase.PRACTICE: lambda: person.arrives("edge").takes("contact"),
        Phase.AFTER: lambda: person.arrives("edge").takes("contact").does(Deed.FINISH),
        Phase.ASKING: lambda: person.arrives("critic_voice").stays(**CALM).takes("ask"),
        Phase.SAYING: lambda: person.arrives("critic_voice").does(Deed.SAY),
        Phase.WHY: lambda: person.arrives("edge").does(Deed.WHY),
        Phase.SIDES: lambda: person.arrives("two_sides").stays(distress=4).takes("sides"),
        Phase.NOTING: lambda: person.arrives("edge").takes("note.one_word"),
        Phase.OUTLINE: lambda: person.arrives("edge").takes("contact").does(Deed.OUTLINE),
        Phase.BOUNDS: lambda: person.does(Deed.BOUNDS),
        Phase.CLOSED: lambda: person.does(Deed.STOP),
    }
    return ways[phase]()
