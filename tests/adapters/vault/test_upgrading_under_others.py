"""While somebody upgrades a file, others can't write to the old one, take a half one, or upgrade it a second time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import Place, at_once, close, documents, file_of, held, kept
from unforced.adapters.vault import table_store
from unforced.adapters.vault.file import refuse_newer, schema_of
from unforced.adapters.vault.upgrading import upgrade
from unforced.domain.errors import ForeignFileError, NewerFormatError
from unforced.domain.page import Standing

WRITES = """
import sqlite3, sys
d = sqlite3.connect(sys.argv[1], timeout=0.2)
d.execute("UPDATE person SET tries=77")
d.commit()
"""
"""Another program that writes."""
LEAVES_A_JOURNAL = """
import os, sqlite3, sys
d = sqlite3.connect(sys.argv[1])
for pragma in ("journal_mode=DELETE", "user_version=2", "journal_mode=WAL"):
    d.execute("PRAGMA " + pragma)
d.execute("UPDATE person SET tries=3")
d.commit()
os._exit(0)
"""
"""A newer version of the program that ends in the middle."""


@pytest.fixture
def old(filed: Place) -> Iterator[Place]:
    """A vault with one page, closed."""
    kept(filed.begun(), words="one")
    close(file_of(filed))
    yield filed


def elsewhere(program: str, path: Path) -> int:
    """Runs another program on a file; returns how it ended."""
    return subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, check=False).returncode


def unheld(path: Path) -> dict[str, bytes]:
    """A folder without the journal's index, which is made anew by whoever looks."""
    return {name: found for name, found in held(path.parent).items() if not name.endswith("-shm")}


def test_what_another_program_writes_during_an_upgrade_is_refused_and_never_acknowledged_and_lost(old: Place) -> None:
    ended: list[int] = []
    upgrade(file_of(old), {1: lambda _: ended.append(elsewhere(WRITES, file_of(old)))}, 2)
    assert ended == [1]


def test_the_control_the_same_program_writes_when_nobody_upgrades(old: Place) -> None:
    assert elsewhere(WRITES, file_of(old)) == 0


def test_three_that_upgrade_at_once_take_each_step_once_and_lose_nothing(old: Place) -> None:
    taken: list[int] = []

    def step(database: sqlite3.Connection) -> None:
        taken.append(1)
        time.sleep(0.2)
        database.execute("ALTER TABLE page ADD COLUMN note INTEGER NOT NULL DEFAULT 0")

    at_once([partial(_upgraded, file_of(old), step)] * 3)
    assert taken == [1]
    assert schema_of(file_of(old)) == 2
    assert schema_of(file_of(old).with_name("before-1-vault.sqlite3")) == 1


def _upgraded(path: Path, step: Callable[[sqlite3.Connection], None]) -> None:
    upgrade(path, {1: step}, 2)


def test_a_file_forgotten_while_it_is_upgraded_never_comes_back(old: Place) -> None:
    vault = old.vault()
    path = file_of(old)

    def slowly(_: sqlite3.Connection) -> None:
        time.sleep(0.5)

    def forgets() -> None:
        time.sleep(0.2)
        table_store.TableStore(path.parent).erase()

    at_once([partial(_upgraded, path, slowly), forgets])
    assert not path.exists()
    assert vault.standing() is Standing.ABSENT


def test_a_newer_version_that_upgrades_just_before_a_change_is_noticed_inside_it(
    old: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = old.unlocked()
    begun = table_store.TableStore._begun

    def upgraded_first(store: table_store.TableStore, stack: object) -> str:
        monkeypatch.setattr(table_store.TableStore, "_begun", begun)
        close(store.path)
        upgrade(store.path, {1: lambda _: None}, 2)
        return begun(store, stack)  # type: ignore[arg-type]

    monkeypatch.setattr(table_store.TableStore, "_begun", upgraded_first)
    with pytest.raises(NewerFormatError):
        kept(vault, words="never written into the newer file")
    with closing(sqlite3.connect(file_of(old))) as database:
        assert database.execute("SELECT count(*) FROM page").fetchone() == (1,)


def test_a_newer_file_with_a_journal_beside_it_is_left_with_everything_that_lies_there(old: Place) -> None:
    elsewhere(LEAVES_A_JOURNAL, file_of(old))
    before = unheld(file_of(old))
    assert "vault.sqlite3-wal" in before
    with pytest.raises(NewerFormatError):
        old.vault().standing()
    assert unheld(file_of(old)) == before


def test_a_file_of_ours_without_a_version_is_foreign(old: Place) -> None:
    with closing(sqlite3.connect(file_of(old))) as database:
        database.execute("PRAGMA user_version=0")
    with pytest.raises(ForeignFileError):
        old.vault().standing()


def test_what_an_interrupted_upgrade_left_goes_with_everything(old: Place) -> None:
    def dies(_: sqlite3.Connection) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        upgrade(file_of(old), {1: dies}, 2)
    assert len(held(file_of(old).parent)) > 1
    old.vault().forget_everything()
    assert not file_of(old).parent.exists()


def test_an_older_program_after_an_upgrade_says_newer_and_the_newer_one_reads_on(
    old: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgrade(file_of(old), {1: lambda _: None}, 2)
    with pytest.raises(NewerFormatError):
        old.vault().standing()
    monkeypatch.setattr(table_store, "SCHEMA", 2)
    monkeypatch.setattr(table_store, "refuse_newer", lambda found: refuse_newer(found, 2))
    assert documents(old.unlocked()) == [{"words": "one"}]
