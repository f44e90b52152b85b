"""Keeping a visit: asked when it is over, at the same size as letting go; or before, to rest."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from unforced.app.bounds import keep_bounds
from unforced.app.showing import show
from unforced.domain.errors import VaultError
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Phase, Visit
from unforced.web.memory import Draft, Ending, Held, Session, Wanted
from unforced.web.room import room
from unforced.web.turns import form_of, screen_of
from unforced.web.views import session_of
from unforced.web.views.trouble import elsewhere, over


@require_POST
def decide(request: HttpRequest, visit_id: str) -> HttpResponse:
    """What is to become of a visit: kept, let go, forgotten, or kept as it is and rested from."""
    session, choice = session_of(request), request.POST.get("choice", "")
    held = session.visits.get(visit_id) if session else None
    if session is None or held is None:
        return over(request, request.POST.get("words", ""))
    before = held.before
    if choice == "rest" and may_be_kept(held.visit):
        form = form_of(request.POST)
        view = show(held.visit, room().library)
        draft = Draft(screen_of(view), form.words, form.picks) if form.turn == held.visit.turn else held.draft
        room().memory.keep(session, replace(held, draft=draft), visit_id)
        return keep_now(request, session, visit_id)
    if choice == "keep" and before is not None:
        return keep_now(request, session, visit_id)
    if choice == "forget" and before is not None and before.kept is not None:
        return _forgotten(request, session, visit_id, before.kept.name)
    if choice in ("let_go", "stay_kept") and before is not None:
        _end(session, visit_id, Ending.GONE if choice == "let_go" else Ending.KEPT)
    return elsewhere(f"/visits/{visit_id}")


def keep_now(request: HttpRequest, session: Session, visit_id: str) -> HttpResponse:
    """Keeps a visit; where that needs a passphrase first, that page comes first and this is done after it."""
    keeper, held = room().keeper, session.visits.get(visit_id)
    if held is None:
        return over(request)
    if not keeper.there():
        return elsewhere(f"/keep/{visit_id}")
    if not keeper.is_open(session):
        session.wanted = Wanted("keep", visit_id)
        return elsewhere("/unlock")
    resting = held.before is None
    try:
        kept = keeper.seal(held.before or held, session)
        keep_bounds(kept.visit, keeper.inside(session))
    except VaultError as error:
        room().memory.keep(session, replace(held, note=error.code), visit_id)
        return elsewhere(f"/visits/{visit_id}")
    assert kept.kept is not None
    session.resting[visit_id] = kept.kept.name
    if resting:
        closing = show(Visit(phase=Phase.CLOSED), room().library)
        session.visits[visit_id] = Held(
            Visit(phase=Phase.CLOSED), closing=closing._replace(said=(room().say("app.keep.kept_so_far"),)), before=kept
        )
    _end(session, visit_id, Ending.KEPT_SO_FAR if resting else Ending.KEPT)
    return elsewhere(f"/visits/{visit_id}")


def _end(session: Session, visit_id: str, ending: Ending) -> None:
    """Nothing of the visit stays in memory; the last screen says what became of it."""
    held = session.visits[visit_id]
    room().memory.keep(session, replace(held, before=None, kept=None, note="", ending=ending), visit_id)


def _forgotten(request: HttpRequest, session: Session, visit_id: str, name: str) -> HttpResponse:
    try:
        room().keeper.inside(session).forget(name)
    except VaultError as error:
        room().memory.keep(session, replace(session.visits[visit_id], note=error.code), visit_id)
        return elsewhere(f"/visits/{visit_id}")
    _end(session, visit_id, Ending.NONE)
    return elsewhere(f"/past/{name}")
