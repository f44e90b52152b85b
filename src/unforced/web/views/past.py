"""The past, opened by the person: the list, one visit, going on, forgetting with and without a way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unforced.app.past import day_of, past, told
from unforced.app.teach import told as told_lessons
from unforced.domain.errors import LockedError, UnforcedError
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.sheet import Button, chip, link
from unforced.web.typesetting import set_text
from unforced.web.views import session_of, shown
from unforced.web.views.going_on import go_on
from unforced.web.views.met_on_map import ways_to
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere, nothing_kept, over, trouble
from unforced.web.waiting import Wanted

View = Callable[..., HttpResponse]


def opened(view: View) -> View:
    """Only for a browser that opened the vault; the others come to the passphrase first. Errors are a calm page."""

    @wraps(view)
    def guarded(request: HttpRequest, *parts: Any, **named: Any) -> HttpResponse:
        session = session_of(request)
        if session is None:
            return over(request)
        if not room().keeper.there():
            return nothing_kept(request)
        try:
            return view(request, session, *parts, **named)
        except LockedError:
            if not session.typed and session.wanted.deed != "keep":  # those are waiting for the passphrase already
                session.wanted = Wanted()
            return elsewhere("/unlock")
        except UnforcedError as error:
            return trouble(request, sentence(error), 409)

    return guarded


@require_safe
@opened
def everything(request: HttpRequest, session: Session) -> HttpResponse:
    """What is kept, newest first."""
    here = room()
    shelf = past(here.keeper.inside(session), here.library)
    found = shelf.damaged
    damaged = here.say("app.past.damaged_one") if found == 1 else here.say("app.past.damaged", n=str(found))
    links = [link(name, f"/{address}") for name, address in PLACES]
    return shown(
        request,
        "past.html",
        shelf=shelf,
        damaged=damaged if found else "",
        unlisted="" if shelf.listed else here.say("app.past.register"),
        mend=chip("vault.mend"),
        none=here.say("app.past.none"),
        leaving=here.say("app.past.leaving"),
        corrected=_corrected(session),
        lead=here.say("app.past.lead"),
        note=session.take_note(),
        links=links,
        lock=chip("vault.lock"),
    )


class Corrected(NamedTuple):
    """What was corrected, as its fold or its line says it."""

    title: str
    what: str
    lines: tuple[tuple[str, str], ...]
    forgotten: str
    forget: Button
    take_back: Button


def _corrected(session: Session) -> Corrected | None:
    here = room()
    found = told_lessons(here.keeper.inside(session), here.keeper.now().toordinal(), here.library)
    say, lines = here.say, tuple((words, set_text(kind)) for words, kind in found.lines)
    gone = say("app.lessons.forgotten", day=found.goes)
    deeds = chip("keep.forget"), chip("vault.take_back")
    return Corrected(say("chip.lessons.page"), say("app.lessons.what"), lines, gone, *deeds) if found.there else None


PLACES = (
    ("vault.gathered", "moments"),
    ("map.page", "parts"),
    ("plan.page", "plan"),
    ("keep.sheet", "sheet"),
    ("vault.home", "home"),
    ("vault.change", "passphrase"),
    ("vault.everything", "everything"),
)


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def one(request: HttpRequest, session: Session, name: str) -> HttpResponse:
    """One kept visit: what was said, and what could be done with it."""
    here, inside = room(), room().keeper.inside(session)
    if request.method != "POST":
        return _one_shown(request, session, name)
    choice = request.POST.get("choice", "")
    if choice == "go_on":
        return go_on(request, session, name)
    if choice == "forget":
        day = day_of(datetime.fromordinal(inside.forget(name)))
        session.note = here.say("app.past.forgotten", day=day)
    elif choice == "forget_now":
        inside.forget_now(name)
        session.note = here.say("app.past.forgotten_now")
    elif choice == "take_back":
        inside.take_back(name)
        session.note = here.say("app.past.taken_back")
    if choice in ("forget", "forget_now"):
        _let_go_of(session, name)
    return elsewhere("/past")


def _one_shown(request: HttpRequest, session: Session, name: str) -> HttpResponse:
    here = room()
    inside = here.keeper.inside(session)
    visit = told(name, inside, here.library)
    day = next((entry.goes for entry in past(inside, here.library).leaving if entry.name == name), "")
    choices = ("take_back", "forget_now") if day else ("go_on",)
    return shown(
        request,
        "told.html",
        visit=visit,
        note=here.say("app.past.forgotten", day=day) if day else "",
        said=[(set_text(label), answer) for label, answer in visit.said],
        done=here.say("app.past.done"),
        draft=here.say("app.past.draft"),
        copied=here.say("app.past.copied") if visit.entry.copied else "",
        buttons=[chip(f"vault.{choice}") for choice in choices],
        forget=() if day else (chip("keep.forget"), chip("vault.forget_now")),
        forgetting=here.say("app.past.forget_now"),
        on_map=() if day else ways_to(session, name),
        back=link("vault.back", "/past"),
    )


def _let_go_of(session: Session, name: str) -> None:
    """A visit that is forgotten leaves this memory too."""
    with room().memory.lock:
        for visit_id, held in list(session.visits.items()):
            kept = held.kept or (held.before or held).kept
            if kept is not None and kept.name == name:
                del session.visits[visit_id]


@require_POST
@opened
def mend(request: HttpRequest, session: Session) -> HttpResponse:
    """Makes the list of pages anew."""
    room().keeper.inside(session).mend()
    session.note = room().say("app.past.mended")
    return elsewhere("/past")
