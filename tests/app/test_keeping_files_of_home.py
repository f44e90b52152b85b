"""The JSON that is taken home: one that isn't ours, is newer or broken never brings anything."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.test_keeping_home_and_back import emptied, somewhere
from unforced.app.bring_back import bring_back
from unforced.app.documents import FORM
from unforced.app.take_home import DEEPEST, PROGRAM, as_json, pages_of
from unforced.domain.errors import NewerFormatError, PageDamagedError
from unforced.domain.page import Page

NAME = "ab" * 16
INSIDE = somewhere()


def file(**change: Any) -> str:
    """A JSON file with one page, and what was changed about it."""
    page = {"id": NAME, "document": {"words": "mine"}}
    return json.dumps({"program": PROGRAM, "form": FORM, "pages": [page], **change})


def one(**change: Any) -> str:
    """A JSON file whose second page was changed."""
    page = {"id": NAME, "document": {"words": "mine"}}
    return file(pages=[page, {key: value for key, value in {**page, **change}.items() if value is not ...}])


def nested(levels: int) -> Any:
    """Lists in lists."""
    inner: Any = []
    for _ in range(levels - 1):
        inner = [inner]
    return inner


NO_PROGRAM: tuple[Any, ...] = ("Unforced", None, 1, [], "another")
NO_FORM: tuple[Any, ...] = (None, "1", 1.0, 0, -1, True, [])
NO_PAGES: tuple[Any, ...] = (None, 3, {"a": 1}, "ab", [None], [[]], ["x"])
NO_NAME: tuple[Any, ...] = (None, 3, "", "ab", "zz" * 16, NAME + "ab", ...)
NO_DOCUMENT: tuple[Any, ...] = (None, [], "words", 3, ...)
NOT_TO_BE_KEPT: tuple[Any, ...] = (float("nan"), float("inf"), "\ud800", nested(DEEPEST))
BROKEN = [
    *("", " ", "null", "[]", "3", '"unforced"', "{}", "{", "\ufeff{}", "\x00", file()[:-3], "[" * 5_000, file() + "x"),
    *(file(program=program) for program in NO_PROGRAM),
    *(file(form=form) for form in NO_FORM),
    *(file(pages=pages) for pages in NO_PAGES),
    *(one(id=name) for name in NO_NAME),
    *(one(document=document) for document in NO_DOCUMENT),
    *(one(document={"a": value}) for value in NOT_TO_BE_KEPT),
    file().replace('"mine"', "1e999"),
    file().replace('"mine"', "[" * 3_000 + "]" * 3_000),
    file().replace('"mine"', "1" * 5_000),
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_file_that_is_not_one_of_ours_never_brings_anything(text: str) -> None:
    inside = emptied(INSIDE)
    with pytest.raises(PageDamagedError):
        bring_back(pages_of(text), inside)
    assert not inside.open_all().pages


@pytest.mark.parametrize("form", [FORM + 1, 10**40])
def test_a_newer_file_is_never_read(form: int) -> None:
    for text in (file(form=form), file(form=form, pages="something new")):
        with pytest.raises(NewerFormatError):
            pages_of(text)


def test_a_whole_file_opens() -> None:
    assert pages_of(file()) == (Page(NAME, 0, {"words": "mine"}),)
    assert pages_of(file(pages=[])) == () and pages_of(file(more=1)) == pages_of(file())
    assert len(pages_of(one(document={"a": nested(DEEPEST - 2)}))) == 2


def test_a_name_is_one_however_it_is_written() -> None:
    other = "AB" * 16
    spaced = " ".join([NAME[:16], NAME[16:]])
    assert {page.id for page in pages_of(one(id=other)) + pages_of(one(id=spaced))} == {NAME}
    inside = emptied(INSIDE)
    bring_back(pages_of(one(id=other)), inside)
    assert [page.id for page in inside.open_all().pages] == [NAME]


@settings(max_examples=300)
@given(st.data())
def test_any_slip_in_a_file_brings_whole_pages_or_nothing(data: st.DataObject) -> None:
    whole = one(id="cd" * 16)
    at = data.draw(st.integers(0, len(whole) - 1))
    put = data.draw(st.sampled_from(["", "{", "]", '"', ",", "1", "-", "e9", "null", "NaN", "\x00", "\\ud800", "é"]))
    try:
        pages = pages_of(whole[:at] + put + whole[at + data.draw(st.integers(0, 3)) :])
    except (PageDamagedError, NewerFormatError):
        return
    inside = emptied(INSIDE)
    bring_back(pages, inside)
    assert {page.id for page in inside.open_all().pages} >= {page.id for page in pages}
    assert pages_of(as_json(inside))


def test_where_nothing_is_kept_the_file_is_empty_and_comes_back() -> None:
    assert pages_of(as_json(emptied(INSIDE))) == ()
