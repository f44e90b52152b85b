"""Responding: one whole turn. Screen the raw words first, then decide; a stale turn changes nothing."""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.screening import screen
from unforced.domain.turning import QUIET, take_turn
from unforced.domain.visit import Reply, Visit
from unforced.domain.words import LONGEST, Words
from unforced.ports import Library


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
    after = take_turn(visit, reply._replace(words=words), library.shelf, heard)
    if raw.strip() and words is None:
        return _noted(after, "unreadable")
    return _noted(after, "cut") if len(raw) > LONGEST else after


def _noted(visit: Visit, note: str) -> Visit:
    return replace(visit, note=note)
