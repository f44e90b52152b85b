"""A bundle: a whole vault in one sealed file, to take home. The same passphrase and the same code open it.

    0  magic "unfH" · 4 format · then parts, each with its length before it (4): the lock of the passphrase, the lock
    of the code, the register, and the pages in the order of the register · at the end SHA-256 of all before (32)

The digest tells a file that was cut or changed from a secret that doesn't fit; what proves the parts are their seals.
"""

from __future__ import annotations

import hashlib
import struct
from typing import NamedTuple

from unforced.domain.errors import ForeignFileError, NewerFormatError

FORMAT = 1
MAGIC = b"unfH"
LENGTH = struct.Struct(">I")
DIGEST = 32
FIXED = 3  # parts before the pages


class Bundle(NamedTuple):
    """The parts, each still sealed."""

    passphrase_lock: bytes
    code_lock: bytes
    register: bytes
    pages: tuple[bytes, ...]


def pack(bundle: Bundle) -> bytes:
    """The file."""
    parts = (bundle.passphrase_lock, bundle.code_lock, bundle.register, *bundle.pages)
    whole = MAGIC + bytes([FORMAT]) + b"".join(LENGTH.pack(len(part)) + part for part in parts)
    return whole + hashlib.sha256(whole).digest()


def unpack(file: bytes) -> Bundle:
    """The parts of a file.

    Raises ForeignFileError for a file that is none, is cut short or was changed, and NewerFormatError.
    """
    if len(file) < 5 or file[:4] != MAGIC:
        raise ForeignFileError("not taken home by this program")
    if file[4] > FORMAT:
        raise NewerFormatError(f"file of format {file[4]}")
    whole, digest = file[:-DIGEST], file[-DIGEST:]
    if file[4] != FORMAT or hashlib.sha256(whole).digest() != digest:
        raise ForeignFileError("cut short or changed")
    parts = _parts(whole)
    if len(parts) < FIXED:
        raise ForeignFileError("parts are missing")
    return Bundle(parts[0], parts[1], parts[2], tuple(parts[FIXED:]))


def _parts(whole: bytes) -> list[bytes]:
    parts, at = [], len(MAGIC) + 1
    while at < len(whole):
        if at + LENGTH.size > len(whole):
            raise ForeignFileError("half a part")
        (length,) = LENGTH.unpack_from(whole, at)
        at += LENGTH.size
        if at + length > len(whole):
            raise ForeignFileError("half a part")
        parts.append(whole[at : at + length])
        at += length
    return parts
