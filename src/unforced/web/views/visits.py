"""A visit on a page: shown by GET, taken a turn further by POST."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from unforced.app.arrive import arrive
from unforced.app.bounds import with_bounds
from unforced.app.last_round import with_last_round
from unforced.app.respond import respond
from unforced.app.showing import show
from unforced.app.showing.reaching import regions_of
from unforced.app.teach import known
from unforced.domain.errors import VaultError
from unforced.domain.reading import Lesson
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Phase, Reply, Visit
from unforced.web.memory import Draft, Ending, Held, Session
from unforced.web.own_people import own_on_help
from unforced.web.page import page_of
from unforced.web.playing import sounds_of
from unforced.web.room import room
from unforced.web.sheet import Button, chip
from unforced.web.turns import Form, drafted, form_of, screen_of, take
from unforced.web.views import session_of, shown
from unforced.web.views.gathering import gathering
from unforced.web.views.going_on import at_rest
from unforced.web.views.helping import emergency_line, region_named
from unforced.web.views.met_on_map import after_keeping
from unforced.web.views.trouble import elsewhere, over

HELP = "help"
NO_REST = (Phase.PRACTICE, Phase.HELP)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """The first deed makes a visit; until then there is none."""
    session, form = session_of(request), form_of(request.POST)
    if session is None:
        return without_session(request, form)
    return _after(request, session, "", Held(arrived(session)), form)


def arrived(session: Session) -> Visit:
    """A fresh visit; with what stays away, where that is kept and open."""
    keeper = room().keeper
    try:
        return with_bounds(arrive(), keeper.inside(session)) if keeper.is_open(session) else arrive()
    except VaultError:
        return arrive()


@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, visit_id: str) -> HttpResponse:
    """The present screen, or one turn and then the present screen."""
    session, memory = session_of(request), room().memory
    if session is None:
        return without_session(request, form_of(request.POST))
    with memory.lock:
        held = session.visits.get(visit_id)
        if held is None and visit_id in session.resting and form_of(request.POST).choice != HELP:
            return at_rest(request, session, visit_id)
        if held is None:
            return without_session(request, form_of(request.POST))
        if request.method != "POST":
            return render_held(request, session, visit_id, held)
        return _after(request, session, visit_id, held, form_of(request.POST))


def without_session(request: HttpRequest, form: Form) -> HttpResponse:
    """A visit that isn't there. Help is never refused, and nobody's words are thrown away."""
    return elsewhere("/help") if form.choice == HELP else over(request, form.words)


def _after(request: HttpRequest, session: Session, visit_id: str, held: Held, form: Form) -> HttpResponse:
    region = session.region or room().opening.region
    opening, lessons = room().opening, partial(_lessons, session, held.visit)
    answering = partial(respond, listener=opening.listener, reader=opening.reader, lessons=lessons)
    after = take(held, form, room().library, region, partial(_knowing, session), answering)
    if after is not held:
        after = _sealed(session, held, after)
    name = room().memory.keep(session, after, visit_id)
    if form.too_long:
        return render_held(request, session, name, after, 413)
    return elsewhere(f"/visits/{name}")


def _knowing(session: Session, visit: Visit, reply: Reply) -> Visit:
    """The visit with what a round of two sides takes on from what is kept, where that is open."""
    return with_last_round(visit, reply, lambda: room().keeper.inside(session))


def _lessons(session: Session, visit: Visit) -> Sequence[Lesson]:
    """What this person taught, as far as it may be known in this browser."""
    return known(visit, lambda: room().keeper.inside(session))


def _sealed(session: Session, held: Held, after: Held) -> Held:
    """What is held after a turn, sealed where it is kept. Where somebody could see the screen, it locks instead."""
    keeper = room().keeper
    if keeper.no_trace:
        return replace(after, before=None, ending=Ending.GONE) if after.before is not None else after
    after = replace(after, began=after.began or keeper.now())
    if after.visit.answers.safety == 0 and after.kept is not None:
        after = replace(after, kept=after.kept._replace(lost=True))  # from here on nothing of it is kept
    if after.visit.answers.safety == 0 and session.opened:
        keeper.lock()
    if after.before is not None:
        return _over(keeper.seal_again(after.before, session), after)
    if after.closing is None:
        keeper.keep_away(held.visit, after.visit, session)
    return keeper.seal_again(after, session)


def _over(before: Held, after: Held) -> Held:
    """A visit that is over, sealed once more where it is kept, with a word on why where it couldn't be."""
    lost = before.kept is not None and before.kept.lost
    ending = Ending.ASK if lost and after.ending is Ending.ASK_AGAIN else after.ending
    return replace(after, before=replace(before, note=""), note=before.note or after.note, ending=ending)


