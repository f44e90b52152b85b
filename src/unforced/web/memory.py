"""Where visits are while they last: this process's memory.

Promise: nothing here is ever written to disk as it is; a visit that is over and not kept is forgotten, and only its
closing stays. What is kept is sealed elsewhere (`keeper.py`), and leaves this memory when the vault locks.

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
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar

from unforced.app.view import View
from unforced.domain.visit import Visit
from unforced.web.waiting import Chosen, First, Planned, Wanted

MOST_SESSIONS = 16
MOST_VISITS = 24
LEFT_ALONE = 12 * 3600.0


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """What was typed or ticked on a screen and not sent from it. ``screen`` says which."""

    screen: str = ""
    words: str = ""
    picks: tuple[str, ...] = ()


class Ending(StrEnum):
    """What the last screen asks or says about keeping; each but the first is the name of a phrase."""

    NONE = ""
    ASK = "ask"
    ASK_AGAIN = "ask_again"
    KEPT = "kept"
    KEPT_SO_FAR = "kept_so_far"
    NOT_HERE = "not_here"
    GONE = "gone"


class KeptAt(NamedTuple):
    """Where a visit is kept. ``sealed``: whether it is sealed as it is now; ``lost``: forgotten elsewhere meanwhile."""

    name: str = ""
    revision: int = 0
    copy_of: str = ""
    sealed: bool = True
    lost: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """A visit with what the page needs beside it.

    ``note`` names a calm line to show once; ``last`` is the form that brought the visit here, for a double tap;
    ``closing`` is the last screen of a visit that is over, ``before`` the visit as it was before that, for as long as
    nothing is decided about keeping it.
    """

    visit: Visit
    draft: Draft = Draft()
    note: str = ""
    last: object = None
    closing: View | None = None
    touched: float = 0.0
    began: datetime | None = None
    kept: KeptAt | None = None
    before: Held | None = None
    ending: Ending = Ending.NONE


@dataclass(slots=True, repr=False)
class Session:
    """One browser.

    ``region``: two letters, chosen by the person; empty until then. ``opened``: whether it opened the vault.
    ``resting`` leads from visits that were here to their pages; ``typed`` is what was written for a page while it was
    locked, until it is gone on with. ``chosen`` is for a sheet to take along, ``planned`` a plan that isn't kept.
    ``note`` is said on the next page.
    """

    region: str = ""
    visits: dict[str, Held] = field(default_factory=dict)
    touched: float = 0.0
    opened: bool = False
    resting: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    wanted: Wanted = Wanted()
    first: First = First()
    chosen: Chosen = Chosen()
    planned: Planned = Planned()
    note: str = ""
    heard: int = 0
    asked: set[tuple[str, str]] = field(default_factory=set)

    def take_note(self) -> str:
        """The sentence to say, once."""
        note, self.note = self.note, ""
        return note


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

    def peek(self, key: str) -> Session | None:
        """The same, without waiting for anybody who is changing something: for Help."""
        return self._sessions.get(key)

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

    def put_to_rest(self, undecided: bool = False) -> None:
        """Takes what is kept out of this memory. What couldn't be sealed stays, so that it isn't lost.

        ``undecided``: visits that are over, with nothing said about keeping them, are forgotten too.
        """
        with self.lock:
            for session in self._sessions.values():
                session.opened, session.chosen = False, Chosen()
                for name, held in list(session.visits.items()):
                    kept = held.kept or (held.before.kept if held.before else None)
                    if kept is not None and kept.sealed and not kept.lost:
                        session.resting[name] = kept.name
                        del session.visits[name]
                    elif undecided and held.before is not None:
                        session.visits[name] = replace(held, before=None, ending=Ending.GONE)

    def forget_kept(self) -> None:
        """Forgets every kept visit and where it was, once everything was forgotten."""
        with self.lock:
            for session in self._sessions.values():
                for name in [name for name, held in session.visits.items() if held.kept or (held.before or held).kept]:
                    del session.visits[name]
                session.resting.clear()
                session.typed.clear()
                session.wanted, session.first, session.note = Wanted(), First(), ""
                session.chosen, session.planned = Chosen(), Planned()

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
