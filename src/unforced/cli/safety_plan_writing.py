"""Writing in a safety plan, in a terminal: a heading by its number, a line typed, said anew, moved, or taken off.

What is typed is heard like any other words: where danger is heard, it is written all the same, and Help is there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from unforced.app.heard import help_for
from unforced.app.past import day_of
from unforced.app.safety_plan import Deed, change, line_of, safety_plan, until
from unforced.app.safety_plan_paper import Written, leaving, told
from unforced.cli.asking import STOP, Asking
from unforced.cli.at_vault import AtVault
from unforced.domain.safety_plan import LONGEST_LINE, WITH_NUMBER, Heading, SafetyPlan
from unforced.domain.words import Words

HEADINGS = tuple(Heading)
LINE = {
    "c": "chip.plan.change",
    "u": "chip.plan.up",
    "d": "chip.plan.down",
    "t": "chip.plan.off",
    "b": "chip.vault.back",
    STOP: "chip.controls.stop",
}
GONE = {"t": "chip.plan.take_back", "f": "chip.plan.forget_now", "b": "chip.vault.back", STOP: "chip.controls.stop"}


class HeldPlan:
    """Where the plan is: with what is kept, or (``at`` None) in memory until the end."""

    def __init__(self, at: AtVault | None, today: Callable[[], int]) -> None:
        self._at = at
        self._today = today
        self._unkept = SafetyPlan()

    @property
    def today(self) -> int:
        """A proleptic ordinal."""
        return self._today()

    def plan(self) -> SafetyPlan:
        """The plan as it is now. Errors are those of ``safety_plan``."""
        return self._unkept if self._at is None else self._at.inside(lambda inside: safety_plan(inside, self.today))

    def change(self, deed: Deed) -> None:
        """Does something to it. Errors are those of ``app.safety_plan.change``."""
        if self._at is None:
            self._unkept = deed(self._unkept)
        else:
            self._at.inside(lambda inside: change(inside, deed))


class Writing:
    """Somebody who writes in their plan. ``q`` anywhere raises EOFError, which leaves."""

    def __init__(self, asking: Asking, held: HeldPlan) -> None:
        self.asking = asking
        self.paper = asking.paper
        self._held = held

    def run(self) -> None:
        """The headings, again and again, until an empty line."""
        while number := self._chosen():
            if number <= len(HEADINGS):
                self._heading(HEADINGS[number - 1])
            else:
                self._gone(leaving(self._held.plan(), self.asking.library)[number - 1 - len(HEADINGS)])

    def _chosen(self) -> int:
        """The number of a heading, or of a line that was taken off; 0 for going back."""
        gone = leaving(self._held.plan(), self.asking.library)
        self.paper.gap()
        for number, heading in enumerate(HEADINGS, start=1):
            self.paper.entry(f"{number:>2}  ", self.asking.say(f"chip.plan.{heading}"))
        if gone:
            self.asking.hint("app.plan.leaving")
        for number, line in enumerate(gone, start=1 + len(HEADINGS)):
            self.paper.entry(f"{number:>2}  ", f"{line.whole} · {self.asking.say('app.plan.until', day=line.goes)}")
        self.paper.gap()
        while True:
            self.asking.hint("app.plan_terminal.number")
            typed = self._typed()
            if not typed:
                return 0
            if typed.isdecimal() and 1 <= int(typed[:9]) <= len(HEADINGS) + len(gone):
                return int(typed[:9])
            self.asking.hint("app.errors.unusable_answer")

    def _heading(self, heading: Heading) -> None:
        while True:
            found = told(self._held.plan(), heading, self.asking.library)
            self.paper.gap()
            self.paper.line(found.title)
            self.asking.hint(f"app.plan.{heading}")
            for number, line in enumerate(found.written, start=1):
                self.paper.entry(f"{number:>2}  ", line.whole)
            self.asking.hint("app.plan_terminal.words")
            typed = self._typed()
            if not typed:
                return
            if typed.isdecimal() and 1 <= int(typed[:9]) <= len(found.written):
                self._line(heading, found.written[int(typed[:9]) - 1])
            else:
                self._put(typed, heading, lambda words, number: lambda plan: plan.with_line(heading, words, number))

    def _line(self, heading: Heading, line: Written) -> None:
        letter = self._letter(LINE)
        day = until(self._held.today)
        said = day_of(datetime.fromordinal(day))
        if letter == "c":
            self.asking.hint("app.plan.words")
            done = self.asking.say("app.plan.said_anew", day=said)
            self._put(
                self._typed(), heading, lambda words, to: lambda plan: plan.instead(line.key, words, to, day), done
            )
        elif letter in ("u", "d"):
            self._held.change(lambda plan: plan.moved(line.key, up=letter == "u"))
        elif letter == "t":
            self._held.change(lambda plan: plan.without(line.key, day))
            self.asking.tell("app.plan.taken_off", day=said)

    def _gone(self, line: Written) -> None:
        letter = self._letter(GONE)
        if letter == "t":
            self._held.change(lambda plan: plan.back(line.key))
            self.asking.tell("app.plan.back")
        elif letter == "f":
            self._held.change(lambda plan: plan.without_now(line.key))
            self.asking.tell("app.plan.forgotten")

    def _put(self, typed: str, heading: Heading, made: Callable[[Words, Words | None], Deed], done: str = "") -> None:
        """A line as it was typed, with its number where the heading has them; with nothing typed, nothing happens."""
        words = line_of(typed)
        if words is None:
            return
        number = ""
        if heading in WITH_NUMBER:
            self.asking.hint("app.plan.number")
            number = self._typed()
        self._held.change(made(words, line_of(number)))
        self.paper.line(done or self.asking.say("app.plan.put_in"))
        if max(len(typed), len(number)) > LONGEST_LINE:
            self.asking.tell("app.plan.cut")
        danger = help_for(f"{typed} {number}", self.asking.library)
        if danger:
            self.asking.tell(danger)
            self.asking.help()

    def _letter(self, letters: dict[str, str]) -> str:
        letter = self.asking.letter(letters)
        if letter == STOP:
            raise EOFError
        return letter

    def _typed(self) -> str:
        """A line, without what stands around it; q leaves."""
        typed = self.asking.line().strip()
        if typed.lower() == STOP:
            raise EOFError
        return typed
