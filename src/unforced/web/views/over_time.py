"""Over time, for one part or for two that pull against each other: opened from their page, and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from unforced.app.over_time import OverTime, over_time, polarity, said_of
from unforced.app.over_time_list import Line, lead_of, lead_of_two
from unforced.app.ribbon import Ribbon, Strip, drawn
from unforced.app.stretches import Stretch, of_line, of_sides
from unforced.app.stretches import of_part as stretch_of_part
from unforced.web.mapping import HOME, AtMap, mapped
from unforced.web.room import room
from unforced.web.sheet import Link, link
from unforced.web.typesetting import set_text
from unforced.web.views import shown

LONGEST_NUMBER = 6


class Written(NamedTuple):
    """Ribbons, each under its name, with the list that is their equal.

    ``told``: how to read them; ``none``: what stands there where there is nothing to draw yet.
    """

    ribbons: tuple[tuple[str, Ribbon], ...]
    lines: tuple[Line, ...]
    told: str
    none: str
    links: tuple[Link, ...]


class Back(NamedTuple):
    """How many steps earlier the address asks for, for visits and for days."""

    visits: int
    days: int


@require_safe
@mapped
def of_part(request: HttpRequest, at: AtMap, key: int) -> HttpResponse:
    """One part over time."""
    at.found.part(key)
    back, past = _back(request), over_time(at.inside, at.found)
    stretch = stretch_of_part(past.of_part(key, back.visits), at.names, room().library)
    return shown(
        request,
        "over_time.html",
        lead=lead_of(key, at.names),
        stretches=(_written(stretch._replace(lines=_set(stretch.lines)), at, back),),
        links=(link("over_time.back", f"{HOME}/{key}"), link("map.page", HOME)),
        **_around(at, past),
    )


@require_safe
@mapped
def of_tie(request: HttpRequest, at: AtMap, token: str) -> HttpResponse:
    """Two that pull against each other, over time: the line between them, and each of the two."""
    tie = polarity(token, at.found)
    back, past = _back(request), over_time(at.inside, at.found)
    stretches = (
        of_line(said_of(tie, back.days), at.names),
        of_sides(past.of_tie(tie, back.visits), tie, at.names, room().library),
    )
    return shown(
        request,
        "over_time.html",
        lead=lead_of_two(tie, at.names),
        stretches=tuple(_written(stretch, at, back) for stretch in stretches),
        links=(link("over_time.back", f"{HOME}/between/{token}"), link("map.page", HOME)),
        **_around(at, past),
    )


def _around(at: AtMap, past: OverTime) -> dict[str, Any]:
    """The sentences around it. What couldn't be read is said, since it isn't there."""
    damaged = len(past.damaged)
    key = "app.past.damaged_one" if damaged == 1 else "app.past.damaged"
    return {
        "hint": at.say("app.over_time.hint"),
        "list": at.say("chip.map.list"),
        "visit": at.say("chip.over_time.visit"),
        "damaged": at.names.say(key, n=str(damaged)) if damaged else "",
    }


def _written(stretch: Stretch, at: AtMap, back: Back) -> Written:
    links = (
        *([_step(back, stretch, 1, "earlier")] if stretch.earlier else []),
        *([_step(back, stretch, -1, "later")] if stretch.later else []),
    )
    ribbons = tuple((name, _drawn(strips, name, stretch.told, at)) for name, strips in stretch.ribbons)
    return Written(ribbons, stretch.lines, stretch.told, stretch.none, links)


def _drawn(strips: Iterable[Strip], name: str, told: str, at: AtMap) -> Ribbon:
    typeset = tuple(strip._replace(steps=tuple(map(set_text, strip.steps))) for strip in strips)
    return drawn(typeset, name or at.say("app.over_time.title"), told)


def _set(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Typeset: of one part, the steps hold no words of the person's."""
    return tuple(line._replace(steps=tuple((name, set_text(steps)) for name, steps in line.steps)) for line in lines)


def _step(back: Back, stretch: Stretch, step: int, key: str) -> Link:
    there = back._replace(**{stretch.asked: stretch.back + step})
    return link(f"over_time.{key}", f"?visits={there.visits}&days={there.days}")


def _back(request: HttpRequest) -> Back:
    """What the address asks for; anything that is no number is none."""
    asked = (request.GET.get(name, "")[:LONGEST_NUMBER] for name in Back._fields)
    return Back(*(int(number) if number.isascii() and number.isdigit() else 0 for number in asked))
