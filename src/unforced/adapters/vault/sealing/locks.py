"""A lock: the person key wrapped by a secret, 94 bytes. One is opened by the passphrase, one by the recovery code.

    0  magic "unfL" · 4 format · 5 kind · 6 person (16) · 22 passes · 26 memory in KiB · 30 lanes · 34 salt (16)
    50 person key, AES-KW (40) · 90 check (4): the first bytes of SHA-256 over all before

Everything before the wrapped key goes into the derivation of the wrapping key, so a lock with another cost or another
person's name is another lock. The check tells damage from a wrong secret; it protects nothing.
"""

from __future__ import annotations

import hashlib
import struct
from typing import NamedTuple

from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from unforced.adapters.vault.sealing.keys import KEY, SALT, Cost, derived, stretched
from unforced.domain.errors import KeyDoesNotFitError, NewerFormatError, PageDamagedError
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode

FORMAT = 1
MAGIC = b"unfL"
HEAD = struct.Struct(">4sBB16s3I16s")
CHECK = 4
LENGTH = HEAD.size + KEY + 8 + CHECK
PASSPHRASE, CODE = 1, 2
NO_COST = Cost(0, 0, 0)
Secret = Passphrase | RecoveryCode


class Head(NamedTuple):
    """What a lock says about itself."""

    magic: bytes
    format: int
    kind: int
    person: bytes
    passes: int
    memory: int
    lanes: int
    salt: bytes

    @property
    def cost(self) -> Cost:
        """What opening it costs."""
        return Cost(self.passes, self.memory, self.lanes)


def make_lock(secret: Secret, person: bytes, person_key: bytes, salt: bytes, cost: Cost) -> bytes:
    """A lock that this secret opens. ``salt``: 16 fresh random bytes; ``cost`` counts for a passphrase only."""
    kind, cost = (CODE, NO_COST) if isinstance(secret, RecoveryCode) else (PASSPHRASE, cost)
    head = HEAD.pack(MAGIC, FORMAT, kind, person, *cost, salt)
    whole = head + aes_key_wrap(_wrapping_key(secret, head, salt, cost), person_key)
    return whole + _check(whole)


def open_lock(lock: bytes, secret: Secret) -> tuple[bytes, bytes]:
    """The person's name and key.

    Raises PageDamagedError for a lock that isn't one or was changed, NewerFormatError, and KeyDoesNotFitError for a
    secret that doesn't open it.
    """
    head = read_head(lock)
    wanted = CODE if isinstance(secret, RecoveryCode) else PASSPHRASE
    if head.kind != wanted:
        raise KeyDoesNotFitError("the other kind of secret")
    wrapped = lock[HEAD.size : HEAD.size + KEY + 8]
    try:
        key = aes_key_unwrap(_wrapping_key(secret, lock[: HEAD.size], head.salt, head.cost), wrapped)
    except InvalidUnwrap:
        raise KeyDoesNotFitError("the secret doesn't open this lock") from None
    return head.person, key


def read_head(lock: bytes) -> Head:
    """What a lock says about itself, after everything that can be checked without a secret."""
    if len(lock) < HEAD.size or lock[:4] != MAGIC:
        raise PageDamagedError("no lock")
    head = Head(*HEAD.unpack_from(lock))
    if head.format > FORMAT:
        raise NewerFormatError(f"lock of format {head.format}")
    if len(lock) != LENGTH or _check(lock[:-CHECK]) != lock[-CHECK:]:
        raise PageDamagedError("a damaged lock")
    cheap = head.kind == PASSPHRASE and not head.cost.allowed
    if head.format != FORMAT or head.kind not in (PASSPHRASE, CODE) or cheap:
        raise PageDamagedError("a lock that this program never made")
    return head


def _wrapping_key(secret: Secret, head: bytes, salt: bytes, cost: Cost) -> bytes:
    if isinstance(secret, RecoveryCode):
        return derived(secret.secret, b"lock " + head, salt)
    return derived(stretched(secret.for_stretching(), salt, cost), b"lock " + head, salt)


def _check(whole: bytes) -> bytes:
    return hashlib.sha256(whole).digest()[:CHECK]


assert HEAD.size == 50 and SALT == 16
