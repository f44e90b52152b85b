"""Somebody at their vault, in a terminal: the passphrase first, and no key left in memory once they are gone.

Rules:
- However it ends, it locks. End of input and Ctrl-C leave it like any other way.
- When nobody is there it locks itself, and the window is cleared of what it showed. The passphrase comes first again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from unforced.cli.asking import Asking
from unforced.cli.paper import Paper
from unforced.cli.tools import Tools
from unforced.cli.unlocking import unlocked
from unforced.cli.watched import Watched
from unforced.domain.errors import LockedError
from unforced.domain.page import Standing
from unforced.ports import Inside

T = TypeVar("T")


def by_the_clock() -> datetime:
    """The person's own clock, with its distance from UTC."""
    return datetime.now().astimezone()


@contextmanager
def sitting(tools: Tools, region: str = "") -> Iterator[tuple[Watched, Asking]]:
    """As long as somebody looks. ``region`` is two letters, or empty for the one of this run."""
    asking = Asking(tools.library, Paper(), region or tools.region)
    watched = Watched(lambda: tools.vault)
    asking.touched = watched.touch
    try:
        yield watched, asking
    except (EOFError, KeyboardInterrupt):
        asking.paper.gap()
    finally:
        watched.end()


class AtVault:
    """Somebody in front of what they kept. Errors are those of the vault."""

    def __init__(self, watched: Watched, asking: Asking, now: Callable[[], datetime] = by_the_clock) -> None:
        self.asking = asking
        self.paper = asking.paper
        self._watched = watched
        self._now = now
        watched.left_alone = self._left_alone

    def today(self) -> int:
        """Today, as a proleptic ordinal."""
        return self._now().toordinal()

    def standing(self) -> Standing:
        """How it stands, once the passphrase was asked for where it is locked: LOCKED where none was given."""
        standing = self._watched.vault.standing()
        if standing is Standing.LOCKED and unlocked(self._watched.vault, self.asking):
            return Standing.OPEN
        return standing

    def opens(self, absent: str) -> bool:
        """Whether it is open, the passphrase asked for first. ``absent``: the sentence for where nothing is kept."""
        standing = self.standing()
        if standing is Standing.ABSENT:
            self.asking.tell(absent)
        return standing is Standing.OPEN

    def inside(self, deed: Callable[[Inside], T]) -> T:
        """Does something inside, asking for the passphrase where it locked itself; an empty line there leaves."""
        try:
            return deed(self._watched.vault.inside)
        except LockedError:
            self.asking.tell("app.vault.locked_self")
            if not unlocked(self._watched.vault, self.asking):
                raise EOFError from None
            return deed(self._watched.vault.inside)

    def _left_alone(self) -> None:
        self.paper.clear()
        self.asking.tell("app.vault.locked_self")
