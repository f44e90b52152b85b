"""Documents and names as bytes, one way each: equal documents are equal bytes."""

from __future__ import annotations

import json

from unforced.domain.errors import NothingKeptError, PageDamagedError
from unforced.domain.page import Document


def written(document: Document) -> bytes:
    """A document's bytes: JSON in UTF-8, names in order, no spaces."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def read(content: bytes) -> Document:
    """The document. PageDamagedError where it is none."""
    try:
        document = json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise PageDamagedError("no document") from None
    if not isinstance(document, dict):
        raise PageDamagedError("no document")
    return document


def named(name: str) -> bytes:
    """A page's name as bytes. NothingKeptError for what is no name."""
    try:
        return bytes.fromhex(name)
    except ValueError:
        raise NothingKeptError("no page by that name") from None
