"""In time: every cue of seven minutes, sound and sight of a tab that was hidden for two of them, and the first cue."""

from __future__ import annotations

import itertools
import json
from typing import Any

from playwright.sync_api import Browser, Playwright
from tests.journeys.playing import HELD, LONGER, TO_THE_SHELF, begin, in_front_of, marks
from tests.web.running import Running

from bench.player.found import Found, at_most
from bench.player.tab import Tab, browser_that_slows

WATCHED = """
const Own = AudioContext;
globalThis.AudioContext = class extends Own { constructor(...all) { super(...all); globalThis.heard = this; } };
globalThis.returns = [];
globalThis.clocks = [];
setInterval(() => globalThis.heard?.state === "running" && clocks.push(heard.getOutputTimestamp()), 500);
document.addEventListener("visibilitychange", () => requestAnimationFrame(() => {
  const told = document.querySelector(".word").textContent + document.querySelector(".sentence").textContent;
  globalThis.returns.push({ state: document.visibilityState, told, now: performance.now() });
}));
"""
HEARD = """JSON.stringify((() => {
  const told = clocks.map(({ contextTime, performanceTime }) => [contextTime, performanceTime]);
  const of = (name) => performance.getEntriesByName(name).map((one) => ({ ...one.detail, wall: one.startTime }));
  const timeline = JSON.parse(document.getElementById("player").dataset.timeline);
  return { clocks: told, timeline, tones: of("tone"), cues: of("cue"), returns };
})())"""
BUTTON = "[...document.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(%s))"
WITH_TONES = (
    "document.querySelector('#player select').value = 'tones'",
    "document.querySelector('#player select').dispatchEvent(new Event('change'))",
    "document.querySelector('#player [data-answer=no]').click()",
)
# Noted as it is written: an observer would be told only after whatever else the same task does.
SPOKEN = """() => {
  globalThis.spoken = [];
  const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
  const noting = { get, set(text) { if (text) spoken.push(performance.now()); set.call(this, text); } };
  Object.defineProperty(document.getElementById("now"), "textContent", noting);
}"""
TAPPED = "addEventListener('click', (event) => (globalThis.tapped = event.timeStamp), true);"
SHOWN = """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""


def in_time(play: Playwright, opened: Browser, running: Running, tenth: bool) -> list[Found]:
    """Two windows side by side: one is watched all the time, the other is hidden in the middle."""
    plain = in_front_of(LONGER, opened, running)
    begin(plain)
    with Tab(slowed := browser_that_slows(play)) as tab:
        _in_front(tab, running)
        hidden = _hidden(tab, tenth)
        plain.wait_for_timeout(1000)
        found = [at_most("drift of the cues, in sight", _drift(marks(plain, "cue")), 50, "ms"), *hidden]
        slowed.close()
    plain.context.close()
    return found


def _drift(cues: list[dict[str, Any]]) -> float:
    """The most milliseconds by which a cue came early or late, against the first."""
    began = cues[0]["wall"] - cues[0]["at"] * 1000
    return max(abs(float(cue["wall"] - began - cue["at"] * 1000)) for cue in cues)


def _in_front(tab: Tab, running: Running) -> None:
    tab.send("Page.enable")
    tab.send("Page.addScriptToEvaluateOnNewDocument", source=WATCHED)
    tab.send("Page.navigate", url=running.origin)
    tab.until("document.querySelector('input[name=key]')")
    tab.tell(f"document.querySelector('input[name=key]').value = {json.dumps(running.code)}")
    tab.tell("document.querySelector('#start').requestSubmit()")
    for label in (*TO_THE_SHELF, LONGER):
        found = BUTTON % json.dumps(label)
        tab.until(found)
        tab.tell(f"{found}.click()")
    tab.until("document.querySelector('#player select')")
    running.next_code()
    for script in WITH_TONES:
        tab.tell(script)


def _hidden(tab: Tab, tenth: bool) -> list[Found]:
    tab.tell("document.querySelector('#player .begin').click()")
    before, away, after = (15, 25, 22) if tenth else (150, 120, 160)
    tab.wait(before)
    tab.hide()
    tab.wait(away)
    behind = json.loads(tab.tell(HEARD))
    tab.show()
    tab.wait(after)
    whole = json.loads(tab.tell(HEARD))
    return [
        at_most("tones against the clock, after the time out of sight", _off(behind), 100, "ms"),
        at_most("tones against the clock, at the end", _off(whole), 100, "ms"),
        at_most("cues wrong in the first frame after the return", float(_wrong(whole)), 0, ""),
        at_most("drift of the cues after the return", _drift([whole["cues"][0], *whole["cues"][-3:]]), 50, "ms"),
    ]


def _off(heard: dict[str, Any]) -> float:
    """The most milliseconds between when a tone is heard and when its cue begins.

    Of a tone that was set anew, the last counts. The sound's clock is read twice a second (once a second out of
    sight), and each tone is placed by the reading nearest to it, since a busy machine can hold that clock up.
    """
    began = heard["cues"][0]["wall"] - heard["cues"][0]["at"] * 1000
    tones = {tone["at"]: tone["time"] for tone in heard["tones"] if tone["at"] == int(tone["at"])}
    assert len(tones) > 50
    off = []
    for at, time in tones.items():
        inside, outside = min(heard["clocks"], key=lambda clock: abs(clock[0] - time))
        off.append(abs(float(outside + (time - inside) * 1000 - began - at * 1000)))
    return max(off)


def _wrong(whole: dict[str, Any]) -> int:
    """1 where the page, back in sight, showed another cue than the one of that moment, or wasn't hidden at all."""
    back = next((one for one in whole["returns"] if one["state"] == "visible"), None)
    if back is None:
        return 1
    second = (back["now"] - whole["cues"][0]["wall"]) / 1000 + whole["cues"][0]["at"]
    cue = next(one for one in whole["timeline"] if second < one["at"] + one["seconds"])
    return int(back["told"] != cue["text"])


def first_cue(opened: Browser, running: Running) -> list[Found]:
    """From the tap to the first cue, and to the frame that shows it."""
    page = in_front_of(HELD, opened, running, TAPPED)
    noted, shown = [], []
    for _ in range(10):
        page.reload()
        begin(page)
        frame = page.evaluate(SHOWN)
        tapped = page.evaluate("tapped")
        noted.append(marks(page, "cue")[0]["wall"] - tapped)
        shown.append(frame - tapped)
        page.keyboard.press("Escape")
    page.context.close()
    return [
        at_most("first cue after the tap, slowest of ten", max(noted), 300, "ms"),
        at_most("first cue on the screen after the tap, slowest of ten", max(shown), 300, "ms"),
    ]


def live_messages(opened: Browser, running: Running) -> list[Found]:
    """What a screen reader is told in a breath whose cues come faster than it may speak: 4, 1 and 6 seconds."""
    page = in_front_of(HELD, opened, running)
    with page.expect_navigation():
        page.locator(".holds button", has_text="1").click()
    page.evaluate(SPOKEN)
    begin(page)
    page.wait_for_timeout(45_000)
    times: list[float] = page.evaluate("spoken")
    page.context.close()
    assert len(times) >= 6
    quickest = min(later - earlier for earlier, later in itertools.pairwise(times))
    return [at_most("live messages in any 3 seconds", 1.0 if quickest >= 2995 else 2.0, 1, "")]
