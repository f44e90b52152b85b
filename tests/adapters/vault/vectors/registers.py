"""Vectors: registers that open, and registers that must not."""

from __future__ import annotations

from collections.abc import Iterator

from tests.adapters.vault.vectors.drawing import (
    CHANCE,
    DAMAGED,
    FITS_NOT,
    MINE,
    NAME,
    NEWER,
    THEIRS,
    Vector,
    flip,
    opens,
    put,
)
from unforced.adapters.vault.sealing import pages, register
from unforced.adapters.vault.sealing.keys import Keys


def a_register(count: int, revision: int, goes: int = 0) -> register.Register:
    return register.Register(revision, {CHANCE(16): register.Entry(n + 1, CHANCE(16), goes) for n in range(count)})


def register_given(sealed: bytes, keys: Keys = MINE) -> Vector:
    return {"person": keys.person.hex(), "person_key": keys.person_key.hex(), "sealed": sealed.hex()}


def registers_that_open() -> Iterator[Vector]:
    cases = {
        "no entry": a_register(0, 1),
        "one entry": a_register(1, 2),
        "two entries": a_register(2, 3),
        "an entry that goes": a_register(1, 9, 739_215),
        "a hundred entries": a_register(100, 2**64 - 1),
    }
    for name, found in cases.items():
        entries = [
            {"page": page.hex(), "revision": str(entry.revision), "tag": entry.tag.hex(), "goes": entry.goes}
            for page, entry in sorted(found.entries.items())
        ]
        steps = {"name": MINE.name_for(b"register").hex()}
        given = register_given(register.seal_register(found, MINE, CHANCE))
        yield opens("register", name, given, steps, {"revision": str(found.revision), "entries": entries})


def registers_that_must_not() -> Iterator[Vector]:
    def refused(name: str, sealed: bytes, answer: str = DAMAGED, keys: Keys = MINE) -> Vector:
        return {"of": "register", "name": name, "given": register_given(sealed, keys), "answer": answer}

    def of(content: bytes) -> bytes:
        return pages.seal(content, MINE.name_for(b"register"), 5, MINE, CHANCE)

    low, high = (register.ENTRY.pack(bytes([first] * 16), 1, bytes(16), 0) for first in (1, 2))
    good = of(low + high)
    for bit in (0, 170, 300, 400, 700, 1000, 2951):
        yield refused(f"bit {bit} flipped", flip(good, bit))
    yield refused("cut by one byte", good[:-1])
    yield refused("entries out of order", of(high + low))
    yield refused("an entry twice", of(low + low))
    yield refused("a page named twice", of(low + register.ENTRY.pack(bytes([1] * 16), 2, bytes(16), 0)))
    yield refused("half an entry", of(low + high[:22]))
    yield refused("a byte more than its entries", of(low + b"\0"))
    yield refused("a document in its place", of(b"{}"))
    yield refused("a register under a page's name", pages.seal(low, NAME, 5, MINE, CHANCE))
    yield refused("the register of another person", good, FITS_NOT, THEIRS)
    yield refused("format 2", put(good, 4, b"\2"), NEWER)
