"""The pages. Each view reads a request, asks one thing of the rest, and renders."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from unforced.app.reach import Way
from unforced.app.showing.reaching import emergency_way
from unforced.app.watch import IDLE
from unforced.web.memory import Session
from unforced.web.room import room, words
from unforced.web.typesetting import set_way


def around(request: HttpRequest) -> dict[str, Any]:
    """What every template may use: the sentences of the page and the addresses of its files."""
    session = peeked(request)
    idle = int(IDLE) if session is not None and session.opened else 0
    return {
        "t": words(),
        "idle": idle,
        "asset": named_assets(),
        "no_trace": room().keeper.no_trace,
        "number": _number(session),
    }


def _number(session: Session | None) -> Way:
    """The emergency number that stands on every page, for when the program doesn't answer."""
    here = room()
    region = (session.region if session else "") or here.opening.region
    return set_way(emergency_way(here.say, here.library, region))


def named_assets() -> dict[str, str]:
    """The address of every file, by a name that a template can say."""
    return {_plain(name): url for name, url in room().assets.items()}


def _plain(name: str) -> str:
    return name.rpartition("/")[2].partition(".")[0].replace("-", "_") + "_" + name.rpartition(".")[2]


def peeked(request: HttpRequest) -> Session | None:
    """The session of this browser as it is, without waiting for anything."""
    return room().memory.peek(request.COOKIES.get(room().cookie, ""))


def session_of(request: HttpRequest) -> Session | None:
    """The session of this browser, or None. Asking for anything shows that somebody is there."""
    session = room().memory.find(request.COOKIES.get(room().cookie, ""))
    if session is not None:
        room().keeper.somebody_is_there()
    return session


def shown(request: HttpRequest, template: str, status: int = 200, **values: Any) -> HttpResponse:
    """A page. Its first heading is ``lead``."""
    return render(request, template, values, status=status)
