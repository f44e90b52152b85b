"""One calm column of text in a terminal of any width. Words are printed as they are, never read as markup."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

WIDEST = 64
CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class Paper:
    """Where a visit is written: wrapped to the window, at most 64 columns, hints dim."""

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or Console(markup=False, highlight=False, emoji=False, soft_wrap=False)

    @property
    def alive(self) -> bool:
        """Whether somebody sits in front of it."""
        return self.console.is_terminal and sys.stdin.isatty()

    def line(self, text: str, indent: int = 0, style: str = "") -> None:
        """One paragraph."""
        width = min(WIDEST, self.console.width)
        left = indent if width >= 40 else 0
        self.console.print(Padding(Text(text, style=style), (0, 0, 0, left)), width=width)

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
