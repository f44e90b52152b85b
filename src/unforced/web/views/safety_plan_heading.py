"""One heading of the safety plan: a line put in, said anew, moved, or taken off."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.safety_plan import Deed, line_of
from unforced.app.safety_plan_paper import Written, told
from unforced.domain.errors import OutOfPlaceError
from unforced.domain.safety_plan import LONGEST_LINE, WITH_NUMBER, Heading
from unforced.domain.words import Words
from unforced.web.planning import HOME, WRITE, AtPlan, in_crisis, planned, seen, typed_in
from unforced.web.room import room
from unforced.web.sheet import Button, Link, chip, link
from unforced.web.views import shown
from unforced.web.views.safety_plan import chosen, set_told
from unforced.web.views.trouble import elsewhere

ORDER = tuple(Heading)
Made = Callable[[Words, Words | None], Deed]


class Row(NamedTuple):
    """A line, where it is said anew, and what else could be done with it."""

    line: Written
    anew: Link
    deeds: tuple[Button, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@planned
def one(request: HttpRequest, at: AtPlan, name: str) -> HttpResponse:
    """What stands under a heading, and a place to put more in."""
    heading = _heading(name)
    if request.method != "POST":
        return _shown(request, at, heading)
    if request.POST.get("choice") == "add":

        def added(words: Words, number: Words | None) -> Deed:
            return lambda plan: plan.with_line(heading, words, number)

        return _written(request, at, f"{WRITE}/{heading}", added, room().say("app.plan.put_in"))
    return _done(request, at, heading)


@require_http_methods(["GET", "HEAD", "POST"])
@planned
def anew(request: HttpRequest, at: AtPlan, name: str, key: int) -> HttpResponse:
    """One line, said anew."""
    heading, line = _heading(name), at.plan.line(key)
    if line.heading is not heading:
        raise OutOfPlaceError("a line of another heading")
    if request.method != "POST":
        number = line.number.reveal() if line.number else ""
        return _shown(request, at, heading, (line.words.reveal(), number))

    def said(words: Words, number: Words | None) -> Deed:
        return lambda plan: plan.instead(key, words, number, at.until)

    return _written(request, at, f"{WRITE}/{heading}", said, room().say("app.plan.said_anew", day=at.last_day))


def _heading(name: str) -> Heading:
    if name not in ORDER:
        raise Http404
    return Heading(name)


def _written(request: HttpRequest, at: AtPlan, address: str, made: Made, done: str) -> HttpResponse:
    """A line as it was typed, put where it belongs; with nothing typed, nothing happens."""
    raw, number, say = request.POST.get("words", ""), request.POST.get("number", ""), room().say
    words = line_of(raw)
    at.session.typed.pop(request.path, None)
    if words is None:
        at.session.note = say("app.notes.unreadable") if raw.strip() else ""
        return elsewhere(address)
    at.changes(made(words, line_of(number)))
    cut = say("app.plan.cut") if max(len(raw), len(number)) > LONGEST_LINE else ""
    at.session.note = f"{done} {cut}".strip()
    at.hears(typed_in(request))
    return elsewhere(address)


def _done(request: HttpRequest, at: AtPlan, heading: Heading) -> HttpResponse:
    """A line moved or taken off."""
    deed, key = chosen(request)
    if deed not in ("up", "down", "off"):
        raise OutOfPlaceError("no such deed")
    if deed == "off":
        at.changes(lambda plan: plan.without(key, at.until))
        at.session.note = room().say("app.plan.taken_off", day=at.last_day)
    else:
        at.changes(lambda plan: plan.moved(key, up=deed == "up"))
        at.session.note = room().say("app.plan.moved")
    return elsewhere(f"{WRITE}/{heading}")


def _shown(request: HttpRequest, at: AtPlan, heading: Heading, field: tuple[str, str] | None = None) -> HttpResponse:
    """``field``: the line that is said anew, and its number."""
    if in_crisis(at.session) or seen(at.session):
        return elsewhere(HOME)
    here = room()
    words, number = field or ("", "")
    found = set_told(told(at.plan, heading, here.library))
    return shown(
        request,
        "safety_plan_heading.html",
        lead=found.title,
        rows=() if field else _rows(found.written, f"{WRITE}/{heading}"),
        hint=here.say(f"app.plan.{heading}"),
        note=at.session.take_note(),
        address=request.path,
        under=f"{WRITE}/{heading}",
        words=at.session.typed.get(request.path, words),
        number=number,
        numbered=heading in WITH_NUMBER,
        longest=LONGEST_LINE,
        add=chip("plan.change" if field else "plan.add", "add"),
        links=_links(heading, field is not None),
        **at.takes_danger(),
    )


def _rows(lines: tuple[Written, ...], address: str) -> tuple[Row, ...]:
    """The lines; the first can't go further up, nor the last further down."""
    rows = []
    for place, line in enumerate(lines):
        names = ["up"] * (place > 0) + ["down"] * (place < len(lines) - 1) + ["off"]
        deeds = tuple(chip(f"plan.{name}", f"{name}:{line.key}") for name in names)
        rows.append(Row(line, link("plan.change", f"{address}/{line.key}"), deeds))
    return tuple(rows)


def _links(heading: Heading, anew: bool) -> tuple[Link, ...]:
    if anew:
        return (link("vault.back", f"{WRITE}/{heading}"),)
    after = ORDER[ORDER.index(heading) + 1 :][:1]
    going_on = tuple(Link(_next(each), f"{WRITE}/{each}") for each in after)
    return (*going_on, link("plan.headings", WRITE), link("plan.whole", HOME))


def _next(heading: Heading) -> str:
    say = room().say
    return say("chip.plan.next", heading=say(f"chip.plan.{heading}"))
