"""A safety plan, in a terminal: read first, written in where somebody asks for it, and to a file only where told.

Rules:
- Where nothing is kept, the plan is in memory until the end, and that is said first.
- `q` leaves at once; what was put in by then is kept, where anything is.
- A file that is there is replaced only after a yes. A new one is readable by nobody else.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import typer

from unforced.app.safety_plan_paper import chapters, on_paper
from unforced.cli.asking import STOP, Asking
from unforced.cli.at_vault import AtVault, by_the_clock, sitting
from unforced.cli.carrying import write_whole
from unforced.cli.safety_plan_writing import HeldPlan, Writing
from unforced.cli.tools import Tools
from unforced.cli.watched import Watched
from unforced.domain.errors import UnforcedError
from unforced.domain.page import Standing

YES = "yes"
LETTERS = {"w": "chip.plan.write", STOP: "chip.controls.stop"}
WITH_FILE = {"w": "chip.plan.write", "f": "chip.plan.file", STOP: "chip.controls.stop"}


def run_safety_plan(tools: Tools, region: str, file: Path | None) -> None:
    """The plan, for as long as somebody looks. Exits with 1 where a file was named and none was written."""
    with sitting(tools, region) as (watched, asking):
        planning = Planning(watched, asking)
        planning.run(file)
    if file is not None and not planning.written:
        raise typer.Exit(1)


class Planning(AtVault):
    """Somebody who looks at their plan. ``written``: whether it was written to a file."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime] = by_the_clock) -> None:
        super().__init__(watched, asking, now)
        self.written = False

    def run(self, file: Path | None = None) -> None:
        """Reading; then writing in it, or to the file, as often as it is asked for."""
        try:
            standing = self.standing()
            if standing is Standing.LOCKED:
                return
            absent = standing is Standing.ABSENT
            held = HeldPlan(None if absent else self, self.today)
            if absent:
                self.asking.tell("app.plan_terminal.here_only")
            while self._once(held, file):
                pass
        except (UnforcedError, OSError) as error:
            self.asking.sorry(error)

    def _once(self, held: HeldPlan, file: Path | None) -> bool:
        """The plan, and one thing done with it; whether it comes again."""
        self._show(held)
        letter = self.asking.letter(WITH_FILE if file else LETTERS)
        if letter == "w":
            Writing(self.asking, held).run()
        elif letter == "f" and file is not None:
            self._write(held, file)
        return letter == "w"

    def _show(self, held: HeldPlan) -> None:
        found = chapters(held.plan(), self.asking.library)
        self.paper.gap()
        self.asking.tell("chip.plan.page")
        if not found:
            self.asking.tell("app.plan.what")
            self.asking.tell("app.plan.empty")
        for each in found:
            self.paper.gap()
            self.paper.hint(each.title)
            for line in each.lines:
                self.paper.line(line, 2)
        self.paper.gap()
        self.asking.hint("app.plan.nobody")
        self.paper.gap()

    def _write(self, held: HeldPlan, file: Path) -> None:
        plan, over = held.plan(), os.path.lexists(file)
        if not plan.written:
            self.asking.tell("app.plan.empty")
            return
        self.asking.tell("app.plan_terminal.over" if over else "app.plan_terminal.readable")
        if self.asking.line().strip().lower() != YES:
            self.asking.tell("app.plan_terminal.nothing")
            return
        try:
            write_whole(file, on_paper(plan, self.asking.library, self._now()).encode("utf-8", "replace"), over=over)
        except FileExistsError:
            self.asking.tell("app.keeping_terminal.exists")
            return
        self.written = True
        self.asking.tell("app.plan_terminal.taken")
        print(file)
