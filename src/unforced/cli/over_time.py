"""Over time in a terminal: one part, or two that pull against each other, visit by visit; each opened by a number.

Rules: `q` stops at once. Nothing is changed here. The picture in letters stands only where there is room for it; the
list below it says the same.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from unforced.app.map_list import sentence
from unforced.app.map_names import Names
from unforced.app.over_time import over_time, said_of
from unforced.app.over_time_list import Line, lead_of, lead_of_two
from unforced.app.ribbon import Strip
from unforced.app.stretches import Stretch, of_line, of_part, of_sides
from unforced.cli.asking import Asking
from unforced.cli.at_vault import by_the_clock, sitting
from unforced.cli.map_sheet import MapSheet
from unforced.cli.tools import Tools
from unforced.cli.watched import Watched
from unforced.domain.errors import UnforcedError
from unforced.domain.inner_map import InnerMap
from unforced.domain.ties import Between, Tie

MARK, OPEN, LINE = "•", ":", "-"
ROOM = 50
"""Columns that the picture in letters needs."""


def run_over_time(tools: Tools, region: str) -> None:
    """As long as somebody looks. End of input and Ctrl-C leave it like any other way."""
    with sitting(tools, region) as (watched, asking):
        LookingBack(watched, asking).run()


class LookingBack:
    """Somebody who looks at one of their parts over time."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime] = by_the_clock) -> None:
        self.asking = asking
        self.sheet = MapSheet(watched, asking, now)

    def run(self) -> None:
        """Which one, and that one over time, again and again until it is left."""
        if not self.sheet.opens("app.keeping_terminal.absent"):
            return
        while self._once():
            pass

    def _once(self) -> bool:
        """Whether the list comes again. An error is a sentence, and then it does."""
        try:
            found = self.sheet.found()
            names = self.sheet.names(found)
            if not found.parts:
                self.sheet.tell("app.map.empty")
                return False
            self._looks(self._picked(found, names), names)
            return True
        except (UnforcedError, OSError) as error:
            self.sheet.sorry(error)
            return not isinstance(error, OSError)

    def _picked(self, found: InnerMap, names: Names) -> int | Tie:
        """A part by its key, or a polarity."""
        self.asking.paper.gap()
        self.sheet.tell("app.over_time.which")
        ties = [tie for tie in found.ties if tie.kind is Between.POLARISED]
        every: list[int | Tie] = [*(part.key for part in found.parts), *ties]
        texts = [names.said(one) if isinstance(one, int) else sentence(one, names) for one in every]
        return every[self.sheet.one_of(texts)]

    def _looks(self, which: int | Tie, names: Names) -> None:
        back = 0
        while True:
            stretches = self._stretches(which, names, back)
            lines = self._write(
                lead_of_two(which, names) if isinstance(which, Tie) else lead_of(which, names), stretches
            )
            letter = self.sheet.letter(_letters(stretches))
            if letter == "b":
                return
            if letter == "o":
                self._opens(lines)
            back += {"e": 1, "l": -1}.get(letter, 0)

    def _stretches(self, which: int | Tie, names: Names, back: int) -> tuple[Stretch, ...]:
        found, library = self.sheet.found(), self.asking.library
        past = self.sheet.inside(lambda inside: over_time(inside, found))
        if isinstance(which, int):
            return (of_part(past.of_part(which, back), names, library),)
        sides = of_sides(past.of_tie(which, back), which, names, library)
        return of_line(said_of(which, back), names), sides

    def _write(self, lead: str, stretches: tuple[Stretch, ...]) -> list[Line]:
        paper, lines = self.asking.paper, list[Line]()
        paper.gap()
        paper.line(lead)
        for stretch in stretches:
            paper.gap()
            paper.hint(stretch.none or stretch.told)
            for name, strips in stretch.ribbons if stretch.lines else ():
                self._draw(name, strips)
            for line in stretch.lines:
                lines.append(line)
                paper.entry(f"{len(lines):>2}  ", " ".join(text for pair in line.steps for text in pair if text))
        paper.gap()
        return lines

    def _draw(self, name: str, strips: tuple[Strip, ...]) -> None:
        paper = self.asking.paper
        paper.gap()
        if paper.width < ROOM:
            return
        if name:
            paper.line(name)
        for strip in strips:
            paper.line(strip.label)
            wide = max(len(step) for step in strip.steps)
            for number, step in enumerate(strip.steps):
                paper.row(f"{step:>{wide}}  {''.join(_letter(taken, number) for taken in strip.taken)}")
        paper.gap()

    def _opens(self, lines: list[Line]) -> None:
        self.sheet.tell("app.over_time.opens")
        line = lines[self.sheet.number(len(lines)) - 1]
        paper = self.asking.paper
        paper.gap()
        paper.line(line.when)
        for label, text in line.said:
            paper.hint(label)
            paper.line(text, 2)
        paper.gap()


def _letter(taken: int | None, step: int) -> str:
    return OPEN if taken is None else MARK if taken == step else LINE


def _letters(stretches: tuple[Stretch, ...]) -> dict[str, str]:
    ways = {
        "o": ("chip.map.open", any(stretch.lines for stretch in stretches)),
        "e": ("chip.over_time.earlier", any(stretch.earlier for stretch in stretches)),
        "l": ("chip.over_time.later", any(stretch.later for stretch in stretches)),
    }
    return {**{letter: key for letter, (key, there) in ways.items() if there}, "b": "chip.vault.back"}
