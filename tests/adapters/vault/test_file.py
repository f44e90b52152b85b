"""The file of a vault: nobody else may read it, asking makes nothing, and what isn't ours is never touched."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import MINE, Place, close, documents, in_tables, kept
from unforced.adapters.vault.framework import alias_for
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import (
    ForeignFileError,
    InUseError,
    LockedError,
    NewerFormatError,
    ReadOnlyError,
    VaultError,
)
from unforced.domain.page import Page, Standing


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[Place]:
    """A place in a file."""
    here = in_tables(tmp_path)
    yield here
    close(file_of(here))


def file_of(place: Place) -> Path:
    """The file that a place is in."""
    assert isinstance(place.store, TableStore)
    return place.store.path


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def mode(path: Path) -> int:
    """Who may do what with it."""
    return path.stat().st_mode & 0o777


# Who may read it


def test_the_folder_and_every_file_in_it_are_for_the_person_alone(filed: Place) -> None:
    old = os.umask(0)
    try:
        kept(filed.begun(), words="mine")
        folder = file_of(filed).parent
        assert mode(folder) == 0o700
        assert {path.name for path in folder.iterdir()} > {"vault.sqlite3", "vault.sqlite3-wal"}
        assert {mode(path) for path in folder.iterdir()} == {0o600}
    finally:
        os.umask(old)


def test_a_folder_that_others_could_read_is_closed_when_a_vault_begins_in_it(filed: Place) -> None:
    folder = file_of(filed).parent
    folder.mkdir(mode=0o755)
    filed.begun()
    assert mode(folder) == 0o700


def test_the_connection_is_as_careful_as_it_says(filed: Place) -> None:
    kept(filed.begun(), words="mine")
    from django.db import connections  # noqa: PLC0415

    with connections[alias_for(file_of(filed))].cursor() as cursor:
        found = {}
        for name in ("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys", "trusted_schema"):
            found[name] = cursor.execute(f"PRAGMA {name}").fetchone()[0]
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,  # full
        "secure_delete": 1,
        "temp_store": 2,  # memory
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    assert patience == 5000


# What isn't ours


def test_asking_and_trying_make_no_file_and_no_folder(filed: Place, tmp_path: Path) -> None:
    vault = filed.vault()
    vault.standing()
    vault.prepare(MINE)
    vault.sweep()
    vault.forget_everything()
    deeds: list[Callable[[], None]] = [lambda: vault.unlock(MINE), lambda: vault.recover(filed.code, MINE)]
    for deed in deeds:
        with pytest.raises(VaultError):
            deed()
    assert list(tmp_path.iterdir()) == []


def a_letter(path: Path) -> None:
    path.write_bytes(b"Dear diary, this is no database at all. " * 100)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE person (id BLOB)")
        database.commit()


def cut_short(path: Path) -> None:
    ours(path, 1)
    path.write_bytes(path.read_bytes()[:-5000])


def cut_inside_its_head(path: Path) -> None:
    ours(path, 1)
    path.write_bytes(path.read_bytes()[:50])


def newer(path: Path) -> None:
    ours(path, 2)


def ours(path: Path, version: int) -> None:
    """A vault with a few pages, marked with this version of the tables."""
    place = in_tables(path.parent.parent / "elsewhere")
    vault = place.begun()
    for n in range(20):
        kept(vault, words=n)
    close(file_of(place))
    path.write_bytes(file_of(place).read_bytes())
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA user_version={version}")


REFUSED: dict[Callable[[Path], None], type[VaultError]] = {
    a_letter: ForeignFileError,
    nothing: ForeignFileError,
    another_program: ForeignFileError,
    cut_short: ForeignFileError,
    cut_inside_its_head: ForeignFileError,
    newer: NewerFormatError,
}


@pytest.mark.parametrize("made", REFUSED, ids=lambda made: made.__name__)
def test_what_is_not_ours_is_refused_by_every_deed_and_never_touched(
    filed: Place, made: Callable[[Path], None]
) -> None:
    path = file_of(filed)
    path.parent.mkdir()
    made(path)
    before = held(path.parent)
    taken_home = in_tables(path.parent.parent / "third").begun().inside.take_home()
    deeds: list[Callable[[SealedVault], object]] = [
        lambda vault: vault.standing(),
        lambda vault: vault.begin(vault.prepare(MINE)),
        lambda vault: vault.unlock(MINE),
        lambda vault: vault.recover(filed.code, MINE),
        lambda vault: vault.change_passphrase(MINE, MINE),
        lambda vault: vault.adopt(taken_home, MINE),
        lambda vault: vault.sweep(),
        lambda vault: vault.forget_everything(),
    ]
    for deed in deeds:
        with pytest.raises(REFUSED[made]):
            deed(filed.vault())
        assert held(path.parent) == before


# What can't be written


def test_a_place_that_can_never_be_a_folder_is_read_only_and_leaves_nothing(filed: Place, tmp_path: Path) -> None:
    (tmp_path / "vault").write_bytes(b"a file where the folder should be")
    vault = filed.vault()
    assert vault.standing() is Standing.ABSENT
    with pytest.raises(ReadOnlyError):
        vault.begin(vault.prepare(MINE))
    assert vault.standing() is Standing.ABSENT
    assert held(tmp_path) == {"vault": b"a file where the folder should be"}


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a disk can't be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_on_a_disk_that_turned_read_only_nothing_is_acknowledged_and_nothing_lost(disk: Path) -> None:
    place = in_tables(disk)
    kept(place.begun(), words="mine")
    close(file_of(place))
    before = held(file_of(place).parent)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    deeds: list[Callable[[], None]] = [lambda: place.vault().unlock(MINE), lambda: place.vault().forget_everything()]
    for deed in deeds:
        with pytest.raises(ReadOnlyError):
            deed()
    close(file_of(place))
    assert held(file_of(place).parent) == before
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    assert documents(place.unlocked()) == [{"words": "mine"}]
    close(file_of(place))


# A file that was replaced


def test_nothing_is_ever_acknowledged_into_a_vault_that_was_forgotten(filed: Place) -> None:
    with ThreadPoolExecutor(1) as elsewhere:  # a thread of its own keeps its own connection open
        theirs = elsewhere.submit(filed.begun).result()
        page = elsewhere.submit(kept, theirs, words="old").result()
        filed.vault().forget_everything()
        vault = filed.begun()
        kept(vault, words="new")
        for deed in (
            lambda: theirs.inside.keep(Page(page.id, 1, {"words": "old, and further"})),
            lambda: kept(theirs, words="another"),
            lambda: theirs.inside.open(page.id),
            lambda: theirs.inside.forget_now(page.id),
        ):
            with pytest.raises(LockedError):
                elsewhere.submit(deed).result()
        elsewhere.submit(close, file_of(filed)).result()
    assert documents(filed.unlocked()) == [{"words": "new"}]


def test_what_is_kept_after_the_same_vault_came_back_from_a_file_is_really_there(filed: Place) -> None:
    with ThreadPoolExecutor(1) as elsewhere:
        theirs = elsewhere.submit(filed.begun).result()
        page = elsewhere.submit(kept, theirs, words="one").result()
        file = elsewhere.submit(theirs.inside.take_home).result()
        vault = filed.vault()
        vault.forget_everything()
        vault.adopt(file, MINE)
        elsewhere.submit(theirs.inside.keep, Page(page.id, 1, {"words": "two"})).result()
        elsewhere.submit(close, file_of(filed)).result()
    assert documents(filed.unlocked()) == [{"words": "two"}]


def test_a_file_that_goes_in_the_middle_of_a_change_is_noticed(filed: Place) -> None:
    vault = filed.begun()
    kept(vault, words="mine")
    with pytest.raises(InUseError), filed.rows() as change:
        change.put_page(bytes(16), b"never acknowledged")
        file_of(filed).rename(file_of(filed).with_name("away"))
    assert vault.standing() is Standing.ABSENT
