"""Looking through bytes for words and secrets, in every form in which somebody could read them."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

from bench.web_canaries import forms_of, unpacked
from unforced.adapters.vault.sealing.keys import Keys
from unforced.domain.recovery_code import RecoveryCode

NEAR = 200  # bytes after the beginning of a canary in which all of it lies, in any form
ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
WINDOW = 1 << 20


def forms(word: str) -> list[bytes]:
    """A word as it could lie in a file: UTF-8, UTF-16 in two orders, base64 at three places, hexadecimal digits."""
    digits = word.encode().hex()
    return [*forms_of(word), digits.encode(), digits.upper().encode()]


def _layers(held: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them."""
    yield from unpacked(held)
    view = memoryview(held)
    for found in ZLIB.finditer(held):
        try:
            yield zlib.decompressobj().decompress(view[found.start() : found.start() + WINDOW], 1 << 22)
        except zlib.error:
            continue


def words_in(held: bytes, words: list[str]) -> set[str]:
    """The canaries that can be read in these bytes."""
    found: set[str] = set()
    for layer in _layers(held):
        for form, begins in enumerate(forms(words[0].partition("x")[0])):
            near = b" ".join(layer[at.start() : at.start() + NEAR] for at in re.finditer(re.escape(begins), layer))
            found |= {word for word in words if forms(word)[form] in near} if near else set()
    return found


def secrets_in(held: bytes, code: RecoveryCode, keys: Keys) -> set[str]:
    """Whether the recovery code or a key can be read in these bytes, as they are or written out."""
    spelled = code.spelled()
    wanted = {
        "recovery code": [*forms(spelled), *forms(spelled.replace(" ", "")), *_written_out(code.secret)],
        "person key": _written_out(keys.person_key),
        "pages key": _written_out(keys.pages_key),
    }
    layers = list(_layers(held))
    return {name for name, forms in wanted.items() if any(form in layer for form in forms for layer in layers)}


def _written_out(secret: bytes) -> list[bytes]:
    return [secret, secret.hex().encode(), secret.hex().upper().encode(), base64.b64encode(secret)[:-4]]
