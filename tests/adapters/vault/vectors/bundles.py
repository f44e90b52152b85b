"""Vectors: bundles (files that were taken home) that open, and bundles that must not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from tests.adapters.vault.vectors.drawing import (
    CHANCE,
    CODE,
    FITS_NOT,
    FOREIGN,
    MINE,
    NEWER,
    THEIRS,
    TYPED,
    Vector,
    flip,
    opens,
    put,
)
from tests.adapters.vault.vectors.locks import a_lock, lock_given
from unforced.adapters.vault.documents import written
from unforced.adapters.vault.sealing import bundle, locks, pages, register
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode


def a_bundle(documents: list[Any], **other: Any) -> bundle.Bundle:
    """A vault that was taken home, with some of its parts replaced."""
    sealed = sorted(pages.seal(written(document), CHANCE(16), 1, MINE, CHANCE) for document in documents)
    entries = {page[21:37]: register.Entry(1, page[-16:]) for page in sealed}
    whole = bundle.Bundle(
        a_lock(Passphrase.from_raw(TYPED)),
        a_lock(CODE),
        register.seal_register(register.Register(7, entries), MINE, CHANCE),
        tuple(sealed),
    )
    return whole._replace(**other)


def bundle_given(file: bytes, secret: locks.Secret, typed: str) -> tuple[Vector, Vector]:
    given, steps = lock_given(
        a_lock(CODE) if isinstance(secret, RecoveryCode) else a_lock(Passphrase.from_raw(TYPED)), secret, typed
    )
    return {**{name: value for name, value in given.items() if name != "lock"}, "file": file.hex()}, steps


def bundles_that_open() -> Iterator[Vector]:
    cases = {
        "no page": [],
        "one page": [{"words": "one"}],
        "pages of three sizes": [{}, {"t": "x" * 700}, {"t": "y" * 3000}],
    }
    for name, documents in cases.items():
        for secret, typed in ((Passphrase.from_raw(TYPED), TYPED), (CODE, CODE.spelled())):
            file = a_bundle(documents)
            gives = {"documents": {page[21:37].hex(): document_of(page) for page in file.pages}, "damaged": []}
            by = "code" if isinstance(secret, RecoveryCode) else "passphrase"
            yield opens("bundle", f"{name}, by its {by}", *bundle_given(bundle.pack(file), secret, typed), gives)
    file = a_bundle([{"words": "one"}])
    broken = file._replace(pages=(flip(file.pages[0], 1000),))
    gives = {"documents": {}, "damaged": [broken.pages[0][21:37].hex()]}
    yield opens("bundle", "a page in it is damaged", *bundle_given(bundle.pack(broken), CODE, CODE.spelled()), gives)


def document_of(page: bytes) -> Any:
    return json.loads(pages.open_sealed(page, page[21:37], 1, MINE))


def bundles_that_must_not() -> Iterator[Vector]:
    whole = a_bundle([{"words": "one"}])
    file = bundle.pack(whole)

    def refused(name: str, file: bytes, answer: str = FOREIGN, secret: locks.Secret = CODE, typed: str = "") -> Vector:
        given, steps = bundle_given(file, secret, typed or CODE.spelled())
        return {"of": "bundle", "name": name, "given": given, "steps": steps, "answer": answer}

    def ended(body: bytes) -> bytes:
        return body + hashlib.sha256(body).digest()

    for cut in (0, 3, 4, 5, 36, 37, 200, len(file) - 32, len(file) - 1):
        yield refused(f"cut to {cut} bytes", file[:cut])
    for field, at in {
        "magic": 1,
        "first length": 8,
        "first lock": 60,
        "second lock": 150,
        "register": 300,
        "page": 900,
        "digest": len(file) - 1,
    }.items():
        yield refused(f"a bit flipped in the {field}", flip(file, 8 * at))
    yield refused("one byte more", file + b"\0")
    yield refused("two files in one", file + file)
    yield refused("a file of another kind", b"PK\3\4" + bytes(100))
    yield refused("format 2", put(file, 4, b"\2"), NEWER)
    yield refused("format 0, digest computed again", ended(put(file, 4, b"\0")[:-32]))
    yield refused("nothing in it, digest computed again", ended(file[:5]))
    yield refused("two parts, digest computed again", ended(file[:201]))
    yield refused("half a length, digest computed again", ended(file[:-32] + b"\0\0"))
    yield refused("a length beyond the file, digest computed again", ended(file[:-32] + b"\0\0\0\2a"))
    yield refused("its lock is damaged", bundle.pack(whole._replace(code_lock=flip(whole.code_lock, 500))))
    yield refused(
        "its lock is of format 2", bundle.pack(whole._replace(code_lock=put(whole.code_lock, 4, b"\2"))), NEWER
    )
    yield refused("its register is damaged", bundle.pack(whole._replace(register=flip(whole.register, 1000))))
    theirs = register.seal_register(register.Register(7, {}), THEIRS, CHANCE)
    yield refused("the register of another person", bundle.pack(whole._replace(register=theirs)), FITS_NOT)
    wrong = "a loud place by the road"
    yield refused("another passphrase", file, FITS_NOT, Passphrase.from_raw(wrong), wrong)
    other = RecoveryCode(CHANCE(20))
    yield refused("another code", file, FITS_NOT, other, other.spelled())
