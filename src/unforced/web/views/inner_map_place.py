"""Where a part is on the inner map: put there by hand, a little at a time or wherever somebody points, or left to it.

The buttons do all of it; pointing and arrow keys (static/js/map.js) send the same form.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.map_drawing import drawn
from unforced.app.map_layout import WIDE, layout
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.inner_map import WIDTH
from unforced.domain.map_changes import leave, put
from unforced.web.asking import number_in
from unforced.web.mapping import HOME, AtMap, mapped
from unforced.web.views import shown
from unforced.web.views.trouble import elsewhere

STEP = 50
"""How far one press moves a part, in thousandths of the map's width."""
WAYS = {"up": (0, -STEP), "left": (-STEP, 0), "right": (STEP, 0), "down": (0, STEP)}


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def where(request: HttpRequest, at: AtMap, key: int) -> HttpResponse:
    """The picture with one part marked, and the four ways in which it could go."""
    at.found.part(key)
    if request.method == "POST":
        return _done(request, at, key)
    by_hand = at.found.spot(key) is not None
    return shown(
        request,
        "map_place.html",
        address=request.path,
        lead=at.names.said(key),
        line=at.say("app.map.put_by_hand" if by_hand else "app.map.left_to_it"),
        hint=at.say("app.map.how_to_put"),
        pointing=at.say("app.map.pointing"),
        note=at.takes_note(),
        undo=at.chip("undo"),
        drawing=drawn(at.found, at.names),
        chosen=key,
        ways=tuple(at.chip(way) for way in WAYS),
        leave=at.chip("leave") if by_hand else None,
        links=(at.link("back_to_it", f"{HOME}/{key}"), at.link("page")),
    )


def _done(request: HttpRequest, at: AtMap, key: int) -> HttpResponse:
    choice = request.POST.get("choice", "")
    if choice == "leave":
        at.changes(lambda found: leave(found, key, at.today))
    elif choice in WAYS or choice == "here":
        across, down = _spot(request, at, key, choice)
        at.changes(lambda found: put(found, key, across, down, at.today))
    else:
        raise UnusableAnswerError("spot", "a way, or a place")
    at.session.note = ""  # the picture shows it
    return elsewhere(f"{HOME}/{key}/where")


def _spot(request: HttpRequest, at: AtMap, key: int, choice: str) -> tuple[int, int]:
    if choice == "here":
        across, down = (number_in(request.POST.get(name, "")) for name in ("across", "down"))
        if min(across, down) < 0:
            raise UnusableAnswerError("spot", "two whole numbers")
        return across, down
    now = layout(at.found)[key]
    aside, below = WAYS[choice]
    return max(0, round(now.x * WIDTH / WIDE) + aside), max(0, round(now.y * WIDTH / WIDE) + below)
