"""Vectors: pages that open, of every size, and pages that must not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_wrap

from tests.adapters.vault.vectors.drawing import (
    CHANCE,
    DAMAGED,
    FITS_NOT,
    MINE,
    NAME,
    NEWER,
    OTHER,
    THEIRS,
    Vector,
    flip,
    opens,
    put,
)
from unforced.adapters.vault.documents import written
from unforced.adapters.vault.sealing import pages
from unforced.adapters.vault.sealing.keys import APP, Keys


def page_given(sealed: bytes, page: bytes = NAME, revision: int = 1, keys: Keys = MINE, tag: bytes = b"") -> Vector:
    given = {
        "person": keys.person.hex(),
        "person_key": keys.person_key.hex(),
        "page": page.hex(),
        "revision": str(revision),
        "sealed": sealed.hex(),
    }
    return given | ({"tag": tag.hex()} if tag else {})


def pages_that_open() -> Iterator[Vector]:
    sizes = (0, 252, 253, 1020, 1021, 4092, 4093, 16380, 16381, 65533)
    documents: dict[str, Any] = {f"{size or 2} bytes": {"t": "x" * (size - 8)} if size else {} for size in sizes}
    documents |= {
        "a picture": {"words": "\U0001f30a"},
        "right to left": {"words": "\u05e9\u05dc\u05d5\u05dd"},
        "two signs for one letter": {"words": "e\u0301"},
        "a zero byte": {"words": "\0"},
        "half a sign": {"words": "\ud800."},
        "every kind of value": {"a": None, "b": [True, False], "c": {"": ""}, "d": -1.5, "e": 1e300, "f": 0},
        "names in order": {"b": 1, "a": 2, "\u00e4": 3, "A": 4, "\U0001f30a": 5, "\uffff": 6},
        "nested": {"a": [[[[{"b": []}]]]]},
    }
    revisions = (2, 255, 2**32, 2**53 + 1, 2**63, 2**64 - 1)
    cases: list[tuple[str, Any, int]] = [(name, document, 1) for name, document in documents.items()]
    cases += [(f"revision {revision}", {"words": "again"}, revision) for revision in revisions]
    for name, document, revision in cases:
        sealed = pages.seal(written(document), NAME, revision, MINE, CHANCE)
        steps = {
            "pages_key": MINE.pages_key.hex(),
            "page_key": CHANCE.given[0].hex(),
            "nonce": CHANCE.given[1].hex(),
            "associated": (APP + sealed[:45]).hex(),
            "length": len(written(document)),
            "size": len(sealed) - 113,
        }
        yield opens(
            "page", name, page_given(sealed, revision=revision, tag=sealed[-16:]), steps, {"document": document}
        )


def by_hand(text: bytes, head: bytes = b"", associated: bytes | None = None, key: bytes = MINE.pages_key) -> bytes:
    """A page that this program would never make, under the right keys."""
    head = head or pages.HEAD.pack(b"unfP", 1, MINE.person, NAME, 1)
    page_key, nonce = CHANCE(32), CHANCE(12)
    sealed = AESGCM(page_key).encrypt(nonce, text, APP + head if associated is None else associated)
    return head + aes_key_wrap(key, page_key) + nonce + sealed


def pages_that_must_not() -> Iterator[Vector]:
    def refused(name: str, sealed: bytes, answer: str = DAMAGED, **given: Any) -> Vector:
        return {"of": "page", "name": name, "given": page_given(sealed, **given), "answer": answer}

    good = pages.seal(written({"words": "mine"}), NAME, 1, MINE, CHANCE)
    later = pages.seal(written({"words": "later"}), NAME, 2, MINE, CHANCE)
    beside = pages.seal(written({"words": "beside"}), OTHER, 1, MINE, CHANCE)
    foreign = pages.seal(written({"words": "theirs"}), NAME, 1, THEIRS, CHANCE)
    fields = {
        "magic": (0, 4),
        "page": (21, 37),
        "revision": (37, 45),
        "wrapped key": (45, 85),
        "nonce": (85, 97),
        "text": (97, 353),
        "tag": (353, 369),
    }
    for field, (first, end) in fields.items():
        for bit in sorted({8 * first, 8 * first + 7, 4 * (first + end), 8 * end - 1}):
            yield refused(f"bit {bit} flipped, in the {field}", flip(good, bit))
    for bit in (40, 100, 167):
        yield refused(f"bit {bit} flipped, in the person", flip(good, bit), FITS_NOT)
    for bit in range(32, 40):
        yield refused(f"bit {bit} flipped, in the format", flip(good, bit), NEWER if bit > 32 else DAMAGED)
    for cut in (0, 1, 4, 5, 44, 45, 85, 97, 113, 352, 353, 368):
        yield refused(f"cut to {cut} bytes", good[:cut])
    for more in (b"\0", bytes(16), bytes(768), good):
        yield refused(f"{len(more)} bytes more", good + more)
    yield refused("a page of another person", foreign, FITS_NOT)
    yield refused("a page of another person, with this person's name put in", put(foreign, 5, MINE.person))
    yield refused("this person's page, asked for with another person's key", good, FITS_NOT, keys=THEIRS)
    yield refused("another page in its place", beside)
    yield refused("another page, with this page's name put in", put(beside, 21, NAME))
    yield refused("an older revision in its place", good, revision=2)
    yield refused("a newer revision in its place", later)
    yield refused("an older revision with the newer number put in", put(good, 37, later[37:45]), revision=2)
    yield refused("the same revision, sealed another time", good, tag=later[-16:])
    for version in (2, 255):
        head = pages.HEAD.pack(b"unfP", version, MINE.person, NAME, 1)
        yield refused(f"format {version}, sealed", by_hand(pages.filled(b"{}"), head), NEWER)
    yield refused("format 0, sealed", by_hand(pages.filled(b"{}"), pages.HEAD.pack(b"unfP", 0, MINE.person, NAME, 1)))
    yield refused(
        "revision 0, sealed",
        by_hand(pages.filled(b"{}"), pages.HEAD.pack(b"unfP", 1, MINE.person, NAME, 0)),
        revision=0,
    )
    yield refused("the wrapped key of another page", put(good, 45, beside[45:85]))
    yield refused("its key wrapped by another person's", by_hand(pages.filled(b"{}"), key=THEIRS.pages_key))
    yield refused("its key wrapped by the person key", by_hand(pages.filled(b"{}"), key=MINE.person_key))
    yield refused("sealed without associated data", by_hand(pages.filled(b"{}"), associated=b""))
    yield refused("sealed by another application", by_hand(pages.filled(b"{}"), associated=b"another!" + good[:45]))
    texts = {
        "zeros replaced at its end": pages.filled(b"{}")[:-1] + b"\1",
        "filled to the next size": pages.filled(b"{}").ljust(1024, b"\0"),
        "filled to no size": pages.filled(b"{}").ljust(300, b"\0"),
        "a length beyond the text": put(pages.filled(b"{}"), 0, b"\0\0\1\0"),
        "a length of four billion": put(pages.filled(b"{}"), 0, b"\xff" * 4),
        "a length too short": put(pages.filled(b'{"a":1}'), 0, b"\0\0\0\2"),
        "a text of 252 bytes": pages.filled(b"{}")[:252],
    }
    contents = {
        "nothing": b"",
        "no JSON": b"dear diary",
        "a list": b"[]",
        "a string": b'"a"',
        "a number": b"1",
        "null": b"null",
        "JSON and more": b"{}{}",
        "half of JSON": b'{"a":',
        "no UTF-8": b'{"a":"\xff"}',
        "a byte order mark": b"\xef\xbb\xbf{}",
        "a name without marks": b"{a:1}",
        "a single mark": b"{'a':1}",
        "not a number": b'{"a":NaN}',
        "without an end": b'{"a":-Infinity}',
    }
    texts |= {f"a document that is {name}": pages.filled(content) for name, content in contents.items()}
    for name, text in texts.items():
        yield refused(name, by_hand(text))
