"""A library held in memory: the fake of its port, and a way to try a few practices without any file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from unforced.content.feelings import sentences_of_feelings
from unforced.content.finding import Finding, Source
from unforced.content.manners import Ban, check_practice, check_sentences, sentences_in, sentences_of
from unforced.content.nouns import sentences_of_nouns
from unforced.content.phrases import Phrases, check_phrases
from unforced.domain.feelings import Feelings
from unforced.domain.lifeline import Emergency, Lifeline, Lifelines
from unforced.domain.nouns import Nouns
from unforced.domain.practice import Practice
from unforced.domain.screening import Rules
from unforced.domain.shelf import Shelf

HERE = Source("memory", "")


@dataclass
class MemoryLibrary:
    """Content from values. What is left out is empty: no wording is banned, no number known."""

    practices: tuple[Practice, ...]
    table: Mapping[str, Any]
    rules: Rules
    bans: tuple[Ban, ...] = ()
    numbers: Mapping[str, Emergency] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    feelings: Feelings = Feelings()
    nouns: Nouns = Nouns()
    every_lifeline: Lifelines = Lifelines()

    @cached_property
    def phrases(self) -> Phrases:
        """Every sentence outside of practices."""
        return Phrases(self.table)

    @cached_property
    def shelf(self) -> Shelf:
        """Every practice."""
        return Shelf(self.practices, self.feelings)

    def emergency(self, region: str) -> Emergency:
        """Emergency numbers of a region, none where unknown."""
        return self.numbers.get(region.upper(), Emergency())

    def lifelines(self, region: str) -> tuple[Lifeline, ...]:
        """What may be shown for a region, the best sourced first."""
        return self.every_lifeline.of(region)

    def regions(self) -> Mapping[str, str]:
        """Every region with a number, by name."""
        return dict(sorted(self.names.items(), key=lambda entry: entry[1]))

    def why(self) -> Mapping[str, str]:
        """The short pages by name."""
        return self.pages

    def findings(self) -> list[Finding]:
        """Everything wrong with the manners of what it holds."""
        ids = frozenset(practice.id for practice in self.practices)
        found = check_phrases(self.table, HERE) + check_sentences(sentences_in(self.phrases.all(), HERE), self.bans)
        found += check_sentences(sentences_of_feelings(self.feelings, HERE), self.bans)
        found += check_sentences(sentences_of_nouns(self.nouns, HERE), self.bans)
        for practice in self.practices:
            found += check_practice(practice, HERE, ids)
            found += check_sentences(sentences_of(practice, HERE), self.bans)
        return found
