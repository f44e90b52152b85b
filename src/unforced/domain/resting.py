"""A visit that rests: when it may be kept, and how it goes on later.

Rules:
- Where somebody could see the screen, now or perhaps later, nothing is kept (guide.md §1: safety 0 and 1).
- A visit in which nothing was said or done leaves nothing to keep.
- Within half an hour it goes on exactly where it was.
- Later, or when the clock can't be believed, everything said stays, and whatever was about that moment is unknown
  again: how present, how hard, how close. So nothing inward can be offered on the strength of another night.
- A practice that a newer version no longer has is over; nothing on the screen needs it.
- What is written then is heard afresh: "that's not what I meant" was about the words of that moment.
"""

from __future__ import annotations

from dataclasses import replace

from unforced.domain.answers import SCALES, UNKNOWN
from unforced.domain.possible import still_there
from unforced.domain.shelf import Shelf
from unforced.domain.visit import Phase, Visit

SAME_MOMENT = 30
"""Minutes within which a visit is still the same moment. Chosen, not measured."""
LATER = SAME_MOMENT + 1.0
"""Minutes after which it is another moment."""
EARLY = (Phase.DOORS, Phase.KINDS, Phase.BODY, Phase.SHELF)


def may_be_kept(visit: Visit) -> bool:
    """Whether there is something to keep, and nobody who could see it."""
    return visit.answers.safety not in (0, 1) and bool(visit.said or visit.uses or any(visit.names))


def goes_on(visit: Visit, minutes: float) -> Visit:
    """The visit as it goes on after so many minutes."""
    if 0 <= minutes <= SAME_MOMENT:
        return visit
    answers = visit.answers._replace(choice=UNKNOWN)
    for key in SCALES:
        answers = answers.told(key, UNKNOWN)
    facts = visit.facts._replace(crisis=False, surge=False, stayed=False, invited=False)
    memory = visit.memory._replace(
        was_low=False,
        outward_due=False,
        unchanged=0,
        first=(),
        between="",
        surged=visit.memory.surged or visit.facts.surge,
    )
    said = tuple(entry for entry in visit.said if entry.key not in (*SCALES, "body_words"))
    phase = visit.phase if visit.phase in EARLY else Phase.BODY if visit.door == "says_no" else Phase.SHELF
    return replace(
        visit,
        phase=phase,
        answers=answers,
        facts=facts,
        memory=memory,
        said=said,
        likely=(),
        question="",
        pending=(),
        practice="",
        soften_before=UNKNOWN,
        soften_to_it=UNKNOWN,
        hold=None,
        marks_before=None,
        marks_after=None,
        own=None,
        step=0,
        listened=(),
        why="",
        warmth_from=None,
        concern_shown=0,
        not_meant=False,
        help_asked=False,
        note="",
        notice="",
        turn=visit.turn + 1,
    )


def on_shelf(visit: Visit, shelf: Shelf) -> Visit:
    """The visit as far as this shelf goes: a practice that is no longer there is over, as if time had passed."""
    there = visit if still_there(visit, shelf) else goes_on(visit, LATER)
    put_away = frozenset(practice for practice in there.memory.put_away if practice in shelf)
    return replace(there, memory=there.memory._replace(put_away=put_away))