@require_POST
def draft(request: HttpRequest, visit_id: str) -> HttpResponse:
    """What is being typed, sealed where the visit is kept. 204 when it is, 409 when it isn't."""
    session, form = session_of(request), form_of(request.POST)
    with room().memory.lock:
        held = session.visits.get(visit_id) if session else None
        if session is None or held is None or held.kept is None or form.turn != held.visit.turn or form.too_long:
            return HttpResponse(status=409)
        typed = Draft(screen_of(show(held.visit, room().library)), form.words, form.picks)
        note = held.note if held.kept.sealed else ""
        after = room().keeper.seal_again(replace(held, draft=drafted(held.draft, typed), note=note), session)
        room().memory.keep(session, after, visit_id)
    return HttpResponse(status=204 if after.kept and after.kept.sealed and not after.kept.lost else 409)


def render_held(request: HttpRequest, session: Session, name: str, held: Held, status: int = 200) -> HttpResponse:
    """The present screen of a visit."""
    region = session.region or room().opening.region
    view = held.closing or show(held.visit, room().library, region, held.kept is not None)
    note = _note(held.note)
    page = page_of(view, held.draft, screen_of(view), note)._replace(sounds=sounds_of(held.visit))
    return shown(
        request,
        "visit.html",
        status,
        page=page,
        action=f"/visits/{name}",
        ending=held.ending,
        keeping=_keeping(held),
        rest=_rest(held),
        gathering=gathering(held, session),
        met=after_keeping(session, name, held),
        drafts=held.kept is not None and not held.kept.lost and bool(page.view.field),
        emergency=emergency_line(region),
        own=own_on_help(session) if view.phase is Phase.HELP else None,
        **region_named(region),
    )


def _keeping(held: Held) -> tuple[Button, ...]:
    """The two choices about a visit that is over, the same size."""
    asked = {Ending.ASK: ("keep", "let_go"), Ending.ASK_AGAIN: ("stay_kept", "forget")}
    return tuple(chip(f"keep.{choice}") for choice in asked.get(held.ending, ()))


def _rest(held: Held) -> Button | None:
    """Keeping a visit before it is over, to go on with it later."""
    if held.closing or held.visit.phase in NO_REST or not may_be_kept(held.visit) or room().keeper.no_trace:
        return None
    return chip("keep.rest_kept" if held.kept and not held.kept.lost else "keep.rest", "rest")


def _note(code: str) -> str:
    here = room()
    for voice in ("app.page", "app.keep", "app.past", "app.errors"):
        if code and f"{voice}.{code}" in here.library.phrases:
            return here.say(f"{voice}.{code}")
    return here.say("app.errors.unexpected") if code else ""


@require_POST
def region(request: HttpRequest, visit_id: str) -> HttpResponse:
    """Another region for the emergency number, for as long as this browser stays."""
    session = session_of(request)
    chosen = request.POST.get("region", "").upper()
    if session is not None and (not chosen or chosen in regions_of(room().library)):
        session.region = chosen
    return elsewhere(f"/visits/{visit_id}")
