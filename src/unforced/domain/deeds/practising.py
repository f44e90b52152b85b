"""Taking a practice, stopping it anywhere, and the two taps after it, each of which can be skipped."""

from __future__ import annotations

from dataclasses import replace

from unforced.domain import thresholds as t
from unforced.domain.answers import UNKNOWN, Answers, Choice, Level, Never, Situation
from unforced.domain.deeds.arriving import arrive, level, remembered, with_body_word
from unforced.domain.errors import OutOfPlaceError, UnusableAnswerError
from unforced.domain.guide import guide, state_of
from unforced.domain.practice import BODY, OUTWARD, UNCLOCKED, Direction, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.states import LOW
from unforced.domain.visit import Phase, Reply, Use, Visit

NO_CHECK_IN = frozenset({Family.PEOPLE, Family.REST, Family.LEAVE, Family.HELP})
BODY_TOO = (OUTWARD | BODY) - NO_CHECK_IN


def take(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """Start a practice: an offered one, or any that the person picks from the shelf."""
    practice = shelf.get(str(reply.value))
    if practice.family is Family.LEAVE:
        return replace(visit, phase=Phase.CLOSED, practice=practice.id)
    if practice.family is Family.HELP:
        facts = visit.facts._replace(crisis=True)
        return replace(visit, phase=Phase.HELP, facts=facts, came_from=visit.phase, help_asked=True)
    if practice.family in UNCLOCKED:
        offered = {offer.practice for offer in guide(visit.situation, shelf).offers}
        if practice.id not in offered:
            raise OutOfPlaceError("this one opens only where the guide offers it")
    return start(visit, practice)


def start(visit: Visit, practice: Practice) -> Visit:
    """The practice on the screen, with fresh answers to what is asked after it."""
    answers = visit.answers._replace(soften=UNKNOWN, body=UNKNOWN, choice=Choice.THIS)
    came_from = Phase.OFFERS if visit.phase is Phase.HELP else visit.phase
    phase = {Family.ASK: Phase.ASKING, Family.SIDES: Phase.SIDES}.get(practice.family, Phase.PRACTICE)
    warmth_from = visit.warmth_from
    if practice.family is Family.WARMTH and warmth_from is None:
        warmth_from = visit.answers.distress
    return replace(
        visit,
        phase=phase,
        answers=answers,
        practice=practice.id,
        step=0,
        came_from=came_from,
        warmth_from=warmth_from,
        said=tuple(entry for entry in visit.said if entry.key not in ("soften", "body")),
        note="",
    )


def finish(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """It is over, or the person stopped it early; both are the same."""
    practice = shelf.get(visit.practice)
    memory = visit.memory._replace(used=(*visit.memory.used, practice.id))
    if practice.direction is Direction.INWARD:
        seconds = 0 if practice.family in UNCLOCKED else practice.seconds
        memory = memory._replace(inward_s=memory.inward_s + seconds, outward_due=True)
    elif practice.family in OUTWARD and practice.seconds >= t.OUTWARD_AFTER:
        memory = memory._replace(outward_due=False)
    if practice.family is Family.WARMTH:
        memory = memory._replace(rung=practice.rung)
    done = replace(visit, memory=memory, uses=(*visit.uses, Use(practice.id, worse=False)))
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


def check_in(visit: Visit, practice: Practice) -> tuple[str, ...]:
    """What is asked after a practice: body and feeling apart, or the body words after a low state."""
    state = state_of(visit.situation).name
    if practice.family in NO_CHECK_IN:
        return ()
    if state in LOW:
        stop_asking = visit.memory.unchanged >= t.PRESENCE_ASKED
        fired = visit.answers.distress >= t.DISTRESS_TOO_MUCH or visit.facts.surge
        return () if stop_asking else ("body_words", "distress") if fired else ("body_words",)
    if state == "surge":
        return ("distress",)
    return ("soften", "body") if practice.family in BODY_TOO else ("soften",)


def answer_after(visit: Visit, reply: Reply, shelf: Shelf) -> Visit:
    """One answer after a practice. Unknown is an answer and moves on."""
    before = visit.situation
    answered = _answered(visit, reply.value)
    answered = _learnt(answered, before, shelf)
    if answered.pending:
        return replace(answered, question=answered.pending[0], pending=answered.pending[1:])
    return back(answered)


def _answered(visit: Visit, value: object) -> Visit:
    if visit.question == "body_words":
        after = with_body_word(visit, value)
        same = (after.answers.presence, after.answers.arousal) == (visit.answers.presence, visit.answers.arousal)
        unchanged = visit.memory.unchanged + 1 if same else 0
        return replace(after, memory=after.memory._replace(unchanged=unchanged))
    key = visit.question
    said = remembered(visit.said, key, value)
    return replace(visit, answers=visit.answers.told(key, level(key, value)), said=said)


def _learnt(visit: Visit, before: Situation, shelf: Shelf) -> Visit:
    """What the visit remembers of this answer: worse, softer, a rise, kindness too near."""
    a, key = visit.answers, visit.question
    risen = key == "distress" and _risen(before.answers.distress, a.distress)
    worse = risen or (key == "soften" and a.soften <= -1) or (key == "body" and a.body == -1)
    uses = (*visit.uses[:-1], Use(visit.practice, worse=True)) if worse else visit.uses
    inward = shelf.get(visit.practice).direction is Direction.INWARD
    surge = _surging(visit)
    memory = visit.memory._replace(
        put_away=visit.memory.put_away | put_away(uses, visit.practice),
        softened=visit.memory.softened or (key == "soften" and a.soften >= 1),
        inward_over=visit.memory.inward_over or (inward and (risen or (key == "soften" and a.soften == -2))),
        surged=visit.memory.surged or surge,
    )
    note = _said_after(a, key) or visit.note
    return replace(visit, memory=memory, facts=visit.facts._replace(surge=surge), uses=uses, note=note)


def _surging(visit: Visit) -> bool:
    """Kindness came too near, and distress isn't back where it was."""
    if visit.question == "distress" and _back_where_it_was(visit):
        return False
    return visit.facts.surge or (visit.warmth_from is not None and _came_too_near(visit, visit.question))


def _said_after(a: Answers, key: str) -> str:
    """Which answer the answers get: body and feeling apart, "worse" and "same" as kindly as "easier"."""
    if key == "soften":
        return "worse" if a.soften <= -1 else "same" if a.soften == 0 else "easier" if a.soften >= 1 else ""
    if key == "body" and not a.soften <= -1:
        if a.body == -1:
            return "body_tighter"
        return "body_only" if a.body == 1 and a.soften == 0 else ""
    return ""


def _risen(before: Level, now: Level) -> bool:
    return isinstance(before, int) and isinstance(now, int) and now - before >= t.DISTRESS_RISE


def _came_too_near(visit: Visit, key: str) -> bool:
    started = visit.warmth_from
    risen = isinstance(started, int) and _risen(started, visit.answers.distress)
    return (key == "soften" and visit.answers.soften == -2) or (key == "distress" and risen)


def _back_where_it_was(visit: Visit) -> bool:
    started = visit.warmth_from if isinstance(visit.warmth_from, int) else t.DISTRESS_ROOM
    return visit.answers.distress <= max(started, 0)


def put_away(uses: tuple[Use, ...], practice: str) -> frozenset[str]:
    """The practice, where two of its last three uses were worse (invariant 11)."""
    last = [use for use in uses if use.practice == practice][-t.USES_LOOKED_AT :]
    worse = sum(use.worse for use in last)
    return frozenset({practice}) if worse >= t.WORSE_OF_THEM else frozenset()


def back(visit: Visit) -> Visit:
    """To where the practice was taken from: the shelf, or the offers."""
    if visit.came_from is Phase.SHELF:
        return replace(visit, phase=Phase.SHELF, question="", pending=())
    return arrive(visit, visit.note)


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
