"""The library on disk: content files of one locale, each read when it is first needed.

A broken file is refused as a whole, by name; nothing in it is guessed at. Help still works without practices.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from unforced.adapters.checking import findings_in
from unforced.content import HERE
from unforced.content.feelings import read_feelings
from unforced.content.finding import Finding, Source
from unforced.content.form import read_practice
from unforced.content.lifelines import read_emergency, read_lifelines
from unforced.content.manners import Ban, bans_from
from unforced.content.nouns import read_nouns
from unforced.content.phrases import Phrases, check_phrases
from unforced.domain.errors import BrokenContentError
from unforced.domain.feelings import Feelings
from unforced.domain.lifeline import Emergency, Lifeline, Lifelines
from unforced.domain.nouns import Nouns
from unforced.domain.screening import Rules, rules_from
from unforced.domain.shelf import Shelf
from unforced.lifelines import FILE

Made = TypeVar("Made")
MISSHAPEN = (ValueError, KeyError, TypeError, AttributeError, re.error)


class FileLibrary:
    """Content from a folder, and lifelines from a file; by default those inside the package."""

    def __init__(self, folder: Path = HERE, locale: str = "en", lifelines: Path = FILE) -> None:
        self._folder = folder
        self._locale = locale
        self._lifelines_file = lifelines

    @cached_property
    def phrases(self) -> Phrases:
        """Every sentence outside of practices."""
        source = self.source(self.phrases_file)
        table = self._table(source)
        if findings := check_phrases(table, source):
            raise BrokenContentError(source.file, findings[0].finding, findings[0].line)
        return Phrases(table)

    @cached_property
    def shelf(self) -> Shelf:
        """Every practice, or BrokenContentError naming the first file that can't be used."""
        practices = []
        for name in self.practice_files():
            practice, findings = read_practice(self.source(name))
            if practice is None:
                raise BrokenContentError(name, findings[0].finding, findings[0].line)
            practices.append(practice)
        if not practices:
            raise BrokenContentError(str(self._folder), "no practices")
        return Shelf(practices, self.feelings)

    @cached_property
    def feelings(self) -> Feelings:
        """Words for naming a feeling, or BrokenContentError naming the first thing that is wrong with them."""
        feelings, findings = read_feelings(self.source(self.feelings_file))
        if feelings is None:
            raise BrokenContentError(self.feelings_file, findings[0].finding, findings[0].line)
        return feelings

    @cached_property
    def nouns(self) -> Nouns:
        """What people call it, or BrokenContentError naming the first thing that is wrong with the list."""
        nouns, findings = read_nouns(self.source(self.nouns_file))
        if nouns is None:
            raise BrokenContentError(self.nouns_file, findings[0].finding, findings[0].line)
        return nouns

    @cached_property
    def rules(self) -> Rules:
        """The screening rules of this locale."""
        return self._made(f"signals/{self._locale}.toml", rules_from)

    @cached_property
    def bans(self) -> tuple[Ban, ...]:
        """Wording that is never said."""
        return self._made(f"signals/banned.{self._locale}.toml", bans_from)

    @cached_property
    def _regions(self) -> tuple[dict[str, Emergency], dict[str, str]]:
        source = self.source("emergency.json")
        try:
            table = json.loads(source.text)
            names = {region: str(name) for region, name in table["names"].items()}
            return read_emergency(table), names
        except MISSHAPEN as error:
            raise BrokenContentError(source.file, f"can't be read: {error}") from None

    def emergency(self, region: str) -> Emergency:
        """Emergency numbers of a region, none where unknown."""
        return self._regions[0].get(region.upper(), Emergency())

    def regions(self) -> Mapping[str, str]:
        """Every region with a number, by name."""
        return dict(sorted(self._regions[1].items(), key=lambda entry: entry[1]))

    @cached_property
    def every_lifeline(self) -> Lifelines:
        """All of them, or BrokenContentError naming the first thing that is wrong with their file."""
        found, findings = read_lifelines(self.lifelines_source())
        if found is None:
            raise BrokenContentError(findings[0].file, findings[0].finding, findings[0].line)
        return found

    def lifelines(self, region: str) -> tuple[Lifeline, ...]:
        """What may be shown for a region, the best sourced first."""
        return self.every_lifeline.of(region)

    def lifelines_source(self) -> Source:
        """The file of lifelines as it stands, or BrokenContentError where it is missing or no text."""
        return source_of(self._lifelines_file, self._lifelines_file.name)

    def why(self) -> Mapping[str, str]:
        """The short pages by file name."""
        return {Path(name).stem: self.source(name).text for name in self.why_files()}

    def findings(self) -> list[Finding]:
        """Everything wrong with the form or the manners of all content, file by file."""
        return findings_in(self)

    @property
    def phrases_file(self) -> str:
        """The name of the file of phrases."""
        return f"phrases/{self._locale}.toml"

    @property
    def feelings_file(self) -> str:
        """The name of the file of words for feelings."""
        return f"feelings/{self._locale}.toml"

    @property
    def nouns_file(self) -> str:
        """The name of the file of what people call it."""
        return f"nouns/{self._locale}.toml"

    def practice_files(self) -> Iterator[str]:
        """The names of the practice files, in order."""
        return self._names(f"practices/{self._locale}", "*/*.toml")

    def why_files(self) -> Iterator[str]:
        """The names of the pages on why, in order."""
        return self._names(f"why/{self._locale}", "*.md")

    def source(self, name: str) -> Source:
        """A file as it stands, or BrokenContentError where it is missing or no text."""
        return source_of(self._folder / name, name)

    def _names(self, under: str, pattern: str) -> Iterator[str]:
        return (str(path.relative_to(self._folder)) for path in sorted((self._folder / under).glob(pattern)))

    def _table(self, source: Source) -> dict[str, Any]:
        try:
            return tomllib.loads(source.text)
        except tomllib.TOMLDecodeError as error:
            raise BrokenContentError(source.file, f"this file can't be read: {error}") from None

    def _made(self, name: str, make: Callable[[Mapping[str, Any]], Made]) -> Made:
        source = self.source(name)
        try:
            return make(self._table(source))
        except MISSHAPEN as error:
            raise BrokenContentError(name, f"this file has another form: {error}") from None


def source_of(path: Path, name: str) -> Source:
    """A file as it stands, under a name, or BrokenContentError where it is missing or no text."""
    try:
        return Source(name, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise BrokenContentError(name, "this file can't be read") from None
