"""An older state put back under an open vault is refused, even where nothing was read since the last page was kept."""

from __future__ import annotations

import pytest

from tests.adapters.vault.keeping import MINE, Place, flipped, kept
from unforced.domain.errors import PageDamagedError
from unforced.domain.page import Page


def test_a_whole_state_put_back_right_after_somebody_kept_a_page_is_never_read(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    sealed, register = place.sealed(page), place.register()
    vault.inside.keep(Page(page.id, 1, {"words": "two"}))
    place.put(page, sealed)
    place.put_register(register)
    with pytest.raises(PageDamagedError):
        vault.inside.open(page.id)
    with pytest.raises(PageDamagedError):
        kept(vault, words="three")


def test_what_is_taken_home_beside_a_page_that_was_cut_still_opens(place: Place) -> None:
    vault = place.begun()
    cut, whole = kept(vault, words="cut"), kept(vault, words="whole")
    place.put(cut, b"short")
    found = vault.look_into(vault.inside.take_home(), MINE)
    assert (found.pages, found.damaged) == ((whole,), (cut.id,))


def test_whoever_saw_more_is_not_given_a_mended_vault_before_they_mend_it_or_unlock_it_again(place: Place) -> None:
    here, there = place.begun(), place.unlocked()
    page = kept(here, words="one")
    for revision in range(1, 5):
        here.inside.keep(Page(page.id, revision, {"words": revision}))
    place.put_register(flipped(place.register(), 8 * 150))
    there.inside.mend()
    with pytest.raises(PageDamagedError):
        here.inside.open(page.id)
    assert here.inside.open_all().pages == there.inside.open_all().pages
    here.unlock(MINE)
    assert here.inside.open(page.id).document == {"words": 4}
