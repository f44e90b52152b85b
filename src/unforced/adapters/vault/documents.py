"""Documents and names as bytes, one way each: equal documents are equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from unforced.domain.errors import NothingKeptError, PageDamagedError
from unforced.domain.page import Document

DEEPEST = 64
"""How deep a document may be nested: deeper ones could be kept and then not be read everywhere."""
NAME = 16


def written(document: Document) -> bytes:
    """A document's bytes: JSON in UTF-8, names in order, no spaces. PageDamagedError for one nested too deeply."""
    if _depth(document) > DEEPEST:
        raise PageDamagedError("nested too deeply")
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def read(content: bytes) -> Document:
    """The document. PageDamagedError where it is none."""
    try:
        document = json.loads(content.decode("utf-8", "surrogatepass"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise PageDamagedError("no document") from None
    if not isinstance(document, dict):
        raise PageDamagedError("no document")
    return document


def named(name: str) -> bytes:
    """A page's name as bytes. NothingKeptError for what is no name."""
    try:
        found = bytes.fromhex(name)
    except ValueError:
        found = b""
    if len(found) != NAME:
        raise NothingKeptError("no page by that name")
    return found


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _depth(value: object) -> int:
    """How deep something is nested, counted without going deep."""
    depth, level = 0, [value]
    while level := [inner for outer in level for inner in _inside(outer)]:
        depth += 1
        if depth > DEEPEST:
            break
    return depth


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, (list, tuple)) else ()
