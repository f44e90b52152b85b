"""Small moments that gathered, in a terminal: the shore, and the list for whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from unforced.app.arrive import arrive
from unforced.app.bounds import with_bounds
from unforced.app.moments import Listed, Told, forget, moments, own_words, take_back, told
from unforced.app.past import day_of
from unforced.app.respond import respond
from unforced.app.shore import sentence
from unforced.cli.asking import STOP, Asking
from unforced.cli.at_vault import AtVault, by_the_clock, sitting
from unforced.cli.keeping import Keeping
from unforced.cli.shore import drawn
from unforced.cli.tools import Tools
from unforced.cli.visiting import Visiting
from unforced.cli.watched import Watched
from unforced.domain.errors import UnforcedError
from unforced.domain.visit import Deed, Reply
from unforced.ports import Reader

LIST = {"l": "chip.moments.list", STOP: "chip.controls.stop"}
OWN = {"t": "chip.moments.take", "f": "chip.moments.forget", "b": "chip.vault.back"}
DONE = {"f": "chip.moments.forget", "b": "chip.vault.back"}
LEAVING = {"t": "chip.moments.take_back", "b": "chip.vault.back"}


def run_moments(tools: Tools, region: str) -> None:
    """The shore, as long as somebody looks. End of input and Ctrl-C leave it like any other way."""
    with sitting(tools, region) as (watched, asking):
        looking = Gathered(watched, asking)
        looking.reader = tools.reader
        looking.run()


class Gathered(AtVault):
    """Somebody who looks at their small moments."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime] = by_the_clock) -> None:
        super().__init__(watched, asking, now)
        self.reader: Reader | None = None  # of own words, in a visit that begins here

    def run(self) -> None:
        """The shore; then the list, again and again, where it is asked for."""
        try:
            if not self.opens("app.past.none"):
                return
            self._write_shore()
            if self.asking.letter(LIST) == "l":
                while self._listed():
                    pass
        except (UnforcedError, OSError) as error:
            self.asking.sorry(error)

    def _write_shore(self) -> None:
        found = self.inside(lambda inside: moments(inside, self.today()))
        self.paper.gap()
        for line in drawn(len(found.done), self.paper.width):
            self.paper.row(line)
        self.paper.gap()
        self.asking.tell(f"app.moments.{sentence(len(found.done))}")
        self.asking.hint("app.moments.stays" if found.done else "app.moments.empty")
        self.paper.gap()

    def _listed(self) -> bool:
        """The list, and one thing done with a line of it; whether it comes again."""
        found = self.inside(lambda inside: moments(inside, self.today()))
        listed = told(found, self.asking.library)
        every = listed.own + listed.done + listed.leaving
        self._write_list(listed)
        if not every:
            return False
        self.asking.hint("app.moments.number")
        number = self.asking.number(len(every))
        if not number:
            return False
        if number > len(listed.own) + len(listed.done):
            return self._back(every[number - 1])
        return self._looked_at(every[number - 1], OWN if number <= len(listed.own) else DONE)

    def _write_list(self, listed: Told) -> None:
        first = 1
        parts = {"list_own": listed.own, "list_done": listed.done, "list_leaving": listed.leaving}
        for key, lines in parts.items():
            if lines:
                self.paper.gap()
                self.asking.hint(f"app.moments.{key}")
            for number, line in enumerate(lines, start=first):
                self.paper.entry(f"{number:>2}  ", " · ".join(part for part in (line.text, line.when) if part))
            first += len(lines)
        self.paper.gap()

    def _looked_at(self, line: Listed, letters: dict[str, str]) -> bool:
        letter = self.asking.letter({**letters, STOP: "chip.controls.stop"})
        if letter == "t":
            return self._take(line)
        if letter == "f":
            day = self.inside(lambda inside: forget(line.token, inside, self.today()))
            self.asking.tell("app.moments.forgotten", day=day_of(datetime.fromordinal(day)))
        return letter != STOP

    def _back(self, line: Listed) -> bool:
        letter = self.asking.letter({**LEAVING, STOP: "chip.controls.stop"})
        if letter == "t":
            self.inside(lambda inside: take_back(line.token, inside))
            self.asking.tell("app.moments.taken_back")
        return letter != STOP

    def _take(self, line: Listed) -> bool:
        """A visit that begins with an own one; its words are screened like any that are written."""
        library = self.asking.library
        words = self.inside(lambda inside: own_words(line.token, moments(inside, self.today())))
        visit = self.inside(lambda inside: with_bounds(arrive(), inside))
        visit = respond(visit, Reply(Deed.OPEN_DOOR, "moment"), library)
        self._watched.left_alone = lambda: None
        keeping = Keeping(self._watched, self.asking, now=self._now)
        visiting = Visiting(library, self.paper, self.asking.region, self.asking.read, keeping)
        visiting.reader = self.reader
        visiting.visit = respond(visit, Reply(Deed.WRITE), library, raw=words)
        visiting.run()
        return False
