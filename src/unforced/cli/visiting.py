"""The visit in a terminal: show a screen, read one line, do the deed. It holds no rule.

Nothing is kept unless the person says so; what keeping means here is in `keeping.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from threading import Thread

from unforced.app.arrive import arrive
from unforced.app.last_round import with_last_round
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.teach import known
from unforced.app.view import Playing, View
from unforced.cli.asking import Asking, from_input
from unforced.cli.beginning import Outcome
from unforced.cli.keeping import Keeping
from unforced.cli.keys import Asked, understood
from unforced.cli.leaving_out import LeavingOut
from unforced.cli.pacing import listen, play
from unforced.cli.paper import Paper
from unforced.cli.screen import QUIET, write, write_why
from unforced.cli.tools import Tools
from unforced.cli.watched import Watched
from unforced.domain.errors import UnforcedError
from unforced.domain.reading import Lesson
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.ports import Library, Listener, Reader

REST = "r"


def run_visit(tools: Tools, region: str) -> None:
    """From arriving to leaving. End of input and Ctrl-C stop it too, at once and with nothing asked."""
    asking = Asking(tools.library, Paper(), region or tools.region)
    watched = Watched(lambda: tools.vault)
    asking.touched = watched.touch
    try:
        keeping = None if tools.no_trace else Keeping(watched, asking)
        visiting = Visiting(tools.library, asking.paper, asking.region, asking.read, keeping)
        visiting.reader, visiting.listener = tools.reader, tools.listener
        visiting.run()
    finally:
        watched.end()


class Visiting:
    """One visit on one sheet of paper. Without ``keeping`` there is nothing to keep it in."""

    def __init__(
        self,
        library: Library,
        paper: Paper,
        region: str,
        ask: Callable[[], str] = from_input,
        keeping: Keeping | None = None,
    ) -> None:
        self.ask = ask
        self.keeping = keeping
        self.library = library
        self.paper = paper
        self.region = region.upper()
        self.visit: Visit = arrive()
        self.reader: Reader | None = None  # of own words, where there is one
        self.listener: Listener | None = None  # a second one for danger, where there is one
        self.before = self.visit  # as it was before the deed that closed it
        self.rests = False
        self._leaving_out = LeavingOut(library, paper)

    def run(self) -> None:
        """Turn by turn until it is closed."""
        # Reading the screening rules takes half a second; it happens while the first screen is being read.
        Thread(target=self._ready, daemon=True).start()
        left = False
        try:
            while self.visit.phase is not Phase.CLOSED and not self.rests:
                view = self._shown()
                write(view, self.paper, self.library, self._rest_shown())
                self._turn(view)
        except (EOFError, KeyboardInterrupt):
            left = True
            self._do(Reply(Deed.STOP))
        if not self.rests:
            self._end(left)
        self.paper.gap()

    def _shown(self) -> View:
        return show(self.visit, self.library, self.region, self.keeping is not None and self.keeping.kept)

    def _ready(self) -> None:
        with suppress(UnforcedError):
            _ = self.library.rules
        if self.listener is not None:
            self.listener.hear("ready")

    def _end(self, left: bool) -> None:
        """The closing, and what is to become of the visit. Whoever left at once isn't asked."""
        self.paper.gap()
        for line in self._shown().said:
            self.paper.line(line)
        if self.keeping is not None and left:
            self.keeping.left(self.before)
        elif self.keeping is not None:
            self.keeping.at_the_end(self.before)

    def _turn(self, view: View) -> None:
        if view.playing is not None:
            self._do(self._leaving_out.asked(view, self.ask) or self._played(view.playing))
            return None
        reply, seconds = self._listened(view)
        if reply is not None and self._do(reply):
            return None
        while True:
            line = self.ask()
            if self._may_rest() and line.strip().lower() == REST:
                return self._rest()
            asked = understood(line, view)
            if asked.reason:
                write_why(view, self.paper)
            elif asked.region:
                return self._move_to(asked.region)
            elif asked.reply is not None and self._do(view.timed(asked.reply, seconds), asked):
                return None
            elif asked.reply is None:
                self.paper.hint(self.library.phrases.say("app.errors.unusable_answer"))

    def _listened(self, view: View) -> tuple[Reply | None, int | None]:
        """The silent clock of this screen, where it has one."""
        if view.listening is None:
            return None, None
        reply, seconds = listen(view.listening, self.paper, self.library.phrases.say("app.terminal.listening"))
        if self.keeping is not None:
            self.keeping.asking.touched()
        return reply, seconds

    def _played(self, playing: Playing) -> Reply:
        reply = play(playing, self.paper, self.library.phrases.say("app.terminal.playing"))
        if self.keeping is not None:
            self.keeping.asking.touched()
        return reply

    def _do(self, reply: Reply, asked: Asked | None = None) -> bool:
        """One deed; an error is one calm sentence, and the screen stays as it was."""
        raw, before = asked.raw if asked else "", self.visit
        try:
            knowing = self._knowing(reply)
            heeding = partial(respond, listener=self.listener, reader=self.reader, lessons=self._lessons)
            self.visit = heeding(knowing, reply, self.library, raw=raw)
        except UnforcedError as error:
            self.paper.hint(self.library.phrases.say(f"app.errors.{error.code}"))
            return False
        if reply.deed is Deed.WATCHED:
            self.paper.clear()
        if self.visit.phase is Phase.CLOSED:
            self.before = before
        elif self.keeping is not None:
            self.keeping.seal(self.visit, sent=bool(raw.strip()))
            if reply.deed is Deed.WATCHED:
                self.keeping.lock()
        return True

    def _knowing(self, reply: Reply) -> Visit:
        """The visit with what a round of two sides takes on from what is kept, where that is open."""
        keeping = self.keeping
        return self.visit if keeping is None else with_last_round(self.visit, reply, lambda: keeping.inside)

    def _lessons(self) -> Sequence[Lesson]:
        """What this person taught; what is kept only where it is open."""
        keeping = self.keeping
        return self.visit.taught if keeping is None else known(self.visit, lambda: keeping.opened)

    def _move_to(self, region: str) -> None:
        self.region = region
        if self.keeping is not None:
            self.keeping.asking.region = region

    def _may_rest(self) -> bool:
        return self.keeping is not None and self.visit.phase not in QUIET and may_be_kept(self.visit)

    def _rest_shown(self) -> list[str]:
        if self.keeping is None or not self._may_rest():
            return []
        key = "chip.keep.rest_kept" if self.keeping.kept else "chip.keep.rest"
        return [f"{REST} {self.library.phrases.say(key).lower()}"]

    def _rest(self) -> None:
        """Keeps the visit and ends here. Somebody who could see the screen is met as everywhere."""
        assert self.keeping is not None
        outcome = self.keeping.rest(self.visit)
        self.rests = outcome is Outcome.YES
        if outcome is Outcome.SEEN_NOW:
            self._do(Reply(Deed.WATCHED))
        elif outcome is Outcome.SEEN_LATER:
            self.visit = replace(self.visit, answers=self.visit.answers.told("safety", 1))
