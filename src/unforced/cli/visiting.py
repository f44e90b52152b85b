"""The visit in a terminal: show a screen, read one line, do the deed. It holds no rule and keeps nothing."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from unforced.app.arrive import arrive
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.view import View
from unforced.cli.keys import LETTERS, Asked, understood
from unforced.cli.pacing import play
from unforced.cli.paper import Paper
from unforced.cli.tools import Tools
from unforced.domain.errors import UnforcedError
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.ports import Library

QUIET = frozenset({Phase.PRACTICE, Phase.HELP})  # screens without what was said before


def run_visit(tools: Tools, region: str) -> None:
    """From arriving to leaving. End of input and Ctrl-C are ways to stop like any other."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    Visiting(tools.library, Paper(), region or tools.region).run()


class Visiting:
    """One visit on one sheet of paper."""

    def __init__(
        self, library: Library, paper: Paper, region: str, ask: Callable[[], str] = lambda: input("> ")
    ) -> None:
        self.ask = ask
        self.library = library
        self.paper = paper
        self.region = region.upper()
        self.visit: Visit = arrive()

    def run(self) -> None:
        """Turn by turn until it is closed."""
        # Reading the screening rules takes half a second; it happens while the first screen is being read.
        Thread(target=self._ready, daemon=True).start()
        try:
            while self.visit.phase is not Phase.CLOSED:
                view = show(self.visit, self.library, self.region)
                self._write(view)
                self._turn(view)
        except (EOFError, KeyboardInterrupt):
            self._do(Reply(Deed.STOP))
        self.paper.gap()
        for line in show(self.visit, self.library, self.region).said:
            self.paper.line(line)
        self.paper.gap()

    def _ready(self) -> None:
        with suppress(UnforcedError):
            _ = self.library.rules

    def _turn(self, view: View) -> None:
        if view.playing is not None:
            self._do(play(view.playing, self.paper, self.library.phrases.say("app.terminal.playing")))
            return
        while True:
            asked = understood(self.ask(), view)
            if asked.reason:
                self._why(view)
            elif asked.region:
                self.region = asked.region
                return
            elif asked.reply is not None and self._do(asked.reply, asked):
                return
            elif asked.reply is None:
                self.paper.hint(self.library.phrases.say("app.errors.unusable_answer"))

    def _do(self, reply: Reply, asked: Asked | None = None) -> bool:
        """One deed; an error is one calm sentence, and the screen stays as it was."""
        try:
            self.visit = respond(self.visit, reply, self.library, raw=asked.raw if asked else "")
        except UnforcedError as error:
            self.paper.hint(self.library.phrases.say(f"app.errors.{error.code}"))
            return False
        if reply.deed is Deed.WATCHED:
            self.paper.clear()
        return True

    def _why(self, view: View) -> None:
        for choice in view.choices:
            if choice.why:
                self.paper.hint(f"{choice.label}: {'; '.join(choice.why)}.", 2)

    def _write(self, view: View) -> None:
        self.paper.gap()
        for label, answer in view.earlier if view.phase not in QUIET else ():
            self.paper.hint(f"{label}: {answer}", 2)
        if view.said:
            self.paper.gap()
        for line in view.said:
            self.paper.line(line)
        if view.question:
            self.paper.gap()
            self.paper.line(view.question)
        if view.hint:
            self.paper.hint(view.hint)
        if view.playing is None:
            self._write_choices(view)

    def _write_choices(self, view: View) -> None:
        if view.first_number == 0:
            self._write_scale(view)
        else:
            self._write_list(view)
        self.paper.gap()
        for line in view.footnotes:
            self.paper.hint(line)
        if view.footnotes:
            self.paper.gap()
        if view.field and view.field not in (view.hint, view.question):
            self.paper.hint(view.field)
        if view.phase is Phase.HELP:
            self.paper.hint(self.library.phrases.say("app.help.region"))
        self.paper.row(self._letters(view))

    def _write_list(self, view: View) -> None:
        group = ""
        for number, choice in enumerate(view.choices + view.beside, start=1):
            if choice.group != group:
                group = choice.group
                self.paper.hint(group, 2) if group else self.paper.gap()
            mark = "*" if choice.chosen else " "
            self.paper.entry(f"{number:>2} {mark}", choice.label)
            if choice.note:
                self.paper.hint(choice.note, 4)

    def _write_scale(self, view: View) -> None:
        """A numbered scale: its anchored words on one line, so that the numbers typed are the numbers meant."""
        steps, unknown = view.choices[:-1], view.choices[-1]
        anchored = [choice.label.replace(",", "") for choice in steps if not choice.label.isdigit()]
        self.paper.line(" · ".join(anchored))
        self.paper.entry(f"{len(steps):>2}  ", unknown.label)

    def _letters(self, view: View) -> str:
        letters = {deed: letter for letter, deed in LETTERS.items()}
        shown = [f"{letters[choice.reply.deed]} {choice.label.lower()}" for choice in view.controls]
        if any(choice.why for choice in view.choices):
            shown.append("? why this")
        return " · ".join(shown)
