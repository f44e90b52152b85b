"""What can be kept can be read again everywhere: odd documents and odd names are refused before they are sealed."""

from __future__ import annotations

import pytest

from tests.adapters.vault.keeping import Place, kept
from unforced.adapters.vault.documents import DEEPEST, read, written
from unforced.domain.errors import NothingKeptError, PageDamagedError
from unforced.domain.page import Document, Page


def nested(steps: int) -> Document:
    """A document whose innermost value stands so many steps inside it, in objects and lists by turns."""
    value: object = 0
    for step in range(steps - 1):
        value = [value] if step % 2 else {"in": value}
    return {"in": value}


def test_a_document_as_deep_as_is_allowed_is_kept_and_read_again(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, **nested(DEEPEST))
    assert place.unlocked().inside.open(page.id).document == nested(DEEPEST)


def test_a_deeper_document_is_refused_and_nothing_of_it_is_kept(place: Place) -> None:
    vault = place.begun()
    for steps in (DEEPEST + 1, 930, 100_000):
        with pytest.raises(PageDamagedError):
            vault.inside.keep(Page("", 0, nested(steps)))
    assert vault.inside.open_all() == ((), (), ())


def test_a_reader_never_falls_over_a_document_that_is_far_too_deep() -> None:
    with pytest.raises(PageDamagedError):
        read(b'{"in":' * 100_000 + b"0" + b"}" * 100_000)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_in_json_is_none_here(number: str) -> None:
    with pytest.raises(PageDamagedError):
        read(b'{"number":%s}' % number.encode())
    with pytest.raises(ValueError):
        written({"number": float(number)})


@pytest.mark.parametrize("name", ["ab", "00" * 15, "00" * 17, "0", "no name at all"])
def test_a_name_that_is_not_sixteen_bytes_is_no_name_for_any_deed(place: Place, name: str) -> None:
    inside = place.begun().inside
    for deed in (
        lambda: inside.keep(Page(name, 0, {})),
        lambda: inside.open(name),
        lambda: inside.forget(name),
        lambda: inside.take_back(name),
        lambda: inside.forget_now(name),
    ):
        with pytest.raises(NothingKeptError):
            deed()
