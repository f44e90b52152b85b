"""What was kept, in a terminal, for the person who asks for it: the list, one visit whole, and what to do with it.

Nothing of it is shown by a visit unasked. It locks when nobody is there; the window is cleared of it then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from unforced.app.bounds import with_bounds
from unforced.app.kept import go_on, kept_of
from unforced.app.past import Entry, Shelf, Told, day_of, past, told
from unforced.app.teach import Told as Corrected
from unforced.app.teach import told as corrected
from unforced.cli.asking import STOP, Asking
from unforced.cli.at_vault import AtVault, by_the_clock, sitting
from unforced.cli.corrected import looked_at
from unforced.cli.keeping import Keeping
from unforced.cli.tools import Tools
from unforced.cli.visiting import Visiting
from unforced.cli.watched import Watched
from unforced.domain.errors import UnforcedError
from unforced.ports import Reader

HERE = {"g": "chip.vault.go_on", "f": "chip.keep.forget", "x": "chip.vault.forget_now", "b": "chip.vault.back"}
LEAVING = {"t": "chip.vault.take_back", "x": "chip.vault.forget_now", "b": "chip.vault.back"}
FOR_GOOD = {"x": "chip.vault.forget_now", "b": "chip.vault.back"}
STOPPING = {STOP: "chip.controls.stop"}


def run_past(tools: Tools, region: str) -> None:
    """The past, as long as somebody looks. End of input and Ctrl-C leave it like any other way."""
    with sitting(tools, region) as (watched, asking):
        looking = Looking(watched, asking)
        looking.reader = tools.reader
        looking.run()


class Looking(AtVault):
    """Somebody who looks at what they kept."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime] = by_the_clock) -> None:
        super().__init__(watched, asking, now)
        self.reader: Reader | None = None  # of own words, in a visit that goes on

    def run(self) -> None:
        """The list, again and again, until it is left."""
        if not self.opens("app.past.none"):
            return
        while (picked := self._picked()) is not None and self._looked_at(picked):
            pass

    def _picked(self) -> Entry | Corrected | None:
        shelf = self.inside(lambda inside: past(inside, self.asking.library))
        today, library = self.today(), self.asking.library
        found = self.inside(lambda inside: corrected(inside, today, library)) if shelf.listed else Corrected()
        every: list[Entry | Corrected] = [*shelf.entries, *shelf.leaving, *([found] if found.there else [])]
        self._write_list(shelf, found)
        if not every or not shelf.listed:
            return None
        self.asking.hint("app.keeping_terminal.number")
        number = self.asking.number(len(every))
        return every[number - 1] if number else None

    def _write_list(self, shelf: Shelf, found: Corrected) -> None:
        self.paper.gap()
        self.asking.tell("app.past.lead" if shelf.entries else "app.past.none")
        self._write_entries(shelf.entries, 1)
        if shelf.leaving:
            self.paper.gap()
            self.asking.hint("app.past.leaving")
            self._write_entries(shelf.leaving, len(shelf.entries) + 1)
        if found.there:
            self.paper.gap()
            number = len(shelf.entries) + len(shelf.leaving) + 1
            self.paper.entry(f"{number:>2}  ", self.asking.say("chip.lessons.page"))
        if shelf.damaged:
            self.paper.gap()
            key = "app.past.damaged_one" if shelf.damaged == 1 else "app.past.damaged"
            self.asking.tell(key, n=str(shelf.damaged))
        if not shelf.listed:
            self.paper.gap()
            self.asking.tell("app.past.register")
            self.asking.hint("app.keeping_terminal.mend")
        self.paper.gap()

    def _write_entries(self, entries: tuple[Entry, ...], first: int) -> None:
        for number, entry in enumerate(entries, start=first):
            beside = [self.asking.say("app.past.copied")] if entry.copied else []
            beside += [self.asking.say("app.past.goes", day=entry.goes)] if entry.goes else []
            self.paper.entry(f"{number:>2}  ", " · ".join([entry.when, *beside]))
            self.paper.hint(entry.line, 4)

    def _looked_at(self, entry: Entry | Corrected) -> bool:
        """One visit, whole; whether the list comes again after it. An error is a sentence, and the list comes again."""
        try:
            if isinstance(entry, Corrected):
                return looked_at(entry, self.asking, self.inside, self.today())
            self._write_told(self.inside(lambda inside: told(entry.name, inside, self.asking.library)))
            return self._left_it(entry) if entry.goes else self._took_it_up(entry)
        except (UnforcedError, OSError) as error:
            self.asking.sorry(error)
            return True

    def _write_told(self, visit: Told) -> None:
        self.paper.gap()
        self.paper.line(visit.entry.when)
        self.paper.gap()
        for label, answer in visit.said:
            self.paper.hint(label)
            self.paper.line(answer, 2)
        if visit.done:
            self.paper.gap()
            self.asking.hint("app.past.done")
        for title in visit.done:
            self.paper.line(title, 2)
        if visit.draft:
            self.paper.gap()
            self.asking.hint("app.past.draft")
            self.paper.line(visit.draft, 2)
        self.paper.gap()

    def _took_it_up(self, entry: Entry) -> bool:
        letter = self.asking.letter({**HERE, **STOPPING})
        if letter == "g":
            self._go_on(entry.name)
        elif letter == "f":
            day = self.inside(lambda inside: inside.forget(entry.name))
            self.asking.tell("app.past.forgotten", day=day_of(datetime.fromordinal(day)))
        elif letter == "x":
            self._forget_now(entry)
        return letter not in ("g", STOP)

    def _left_it(self, entry: Entry) -> bool:
        letter = self.asking.letter({**LEAVING, **STOPPING})
        if letter == "t":
            self.inside(lambda inside: inside.take_back(entry.name))
            self.asking.tell("app.past.taken_back")
        elif letter == "x":
            self._forget_now(entry)
        return letter != STOP

    def _forget_now(self, entry: Entry) -> None:
        self.asking.tell("app.past.forget_now")
        if self.asking.letter(FOR_GOOD, stop="b") == "x":
            self.inside(lambda inside: inside.forget_now(entry.name))
            self.asking.tell("app.past.forgotten_now")

    def _go_on(self, name: str) -> None:
        """The visit goes on from there; from here on it is a visit like any other, sealed after every turn."""
        before = self.inside(lambda inside: kept_of(inside.open(name)))
        lies = self.inside(lambda inside: go_on(name, inside, self._now(), self.asking.library.shelf))
        visit = self.inside(lambda inside: with_bounds(lies.visit, inside))
        if lies.visit != before.visit:
            self.asking.hint("app.past.went_on")
        if lies.draft:
            self.paper.hint(f"{self.asking.say('app.past.draft')}: {lies.draft}")
        self._watched.left_alone = lambda: None
        keeping = Keeping(self._watched, self.asking, replace(lies, visit=visit), self._now)
        visiting = Visiting(self.asking.library, self.paper, self.asking.region, self.asking.read, keeping)
        visiting.visit, visiting.reader = visit, self.reader
        visiting.run()
