"""The keeper: who may look into the vault, and when it locks. One for the process, for all browsers.

Rules:
- A browser sees what is kept only if the passphrase was typed in it. Another one that came in with a code does not.
- It locks by hand, when the page is left, after ten minutes without a deed, and when the machine slept.
- Locking takes the keys and every kept visit out of memory, in all browsers.
- Once nothing at all is to be kept, nothing is there, nothing opens and nothing is sealed, until the program ends.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from unforced.app.bounds import away, changed_away, keep_bounds, with_bounds
from unforced.app.kept import KeptVisit, go_on, keep, kept_of
from unforced.app.moments import gathered
from unforced.app.teach import taught
from unforced.app.watch import Watch
from unforced.domain.errors import LockedError, NothingKeptError, UnforcedError, VaultError
from unforced.domain.page import Standing
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Visit
from unforced.ports import Inside, Vault
from unforced.web.memory import Draft, Held, KeptAt, Memory, Session

EVERY = 1.0


class Keeper:
    """Holds the vault for the pages. ``now`` is the person's own clock."""

    def __init__(
        self,
        vault: Callable[[], Vault],
        memory: Memory,
        watch: Watch,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        no_trace: bool = False,
    ) -> None:
        self.no_trace = no_trace
        self._make = vault
        self._memory = memory
        self._watch = watch
        self.now = now

    @cached_property
    def vault(self) -> Vault:
        """The vault; asking for it makes nothing."""
        return self._make()

    def there(self) -> bool:
        """Whether anything is kept. A file that can't be used counts, so that its sentence can be said."""
        if self.no_trace:
            return False
        try:
            return self.vault.standing() is not Standing.ABSENT
        except VaultError:
            return True

    def is_open(self, session: Session) -> bool:
        """Whether this browser may look inside, now."""
        try:
            return session.opened and not self.no_trace and self.vault.standing() is Standing.OPEN
        except VaultError:  # another file lies there now
            return False

    def inside(self, session: Session) -> Inside:
        """What is kept. LockedError for a browser that hasn't opened it."""
        if not session.opened or self.no_trace:
            raise LockedError("not opened in this browser")
        self._watch.touch()
        return self.vault.inside

    def opened_by(self, session: Session) -> None:
        """The passphrase was typed in this browser."""
        session.opened = True
        self._watch.touch()

    def keep_nothing(self) -> None:
        """From here on nothing at all is kept. What was kept before stays where it lies, locked."""
        with self._memory.lock:
            self.lock()
            self._memory.forget_kept()
            self.no_trace = True

    def lock(self, idle: bool = False) -> None:
        """Locks it, and takes every kept visit out of memory. Where nothing was ever opened there is nothing to do."""
        with self._memory.lock:
            if "vault" in self.__dict__:
                self.vault.lock()
            self._memory.put_to_rest(undecided=idle)

    def somebody_is_there(self) -> None:
        """Somebody asked for something. Where it was time to lock before, it locks first."""
        if self._watch.due():
            self.lock(idle=True)
        self._watch.touch()

    def seen(self) -> None:
        """Somebody asked for Help, which waits for nothing. Where it was time to lock, it is a moment later."""
        self._watch.touch()

    def watch_over(self) -> None:
        """Locks when it is time to, for as long as the program runs."""
        threading.Thread(target=self._watching, daemon=True).start()

    def _watching(self) -> None:
        while True:
            time.sleep(EVERY)
            with suppress(UnforcedError):
                if self._watch.due():
                    self.lock(idle=True)

    def seal(self, held: Held, session: Session) -> Held:
        """The visit, sealed as it is, under its page or a new one. Errors are those of ``Inside.keep``."""
        at = held.kept or KeptAt()
        now = self.now()
        held = self.learn(self.gather(held, session), session)
        kept = KeptVisit(
            held.visit,
            held.began or now,
            now,
            held.draft.screen,
            held.draft.words,
            held.draft.picks,
            at.name,
            at.revision,
            at.copy_of,
        )
        done = keep(kept, self.inside(session), now)
        note = "copied" if at.name and done.name != at.name else held.note
        return replace(held, note=note, kept=KeptAt(done.name, done.revision, done.copy_of))

    def gather(self, held: Held, session: Session) -> Held:
        """Small moments that were done in this visit are kept with the others; one that couldn't be waits."""
        with suppress(VaultError):
            visit = gathered(held.visit, self.inside(session), self.now().toordinal())
            return replace(held, visit=visit)
        return held

    def learn(self, held: Held, session: Session) -> Held:
        """What was corrected in this visit is kept with the rest; what couldn't be waits."""
        with suppress(VaultError):
            return replace(held, visit=taught(held.visit, self.inside(session), self.now().toordinal()))
        return held

    def seal_again(self, held: Held, session: Session) -> Held:
        """A kept visit after a turn. Where it can't be sealed it goes on in memory, and the page says so."""
        if held.kept is None or held.kept.lost:
            return held
        if held.visit.answers.safety in (0, 1):  # from here on nothing of it is kept
            return replace(held, kept=held.kept._replace(lost=True))
        try:
            return self.seal(held, session)
        except NothingKeptError:  # kept again it is another page
            return replace(held, kept=KeptAt(lost=True), note="forgotten_elsewhere")
        except VaultError as error:
            return replace(held, kept=held.kept._replace(sealed=False), note=error.code)

    def wake(self, name: str, session: Session, shelf: Shelf) -> Held:
        """A kept visit, held again, with what stays away as it is kept now."""
        inside = self.inside(session)
        kept = go_on(name, inside, self.now(), shelf)
        visit = kept.visit
        with suppress(VaultError):
            visit = with_bounds(visit, inside)
        later = kept_of(inside.open(name)).visit.turn != visit.turn
        at = KeptAt(kept.name, kept.revision, kept.copy_of)
        draft = Draft(kept.screen, kept.draft, kept.picks)
        return Held(visit, draft, note="went_on" if later else "", began=kept.began, kept=at)

    def keep_away(self, before: Visit, after: Visit, session: Session) -> None:
        """Keeps what a turn changed about what stays away, and leaves the rest of what is kept about it."""
        if not self.is_open(session) or away(before) == away(after):
            return
        with suppress(VaultError):
            kept = with_bounds(Visit(), self.inside(session))
            keep_bounds(changed_away(before, after, kept), self.inside(session))
