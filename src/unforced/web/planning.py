"""Somebody at their safety plan: what stands in it now, and one change of it.

Rules:
- Where something is kept, the plan is kept with it: only with the vault open in this browser, the passphrase first.
- Where nothing is, it stays in this process's memory until it is left.
- Where somebody could see the screen nothing is written, and in a moment of crisis no form is put before anybody.
- What is typed is never thrown away: what can't be taken is shown with the sentence that says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse

from unforced.app.heard import heard, help_for
from unforced.app.past import day_of
from unforced.app.safety_plan import Deed, change, safety_plan, until
from unforced.app.showing.reaching import reach
from unforced.domain.concern import Concern
from unforced.domain.errors import BrokenContentError, LockedError, UnforcedError
from unforced.domain.safety_plan import SafetyPlan
from unforced.domain.visit import Phase
from unforced.ports import Inside
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.sheet import Link, Sheet
from unforced.web.typesetting import set_reach
from unforced.web.views import session_of, shown
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import over, passphrase_first
from unforced.web.waiting import Planned

HOME, WRITE = "/plan", "/plan/write"
SEEN = (0, 1)


class AtPlan(NamedTuple):
    """Somebody who looks at their plan. ``inside`` is None where nothing is kept; ``today`` a proleptic ordinal."""

    session: Session
    inside: Inside | None
    plan: SafetyPlan
    today: int

    def changes(self, deed: Deed) -> SafetyPlan:
        """Does something to the plan. Errors are those of ``app.safety_plan.change``."""
        if self.inside is not None:
            return change(self.inside, deed)
        after = deed(self.plan)
        self.session.planned = replace(self.session.planned, plan=after)
        return after

    @property
    def until(self) -> int:
        """The day until which what is taken off now can be taken back."""
        return until(self.today)

    @property
    def last_day(self) -> str:
        """The same, as one would say it."""
        return day_of(datetime.fromordinal(self.until))

    def hears(self, raw: str) -> None:
        """What was just written, heard like any other words: in full once, after that a line."""
        library, session = room().library, self.session
        try:
            concern = heard(raw, library)
        except BrokenContentError:
            concern = Concern.TENDER
        if concern > session.heard:
            session.heard = concern
            session.planned = replace(session.planned, danger=help_for(raw, library))
        elif concern:
            session.note = f"{session.note} {room().say('app.notes.help_is_there')}".strip()

    def takes_danger(self) -> dict[str, Any]:
        """What is said on this page of danger that was heard, and whom one could reach; once."""
        here, key = room(), self.session.planned.danger
        if not key:
            return {}
        self.session.planned = replace(self.session.planned, danger="")
        found = reach(here.say, here.library, self.session.region or here.opening.region)
        return {"danger": here.say(key), "reach": set_reach(found)}


def at_plan(session: Session) -> AtPlan:
    """The plan as it is now. Errors are those of ``safety_plan``."""
    keeper = room().keeper
    today = keeper.now().toordinal()
    if not keeper.there():
        return AtPlan(session, None, session.planned.plan.on(today), today)
    inside = keeper.inside(session)
    return AtPlan(session, inside, safety_plan(inside, today), today)


def seen(session: Session) -> bool:
    """Whether somebody could see this screen, as it was last said in any visit that is here."""
    return any(held.visit.answers.safety in SEEN for held in session.visits.values())


def in_crisis(session: Session) -> bool:
    """Whether the visit that was touched last stands at Help, or in a crisis."""
    last = max(session.visits.values(), key=lambda held: held.touched, default=None)
    return last is not None and (last.visit.facts.crisis or last.visit.phase is Phase.HELP)


def planned(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the plan: the view gets an AtPlan in place of a session. Errors are a calm page, and words stay."""

    @wraps(view)
    def guarded(request: HttpRequest, **named: Any) -> HttpResponse:
        session = session_of(request)
        if session is None:
            return over(request, typed_in(request))
        if request.method == "POST" and seen(session):
            return _refused(request, room().say("app.plan.seen"))
        try:
            return view(request, at_plan(session), **named)
        except LockedError:
            return passphrase_first(request, session, typed_in(request))
        except UnforcedError as error:
            return _refused(request, sentence(error))

    return guarded


def typed_in(request: HttpRequest) -> str:
    """A line with its number, as they were typed."""
    return " ".join(text for name in ("words", "number") if (text := request.POST.get(name, "")).strip())


def forget_unkept(session: Session) -> None:
    """What was written while nothing was kept goes from this memory."""
    session.planned = Planned()


def _refused(request: HttpRequest, said: str) -> HttpResponse:
    say = room().say
    links = (Link(say("chip.plan.page"), HOME), Link(say("chip.page.begin"), "/"))
    return shown(request, "sheet.html", 409, sheet=Sheet(said, words=typed_in(request), links=links))
