"""Ports: what the deeds need from outside, in the words of the domain. Adapters answer; main ships a fake of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from unforced.content.finding import Finding
from unforced.content.manners import Ban
from unforced.content.phrases import Phrases
from unforced.domain.resistance import Kind
from unforced.domain.screening import Rules
from unforced.domain.shelf import Shelf
from unforced.domain.words import Words


class Library(Protocol):
    """What is said and offered, in one locale. Reading it never touches the network."""

    @property
    def phrases(self) -> Phrases:
        """Every sentence outside of practices."""

    @property
    def shelf(self) -> Shelf:
        """Every practice."""

    @property
    def rules(self) -> Rules:
        """The rules that hear danger in plain words."""

    @property
    def bans(self) -> tuple[Ban, ...]:
        """Wording that is never said."""

    def emergency(self, region: str) -> tuple[str, ...]:
        """Emergency numbers of a region (ISO 3166 two letters), the first reaching most; empty where unknown."""

    def regions(self) -> Mapping[str, str]:
        """Every region with an emergency number: its two letters and its name, in the order of names."""

    def why(self) -> Mapping[str, str]:
        """The short pages on why kindness meets a wall, by name."""

    def findings(self) -> list[Finding]:
        """Everything wrong with the form or the manners of the content."""


class Reader(Protocol):
    """What a model believes it heard. It only orders the chips; unknown is an honest answer."""

    def read(self, words: Words) -> tuple[Kind, ...]:
        """The likeliest kinds, likeliest first; empty for unknown."""
