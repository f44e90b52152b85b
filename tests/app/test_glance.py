"""A glance at kept visits: what is read of them is what the whole visit would tell, and checked as strictly."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.app.ribbons import FIRST, keeps, sides_of, somebody, tie_between, visit_of
from tests.app.walks import TONIGHT, walked
from unforced.app.glance import Seen, glance, seen
from unforced.app.inner_map import kept_map
from unforced.app.kept import KeptVisit, written
from unforced.app.over_time import over_time
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import NewerFormatError, PageDamagedError
from unforced.domain.met import met_in
from unforced.domain.page import Page
from unforced.domain.visit import Said, Use, Visit
from unforced.ports import Inside


def page_of(visit: Visit, /, **changed: Any) -> Page:
    """The page of a kept visit, with something changed in it by hand."""
    document = {**written(KeptVisit(visit, TONIGHT, TONIGHT)), **changed}
    return Page("a" * 32, 1, document)


def looked_at(page: Page) -> Seen:
    """What is seen of a page."""
    found = seen(page)
    assert found is not None
    return found


def test_a_glance_learns_of_each_what_the_whole_visit_would_tell() -> None:
    for visit in walked(120):
        there = replace(visit, on_map=(1, 2, 3))
        assert met_in(glance(looked_at(page_of(there)))) == met_in(there)
        assert seen(page_of(visit)) is None


def test_an_answer_without_a_number_is_read_as_it_was_given() -> None:
    visit = replace(visit_of(1, 2), said=(Said("sides_firmness_one", UNKNOWN),), uses=(Use("sides.both_sides", False),))
    with pytest.raises(PageDamagedError):
        glance(looked_at(page_of(visit)))
    plain = {"answers": {"firmness": {"answer": "unknown"}}, "on_map": [1, 0, 0], "soften_to_it": {"answer": "unknown"}}
    (met,) = met_in(glance(looked_at(page_of(visit, visit=plain))))
    assert (met.firmness, met.soften) == (UNKNOWN, UNKNOWN)


def test_a_page_of_another_kind_is_no_visit() -> None:
    assert seen(Page("a" * 32, 1, {"kind": "moments"})) is None
    with pytest.raises(NewerFormatError):
        seen(page_of(visit_of(1), form=2))


@pytest.mark.parametrize(
    "visit", [None, [], "visit", {"on_map": 3}, {"on_map": [1, 2]}, {"on_map": [True, 0, 0]}, {"on_map": ["1", 0, 0]}]
)
def test_a_page_that_says_nothing_of_who_was_met_is_refused(visit: object) -> None:
    with pytest.raises(PageDamagedError):
        seen(page_of(Visit(), visit=visit))
    with pytest.raises(PageDamagedError):
        seen(page_of(visit_of(1), began=4))


@pytest.mark.parametrize(
    "damage",
    [
        {"answers": {"firmness": 9}},
        {"answers": {"firmness": True}},
        {"answers": {"blend": "4"}},
        {"answers": []},
        {"soften_to_it": 3},
        {"place": "under the bed"},
        {"place": 3},
        {"look": "dragon"},
        {"called": "no words"},
        {"called": {"words": "\x1b[2J"}},
        {"names": [None]},
        {"first_side": 2},
        {"facts": {"two_named": 1}},
        {"uses": [{"practice": 3, "worse": False}]},
        {"said": [{"value": 3}]},
        {"said": [{"key": "ask_2", "value": {"words": ""}}]},
        {"said": [{"key": "sides_firmness_one", "value": 7}]},
        {"said": [{"key": "sides_firmness_one", "value": None}]},
        {"said": 4},
        {"on_map": [-1, 0, 0]},
    ],
)
def test_a_visit_that_no_answers_lead_to_has_no_place_and_is_named(damage: dict[str, object], inside: Inside) -> None:
    one, _ = somebody(inside)
    plain = {"on_map": [one, 0, 0], **damage}
    with pytest.raises(PageDamagedError):
        glance(looked_at(page_of(Visit(), visit=plain)))
    keeps(inside, visit_of(one, 1), 0)
    inside.keep(Page("", 0, {**page_of(Visit()).document, "visit": plain}))
    past = over_time(inside, kept_map(inside))
    assert [time.began for time in past.of_part(one).shown] == [FIRST]
    assert len(past.damaged) == (damage != {"on_map": [-1, 0, 0]})


def test_a_page_that_cannot_be_read_at_all_is_named_too(inside: Inside) -> None:
    one, other = somebody(inside)
    keeps(inside, sides_of(one, other, [(1, 0), (2, 0)]), 0)
    inside.keep(Page("", 0, {"kind": "visit", "form": 1, "visit": {"on_map": 4}}))
    sides = {"on_map": [0, one, other], "said": 4}
    inside.keep(Page("", 0, {**page_of(Visit()).document, "visit": sides}))
    past = over_time(inside, kept_map(inside))
    assert len(past.damaged) == 1
    assert len(past.of_tie(tie_between(inside)).shown) == 1 and len(past.damaged) == 2
