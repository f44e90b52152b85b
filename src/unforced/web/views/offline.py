"""Help and three practices as a browser may keep them, the worker that keeps them, and what the pages are called.

No view here looks at a session: whoever asks gets the same page.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from unforced.app.showing.reaching import reach, regions_of
from unforced.domain.errors import BrokenContentError
from unforced.domain.practice import Practice
from unforced.web.offline import offline, settling
from unforced.web.room import room, words
from unforced.web.typesetting import set_reach, set_text
from unforced.web.views import named_assets

PAPER = "#f7f2e9"  # as in tokens.css, for the frame of an installed window


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The worker for one region, with its exact list."""
    region = _region(request)
    pages = {_address("/offline/help", region): _help(region)}
    pages |= {f"/offline/settle/{practice.id}": _settle(practice) for practice in _practices()}
    kept = offline(pages, _address("/offline/help", region), room().assets)
    return HttpResponse(kept.script(), content_type="text/javascript; charset=utf-8")


@require_safe
def help_kept(request: HttpRequest) -> HttpResponse:
    """Help as it is kept: numbers and lines of one region, and the ways to the practices."""
    return HttpResponse(_help(_region(request)))


@require_safe
def settle_kept(request: HttpRequest, name: str) -> HttpResponse:
    """One practice as a plain list with its seconds."""
    for practice in _practices():
        if practice.id == name:
            return HttpResponse(_settle(practice))
    raise Http404


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What the pages are called where they are installed: the title of every window, and nothing more."""
    title = room().say("app.page.title")
    told = {
        "id": "/",
        "name": title,
        "short_name": title,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [{"src": room().assets["mark.svg"], "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    return JsonResponse(told, content_type="application/manifest+json")


def _region(request: HttpRequest) -> str:
    """Two letters that are known, or none."""
    region = request.GET.get("region", "")[:2].upper()
    return region if region in regions_of(room().library) else ""


def _address(path: str, region: str) -> str:
    return f"{path}?region={region}" if region else path


def _practices() -> tuple[Practice, ...]:
    try:
        return settling(room().library.shelf)
    except BrokenContentError:  # Help doesn't depend on them
        return ()


def _help(region: str) -> str:
    here = room()
    found = set_reach(reach(here.say, here.library, region))
    ways = [(f"/offline/settle/{practice.id}", set_text(practice.title)) for practice in _practices()]
    return _page("offline_help.html", {"reach": found, "ways": ways})


def _settle(practice: Practice) -> str:
    cues = [(set_text(cue.text), cue.seconds) for cue in practice.cues]
    said = {"lead": set_text(practice.invitation), "cues": cues, "skip": set_text(practice.skip)}
    return _page("offline_settle.html", said | {"seconds": practice.seconds})


def _page(template: str, said: dict[str, object]) -> str:
    return render_to_string(template, {"t": words(), "asset": named_assets(), "idle": 0, **said})
