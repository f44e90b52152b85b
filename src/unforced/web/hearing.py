"""Words that were written on the inner map, heard like any others, once they are kept.

Rules: what was written is kept first, so that Help never costs anybody their words. What is heard in them opens the
same screen as in a visit, in full once while this browser stays; after that, unless it is louder, it is one line.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from unforced.app.heard import heard as danger_in
from unforced.app.respond import respond
from unforced.domain.errors import BrokenContentError
from unforced.domain.screening import Concern
from unforced.domain.visit import Deed, Reply
from unforced.web.mapping import AtMap
from unforced.web.memory import Held
from unforced.web.room import room
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere
from unforced.web.views.visits import arrived

DOOR = "says_no"


def kept_hearing(request: HttpRequest, at: AtMap, address: str, note: str = "") -> HttpResponse:
    """On to this address; or, where danger was heard in what was written, to the screen with Help.

    ``note``: a sentence to add to what is said there.
    """
    at.session.typed.pop(request.path, None)
    here, raw = room(), request.POST.get("words", "")
    try:
        heard = danger_in(raw, here.library)
        if heard > at.session.heard:
            at.session.heard = heard
            return _help_first(at, raw)
    except BrokenContentError as error:  # the words are kept all the same, and Help is there without these files
        heard, note = Concern.TENDER, f"{note} {sentence(error)}".strip()
    said = (at.session.note, note, here.say("app.notes.help_is_there") if heard > Concern.NONE else "")
    at.session.note = " ".join(part for part in said if part)
    return elsewhere(address)


def _help_first(at: AtMap, raw: str) -> HttpResponse:
    """A visit that opens on Help, as any visit does when such words are written in it. They aren't kept in it."""
    here = room()
    visit = respond(arrived(at.session), Reply(Deed.OPEN_DOOR, DOOR), here.library, raw=raw)
    return elsewhere(f"/visits/{here.memory.keep(at.session, Held(visit, began=here.keeper.now()))}")
