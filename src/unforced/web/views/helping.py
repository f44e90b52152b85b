"""Help, which needs no visit and no session, and the short pages on why."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from unforced.web.page import Line, line_with
from unforced.web.room import room
from unforced.web.typesetting import set_text
from unforced.web.views import peeked, shown

DIRECTORY = "findahelpline.com"


def links_of(region: str) -> dict[str, str]:
    """What can be dialled or opened on a page of help: the region's first number, and the directory."""
    numbers = room().library.emergency(region)
    return {**({numbers[0]: f"tel:{numbers[0]}"} if numbers else {}), DIRECTORY: f"https://{DIRECTORY}"}


def emergency_line(region: str) -> Line:
    """The emergency line of a region, cut at its number so that the number can be dialled."""
    here = room()
    region = region or here.opening.region
    numbers = here.library.emergency(region)
    if not numbers:
        return line_with(here.say("app.help.emergency_unknown"), {"112": "tel:112"})
    shown_as = numbers[0] if len(numbers) == 1 else f"{numbers[0]} ({', '.join(numbers[1:])})"
    return line_with(here.say("app.help.emergency", region=region.upper(), number=shown_as), links_of(region))


def region_named(region: str) -> dict[str, Any]:
    """The regions to choose from, and the one chosen."""
    return {"regions": room().library.regions(), "region": region}


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """Help: a number, a directory, and that nobody is monitoring this. The region is the person's to choose."""
    session = peeked(request)
    room().keeper.seen()
    asked = request.GET.get("region", "")[:2].upper()
    region = asked or (session.region if session else "") or room().opening.region
    return shown(
        request,
        "help.html",
        emergency=emergency_line(region),
        directory=line_with(room().say("app.help.directory"), links_of("")),
        **region_named(region),
    )


@require_safe
def why(request: HttpRequest, name: str) -> HttpResponse:
    """One short page on why kindness can meet a wall."""
    text = room().library.why().get(name)
    if text is None:
        raise Http404
    title, _, body = set_text(text).partition("\n")
    paragraphs = [" ".join(part.split()) for part in body.split("\n\n") if part.strip()]
    return shown(request, "why.html", lead=title.removeprefix("# "), paragraphs=paragraphs)
