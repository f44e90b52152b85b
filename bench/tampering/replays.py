"""Older revisions of a page, put back into a real vault."""

from __future__ import annotations

from functools import partial

from bench.tampering.pages import (
    REVISIONS,
)
from bench.tampering.tally import Tally, answer_of
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import FLOOR
from unforced.adapters.vault.store import Store
from unforced.domain.errors import PageDamagedError
from unforced.domain.page import Page
from unforced.domain.passphrase import Passphrase

MINE = Passphrase.from_raw("a quiet place by the sea")


def replays(store: Store, rounds: int, with_its_register: bool = False) -> Tally:
    """Each older revision of a page put back into a real vault, open and unlocked anew.

    ``with_its_register``: the control. The register of that time is put back as well, and the program started anew.
    """
    tally = Tally()
    vault = SealedVault(store, lambda: 1_700_000_000.0, cost=FLOOR)
    vault.begin(vault.prepare(MINE))
    for _ in range(rounds):
        page = vault.inside.keep(Page("", 0, {"words": 0})).page
        older = [stored(store, page)]
        for revision in range(1, REVISIONS):
            page = vault.inside.keep(Page(page.id, revision, {"words": revision})).page
            older.append(stored(store, page))
        for sealed, register in older[:-1]:
            put_back(store, page, sealed, register if with_its_register else None)
            again = SealedVault(store, lambda: 1_700_000_000.0, cost=FLOOR)
            again.unlock(MINE)
            for looking in (again,) if with_its_register else (vault, again):
                tally.take(answer_of(partial(looking.inside.open, page.id)), PageDamagedError.code)
        put_back(store, page, *older[-1])
    return tally


def stored(store: Store, page: Page) -> tuple[bytes, bytes]:
    """What is stored of a page, and the register beside it."""
    with store.change() as change:
        row, sealed = change.person(), change.page(bytes.fromhex(page.id))
    assert row is not None
    assert sealed is not None
    return sealed, row.register


def put_back(store: Store, page: Page, sealed: bytes, register: bytes | None) -> None:
    """Puts an older state in its place, by hand."""
    with store.change() as change:
        row = change.person()
        assert row is not None
        change.put_page(bytes.fromhex(page.id), sealed)
        if register is not None:
            change.put_person(row._replace(register=register))
