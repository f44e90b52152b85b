"""Responding: one whole turn. Screen the raw words first, then decide; a stale turn changes nothing."""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.errors import BrokenContentError
from unforced.domain.screening import screen
from unforced.domain.shelf import Shelf
from unforced.domain.turning import QUIET, take_turn
from unforced.domain.visit import Deed, Reply, Visit
from unforced.domain.words import LONGEST, Words
from unforced.ports import Library

WITHOUT_SHELF = frozenset({Deed.HELP, Deed.CONTINUE, Deed.NOT_MEANT, Deed.YES, Deed.WATCHED, Deed.STOP})


def respond(visit: Visit, reply: Reply, library: Library, *, raw: str = "", turn: int | None = None) -> Visit:
    """The next visit.

    ``raw`` is what was written, exactly; it is screened whole before anything else reads it. ``turn`` is the number
    of the screen that the reply came from: where it is not the present one, the visit is returned as it is, so that
    a double tap does nothing. Errors are those of ``take_turn``; the visit passed in is never changed.
    """
    if turn is not None and turn != visit.turn:
        return visit
    heard = screen(raw, library.rules) if raw.strip() else QUIET
    words = Words.from_raw(raw)
    after = take_turn(visit, reply._replace(words=words), _shelf(reply.deed, library), heard)
    if raw.strip() and words is None:
        return replace(after, notice="unreadable")
    return replace(after, notice="cut" if len(raw) > LONGEST else "")


def _shelf(deed: Deed, library: Library) -> Shelf:
    """The shelf; where its files are broken, an empty one for what works without it: Help above all."""
    try:
        return library.shelf
    except BrokenContentError:
        if deed in WITHOUT_SHELF:
            return Shelf(())
        raise
