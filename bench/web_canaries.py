"""How many of the words that were typed are left behind anywhere: python -m bench.web_canaries [how many].

Somebody types canaries through a whole visit in a browser with a profile of its own; then every file of the profile,
of the program's home, of its temporary files and of what it printed is searched for them: as UTF-8, UTF-16, base64,
and inside gzip. Then the same with a visit that is kept: canaries in the visit, in drafts, in the passphrases and in a
code, with what is kept opened, locked and gone on with. There the recovery code itself is searched for as well. Then
on a sheet to take along, of which no file is taken. The control is a naive form, which must leave some: otherwise the
search shows nothing.
"""

from __future__ import annotations

import base64
import contextlib
import http.server
import json
import secrets
import sys
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import parse_qs

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright
from tests.journeys.browser import QUIET, chromium_or_fail
from tests.web.running import Running, passing_folder

from bench.web_keeping import AT_ONCE, sent, typed_and_kept
from bench.web_sheet import typed_onto_a_sheet

Found = dict[str, object]
OUT = Path(__file__).parent / "out"


def canaries(many: int) -> list[str]:
    """Words that nobody else would write. All begin alike, so that one search finds them all."""
    run = "qz" + secrets.token_hex(5)
    return [f"{run}x{secrets.token_hex(6)}" for _ in range(many)]


def forms_of(canary: str) -> list[bytes]:
    """A canary as it could lie in a file. Base64 has three ways to begin."""
    plain = canary.encode()
    encoded = [base64.b64encode(b"\0" * lead + plain)[(0, 2, 3)[lead] : -4] for lead in range(3)]
    return [plain, canary.encode("utf-16-le"), canary.encode("utf-16-be"), *encoded]


def unpacked(data: bytes) -> Iterator[bytes]:
    """The bytes themselves, and whatever is gzipped in them."""
    yield data
    at = data.find(b"\x1f\x8b\x08")
    while at >= 0:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(31).decompress(data[at:], 1 << 24)
        at = data.find(b"\x1f\x8b\x08", at + 1)


def left_behind(words: list[str], folders: Iterable[Path]) -> tuple[set[str], set[str]]:
    """The canaries that were found, and the files that held one."""
    begins = forms_of(words[0].partition("x")[0])
    found: set[str] = set()
    files: set[str] = set()
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        for data in unpacked(path.read_bytes()):
            if any(begin in data for begin in begins):
                held = {word for word in words if any(form in data for form in forms_of(word))}
                found |= held
                files |= {str(path)} if held else set()
    return found, files


def typed_into_ours(page: Page, running: Running, words: list[str]) -> None:
    """A visit in which all of them are written, one text after the other, and which ends at Stop."""
    page.goto(running.address)
    page.get_by_role("button", name="Something in me says no").click()
    for start in range(0, len(words), AT_ONCE):
        sent(page, " ".join(words[start : start + AT_ONCE]))
        page.get_by_role("button", name="Change what you said").click()
        page.locator("textarea[name=words]").wait_for()
    page.get_by_role("button", name="Stop", exact=True).click()
    page.get_by_role("button", name="Begin again").wait_for()


class Naive(http.server.BaseHTTPRequestHandler):
    """A form as one writes it without a thought."""

    def do_GET(self) -> None:
        """The form, and what was written last."""
        text = parse_qs(self.path.partition("?")[2]).get("diary", [""])[0]
        page = f"<title>{text[:40]}</title><form><input name=diary><button>Save</button></form><p>{text}</p>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


def typed_into_naive(page: Page, words: list[str]) -> None:
    """The same words into the naive form."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Naive)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
    for start in range(0, len(words), AT_ONCE):
        page.locator("input").fill(" ".join(words[start : start + AT_ONCE]))
        page.get_by_role("button", name="Save").click()
        page.wait_for_load_state("load")
    server.shutdown()


def _window(play: Playwright, profile: Path) -> BrowserContext:
    """A browser that keeps what it keeps in this folder."""
    return play.chromium.launch_persistent_context(
        profile, executable_path=chromium_or_fail(), args=list(QUIET), env={"TMPDIR": str(profile)}
    )


def search(play: Playwright, many: int) -> dict[str, object]:
    """Our forms and the naive one, one after the other, each with a browser profile of its own."""
    naive, control_profile = canaries(many), passing_folder("profile")
    context = _window(play, control_profile)
    typed_into_naive(context.pages[0], naive)
    context.close()
    control, files = left_behind(naive, [control_profile])
    return {
        "canaries": many,
        **_searched(play, canaries(many), typed_into_ours),
        **{f"kept: {name}": count for name, count in _searched(play, canaries(many), typed_and_kept).items()},
        **{f"sheet: {name}": count for name, count in _searched(play, canaries(many), typed_onto_a_sheet).items()},
        "control found": len(control),
        "control files": len(files),
    }


def _searched(play: Playwright, words: list[str], typed: Callable[[Page, Running, list[str]], str | None]) -> Found:
    """One way of typing them, and what is left of them once browser and program are closed."""
    profile = passing_folder("profile")
    with Running() as running:
        context = _window(play, profile)
        code = typed(context.pages[0], running, words) or ""
        context.close()
        (running.folder / "printed.txt").write_text(running.stop())
        folders = [profile, running.folder]
    found, where = left_behind(words, folders)
    for spelled in {code.replace(" ", between) for between in (" ", "", "+")} - {""}:
        codes, files = left_behind([spelled], folders)
        found, where = found | codes, where | files
    searched = sum(path.is_file() for folder in folders for path in folder.rglob("*"))
    return {"found": len(found), "in": sorted(where), "files searched": searched}


if __name__ == "__main__":
    with sync_playwright() as driver:
        found = search(driver, int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "web_canaries.json").write_text(json.dumps(found, indent=2) + "\n")
    print(json.dumps(found, indent=2))
    left = [found[name] for name in ("found", "kept: found", "sheet: found")]
    sys.exit(1 if any(left) or not found["control found"] else 0)
