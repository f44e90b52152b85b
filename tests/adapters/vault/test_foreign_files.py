"""Asking makes no file, and what isn't ours is refused by every deed and never touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import MINE, Place, close, file_of, held, in_tables, kept
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.domain.errors import (
    ForeignFileError,
    NewerFormatError,
    VaultError,
)


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
