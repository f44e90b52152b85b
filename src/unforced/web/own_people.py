"""What Help shows of a person's own: their people and lines, and the way to their safety plan.

Rules: Help never waits for it and never fails because of it; where it can't be read it isn't there. Where somebody
could see the screen no name is shown. It is never kept with the pages that open while the program is stopped.
"""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from unforced.app.safety_plan import kept_plan
from unforced.app.safety_plan_paper import Written, own_people
from unforced.domain.errors import UnforcedError
from unforced.domain.safety_plan import SafetyPlan
from unforced.web.memory import Session
from unforced.web.planning import HOME, seen
from unforced.web.room import room
from unforced.web.sheet import Link, link
from unforced.web.typesetting import set_way


class Own(NamedTuple):
    """``way`` leads to the plan, with ``said`` before it or ``after`` it. ``title`` stands over ``people``."""

    way: Link
    said: str = ""
    after: str = ""
    title: str = ""
    people: tuple[Written, ...] = ()


def own_on_help(session: Session | None) -> Own | None:
    """What stands there for this browser; None for one that hasn't come in."""
    if session is None:
        return None
    keeper, quiet = room().keeper, Own(link("plan.page", HOME))
    if seen(session):
        return quiet
    with suppress(UnforcedError):
        if keeper.there() and not keeper.is_open(session):
            return Own(link("vault.unlock", HOME), room().say("app.plan.locked"))
        return _own(kept_plan(keeper.inside(session)) if keeper.there() else session.planned.plan)
    return quiet


def _own(plan: SafetyPlan) -> Own:
    say = room().say
    if not plan.written:
        return Own(link("plan.page", HOME), after=say("app.plan.calmer"))
    people = tuple(map(_set, own_people(plan, room().library)))
    if not people:
        return Own(link("plan.page", HOME))
    return Own(link("plan.whole", HOME), title=say("app.plan.own"), people=people)


def _set(written: Written) -> Written:
    return written._replace(ways=tuple(map(set_way, written.ways)))
