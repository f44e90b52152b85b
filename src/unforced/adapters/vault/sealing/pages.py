"""A sealed page: one revision of one document.

    0  magic "unfP" · 4 format · 5 person (16) · 21 page (16) · 37 revision (8) · 45 key of the page, AES-KW (40)
    85 nonce (12) · 97 text, AES-256-GCM, with its tag (16)

What stands before the wrapped key is associated data, with the application's name before it. The wrapped key is not,
so that a single page can be shared by wrapping its key again. The key is fresh for every revision. The text is its
length (4) and the document, filled with zeros up to one of few sizes, so that the size says little.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from unforced.adapters.vault.sealing.keys import APP, KEY, Keys
from unforced.domain.errors import KeyDoesNotFitError, NewerFormatError, PageDamagedError

FORMAT = 1
MAGIC = b"unfP"
HEAD = struct.Struct(">4sB16s16sQ")
WRAPPED, NONCE, TAG = KEY + 8, 12, 16
BEFORE_TEXT = HEAD.size + WRAPPED + NONCE
SIZES = (256, 1024, 4096, 16384, 65536)
STEP = SIZES[-1]  # above the largest size, in steps of it
LENGTH = struct.Struct(">I")
Chance = Callable[[int], bytes]


class Head(NamedTuple):
    """What a sealed page says about itself: which revision of which page of whom."""

    magic: bytes
    format: int
    person: bytes
    page: bytes
    revision: int


def seal(content: bytes, page: bytes, revision: int, keys: Keys, chance: Chance) -> bytes:
    """One revision, sealed. ``page``: its name, 16 bytes; ``revision`` counts from 1; ``chance`` gives random bytes."""
    head = HEAD.pack(MAGIC, FORMAT, keys.person, page, revision)
    key, nonce = chance(KEY), chance(NONCE)
    text = AESGCM(key).encrypt(nonce, filled(content), APP + head)
    return head + aes_key_wrap(keys.pages_key, key) + nonce + text


def open_sealed(sealed: bytes, page: bytes, revision: int, keys: Keys) -> bytes:
    """The document's bytes, where this is that revision of that page.

    Raises KeyDoesNotFitError for a page of another person, NewerFormatError, and PageDamagedError for everything else.
    """
    head = read_head(sealed)
    if head.person != keys.person:
        raise KeyDoesNotFitError("a page of another person")
    if (head.page, head.revision) != (page, revision):
        raise PageDamagedError("another page or another revision")
    wrapped, nonce = sealed[HEAD.size : HEAD.size + WRAPPED], sealed[HEAD.size + WRAPPED : BEFORE_TEXT]
    try:
        key = aes_key_unwrap(keys.pages_key, wrapped)
        text = AESGCM(key).decrypt(nonce, sealed[BEFORE_TEXT:], APP + sealed[: HEAD.size])
    except (InvalidUnwrap, InvalidTag):
        raise PageDamagedError("the seal is broken") from None
    return _emptied(text)


def read_head(sealed: bytes) -> Head:
    """What a sealed page says about itself. Nothing of it is proved before it is opened."""
    if len(sealed) < HEAD.size or sealed[:4] != MAGIC:
        raise PageDamagedError("no page")
    head = Head(*HEAD.unpack_from(sealed))
    if head.format > FORMAT:
        raise NewerFormatError(f"page of format {head.format}")
    if head.format != FORMAT or head.revision == 0 or len(sealed) < BEFORE_TEXT + SIZES[0] + TAG:
        raise PageDamagedError("cut short, or never made by this program")
    return head


def tag_of(sealed: bytes) -> bytes:
    """The tag of a sealed page, 16 bytes: no two revisions share one."""
    return sealed[-TAG:]


def filled(content: bytes) -> bytes:
    """The content with its length before it and zeros after it, up to the next size."""
    whole = LENGTH.pack(len(content)) + content
    size = next((size for size in SIZES if size >= len(whole)), -(-len(whole) // STEP) * STEP)
    return whole.ljust(size, b"\0")


def _emptied(text: bytes) -> bytes:
    (length,) = LENGTH.unpack_from(text)
    content = text[LENGTH.size : LENGTH.size + length]
    if filled(content) != text:
        raise PageDamagedError("filled in another way")
    return content
