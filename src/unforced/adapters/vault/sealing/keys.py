"""From a secret to the key of a page (safety.md, Keys).

    passphrase → Argon2id → HKDF → wrapping key ┐
    recovery code →         HKDF → wrapping key ┴→ AES-KW → person key → HKDF → pages key → AES-KW → key of a page

Primitives come from `cryptography` and `argon2-cffi`; what is ours is which goes into which, and what is bound to it.
"""

from __future__ import annotations

from typing import NamedTuple

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from unforced.domain.errors import LockedError, NoMemoryError

KEY = 32
SALT = 16
APP = b"unforced"


class Cost(NamedTuple):
    """What stretching a passphrase costs (RFC 9106): passes, memory in KiB, lanes."""

    passes: int = 3
    memory: int = 64 * 1024
    lanes: int = 4

    @property
    def allowed(self) -> bool:
        """Whether it is between the floor and the ceiling. Anything else was changed by somebody."""
        return all(low <= mine <= high for low, mine, high in zip(FLOOR, self, CEILING, strict=True))


COST = Cost()
FLOOR = Cost(2, 19 * 1024, 1)  # the least that OWASP's password storage cheat sheet names for Argon2id
CEILING = Cost(16, 1024 * 1024, 16)  # more than that would only stop the machine


def stretched(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """32 bytes from a passphrase, slowly. NoMemoryError where the memory for it isn't there."""
    try:
        return hash_secret_raw(passphrase, salt, cost.passes, cost.memory, cost.lanes, KEY, Type.ID)
    except HashingError:
        raise NoMemoryError("stretching needs more memory than there is") from None


def derived(secret: bytes, purpose: bytes, salt: bytes | None = None, length: int = KEY) -> bytes:
    """A key for one purpose (HKDF-SHA256, RFC 5869)."""
    return HKDF(SHA256(), length, salt, APP + b" " + purpose).derive(secret)


class Keys:
    """The keys of an unlocked person. Once forgotten, asking for them raises LockedError.

    ``forget`` overwrites what can be overwritten; Python may have made copies.
    """

    def __init__(self, person: bytes, person_key: bytes) -> None:
        self.person = person
        self._person_key = bytearray(person_key)
        self._pages_key = bytearray(derived(person_key, b"pages"))
        self._forgotten = False

    @property
    def person_key(self) -> bytes:
        """The random key that everything of this person hangs on."""
        return self._still(self._person_key)

    @property
    def pages_key(self) -> bytes:
        """The key that wraps the key of every page."""
        return self._still(self._pages_key)

    def name_for(self, purpose: bytes) -> bytes:
        """The name (16 bytes) of the one page that serves this purpose."""
        return derived(self.person_key, b"name " + purpose, length=16)

    def forget(self) -> None:
        """Overwrites the keys in place."""
        self._forgotten = True  # first, so that nobody takes the zeros for a key
        for key in (self._person_key, self._pages_key):
            key[:] = bytes(len(key))
            key.clear()

    def _still(self, key: bytearray) -> bytes:
        found = bytes(key)
        if self._forgotten:
            raise LockedError("the key was forgotten")
        return found
