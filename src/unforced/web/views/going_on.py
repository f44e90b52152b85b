"""Going on with a visit that is kept, and what happens to one that was put to rest when the vault locked."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from unforced.app.showing import show
from unforced.domain.errors import UnforcedError
from unforced.web.memory import Draft, Held, Session
from unforced.web.room import room
from unforced.web.turns import beside, screen_of
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere, trouble
from unforced.web.waiting import Wanted


def go_on(request: HttpRequest, session: Session, name: str) -> HttpResponse:
    """Goes on with a kept visit: where it is here already, with that one. What was typed meanwhile is its draft."""
    keeper, memory = room().keeper, room().memory
    words = session.typed.get(name, "")
    with memory.lock:
        visit_id, held = next(((key, held) for key, held in session.visits.items() if _is_here(held, name)), ("", None))
        try:
            held = held or keeper.wake(name, session, room().library.shelf)
        except UnforcedError as error:
            return trouble(request, sentence(error), 409, words)
        if words:
            held = keeper.seal_again(_with(held, words), session)
            session.typed.pop(name)
        return elsewhere(f"/visits/{memory.keep(session, held, visit_id)}")


def _with(held: Held, words: str) -> Held:
    """The visit with what was typed for it, in its field where there is one, below the screen where there isn't."""
    view = show(held.visit, room().library)
    screen = held.draft.screen if held.draft.words.strip() else screen_of(view)
    note = held.note or ("" if view.field and screen == screen_of(view) else "out_of_place")
    return replace(held, draft=beside(held.draft, Draft(screen, words, held.draft.picks)), note=note)


def _is_here(held: Held, name: str) -> bool:
    return held.kept is not None and held.kept.name == name and not held.kept.lost


def at_rest(request: HttpRequest, session: Session, visit_id: str) -> HttpResponse:
    """A visit that was put to rest: the passphrase leads back to it. What was sent to it meanwhile isn't lost."""
    name, sent = session.resting[visit_id], request.method == "POST"
    words = request.POST.get("words", "") if sent else ""
    if words.strip():
        session.typed[name] = beside(Draft(words=session.typed.get(name, "")), Draft(words=words)).words
    if room().keeper.is_open(session):
        return go_on(request, session, name) if sent else elsewhere(f"/past/{name}")
    if sent:
        session.wanted = Wanted("go_on", name)
        session.note = room().say("app.vault.locked_self")
    return elsewhere("/unlock")
