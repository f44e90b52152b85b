"""The library on disk: content files of one locale, each read when it is first needed.

A broken file is refused as a whole, by name; nothing in it is guessed at. Help still works without practices.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from unforced.content import HERE
from unforced.content.finding import Finding, Source
from unforced.content.form import read_practice
from unforced.content.manners import (
    Ban,
    Sentence,
    bans_from,
    check_practice,
    check_sentences,
    sentences_in,
    sentences_of,
)
from unforced.content.phrases import Phrases, check_phrases
from unforced.domain.errors import BrokenContentError
from unforced.domain.screening import Rules, rules_from
from unforced.domain.shelf import Shelf


class FileLibrary:
    """Content from a folder; by default the one inside the package."""

    def __init__(self, folder: Path = HERE, locale: str = "en") -> None:
        self._folder = folder
        self._locale = locale

    @cached_property
    def phrases(self) -> Phrases:
        """Every sentence outside of practices."""
        return Phrases(self._table(f"phrases/{self._locale}.toml"))

    @cached_property
    def shelf(self) -> Shelf:
        """Every practice, or BrokenContentError naming the first file that can't be used."""
        practices = []
        for source in self._practice_sources():
            practice, findings = read_practice(source)
            if practice is None:
                raise BrokenContentError(f"{source.file}:{findings[0].line}: {findings[0].finding}")
            practices.append(practice)
        if not practices:
            raise BrokenContentError(f"{self._folder}: no practices")
        return Shelf(practices)

    @cached_property
    def rules(self) -> Rules:
        """The screening rules of this locale."""
        name = f"signals/{self._locale}.toml"
        try:
            return rules_from(self._table(name))
        except (ValueError, KeyError) as error:
            raise BrokenContentError(f"{name}: {error}") from None

    @cached_property
    def _regions(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = json.loads(self._source("emergency.json").text)
        return found

    def emergency(self, region: str) -> tuple[str, ...]:
        """Emergency numbers of a region, empty where unknown."""
        return tuple(self._regions["regions"].get(region.upper(), ()))

    def regions(self) -> Mapping[str, str]:
        """Every region with a number, by name."""
        names = self._regions["names"]
        return {region: names[region] for region in sorted(names, key=lambda region: str(names[region]))}

    def why(self) -> Mapping[str, str]:
        """The short pages by file name."""
        return {path.stem: path.read_text("utf-8") for path in self._paths(f"why/{self._locale}", "*.md")}

    def findings(self) -> list[Finding]:
        """Everything wrong with the form or the manners of all content, file by file."""
        return [*self._practice_findings(), *self._phrase_findings(), *self._why_findings()]

    @cached_property
    def bans(self) -> tuple[Ban, ...]:
        """Wording that is never said."""
        name = f"signals/banned.{self._locale}.toml"
        try:
            return bans_from(self._table(name))
        except (KeyError, TypeError, re.error) as error:
            raise BrokenContentError(f"{name}: {error}") from None

    def _practice_findings(self) -> Iterator[Finding]:
        read = [(source, *read_practice(source)) for source in self._practice_sources()]
        ids = frozenset(practice.id for _, practice, _ in read if practice is not None)
        for source, practice, findings in read:
            yield from findings
            if practice is not None:
                yield from check_practice(practice, source, ids)
                yield from check_sentences(sentences_of(practice, source), self.bans)

    def _phrase_findings(self) -> Iterator[Finding]:
        source = self._source(f"phrases/{self._locale}.toml")
        try:
            table = tomllib.loads(source.text)
        except tomllib.TOMLDecodeError as error:
            yield Finding(source.file, 1, f"this file can't be read: {error}")
            return
        yield from check_phrases(table, source)
        yield from check_sentences(sentences_in(Phrases(table).all(), source), self.bans)

    def _why_findings(self) -> Iterator[Finding]:
        for path in self._paths(f"why/{self._locale}", "*.md"):
            source = self._source(str(path.relative_to(self._folder)))
            body = (line for line in source.text.splitlines() if line and not line.startswith("Sources:"))
            yield from check_sentences((Sentence(source, "app", line, 400) for line in body), self.bans)

    def _practice_sources(self) -> Iterator[Source]:
        for path in self._paths(f"practices/{self._locale}", "*/*.toml"):
            yield self._source(str(path.relative_to(self._folder)))

    def _paths(self, under: str, pattern: str) -> list[Path]:
        return sorted((self._folder / under).glob(pattern))

    def _source(self, name: str) -> Source:
        try:
            return Source(name, (self._folder / name).read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            raise BrokenContentError(f"{name}: can't be read") from None

    def _table(self, name: str) -> dict[str, Any]:
        try:
            return tomllib.loads(self._source(name).text)
        except tomllib.TOMLDecodeError as error:
            raise BrokenContentError(f"{name}: {error}") from None
