"""After another passphrase was set nothing in the folder opens with the old one, and no lock is lost on the way."""

from __future__ import annotations

import pytest
from argon2.exceptions import HashingError

from tests.adapters.vault.keeping import MINE, NEXT, Place, close, documents, file_of, held, kept
from unforced.adapters.vault import keyhole
from unforced.adapters.vault.sealing.locks import make_lock
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import KeyDoesNotFitError, NoMemoryError, NoSpaceError, NothingKeptError

COPY = "before-0-vault.sqlite3"


def lock_of(place: Place) -> bytes:
    """The lock of the passphrase."""
    with place.store.change() as change:
        row = change.person()
    assert row is not None
    return row.passphrase_lock


def test_the_old_lock_is_in_no_file_of_the_folder(filed: Place) -> None:
    vault = filed.begun()
    old = lock_of(filed)
    assert any(old[50:90] in found for found in held(file_of(filed).parent).values())
    vault.change_passphrase(MINE, NEXT)
    assert not any(old[50:90] in found for found in held(file_of(filed).parent).values())


def test_no_copy_from_before_an_upgrade_opens_with_the_old_passphrase_or_the_code(filed: Place) -> None:
    filed.begun()
    path = file_of(filed)
    close(path)
    path.with_name(COPY).write_bytes(path.read_bytes())
    filed.unlocked().change_passphrase(MINE, NEXT)
    assert not path.with_name(COPY).exists()
    path.with_name(COPY).write_bytes(b"once more")
    filed.vault().recover(filed.code, MINE)
    assert not path.with_name(COPY).exists()


@pytest.mark.parametrize("by_code", [False, True])
def test_a_vault_begun_anew_during_a_change_never_gets_the_lock_of_the_old_one(
    place: Place, monkeypatch: pytest.MonkeyPatch, by_code: bool
) -> None:
    vault, code, made = place.begun(), place.code, make_lock

    def meanwhile(*given: object) -> bytes:
        lock = made(*given)  # type: ignore[arg-type]
        monkeypatch.setattr(keyhole, "make_lock", made)
        place.vault().forget_everything()
        kept(place.begun(), words="new")
        return lock

    monkeypatch.setattr(keyhole, "make_lock", meanwhile)
    with pytest.raises(NothingKeptError):
        if by_code:
            vault.recover(code, NEXT)
        else:
            vault.change_passphrase(MINE, NEXT)
    assert documents(place.unlocked(MINE)) == [{"words": "new"}]


def test_a_change_that_is_done_is_never_said_to_have_failed_by_a_disk_without_room_for_the_rest(
    filed: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = filed.begun()

    def full(_store: TableStore) -> None:
        raise NoSpaceError("full")

    with monkeypatch.context() as patch:
        patch.setattr(TableStore, "settle", full)
        vault.change_passphrase(MINE, NEXT)
    with pytest.raises(KeyDoesNotFitError):
        filed.unlocked(MINE)
    filed.unlocked(NEXT)


def test_without_memory_for_stretching_it_is_said_so_and_nothing_changes(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = place.begun()

    def none(*_: object) -> bytes:
        raise HashingError

    with monkeypatch.context() as patch:
        patch.setattr("unforced.adapters.vault.sealing.keys.hash_secret_raw", none)
        with pytest.raises(NoMemoryError):
            place.vault().unlock(MINE)
        with pytest.raises(NoMemoryError):
            vault.change_passphrase(MINE, NEXT)
    place.unlocked(MINE)
