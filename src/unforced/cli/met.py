"""Whoever was met in a kept visit, and whether they come to the inner map: one quiet question at a time, in a terminal.

Rules: nobody is asked about twice, and nothing is asked where nobody was met. `q` stops at once, and whatever was put
there before that is there. The visit stays kept, whatever is answered or goes wrong here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from unforced.app.put_on_map import TWO, Asked, asked_of, pull, put_new, put_there
from unforced.cli.asking import Asking
from unforced.cli.map_sheet import MapSheet
from unforced.cli.watched import Watched
from unforced.domain.errors import LockedError, UnforcedError, VaultError

ONE = {"n": "chip.map.met_new", "t": "chip.map.met_there", "l": "chip.map.met_leave"}
BOTH = {"p": "chip.map.met_both", "l": "chip.map.met_leave"}


def ask_who_was_met(name: str, watched: Watched, asking: Asking, now: Callable[[], datetime]) -> bool:
    """Everything that could be asked about the kept visit of this name. False where somebody stopped it."""
    before = watched.left_alone
    try:
        with suppress(LockedError):
            _ = watched.vault.inside  # nobody is asked for the passphrase only to be asked about the map
            WhoWasMet(name, MapSheet(watched, asking, now)).ask()
    except (EOFError, KeyboardInterrupt):
        return False
    finally:
        watched.left_alone = before
    return True


class WhoWasMet:
    """Somebody who is asked about those they met. Stopping is an EOFError."""

    def __init__(self, name: str, sheet: MapSheet) -> None:
        self._name = name
        self._sheet = sheet

    def ask(self) -> None:
        """Each once: those who aren't on the map, then the two sides together."""
        asked: set[int] = set()
        while (about := self._next(asked)) is not None:
            asked.add(about.side)
            self._sheet.asking.paper.gap()
            self._sheet.asking.paper.line(about.sentence)
            self._sheet.asking.paper.hint(self._sheet.say("app.map.met_hint"))
            try:
                self._answered(about)
            except (UnforcedError, OSError) as error:
                self._sheet.sorry(error)

    def _next(self, asked: set[int]) -> Asked | None:
        """What is asked next; None where nothing is left, or where it can't be looked at now."""
        with suppress(VaultError, OSError):
            self._sheet.found()
            today, names = self._sheet.today(), self._sheet.names
            left = self._sheet.inside(lambda inside: asked_of(self._name, inside, today, names))
            return next((each for each in left if each.side not in asked), None)
        return None

    def _answered(self, about: Asked) -> None:
        sheet, today = self._sheet, self._sheet.today()
        letter = sheet.letter(BOTH if about.side == TWO else self._letters())
        if letter == "p":
            sheet.inside(lambda inside: pull(self._name, inside, today))
        elif letter == "n":
            sheet.inside(lambda inside: put_new(self._name, about.side, inside, today))
        elif letter == "l" or not (key := self._one_there()):
            return
        else:
            sheet.inside(lambda inside: put_there(self._name, about.side, key, inside, today))
        sheet.tell("app.map.met_put")

    def _letters(self) -> dict[str, str]:
        there = bool(self._sheet.found().parts)
        return {letter: key for letter, key in ONE.items() if there or letter != "t"}

    def _one_there(self) -> int:
        """The key of one that is on the map; 0 for leaving it out after all."""
        parts = self._sheet.listed().parts
        place = self._sheet.one_of([*(part.name for part in parts), self._sheet.say("chip.map.met_leave")])
        return parts[place].key if place < len(parts) else 0
