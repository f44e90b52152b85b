"""What people call whatever says no in them: the form of that list, and what is asked of it beyond that.

Every finding is collected with its file and line; nothing is guessed or repaired. Each is one word in lower case,
stands there once, and is never a word for somebody real.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from unforced.content.finding import Finding, Source
from unforced.content.manners import Sentence
from unforced.domain.nouns import Nouns

LISTS = Nouns._fields
NOUN = re.compile(r"[a-z]{2,20}")
SOMEBODY = frozenset(
    {
        *("mother", "mum", "mom", "father", "dad", "parent", "brother", "sister", "son", "daughter", "child", "kid"),
        *("baby", "boy", "girl", "aunt", "uncle", "grandmother", "grandfather", "husband", "wife", "partner", "ex"),
        *("friend", "boss", "manager", "colleague", "teacher", "doctor", "nurse", "therapist", "priest", "neighbour"),
        *("man", "woman", "person", "people", "nanny", "landlord", "coach", "dog", "cat"),
    }
)
"""Words for somebody real, a pet among them. They are never said again as what says no."""


def read_nouns(source: Source) -> tuple[Nouns | None, list[Finding]]:
    """The nouns in a file, or None, with everything that is wrong with it."""
    try:
        table = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return None, [source.found("", f"this file can't be read: {error}")]
    findings = [*_form(source, table)] or [*_each(source, table)]
    return (None if findings else Nouns(*(frozenset(table[name]) for name in LISTS))), findings


def sentences_of_nouns(nouns: Nouns, source: Source) -> Iterator[Sentence]:
    """Every noun as it would be said again, which is in the program's voice."""
    for noun in sorted(nouns.things | nouns.figures):
        yield Sentence(source, "app", f"that {noun}")


def _form(source: Source, table: Mapping[str, Any]) -> Iterator[Finding]:
    for name in LISTS:
        if name not in table:
            yield source.found("", f"{name} is missing")
    for name, value in table.items():
        if name not in LISTS:
            yield source.found(name, f"{name} is no key here")
        elif not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            yield source.found(name, f"{name} has to be a list of words")


def _each(source: Source, table: Mapping[str, Any]) -> Iterator[Finding]:
    count = Counter([*table["things"], *table["figures"]])
    for noun in dict.fromkeys([*count, *table["literal"]]):
        if not NOUN.fullmatch(noun):
            yield source.found(f'"{noun}"', "each is one word in lower case")
        if noun in SOMEBODY and noun in count:
            yield source.found(f'"{noun}"', f"{noun} is a word for somebody real")
        if count[noun] > 1:
            yield source.found(f'"{noun}"', f"{noun} stands there twice")
