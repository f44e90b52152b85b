"""Pages that are broken, and pages of a newer version: refused as a whole, and the person is told which it was."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.walks import TONIGHT, some_way_in_once
from unforced.app.documents import FORM, document_of
from unforced.app.kept import VISIT, KeptVisit, go_on, kept_of
from unforced.domain.errors import NewerFormatError, NothingKeptError, PageDamagedError
from unforced.domain.page import Page
from unforced.domain.visit import Phase
from unforced.ports import Inside

CURIOUS = some_way_in_once()["curious"]
WHOLE: dict[str, Any] = {
    "kind": VISIT,
    "form": FORM,
    "began": "2026-03-04T22:10+02:00",
    "changed": "2026-03-04T22:10+02:00",
    "visit": document_of(CURIOUS),
}


def test_a_whole_document_opens_and_what_it_leaves_out_is_empty() -> None:
    assert kept_of(Page("ab" * 16, 2, WHOLE)) == KeptVisit(CURIOUS, TONIGHT, TONIGHT, name="ab" * 16, revision=2)


Wrong = tuple[dict[str, Any], type[Exception]]


def with_each(key: str, values: tuple[Any, ...], error: type[Exception] = PageDamagedError) -> list[Wrong]:
    """Each of the values under this key, and what it leads to."""
    return [({key: value}, error) for value in values]


BROKEN: list[Wrong] = [
    *with_each("form", (None, "1", 0, True)),
    ({"form": FORM + 1}, NewerFormatError),
    *with_each("kind", (None, "bounds", 1, []), NothingKeptError),
    *with_each("began", (None, 20260304, "yesterday", "", "2026-03-04T25:00", [])),
    *with_each("changed", (None,)),
    *with_each("draft", (None, "x", [], {"words": 1}, {"picks": "ab"}, {"more": 1})),
    *with_each("copy_of", (1, None)),
    *with_each("visit", (None, [], {"phase": "asking"}, {"phase": "elsewhere"})),
]


@pytest.mark.parametrize(("change", "error"), BROKEN)
def test_a_broken_page_is_never_half_a_visit(inside: Inside, change: dict[str, Any], error: type[Exception]) -> None:
    page = inside.keep(Page("", 0, {**WHOLE, **change})).page
    with pytest.raises(error):
        go_on(page.id, inside, TONIGHT)
    for missing in {"form", "began", "changed", "visit"} & set(change):
        with pytest.raises(PageDamagedError):
            kept_of(Page("", 0, {key: value for key, value in WHOLE.items() if key != missing}))


@pytest.mark.parametrize("when", ["0001-01-01T00:00", "9999-12-31T23:59", "0001-01-01T00:00+23:59"])
def test_a_time_at_the_edge_of_the_calendar_is_later_or_damaged(inside: Inside, when: str) -> None:
    page = inside.keep(Page("", 0, {**WHOLE, "changed": when})).page
    try:
        assert go_on(page.id, inside, TONIGHT).visit.phase in (Phase.BODY, Phase.SHELF)
    except PageDamagedError:
        assert "+" not in when


def test_a_time_without_its_distance_from_utc_is_in_the_time_of_this_computer() -> None:
    assert kept_of(Page("", 0, {**WHOLE, "began": "2026-03-04T22:10"})).began.tzinfo is not None
