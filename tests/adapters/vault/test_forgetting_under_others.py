"""What is forgotten while somebody else reads, sweeps or has another clock: nobody is told that it is gone for good
before it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import DAY, Place, documents, file_of, held, kept
from unforced.domain.errors import InUseError, LeftBehindError, LockedError, NothingKeptError
from unforced.domain.page import Standing


@contextmanager
def somebody_reading(path: Path) -> Iterator[None]:
    """Another program in the middle of reading; it keeps the journal from being emptied."""
    reader = sqlite3.connect(path, isolation_level=None)
    try:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM page").fetchall()
        yield
    finally:
        reader.close()


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a reader that won't end."""
    monkeypatch.setattr("unforced.adapters.vault.framework.PATIENCE", 0.2)


def left(sealed: bytes, place: Place) -> bool:
    """Whether any file of the folder still holds the text of what was sealed."""
    return any(sealed[97:] in found for found in held(file_of(place).parent).values())


def test_forgotten_now_beside_a_reader_says_what_is_left_and_once_more_completes_it(filed: Place) -> None:
    vault = filed.begun()
    page = kept(vault, words="one")
    sealed, copy = filed.sealed(page), file_of(filed).with_name("before-0-vault.sqlite3")
    copy.write_bytes(sealed)
    with somebody_reading(file_of(filed)):
        with pytest.raises(LeftBehindError):
            vault.inside.forget_now(page.id)
        with pytest.raises(NothingKeptError):
            vault.inside.open(page.id)
        assert left(sealed, filed)
        assert not copy.exists()
        with pytest.raises(InUseError):
            filed.store.settle()
    vault.inside.forget_now(page.id)
    assert not left(sealed, filed)


def test_everything_forgotten_beside_a_reader_is_gone_and_a_new_vault_begins(filed: Place) -> None:
    vault = filed.begun()
    sealed = filed.sealed(kept(vault, words="one"))
    other = filed.vault()
    assert other.standing() is Standing.LOCKED
    with somebody_reading(file_of(filed)):
        vault.forget_everything()
        assert not file_of(filed).exists()
        assert other.standing() is Standing.ABSENT
        kept(filed.begun(), words="new")
    assert documents(filed.unlocked()) == [{"words": "new"}]
    assert not left(sealed, filed)


def test_what_was_swept_while_it_is_open_is_nothing_kept(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    vault.inside.forget(page.id)
    place.now += 8 * DAY
    place.vault().sweep()
    with pytest.raises(NothingKeptError):
        vault.inside.open(page.id)
    assert vault.inside.open_all() == ((), (), ())


def test_nothing_is_taken_back_after_its_day_even_where_nobody_swept(place: Place) -> None:
    vault = place.begun()
    page = kept(vault, words="one")
    vault.inside.forget(page.id)
    place.now += 8 * DAY
    with pytest.raises(NothingKeptError):
        vault.inside.take_back(page.id)


def test_a_clock_set_back_over_days_never_takes_a_page_sooner_and_it_can_be_taken_back(place: Place) -> None:
    vault = place.begun()
    page, other = kept(vault, words="one"), kept(vault, words="two")
    days = vault.inside.forget(page.id), vault.inside.forget(other.id)
    place.now -= 400 * DAY
    place.vault().sweep()
    assert (vault.inside.forget(page.id), vault.inside.forget(other.id)) == days
    vault.inside.take_back(page.id)
    place.now += 407 * DAY
    place.vault().sweep()
    assert place.unlocked().inside.open_all() == ((page,), (), ())


def test_a_locked_vault_says_locked_before_it_says_empty_or_absent(place: Place) -> None:
    vault = place.begun()
    inside = vault.inside
    assert inside.open_all() == ((), (), ())
    vault.lock()
    for deed in (inside.open_all, lambda: inside.open("00" * 16), inside.tidy):
        with pytest.raises(LockedError):
            deed()
