"""From one version of the tables to the next: rehearsed with steps, since version 1 is the first.

At every moment the file under its name is whole: the old one, or the new one. A sealed copy of the old one lies beside.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import MINE, NEXT, Place, close, documents, file_of, in_tables, kept
from unforced.adapters.vault import table_store
from unforced.adapters.vault.file import refuse_newer, schema_of
from unforced.adapters.vault.upgrading import Step, upgrade
from unforced.domain.errors import InUseError, KeyDoesNotFitError, NewerFormatError, VaultError

COPY = "before-1-vault.sqlite3"


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Place]:
    """A vault of version 1 with two pages, closed."""
    place = in_tables(tmp_path)
    vault = place.begun()
    kept(vault, words="one")
    kept(vault, words="x" * 5000)
    close(file_of(place))
    yield place
    close(file_of(place))


def names_beside(path: Path) -> list[str]:
    """What lies in the folder of a vault, apart from the room that was set aside for a full disk."""
    return sorted(found.name for found in path.parent.iterdir() if not found.name.startswith("spare-"))


def a_note_more(database: sqlite3.Connection) -> None:
    """A step as one might come: another column."""
    database.execute("ALTER TABLE page ADD COLUMN note INTEGER NOT NULL DEFAULT 0")


def a_page_less(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM page WHERE rowid = (SELECT min(rowid) FROM page)")


def a_seal_changed(database: sqlite3.Connection) -> None:
    database.execute("UPDATE page SET sealed = zeroblob(length(sealed))")


def a_lock_changed(database: sqlite3.Connection) -> None:
    database.execute("UPDATE person SET code_lock = passphrase_lock")


def an_end(_database: sqlite3.Connection) -> None:
    raise KeyboardInterrupt


def test_a_file_of_the_wanted_version_is_left_alone(old: Place) -> None:
    before = file_of(old).read_bytes()
    assert not upgrade(file_of(old))
    assert names_beside(file_of(old)) == ["vault.sqlite3"]
    assert file_of(old).read_bytes() == before


def test_an_older_file_becomes_the_new_one_and_a_copy_of_the_old_one_stays(old: Place, tmp_path: Path) -> None:
    path, before = file_of(old), file_of(old).read_bytes()
    assert upgrade(path, {1: a_note_more}, wanted=2)
    assert schema_of(path) == 2
    copy = path.with_name(COPY)
    assert names_beside(path) == [COPY, "vault.sqlite3"]
    assert {found.stat().st_mode & 0o777 for found in path.parent.iterdir()} == {0o600}
    assert schema_of(copy) == 1
    assert pages_of(copy) == pages_of(path)
    assert copy.read_bytes()[100:] == before[100:], "but for the journal's mode in the header"
    (tmp_path / "copied" / "vault").mkdir(parents=True)
    (tmp_path / "copied" / "vault" / "vault.sqlite3").write_bytes(copy.read_bytes())
    again = in_tables(tmp_path / "copied")
    assert documents(again.unlocked()) == documents_of(old)
    close(file_of(again))


def pages_of(path: Path) -> list[tuple[bytes, bytes]]:
    """The pages of a file, sealed."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT name, sealed FROM page ORDER BY name").fetchall()


def documents_of(old: Place) -> list[object]:
    """What the fixture kept."""
    del old
    return [{"words": "one"}, {"words": "x" * 5000}]


@pytest.mark.parametrize("step", [a_page_less, a_seal_changed, a_lock_changed])
def test_a_step_that_loses_or_changes_anything_is_refused_and_the_old_file_is_as_it_was(old: Place, step: Step) -> None:
    path, before = file_of(old), pages_of(file_of(old))
    with pytest.raises(VaultError):
        upgrade(path, {1: step}, wanted=2)
    assert (schema_of(path), pages_of(path)) == (1, before)
    assert documents(old.unlocked()) == documents_of(old)


def test_an_upgrade_that_ended_in_the_middle_is_done_again_from_the_old_file(old: Place) -> None:
    path, before = file_of(old), pages_of(file_of(old))
    with pytest.raises(KeyboardInterrupt):
        upgrade(path, {1: an_end}, wanted=2)
    assert (schema_of(path), pages_of(path)) == (1, before)
    assert upgrade(path, {1: a_note_more}, wanted=2)
    assert (schema_of(path), pages_of(path)) == (2, before)
    assert names_beside(path) == [COPY, "vault.sqlite3"]


def test_several_steps_are_taken_in_order(old: Place) -> None:
    taken: list[int] = []
    steps = {n: partial(lambda at, _: taken.append(at), n) for n in (3, 1, 2)}
    assert upgrade(file_of(old), steps, wanted=4)
    assert taken == [1, 2, 3]
    assert schema_of(file_of(old)) == 4


def test_a_file_that_somebody_has_open_is_never_upgraded_under_them(
    old: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, *_, **named: connect(path, 0.1, **named))
    with closing(connect(file_of(old))) as somebody:
        somebody.execute("SELECT * FROM page").fetchone()
        somebody.execute("BEGIN IMMEDIATE")
        with pytest.raises(InUseError):
            upgrade(file_of(old), {1: a_note_more}, wanted=2)
    assert schema_of(file_of(old)) == 1


def test_a_newer_file_is_never_taken_back(old: Place) -> None:
    upgrade(file_of(old), {1: a_note_more}, wanted=2)
    before = file_of(old).read_bytes()
    with pytest.raises(NewerFormatError):
        upgrade(file_of(old))
    assert file_of(old).read_bytes() == before


def test_the_program_upgrades_an_older_file_before_it_opens_it(old: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_store, "SCHEMA", 2)
    monkeypatch.setattr(table_store, "upgrade", lambda path: upgrade(path, {1: a_note_more}, wanted=2))
    monkeypatch.setattr(table_store, "refuse_newer", lambda found: refuse_newer(found, 2))
    vault = old.unlocked()
    assert documents(vault) == documents_of(old)
    assert file_of(old).with_name(COPY).exists()
    page = vault.inside.open_all().pages[0]
    vault.inside.forget_now(page.id)
    assert not file_of(old).with_name(COPY).exists(), "the copy still held what was forgotten"
    vault.change_passphrase(MINE, NEXT)
    with pytest.raises(KeyDoesNotFitError):
        old.unlocked(MINE)
