"""Taking a practice, stopping it anywhere, putting one away for good, and taking one back."""

from __future__ import annotations

from dataclasses import replace

from unforced.domain import thresholds as t
from unforced.domain.answers import UNKNOWN, Choice, Never
from unforced.domain.deeds.afterwards import answer_after, back, check_in
from unforced.domain.deeds.noting import begun, may_be_mirrored
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.guide import guide, state_of
from unforced.domain.moments import Small
from unforced.domain.practice import OUTWARD, UNCLOCKED, Direction, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.sides import stands_first
from unforced.domain.timeline import LONGEST_HOLD
from unforced.domain.visit import Deed, LastRound, Phase, Reply, Use, Visit

NEVER_HELD = ("crisis", "unsafe_here", "far_away", "wired_and_numb", "too_much")


def take(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Start a practice: an offered one, or any that the person picks from the shelf."""
    practice = shelf.get(str(reply.value))
    if practice.family is Family.LEAVE:
        return replace(visit, phase=Phase.CLOSED, practice=practice.id)
    if practice.family is Family.HELP:
        facts = visit.facts._replace(crisis=True)
        return replace(visit, phase=Phase.HELP, facts=facts, help_from=visit.phase, help_asked=True, note="")
    if practice.family in UNCLOCKED:
        offered = {offer.practice for offer in guide(visit.situation, shelf).offers}
        if visit.phase is not Phase.OFFERS or practice.id not in offered:
            raise OutOfPlaceError("this one opens only where the guide offers it")
    if practice.family is Family.SIDES:
        visit = replace(visit, listed=stands_first(visit), listened=(), last_round=LastRound())
    return begun(start(visit, practice), visit, shelf)


def start(visit: Visit, practice: Practice) -> Visit:
    """The practice on the screen, with fresh answers to what is asked after it."""
    # Who wants nothing and rests still wants nothing.
    choice = Choice.NOTHING if visit.answers.choice is Choice.NOTHING else Choice.THIS
    answers = visit.answers._replace(soften=UNKNOWN, body=UNKNOWN, choice=choice)
    memory = visit.memory._replace(first=())
    came_from = Phase.OFFERS if visit.phase is Phase.HELP else visit.phase
    phase = {Family.ASK: Phase.ASKING, Family.SIDES: Phase.SIDES}.get(practice.family, Phase.PRACTICE)
    warmth_from = visit.warmth_from
    if practice.family is Family.WARMTH and warmth_from is None:
        warmth_from = visit.answers.distress
    return replace(
        visit,
        phase=phase,
        answers=answers,
        memory=memory,
        practice=practice.id,
        soften_before=UNKNOWN,
        hold=None,
        marks_before=None,
        marks_after=None,
        own=None,
        step=0,
        came_from=came_from,
        warmth_from=warmth_from,
        said=tuple(entry for entry in visit.said if entry.key not in ("soften", "body")),
        note="",
    )


def hold(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """How long a breath is held, 0 to 4 seconds, as the person likes it."""
    practice = shelf.get(visit.practice)
    if practice.breath is None:
        raise OutOfPlaceError("nothing is held here")
    if type(reply.value) is not int or not 0 <= reply.value <= most_hold(visit):
        raise UnusableAnswerError("hold", f"0 to {most_hold(visit)} seconds")
    return replace(visit, hold=reply.value)


def most_hold(visit: Visit) -> int:
    """The longest hold there is now: none in the states from *too much* up (guide.md §8, invariant 7)."""
    return 0 if state_of(visit.situation).name in NEVER_HELD else LONGEST_HOLD


def played(visit: Visit, practice: Practice) -> Practice:
    """The practice as it is played in this visit: with the hold that the person chose, and none where none may be;
    without the areas that they leave out."""
    wanted = practice.hold if visit.hold is None else visit.hold
    return practice.without(visit.left_out).with_hold(min(wanted, most_hold(visit)))


def leave_out(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Which areas of the body this practice leaves out, the whole list. What others leave out stays as it is."""
    areas = frozenset(shelf.get(visit.practice).areas)
    if not areas:
        raise OutOfPlaceError("nothing is left out here")
    names = frozenset(map(str, reply.value)) if isinstance(reply.value, (tuple, list)) else frozenset({""})
    if not names <= areas:
        raise UnusableAnswerError("area", "any of " + ", ".join(sorted(areas)))
    return replace(visit, left_out=(visit.left_out - areas) | names)


def with_moment(visit: Visit, reply: Reply, practice: Practice) -> Visit:
    """The visit with a small moment that was done just now; one that was stopped because it got harder is none."""
    if practice.family is not Family.MOMENT or reply.deed is not Deed.FINISH:
        return visit
    own = visit.own if may_be_mirrored(visit) else None
    return replace(visit, moments=(*visit.moments, Small(practice.id, own)))


def finish(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """It is over, or the person stopped it early; both are the same."""
    practice = shelf.get(visit.practice)
    memory = visit.memory._replace(used=(*visit.memory.used, practice.id))
    if practice.direction is Direction.INWARD:
        seconds = 0 if practice.family in UNCLOCKED else practice.without(visit.left_out).seconds
        memory = memory._replace(inward_s=memory.inward_s + seconds, outward_due=True)
    elif practice.family in OUTWARD and practice.seconds >= t.OUTWARD_AFTER:
        memory = memory._replace(outward_due=False)
    if practice.family is Family.WARMTH:
        memory = memory._replace(rung=practice.rung)
    uses = (*visit.uses, Use(practice.id, worse=False))
    done = replace(with_moment(visit, reply, practice), memory=memory, uses=uses)
    pending = check_in(done, practice)
    if not pending:
        return back(done)
    return replace(done, phase=Phase.AFTER, pending=pending[1:], question=pending[0])


def worse(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """It got worse: stops at once, counts as much harder, and asks no further."""
    done = finish(visit, reply, shelf)
    if done.phase is not Phase.AFTER or done.question != "soften":
        done = replace(done, question="soften", pending=())
    return answer_after(replace(done, phase=Phase.AFTER, pending=()), Reply(reply.deed, -2), shelf)


def take_back(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """The person wants a put-away practice after all."""
    practice = shelf.get(str(reply.value)).id
    uses = tuple(use for use in visit.uses if use.practice != practice)
    return replace(visit, memory=visit.memory._replace(put_away=visit.memory.put_away - {practice}), uses=uses)


def never(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Not this, ever: one tap on a card."""
    try:
        never = Never(str(reply.value))
    except ValueError:
        raise UnusableAnswerError("never", ", ".join(Never)) from None
    return replace(visit, answers=visit.answers._replace(never=visit.answers.never | {never}))
