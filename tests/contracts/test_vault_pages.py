"""The Vault port, pages: what was acknowledged is there afterwards, over every store."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import (
    Place,
    at_once,
    documents,
    in_memory,
    kept,
)
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.domain.errors import (
    NothingKeptError,
)
from unforced.domain.page import Page


def test_what_was_kept_is_there_afterwards_word_for_word(place: Place) -> None:
    document = {
        "words": "Ünï 🌊 \u0000 \ud800",
        "when": [1, 2.5, None, True],
        "deep": {"b": {}, "a": []},
        "long": "x" * 70000,
    }
    vault = place.begun()
    page = kept(vault, **document)
    assert (page.revision, len(page.id)) == (1, 32)
    assert vault.inside.open(page.id) == Page(page.id, 1, document)
    again = place.unlocked()
    assert again.inside.open(page.id) == page
    assert again.inside.open_all().pages == (page,)


def test_a_page_kept_again_is_the_same_page_at_its_next_revision(place: Place) -> None:
    vault = place.begun()
    first = kept(vault, words="one")
    second = vault.inside.keep(Page(first.id, 1, {"words": "two"}))
    assert second == (Page(first.id, 2, {"words": "two"}), False)
    assert documents(place.unlocked()) == [{"words": "two"}]


def test_a_page_under_a_chosen_name_is_found_by_it(place: Place) -> None:
    vault = place.begun()
    name = "0f" * 16
    assert vault.inside.keep(Page(name, 0, {"words": "here"})).page == Page(name, 1, {"words": "here"})
    assert place.unlocked().inside.open(name).document == {"words": "here"}


def test_a_page_that_serves_a_purpose_is_found_by_it_after_a_restart_and_by_nobody_else(place: Place) -> None:
    vault = place.begun()
    name = vault.inside.name_of("inner map")
    vault.inside.keep(Page(name, 0, {"words": "the map"}))
    again = place.unlocked()
    assert again.inside.open(again.inside.name_of("inner map")).document == {"words": "the map"}
    assert again.inside.name_of("what stays away") != name
    assert in_memory(Path()).begun().inside.name_of("inner map") != name


def test_a_page_that_nobody_kept_is_nothing_kept(place: Place) -> None:
    inside = place.begun().inside
    for name in ("00" * 16, "no name"):
        with pytest.raises(NothingKeptError):
            inside.open(name)
        with pytest.raises(NothingKeptError):
            inside.forget(name)
        with pytest.raises(NothingKeptError):
            inside.keep(Page(name, 3, {}))


def test_what_cannot_be_kept_leaves_everything_as_it_was(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    with pytest.raises(ValueError):
        vault.inside.keep(Page(page.id, 1, {"number": float("nan")}))
    assert vault.inside.open_all().pages == (page,)


def test_whoever_kept_a_page_later_finds_theirs_in_a_second_copy(place: Place) -> None:
    here = place.begun()
    there = place.unlocked()
    page = kept(here, words="one")
    here.inside.keep(Page(page.id, 1, {"words": "here"}))
    second = there.inside.keep(Page(page.id, 1, {"words": "there"}))
    assert second.copied
    assert second.page.id != page.id
    assert second.page == Page(second.page.id, 1, {"words": "there", "copy_of": page.id})
    assert documents(here) == [{"copy_of": page.id, "words": "there"}, {"words": "here"}]


def test_three_writers_on_one_page_never_lose_a_piece(place: Place) -> None:
    page = kept(place.begun(), pieces=[])
    writers = [place.unlocked() for _ in range(3)]

    def writes(vault: SealedVault, mine: int) -> None:
        for piece in range(5):
            found = vault.inside.open(page.id)
            pieces: list[object] = [*found.document["pieces"], [mine, piece]]  # type: ignore[misc]
            vault.inside.keep(Page(page.id, found.revision, {"pieces": pieces}))

    at_once([partial(writes, vault, mine) for mine, vault in enumerate(writers)])
    found = [piece for document in documents(place.unlocked()) for piece in document["pieces"]]  # type: ignore[attr-defined]
    assert all([mine, piece] in found for mine in range(3) for piece in range(5))
