"""A small moment of one's own: written in a line, or only in the head, and on the screen as it was written.

It is played by nobody's clock. What screening heard danger in is never put before the person as something to do, nor
is anything while a voice is very close (guide.md §3): then it is one in the head.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.deeds.noting import may_be_mirrored
from unforced.domain.deeds.practising import start
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Reply, Said, Visit
from unforced.domain.words import Words

OWN = "moment.own"
"""The practice that an own one is: what it says where there are no words, and in answer to what came of it."""
WRITTEN = "own"


def write(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """What was written is on the screen, on one line; with a number instead, one that was written before in this
    visit; with neither, one in the head."""
    words = in_a_line(reply.words) if reply.words is not None else _earlier(visit, reply.value)
    started = start(visit, shelf.get(OWN))
    if words is None:
        return started
    entry = Said(WRITTEN, words)
    return replace(started, own=words, said=(*(other for other in started.said if other != entry), entry))


def in_a_line(words: Words) -> Words:
    """The same words on one line."""
    return Words(" ".join(words.reveal().split()))


def own_ones(visit: Visit) -> tuple[Words, ...]:
    """What was written in this visit, in order."""
    return tuple(entry.value for entry in visit.said if entry.key == WRITTEN and isinstance(entry.value, Words))


def shown(visit: Visit) -> Words | None:
    """The words of the own one that is on the screen, where they may be put before the person."""
    return visit.own if visit.own is not None and may_be_mirrored(visit) else None


def _earlier(visit: Visit, value: object) -> Words | None:
    if value is None:
        return None
    found = own_ones(visit)
    if type(value) is not int or not 0 <= value < len(found):
        raise UnusableAnswerError("own", "one that was written in this visit")
    return found[value]
