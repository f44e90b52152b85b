"""Small moments that gathered, in a terminal: the shore, and the list for whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from unforced.app.arrive import arrive
from unforced.app.bounds import with_bounds
from unforced.app.moments import Listed, Told, forget, moments, own_words, take_back, told
from unforced.app.past import day_of
from unforced.app.respond import respond
from unforced.app.shore import sentence
from unforced.cli.asking import STOP, Asking
from unforced.cli.keeping import Keeping, by_the_clock
from unforced.cli.paper import Paper
from unforced.cli.shore import drawn
from unforced.cli.tools import Tools
from unforced.cli.unlocking import unlocked
from unforced.cli.visiting import Visiting
from unforced.cli.watched import Watched
from unforced.domain.errors import LockedError, UnforcedError
from unforced.domain.page import Standing
from unforced.domain.visit import Deed, Reply
from unforced.ports import Inside, Reader

T = TypeVar("T")
LIST = {"l": "chip.moments.list", STOP: "chip.controls.stop"}
OWN = {"t": "chip.moments.take", "f": "chip.moments.forget", "b": "chip.vault.back"}
DONE = {"f": "chip.moments.forget", "b": "chip.vault.back"}
LEAVING = {"t": "chip.moments.take_back", "b": "chip.vault.back"}


def run_moments(tools: Tools, region: str) -> None:
    """The shore, as long as somebody looks. End of input and Ctrl-C leave it like any other way."""
    asking = Asking(tools.library, Paper(), region or tools.region)
    watched = Watched(lambda: tools.vault)
    asking.touched = watched.touch
    try:
        looking = Gathered(watched, asking)
        looking.reader = tools.reader
        looking.run()
    except (EOFError, KeyboardInterrupt):
        asking.paper.gap()
    finally:
        watched.end()


class Gathered:
    """Somebody who looks at their small moments."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime] = by_the_clock) -> None:
        self.asking = asking
        self.paper = asking.paper
        self._watched = watched
        self._now = now
        self.reader: Reader | None = None  # of own words, in a visit that begins here
        watched.left_alone = self._left_alone

    def run(self) -> None:
        """The shore; then the list, again and again, where it is asked for."""
        try:
            standing = self._watched.vault.standing()
            if standing is Standing.ABSENT:
                return self.asking.tell("app.past.none")
            if standing is Standing.LOCKED and not unlocked(self._watched.vault, self.asking):
                return None
            self._write_shore()
            if self.asking.letter(LIST) == "l":
                while self._listed():
                    pass
        except (UnforcedError, OSError) as error:
            self.asking.sorry(error)
        return None

    def _left_alone(self) -> None:
        self.paper.clear()
        self.asking.tell("app.vault.locked_self")

    def _inside(self, deed: Callable[[Inside], T]) -> T:
        """Does something inside, asking for the passphrase where it locked itself; an empty line there leaves."""
        try:
            return deed(self._watched.vault.inside)
        except LockedError:
            self.asking.tell("app.vault.locked_self")
            if not unlocked(self._watched.vault, self.asking):
                raise EOFError from None
            return deed(self._watched.vault.inside)

    def _today(self) -> int:
        return self._now().toordinal()

    def _write_shore(self) -> None:
        found = self._inside(lambda inside: moments(inside, self._today()))
        self.paper.gap()
        for line in drawn(len(found.done), self.paper.width):
            self.paper.row(line)
        self.paper.gap()
        self.asking.tell(f"app.moments.{sentence(len(found.done))}")
        self.asking.hint("app.moments.stays" if found.done else "app.moments.empty")
        self.paper.gap()

    def _listed(self) -> bool:
        """The list, and one thing done with a line of it; whether it comes again."""
        found = self._inside(lambda inside: moments(inside, self._today()))
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
            day = self._inside(lambda inside: forget(line.token, inside, self._today()))
            self.asking.tell("app.moments.forgotten", day=day_of(datetime.fromordinal(day)))
        return letter != STOP

    def _back(self, line: Listed) -> bool:
        letter = self.asking.letter({**LEAVING, STOP: "chip.controls.stop"})
        if letter == "t":
            self._inside(lambda inside: take_back(line.token, inside))
            self.asking.tell("app.moments.taken_back")
        return letter != STOP

    def _take(self, line: Listed) -> bool:
        """A visit that begins with an own one; its words are screened like any that are written."""
        library = self.asking.library
        words = self._inside(lambda inside: own_words(line.token, moments(inside, self._today())))
        visit = self._inside(lambda inside: with_bounds(arrive(), inside))
        visit = respond(visit, Reply(Deed.OPEN_DOOR, "moment"), library)
        self._watched.left_alone = lambda: None
        keeping = Keeping(self._watched, self.asking, now=self._now)
        visiting = Visiting(library, self.paper, self.asking.region, self.asking.read, keeping)
        visiting.reader = self.reader
        visiting.visit = respond(visit, Reply(Deed.WRITE), library, raw=words)
        visiting.run()
        return False
