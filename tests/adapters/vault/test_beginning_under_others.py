"""A vault that begins while others do, where something was left over, or where the program ended in between."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.adapters.vault.keeping import MINE, NEXT, Place, at_once, close, documents, file_of, held, in_memory, kept
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import AlreadyKeptError, LockedError
from unforced.domain.page import Standing


class Looked(NamedTuple):
    """What a look at a file says of it."""

    st_ino: int
    st_ctime_ns: int
    st_size: int


def test_of_eight_that_begin_at_once_one_begins_and_the_others_are_told(filed: Place) -> None:
    begun: list[Place] = []
    told: list[AlreadyKeptError] = []

    def begins() -> None:
        vault = filed.vault()
        try:
            vault.begin(vault.prepare(MINE))
            begun.append(filed)
        except AlreadyKeptError as refusal:
            told.append(refusal)

    at_once([begins] * 8)
    assert (len(begun), len(told)) == (1, 7)
    assert not [name for name in held(file_of(filed).parent) if name.startswith("new-")]
    filed.unlocked(MINE)


def test_a_program_that_ended_between_making_the_file_and_beginning_leaves_nothing_kept(filed: Place) -> None:
    filed.store.make()
    vault = filed.vault()
    assert vault.standing() is Standing.ABSENT
    vault.begin(vault.prepare(MINE))
    assert documents(filed.unlocked()) == []


def test_a_file_that_was_taken_home_is_adopted_where_nobody_had_begun(filed: Place) -> None:
    theirs = in_memory(Path()).begun()
    kept(theirs, words="from home")
    filed.store.make()
    filed.vault().adopt(theirs.inside.take_home(), MINE)
    assert documents(filed.unlocked()) == [{"words": "from home"}]


def test_a_beginning_whose_keys_were_forgotten_is_locked_and_writes_nothing(filed: Place, tmp_path: Path) -> None:
    vault = filed.vault()
    beginning = vault.prepare(MINE)
    beginning.made.keys.forget()  # type: ignore[attr-defined]
    with pytest.raises(LockedError):
        vault.begin(beginning)
    assert vault.standing() is Standing.ABSENT
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("refusal", [errno.EPERM, errno.ENOTSUP])
def test_a_file_system_without_hard_links_begins_all_the_same(
    filed: Place, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    def refused(_path: Path, _target: Path) -> None:
        raise OSError(refusal, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    kept(filed.begun(), words="mine")
    assert documents(filed.unlocked()) == [{"words": "mine"}]
    with pytest.raises(AlreadyKeptError):
        filed.vault().begin(filed.vault().prepare(NEXT))


def test_a_journal_that_a_lost_file_left_is_never_read_into_a_new_one(filed: Place) -> None:
    vault = filed.begun()
    kept(vault, words="old")
    journal = file_of(filed).with_name("vault.sqlite3-wal")
    old = journal.read_bytes()
    vault.forget_everything()
    journal.parent.mkdir()
    journal.write_bytes(old)
    vault = filed.begun()
    assert vault.inside.open_all() == ((), (), ())
    kept(vault, words="new")
    close(file_of(filed))
    assert documents(filed.unlocked()) == [{"words": "new"}]


def test_a_new_file_under_the_number_of_one_that_went_is_never_taken_for_it(
    filed: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed.begun()
    store = filed.store
    assert store.there()
    close(file_of(filed))
    number, stat = file_of(filed).stat().st_ino, Path.stat
    for path in file_of(filed).parent.iterdir():
        path.unlink()
    TableStore(file_of(filed).parent).make()

    def numbered(path: Path, **named: bool) -> object:
        found = stat(path, **named)
        return Looked(number, found.st_ctime_ns, found.st_size) if path == file_of(filed) else found

    monkeypatch.setattr(Path, "stat", numbered)
    assert not store.there()


def test_looking_for_a_file_that_somebody_took_away_never_makes_one(filed: Place) -> None:
    filed.begun()
    store = filed.store
    filed.vault().forget_everything()
    file_of(filed).parent.mkdir()
    deeds: list[Callable[[], object]] = [store.settle, store.there, store.erase]
    for deed in deeds:
        deed()
        assert not file_of(filed).exists()


def test_a_file_that_goes_just_before_it_is_opened_is_never_made_anew(
    filed: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed.begun()
    store = filed.store
    assert isinstance(store, TableStore)
    file = file_of(filed)
    monkeypatch.setattr(TableStore, "_inode", lambda _: 1)  # it was there a moment ago
    close(file)
    file.rename(file.with_name("away"))
    with pytest.raises(Exception, match="refused"):
        store.settle()
    assert not file.exists()
