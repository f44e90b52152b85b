"""Words for what a body does, and for where: the form of their file.

Every finding is collected with its file and line; nothing is guessed or repaired. A word stands there once, in lower
case and without apostrophes; a hint is one of the body words of guide.md §1.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from unforced.content.finding import Finding, Source
from unforced.domain.answers import BODY_WORDS

FILE = "body/en.toml"
PHRASE = re.compile(r"[a-z]+(?: [a-z]+){0,5}")
PLACE = re.compile(r"[a-z]+")
Table = Mapping[str, Any]


class Sensation(NamedTuple):
    """What one phrase says. ``alone``: it speaks of a body without a place beside it. ``hint``: one of BODY_WORDS, or
    empty."""

    alone: bool
    hint: str = ""


class Body(NamedTuple):
    """``sensations``: each phrase with what it says. ``places``: where in a body."""

    sensations: Mapping[str, Sensation] = {}
    places: frozenset[str] = frozenset()


def read_body(source: Source) -> tuple[Body | None, list[Finding]]:
    """The words in a file, or None, with everything that is wrong with it."""
    try:
        table = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return None, [source.found("", f"this file can't be read: {error}")]
    findings = [*_form(source, table)] or [*_each(source, table)]
    return (None if findings else _body(table)), findings


def _body(table: Table) -> Body:
    sensations = {
        word: Sensation(each["alone"], each.get("hint", "")) for each in table["sensation"] for word in each["words"]
    }
    return Body(sensations, frozenset(table["places"]))


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)


def _form(source: Source, table: Table) -> Iterator[Finding]:
    for key in sorted(set(table) - {"places", "sensation"}):
        yield source.found(key, f"{key} is no key here")
    if not _texts(table.get("places")):
        yield source.found("places", "places has to be a list of words")
    sensations = table.get("sensation")
    if not isinstance(sensations, list) or not all(isinstance(each, dict) for each in sensations):
        yield source.found("sensation", "sensation has to be [[sensation]] tables")
        return
    for each in sensations:
        yield from _sensation(source, each)


def _sensation(source: Source, table: Table) -> Iterator[Finding]:
    at = f'"{table["words"][0]}"' if _texts(table.get("words")) else "[[sensation]]"
    for key in sorted(set(table) - {"words", "alone", "hint"}):
        yield source.found(key, f"{key} is no key of a sensation")
    if at == "[[sensation]]":
        yield source.found(at, "words has to be a list of words")
    if not isinstance(table.get("alone"), bool):
        yield source.found(at, "alone has to be true or false")
    if table.get("hint", "slow") not in BODY_WORDS:
        yield source.found(at, "hint has to be one of: " + ", ".join(BODY_WORDS))


def _each(source: Source, table: Table) -> Iterator[Finding]:
    words = [word for each in table["sensation"] for word in each["words"]]
    for listed, form, asked in ((words, PHRASE, "up to six words"), (table["places"], PLACE, "one word")):
        for word, count in Counter(listed).items():
            if not form.fullmatch(word):
                yield source.found(f'"{word}"', f"{asked} in lower case, without apostrophes")
            if count > 1:
                yield source.found(f'"{word}"', f"{word} stands there twice")
