"""Whether anything leaves this computer during a whole visit: python -m bench.web_connections.

The browser is given a proxy that answers nothing and writes down who was asked for; names lead nowhere else. The
program's own sockets are read from the system. The control is a page that asks for a picture elsewhere.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright
from tests.journeys.browser import QUIET, chromium_or_fail
from tests.web.running import Running

OUT = Path(__file__).parent / "out"
HOME = "0100007F"  # 127.0.0.1 as the system writes it


class Sink:
    """A proxy that only remembers the first line of whatever comes."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._line = socket.create_server(("127.0.0.1", 0))
        self.port = self._line.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            line, _ = self._line.accept()
            with line:
                self.asked.append(line.recv(4096).split(b"\r\n")[0].decode("latin-1"))


def a_whole_visit(page: Page, running: Running) -> None:
    """Through every kind of screen."""
    page.goto(running.address)
    for label in ("Something in me says no", "Go on", "About right", "Choose for yourself", "Something else", "Help"):
        _press(page, label)
    _press(page, "No, continue")
    _press(page, "Stop")
    page.get_by_role("button", name="Begin again").wait_for()
    page.goto(f"{running.origin}/help")
    page.get_by_role("button", name="Leave now").click()
    page.wait_for_url("about:blank")


def _press(page: Page, label: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=label, exact=True).click()
    page.wait_for_load_state("networkidle")


def sockets_elsewhere(pid: int) -> list[str]:
    """The sockets of a program and its children that lead anywhere but to this computer."""
    family = {pid, *(int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())}
    own = {link for one in family for link in _socket_inodes(one)}
    rows = [
        line.split()
        for name in ("tcp", "udp", "tcp6", "udp6")
        for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    return [
        row[2]
        for row in rows
        if row[9] in own and not (row[1].startswith(HOME) and row[2].startswith((HOME, "00000000")))
    ]


def _socket_inodes(pid: int) -> list[str]:
    found = []
    for path in Path(f"/proc/{pid}/fd").iterdir():
        try:
            name = str(path.readlink())
        except OSError:
            continue
        if name.startswith("socket:["):
            found.append(name[8:-1])
    return found


def watch(play: Playwright) -> dict[str, list[str]]:
    """One visit, watched from both ends; then the control."""
    sink = Sink()
    away = [f"--proxy-server=http://127.0.0.1:{sink.port}", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with Running() as running:
        browser = play.chromium.launch(executable_path=chromium_or_fail(), args=[*QUIET, *away])
        page = browser.new_page()
        a_whole_visit(page, running)
        program = sockets_elsewhere(running.process.pid)
        asked = list(sink.asked)
        page = browser.new_page()  # a fresh one, since a blank page after ours keeps our content policy
        page.set_content('<img src="http://elsewhere.example/picture.png">')
        page.wait_for_timeout(1000)
        control = sink.asked[len(asked) :]
        browser.close()
    return {"elsewhere": asked, "program elsewhere": program, "control elsewhere": control}


if __name__ == "__main__":
    with sync_playwright() as driver:
        seen = watch(driver)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "web_connections.json").write_text(json.dumps(seen, indent=2) + "\n")
    print(json.dumps(seen, indent=2))
    sys.exit(1 if seen["elsewhere"] or seen["program elsewhere"] or not seen["control elsewhere"] else 0)
