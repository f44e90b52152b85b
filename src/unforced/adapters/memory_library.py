"""A library held in memory: the fake of its port, and a way to try a few practices without any file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from unforced.content.finding import Finding, Source
from unforced.content.manners import Ban, bans_from, check_practice, check_sentences, sentences_in, sentences_of
from unforced.content.phrases import Phrases, check_phrases
from unforced.domain.practice import Practice
from unforced.domain.screening import Rules
from unforced.domain.shelf import Shelf

HERE = Source("memory", "")


class MemoryLibrary:
    """Content from values. What is left out is empty: no wording is banned, no number known."""

    def __init__(
        self,
        practices: Iterable[Practice],
        phrases: Mapping[str, Any],
        *,
        rules: Rules,
        banned: Iterable[Mapping[str, Any]] = (),
        emergency: Mapping[str, tuple[str, ...]] | None = None,
        regions: Mapping[str, str] | None = None,
        why: Mapping[str, str] | None = None,
    ) -> None:
        self._table = phrases
        self.phrases = Phrases(phrases)
        self.shelf = Shelf(practices)
        self.rules = rules
        self.bans: tuple[Ban, ...] = bans_from({"banned": list(banned)})
        self._emergency = dict(emergency or {})
        self._regions = dict(regions or {})
        self._why = dict(why or {})

    def emergency(self, region: str) -> tuple[str, ...]:
        """Emergency numbers of a region, empty where unknown."""
        return self._emergency.get(region.upper(), ())

    def regions(self) -> Mapping[str, str]:
        """Every region with a number, by name."""
        return dict(sorted(self._regions.items(), key=lambda entry: entry[1]))

    def why(self) -> Mapping[str, str]:
        """The short pages by name."""
        return self._why

    def findings(self) -> list[Finding]:
        """Everything wrong with the manners of what it holds."""
        ids = frozenset(practice.id for practice in self.shelf)
        found = check_phrases(self._table, HERE) + check_sentences(sentences_in(self.phrases.all(), HERE), self.bans)
        for practice in self.shelf:
            found += check_practice(practice, HERE, ids)
            found += check_sentences(sentences_of(practice, HERE), self.bans)
        return found
