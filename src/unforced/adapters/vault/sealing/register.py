"""The register: which revision of which page is the present one. It is sealed like a page, and kept with the person.

Without it each page would prove itself, but an older revision put back, or a page taken away, would go unseen.
An entry is 44 bytes: page (16), revision (8), the tag of the sealed page (16), and the day on which a forgotten page
goes for good (4, as a proleptic ordinal; 0 for a page that stays). Entries are sorted by page.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from unforced.adapters.vault.sealing.keys import Keys
from unforced.adapters.vault.sealing.pages import Chance, open_sealed, read_head, seal
from unforced.domain.errors import PageDamagedError

ENTRY = struct.Struct(">16sQ16sI")
PURPOSE = b"register"


class Entry(NamedTuple):
    """The present revision of a page, its tag, and the day it goes (0: it stays)."""

    revision: int
    tag: bytes
    goes: int = 0


class Register(NamedTuple):
    """A register's own revision and its entries by page. Treated as a value: a change makes another one."""

    revision: int
    entries: dict[bytes, Entry]

    def with_entry(self, page: bytes, entry: Entry) -> Register:
        """The next register, with this entry."""
        return Register(self.revision + 1, {**self.entries, page: entry})

    def without(self, pages: frozenset[bytes]) -> Register:
        """The next register, without these pages."""
        return Register(self.revision + 1, {name: entry for name, entry in self.entries.items() if name not in pages})


def seal_register(register: Register, keys: Keys, chance: Chance) -> bytes:
    """The register, sealed under its own revision."""
    content = b"".join(ENTRY.pack(page, *entry) for page, entry in sorted(register.entries.items()))
    return seal(content, keys.name_for(PURPOSE), register.revision, keys, chance)


def open_register(sealed: bytes, keys: Keys) -> Register:
    """The register. Errors are those of a page."""
    revision = read_head(sealed).revision
    content = open_sealed(sealed, keys.name_for(PURPOSE), revision, keys)
    if len(content) % ENTRY.size:
        raise PageDamagedError("half an entry")
    entries = {page: Entry(revision, tag, goes) for page, revision, tag, goes in ENTRY.iter_unpack(content)}
    if [*entries] != sorted(entries) or len(entries) * ENTRY.size != len(content):
        raise PageDamagedError("entries out of order")
    return Register(revision, entries)
