"""One whole turn, pure: a visit, one deed and what screening heard in, the next visit out.

A deed that has no place on the screen is refused and changes nothing (as in MOVES). What screening heard comes
after the deed, so that nothing a person wrote is lost to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from unforced.domain.deeds import (
    afterwards,
    arriving,
    helping,
    moments,
    noting,
    outlining,
    practising,
    saying,
    sides,
    staying,
    turning_toward,
    why,
)
from unforced.domain.errors import OutOfPlaceError
from unforced.domain.screening import Concern, Heard
from unforced.domain.shelf import Shelf
from unforced.domain.visit import MOVES, Deed, Phase, Reply, Visit

Step = Callable[[Visit, Reply, Shelf], Visit]
QUIET = Heard(Concern.NONE, ())

DEEDS: Mapping[Deed, Step] = {
    Deed.OPEN_DOOR: arriving.open_door,
    Deed.CHOOSE: arriving.choose,
    Deed.CHIPS: arriving.chips,
    Deed.NOTHING: arriving.nothing,
    Deed.TAKE: practising.take,
    Deed.FINISH: practising.finish,
    Deed.WORSE: practising.worse,
    Deed.HOLD: practising.hold,
    Deed.LEAVE_OUT: practising.leave_out,
    Deed.WRITE: moments.write,
    Deed.NAME: noting.name,
    Deed.OUTLINE: outlining.open_outline,
    Deed.MARK: outlining.mark,
    Deed.TAKE_BACK: practising.take_back,
    Deed.NEVER: practising.never,
    Deed.STAY: staying.stay,
    Deed.HEAR: staying.hear,
    Deed.SAY: saying.open_saying,
    Deed.TONE: saying.choose_tone,
    Deed.WHY: why.open_why,
    Deed.LOOK: helping.look,
    Deed.SOMETHING_ELSE: helping.something_else,
    Deed.HELP: helping.open_help,
    Deed.YES: helping.yes,
    Deed.CONTINUE: helping.carry_on,
    Deed.NOT_MEANT: helping.not_meant,
    Deed.WATCHED: helping.watched,
    Deed.PASSED: helping.passed,
    Deed.BOUNDS: helping.open_bounds,
    Deed.SET_BOUNDS: helping.set_bounds,
    Deed.STOP: helping.stop,
}

BY_PHASE: Mapping[tuple[Phase, Deed], Step] = {
    # Deeds that mean something of their own on one screen.
    (Phase.BODY, Deed.ANSWER): arriving.body_word,
    (Phase.STAYING, Deed.ANSWER): staying.answer_staying,
    (Phase.AFTER, Deed.ANSWER): afterwards.answer_after,
    (Phase.ASKING, Deed.NEXT): turning_toward.next_question,
    (Phase.SIDES, Deed.NEXT): sides.next_step,
    (Phase.SAYING, Deed.NEXT): saying.say,
    (Phase.SAYING, Deed.BACK): saying.unsaid,
    (Phase.WHY, Deed.BACK): why.leave,
    (Phase.NOTING, Deed.NEXT): noting.leave_out,
    (Phase.NOTING, Deed.BACK): noting.another,
    (Phase.OUTLINE, Deed.BACK): outlining.leave,
    (Phase.ASKING, Deed.BACK): turning_toward.leave,
    (Phase.SIDES, Deed.BACK): sides.equal_line,
    (Phase.SHELF, Deed.BACK): helping.back,
    (Phase.BOUNDS, Deed.BACK): helping.back,
}


def take_turn(visit: Visit, reply: Reply, shelf: Shelf, what: Heard = QUIET) -> Visit:
    """The next visit.

    Raises OutOfPlaceError where MOVES has no such deed on this screen, UnusableAnswerError for a value that the
    question doesn't have, UnknownPracticeError for a practice that isn't there. The visit passed in is unchanged.
    """
    if reply.deed not in MOVES[visit.phase]:
        raise OutOfPlaceError(f"{reply.deed} has no place on the screen {visit.phase}")
    step = BY_PHASE.get((visit.phase, reply.deed)) or DEEDS[reply.deed]
    unread = reply._replace(likely=()) if what.concern else reply  # nothing is said back over words of danger
    heard = helping.heard(step(visit, unread, shelf), what)
    after = sides.stopped_where_barred(outlining.left_where_barred(heard))
    return replace(after, turn=visit.turn + 1)
