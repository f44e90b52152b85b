"""Pages for what can't be done. Each says what is so, keeps what was typed, and has Help."""

from __future__ import annotations

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import REASON_CSRF_TOKEN_MISSING, REASON_NO_CSRF_COOKIE

from unforced.domain.errors import UnforcedError
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.views import shown
from unforced.web.waiting import PARTS, Wanted


def elsewhere(address: str) -> HttpResponse:
    """On to another page, by GET."""
    return HttpResponse(status=303, headers={"Location": address})


def passphrase_first(request: HttpRequest, session: Session, words: str) -> HttpResponse:
    """It locked itself: the passphrase, and then this page again. What was typed waits under the page's address."""
    if words.strip():
        session.typed[request.path] = words
    if session.wanted.deed != "keep":
        session.wanted = Wanted(PARTS, request.path)
    if request.method == "POST":
        session.note = room().say("app.vault.locked_self")
    return elsewhere("/unlock")


def trouble(request: HttpRequest, lead: str, status: int, words: str = "", more: str = "") -> HttpResponse:
    """A calm page with one sentence, and the person's words where there were any."""
    return shown(request, "trouble.html", status, lead=lead, more=more, words=words)


def over(request: HttpRequest, words: str = "") -> HttpResponse:
    """A visit that is over, or was never there."""
    return trouble(request, room().say("app.page.over"), 404, words)


def nothing_kept(request: HttpRequest) -> HttpResponse:
    """Nothing is kept, so there is nothing to open."""
    return trouble(request, room().say("app.past.none"), 200)


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its cookie, or not from this page."""
    here, words = room(), request.POST.get("words", "")
    if reason == REASON_NO_CSRF_COOKIE:
        return trouble(request, here.say("app.page.cookies"), 403, words, here.say("app.page.cookies_why"))
    lead = "over" if reason == REASON_CSRF_TOKEN_MISSING else "refused"
    return trouble(request, here.say(f"app.page.{lead}"), 403, words)


def missing(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """No such page."""
    return trouble(request, room().say("app.page.missing"), 404)


def unusable(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """A request that can't be read."""
    return trouble(request, room().say("app.page.refused"), 400)


def broken(request: HttpRequest) -> HttpResponse:
    """Something that nobody thought of, or a content file that can't be used. Help is there all the same."""
    error = sys.exception()
    code = error.code if isinstance(error, UnforcedError) else UnforcedError.code
    return trouble(request, room().say(f"app.errors.{code}"), 500, request.POST.get("words", ""))
