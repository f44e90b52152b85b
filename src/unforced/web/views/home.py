"""Taking home, bringing back, and forgetting everything."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unforced.app.bring_back import Brought, bring_back
from unforced.app.take_home import as_json, as_markdown, pages_of
from unforced.domain.errors import CodeTypoError, ForeignFileError, NothingKeptError, PageDamagedError, VaultError
from unforced.domain.page import Opened, Page
from unforced.domain.passphrase import Passphrase
from unforced.domain.recovery_code import RecoveryCode
from unforced.web.headers import CLEAR_BROWSER
from unforced.web.memory import Session
from unforced.web.room import room
from unforced.web.sheet import Sheet, chip, field, link
from unforced.web.views import session_of, shown
from unforced.web.views.past import opened
from unforced.web.views.saying import sentence
from unforced.web.views.trouble import elsewhere, over

NAMES = {"sealed": "notes.sealed", "json": "notes.json", "markdown": "notes.md"}
SEALED = b"unfH"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Both ways, on one page."""
    session = session_of(request)
    return over(request) if session is None else _shown(request, session)


@require_POST
@opened
def take(request: HttpRequest, session: Session) -> HttpResponse:
    """A file to keep elsewhere: sealed, or readable by anybody."""
    choice, inside = request.POST.get("choice", ""), room().keeper.inside(session)
    if choice not in NAMES:
        return elsewhere("/home")
    if choice == "sealed":
        file = inside.take_home()
    else:
        text = as_json(inside) if choice == "json" else as_markdown(inside, room().library)
        file = text.encode("utf-8", "replace")
    response = HttpResponse(file, content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="{NAMES[choice]}"'
    return response


@require_POST
def bring(request: HttpRequest) -> HttpResponse:
    """A file that was taken home comes back. Nothing that is here is replaced."""
    session = session_of(request)
    if session is None:
        return over(request)
    found = request.FILES.get("file")
    file = found.read() if isinstance(found, UploadedFile) else b""
    try:
        session.note = _brought(session, file, request.POST.get("passphrase", ""))
    except NothingKeptError:
        return _shown(request, session, room().say("app.home.begin_first"), 409)
    except VaultError as error:
        return _shown(request, session, sentence(error), 400)
    return elsewhere("/past")


def _brought(session: Session, file: bytes, typed: str) -> str:
    here, keeper = room(), room().keeper
    if file.startswith(SEALED) and not keeper.there():
        found = keeper.vault.adopt(file, secret_of(typed))
        keeper.opened_by(session)
        return _counted(here.say("app.home.adopted"), found)
    if not keeper.there():
        pages_in(file)
        raise NothingKeptError("there is nothing yet that it could come into")
    inside = keeper.inside(session)
    if file.startswith(SEALED):
        found = keeper.vault.look_into(file, secret_of(typed))
        return _counted(_came(bring_back(found.pages, inside)), found)
    return _came(bring_back(pages_in(file), inside))


def pages_in(file: bytes) -> tuple[Page, ...]:
    """The pages of a JSON file. ForeignFileError for anything else."""
    try:
        return pages_of(file.decode("utf-8"))
    except (PageDamagedError, UnicodeDecodeError):
        raise ForeignFileError("neither sealed nor JSON of this program") from None


def secret_of(typed: str) -> Passphrase | RecoveryCode:
    """What reads as a recovery code is one; everything else is a passphrase."""
    try:
        return RecoveryCode.from_typed(typed)
    except CodeTypoError:
        return Passphrase.from_raw(typed)


def _came(brought: Brought) -> str:
    numbers = {name: str(count) for name, count in brought._asdict().items()}
    return room().say("app.home.brought_beside" if brought.beside else "app.home.brought", **numbers)


def _counted(said: str, found: Opened) -> str:
    damaged = room().say("app.home.brought_damaged", n=str(len(found.damaged))) if found.damaged else ""
    return f"{said} {damaged}".strip()


def _shown(request: HttpRequest, session: Session, note: str = "", status: int = 200) -> HttpResponse:
    here = room()
    is_open = here.keeper.is_open(session)
    if here.keeper.there() and not is_open:
        return elsewhere("/unlock")
    return shown(
        request,
        "home.html",
        status,
        lead=here.say("app.home.lead"),
        note=note,
        sealed=here.say("app.home.sealed"),
        readable=here.say("app.home.readable"),
        take=(chip("vault.sealed"),) if is_open else (),
        open_to_all=(chip("vault.json"), chip("vault.markdown")) if is_open else (),
        begin_first="" if is_open or note else here.say("app.home.begin_first"),
        fields=(field("file", "home.bring", "file"), field("passphrase", "home.bring_passphrase")),
        bring=chip("vault.bring"),
        back=link("vault.back", "/past" if is_open else "/"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def everything(request: HttpRequest) -> HttpResponse:
    """All of it is gone, in one step, locked or not."""
    session = session_of(request)
    if session is None:
        return over(request)
    here = room()
    if request.method != "POST":
        lines = (here.say("app.everything.what"), here.say("app.everything.files"))
        back = (link("vault.back", "/unlock" if not here.keeper.is_open(session) else "/past"),)
        sheet = Sheet(here.say("app.everything.lead"), lines, buttons=(chip("vault.everything"),), links=back)
        return shown(request, "sheet.html", sheet=sheet)
    try:
        here.keeper.vault.forget_everything()
    except VaultError as error:
        return shown(request, "sheet.html", 409, sheet=Sheet(sentence(error), links=(link("vault.back", "/"),)))
    here.keeper.lock()
    here.memory.forget_kept()
    gone = Sheet(here.say("app.everything.done"), links=(link("page.begin", "/"),))
    response = shown(request, "sheet.html", sheet=gone)
    response.headers.setdefault(*CLEAR_BROWSER)
    return response
