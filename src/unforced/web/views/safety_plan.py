"""The safety plan: read first; then, where somebody asks for it, its headings and what was taken off."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.past import day_of
from unforced.app.safety_plan_paper import Told, Written, chapters, leaving, told
from unforced.domain.errors import OutOfPlaceError
from unforced.domain.safety_plan import Heading
from unforced.web.planning import HOME, WRITE, AtPlan, forget_unkept, in_crisis, planned, seen
from unforced.web.room import room
from unforced.web.sheet import Link, chip, link
from unforced.web.typesetting import set_text, set_way
from unforced.web.views import shown
from unforced.web.views.trouble import elsewhere


@require_http_methods(["GET", "HEAD", "POST"])
@planned
def whole(request: HttpRequest, at: AtPlan) -> HttpResponse:
    """The plan as it would be handed over; or keeping what was written before there was anything to keep it in."""
    if request.method == "POST":
        return _decided(request, at)
    here, session = room(), at.session
    waiting = at.inside is not None and session.planned.plan.written
    calmer, watched = in_crisis(session), seen(session)
    ways = () if calmer or watched else (link("plan.write", WRITE),)
    return shown(
        request,
        "safety_plan.html",
        lead=here.say("chip.plan.page"),
        day=day_of(here.keeper.now()),
        note=session.take_note(),
        chapters=tuple(map(set_told, chapters(at.plan, here.library))),
        unkept=tuple(map(set_told, chapters(session.planned.plan, here.library))) if waiting else (),
        decide=(chip("plan.keep"), chip("plan.let_go")),
        here_only=at.inside is None,
        said=here.say("app.plan.calmer") if calmer else here.say("app.plan.seen") if watched else "",
        ways=ways,
        links=_around(at),
        **at.takes_danger(),
    )


def _around(at: AtPlan) -> tuple[Link, ...]:
    past = (link("vault.past", "/past"),) if at.inside is not None else ()
    return (*past, link("page.begin", "/"))


def _decided(request: HttpRequest, at: AtPlan) -> HttpResponse:
    """What was written while nothing was kept: with the rest from here on, or gone."""
    choice, unkept = request.POST.get("choice", ""), at.session.planned.plan
    if at.inside is None or choice not in ("keep", "let_go"):
        raise OutOfPlaceError("nothing to decide")
    if choice == "keep":
        at.changes(lambda found: found.joined(unkept))
    at.session.note = room().say("app.plan.kept" if choice == "keep" else "app.plan.let_go")
    forget_unkept(at.session)
    return elsewhere(HOME)


@require_http_methods(["GET", "HEAD", "POST"])
@planned
def headings(request: HttpRequest, at: AtPlan) -> HttpResponse:
    """Every heading, to write under it; and what was taken off, with its way back."""
    if request.method == "POST":
        return _brought_back(request, at)
    if in_crisis(at.session) or seen(at.session):
        return elsewhere(HOME)
    here = room()
    rows = [(f"{WRITE}/{each.heading}", each) for each in every_heading(at)]
    gone = [
        (line.whole, line.key, here.say("app.plan.until", day=line.goes)) for line in leaving(at.plan, here.library)
    ]
    return shown(
        request,
        "safety_plan_headings.html",
        lead=here.say("chip.plan.write"),
        note=at.session.take_note(),
        rows=rows,
        gone=gone,
        deeds=(chip("plan.take_back"), chip("plan.forget_now")),
        links=(link("plan.whole", HOME), link("page.begin", "/")),
    )


def every_heading(at: AtPlan) -> tuple[Told, ...]:
    """The headings with what stands under each, filled in or not."""
    return tuple(set_told(told(at.plan, heading, room().library)) for heading in Heading)


def _brought_back(request: HttpRequest, at: AtPlan) -> HttpResponse:
    deed, key = chosen(request)
    deeds: dict[str, Any] = {
        "take_back": (lambda found: found.back(key), "back"),
        "forget_now": (lambda found: found.without_now(key), "forgotten"),
    }
    if deed not in deeds:
        raise OutOfPlaceError("no such deed")
    change, said = deeds[deed]
    at.changes(change)
    at.session.note = room().say(f"app.plan.{said}")
    return elsewhere(WRITE)


def chosen(request: HttpRequest) -> tuple[str, int]:
    """What was chosen, and the key of the line it was chosen for; -1 where that is none."""
    deed, _, key = request.POST.get("choice", "").partition(":")
    return deed, int(key) if key.isascii() and key.isdigit() and len(key) < 10 else -1


def set_told(each: Told) -> Told:
    """A heading with its title typeset; what stands under it stays as it was typed."""
    return each._replace(title=set_text(each.title), written=tuple(map(set_written, each.written)))


def set_written(written: Written) -> Written:
    """A line with the words around its number typeset."""
    return written._replace(ways=tuple(map(set_way, written.ways)))
