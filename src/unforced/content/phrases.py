"""Phrases: every sentence outside of practices, by key. The first part of a key is its voice.

A phrase can be a list (the steps of a scale, lowest first). ``plain`` holds the same sentences without parts words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from unforced.content.finding import Finding, Source
from unforced.domain.practice import VOICES

PLACE = re.compile(r"\{([a-z]+)\}")


class Phrases:
    """The phrases of one locale. A key that isn't there is a KeyError: a defect that the tests find."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._plain: dict[str, str] = dict(table.get("plain", {}))
        self._texts = {key: text for voice in VOICES for key, text in _flat(voice, table.get(voice, {}))}

    def say(self, key: str, plain: bool = False, **names: str) -> str:
        """The sentence for a key, with the person's own words put in for ``names``."""
        text = self._plain[key] if plain and key in self._plain else self._texts[key]
        if not names:
            return text
        # In one pass, so that what somebody calls a side is never read as a place for the other's name.
        return PLACE.sub(lambda place: names.get(place[1], place[0]), text)

    def all(self) -> dict[str, str]:
        """Every sentence by key, the plain ones too."""
        return {**self._texts, **{f"{key}.plain": text for key, text in self._plain.items()}}

    def __contains__(self, key: object) -> bool:
        return key in self._texts


def _flat(prefix: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, Mapping):
            yield from _flat(key, value)
        elif isinstance(value, list):
            yield from ((f"{key}.{step}", str(text)) for step, text in enumerate(value))
        else:
            yield key, str(value)


def _plain(table: Mapping[str, Any]) -> Mapping[str, Any]:
    plain = table.get("plain", {})
    return plain if isinstance(plain, Mapping) else {}


def check_phrases(table: Mapping[str, Any], source: Source) -> list[Finding]:
    """What is wrong with the form of the phrases file."""
    misshapen = [name for name, value in table.items() if not isinstance(value, Mapping)]
    misshapen += [f"plain.{key}" for key, text in _plain(table).items() if not isinstance(text, str)]
    if misshapen:
        return [source.found(name, f"{name} has another shape than tables of sentences") for name in misshapen]
    findings = [
        source.found(f"[{name}", f"{name} is no voice; voices are {', '.join(VOICES)} and plain")
        for name in table
        if name not in (*VOICES, "plain")
    ]
    phrases = Phrases(table)
    findings += [
        source.found(key, f"plain.{key} has no phrase of that key")
        for key in table.get("plain", {})
        if key not in phrases
    ]
    findings += [
        source.found(key.rpartition(".")[2], f"{key} is empty")
        for key, text in phrases.all().items()
        if not text.strip()
    ]
    return findings
