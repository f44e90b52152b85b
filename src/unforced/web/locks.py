"""The locks: who may ask this address for anything at all. They stand before the framework and its pages.

Promise: what isn't certainly this page, opened by this person in this browser, reaches no view.

Rules (safety.md, the web surface), first one that speaks answers:
- Exactly one Host, and it is this host and this port. A name that was pointed here by somebody else has another.
- Only GET, HEAD and POST are known.
- A POST says that it comes from this very origin, twice: Sec-Fetch-Site and Origin. On this computer every port is
  the "same site", so same-site is a stranger. A browser too old to say so can read Help and change nothing.
- A POST is a plain form of known length; one address takes a file that is brought back. Nothing is unpacked to disk.
- A GET that another site causes is answered only where it opens the first page or Help, in a window of its own.
- Nothing is shown inside another page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from unforced.web.headers import App, Start

MOST_BODY = 8 * 1024 * 1024
MOST_FILE = 64 * 1024 * 1024
FORM = "application/x-www-form-urlencoded"
FILE_FORM = "multipart/form-data"
TAKES_FILES = "/home/bring"
OPEN_TO_LINKS = ("/", "/help")
FRAMES = ("iframe", "frame", "object", "embed", "fencedframe")
OWN_SITES = ("same-origin", "none", "")


class Asked(NamedTuple):
    """The parts of a request that the locks look at. A header that came twice is joined by commas, so it never fits."""

    method: str
    path: str
    host: str
    origin: str
    site: str
    mode: str
    dest: str
    kind: str
    length: str
    chunked: str

    @property
    def changes(self) -> bool:
        """Whether it could change anything."""
        return self.method == "POST"

    @property
    def fitting(self) -> tuple[str, int]:
        """The kind of form that this address takes, and the most bytes."""
        return (FILE_FORM, MOST_FILE) if self.path == TAKES_FILES else (FORM, MOST_BODY)

    @property
    def size(self) -> int:
        """The announced length in bytes; -1 where none was announced."""
        return int(self.length) if self.length.isascii() and self.length.isdigit() else -1


class Rule(NamedTuple):
    """A refusal: its status, and when it speaks. ``own`` is the host with its port."""

    status: str
    speaks: Callable[[Asked, str], bool]


def _foreign_window(asked: Asked, own: str) -> bool:
    opened = asked.mode == "navigate" and asked.dest == "document" and asked.path in OPEN_TO_LINKS
    return asked.site not in OWN_SITES and not opened


RULES: tuple[Rule, ...] = (
    Rule("421 Misdirected Request", lambda asked, own: asked.host != own),
    Rule("405 Method Not Allowed", lambda asked, own: asked.method not in ("GET", "HEAD", "POST")),
    Rule("403 Forbidden", lambda asked, own: asked.dest in FRAMES),
    Rule("403 Forbidden", lambda asked, own: bool(asked.origin) and asked.origin != f"http://{own}"),
    Rule("403 Forbidden", lambda asked, own: not asked.changes and _foreign_window(asked, own)),
    Rule("403 Forbidden", lambda asked, own: asked.changes and asked.site != "same-origin"),
    Rule("403 Forbidden", lambda asked, own: asked.changes and asked.origin != f"http://{own}"),
    Rule("415 Unsupported Media Type", lambda asked, own: asked.changes and asked.kind != asked.fitting[0]),
    Rule("411 Length Required", lambda asked, own: asked.changes and (bool(asked.chunked) or asked.size < 0)),
    Rule("413 Content Too Large", lambda asked, own: asked.size > asked.fitting[1]),
)


def asked_of(environ: dict[str, Any]) -> Asked:
    """What a request says about itself."""

    def said(name: str) -> str:
        return str(environ.get(name) or "").strip()

    return Asked(
        method=said("REQUEST_METHOD"),
        path=said("PATH_INFO"),
        host=said("HTTP_HOST"),
        origin=said("HTTP_ORIGIN"),
        site=said("HTTP_SEC_FETCH_SITE"),
        mode=said("HTTP_SEC_FETCH_MODE"),
        dest=said("HTTP_SEC_FETCH_DEST"),
        kind=said("CONTENT_TYPE").partition(";")[0].strip().lower(),
        length=said("CONTENT_LENGTH"),
        chunked=said("HTTP_TRANSFER_ENCODING"),
    )


def locked(app: App, own: str, refused: str, too_long: str) -> App:
    """The application behind the locks. ``refused`` and ``too_long`` are the two sentences of a refusal."""

    def guarded(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        asked = asked_of(environ)
        status = next((rule.status for rule in RULES if rule.speaks(asked, own)), "")
        if not status:
            return app(environ, start)
        said = (too_long if status.startswith("413") else refused).encode()
        start(status, [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(said)))])
        return [said]

    return guarded
