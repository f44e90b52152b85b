"""From rows to pages: what opens is a page, and what doesn't is named and blocks nothing."""

from __future__ import annotations

from collections.abc import Mapping

from unforced.adapters.vault.documents import read
from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.sealing.pages import open_sealed, read_head, tag_of
from unforced.adapters.vault.sealing.register import Entry, Register
from unforced.domain.errors import KeyDoesNotFitError, NewerFormatError, PageDamagedError
from unforced.domain.page import REGISTER, Leaving, Opened, Page

REFUSED = (PageDamagedError, KeyDoesNotFitError, NewerFormatError)


def opened(name: bytes, sealed: bytes | None, entry: Entry, keys: Keys) -> Page:
    """One page. PageDamagedError where it is missing, changed, or not the revision that the register names."""
    if sealed is None or tag_of(sealed) != entry.tag:
        raise PageDamagedError("missing, or not the present revision")
    return Page(name.hex(), entry.revision, read(open_sealed(sealed, name, entry.revision, keys)))


def all_opened(rows: Mapping[bytes, bytes], register: Register, keys: Keys) -> Opened:
    """Every page of the register, and what is stored beside it."""
    pages, leaving, damaged = [], [], [name.hex() for name in rows if name not in register.entries]
    for name, entry in register.entries.items():
        if entry.goes and name not in rows:
            continue  # its day came while the vault was locked
        try:
            page = opened(name, rows.get(name), entry, keys)
        except REFUSED:
            damaged.append(name.hex())
            continue
        leaving.append(Leaving(page, entry.goes)) if entry.goes else pages.append(page)
    return Opened(tuple(pages), tuple(leaving), tuple(damaged))


def found_again(rows: Mapping[bytes, bytes], keys: Keys) -> Opened:
    """Every page that proves itself, where the register can't be read."""
    pages, damaged = [], [REGISTER]
    for name, sealed in rows.items():
        try:
            revision = read_head(sealed).revision
            pages.append(Page(name.hex(), revision, read(open_sealed(sealed, name, revision, keys))))
        except REFUSED:
            damaged.append(name.hex())
    return Opened(tuple(pages), (), tuple(damaged))
