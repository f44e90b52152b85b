"""Keeping one visit from a terminal: asked when it is over, done when the person says so, and again after every turn.

Rules:
- Nothing is sealed before the person said *keep*, and nothing once somebody could see the screen.
- A kept visit is sealed before the next screen is shown. Where that can't be done it goes on in memory, it is said,
  and the next turn tries again.
- Leaving without an answer is letting go; what was kept before stays.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from unforced.app.kept import KeptVisit, keep
from unforced.app.past import day_of
from unforced.cli.asking import STOP, Asking
from unforced.cli.at_vault import by_the_clock
from unforced.cli.beginning import Outcome, begin
from unforced.cli.beside import Beside
from unforced.cli.met import ask_who_was_met
from unforced.cli.unlocking import unlocked
from unforced.cli.watched import Watched
from unforced.domain.errors import LockedError, NothingKeptError, VaultError
from unforced.domain.page import Standing
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Visit
from unforced.ports import Inside

AT_THE_END = {"k": "chip.keep.keep", "l": "chip.keep.let_go"}
AT_THE_END_AGAIN = {"k": "chip.keep.stay_kept", "l": "chip.keep.forget"}


class Keeping:
    """One visit and where it lies. ``lies`` has no name before it is kept for the first time."""

    def __init__(
        self,
        watched: Watched,
        asking: Asking,
        lies: KeptVisit | None = None,
        now: Callable[[], datetime] = by_the_clock,
    ) -> None:
        self.asking = asking
        self._watched = watched
        self._now = now
        self._lies = lies or KeptVisit(Visit(), now(), now())
        self._sealed = True  # as it is now
        self._beside = Beside(asking)
        self._left_locked = False  # the person was asked for the passphrase and went on without

    @property
    def kept(self) -> bool:
        """Whether this visit is kept."""
        return bool(self._lies.name)

    def lock(self) -> None:
        """Somebody could see this: no key is left in memory."""
        self._watched.lock()

    def seal(self, visit: Visit, sent: bool = False) -> None:
        """After a turn. ``sent``: words went along, so that a draft from before has had its place."""
        if sent:
            self._lies = replace(self._lies, draft="", screen="", picks=())
        if not self.kept or not may_be_kept(visit):
            return
        self._sealed = False
        if not self._left_locked:
            self._calmly(lambda: self._keep(visit))

    def rest(self, visit: Visit) -> Outcome:
        """Keeps the visit as it is, to rest from it here."""
        self._left_locked = False
        outcome = self._keep_now(visit)
        if outcome is Outcome.YES:
            self.asking.tell("app.keep.kept_so_far")
        elif outcome is not Outcome.NO:
            self.asking.tell("app.keep.not_here")
        return outcome

    def left(self, visit: Visit) -> None:
        """Left without another word: what couldn't be sealed is tried once more, and nothing is asked."""
        if self.kept and not self._sealed and may_be_kept(visit):
            with suppress(VaultError, OSError):
                self._keep(visit)

    def at_the_end(self, visit: Visit) -> None:
        """Asks what is to become of a visit that is over, by what it was before it was closed."""
        if not may_be_kept(visit):
            return
        self.asking.paper.gap()
        try:
            self._ask_again(visit) if self.kept else self._ask(visit)
        except (EOFError, KeyboardInterrupt):
            self.asking.paper.gap()
            self.asking.tell("app.keep.gone" if not self.kept else "app.keep.kept")

    def _ask(self, visit: Visit) -> None:
        while True:
            self.asking.tell("app.keep.ask")
            self.asking.hint("app.keep.ask_hint")
            if self.asking.letter(AT_THE_END, stop="l") == "l":
                return self.asking.tell("app.keep.gone")
            outcome = self._keep_now(visit)
            if outcome is Outcome.YES:
                self.asking.tell("app.keep.kept")
                return self._once_kept()
            if outcome is not Outcome.NO:
                return self.asking.tell("app.keep.not_here")
            self.asking.paper.gap()

    def _ask_again(self, visit: Visit) -> None:
        if not self._sealed:
            self._left_locked = False
            self.seal(visit)
        if not self.kept:
            return self._ask(visit)
        self.asking.tell("app.keep.ask_again")
        while (letter := self.asking.letter(AT_THE_END_AGAIN, stop=STOP)) == "l":
            if self._calmly(self._forget):
                return None
        return self._once_kept() if letter == "k" and self._sealed else None

    def _once_kept(self) -> None:
        """Below the line that it is kept: who was met in it, and where to look at it again."""
        if ask_who_was_met(self._lies.name, self._watched, self.asking, self._now):
            self.asking.hint("app.keeping_terminal.later")

    def _forget(self) -> None:
        try:
            day = self.inside.forget(self._lies.name)
        except NothingKeptError:  # forgotten elsewhere already
            self.asking.tell("app.keep.gone")
        else:
            self.asking.tell("app.past.forgotten", day=day_of(datetime.fromordinal(day)))

    def _keep_now(self, visit: Visit) -> Outcome:
        try:
            standing = self._watched.vault.standing()
            if standing is Standing.ABSENT:
                outcome = begin(self._watched.vault, self.asking)
                if outcome is not Outcome.YES:
                    return outcome
            elif standing is Standing.LOCKED and not unlocked(self._watched.vault, self.asking):
                return Outcome.NO
        except (VaultError, OSError) as error:
            self.asking.sorry(error)
            return Outcome.NO
        return Outcome.YES if self._calmly(lambda: self._keep(visit)) else Outcome.NO

    def _keep(self, visit: Visit) -> None:
        before, inside, now = self._lies, self.inside, self._now()
        after = keep(replace(before, visit=self._beside.gathered(visit, inside, now.toordinal())), inside, now)
        self._lies, self._sealed = after, True
        if before.name and after.name != before.name:
            self.asking.tell("app.keep.copied")
        self._beside.stays_away(visit, before, inside)

    def _calmly(self, deed: Callable[[], None]) -> bool:
        """Does it, asking for the passphrase where it locked itself. An error is one calm sentence."""
        try:
            try:
                deed()
            except LockedError:
                self.asking.tell("app.vault.locked_self")
                if not unlocked(self._watched.vault, self.asking):
                    self._left_locked = True
                    self.asking.hint("app.keeping_terminal.not_sealed")
                    return False
                deed()
        except NothingKeptError:
            self._lies, self._sealed = replace(self._lies, name="", revision=0, copy_of=""), True
            self.asking.tell("app.keep.forgotten_elsewhere")
        except (VaultError, OSError) as error:
            self.asking.sorry(error)
        else:
            return True
        return False

    @property
    def inside(self) -> Inside:
        """What is kept. LockedError while it isn't open."""
        return self._watched.vault.inside

    @property
    def opened(self) -> Inside:
        """The same, where it was opened in this run already: nothing is loaded for it. LockedError otherwise."""
        if not self._watched.asked:
            raise LockedError("not asked for yet")
        return self.inside
