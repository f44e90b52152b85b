"""The inner map in a terminal: the list, and everything that can be done with it, one thing at a time.

Rules: `q` alone on a line stops at once, wherever it is typed. What is done with one part is in part.py, how somebody
is asked in map_sheet.py.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from unforced.app.inner_map import meet_on_map
from unforced.app.map_list import MapList
from unforced.cli.asking import Asking
from unforced.cli.at_vault import by_the_clock, sitting
from unforced.cli.map_sheet import MapSheet
from unforced.cli.part import OnePart
from unforced.cli.ties import Tying
from unforced.cli.tools import Tools
from unforced.cli.watched import Watched
from unforced.domain.errors import UnforcedError
from unforced.domain.map_changes import forget_change, undo
from unforced.domain.part import Part


def run_parts(tools: Tools, region: str) -> None:
    """The map, as long as somebody looks. End of input and Ctrl-C leave it like any other way."""
    with sitting(tools, region) as (watched, asking):
        OnTheMap(watched, asking).run()


class OnTheMap:
    """Somebody who looks at their inner map."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime] = by_the_clock) -> None:
        self.asking = asking
        self.sheet = MapSheet(watched, asking, now)

    def run(self) -> None:
        """The list, and one thing done, again and again until it is left."""
        if not self.sheet.opens("app.keeping_terminal.absent"):
            return
        while self._once():
            pass

    def _once(self) -> bool:
        """Whether the list comes again. An error is a sentence, and then it does."""
        try:
            found = self.sheet.listed()
            self._write(found)
            letter = self.sheet.letter(_letters(found))
            return {"a": self._add, "o": self._open, "t": self._tie, "u": self._undo, "x": self._forget}[letter](found)
        except (UnforcedError, OSError) as error:
            self.sheet.sorry(error)
            return not isinstance(error, OSError)

    def _write(self, found: MapList) -> None:
        paper = self.asking.paper
        paper.gap()
        self.sheet.tell("app.map.lead" if found.parts else "app.map.empty")
        for number, part in enumerate(found.parts, start=1):
            paper.entry(f"{number:>2}  ", part.name)
        if found.ties or found.circles:
            paper.gap()
        for text in (*(tie.sentence for tie in found.ties), *found.circles):
            paper.hint(text)
        if found.changes:
            paper.gap()
            paper.hint(f"{found.changes[0].sentence} {found.changes[0].until}")
        paper.gap()

    def _add(self, _: MapList) -> bool:
        name = self.sheet.words("app.map.name")
        key = self.sheet.inside(lambda inside: meet_on_map(inside, Part(name=name), self.sheet.today()))
        return OnePart(self.sheet, key).open()

    def _open(self, found: MapList) -> bool:
        part = self.sheet.picked("app.map.which", found.parts)
        return OnePart(self.sheet, part.key).open()

    def _tie(self, found: MapList) -> bool:
        Tying(self.sheet).ask(found)
        return True

    def _undo(self, found: MapList) -> bool:
        self.sheet.does(lambda now: undo(now, found.changes[0].number))
        self.sheet.tell("app.map.undone")
        return True

    def _forget(self, found: MapList) -> bool:
        """What was before the last change is gone, and what was before earlier ones with it."""
        self.sheet.tell("app.past.forget_now")
        if self.sheet.letter({"x": "chip.map.forget_now", "b": "chip.vault.back"}) == "x":
            self.sheet.does(lambda now: forget_change(now, found.changes[0].number))
            self.sheet.tell("app.map.forgotten_now")
        return True


def _letters(found: MapList) -> dict[str, str]:
    letters = {"a": "chip.map.add"}
    if found.parts:
        letters["o"] = "chip.map.open"
    if len(found.parts) > 1:
        letters["t"] = "chip.map.tie"
    if found.changes:
        letters |= {"u": "chip.map.undo", "x": "chip.map.forget_now"}
    return letters
