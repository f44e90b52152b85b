"""A sheet to take along: choosing what is on it, looking at it, and taking it as a file.

Rules:
- Nothing is chosen at first. What is chosen and written stays in this process's memory until it is left, or locks.
- What was written is never in an address, and never behind the page that answers it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unforced.app.handover import LOOKED_THROUGH, MOST, Offered, compose, offered
from unforced.app.heard import help_for
from unforced.app.showing.reaching import reach
from unforced.domain.errors import LockedError, NoPressError
from unforced.domain.handover import Format, Handover, Item, Section
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Visit
from unforced.domain.words import LONGEST
from unforced.ports import Inside
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.sheet import chip, link
from unforced.web.typesetting import set_reach, set_text
from unforced.web.views import session_of, shown
from unforced.web.views.helping import emergency_line
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere, over, trouble
from unforced.web.waiting import Chosen

SEEN = (0, 1)
NAMES = {Format.HTML: "notes.html", Format.MARKDOWN: "notes.md", Format.PDF: "notes.pdf"}
COMMON = 0x17F
"""Letters up to here have a shape in any PDF; only beyond them is it looked for."""


class Group(NamedTuple):
    """A section with what could be chosen in it. ``newest``: a sentence where there is more."""

    title: str
    items: tuple[Item, ...]
    newest: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """What could be on it, line by line; or what was chosen."""
    session = session_of(request)
    if session is None:
        return over(request, request.POST.get("words", ""))
    if request.method != "POST":
        return _choosing(request, session)
    if request.POST.get("choice") != "look":
        session.chosen = Chosen()
        return elsewhere("/past" if room().keeper.is_open(session) else "/")
    words = request.POST.get("words", "")
    session.note = room().say("app.notes.cut") if len(words) > LONGEST else ""
    session.chosen = Chosen(frozenset(request.POST.getlist("pick")), words[:LONGEST])
    return elsewhere("/sheet/page")


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The sheet as somebody else would see it."""
    session = session_of(request)
    if session is None:
        return over(request)
    here, found = room(), _offered(session)
    sheet, words = _sheet(session, found), session.chosen.words
    danger = help_for(words, here.library)
    gone = session.chosen.tokens - {item.token for item in found.items}
    notes = [session.take_note(), here.say("app.sheet.gone") if gone else "", _unset(sheet)]
    return shown(
        request,
        "sheet_page.html",
        sheet=sheet,
        notes=[note for note in notes if note],
        danger=here.say(danger) if danger else "",
        reach=set_reach(reach(here.say, here.library, session.region or here.opening.region)) if danger else None,
        copies=[chip(f"sheet.{each}") for each in here.opening.press.formats()],
        no_pdf=Format.PDF not in here.opening.press.formats(),
        links=(link("sheet.change", "/sheet"),),
        leave=chip("sheet.leave"),
    )


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """The sheet as a file, handed over and kept nowhere."""
    session = session_of(request)
    if session is None:
        return over(request)
    choice, sheet = request.POST.get("choice", ""), _sheet(session, _offered(session))
    if choice not in NAMES or not sheet:
        return elsewhere("/sheet/page")
    try:
        made = room().opening.press.press(sheet, Format(choice))
    except NoPressError as error:
        return trouble(request, sentence(error), 409)
    response = HttpResponse(made.content, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{NAMES[Format(choice)]}"'
    return response


def _choosing(request: HttpRequest, session: Session) -> HttpResponse:
    here, found = room(), _offered(session)
    locked = here.keeper.there() and not here.keeper.is_open(session)
    links = [link("vault.unlock", "/unlock")] if locked else []
    return shown(
        request,
        "sheet_choose.html",
        lead=here.say("app.sheet.page"),
        groups=_groups(found),
        locked=here.say("app.sheet.locked") if locked else "",
        older=here.say("app.sheet.older", n=str(LOOKED_THROUGH)) if found.older else "",
        none="" if found.items else here.say("app.sheet.none"),
        chosen=session.chosen,
        emergency=emergency_line(session.region),
        buttons=(chip("sheet.look"), chip("sheet.leave")),
        links=links,
    )


def _groups(found: Offered) -> tuple[Group, ...]:
    here = room()
    newest = here.say("app.sheet.newest", n=str(MOST))
    return tuple(
        Group(_title(section, found.plain), items, newest if section in found.cut else "")
        for section in Section
        if (items := found.of(section))
    )


def _title(section: Section, plain: bool) -> str:
    return set_text(room().library.phrases.say(f"chip.sheet.{section}", plain=plain))


def _offered(session: Session) -> Offered:
    """What could be chosen in this browser, now. Where somebody could see it, nothing, and nothing stays chosen."""
    here = room()
    if any(held.visit.answers.safety in SEEN for held in session.visits.values()):
        session.chosen = Chosen()
        return Offered()
    return offered(_inside(session), _present(session), here.library, here.keeper.now())


def _inside(session: Session) -> Inside | None:
    keeper = room().keeper
    try:
        return keeper.inside(session) if keeper.is_open(session) else None
    except LockedError:  # it locked itself a moment ago
        return None


def _present(session: Session) -> Visit | None:
    """The visit that is here and not kept: the one touched last in which something was said."""
    here = [(held.touched, held.before or held) for held in session.visits.values()]
    found = [(touched, held.visit) for touched, held in here if held.kept is None and may_be_kept(held.visit)]
    return max(found, key=lambda each: each[0])[1] if found else None


def _sheet(session: Session, found: Offered) -> Handover:
    here, chosen = room(), session.chosen
    return compose(found, chosen.tokens, chosen.words, here.library, here.keeper.now())


def _unset(sheet: Handover) -> str:
    """What to say where a letter has no shape in the PDF."""
    press = room().opening.press
    if Format.PDF not in press.formats() or not _uncommon(sheet.texts()):
        return ""
    try:
        unset = press.press(sheet, Format.PDF).unset
    except NoPressError:
        return ""
    return room().say("app.sheet.unset_one" if unset == 1 else "app.sheet.unset", n=str(unset)) if unset else ""


def _uncommon(texts: Sequence[str]) -> bool:
    return any(ord(letter) > COMMON for text in texts for letter in text)
