"""The Vault port, what is forgotten: for seven days it can be taken back, and then it is gone, over every store."""

from __future__ import annotations

import pytest

from tests.adapters.vault.keeping import (
    DAY,
    MINE,
    NEXT,
    Place,
    kept,
)
from unforced.domain.errors import (
    KeyDoesNotFitError,
    LockedError,
    NothingKeptError,
)
from unforced.domain.page import Page, Standing


def test_what_was_forgotten_can_be_taken_back_within_seven_days(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    day = vault.inside.forget(page.id)
    assert day == vault.today() + 7
    with pytest.raises(NothingKeptError):
        vault.inside.keep(Page(page.id, 1, {"words": "two"}))
    place.now += 7 * DAY - 1 - place.now % DAY
    vault = place.unlocked()
    assert [(leaving.page, leaving.day) for leaving in vault.inside.open_all().leaving] == [(page, day)]
    assert vault.inside.open_all().pages == ()
    vault.inside.take_back(page.id)
    place.now += 30 * DAY
    place.vault().sweep()
    assert place.unlocked().inside.open_all() == ((page,), (), ())


@pytest.mark.parametrize("sweeping", ["by a sweep while it is locked", "by unlocking", "by a sweep while it is open"])
def test_after_seven_days_it_is_gone(place: Place, sweeping: str) -> None:
    vault = place.begun()
    page, stays = kept(vault, words="one"), kept(vault, words="stays")
    sealed = place.sealed(page)
    vault.inside.forget(page.id)
    place.now += 7 * DAY
    if sweeping == "by a sweep while it is locked":
        vault = place.vault()
        vault.sweep()
        with place.rows() as change:
            assert sealed not in change.pages().values()
        vault.unlock(MINE)
    elif sweeping == "by unlocking":
        vault = place.unlocked()
    else:
        vault.sweep()
    with place.rows() as change:
        assert sealed not in change.pages().values()
    assert vault.inside.open_all() == ((stays,), (), ())
    with pytest.raises(NothingKeptError):
        vault.inside.take_back(page.id)


def test_forgotten_now_is_gone_at_once_and_twice_is_once(place: Place) -> None:
    vault = place.begun()
    page, stays = kept(vault, words="one"), kept(vault, words="stays")
    vault.inside.forget_now(page.id)
    vault.inside.forget_now(page.id)
    with pytest.raises(NothingKeptError):
        vault.inside.open(page.id)
    with pytest.raises(NothingKeptError):
        vault.inside.keep(Page(page.id, 1, {"words": "back"}))
    with place.rows() as change:
        assert [*change.pages()] == [bytes.fromhex(stays.id)]


def test_everything_forgotten_is_gone_open_or_locked_and_a_new_vault_knows_nothing_of_it(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="one")
    old_code = place.code
    place.vault().forget_everything()  # locked
    assert vault.standing() is Standing.ABSENT
    with pytest.raises(LockedError):
        _ = vault.inside
    vault = place.begun()
    assert vault.inside.open_all() == ((), (), ())
    with pytest.raises(KeyDoesNotFitError):
        place.vault().recover(old_code, NEXT)
    vault.forget_everything()  # open
    assert vault.standing() is Standing.ABSENT
