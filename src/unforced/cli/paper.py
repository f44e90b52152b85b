"""One calm column of text in a terminal of any width. Words are printed as they are, never read as markup, and no
control character in them reaches the terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

WIDEST = 64
TWO_COLUMNS = 70  # columns from which on two things stand next to each other
WIDEST_COLUMN, GUTTER = 44, 4
CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class Paper:
    """Where a visit is written: wrapped to the window, at most 64 columns, hints dim."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(markup=False, highlight=False, emoji=False, soft_wrap=False)

    @property
    def alive(self) -> bool:
        """Whether somebody sits in front of it."""
        return self.console.is_terminal and sys.stdin.isatty()

    @property
    def width(self) -> int:
        """Columns to write in: the window's, at most 64."""
        return min(WIDEST, self.console.width)

    def line(self, text: str, indent: int = 0, style: str = "") -> None:
        """One paragraph, wrapped; the indent gives way in a narrow window."""
        left = " " * (indent if self.width >= 40 else 0)
        self._wrapped(text, left, left, style)

    def entry(self, mark: str, text: str) -> None:
        """One numbered choice; lines after the first stand under its words."""
        self._wrapped(text, mark, " " * len(mark), "")

    @property
    def two_columns(self) -> bool:
        """Whether the window has room for two columns next to each other."""
        return self.console.width >= TWO_COLUMNS

    def columns(self, one: Sequence[str], other: Sequence[str]) -> None:
        """Two columns of the same width; in a narrow window one after the other, with the same number of lines."""
        width = (self.console.width - GUTTER) // 2 if self.two_columns else self.width
        width = min(width, WIDEST_COLUMN)
        both = [[line for text in column for line in self._lines(text, width)] for column in (one, other)]
        height = max(map(len, both))
        left, right = ([*lines, *[""] * (height - len(lines))] for lines in both)
        if self.two_columns:
            for pair in zip(left, right, strict=True):
                self._plain(pair[0] + " " * (width + GUTTER - cell_len(pair[0])) + pair[1])
            return
        for line in [*left, "", *right]:
            self._plain(line)

    def _lines(self, text: str, width: int) -> list[str]:
        wrapped = Text(_readable(text)).wrap(self.console, width)
        return [line.plain.rstrip() for line in wrapped]

    def _plain(self, line: str) -> None:
        self.console.print(Text(line.rstrip()), soft_wrap=True)

    def row(self, text: str) -> None:
        """The row of letters: as wide as the window allows."""
        self.console.print(Text(text, style="dim"))

    def _wrapped(self, text: str, first: str, others: str, style: str) -> None:
        room = max(self.width - len(others), 8)
        for number, line in enumerate(Text(_readable(text)).wrap(self.console, room)):
            line.rstrip()
            self.console.print(Text((others if number else first) + line.plain, style=style), soft_wrap=True)

    def begin(self, text: str) -> None:
        """The beginning of a line that goes on."""
        self.console.print(Text(text), end="")

    def add(self, text: str) -> None:
        """Goes on with a line that was begun."""
        self.console.print(Text(text, style="dim"), end="")
        self.console.file.flush()

    def end(self, begun: bool) -> None:
        """The end of a line, where one was begun."""
        if begun:
            self.console.print()

    def hint(self, text: str, indent: int = 0) -> None:
        """Something that can be read over."""
        self.line(text, indent, "dim")

    def gap(self) -> None:
        """An empty line."""
        self.console.print()

    def clear(self) -> None:
        """Empties the window and what can be scrolled back to, where the terminal allows it."""
        if self.console.is_terminal:
            self.console.file.write(CLEAR)
            self.console.file.flush()


def _readable(text: str) -> str:
    """What can be read of a text. Words are kept readable; a draft, or a file from elsewhere, may hold anything."""
    return "".join(letter for letter in text if letter in "\n\t" or letter.isprintable())
