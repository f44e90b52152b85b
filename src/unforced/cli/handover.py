"""A sheet to take along, in a terminal: lines put on it by number, questions typed, looked at, and written to a file.

Rules:
- Nothing is on it at first. What is chosen and typed is kept nowhere but in the file, and only after a yes.
- `q` leaves it at once, and nothing is written.
- A file that is there is replaced only where the person says so. A new one is readable by nobody else.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import typer

from unforced.app.handover import Offered, compose, offered
from unforced.app.heard import help_for
from unforced.cli.asking import STOP, Asking
from unforced.cli.at_vault import AtVault, by_the_clock, sitting
from unforced.cli.carrying import write_whole
from unforced.cli.ticking import Ticking
from unforced.cli.tools import Tools
from unforced.cli.watched import Watched
from unforced.domain.errors import LockedError
from unforced.domain.handover import Format, Handover, Pressed
from unforced.domain.page import Standing
from unforced.ports import Press

YES = "yes"
ENDINGS = {".md": Format.MARKDOWN, ".txt": Format.MARKDOWN, ".pdf": Format.PDF}


def run_sheet(tools: Tools, region: str, file: Path, wanted: Format | None) -> None:
    """A sheet, from choosing to its file. Exits with 1 where none was written."""
    wanted = wanted or ENDINGS.get(file.suffix.lower(), Format.HTML)
    done = False
    with sitting(tools, region) as (watched, asking):
        done = Choosing(watched, asking, tools.press).run(file, wanted)
    if not done:
        raise typer.Exit(1)


class Choosing(AtVault):
    """Somebody who puts lines on a sheet."""

    def __init__(
        self, watched: Watched, asking: Asking, press: Press, now: Callable[[], datetime] = by_the_clock
    ) -> None:
        super().__init__(watched, asking, now)
        self._press = press
        self._lines = Ticking(asking)

    def run(self, file: Path, wanted: Format) -> bool:
        """From the list to the file; whether it was written. Errors are those of the vault and the disk."""
        if wanted not in self._press.formats():
            self.asking.tell("app.errors.no_press")
            return False
        found = self._offered()
        if found is None:
            return False
        tokens, written = self._lines.chosen(found), self._written()
        if self._watched.vault.standing() is Standing.LOCKED:  # nobody was there for a while
            self.asking.tell("app.sheet_terminal.nothing")
            return False
        sheet = compose(found, tokens, written, self.asking.library, self._now())
        if not sheet:
            self.asking.tell("app.sheet.empty")
            return False
        self._show(sheet)
        return self._write(self._pressed(sheet, wanted), file)

    def _offered(self) -> Offered | None:
        """What could be chosen; None where it stays locked."""
        standing = self.standing()
        if standing is not Standing.OPEN:
            return Offered() if standing is Standing.ABSENT else None
        try:
            return offered(self._watched.vault.inside, None, self.asking.library, self._now())
        except LockedError:
            self.asking.tell("app.vault.locked_self")
            return None

    def _written(self) -> str:
        """Questions for the session, a line each, until an empty one. Words of danger bring Help at once."""
        written: list[str] = []
        self.paper.gap()
        while True:
            self.asking.hint("app.sheet_terminal.write")
            line = self.asking.line()
            if line.strip().lower() == STOP:
                raise EOFError
            if not line.strip():
                return "\n".join(written)
            written.append(line)
            danger = help_for(line, self.asking.library)
            if danger:
                self.asking.tell(danger)
                self.asking.help()

    def _show(self, sheet: Handover) -> None:
        self.paper.gap()
        self.asking.hint("app.sheet.preview")
        self.paper.gap()
        self.paper.line(sheet.lead)
        self.paper.hint(sheet.day)
        for chapter in sheet.chapters:
            self.paper.gap()
            self.paper.line(chapter.title)
            for item in chapter.items:
                self._lines.write(item, "  ")
        self.paper.gap()

    def _pressed(self, sheet: Handover, wanted: Format) -> Pressed:
        pressed = self._press.press(sheet, wanted)
        if pressed.unset:
            key = "app.sheet.unset_one" if pressed.unset == 1 else "app.sheet.unset"
            self.asking.tell(key, n=str(pressed.unset))
        return pressed

    def _write(self, pressed: Pressed, file: Path) -> bool:
        over = os.path.lexists(file)
        self.asking.tell("app.sheet.leaves")
        self.asking.hint("app.sheet_terminal.over" if over else "app.sheet_terminal.yes")
        if self.asking.line().strip().lower() != YES:
            self.asking.tell("app.sheet_terminal.nothing")
            return False
        try:
            write_whole(file, pressed.content, over=over)
        except FileExistsError:
            self.asking.tell("app.keeping_terminal.exists")
            return False
        self.asking.tell("app.sheet_terminal.taken")
        print(file)
        return True
