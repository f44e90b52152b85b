"""What was forgotten for good is not on the disk any more: not in the file, not in its journal, not in a copy.

The control shows that the search would find it: with secure_delete off it does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.adapters.vault.keeping import DAY, MINE, Place, file_of, kept
from unforced.adapters.vault.framework import PRAGMAS, alias_for
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.domain.page import Page


def left_of(sealed: bytes, folder: Path) -> set[str]:
    """The files that still hold any 16 bytes in a row of what was sealed."""
    pieces = [sealed[at : at + 16] for at in range(97, len(sealed) - 16, 48)]
    found = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name for name, held in found.items() if any(piece in held for piece in pieces)}


def some_pages(place: Place) -> tuple[SealedVault, dict[str, bytes]]:
    """A vault with pages of several sizes, each kept twice, and everything that was ever sealed of every second one."""
    vault = place.begun()
    sealed: dict[str, bytes] = {}
    for n in range(8):
        page = kept(vault, words="a" * (10, 700, 3000, 20000)[n % 4])
        first = place.sealed(page)
        vault.inside.keep(Page(page.id, 1, {"words": "b" * (10, 700, 3000, 20000)[n % 4]}))
        if n % 2:
            sealed[page.id] = first + place.sealed(page)
    path = file_of(place)
    path.with_name(f"before-0-{path.name}").write_bytes(path.read_bytes() + b"".join(sealed.values()))
    assert all(left_of(held, path.parent) for held in sealed.values())
    return vault, sealed


def now(vault: SealedVault, page: str, _place: Place) -> None:
    vault.inside.forget_now(page)


def by_a_sweep(vault: SealedVault, page: str, place: Place) -> None:
    vault.inside.forget(page)
    place.now += 7 * DAY
    vault.sweep()


def by_unlocking(vault: SealedVault, page: str, place: Place) -> None:
    vault.inside.forget(page)
    place.now += 7 * DAY
    vault.unlock(MINE)


def with_everything(vault: SealedVault, _page: str, _place: Place) -> None:
    vault.forget_everything()


@pytest.mark.parametrize("forgets", [now, by_a_sweep, by_unlocking, with_everything])
def test_of_what_was_forgotten_no_copy_and_no_journal_ever_holds_a_piece(
    filed: Place, forgets: Callable[[SealedVault, str, Place], None]
) -> None:
    vault, sealed = some_pages(filed)
    for page in sealed:
        forgets(vault, page, filed)
    assert [left_of(held, file_of(filed).parent) for held in sealed.values()] == [set()] * 4


def test_after_forgetting_everything_not_even_the_folder_is_left(filed: Place) -> None:
    vault, _ = some_pages(filed)
    vault.forget_everything()
    assert not file_of(filed).parent.exists()


def test_the_control_a_file_that_only_lets_go_of_pages_still_holds_them(filed: Place) -> None:
    alias_for(file_of(filed), PRAGMAS.replace("secure_delete=ON", "secure_delete=OFF"))
    vault, sealed = some_pages(filed)
    for page in sealed:
        vault.inside.forget_now(page)
    assert any(left_of(held, file_of(filed).parent) for held in sealed.values())


def test_nothing_that_was_written_can_be_read_in_the_folder(filed: Place) -> None:
    vault = filed.begun()
    page = kept(vault, title="canary-title", words="canary-words")
    vault.inside.forget(page.id)
    taken = vault.inside.take_home()
    for path in file_of(filed).parent.iterdir():
        for canary in ("canary-title", "canary-words", "a quiet place by the sea", filed.code.spelled()):
            for spelled in (canary.encode(), canary.encode("utf-16-le"), canary.replace(" ", "").encode()):
                assert spelled not in path.read_bytes() + taken
