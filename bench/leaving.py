"""How fast leaving is, and what comes back after it: python -m bench.leaving [rounds].

Hidden: from the press until the page is emptied, and until the first frame of the empty place that it ends on. Locked:
from the press until the program, asked all the time by somebody with the same cookie, lets them see nothing of what is
kept. Each round unlocks a vault first and leaves by the button or by Shift, in turn; then the same with the program
gone. All in a real browser, whatever else the computer does meanwhile.

Back: somebody types canaries over many screens and leaves; every entry of the history is gone to, back and forward, and
again with the program gone. (Pages that a browser keeps whole in memory are switched off here, since what drives it
can't follow them; tests/journeys/test_leaving_fast.py looks at what a page does as it goes and comes.) Restored: the
browser is closed and told to bring back what was open. The control is a naive form that is left for the same empty
place: it must show some.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import sys
import threading
import time
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright
from tests.journeys.browser import QUIET, chromium_or_fail
from tests.web.running import Running

from bench.leaving_back import came_back
from bench.web_keeping import pressed

OUT = Path(__file__).parent / "out"
WATCHING = (Path(__file__).parent / "leaving_watch.js").read_text("utf-8")
FRAME = """async () => {
  for (let turn = 0; turn < 100 && !window.name.includes("frame"); turn++) await new Promise(requestAnimationFrame);
  return window.name;
}"""
WAYS = ("button", "Shift")
MINE = "four grey herons waiting"
HIDDEN_GOAL, LOCKED_GOAL = 100.0, 300.0  # ms; safety.md, leaving fast
Round = dict[str, float]


class Asking(threading.Thread):
    """Somebody who asks for what is kept all the time, with the browser's own cookie. ``locked``: when it first was."""

    def __init__(self, running: Running, context: BrowserContext) -> None:
        super().__init__(daemon=True)
        self.port = running.port
        cookies = "; ".join(f"{one.get('name')}={one.get('value')}" for one in context.cookies())
        self.headers = {"Cookie": cookies, "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}
        self.saw_it = threading.Event()
        self.locked = 0.0

    def run(self) -> None:
        """Until nothing is seen any more."""
        while not self.locked:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            line.request("GET", "/past", headers=self.headers)
            text = line.getresponse().read().decode()
            line.close()
            if 'href="/past/' in text:
                self.saw_it.set()
            elif self.saw_it.is_set():
                self.locked = time.time() * 1000


def keeps(page: Page, running: Running) -> None:
    """One visit, kept."""
    page.goto(running.address)
    pressed(page, "Something in me says no")
    pressed(page, "Go on", words="not for his eyes")
    for label in ("Stop", "Keep this visit", "No"):
        pressed(page, label)
    pressed(page, "That’s the passphrase", passphrase=MINE, again=MINE)
    code = " ".join(page.locator(".recovery").inner_text().split())
    pressed(page, "I wrote it down", code=code)


def comes_in_and_unlocks(page: Page, running: Running) -> None:
    """To the list of what is kept, wherever the browser is."""
    page.goto(running.origin)
    if page.locator("#start").count():
        pressed(page, "Open", key=running.code)
        running.next_code()
    page.goto(f"{running.origin}/unlock")
    pressed(page, "Unlock", passphrase=MINE)
    page.goto(f"{running.origin}/past")


def leaves(page: Page, way: str) -> Round:
    """One leaving; milliseconds since 1970 of the press, of the emptied page, and of the first empty frame."""
    if way == "button":
        page.get_by_role("button", name="Leave now").click(no_wait_after=True)
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("about:blank")
    noted = str(page.evaluate(FRAME))
    return {name: float(at) for name, _, at in (one.partition("=") for one in noted.split())}


def timed(page: Page, running: Running, rounds: int) -> list[Round]:
    """Milliseconds from the press, for each round: with something open, and with the program there."""
    found = []
    for number in range(rounds):
        comes_in_and_unlocks(page, running)
        asking = Asking(running, page.context)
        asking.start()
        assert asking.saw_it.wait(10), "nothing was open, so leaving would lock nothing"
        at = leaves(page, WAYS[number % 2])
        asking.join(10)
        assert asking.locked, "it never locked"
        found.append(_since({**at, "locked": asking.locked}))
    return found


def timed_alone(page: Page, rounds: int) -> list[Round]:
    """The same with the program gone: there is nothing left to lock."""
    found = []
    for number in range(rounds):
        with Running() as running:
            page.goto(running.address)
            page.get_by_role("button", name="Something in me says no").click()
            page.locator("textarea[name=words]").fill("not for his eyes")
            running.kill()
            found.append(_since(leaves(page, WAYS[number % 2])))
    return found


def _since(at: Round) -> Round:
    return {name: round(time_of - at["pressed"], 1) for name, time_of in at.items() if name != "pressed"}


def _told(rounds: list[Round], names: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """Median and worst of each."""
    by_name = {name: [each[name] for each in rounds] for name in names}
    return {
        name: {"median": round(statistics.median(all_of), 1), "worst": max(all_of)} for name, all_of in by_name.items()
    }


def measure(play: Playwright, rounds: int) -> dict[str, object]:
    """Everything but what comes back."""
    opened = play.chromium.launch(executable_path=chromium_or_fail(), args=list(QUIET))
    context = opened.new_context()
    context.add_init_script(WATCHING)
    page = context.new_page()
    with Running() as running:
        keeps(page, running)
        there = timed(page, running, rounds)
    alone = timed_alone(page, max(rounds // 5, 2))
    opened.close()
    return {
        "rounds": rounds,
        "load": [round(load, 1) for load in os.getloadavg()],
        "ms, with something open": _told(there, ("emptied", "frame", "locked")),
        "rounds, program gone": len(alone),
        "ms, program gone": _told(alone, ("emptied", "frame")),
        "over the goal": {
            "hidden": sum(each["frame"] > HIDDEN_GOAL for each in [*there, *alone]),
            "locked": sum(each["locked"] > LOCKED_GOAL for each in there),
        },
    }


if __name__ == "__main__":
    with sync_playwright() as driver:
        figures = measure(driver, int(sys.argv[1]) if len(sys.argv) > 1 else 40) | came_back(driver)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "leaving.json").write_text(json.dumps(figures, indent=2) + "\n")
    print(json.dumps(figures, indent=2))
    sys.exit(1 if figures["came back"] or not figures["control came back"] else 0)
