"""Lines put on a sheet, and taken off it again, by number. Nothing is on it at first."""

from __future__ import annotations

from collections.abc import Iterable

from unforced.app.handover import LOOKED_THROUGH, MOST, Offered
from unforced.cli.asking import STOP, Asking
from unforced.domain.handover import Item, Section

ON, OFF = "[x]", "[ ]"


class Ticking:
    """Somebody in front of the lines that could be on it."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.paper = asking.paper

    def chosen(self, found: Offered) -> frozenset[str]:
        """Lines put on it and taken off, by number, until an empty line."""
        chosen: frozenset[str] = frozenset()
        self.paper.gap()
        if not found.items:
            self.asking.tell("app.sheet.none")
            return chosen
        while True:
            self._list(found, chosen)
            self.asking.hint("app.sheet_terminal.number")
            typed = self.asking.line().replace(",", " ").split()
            if [word.lower() for word in typed] == [STOP]:
                raise EOFError
            if not typed:
                return chosen
            named = tuple(_named(typed, found.items))
            if len(named) < len(typed):
                self.asking.hint("app.errors.unusable_answer")
            chosen ^= frozenset(named)

    def _list(self, found: Offered, chosen: frozenset[str]) -> None:
        numbers = {item.token: number for number, item in enumerate(found.items, start=1)}
        if not chosen:
            self.asking.tell("app.sheet.yet")
        for section in Section:
            inner = found.of(section)
            if inner:
                self.paper.gap()
                self.asking.hint(f"chip.sheet.{section}")
            for item in inner:
                mark = ON if item.token in chosen else OFF
                self.write(item, f"{numbers[item.token]:>3} {mark} ")
            if section in found.cut:
                self.asking.hint("app.sheet.newest", n=str(MOST))
        if found.older:
            self.asking.hint("app.sheet.older", n=str(LOOKED_THROUGH))
        self.paper.gap()

    def write(self, item: Item, mark: str) -> None:
        """One line, after its mark."""
        head = f"{item.label}: {item.head}" if item.label else item.head
        self.paper.entry(mark, head)
        for line in item.lines:
            self.paper.hint(line, len(mark))


def _named(typed: Iterable[str], items: tuple[Item, ...]) -> Iterable[str]:
    """The tokens of the lines with these numbers; what is no number of a line names none."""
    for text in dict.fromkeys(typed):
        number = int(text) if text.isdecimal() and len(text) < 6 else 0
        if 1 <= number <= len(items):
            yield items[number - 1].token
