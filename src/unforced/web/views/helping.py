"""Help, which needs no visit and no session, and the short pages on why."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from unforced.app.reach import Way
from unforced.app.showing.reaching import emergency_way, reach, regions_of
from unforced.domain.errors import BrokenContentError
from unforced.domain.practice import Family, Practice
from unforced.web.own_people import own_on_help
from unforced.web.room import room
from unforced.web.typesetting import set_reach, set_text, set_way
from unforced.web.views import peeked, shown
from unforced.web.views.trouble import elsewhere


def emergency_line(region: str) -> Way:
    """The emergency line of a region, cut at its number so that the number can be dialled."""
    here = room()
    return set_way(emergency_way(here.say, here.library, region or here.opening.region))


def region_named(region: str) -> dict[str, Any]:
    """The regions to choose from, and the one chosen."""
    return {"regions": regions_of(room().library), "region": region}


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Help: a number, lines, a directory, and that nobody is monitoring this. The region is the person's to choose."""
    session, here = peeked(request), room()
    here.keeper.seen()
    region = _letters(request.GET.get("region", "")) or (session.region if session else "") or here.opening.region
    return shown(
        request,
        "help.html",
        reach=set_reach(reach(here.say, here.library, region)),
        settle=_settling(),
        inside=session is not None,
        own=own_on_help(session),
        **region_named(region),
    )


@require_POST
def choose_region(request: HttpRequest) -> HttpResponse:
    """Another region for every number, for as long as this browser stays."""
    session, chosen = peeked(request), _letters(request.POST.get("region", ""))
    if session is not None and (not chosen or chosen in regions_of(room().library)):
        session.region = chosen
    return elsewhere("/help")


def _letters(region: str) -> str:
    return region[:2].upper()


def _settling() -> Practice | None:
    """Something for the eyes meanwhile. Help doesn't depend on it: with broken practices it is left out."""
    try:
        return room().library.shelf.family(Family.ORIENT)[0]
    except BrokenContentError:
        return None


@require_safe
def why(request: HttpRequest, name: str) -> HttpResponse:
    """One short page on why kindness can meet a wall."""
    text = room().library.why().get(name)
    if text is None:
        raise Http404
    title, _, body = set_text(text).partition("\n")
    paragraphs = [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]
    return shown(request, "why.html", lead=title.removeprefix("# "), paragraphs=paragraphs)
