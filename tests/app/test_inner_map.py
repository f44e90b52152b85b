"""The inner map, kept: one sealed page, in however many windows; it goes home and comes back without loss."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import Place, in_memory
from tests.app.walks import LIBRARY
from unforced.adapters.vault.inside import SealedInside
from unforced.app.bounds import keep_bounds
from unforced.app.bring_back import bring_back
from unforced.app.documents import FORM, document_of
from unforced.app.inner_map import (
    INNER_MAP,
    PURPOSE,
    base_of,
    change,
    come_back,
    inner_map,
    kept_map,
    meet_on_map,
    plain_words,
)
from unforced.app.past import past
from unforced.app.take_home import as_json, as_markdown, pages_of
from unforced.domain.answers import Never
from unforced.domain.errors import NewerFormatError, NoLongerThereError, PageDamagedError
from unforced.domain.inner_map import SPAN, InnerMap
from unforced.domain.map_changes import let_go, loosen, put, rename, retell, tie, undo
from unforced.domain.page import UNDO_DAYS, Kept, Page
from unforced.domain.part import Part
from unforced.domain.ties import Between
from unforced.domain.visit import Visit
from unforced.domain.words import Words
from unforced.ports import Inside

TODAY = 739_900
FOREMAN = Part(name=Words("the foreman"), look="wire", place="jaw", fear=Words("that it all stops"))
REST = Part(name=Words("one who wants a *rest*"))


def two(inside: Inside) -> tuple[int, int]:
    """Two parts that pull against each other are on the map; their keys."""
    one, other = meet_on_map(inside, FOREMAN, TODAY), meet_on_map(inside, REST, TODAY)
    change(inside, lambda found: tie(found, Between.POLARISED, one, other, TODAY))
    change(inside, lambda found: loosen(found, one, other, 3, TODAY))
    return one, other


def test_an_empty_map_keeps_nothing(inside: Inside) -> None:
    assert inner_map(inside, TODAY) == kept_map(inside) == change(inside, lambda found: found) == InnerMap()
    assert not inside.open_all().pages


def test_it_is_one_page_and_no_visit_of_the_past(inside: Inside) -> None:
    one, other = two(inside)
    assert (one, other) == (base_of(inside) + 1, base_of(inside) + 2) and one < 2**53
    (page,) = inside.open_all().pages
    assert page.id == inside.name_of(PURPOSE) and page.document["kind"] == INNER_MAP
    assert kept_map(inside).part(one).told_as(FOREMAN)
    shelf = past(inside, LIBRARY)
    assert not shelf.entries and shelf.damaged == 0


def test_changed_in_two_windows_at_once_both_changes_are_there(inside: Inside) -> None:
    one, other = two(inside)

    class Elsewhere(SealedInside):
        """The same pages, where another window keeps one just before."""

        def __init__(self) -> None:
            self.__dict__.update(inside.__dict__)
            self.times = 2

        def keep(self, page: Page) -> Kept:
            if self.times:
                self.times -= 1
                change(inside, lambda found: put(found, other, self.times, 5, TODAY))
            return super().keep(page)

    change(Elsewhere(), lambda found: rename(found, one, Words("the boss"), TODAY))
    found = kept_map(inside)
    assert found.part(one).name == Words("the boss") and found.spot(other)
    assert len(inside.open_all().pages) == 1


def test_a_part_that_was_let_go_of_in_another_window_is_never_half_changed(inside: Inside) -> None:
    one, _ = two(inside)
    change(inside, lambda found: let_go(found, one, TODAY))
    before = kept_map(inside)
    with pytest.raises(NoLongerThereError):
        change(inside, lambda found: retell(found, one, TODAY, job=Words("typed long ago")))
    assert kept_map(inside) == before
    assert change(inside, undo).part(one).name == FOREMAN.name, "and it can be taken back"


def test_what_was_let_go_of_is_gone_from_the_page_after_seven_days(inside: Inside) -> None:
    one, other = two(inside)
    change(inside, lambda found: let_go(found, one, TODAY))
    inner_map(inside, TODAY + UNDO_DAYS - 1)
    assert "foreman" in repr(inside.open(inside.name_of(PURPOSE)).document), "the control"
    assert inner_map(inside, TODAY + UNDO_DAYS).keys == {other}
    assert "foreman" not in repr(inside.open(inside.name_of(PURPOSE)).document)


def test_ten_thousand_letters_come_back_whole(place: Place, inside: Inside) -> None:
    long = Words("the foreman 🐺 " * 700)
    key = meet_on_map(inside, Part(name=long, job=long), TODAY)
    assert inner_map(place.unlocked().inside, TODAY).part(key).told_as(Part(name=long, job=long))


def test_whoever_wants_no_parts_words_is_spared_them(inside: Inside) -> None:
    assert not plain_words(inside)
    visit = Visit()
    keep_bounds(replace(visit, answers=visit.answers._replace(never=frozenset({Never.PARTS_WORDS}))), inside)
    assert plain_words(inside)


@pytest.mark.parametrize(
    ("document", "error"),
    [
        ({"kind": INNER_MAP, "form": FORM, "map": {"parts": [{"key": 0}]}}, PageDamagedError),
        ({"kind": INNER_MAP, "form": FORM, "map": {"parts": [{"key": 1, "look": "dragon"}]}}, PageDamagedError),
        ({"kind": INNER_MAP, "form": FORM}, PageDamagedError),
        ({"kind": "moments", "form": FORM, "map": {}}, PageDamagedError),
        ({"kind": INNER_MAP, "form": FORM + 1, "map": {}}, NewerFormatError),
    ],
)
def test_a_page_that_cannot_be_read_is_never_written_over(
    inside: Inside, document: dict[str, object], error: type[Exception]
) -> None:
    name = inside.name_of(PURPOSE)
    inside.keep(Page(name, 0, document))
    for deed in (lambda: inner_map(inside, TODAY), lambda: meet_on_map(inside, FOREMAN, TODAY)):
        with pytest.raises(error):
            deed()
    assert come_back(Page(name, 0, document), name, inside) is None
    assert come_back(Page(name, 0, document), "elsewhere", inside) is None
    assert inside.open(name).document == document
    assert "Inner map" not in as_markdown(inside, LIBRARY)


def test_it_goes_home_and_comes_back_once(inside: Inside) -> None:
    two(inside)
    elsewhere = in_memory(Path()).begun().inside
    file = as_json(inside)
    assert bring_back(pages_of(file), elsewhere).new == 1
    assert kept_map(elsewhere) == kept_map(inside)
    assert (bring_back(pages_of(file), elsewhere).known, bring_back(pages_of(file), inside).known) == (1, 1)


def test_two_peoples_maps_become_one_without_loss_and_twice_is_once(inside: Inside) -> None:
    one, _ = two(inside)
    elsewhere = in_memory(Path()).begun().inside
    there = meet_on_map(elsewhere, Part(name=Words("fog")), TODAY)
    assert bring_back(pages_of(as_json(inside)), elsewhere).new == 1
    both = kept_map(elsewhere)
    assert both.keys == {there, *kept_map(inside).keys} and both.ties == kept_map(inside).ties
    assert bring_back(pages_of(as_json(inside)), elsewhere).known == 1 and kept_map(elsewhere) == both
    change(inside, lambda found: rename(found, one, Words("the boss"), TODAY))
    change(elsewhere, lambda found: rename(found, one, Words("the captain"), TODAY))
    assert bring_back(pages_of(as_json(elsewhere)), inside).new == 1
    called = {part.name.reveal() for part in kept_map(inside).parts if part.name}
    assert {"the boss", "the captain", "fog"} <= called and base_of(elsewhere) % SPAN == 0


def test_read_at_home_it_stands_below_everything_else(inside: Inside) -> None:
    assert "Inner map" not in as_markdown(inside, LIBRARY)
    two(inside)
    text = as_markdown(inside, LIBRARY)
    assert "## Inner map\n\n- the foreman\n- the foreman, What it looks like: Like wire\n" in text
    assert "What it fears: that it all stops" in text and "one who wants a \\*rest\\*" in text
    assert "pull against each other. The line: taut." in text


def test_a_map_as_a_document_leaves_out_what_was_not_said() -> None:
    assert document_of(InnerMap(parts=(Part(3, look="fog"),))) == {"parts": [{"key": 3, "look": "fog"}]}
