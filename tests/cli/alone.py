"""A person in memory in front of the terminal's screens, with two clocks that can be set."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime

from rich.console import Console

from tests.adapters.vault.keeping import Place
from unforced.adapters.library import FileLibrary
from unforced.adapters.vault.sealed_vault import SealedVault
from unforced.app.watch import IDLE, Watch
from unforced.cli.asking import Asking
from unforced.cli.keeping import Keeping
from unforced.cli.paper import Paper
from unforced.cli.past import Looking
from unforced.cli.visiting import Visiting
from unforced.cli.watched import Watched
from unforced.domain.page import Page, Standing

Line = str | Callable[[], str]


class Alone:
    """A person in memory, with two clocks that can be set. A line may be something that happens before it is typed."""

    def __init__(self, library: FileLibrary, place: Place) -> None:
        self.awake = self.always = 1000.0
        self.place = place
        self.vault: SealedVault = place.begun()
        self.vault.lock()
        self.sheet = io.StringIO()
        self.lines: Iterator[Line] = iter(())
        self.watched = Watched(lambda: self.vault, Watch(lambda: self.awake, lambda: self.always), every=0.005)
        paper = Paper(Console(file=self.sheet, width=100, markup=False, highlight=False, emoji=False))
        self.asking = Asking(library, paper, "GB", self.typed, self.typed)
        self.asking.touched = self.watched.touch
        self.now = datetime(2026, 11, 23, 3, 12, tzinfo=UTC)

    def typed(self) -> str:
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        return line() if callable(line) else line

    def away(self, line: str, seconds: float = IDLE + 1) -> Callable[[], str]:
        """Nobody does anything for a while; then this is typed."""

        def after() -> str:
            self.awake += seconds
            self.always += seconds
            return self._once_locked(line)

        return after

    def slept(self, line: str, seconds: float = 60) -> Callable[[], str]:
        """The machine sleeps; this is typed before anybody looked."""

        def after() -> str:
            self.always += seconds
            return line

        return after

    def _once_locked(self, line: str) -> str:
        until = time.monotonic() + 5
        while self.vault.standing() is Standing.OPEN and time.monotonic() < until:
            time.sleep(0.002)
        assert self.vault.standing() is Standing.LOCKED
        return line

    def visit(self, *lines: Line) -> str:
        self.lines = iter(lines)
        keeping = Keeping(self.watched, self.asking, now=lambda: self.now)
        Visiting(self.asking.library, self.asking.paper, "GB", self.asking.read, keeping).run()
        return self.printed()

    def past(self, *lines: Line) -> str:
        self.lines = iter(lines)
        with suppress(EOFError):
            Looking(self.watched, self.asking, lambda: self.now).run()
        return self.printed()

    def printed(self) -> str:
        said = " ".join(self.sheet.getvalue().split())
        self.sheet.seek(0)
        self.sheet.truncate()
        return said

    def kept(self) -> list[Page]:
        self.vault.lock()
        vault = self.place.unlocked()
        return [page for page in vault.inside.open_all().pages if page.document["kind"] == "visit"]
