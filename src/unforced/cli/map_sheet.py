"""Asking about the inner map in a terminal: a letter, one of several, some words; and doing what was asked for.

Rules: `q` alone on a line stops at once, wherever it is typed. What is typed is heard before it is kept, and Help is
shown with it where that is called for. What couldn't be kept is shown again, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from unforced.app.heard import help_for
from unforced.app.inner_map import Deed, change, inner_map, plain_words
from unforced.app.map_list import Listed, MapList, listed
from unforced.app.map_names import Names
from unforced.cli.asking import STOP, Asking
from unforced.cli.at_vault import AtVault
from unforced.cli.watched import Watched
from unforced.domain.inner_map import InnerMap
from unforced.domain.words import Words


class MapSheet(AtVault):
    """A sheet of paper with a map on it, and somebody in front of it. Leaving is an EOFError, from any depth."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime]) -> None:
        super().__init__(watched, asking, now)
        self._plain = False
        self._typed = ""

    def does(self, deed: Deed) -> InnerMap:
        """Does something to the map and keeps it."""
        return self.inside(lambda inside: change(inside, deed))

    def found(self) -> InnerMap:
        """The map as it is now."""
        self._plain = self.inside(plain_words)
        return self.inside(lambda inside: inner_map(inside, self.today()))

    def listed(self) -> MapList:
        """The map as a list. Nothing of what was typed before is left to be shown again."""
        self._typed = ""
        found = self.found()
        return listed(found, self.names(found))

    def names(self, found: InnerMap) -> Names:
        """What each on it is called, as when it was found."""
        return Names(found, self.asking.library, self._plain)

    def say(self, key: str, **names: str) -> str:
        """The sentence for a key, without the word part where the person wants that."""
        return self.asking.library.phrases.say(key, self._plain, **names)

    def tell(self, key: str, **names: str) -> None:
        """One sentence."""
        self.paper.line(self.say(key, **names))

    def sorry(self, error: Exception) -> None:
        """An error as one calm sentence, and what was typed, since it wasn't kept."""
        self.asking.sorry(error)
        if self._typed:
            self.tell("app.map.write", words=self._typed)

    def letter(self, letters: Mapping[str, str]) -> str:
        """One of the letters; stopping is one of them."""
        letter = self.asking.letter({**letters, STOP: "chip.controls.stop"})
        if letter == STOP:
            raise EOFError
        return letter

    def number(self, most: int) -> int:
        """A number from 1."""
        number = self.asking.number(most)
        if not number:
            raise EOFError
        return number

    def one_of(self, texts: Sequence[str]) -> int:
        """One of several, by its place from 0."""
        for number, text in enumerate(texts, start=1):
            self.paper.entry(f"{number:>2}  ", text)
        self.paper.gap()
        return self.number(len(texts)) - 1

    def picked(self, question: str, parts: Sequence[Listed]) -> Listed:
        """One of these parts."""
        self.tell(question)
        return parts[self.one_of([part.name for part in parts])]

    def words(self, question: str) -> Words | None:
        """A line of their own words; None for an empty one."""
        self.tell(question)
        raw = self.asking.line()
        if raw.strip().lower() == STOP:
            raise EOFError
        words = Words.from_raw(raw)
        self._typed = words.reveal() if words else ""
        danger = help_for(raw, self.asking.library)
        if danger:
            self.tell(danger)
            self.asking.help()
        return words
