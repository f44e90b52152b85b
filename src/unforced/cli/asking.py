"""Asking in a terminal, one line at a time: a letter, a number, a line, or something that isn't shown while typed.

Rules: Help is one letter away at every prompt. What is secret is not echoed where somebody sits in front of it, and
never becomes part of an error.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.cli.calm import sentence
from unforced.cli.paper import Paper
from unforced.cli.reaching import write_reach
from unforced.domain.visit import Deed, Reply
from unforced.ports import Library

HELP = "h"
STOP = "q"


def from_input() -> str:
    """One line, as it was typed."""
    return input("> ")


def unseen() -> str:
    """One line that isn't echoed; from a pipe, a plain line."""
    if not sys.stdin.isatty():
        return input("> ")
    from getpass import getpass  # noqa: PLC0415

    return getpass("> ")


class Asking:
    """A sheet of paper with somebody in front of it. ``touched`` is called after every line."""

    def __init__(
        self,
        library: Library,
        paper: Paper,
        region: str = "",
        ask: Callable[[], str] = from_input,
        secretly: Callable[[], str] = unseen,
    ) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="replace")
        self.library = library
        self.paper = paper
        self.region = region.upper()
        self.touched: Callable[[], None] = lambda: None
        self._ask = ask
        self._secretly = secretly

    def say(self, key: str, **names: str) -> str:
        """The sentence for a key."""
        return self.library.phrases.say(key, plain=False, **names)

    def tell(self, key: str, **names: str) -> None:
        """One sentence."""
        self.paper.line(self.say(key, **names))

    def hint(self, key: str, **names: str) -> None:
        """One sentence that can be read over."""
        self.paper.hint(self.say(key, **names))

    def sorry(self, error: Exception) -> None:
        """An error as one calm sentence."""
        self.paper.line(sentence(error, self.library.phrases))

    def read(self) -> str:
        """One line, whatever it says."""
        line = self._ask()
        self.touched()
        return line

    def line(self) -> str:
        """One line; Help is answered here."""
        while (line := self.read()).strip().lower() == HELP:
            self.help()
        return line

    def secret(self) -> str:
        """One line that isn't echoed, nothing of it trimmed; Help is answered here."""
        while True:
            try:
                line = self._secretly()
            except UnicodeDecodeError:
                self.hint("app.errors.unusable_answer")
                continue
            self.touched()
            if line.strip().lower() != HELP:
                return line
            self.help()

    def letter(self, letters: Mapping[str, str], stop: str = "") -> str:
        """One of the letters, shown with their phrases in a row. ``stop``: the letter that q stands for here."""
        self._row(f"{letter} {self.say(key).lower()}" for letter, key in letters.items())
        while True:
            typed = self.line().strip().lower()
            if typed == STOP and stop:
                return stop
            if typed in letters:
                return typed
            self.hint("app.errors.unusable_answer")

    def number(self, most: int) -> int:
        """A number from 1 to ``most``; 0 for stopping."""
        self._row([f"{STOP} {self.say('chip.controls.stop').lower()}"])
        while True:
            typed = self.line().strip().lower()
            if typed == STOP:
                return 0
            if typed.isdecimal() and 1 <= int(typed[:9]) <= most:
                return int(typed[:9])
            self.hint("app.errors.unusable_answer")

    def numbered(self, keys: Sequence[str]) -> int:
        """One of several answers, by its place from 0; -1 for stopping."""
        for number, key in enumerate(keys, start=1):
            self.paper.entry(f"{number:>2}  ", self.say(key))
        self.paper.gap()
        return self.number(len(keys)) - 1

    def help(self) -> None:
        """Help, here and now; what was asked stays asked."""
        view = show(respond(arrive(), Reply(Deed.HELP), self.library), self.library, self.region)
        self.paper.gap()
        for line in view.said:
            self.paper.line(line)
        if view.reach is not None:
            write_reach(view.reach, self.paper, self.library.phrases)
        self.paper.gap()

    def _row(self, shown: Iterable[str]) -> None:
        self.paper.row(" · ".join([*shown, f"{HELP} {self.say('chip.controls.help').lower()}"]))
