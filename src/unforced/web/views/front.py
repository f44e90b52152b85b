"""The first page, coming in, leaving, and the blank page that leaving ends on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from unforced.app.arrive import arrive
from unforced.app.showing import show
from unforced.web.letting_in import Answer
from unforced.web.memory import Draft
from unforced.web.page import page_of
from unforced.web.room import room
from unforced.web.sheet import link
from unforced.web.views import session_of, shown
from unforced.web.views.helping import emergency_line
from unforced.web.views.trouble import elsewhere


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """With a session the three doors, nothing asked; without one Help and a field for the code."""
    session = session_of(request)
    if session is None:
        return outside(request, cookies="opened" in request.GET)
    if "opened" in request.GET:
        return elsewhere("/")
    view = show(arrive(), room().library, session.region or room().opening.region)
    why = {name: text.partition("\n")[0].removeprefix("# ") for name, text in room().library.why().items()}
    page, numbers = page_of(view, Draft(), ""), emergency_line(session.region)
    past = link("vault.past", "/past") if room().keeper.there() else None
    plan = link("plan.page", "/plan")
    return shown(request, "visit.html", page=page, action="/visits", why=why, emergency=numbers, past=past, plan=plan)


def outside(request: HttpRequest, note: str = "", cookies: bool = False, status: int = 200) -> HttpResponse:
    """The page for a browser that hasn't come in."""
    return shown(request, "outside.html", status, note=note, cookies=cookies, emergency=emergency_line(""))


@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """Takes the token or the code, once."""
    here = room()
    answer = here.door.try_key(request.POST.get("key", "").strip())
    if answer is not Answer.IN:
        status = 429 if answer is Answer.WAIT else 403
        return outside(request, here.say(f"app.page.{answer}"), status=status)
    response = elsewhere("/?opened")
    response.set_cookie(here.cookie, here.memory.begin(), httponly=True, samesite="Strict")
    return response


@csrf_exempt  # a page that is older than its cookie leaves too; the locks have seen that it is a page of ours
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Forgets everything of this browser that isn't kept, locks what is, and ends on a blank page."""
    here = room()
    here.keeper.lock()
    here.memory.end(request.COOKIES.get(here.cookie, ""))
    response = elsewhere("/blank")
    response.delete_cookie(here.cookie, samesite="Strict")
    return response


@require_safe
def blank(request: HttpRequest) -> HttpResponse:
    """Nothing at all, under the same title as every page."""
    return shown(request, "blank.html")


@require_safe
def traces(request: HttpRequest) -> HttpResponse:
    """What can't be hidden, in plain words. It needs no session."""
    return shown(request, "traces.html")


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """That the program is there, for a page that is about to send something."""
    return HttpResponse(status=204)
