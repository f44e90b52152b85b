"""The inner map, opened by the person: the picture, the list that is its equal, and the last change taken back."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.map_drawing import drawn
from unforced.app.map_list import Listed, listed
from unforced.domain.map_changes import forget_change, undo
from unforced.domain.part import Part
from unforced.web.mapping import HOME, AtMap, mapped
from unforced.web.sheet import link
from unforced.web.views import shown
from unforced.web.views.trouble import elsewhere

TWO = 2
BETWEEN = " · "


class Row(NamedTuple):
    """One part in the list: its address, its name, and the little that is said of it on one line."""

    address: str
    name: str
    brief: str


@require_http_methods(["GET", "HEAD", "POST"])
@mapped
def whole(request: HttpRequest, at: AtMap) -> HttpResponse:
    """All of it; or the last change taken back, or what was before a change forgotten."""
    if request.method == "POST":
        return _done(at, request.POST.get("choice", ""))
    told = listed(at.found, at.names)
    return shown(
        request,
        "map.html",
        lead=at.say("chip.map.page"),
        line=at.say("app.map.lead" if told.parts else "app.map.empty"),
        note=at.takes_note(),
        drawing=drawn(at.found, at.names) if told.parts else None,
        list=at.say("chip.map.list"),
        rows=[_row(one, at) for one in told.parts],
        tie=at.say("chip.map.tie"),
        ties=[(f"{HOME}/between/{line.token}", line.sentence) for line in told.ties],
        circles=told.circles,
        ways=_ways(at),
        changes=told.changes,
        back=at.say("chip.map.changes"),
        undo=at.chip("undo"),
        forget=at.chip("forget_now"),
        links=(link("vault.past", "/past"), link("page.begin", "/")),
    )


def _row(one: Listed, at: AtMap) -> Row:
    return Row(f"{HOME}/{one.key}", one.name, brief_of(at.found.part(one.key), at))


def brief_of(part: Part, at: AtMap) -> str:
    """Where a part is and what it is about, where that was said."""
    said = [at.names.place(part.place)] if part.place and part.name else []
    said += [at.say(f"chip.roles.{part.role}")] if part.role != "unsaid" else []
    said += [at.say(f"chip.manners.{part.manner}")] if part.manner else []
    return BETWEEN.join(said)


def _ways(at: AtMap) -> tuple[object, ...]:
    """What could be done with the whole of it."""
    between = (at.link("between", f"{HOME}/between"),) if len(at.found.parts) >= TWO else ()
    return (at.link("add", f"{HOME}/new"), *between)


def _done(at: AtMap, choice: str) -> HttpResponse:
    deed, _, number = choice.partition(":")
    of = int(number) if number.isascii() and number.isdigit() else -1
    if deed == "undo":
        at.changes(lambda found: undo(found, of))
        at.session.note = at.say("app.map.undone")
    elif deed == "forget_now":
        at.changes(lambda found: forget_change(found, of))
        at.session.note = at.say("app.map.forgotten_now")
    return elsewhere(HOME)
