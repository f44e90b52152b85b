"""The panel and the page of help (safety.md, crisis): few plain words, one question, and always a way on."""

from __future__ import annotations

import re

import pytest

from tests.app.conftest import Screen
from tests.people import TENDER, URGENT, Person
from unforced.adapters.library import FileLibrary
from unforced.app.showing import show
from unforced.app.view import View
from unforced.domain.screening import Heard
from unforced.domain.visit import Deed

MOST_WORDS = 90
HIGHEST_GRADE = 6
VOWELS = re.compile(r"[aeiouy]+")


def words_of_panel(view: View) -> str:
    """Everything that stands on a panel, in the order in which it is read."""
    assert view.reach is not None and view.panel
    line = view.reach.nearest
    near = [str(view.reach.directory)] if line is None else [*map(str, line.ways), line.name, line.said, line.note]
    return " ".join(
        [*view.said, view.question, str(view.reach.number), *near, *(c.label for c in view.choices), *view.footnotes]
    )


def grade(text: str) -> float:
    """Flesch and Kincaid's grade, with syllables counted by groups of vowels."""
    words = re.findall(r"[a-z']+", text.lower())
    sentences = len(re.findall(r"[.?!]", text)) or 1
    syllables = sum(max(1, len(VOWELS.findall(re.sub(r"e$", "", word)))) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


# The panel


@pytest.mark.parametrize("heard", [URGENT, TENDER], ids=["urgent", "tender"])
def test_words_that_sounded_like_danger_are_met_with_one_question_a_number_a_line_and_a_way_on(
    person: Person, screen: Screen, heard: Heard
) -> None:
    view = screen(person.says_no(words="…", heard=heard))
    assert view.panel and view.reach is not None and view.reach.nearest is not None
    assert view.question.count("?") == 1 and sum(line.count("?") for line in view.said) == 0
    assert view.reach.number.href == "tel:999"
    assert view.reach.nearest.ways[0].href == "tel:116123"
    assert view.choices[0].reply.deed is Deed.CONTINUE
    assert view.find("not_meant") is not None


def test_only_words_of_intent_are_met_with_the_direct_question(person: Person, screen: Screen) -> None:
    direct = "Are you thinking about ending your life?"
    assert screen(person.says_no(words="…", heard=TENDER)).question not in ("", direct)
    assert screen(person.does(Deed.CONTINUE).does(Deed.CHIPS).chooses(words="…", heard=URGENT)).question == direct


@pytest.mark.parametrize("heard", [URGENT, TENDER], ids=["urgent", "tender"])
def test_the_panel_is_never_longer_than_ninety_words_nor_hard_to_read(
    person: Person, library: FileLibrary, heard: Heard
) -> None:
    visit = person.says_no(words="…", heard=heard).visit
    for region in ("", "ZZ", *library.regions()):
        for _ in range(3):
            view = show(visit, library, region)
            assert len(words_of_panel(view).split()) <= MOST_WORDS, (region, words_of_panel(view))
    said = {line for line in library.phrases.all().items() if re.match(r"app\.help\.(urgent|tender)_\d", line[0])}
    assert len(said) == 6
    assert all(grade(text) <= HIGHEST_GRADE for _, text in said), {key: grade(text) for key, text in said}
    assert grade(" ".join([*view.said, view.question])) <= HIGHEST_GRADE


def test_the_control_a_clinical_sentence_is_too_hard_to_read() -> None:
    assert grade("Your expressions indicate considerable psychological deterioration.") > HIGHEST_GRADE


@pytest.mark.parametrize("heard", [URGENT, TENDER], ids=["urgent", "tender"])
def test_three_fixed_texts_take_turns_and_the_same_visit_shows_the_same_one(
    person: Person, screen: Screen, heard: Heard
) -> None:
    seen = []
    for _ in range(3):
        seen.append(screen(person.says_no(words="…", heard=heard)).said)
        assert screen(person).said == seen[-1]
        person.visit = person.visit.__class__(turn=person.visit.turn)
    assert len(set(seen)) == 3


def test_shown_once_in_full_it_is_one_line_the_next_time_with_number_and_line_still_there(
    person: Person, screen: Screen
) -> None:
    full = screen(person.says_no("edge", words="…", heard=URGENT))
    again = screen(person.does(Deed.CONTINUE).does(Deed.CHIPS).chooses("edge", words="…", heard=URGENT))
    assert again.said == ("Help is up there, any time.",)
    assert (again.question, again.panel, again.reach) == ("", True, full.reach)
    assert [choice.reply for choice in again.choices] == [choice.reply for choice in full.choices]


def test_yes_opens_the_whole_page_and_says_that_the_number_is_there(person: Person, screen: Screen) -> None:
    view = screen(person.says_no(words="…", heard=URGENT).does(Deed.YES))
    assert (view.panel, view.question) == (False, "")
    assert "The number is here." in view.said[0]
    assert [choice.reply.deed for choice in view.choices] == [Deed.CONTINUE, Deed.NOT_MEANT, Deed.TAKE]


def test_somebody_met_without_the_direct_question_can_open_the_whole_page_too(person: Person, screen: Screen) -> None:
    view = screen(person.says_no(words="…", heard=TENDER))
    assert not screen(person.does(view.choices[1].reply.deed)).panel


# The page


def test_help_by_tap_asks_nothing_and_leads_on(person: Person, screen: Screen) -> None:
    view = screen(person.arrives("edge").does(Deed.HELP))
    assert (view.question, view.panel) == ("", False)
    assert [choice.reply.deed for choice in view.choices] == [Deed.CONTINUE, Deed.TAKE]
    assert view.said == ("Help is here, any time.",)


def test_the_page_holds_people_without_a_number_and_a_directory(person: Person, screen: Screen) -> None:
    found = screen(person.does(Deed.HELP)).reach
    assert found is not None
    assert len(found.people) == 2
    assert (found.directory.link, found.directory.href) == ("findahelpline.com", "https://findahelpline.com")
