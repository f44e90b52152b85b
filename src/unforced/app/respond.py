"""Responding: one whole turn. Screen the raw words first, then read, then decide; a stale turn changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from unforced.domain.deeds.arriving import FOREIGN
from unforced.domain.errors import BrokenContentError
from unforced.domain.reading import Lesson
from unforced.domain.screening import Heard, louder, screen
from unforced.domain.shelf import Shelf
from unforced.domain.turning import QUIET, take_turn
from unforced.domain.visit import Deed, Phase, Reply, Visit
from unforced.domain.words import LONGEST, Words
from unforced.ports import Library, Listener, Reader

Lessons = Callable[[], Sequence[Lesson]]
WITHOUT_SHELF = frozenset({Deed.HELP, Deed.CONTINUE, Deed.NOT_MEANT, Deed.YES, Deed.WATCHED, Deed.STOP})


LANGUAGE = "language"  # why a reader couldn't read
HELP_IS_THERE = "help_is_there"  # one line instead of the panel


def respond(  # noqa: PLR0913 - a turn, who listens to it, and who reads it
    visit: Visit,
    reply: Reply,
    library: Library,
    *,
    raw: str = "",
    turn: int | None = None,
    listener: Listener | None = None,
    reader: Reader | None = None,
    lessons: Lessons = tuple,
) -> Visit:
    """The next visit.

    ``raw`` is what was written, exactly; it is screened whole before anything else reads it. ``turn`` is the number
    of the screen that the reply came from: where it is not the present one, the visit is returned as it is, so that
    a double tap does nothing. ``listener`` is a second one beside the rules, where there is one: the louder of the two
    counts, and where it is missing or too slow, a line says that Help is there. ``reader`` may order the chips, with
    what this person taught (``lessons``, asked for only then). Errors are those of ``take_turn``; the visit passed in
    is never changed.
    """
    if turn is not None and turn != visit.turn:
        return visit
    heard = screen(raw, library.rules) if raw.strip() else QUIET
    second = _second(raw, listener) if raw.strip() and listener else QUIET
    words, louder_one = Words.from_raw(raw), louder(heard, second or QUIET)
    told = reply._replace(words=words)
    if second is not None and not louder_one.concern:
        told = _read(told, reader, lessons)
    after = take_turn(visit, told, _shelf(reply.deed, library), louder_one)
    if second is None and not after.note and after.phase not in (Phase.HELP, Phase.CLOSED):
        after = replace(after, note=HELP_IS_THERE)
    if raw.strip() and words is None:
        return replace(after, notice="unreadable")
    if told.foreign and after.phase is Phase.KINDS:
        return replace(after, notice=FOREIGN)
    return replace(after, notice="cut" if len(raw) > LONGEST else "")


def _read(reply: Reply, reader: Reader | None, lessons: Lessons) -> Reply:
    """The reply with what was read in its words, where chips can be ordered by it. Whatever goes wrong: as it was."""
    if reply.deed is Deed.CHOOSE and not reply.value and reply.words is not None and reader is not None:
        with suppress(Exception):
            reading = reader.read(reply.words, lessons())
            return reply._replace(likely=reading.named(), foreign=reading.unread == LANGUAGE)
    return reply


def _second(raw: str, listener: Listener) -> Heard | None:
    """What the second listener heard. Nothing that goes wrong in it may stand between a person and Help."""
    with suppress(Exception):
        return listener.hear(raw)
    return None


def _shelf(deed: Deed, library: Library) -> Shelf:
    """The shelf; where its files are broken, an empty one for what works without it: Help above all."""
    try:
        return library.shelf
    except BrokenContentError:
        if deed in WITHOUT_SHELF:
            return Shelf(())
        raise
