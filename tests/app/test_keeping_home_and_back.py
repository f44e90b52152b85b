"""What was taken home comes back: equal by content, nothing replaced, and twice is the same as once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.vault.keeping import Place, flipped, in_memory
from unforced.app.bring_back import Brought, beside_name, bring_back
from unforced.app.take_home import as_json, pages_of
from unforced.domain.errors import NothingKeptError
from unforced.domain.page import Document, Page
from unforced.ports import Inside

NAMES = tuple(f"{number:02x}" * 16 for number in range(4))
DEEDS = st.tuples(
    st.sampled_from(("keep", "again", "stale", "forget", "back")), st.sampled_from(NAMES), st.integers(0, 2)
)
Bringing = Callable[[Iterable[Page], Inside], Brought]


def somewhere() -> Inside:
    """What is in another open vault: nothing yet."""
    return in_memory(Path()).begun().inside


HERE, THERE = somewhere(), somewhere()


def emptied(inside: Inside) -> Inside:
    """The same vault with nothing in it."""
    found = inside.open_all()
    for page in (*found.pages, *(each.page for each in found.leaving)):
        inside.forget_now(page.id)
    return inside


def filled(inside: Inside, deeds: Iterable[tuple[str, str, int]]) -> Inside:
    """A vault after all this: pages kept, kept again, kept from an older window, forgotten and taken back."""
    for deed, name, what in deeds:
        there = {page.id: page.revision for page in inside.open_all().pages}
        revision = {"again": there.get(name, 0), "stale": 7}.get(deed, 0)
        try:
            if deed == "forget":
                inside.forget(name)
            elif deed == "back":
                inside.take_back(name)
            else:
                inside.keep(Page(name, revision if name in there else 0, {"words": f"{what}"}))
        except NothingKeptError:
            continue
    return inside


def pages_in(inside: Inside) -> dict[str, Document]:
    """Every page that stays, by name."""
    return {page.id: page.document for page in inside.open_all().pages}


def leaving(inside: Inside) -> dict[str, Document]:
    """Every page that was forgotten, by name."""
    return {each.page.id: each.page.document for each in inside.open_all().leaving}


def contents(pages: Iterable[Document]) -> set[object]:
    """What pages say, whichever others they stand beside."""
    return {document.get("words") for document in pages}


def differences(bringing: Bringing, home: Inside, here: Inside) -> list[str]:
    """What is lost, replaced or doubled when everything from home is brought here, twice."""
    before, gone = pages_in(here), leaving(here)
    pages = pages_of(as_json(home))
    bringing(pages, here)
    once = pages_in(here), leaving(here)
    again = bringing(pages, here)
    found = [] if contents(once[0].values()) >= contents(p.document for p in pages) else ["something didn't come"]
    found += ["something was replaced"] if any(once[0].get(name) != before[name] for name in before) else []
    found += ["something is gone"] if not gone.keys() <= {**once[0], **once[1]}.keys() else []
    found += ["twice is not once"] if (pages_in(here), leaving(here)) != once or again.new or again.beside else []
    return found


@settings(max_examples=120)
@given(st.lists(DEEDS, max_size=8), st.lists(DEEDS, max_size=8))
def test_twice_is_always_the_same_as_once_and_nothing_is_ever_lost_or_replaced(
    home: list[tuple[str, str, int]], here: list[tuple[str, str, int]]
) -> None:
    assert differences(bring_back, filled(emptied(HERE), home), filled(emptied(THERE), here)) == []


@pytest.mark.slow
@settings(max_examples=1_500)
@given(st.lists(DEEDS, max_size=14), st.lists(DEEDS, max_size=14))
def test_however_much_was_kept_and_forgotten_twice_is_the_same_as_once(
    home: list[tuple[str, str, int]], here: list[tuple[str, str, int]]
) -> None:
    assert differences(bring_back, filled(emptied(HERE), home), filled(emptied(THERE), here)) == []


@settings(max_examples=40)
@given(st.lists(DEEDS, max_size=10))
def test_brought_into_an_empty_vault_it_is_always_equal(deeds: list[tuple[str, str, int]]) -> None:
    home, here = filled(emptied(HERE), deeds), emptied(THERE)
    brought = bring_back(pages_of(as_json(home)), here)
    assert pages_in(here) == pages_in(home) and brought == Brought(new=len(pages_in(home)))
    assert as_json(here) == as_json(home)


def in_its_place(pages: Iterable[Page], inside: Inside) -> Brought:
    """A wrong way: what is brought replaces what is here."""
    for page in pages:
        inside.forget_now(page.id)
        inside.keep(page)
    return Brought()


def under_new_names(pages: Iterable[Page], inside: Inside) -> Brought:
    """A wrong way: everything comes in once more."""
    for page in pages:
        inside.keep(Page("", 0, page.document))
    return Brought()


def only_new_names(pages: Iterable[Page], inside: Inside) -> Brought:
    """A wrong way: what has a name that is here is passed over."""
    there = {**pages_in(inside), **leaving(inside)}
    for page in pages:
        if page.id not in there:
            inside.keep(page)
    return Brought()


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (in_its_place, "something was replaced"),
        (under_new_names, "twice is not once"),
        (only_new_names, "something didn't come"),
    ],
)
def test_other_ways_of_bringing_back_would_be_noticed(wrong: Bringing, found: str) -> None:
    home = filled(emptied(HERE), [("keep", NAMES[0], 1)])
    assert found in differences(wrong, home, filled(emptied(THERE), [("keep", NAMES[0], 2)]))


def test_a_page_with_other_content_comes_in_beside_and_says_so() -> None:
    home = filled(emptied(HERE), [("keep", NAMES[0], 1), ("keep", NAMES[1], 1)])
    here = filled(emptied(THERE), [("keep", NAMES[0], 2), ("keep", NAMES[1], 1)])
    pages = pages_of(as_json(home))
    assert bring_back(pages, here) == Brought(new=1, beside=1, known=1)
    name = beside_name(pages[0])
    assert pages_in(here)[name] == {"words": "1", "copy_of": NAMES[0]}
    assert bring_back(pages, here) == Brought(known=2)
    inside_changed = here.open(name)
    here.keep(Page(name, inside_changed.revision, {"words": "went on"}))
    assert bring_back(pages, here) == Brought(known=2), "somebody went on with it; it stays theirs"
    here.forget(name)
    assert bring_back(pages, here) == Brought(new=1, beside=1, known=1)
    assert pages_in(here)[name] == {"words": "went on"}


def test_a_forgotten_page_comes_back_and_one_forgotten_at_home_does_not() -> None:
    home = filled(emptied(HERE), [("keep", NAMES[0], 1), ("keep", NAMES[1], 1), ("forget", NAMES[1], 0)])
    pages = pages_of(as_json(home))
    assert [page.id for page in pages] == [NAMES[0]]
    home.forget(NAMES[0])
    assert bring_back(pages, home) == Brought(new=1)
    assert set(pages_in(home)) == {NAMES[0]} and set(leaving(home)) == {NAMES[1]}
    home.forget_now(NAMES[0])
    assert bring_back(pages, home) == Brought(new=1)


@pytest.mark.parametrize("also_beside", [False, True])
def test_beside_a_damaged_page_twice_is_the_same_as_once_too(also_beside: bool) -> None:
    place: Place = in_memory(Path())
    here = filled(place.begun().inside, [("keep", NAMES[0], 1)])
    pages = pages_of(as_json(here))
    damaged = [Page(NAMES[0], 0, {})] + [Page(beside_name(pages[0]), 0, {})] * also_beside
    if also_beside:
        here.keep(Page(damaged[1].id, 0, {"words": "beside"}))
    for page in damaged:
        place.put(page, flipped(place.sealed(page), 900))
    assert bring_back(pages, here) == Brought(new=1, beside=1)
    assert bring_back(pages, here) == Brought(known=1)
    assert contents(pages_in(here).values()) == {"1"} and len(here.open_all().damaged) == len(damaged)
