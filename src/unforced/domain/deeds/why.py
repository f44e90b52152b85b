"""Why this happens: opened by the person once a kind of no is named, one page at a time, and back where it was."""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.guide import state_of
from unforced.domain.shelf import Shelf
from unforced.domain.states import STAY_FROM
from unforced.domain.visit import Phase, Reply, Visit
from unforced.domain.whys import whys_of

READ_FROM = frozenset({Phase.BODY, Phase.OFFERS})
"""The screens from which it opens: the one after the chips, and the offers."""


def may_read(visit: Visit) -> bool:
    """Whether it could be read here: something was named that one of them belongs to, and few words aren't wanted."""
    return visit.phase in READ_FROM and bool(whys_of(visit.answers.kinds)) and _with_words(visit)


def open_why(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """The first page that belongs to what was named; or, from one of them, another."""
    if visit.phase is not Phase.WHY and not may_read(visit):
        raise OutOfPlaceError("nothing is explained here")
    belonging = whys_of(visit.answers.kinds)
    name = belonging[0] if reply.value is None else reply.value
    if name not in belonging:
        raise UnusableAnswerError("why", ", ".join(belonging))
    why_from = visit.why_from if visit.phase is Phase.WHY else visit.phase
    return replace(visit, phase=Phase.WHY, why=str(name), why_from=why_from)


def leave(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Back to where it was opened."""
    return replace(visit, phase=visit.why_from, why="")


def _with_words(visit: Visit) -> bool:
    return state_of(visit.situation).name in STAY_FROM
