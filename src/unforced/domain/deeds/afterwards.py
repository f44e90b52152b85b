"""After a practice: body and feeling apart, two taps, each of which can be skipped; and what the visit learns.

Worse, the same and easier are answered alike. Two points worse, or kindness that came too near, change what is
offered from then on (guide.md §1, §5 and insight: harm is noticed faster than benefit).
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain import thresholds as t
from unforced.domain.answers import Answers, Level, Situation
from unforced.domain.deeds.arriving import arrive, level, remembered, with_body_word
from unforced.domain.guide import state_of
from unforced.domain.practice import BODY, OUTWARD, Direction, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.states import LOW
from unforced.domain.visit import Phase, Reply, Use, Visit

NO_CHECK_IN = frozenset({Family.PEOPLE, Family.REST, Family.LEAVE, Family.HELP})
TO_IT = frozenset({Family.ACKNOWLEDGE, Family.ASK, Family.SIDES})  # what was turned toward it
BODY_TOO = (OUTWARD | BODY) - NO_CHECK_IN


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
    told = replace(visit, answers=visit.answers.told(key, level(key, value)), said=said)
    if key == "soften" and visit.practice.partition(".")[0] in TO_IT:
        return replace(told, soften_to_it=told.answers.soften)
    return told


def _learnt(visit: Visit, before: Situation, shelf: Shelf) -> Visit:
    """What the visit remembers of this answer: worse, softer, a rise, kindness too near."""
    a, key = visit.answers, visit.question
    risen = key == "distress" and _risen(before.answers.distress, a.distress)
    worse = risen or (key == "soften" and a.soften <= -1) or (key == "body" and a.body == -1)
    uses = _uses(visit, worse)
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


def _uses(visit: Visit, worse: bool) -> tuple[Use, ...]:
    """Its uses of practices, with what was answered after the last one: body and feeling apart."""
    *earlier, last = visit.uses or (Use(visit.practice, worse=False),)
    a = visit.answers
    return (*earlier, last._replace(worse=last.worse or worse, soften=a.soften, body=a.body))


def _surging(visit: Visit) -> bool:
    """Kindness came too near, and distress isn't back where it was."""
    if visit.question == "distress" and _back_where_it_was(visit):
        return False
    return visit.facts.surge or (came_too_near(visit))


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


def came_too_near(visit: Visit) -> bool:
    """Since warmth was first tried in this visit: much harder, or distress up by two, as answered a moment ago."""
    started, key = visit.warmth_from, visit.question
    if started is None:
        return False
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
