"""Choosing that nothing at all is kept, until the program is closed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.web.headers import CLEAR_BROWSER
from unforced.web.room import room
from unforced.web.sheet import Sheet, chip, link
from unforced.web.views import session_of, shown
from unforced.web.views.trouble import elsewhere, over


@require_http_methods(["GET", "HEAD", "POST"])
def no_trace(request: HttpRequest) -> HttpResponse:
    """What it means, and one button. What the browser held of ours goes with it."""
    if session_of(request) is None:
        return over(request)
    here = room()
    if request.method == "POST":
        here.keeper.keep_nothing()
        response = elsewhere("/")
        response.headers.setdefault(*CLEAR_BROWSER)
        return response
    lines = tuple(here.say(f"app.no_trace.{name}") for name in ("what", "browser", "until"))
    lines = (here.say("app.no_trace.on"),) if here.keeper.no_trace else lines
    buttons = () if here.keeper.no_trace else (chip("no_trace.on"),)
    links = (link("page.begin" if here.keeper.no_trace else "no_trace.back", "/"),)
    return shown(request, "sheet.html", sheet=Sheet(here.say("app.no_trace.lead"), lines, buttons=buttons, links=links))
