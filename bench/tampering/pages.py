"""Fifty pages of two people, and the ways to open one: two as the program does it, one careless on purpose."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from unforced.adapters.vault.contents import opened
from unforced.adapters.vault.documents import written
from unforced.adapters.vault.sealing.keys import APP, Keys
from unforced.adapters.vault.sealing.pages import HEAD, SIZES, open_sealed, seal
from unforced.adapters.vault.sealing.register import Entry
from unforced.domain.errors import PageDamagedError

PEOPLE, NAMES, REVISIONS = 2, 5, 5  # fifty pages: every revision of every page of both
Opening = Callable[[bytes, "Known"], object]


class Known(NamedTuple):
    """A page as its person knows it: what the register says of it, and what is stored."""

    keys: Keys
    name: bytes
    revision: int
    sealed: bytes

    @property
    def entry(self) -> Entry:
        """What the register says of it."""
        return Entry(self.revision, self.sealed[-16:])


def fifty_pages() -> list[Known]:
    """Every revision of the pages of two people: forty of 256 bytes, eight of 1 kB and two of 4 kB."""
    people = [Keys(os.urandom(16), os.urandom(32)) for _ in range(PEOPLE)]
    found: list[Known] = []
    for keys in people:
        for name in (os.urandom(16) for _ in range(NAMES)):
            for revision in range(1, REVISIONS + 1):
                size = SIZES[0 if len(found) % 25 < 20 else 1 if len(found) % 25 < 24 else 2]
                content = written({"words": "x" * (size - 100)})
                found.append(Known(keys, name, revision, seal(content, name, revision, keys, os.urandom)))
    return found


# Two ways to open a page: one that trusts the page's own head, as after a lost register, and the one of every day


def by_its_head(sealed: bytes, known: Known) -> object:
    """The seal alone."""
    return open_sealed(sealed, known.name, known.revision, known.keys)


def by_the_register(sealed: bytes, known: Known) -> object:
    """The seal, and the tag that the register has of it."""
    return opened(known.name, sealed, known.entry, known.keys)


def without_associated_data(sealed: bytes, known: Known) -> object:
    """Careless on purpose: what stands before the text is believed. Opens what was sealed in that way."""
    if sealed[:4] != b"unfP":
        raise PageDamagedError("no page")
    try:
        key = aes_key_unwrap(known.keys.pages_key, sealed[HEAD.size : 85])
        return AESGCM(key).decrypt(sealed[85:97], sealed[97:], None)
    except (InvalidTag, InvalidUnwrap):
        raise PageDamagedError("the seal is broken") from None


def without_binding(known: Known) -> Known:
    """The same page as a careless program would seal it: nothing but the text is authenticated."""
    key = aes_key_unwrap(known.keys.pages_key, known.sealed[HEAD.size : 85])
    head, nonce = known.sealed[: HEAD.size], known.sealed[85:97]
    text = AESGCM(key).decrypt(nonce, known.sealed[97:], APP + head)
    return known._replace(sealed=known.sealed[:97] + AESGCM(key).encrypt(nonce, text, None))
