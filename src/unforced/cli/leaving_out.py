"""Leaving out areas of the body, in a terminal: one line before a practice of muscles is played."""

from __future__ import annotations

import re
from collections.abc import Callable

from unforced.app.view import View
from unforced.cli.keys import understood
from unforced.cli.paper import Paper
from unforced.domain.visit import Deed, Reply
from unforced.ports import Library

NUMBERS = re.compile(r"\d{1,2}(?:[\s,]+\d{1,2})*$")


class LeavingOut:
    """Asks once for each time that such a practice is taken."""

    def __init__(self, library: Library, paper: Paper) -> None:
        self._say = library.phrases.say
        self._paper = paper
        self._settled = -1  # the turn of a screen that needn't be asked about

    def asked(self, view: View, ask: Callable[[], str]) -> Reply | None:
        """What is left out, or a letter of the row; None for playing it as it is."""
        areas = view.playing.areas if view.playing else ()
        if not areas or view.turn == self._settled:
            return None
        for number, choice in enumerate(areas, start=1):
            left = f" · {self._say('app.areas.left')}" if choice.chosen else ""
            self._paper.entry(f"{number:>2}  ", choice.label + left)
        self._paper.hint(self._say("app.areas.terminal"))
        while True:
            line = ask().strip()
            if not line:
                return None
            reply = self._reply(line, view)
            if reply is not None:
                return reply
            self._paper.hint(self._say("app.errors.unusable_answer"))

    def _reply(self, line: str, view: View) -> Reply | None:
        if not NUMBERS.match(line):
            return understood(line, view._replace(choices=(), beside=())).reply
        areas = view.playing.areas if view.playing else ()
        places = [int(number) for number in re.split(r"[\s,]+", line)]
        if any(place > len(areas) for place in places):
            return None
        self._settled = view.turn + 1
        values = [areas[place - 1].reply.value for place in places if place]
        return Reply(Deed.LEAVE_OUT, tuple(name for value in values if isinstance(value, tuple) for name in value))
