"""Unlocking, locking, recovering, and another passphrase."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from unforced.domain.errors import KeyDoesNotFitError, VaultError, WaitError
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.sheet import Sheet, chip, field, link
from unforced.web.views import session_of, shown
from unforced.web.views.going_on import go_on
from unforced.web.views.keeping import keep_now
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere, nothing_kept, over
from unforced.web.waiting import PARTS, Wanted


@require_http_methods(["GET", "HEAD", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """The passphrase, and then what was wanted."""
    session, keeper = session_of(request), room().keeper
    if session is None:
        return over(request)
    if not keeper.there():
        return nothing_kept(request)
    if request.method != "POST":
        return shown(request, "sheet.html", sheet=_unlocking(session))
    try:
        keeper.vault.unlock(_typed(request, "passphrase"))
    except VaultError as error:
        return shown(request, "sheet.html", status_of(error), sheet=_unlocking(session, sentence(error)))
    keeper.opened_by(session)
    return wanted(request, session)


def status_of(error: VaultError | None) -> int:
    """The status that says what a try led to: 429 for one too many, 403 for a key that didn't fit."""
    return {KeyDoesNotFitError: 403, WaitError: 429}.get(type(error), 400) if error else 200


def wanted(request: HttpRequest, session: Session) -> HttpResponse:
    """Does what the vault was opened for."""
    deed, name = session.wanted
    session.wanted = Wanted()
    if deed == "keep":
        return keep_now(request, session, name)
    if deed == "go_on":
        return go_on(request, session, name)
    if deed == PARTS:
        return elsewhere(name)
    return elsewhere(f"/past/{name}" if deed == "look" else "/past")


@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponse:
    """The recovery code and a new passphrase."""
    session, keeper, note = session_of(request), room().keeper, ""
    wrong: VaultError | None = None
    if session is None:
        return over(request)
    if not keeper.there():
        return nothing_kept(request)
    if request.method == "POST":
        try:
            code, new = RecoveryCode.from_typed(request.POST.get("code", "")), _typed(request, "passphrase")
            if new == _typed(request, "again"):
                keeper.vault.recover(code, new)
                keeper.opened_by(session)
                session.note = room().say("app.vault.changed") if session.wanted.deed == "past" else ""
                return wanted(request, session)
            note = room().say("app.keep.differs")
        except VaultError as error:
            note, wrong = sentence(error), error
    fields = (
        field("code", "vault.code", "code", request.POST.get("code", "")),
        field("passphrase", "vault.new"),
        field("again", "keep.once_more"),
    )
    lead, lines = room().say("chip.vault.lost"), (room().say("app.vault.recover"),)
    back = (link("vault.back", "/unlock"),)
    sheet = Sheet(lead, lines, note, fields=fields, buttons=(chip("vault.recover"),), links=back)
    return shown(request, "sheet.html", status_of(wrong) if wrong or not note else 400, sheet=sheet)


@require_http_methods(["GET", "HEAD", "POST"])
def passphrase(request: HttpRequest) -> HttpResponse:
    """Another passphrase in the place of the present one."""
    session, keeper, note = session_of(request), room().keeper, ""
    wrong: VaultError | None = None
    if session is None:
        return over(request)
    if not keeper.there():
        return nothing_kept(request)
    if request.method == "POST":
        try:
            new = _typed(request, "passphrase")
            if new == _typed(request, "again"):
                keeper.vault.change_passphrase(_typed(request, "old"), new)
                keeper.opened_by(session)
                session.note = room().say("app.vault.changed")
                return elsewhere("/past")
            note = room().say("app.keep.differs")
        except VaultError as error:
            note, wrong = sentence(error), error
    fields = (field("old", "vault.old"), field("passphrase", "vault.new"), field("again", "keep.once_more"))
    back = (link("vault.back", "/past"),)
    sheet = Sheet(room().say("chip.vault.change"), note=note, fields=fields, buttons=(chip("keep.set"),), links=back)
    return shown(request, "sheet.html", status_of(wrong) if wrong or not note else 400, sheet=sheet)


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Locks, in every browser."""
    session = session_of(request)
    room().keeper.lock()
    if session is not None:
        session.note, session.wanted = room().say("app.vault.locked_now"), Wanted()
    return elsewhere("/unlock")


def _typed(request: HttpRequest, name: str) -> Passphrase:
    return Passphrase.from_raw(request.POST.get(name, ""))


def _unlocking(session: Session, note: str = "") -> Sheet:
    return Sheet(
        room().say("app.vault.locked"),
        note=note or session.take_note(),
        fields=(field("passphrase", "vault.passphrase"),),
        buttons=(chip("vault.unlock"),),
        links=(link("vault.lost", "/recover"), link("vault.everything", "/everything"), link("vault.back", "/")),
        words="\n\n".join(session.typed.values()),
    )
