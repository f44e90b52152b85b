"""A run in which nothing at all is kept: only what works in memory alone is open.

Rule: the list names what is open. An address that comes later is closed until somebody has looked at what it keeps.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from unforced.web.room import room
from unforced.web.views.trouble import trouble

OPEN = frozenset(
    {
        "front",
        "start",
        "leave",
        "blank",
        "traces",
        "no_trace",
        "alive",
        "begin",
        "visit",
        "region",
        "help",
        "help_region",
        "why",
        "lock",
        "manifest",
        "offline_help",
        "offline_settle",
    }
)
"""Addresses by name; nothing behind them reads or writes what is kept."""


class Untraced:
    """Stands before every page. Outside of such a run it lets everything through."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing is changed here."""
        return self._answer(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """A calm page in the place of what stays closed, with the person's words where there were any."""
        found = request.resolver_match
        if not room().keeper.no_trace or found is None or found.url_name in OPEN:
            return None
        return trouble(request, room().say("app.no_trace.closed"), 403, request.POST.get("words", ""))
