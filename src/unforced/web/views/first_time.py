"""Before anything is kept for the first time: could somebody see this, what is sealed, a passphrase, the code.

Nothing is written before the code was typed back. Every step can be left, and nothing is left behind. What was typed
never stands behind the page that answers it: a browser writes that down beside the open page, a mistyped code too.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from unforced.app.respond import respond
from unforced.domain.errors import CodeTypoError, VaultError
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode
from unforced.domain.resting import may_be_kept
from unforced.domain.visit import Deed, Reply
from unforced.web.memory import Ending, Held, Session
from unforced.web.room import room
from unforced.web.sheet import Sheet, chip, field
from unforced.web.views import session_of, shown
from unforced.web.views.keeping import keep_now
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere, over
from unforced.web.waiting import First

NOBODY_SEES = ("no", "unknown")
NOT_KEPT = ("rather_not", "now", "later")


@require_http_methods(["GET", "HEAD", "POST"])
def first_time(request: HttpRequest, visit_id: str) -> HttpResponse:
    """One step, shown or taken."""
    session = session_of(request)
    held = session.visits.get(visit_id) if session else None
    if session is None or held is None:
        return over(request)
    if held.before is None and not may_be_kept(held.visit):  # it was decided meanwhile, or nothing is left of it
        return elsewhere(f"/visits/{visit_id}")
    if session.first.visit_id != visit_id:
        session.first = First(visit_id)
    if request.method != "POST":
        return shown(request, "sheet.html", sheet=step_of(session, session.take_note()))
    return _stepped(request, session, visit_id, request.POST.get("choice", ""))


def _stepped(request: HttpRequest, session: Session, visit_id: str, choice: str) -> HttpResponse:
    if choice in NOT_KEPT:
        return _not_kept(session, visit_id, choice)
    if room().keeper.there():  # kept meanwhile, in another window
        return keep_now(request, session, visit_id)
    session.note = _taken(request, session, choice)
    if session.opened and not session.note:
        return keep_now(request, session, visit_id)
    return elsewhere(f"/keep/{visit_id}")


def step_of(session: Session, note: str = "") -> Sheet:
    """The step that somebody is at."""
    here, first = room(), session.first
    if not first.unseen:
        buttons = tuple(chip(f"keep.{answer}") for answer in ("now", "later", "no", "unknown"))
        return Sheet(here.say("app.keep.safety"), buttons=buttons)
    if first.beginning is None:
        return Sheet(
            here.say("app.keep.seals"),
            (here.say("app.keep.nobody"),),
            note,
            fields=(field("passphrase", "keep.passphrase"), field("again", "keep.once_more")),
            buttons=(chip("keep.set"), chip("keep.rather_not")),
        )
    return Sheet(
        here.say("app.keep.code"),
        (here.say("app.keep.code_paper"),),
        note,
        code=first.beginning.code.spelled(),
        fields=(field("code", "keep.code_back", "code"),),
        buttons=(chip("keep.typed"), chip("keep.rather_not")),
    )


def _taken(request: HttpRequest, session: Session, choice: str) -> str:
    """Takes a step; what to say where it couldn't be taken."""
    first, keeper = session.first, room().keeper
    try:
        if not first.unseen:
            session.first = first._replace(unseen=choice in NOBODY_SEES)
        elif first.beginning is None:
            passphrase = Passphrase.from_raw(request.POST.get("passphrase", "")).fit_to_seal()
            if passphrase != Passphrase.from_raw(request.POST.get("again", "")):
                return room().say("app.keep.differs")
            session.first = first._replace(beginning=keeper.vault.prepare(passphrase))
        else:
            if RecoveryCode.from_typed(request.POST.get("code", "")) != first.beginning.code:
                return room().say("app.keep.code_other")
            keeper.vault.begin(first.beginning)
            keeper.opened_by(session)
            session.first = First()
    except (CodeTypoError, VaultError) as error:
        return sentence(error)
    return ""


def _not_kept(session: Session, visit_id: str, choice: str) -> HttpResponse:
    """It isn't kept. Where somebody could see this nothing of the visit is kept later either."""
    here = room()
    with here.memory.lock:
        session.first, held = First(), session.visits.get(visit_id)
        if held is not None and choice != "rather_not":
            here.memory.keep(session, _not_here(held, choice), visit_id)
    return elsewhere(f"/visits/{visit_id}")


def _not_here(held: Held, choice: str) -> Held:
    """Somebody could see this. Where it is right now, the screen says nothing of the person's from here on."""
    if held.before is not None:
        return replace(held, before=None, ending=Ending.NOT_HERE)
    note = str(Ending.NOT_HERE)
    if choice == "now":
        return Held(respond(held.visit, Reply(Deed.WATCHED), room().library), note=note, began=held.began)
    answers = held.visit.answers._replace(safety=1)
    return replace(held, visit=replace(held.visit, answers=answers), note=note)
