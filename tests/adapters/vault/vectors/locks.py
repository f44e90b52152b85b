"""Vectors: locks that open, and locks that must not: damaged, newer, or of another secret."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator

from tests.adapters.vault.vectors.drawing import (
    CHANCE,
    CODE,
    DAMAGED,
    FITS_NOT,
    MINE,
    NEWER,
    SALTS,
    TYPED,
    Vector,
    flip,
    opens,
    put,
)
from unforced.adapters.vault.sealing import locks
from unforced.adapters.vault.sealing.keys import CEILING, FLOOR, Cost, derived, stretched
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode


def lock_given(lock: bytes, secret: locks.Secret, typed: str) -> tuple[Vector, Vector]:
    """What a reader of a lock is given, and the steps that it can check."""
    head, salt = lock[:50], lock[34:50]
    cost = Cost(*struct.unpack(">3I", lock[22:34])) if len(lock) >= 50 else Cost(0, 0, 0)
    if isinstance(secret, RecoveryCode):
        start, steps = secret.secret, {"secret": secret.secret.hex()}
    else:
        start = stretched(secret.for_stretching(), salt, cost) if len(lock) >= 50 and cost.allowed else b""
        steps = {"utf8": secret.for_stretching().hex(), "stretched": start.hex()}
    if start:
        steps |= {"info": (b"unforced lock " + head).hex(), "wrapping_key": derived(start, b"lock " + head, salt).hex()}
    kind = "code" if isinstance(secret, RecoveryCode) else "passphrase"
    return {"lock": lock.hex(), kind: typed}, steps


def a_lock(secret: locks.Secret, cost: Cost = FLOOR) -> bytes:
    return locks.make_lock(secret, MINE.person, MINE.person_key, SALTS, cost)


def checked(lock: bytes) -> bytes:
    """A lock with its check computed again."""
    return lock[:90] + hashlib.sha256(lock[:90]).digest()[:4]


def locks_that_open() -> Iterator[Vector]:
    keys = {"person": MINE.person.hex(), "person_key": MINE.person_key.hex(), "pages_key": MINE.pages_key.hex()}
    for cost in (FLOOR, Cost(), Cost(2, 19 * 1024, 4), Cost(4, 32 * 1024, 2)):
        yield opens(
            "lock",
            f"passphrase, {cost.passes} passes, {cost.memory} KiB, {cost.lanes} lanes",
            *lock_given(a_lock(Passphrase.from_raw(TYPED), cost), Passphrase.from_raw(TYPED), TYPED),
            keys,
        )
    for name, typed in {
        "é as one sign": "caf\u00e9 noir",
        "é as two signs": "cafe\u0301 noir",
        "a ligature": "a \ufb01ne day",
        "wide letters": "\uff41\uff42\uff43 and more",
        "spaces at both ends": "  inside  ",
        "only spaces": " " * 8,
        "a picture": "\U0001f30a\U0001f30a tide in",
        "right to left": "\u05e9\u05dc\u05d5\u05dd \u05e9\u05dc\u05d5\u05dd",
        "1,024 characters": "long " * 204 + "long",
    }.items():
        secret = Passphrase.from_raw(typed)
        yield opens("lock", f"passphrase, {name}", *lock_given(a_lock(secret), secret, typed), keys)
    for number in range(3):
        code = RecoveryCode(CHANCE(20))
        yield opens("lock", f"code {number + 1}", *lock_given(a_lock(code), code, code.spelled()), keys)


TYPED_BEFORE = Passphrase.from_raw(TYPED)


def refused(name: str, lock: bytes, answer: str, secret: locks.Secret = TYPED_BEFORE, typed: str = TYPED) -> Vector:
    given, steps = lock_given(lock, secret, typed)
    return {"of": "lock", "name": name, "given": given, "steps": steps, "answer": answer}


def locks_that_must_not() -> Iterator[Vector]:
    code = CODE
    lock, code_lock = a_lock(TYPED_BEFORE), a_lock(code)

    for field, places in {
        "magic": (0, 31),
        "kind": (40, 41),
        "person": (48, 175),
        "passes": (176, 200),
        "salt": (272, 399),
        "memory": (208, 239),
        "lanes": (240, 264),
        "wrapped key": (400, 560, 719),
        "check": (720, 751),
    }.items():
        for bit in places:
            yield refused(f"bit {bit} flipped, in the {field}", flip(lock, bit), DAMAGED)
    for bit in range(32, 40):
        yield refused(f"bit {bit} flipped, in the format", flip(lock, bit), NEWER if bit > 32 else DAMAGED)
    for cut in (0, 3, 4, 49, 50, 93):
        yield refused(f"cut to {cut} bytes", lock[:cut], DAMAGED)
    yield refused("one byte more", lock + b"\0", DAMAGED)
    yield refused("format 2, check computed again", checked(put(lock, 4, b"\2")), NEWER)
    yield refused("format 2, of another length", put(lock, 4, b"\2") + bytes(10), NEWER)
    yield refused("format 0, check computed again", checked(put(lock, 4, b"\0")), DAMAGED)
    for kind in (0, 3):
        yield refused(f"kind {kind}, check computed again", checked(put(lock, 5, bytes([kind]))), DAMAGED)
    yield from locks_of_another_cost(lock)
    for field, bit in {"person": 48, "salt": 272, "wrapped key": 400}.items():
        yield refused(f"{field} changed, check computed again", checked(flip(lock, bit)), FITS_NOT)
    for name, typed in {
        "another passphrase": "a loud place by the road",
        "other case": TYPED.title(),
        "a space at its end": TYPED + " ",
        "nothing typed": "",
    }.items():
        yield refused(name, lock, FITS_NOT, Passphrase.from_raw(typed), typed)
    yield refused("a code for the lock of the passphrase", lock, FITS_NOT, code, code.spelled())
    yield refused("a passphrase for the lock of the code", code_lock, FITS_NOT)
    other = RecoveryCode(CHANCE(20))
    yield refused("another code", code_lock, FITS_NOT, other, other.spelled())
    yield refused(
        "a code's lock with a cost, check computed again",
        checked(put(code_lock, 25, b"\1")),
        FITS_NOT,
        code,
        code.spelled(),
    )
    yield refused("a code's lock, one bit flipped", flip(code_lock, 500), DAMAGED, code, code.spelled())


def locks_of_another_cost(lock: bytes) -> Iterator[Vector]:
    """Below the floor and above the ceiling it is refused; between, it is the cost of another lock."""
    for at, name in enumerate(Cost._fields):
        for value in (FLOOR[at] - 1, CEILING[at] + 1, 2**32 - 1):
            changed = checked(put(lock, 22 + 4 * at, struct.pack(">I", value)))
            yield refused(f"{name} {value}, check computed again", changed, DAMAGED)
        changed = checked(put(lock, 22 + 4 * at, struct.pack(">I", FLOOR[at] + 1)))
        yield refused(f"{name} {FLOOR[at] + 1}, check computed again", changed, FITS_NOT)
