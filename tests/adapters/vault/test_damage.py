"""What somebody with the disk changed, put back, took away or put in is refused, and never read as the person's own.

The control shows what the format doesn't see: a whole vault put back.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.vault.keeping import (
    MINE,
    WRONG,
    Place,
    documents,
    flipped,
    in_memory,
    kept,
)
from unforced.domain.errors import (
    KeyDoesNotFitError,
    LockedError,
    NothingKeptError,
    PageDamagedError,
    VaultError,
)
from unforced.domain.page import Page


def test_a_page_that_was_changed_is_refused_and_blocks_no_other(place: Place) -> None:
    vault = place.begun()
    page, stays = kept(vault, words="one"), kept(vault, words="stays")
    place.put(page, flipped(place.sealed(page), 8 * 150))
    for again in (vault, place.unlocked()):
        with pytest.raises(PageDamagedError):
            again.inside.open(page.id)
        assert again.inside.open_all() == ((stays,), (), (page.id,))
    vault.inside.keep(Page(stays.id, 1, {"words": "goes on"}))


def test_an_older_revision_put_back_is_never_read_as_the_present_one(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    older = place.sealed(page)
    vault.inside.keep(Page(page.id, 1, {"words": "two"}))
    place.put(page, older)
    for again in (vault, place.unlocked()):
        with pytest.raises(PageDamagedError):
            again.inside.open(page.id)
        assert again.inside.open_all().damaged == (page.id,)


def test_an_older_register_put_back_is_refused_by_whoever_saw_the_newer(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    older, register = place.sealed(page), place.register()
    vault.inside.keep(Page(page.id, 1, {"words": "two"}))
    assert vault.inside.open(page.id).revision == 2
    place.put(page, older)
    place.put_register(register)
    with pytest.raises(PageDamagedError):
        vault.inside.open(page.id)


def test_two_pages_that_changed_places_are_both_refused(place: Place) -> None:
    vault = place.begun()
    one, two = kept(vault, words="one"), kept(vault, words="two")
    sealed = place.sealed(one), place.sealed(two)
    place.put(one, sealed[1])
    place.put(two, sealed[0])
    for page in (one, two):
        with pytest.raises(PageDamagedError):
            vault.inside.open(page.id)
    assert set(vault.inside.open_all().damaged) == {one.id, two.id}


def test_a_page_of_another_person_never_opens_here(place: Place) -> None:
    somebody_else = in_memory(Path())
    theirs = somebody_else.begun()
    foreign = somebody_else.sealed(kept(theirs, words="theirs"))
    vault = place.begun()
    page = kept(vault, words="mine")
    place.put(page, foreign)
    with pytest.raises(PageDamagedError):
        vault.inside.open(page.id)
    place.put_register(somebody_else.register())
    with pytest.raises(KeyDoesNotFitError):
        place.unlocked().inside.open(page.id)


def test_a_page_that_was_taken_away_is_named_and_rows_that_were_put_in_are_too(place: Place) -> None:
    vault = place.begun()
    page, stays = kept(vault, words="one"), kept(vault, words="stays")
    sealed = place.sealed(page)
    with place.rows() as change:
        change.drop_pages([bytes.fromhex(page.id)])
        change.put_page(bytes(16), sealed)
        change.put_page(bytes([7] * 16), b"anything")
    found = vault.inside.open_all()
    assert found.pages == (stays,)
    assert set(found.damaged) == {page.id, "00" * 16, "07" * 16}
    with pytest.raises(PageDamagedError):
        vault.inside.open(page.id)
    with pytest.raises(NothingKeptError):
        vault.inside.open("00" * 16)


def test_a_damaged_register_blocks_writing_and_never_reading_until_it_is_mended(place: Place) -> None:
    vault = place.begun()
    pages = [kept(vault, words=word) for word in ("one", "two")]
    broken = kept(vault, words="broken")
    place.put(broken, flipped(place.sealed(broken), 8 * 150))
    place.put_register(flipped(place.register(), 8 * 150))
    vault = place.unlocked()
    found = vault.inside.open_all()
    assert set(found.damaged) == {"register", broken.id}
    assert {page.id for page in found.pages} == {page.id for page in pages}
    for deed in (lambda: kept(vault, words="three"), lambda: vault.inside.forget(pages[0].id), vault.inside.take_home):
        with pytest.raises(PageDamagedError):
            deed()
    vault.inside.mend()
    kept(vault, words="three")
    again = place.unlocked()
    assert documents(again) == [{"words": "one"}, {"words": "three"}, {"words": "two"}]
    assert again.inside.open_all().damaged == (broken.id,)


def test_a_damaged_lock_is_damage_and_never_a_wrong_passphrase_and_the_code_still_opens(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="mine")
    with place.store.change() as change:
        row = change.person()
        assert row is not None
        change.put_person(row._replace(passphrase_lock=flipped(row.passphrase_lock, 8 * 60)))
    with pytest.raises(PageDamagedError):
        place.vault().unlock(MINE)
    place.vault().recover(place.code, MINE)
    assert documents(place.unlocked()) == [{"words": "mine"}]


def test_locked_and_a_key_that_does_not_fit_and_damage_are_three_answers(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="mine")
    answers: list[str] = []
    inside = vault.inside
    place.put(page, place.sealed(page)[:-1])
    for deed in (lambda: inside.open(page.id), vault.lock, lambda: vault.inside, lambda: place.vault().unlock(WRONG)):
        try:
            deed()
        except VaultError as refusal:
            answers.append(refusal.code)
    assert answers == ["page_damaged", "locked", "key_does_not_fit"]
    assert not issubclass(LockedError, (KeyDoesNotFitError, PageDamagedError))


def test_the_control_a_page_and_its_register_put_back_together_before_unlocking_are_read(place: Place) -> None:
    """A whole vault put back is a vault: nothing outside of it remembers. The specification says so."""
    vault = place.begun()
    page = kept(vault, words="one")
    older, register = place.sealed(page), place.register()
    vault.inside.keep(Page(page.id, 1, {"words": "two"}))
    place.put(page, older)
    place.put_register(register)
    assert documents(place.unlocked()) == [{"words": "one"}]
