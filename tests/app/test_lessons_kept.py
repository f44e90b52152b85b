"""What a person corrected, kept: on one page, with a visit that is kept, forgotten and taken home with the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.vault.keeping import in_memory
from tests.app.walks import LIBRARY
from unforced.adapters.vault.inside import SealedInside
from unforced.app.bring_back import bring_back
from unforced.app.documents import FORM, document_of
from unforced.app.past import past
from unforced.app.take_home import as_json, as_markdown, pages_of
from unforced.app.teach import (
    LESSONS,
    PURPOSE,
    Told,
    come_back,
    forget,
    kept_lessons,
    known,
    lessons,
    take_back,
    taught,
    told,
)
from unforced.domain.errors import LockedError, NewerFormatError, PageDamagedError
from unforced.domain.lessons import Learnt, Lessons
from unforced.domain.page import UNDO_DAYS, Kept, Page
from unforced.domain.reading import Lesson
from unforced.domain.resistance import Kind
from unforced.domain.visit import Visit
from unforced.domain.words import Words
from unforced.ports import Inside

TODAY = 739_900
WALL = Lesson(Words("a wall comes up"), Kind.TENSE)
FOG = Lesson(Words("only *fog*"), Kind.NUMB)


def taught_in(inside: Inside, *what: Lesson) -> Visit:
    """A visit in which this was taught, and kept."""
    return taught(Visit(taught=what), inside, TODAY)


def damaged(inside: Inside, document: dict[str, object]) -> None:
    """Another page where they lie."""
    inside.keep(Page(inside.name_of(PURPOSE), 0, document))


def test_it_lies_on_one_page_and_the_visit_has_it_no_more(inside: Inside) -> None:
    assert taught_in(inside, WALL) == Visit()
    taught_in(inside, FOG, WALL)
    (page,) = inside.open_all().pages
    assert page.id == inside.name_of(PURPOSE) and page.document["kind"] == LESSONS
    assert lessons(inside, TODAY).staying == (FOG, WALL)


def test_a_visit_that_taught_nothing_keeps_nothing(inside: Inside) -> None:
    assert taught(Visit(), inside, TODAY) == Visit()
    assert lessons(inside, TODAY) == kept_lessons(inside) == Lessons() and not inside.open_all().pages


def test_a_reader_knows_what_is_kept_and_what_this_visit_taught_each_once(inside: Inside) -> None:
    taught_in(inside, WALL)
    assert known(Visit(taught=(FOG, WALL)), lambda: inside) == (WALL, FOG)


def test_while_it_is_locked_it_knows_what_this_visit_taught_and_nothing_is_asked() -> None:
    def locked() -> Inside:
        raise LockedError("locked")

    assert known(Visit(taught=(FOG,)), locked) == (FOG,)


def test_it_is_shown_in_their_words_newest_first_with_the_chip(inside: Inside) -> None:
    taught_in(inside, WALL, FOG)
    found = told(inside, TODAY, LIBRARY)
    assert found.lines == (("only *fog*", "Nothing there, blank"), ("a wall comes up", "It braces, it locks"))
    assert found.there and found.goes == "" and not Told().there


def test_forgotten_it_can_be_taken_back_for_seven_days_and_then_its_words_are_gone(inside: Inside) -> None:
    taught_in(inside, WALL)
    day = forget(inside, TODAY)
    assert day == TODAY + UNDO_DAYS
    found = told(inside, day - 1, LIBRARY)
    assert (found.lines, found.goes, found.there) == ((), "18 October 2026", True)
    assert known(Visit(), lambda: inside) == ()
    take_back(inside)
    assert known(Visit(), lambda: inside) == (WALL,)
    forget(inside, TODAY)
    assert told(inside, day, LIBRARY) == Told()
    assert "wall" not in repr(document_of(kept_lessons(inside)))
    take_back(inside)
    assert told(inside, day, LIBRARY) == Told()


def test_what_is_taught_after_forgetting_is_shown_and_the_rest_is_not(inside: Inside) -> None:
    taught_in(inside, WALL)
    forget(inside, TODAY)
    taught_in(inside, FOG)
    assert told(inside, TODAY, LIBRARY).lines == (("only *fog*", "Nothing there, blank"),)


def test_it_is_no_visit_of_the_past(inside: Inside) -> None:
    taught_in(inside, WALL)
    shelf = past(inside, LIBRARY)
    assert not shelf.entries and shelf.damaged == 0


def test_in_two_windows_at_once_both_are_there(inside: Inside) -> None:
    class Elsewhere(SealedInside):
        """The same pages, where another window keeps one just before."""

        def __init__(self) -> None:
            self.__dict__.update(inside.__dict__)
            self.times = 1

        def keep(self, page: Page) -> Kept:
            if self.times:
                self.times -= 1
                taught_in(inside, WALL)
            return super().keep(page)

    taught_in(Elsewhere(), FOG)
    assert lessons(inside, TODAY).staying == (WALL, FOG) and len(inside.open_all().pages) == 1


def test_it_goes_home_and_comes_back_and_joins_what_is_here_once(inside: Inside) -> None:
    taught_in(inside, WALL)
    file = as_json(inside)
    elsewhere = in_memory(Path()).begun().inside
    assert bring_back(pages_of(file), elsewhere).new == 1
    assert lessons(elsewhere, TODAY) == lessons(inside, TODAY)
    taught_in(inside, FOG)
    taught_in(elsewhere, Lesson(Words("a lid"), Kind.WEAK))
    for new in (1, 0):
        assert bring_back(pages_of(as_json(inside)), elsewhere).new == new
    assert len(elsewhere.open_all().pages) == 1
    assert [lesson.words.reveal() for lesson in lessons(elsewhere, TODAY).staying] == [
        "only *fog*",
        "a wall comes up",
        "a lid",
    ]


def test_in_markdown_it_is_there_as_text_and_nothing_of_it_where_there_is_none(inside: Inside) -> None:
    assert "corrected" not in as_markdown(inside, LIBRARY)
    taught_in(inside, WALL, FOG)
    text = as_markdown(inside, LIBRARY)
    assert "## What you corrected\n\n- a wall comes up: It braces, it locks\n" in text and "only \\*fog\\*" in text


BROKEN: list[dict[str, object]] = [
    {"kind": LESSONS, "form": FORM},
    {"kind": "other", "form": FORM, "lessons": document_of(Lessons((Learnt(*WALL),)))},
    {"kind": LESSONS, "form": FORM, "lessons": {"all": [{"words": {"words": "a"}, "kind": "edge", "gone": -1}]}},
    {"kind": LESSONS, "form": FORM, "lessons": {"all": [{"words": "a", "kind": "edge"}]}},
    {"kind": LESSONS, "form": FORM + 1, "lessons": {}},
]


@pytest.mark.parametrize("document", BROKEN)
def test_a_page_that_cant_be_read_is_left_as_it_is_and_is_in_nobodys_way(
    inside: Inside, document: dict[str, object]
) -> None:
    damaged(inside, document)
    with pytest.raises((PageDamagedError, NewerFormatError)):
        taught_in(inside, WALL)
    assert told(inside, TODAY, LIBRARY) == Told() and known(Visit(), lambda: inside) == ()
    assert as_markdown(inside, LIBRARY).count("##") == 0
    (page,) = inside.open_all().pages
    assert page.document == document
    elsewhere = in_memory(Path()).begun().inside
    taught_in(elsewhere, WALL)
    assert come_back(page, elsewhere.name_of(PURPOSE), elsewhere) is None
    assert come_back(page, "0" * 32, elsewhere) is None
