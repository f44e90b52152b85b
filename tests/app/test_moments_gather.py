"""What gathers, kept: one page that never gets less, whatever is forgotten, in however many windows."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.vault.keeping import in_memory
from tests.app.walks import LIBRARY
from unforced.adapters.vault.inside import SealedInside
from unforced.app.bring_back import bring_back
from unforced.app.documents import FORM, document_of, value_of
from unforced.app.moments import (
    MOMENTS,
    PURPOSE,
    change,
    forget,
    gathered,
    kept_moments,
    moments,
    own_words,
    take_back,
    told,
)
from unforced.app.past import past
from unforced.app.take_home import as_json, as_markdown, pages_of
from unforced.domain.deeds.moments import OWN
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.moments import LAST_DAY, Done, Moments, Own, Small, goes_on_day, possible
from unforced.domain.page import UNDO_DAYS, Kept, Page
from unforced.domain.visit import Visit
from unforced.domain.words import Words
from unforced.ports import Inside

TODAY = 739_900
BREAK = Small("moment.short_break")
MINE = Small(OWN, Words("stand at the back door"))
OTHER = Small(OWN, Words("count the lamps"))


def did(*small: Small) -> Visit:
    """A visit in which these were done."""
    return Visit(moments=small)


SMALL = st.sampled_from([BREAK, Small("moment.cool_water"), MINE, OTHER])
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("one"), SMALL, st.integers(0, 30)),
        st.tuples(st.just("name"), st.integers(0, 30), st.integers(0, 9)),
        st.tuples(st.just("own"), st.integers(1, 3), st.integers(0, 9)),
        st.tuples(st.just("pass"), st.just(0), st.integers(0, 30)),
    ),
    max_size=40,
)


@given(DEEDS)
def test_whatever_is_done_or_forgotten_or_however_long_somebody_stays_away_it_never_gets_less(
    deeds: list[tuple[str, object, int]],
) -> None:
    found, day = Moments(), TODAY
    for name, what, number in deeds:
        before = len(found.done)
        if isinstance(what, Small):
            found = found.with_one(what, day + number)
        elif isinstance(what, int) and name == "name" and what < before and found.done[what].day:
            found = found.without_name(what, day + number if number else 0)
        elif isinstance(what, int) and name == "own" and what in {own.key for own in found.own}:
            found = found.without_own(what, day + number if number else 0)
        elif name == "pass":
            day += number
            found = found.on(day)
        assert len(found.done) >= before
        assert possible(found)
        assert found.joined(found) == found
        assert value_of(Moments, document_of(found)) == found


def test_each_is_kept_once_however_often_the_visit_is(inside: Inside) -> None:
    visit = gathered(did(BREAK, MINE), inside, TODAY)
    assert gathered(visit, inside, TODAY) == visit
    gathered(replace(visit, moments=(*visit.moments, BREAK)), inside, TODAY + 1)
    assert [done.day for done in moments(inside, TODAY).done] == [TODAY, TODAY, TODAY + 1]
    (page,) = inside.open_all().pages
    assert page.id == inside.name_of(PURPOSE) and page.document["kind"] == MOMENTS


def test_a_visit_without_one_keeps_nothing(inside: Inside) -> None:
    assert gathered(Visit(), inside, TODAY) == Visit()
    assert moments(inside, TODAY) == kept_moments(inside) == Moments()
    assert not inside.open_all().pages


def test_an_own_one_done_again_is_the_same_one_and_says_so_on_the_list(inside: Inside) -> None:
    gathered(did(MINE, OTHER, MINE), inside, TODAY)
    listed = told(moments(inside, TODAY), LIBRARY)
    assert [line.text for line in listed.own] == ["stand at the back door", "count the lamps"]
    assert [line.text for line in listed.done] == [
        "stand at the back door",
        "count the lamps",
        "stand at the back door",
    ]
    assert all(line.own for line in listed.done) and listed.done[0].when == "11 October 2026"
    assert own_words(listed.own[1].token, moments(inside, TODAY)) == "count the lamps"


def test_own_words_that_are_forgotten_can_be_taken_back_for_seven_days_and_no_longer(inside: Inside) -> None:
    gathered(did(MINE, BREAK), inside, TODAY)
    day = forget("own-1", inside, TODAY)
    assert day == TODAY + UNDO_DAYS
    listed = told(moments(inside, day - 1), LIBRARY)
    assert not listed.own and [line.token for line in listed.leaving] == ["own-1"]
    assert [line.text for line in listed.done] == ["Twenty seconds off", "One of your own"]
    with pytest.raises(NothingKeptError):
        own_words("own-1", moments(inside, day - 1))
    take_back("own-1", inside)
    assert told(moments(inside, day), LIBRARY).own
    forget("own-1", inside, TODAY)
    moments(inside, day)
    assert b"back door" not in repr(document_of(kept_moments(inside))).encode(), "the words are gone"
    assert len(moments(inside, day).done) == 2
    with pytest.raises(NothingKeptError):
        take_back("own-1", inside)


def test_a_name_that_is_forgotten_leaves_its_pebble(inside: Inside) -> None:
    gathered(did(BREAK, Small("moment.cool_water")), inside, TODAY)
    day = forget("done-0", inside, TODAY)
    assert [line.token for line in told(moments(inside, TODAY), LIBRARY).leaving] == ["done-0"]
    take_back("done-0", inside)
    assert not told(moments(inside, day), LIBRARY).leaving
    forget("done-0", inside, TODAY)
    assert moments(inside, day).done[0] == Done() and len(moments(inside, day).done) == 2
    assert [line.token for line in told(moments(inside, day), LIBRARY).done] == ["done-1"]
    with pytest.raises(NothingKeptError):
        take_back("done-0", inside)


@pytest.mark.parametrize("token", ["", "own", "own-9", "done-9", "done--1", "own-x", "page-1", "done-" + "9" * 40])
def test_what_is_not_on_the_list_cannot_be_forgotten(inside: Inside, token: str) -> None:
    gathered(did(BREAK), inside, TODAY)
    with pytest.raises(NothingKeptError):
        forget(token, inside, TODAY)


def test_doing_a_forgotten_own_one_again_brings_it_back() -> None:
    found = Moments().with_one(MINE, TODAY).without_own(1, TODAY + 7).with_one(MINE, TODAY + 1)
    assert found.own == (Own(1, Words("stand at the back door")),)


def test_in_two_windows_at_once_both_are_there(inside: Inside) -> None:
    class Elsewhere(SealedInside):
        """The same pages, where another window keeps one just before."""

        def __init__(self) -> None:
            self.__dict__.update(inside.__dict__)
            self.times = 2

        def keep(self, page: Page) -> Kept:
            if self.times:
                self.times -= 1
                gathered(did(BREAK), inside, TODAY)
            return super().keep(page)

    gathered(did(MINE), Elsewhere(), TODAY)
    assert [done.what for done in moments(inside, TODAY).done] == [BREAK.practice, BREAK.practice, OWN]
    assert len(inside.open_all().pages) == 1


def test_they_are_no_visit_of_the_past(inside: Inside) -> None:
    gathered(did(BREAK), inside, TODAY)
    shelf = past(inside, LIBRARY)
    assert not shelf.entries and shelf.damaged == 0


def test_they_come_home_and_back_and_join_what_is_here_once(inside: Inside) -> None:
    gathered(did(BREAK, MINE), inside, TODAY)
    file = as_json(inside)
    elsewhere = in_memory(Path()).begun().inside
    assert bring_back(pages_of(file), elsewhere).new == 1
    assert moments(elsewhere, TODAY) == moments(inside, TODAY)
    gathered(did(OTHER, MINE), elsewhere, TODAY + 1)
    came = bring_back(pages_of(as_json(elsewhere)), inside)
    assert (came.new, came.beside, came.known) == (1, 0, 0)
    again = bring_back(pages_of(as_json(elsewhere)), inside)
    assert (again.new, again.known) == (0, 1)
    assert [done.day for done in moments(inside, TODAY).done] == [TODAY, TODAY, TODAY + 1, TODAY + 1]
    assert {own.words for own in moments(inside, TODAY).own} == {MINE.words, OTHER.words}
    assert bring_back(pages_of(file), inside).known == 1


def test_read_at_home_they_stand_below_the_visits(inside: Inside) -> None:
    assert "Small moments" not in as_markdown(inside, LIBRARY)
    gathered(did(BREAK, MINE), inside, TODAY)
    page = as_markdown(inside, LIBRARY)
    assert "## Small moments" in page and "- Twenty seconds off: 11 October 2026" in page


BROKEN: list[tuple[dict[str, object], type[Exception]]] = [
    ({"kind": MOMENTS, "form": FORM + 1, "moments": {}}, NewerFormatError),
    ({"kind": MOMENTS, "form": FORM}, PageDamagedError),
    ({"kind": "bounds", "form": FORM, "moments": {}}, PageDamagedError),
    *(
        ({"kind": MOMENTS, "form": FORM, "moments": found}, PageDamagedError)
        for found in (
            {"done": [{"what": "moment.x", "day": -1}]},
            {"done": [{"what": "moment.x", "day": LAST_DAY + 1}]},
            {"done": [{"what": "moment.x"}]},
            {"done": [{"what": "m" * 81, "day": 5}]},
            {"done": [{"what": "moment.x", "day": 5, "own": 4}]},
            {"own": [{"key": 0, "words": {"words": "a"}, "gone": 0}]},
            {"own": [{"key": 1, "words": {"words": "a"}, "gone": 0}] * 2},
            {"own": [{"key": 1, "words": {"words": " "}, "gone": 0}]},
        )
    ),
]


@pytest.mark.parametrize(("document", "error"), BROKEN)
def test_a_page_that_cannot_be_read_never_counts_as_empty_and_is_never_written_over(
    inside: Inside, document: dict[str, object], error: type[Exception]
) -> None:
    inside.keep(Page(inside.name_of(PURPOSE), 0, document))
    with pytest.raises(error):
        moments(inside, TODAY)
    with pytest.raises(error):
        change(inside, lambda found: found.with_one(BREAK, TODAY))
    assert as_markdown(inside, LIBRARY).count("##") == 0
    file = in_memory(Path()).begun().inside
    gathered(did(BREAK), file, TODAY)
    assert bring_back(pages_of(as_json(file)), inside).beside == 1, "what is brought stands beside it"
    assert inside.open(inside.name_of(PURPOSE)).document == document


def test_the_last_day_of_the_calendar_is_a_day() -> None:
    assert goes_on_day(LAST_DAY) == LAST_DAY


NUMBERED = re.compile(
    r"\d|\bstreak|\bin a row\b|\bmissed\b|\bgap\b|\bagain today\b|\bgoal|\btotal|\bcount", re.IGNORECASE
)


def test_nothing_said_of_them_has_a_number_a_streak_or_a_gap() -> None:
    said = {key: text for key, text in LIBRARY.phrases.all().items() if ".moments." in key}
    assert said and not [text for text in said.values() if NUMBERED.search(text)]
    assert NUMBERED.search("7 days in a row")  # the control
