"""Where visits are while they last: this process's memory, and nowhere else.

Promise: nothing here is ever written to disk; a closed visit is forgotten at once, and only its closing stays.

Rules:
- A browser has one session, found by a cookie's value; a session holds its visits by unguessable ids.
- A visit belongs to its session: another session that knows the id still finds nothing.
- What was typed and not yet sent stays beside the visit, so that Help or a mistake never costs anybody their words.
- There is room for so many sessions and visits; the ones left alone longest go first, and after half a day anyway.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from unforced.app.view import View
from unforced.domain.visit import Visit

MOST_SESSIONS = 16
MOST_VISITS = 24
LEFT_ALONE = 12 * 3600.0


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """What was typed or ticked on a screen and not sent from it. ``screen`` says which."""

    screen: str = ""
    words: str = ""
    picks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """A visit with what the page needs beside it.

    ``note`` names a calm line to show once; ``last`` is the form that brought the visit here, for a double tap;
    ``closing`` is the last screen of a visit that is over.
    """

    visit: Visit
    draft: Draft = Draft()
    note: str = ""
    last: object = None
    closing: View | None = None
    touched: float = 0.0


@dataclass(slots=True, repr=False)
class Session:
    """One browser. ``region``: two letters, chosen by the person; empty until then."""

    region: str = ""
    visits: dict[str, Held] = field(default_factory=dict)
    touched: float = 0.0


T = TypeVar("T", Session, Held)


class Memory:
    """All sessions. Every change to a visit happens under one lock, so two tabs can't interleave."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sessions: dict[str, Session] = {}
        self.lock = threading.RLock()

    def begin(self) -> str:
        """A new session; returns the value of its cookie."""
        with self.lock:
            key = secrets.token_urlsafe(32)
            self._sessions[key] = Session(touched=self._clock())
            _leave_room(self._sessions, MOST_SESSIONS)
            return key

    def find(self, key: str) -> Session | None:
        """The session with this cookie, or None."""
        with self.lock:
            self._let_go()
            session = self._sessions.get(key)
            if session is not None:
                session.touched = self._clock()
            return session

    def end(self, key: str) -> None:
        """Forgets a session with all of its visits. One that isn't there is already forgotten."""
        with self.lock:
            self._sessions.pop(key, None)

    def keep(self, session: Session, held: Held, visit_id: str = "") -> str:
        """Puts a visit into a session, under a new id where it has none; returns the id."""
        with self.lock:
            name = visit_id or secrets.token_urlsafe(16)
            session.visits[name] = replace(held, touched=self._clock())
            _leave_room(session.visits, MOST_VISITS)
            return name

    def _let_go(self) -> None:
        since = self._clock() - LEFT_ALONE
        for key in [key for key, session in self._sessions.items() if session.touched < since]:
            del self._sessions[key]
        for session in self._sessions.values():
            for name in [name for name, held in session.visits.items() if held.touched < since]:
                del session.visits[name]


def _leave_room(things: dict[str, T], most: int) -> None:
    while len(things) > most:
        del things[min(things, key=lambda name: things[name].touched)]
