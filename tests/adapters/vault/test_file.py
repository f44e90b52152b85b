"""The file of a vault: nobody else may read it, and nothing is acknowledged into one that was taken away."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import MINE, Place, close, documents, file_of, kept
from unforced.adapters.vault.framework import alias_for
from unforced.domain.errors import (
    InUseError,
    LockedError,
)
from unforced.domain.page import Page, Standing


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
