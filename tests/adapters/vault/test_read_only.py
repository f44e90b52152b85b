"""Where nothing can be written nothing is acknowledged, and nothing is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import MINE, Place, close, documents, file_of, held, in_tables, kept
from unforced.domain.errors import (
    ReadOnlyError,
)
from unforced.domain.page import Standing


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
