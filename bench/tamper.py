"""Every bit of fifty pages flipped, every two of them swapped, older states put back: how much of it is refused.

    python -m bench.tamper [--tenth]

Fails unless all of it is refused, each with the one answer that belongs to it. Two controls open pages in a careless
way, and have to let some of it through; else the figure would show nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

from unforced.adapters.vault.contents import opened
from unforced.adapters.vault.documents import written
from unforced.adapters.vault.memory_store import MemoryStore
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.adapters.vault.sealing.keys import APP, FLOOR, Keys
from unforced.adapters.vault.sealing.pages import HEAD, SIZES, open_sealed, seal
from unforced.adapters.vault.sealing.register import Entry
from unforced.adapters.vault.store import Store
from unforced.adapters.vault.table_store import TableStore
from unforced.domain.errors import KeyDoesNotFitError, NewerFormatError, PageDamagedError, VaultError
from unforced.domain.page import Page
from unforced.domain.passphrase import Passphrase

PEOPLE, NAMES, REVISIONS = 2, 5, 5  # fifty pages: every revision of every page of both
MINE = Passphrase.from_raw("a quiet place by the sea")
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


@dataclass
class Tally:
    """How many were tried, and what was answered."""

    tried: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    amiss: Counter[str] = field(default_factory=Counter)

    def take(self, answer: str, wanted: str) -> None:
        """Counts one."""
        self.tried += 1
        self.answers[answer] += 1
        if answer != wanted:
            self.amiss[f"{answer} instead of {wanted}"] += 1

    @property
    def opened(self) -> int:
        """How many were opened."""
        return self.answers["opened"]

    def say(self, what: str) -> None:
        """Prints it as one line."""
        answers = ", ".join(f"{count:,} {answer}" for answer, count in sorted(self.answers.items()))
        print(f"{what}: {self.tried:,} tried, {self.tried - self.opened:,} refused ({answers})")
        for amiss, count in self.amiss.items():
            print(f"    amiss: {count:,} {amiss}")


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


def answer_of(opening: Callable[[], object]) -> str:
    """What somebody is told."""
    try:
        opening()
    except VaultError as refusal:
        return refusal.code
    return "opened"


# What is done to the pages


def flips(pages: list[Known], opening: Opening, every: int) -> Tally:
    """Each bit of each page the other way round (with ``every``: one bit in so many)."""
    tally = Tally()
    for at, known in enumerate(pages):
        for bit in range(at % every, 8 * len(known.sealed), every):
            changed = bytearray(known.sealed)
            changed[bit // 8] ^= 1 << bit % 8
            wanted = wanted_of(bit // 8, changed[4], opening)
            tally.take(answer_of(partial(opening, bytes(changed), known)), wanted)
    return tally


def wanted_of(byte: int, version: int, opening: Opening) -> str:
    """The one answer that a bit flipped in this byte has to get."""
    if byte == 4 and version > 1:
        return NewerFormatError.code
    in_the_person = 5 <= byte < 21 and opening is not without_associated_data
    return KeyDoesNotFitError.code if in_the_person else PageDamagedError.code


def swaps(pages: list[Known], opening: Opening) -> Tally:
    """Each page in the place of each other: another person's, another page's, another revision."""
    tally = Tally()
    for known, other in permutations(pages, 2):
        foreign = other.keys is not known.keys and opening is by_its_head
        wanted = KeyDoesNotFitError.code if foreign else PageDamagedError.code
        tally.take(answer_of(partial(opening, other.sealed, known)), wanted)
        for field_at in (slice(5, 21), slice(21, 37), slice(37, 45), slice(5, 45)):
            changed = bytearray(other.sealed)
            changed[field_at] = known.sealed[field_at]
            if bytes(changed) == other.sealed:
                continue  # the same person's, the same page's or the same revision anyway
            stays_foreign = bytes(changed[5:21]) != known.keys.person and opening is by_its_head
            wanted = KeyDoesNotFitError.code if stays_foreign else PageDamagedError.code
            tally.take(answer_of(partial(opening, bytes(changed), known)), wanted)
    return tally


def replays(store: Store, rounds: int, with_its_register: bool = False) -> Tally:
    """Each older revision of a page put back into a real vault, open and unlocked anew.

    ``with_its_register``: the control. The register of that time is put back as well, and the program started anew.
    """
    tally = Tally()
    vault = SealedVault(store, lambda: 1_700_000_000.0, cost=FLOOR)
    vault.begin(vault.prepare(MINE))
    for _ in range(rounds):
        page = vault.inside.keep(Page("", 0, {"words": 0})).page
        older = [stored(store, page)]
        for revision in range(1, REVISIONS):
            page = vault.inside.keep(Page(page.id, revision, {"words": revision})).page
            older.append(stored(store, page))
        for sealed, register in older[:-1]:
            put_back(store, page, sealed, register if with_its_register else None)
            again = SealedVault(store, lambda: 1_700_000_000.0, cost=FLOOR)
            again.unlock(MINE)
            for looking in (again,) if with_its_register else (vault, again):
                tally.take(answer_of(partial(looking.inside.open, page.id)), PageDamagedError.code)
        put_back(store, page, *older[-1])
    return tally


def stored(store: Store, page: Page) -> tuple[bytes, bytes]:
    """What is stored of a page, and the register beside it."""
    with store.change() as change:
        row, sealed = change.person(), change.page(bytes.fromhex(page.id))
    assert row is not None
    assert sealed is not None
    return sealed, row.register


def put_back(store: Store, page: Page, sealed: bytes, register: bytes | None) -> None:
    """Puts an older state in its place, by hand."""
    with store.change() as change:
        row = change.person()
        assert row is not None
        change.put_page(bytes.fromhex(page.id), sealed)
        if register is not None:
            change.put_person(row._replace(register=register))


def measured(tenth: bool) -> Iterator[tuple[str, Tally]]:
    """Every figure."""
    pages, every, rounds = fifty_pages(), 10 if tenth else 1, 1 if tenth else 5
    for way, opening in {"by the seal alone": by_its_head, "by the register": by_the_register}.items():
        yield f"bits flipped, {way}", flips(pages, opening, every)
        yield f"pages swapped, {way}", swaps(pages, opening)
    yield "older revisions put back, in memory", replays(MemoryStore(), rounds)
    with tempfile.TemporaryDirectory() as folder:
        yield "older revisions put back, in a file", replays(TableStore(Path(folder) / "vault"), rounds)


def controls(tenth: bool) -> Iterator[tuple[str, Tally]]:
    """What has to let some of it through."""
    careless = [without_binding(known) for known in fifty_pages()]
    yield (
        "control, sealed without associated data: bits flipped",
        flips(careless[:5], without_associated_data, 10 if tenth else 1),
    )
    yield "control, sealed without associated data: swapped", swaps(careless, without_associated_data)
    yield "control, the register of then put back too", replays(MemoryStore(), 1, with_its_register=True)


def main() -> int:
    """Prints every figure; 1 where anything was opened, answered amiss, or a control let nothing through."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tenth", action="store_true", help="a tenth of the bits")
    tenth = parser.parse_args().tenth
    well, tried, refused = True, 0, 0
    for what, tally in measured(tenth):
        tally.say(what)
        well = well and not tally.amiss and not tally.opened
        tried, refused = tried + tally.tried, refused + tally.tried - tally.opened
    print(f"in all: {tried:,} tried, {refused:,} refused ({100 * refused / tried:.4f} %)")
    for what, tally in controls(tenth):
        print(f"{what}: {tally.opened:,} of {tally.tried:,} opened")
        well = well and tally.opened > 0
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
