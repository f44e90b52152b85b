"""The Vault port, a file that is taken home: it holds what was kept, and opens elsewhere, over every store."""

from __future__ import annotations

import pytest

from tests.adapters.vault.keeping import (
    MINE,
    NEXT,
    Place,
    flipped,
    kept,
)
from unforced.domain.errors import (
    AlreadyKeptError,
    ForeignFileError,
    KeyDoesNotFitError,
    NewerFormatError,
    VaultError,
)
from unforced.domain.page import Standing
from unforced.domain.recovery_code import RecoveryCode


def test_what_was_taken_home_is_equal_by_content_and_twice_is_the_same_as_once(place: Place) -> None:
    vault = place.begun()
    pages = [kept(vault, words="one"), kept(vault, words="two")]
    leaving = kept(vault, words="leaving")
    vault.inside.forget(leaving.id)
    file = vault.inside.take_home()
    for secret in (MINE, place.code):
        found = vault.look_into(file, secret)
        assert sorted(found.pages, key=lambda page: page.id) == sorted(pages, key=lambda page: page.id)
        assert (found.leaving, found.damaged) == ((), ())
    with pytest.raises(AlreadyKeptError):
        vault.adopt(file, MINE)
    vault.forget_everything()
    assert place.vault().adopt(file, place.code).pages == found.pages
    again = place.unlocked(MINE)
    assert sorted(again.inside.open_all().pages, key=lambda page: page.id) == sorted(pages, key=lambda page: page.id)
    assert again.look_into(again.inside.take_home(), MINE) == found
    place.vault().recover(place.code, NEXT)


def test_looking_into_a_file_changes_nothing_and_needs_its_own_key(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="one")
    file = vault.inside.take_home()
    vault.change_passphrase(MINE, NEXT)
    with pytest.raises(KeyDoesNotFitError):
        vault.look_into(file, NEXT)
    with pytest.raises(KeyDoesNotFitError):
        vault.look_into(file, RecoveryCode(bytes(20)))
    assert len(vault.look_into(file, MINE).pages) == 1
    with pytest.raises(KeyDoesNotFitError):
        place.vault().unlock(MINE)


def test_a_file_that_is_cut_or_changed_or_newer_is_never_adopted(place: Place) -> None:
    vault = place.begun()
    kept(vault, words="one")
    file = vault.inside.take_home()
    vault.forget_everything()
    refused: list[tuple[bytes, type[VaultError]]] = [
        (b"", ForeignFileError),
        (b"a letter to somebody", ForeignFileError),
        (file[:-1], ForeignFileError),
        (flipped(file, 8 * 200), ForeignFileError),
        (file[:4] + b"\2" + file[5:], NewerFormatError),
    ]
    for changed, answer in refused:
        with pytest.raises(answer):
            place.vault().look_into(changed, MINE)
        with pytest.raises(answer):
            place.vault().adopt(changed, MINE)
    assert place.vault().standing() is Standing.ABSENT
