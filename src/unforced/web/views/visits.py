"""A visit on a page: shown by GET, taken a turn further by POST."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from unforced.app.arrive import arrive
from unforced.app.showing import show
from unforced.domain.visit import Phase
from unforced.web.memory import Held, Session
from unforced.web.page import page_of
from unforced.web.room import room
from unforced.web.turns import Form, screen_of, take
from unforced.web.views import session_of, shown
from unforced.web.views.helping import emergency_line, links_of, region_named
from unforced.web.views.trouble import elsewhere, over

HELP = "help"


def form_of(request: HttpRequest) -> Form:
    """What the page posted. Whatever can't be read as a number is a screen that never was."""
    turn = request.POST.get("turn", "")
    return Form(
        turn=int(turn) if turn.isascii() and turn.isdigit() and len(turn) < 10 else -1,
        choice=request.POST.get("choice", ""),
        picks=tuple(request.POST.getlist("pick")),
        words=request.POST.get("words", ""),
    )


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """The first deed makes a visit; until then there is none."""
    session, form = session_of(request), form_of(request)
    if session is None:
        return without_session(request, form)
    return _after(request, session, "", Held(arrive()), form)


@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, visit_id: str) -> HttpResponse:
    """The present screen, or one turn and then the present screen."""
    session, memory = session_of(request), room().memory
    if session is None:
        return without_session(request, form_of(request))
    with memory.lock:
        held = session.visits.get(visit_id)
        if held is None:
            return without_session(request, form_of(request))
        if request.method != "POST":
            return render_held(request, session, visit_id, held)
        return _after(request, session, visit_id, held, form_of(request))


def without_session(request: HttpRequest, form: Form) -> HttpResponse:
    """A visit that isn't there. Help is never refused, and nobody's words are thrown away."""
    return elsewhere("/help") if form.choice == HELP else over(request, form.words)


def _after(request: HttpRequest, session: Session, visit_id: str, held: Held, form: Form) -> HttpResponse:
    region = session.region or room().opening.region
    after = take(held, form, room().library, region)
    name = room().memory.keep(session, after, visit_id)
    if form.too_long:
        return render_held(request, session, name, after, 413)
    return elsewhere(f"/visits/{name}")


def render_held(request: HttpRequest, session: Session, name: str, held: Held, status: int = 200) -> HttpResponse:
    """The present screen of a visit."""
    region = session.region or room().opening.region
    view = held.closing or show(held.visit, room().library, region)
    note = _note(held.note)
    links = links_of(region) if view.phase is Phase.HELP else {}
    page = page_of(view, held.draft, screen_of(view), note, links)
    return shown(
        request,
        "visit.html",
        status,
        page=page,
        action=f"/visits/{name}",
        emergency=emergency_line(region),
        **region_named(region),
    )


def _note(code: str) -> str:
    here = room()
    for voice in ("app.page", "app.errors"):
        if code and f"{voice}.{code}" in here.library.phrases:
            return here.say(f"{voice}.{code}")
    return here.say("app.errors.unexpected") if code else ""


@require_POST
def region(request: HttpRequest, visit_id: str) -> HttpResponse:
    """Another region for the emergency number, for as long as this browser stays."""
    session = session_of(request)
    chosen = request.POST.get("region", "").upper()
    if session is not None and (not chosen or room().library.emergency(chosen)):
        session.region = chosen
    return elsewhere(f"/visits/{visit_id}")
