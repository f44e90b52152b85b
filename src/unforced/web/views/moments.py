"""Small moments that gathered: the picture, the list behind a fold, and taking an own one again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from unforced.app.moments import Listed, Told, forget, moments, own_words, take_back, told
from unforced.app.past import day_of
from unforced.app.respond import respond
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Deed, Reply
from unforced.web.memory import Held, Session
from unforced.web.room import room
from unforced.web.sheet import Button, chip, link
from unforced.web.shore import shore
from unforced.web.typesetting import set_text
from unforced.web.views import session_of, shown
from unforced.web.views.past import opened
from unforced.web.views.trouble import elsewhere, over
from unforced.web.views.visits import arrived


class Part(NamedTuple):
    """A part of the list, and what could be done with each line of it."""

    legend: str
    lines: tuple[Listed, ...]
    buttons: tuple[Button, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@opened
def everything(request: HttpRequest, session: Session) -> HttpResponse:
    """The shore; or one thing done with a line of the list."""
    if request.method == "POST":
        deed, _, token = request.POST.get("choice", "").partition(":")
        return _done(session, deed, token)
    here = room()
    found = moments(here.keeper.inside(session), _today())
    listed = told(found, here.library)
    return shown(
        request,
        "moments.html",
        lead=here.say("chip.moments.page"),
        note=session.take_note(),
        shore=shore(len(found.done)),
        stays=here.say("app.moments.stays" if found.done else "app.moments.empty"),
        list=here.say("chip.moments.list"),
        told=listed,
        parts=_parts(listed),
        links=(link("vault.past", "/past"), link("page.begin", "/")),
    )


def _parts(listed: Told) -> tuple[Part, ...]:
    say, again, off = room().say, chip("moments.take"), chip("moments.forget")
    return (
        Part(say("app.moments.list_own"), listed.own, (again, off)),
        Part(say("app.moments.list_done"), _set(listed.done), (off,)),
        Part(say("app.moments.list_leaving"), _set(listed.leaving), (chip("moments.take_back"),)),
    )


def _set(lines: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """With real quotation marks in what isn't the person's own."""
    return tuple(line if line.own else line._replace(text=set_text(line.text)) for line in lines)


def _done(session: Session, deed: str, token: str) -> HttpResponse:
    here = room()
    inside = here.keeper.inside(session)
    if deed == "take":
        return _taken(session, own_words(token, moments(inside, _today())))
    if deed == "forget":
        day = day_of(datetime.fromordinal(forget(token, inside, _today())))
        session.note = here.say("app.moments.forgotten", day=day)
    elif deed == "take_back":
        take_back(token, inside)
        session.note = here.say("app.moments.taken_back")
    return elsewhere("/moments")


def _taken(session: Session, words: str) -> HttpResponse:
    """A visit that begins with an own one, by the person's choice; its words are screened like any that are written."""
    here = room()
    door = respond(arrived(session), Reply(Deed.OPEN_DOOR, "moment"), here.library)
    visit = respond(door, Reply(Deed.WRITE), here.library, raw=words)
    return elsewhere(f"/visits/{here.memory.keep(session, Held(visit, began=here.keeper.now()))}")


@require_POST
def keep(request: HttpRequest, visit_id: str) -> HttpResponse:
    """Keeps the small moments of a visit, and nothing else of it."""
    session = session_of(request)
    if session is None:
        return over(request)
    with room().memory.lock:
        held = session.visits.get(visit_id)
        if held is not None and may_be_kept(held.visit) and room().keeper.is_open(session):
            after = room().keeper.gather(held, session)
            room().memory.keep(session, replace(after, note="not_kept" if after is held else "kept"), visit_id)
    return elsewhere(f"/visits/{visit_id}")


def _today() -> int:
    return room().keeper.now().toordinal()
