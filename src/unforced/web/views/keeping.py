"""Keeping a visit: asked when it is over, at the same size as letting go; or before, to rest."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from unforced.app.bounds import keep_bounds, with_bounds
from unforced.app.showing import show
from unforced.domain.errors import VaultError
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Phase, Visit
from unforced.web.memory import Draft, Ending, Held, Session
from unforced.web.room import room
from unforced.web.turns import Form, form_of, screen_of
from unforced.web.views import session_of
from unforced.web.views.going_on import at_rest
from unforced.web.views.trouble import elsewhere, over
from unforced.web.waiting import Wanted


@require_POST
def decide(request: HttpRequest, visit_id: str) -> HttpResponse:
    """What is to become of a visit: kept, let go, forgotten, or kept as it is and rested from."""
    session, form = session_of(request), form_of(request.POST)
    if session is None:
        return over(request, form.words)
    with room().memory.lock:
        held = session.visits.get(visit_id)
        if held is not None:
            return _decided(request, session, visit_id, held, form)
        if visit_id not in session.resting:
            return over(request, form.words)
        if form.choice == "rest":
            return at_rest(request, session, visit_id)
        session.wanted = Wanted("look", session.resting[visit_id])  # it locked itself before anything was decided
        return elsewhere("/unlock")


def _decided(request: HttpRequest, session: Session, visit_id: str, held: Held, form: Form) -> HttpResponse:
    before, choice = held.before, form.choice
    if choice == "rest" and may_be_kept(held.visit):
        view = show(held.visit, room().library)
        draft = Draft(screen_of(view), form.words, form.picks) if form.turn == held.visit.turn else held.draft
        room().memory.keep(session, replace(held, draft=draft), visit_id)
        return keep_now(request, session, visit_id)
    if before is None:
        return elsewhere(f"/visits/{visit_id}")
    if choice == "forget" and before.kept is not None:
        return _forgotten(session, visit_id, before.kept.name)
    if choice == "keep" or (choice == "stay_kept" and not (before.kept and before.kept.sealed)):
        return keep_now(request, session, visit_id)
    if choice in ("let_go", "stay_kept"):
        _end(session, visit_id, Ending.GONE if choice == "let_go" else Ending.KEPT)
    return elsewhere(f"/visits/{visit_id}")


def keep_now(request: HttpRequest, session: Session, visit_id: str) -> HttpResponse:
    """Keeps a visit; where that needs a passphrase first, that page comes first and this is done after it."""
    keeper, memory = room().keeper, room().memory
    with memory.lock:
        held = session.visits.get(visit_id)
        if held is None:
            return over(request)
        if held.before is None and not may_be_kept(held.visit):  # nothing is left of it that could be kept
            return elsewhere(f"/visits/{visit_id}")
        if not keeper.there():
            return elsewhere(f"/keep/{visit_id}")
        if not keeper.is_open(session):
            session.wanted = Wanted("keep", visit_id)
            return elsewhere("/unlock")
        try:
            kept = keeper.seal(held.before or held, session)
        except VaultError as error:
            memory.keep(session, replace(held, note=error.code), visit_id)
        else:
            _kept(session, visit_id, kept, resting=held.before is None)
    return elsewhere(f"/visits/{visit_id}")


def _kept(session: Session, visit_id: str, kept: Held, resting: bool) -> None:
    """It is sealed. What stays away in it is added to what stayed away before."""
    inside = room().keeper.inside(session)
    with suppress(VaultError):
        keep_bounds(with_bounds(kept.visit, inside), inside)
    assert kept.kept is not None
    session.resting[visit_id] = kept.kept.name
    if resting:
        over_now = Visit(phase=Phase.CLOSED)
        closing = show(over_now, room().library)._replace(said=(room().say("app.keep.kept_so_far"),))
        session.visits[visit_id] = Held(over_now, closing=closing)
    _end(session, visit_id, Ending.KEPT_SO_FAR if resting else Ending.KEPT)


def _end(session: Session, visit_id: str, ending: Ending) -> None:
    """Nothing of the visit stays in memory; the last screen says what became of it."""
    held = session.visits[visit_id]
    room().memory.keep(session, replace(held, before=None, kept=None, note="", ending=ending), visit_id)


def _forgotten(session: Session, visit_id: str, name: str) -> HttpResponse:
    try:
        room().keeper.inside(session).forget(name)
    except VaultError as error:
        room().memory.keep(session, replace(session.visits[visit_id], note=error.code), visit_id)
        return elsewhere(f"/visits/{visit_id}")
    _end(session, visit_id, Ending.NONE)
    return elsewhere(f"/past/{name}")
