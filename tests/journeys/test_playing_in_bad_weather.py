"""No sound device, sound refused, nothing remembered, no vibration, a screen that won't stay awake: it still plays."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.playing import BREATH, MUSCLES, TENSING, begin, in_front_of, marks
from tests.journeys.ways import LOOKS, WAYS, Way, examine
from tests.web.running import Running

pytestmark = pytest.mark.slow
WEATHER = {
    "no sound at all": "delete globalThis.AudioContext; delete globalThis.speechSynthesis;",
    "a sound device that fails": "globalThis.AudioContext = class { constructor() { throw new Error('none'); } };",
    "sound refused": "AudioContext.prototype.resume = () => new Promise(() => {});"
    "Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });",
    "nothing may be remembered": "for (const name of ['localStorage', 'sessionStorage'])"
    "  Object.defineProperty(globalThis, name, { get() { throw new DOMException('no', 'SecurityError'); } });",
    "no vibration": "delete Navigator.prototype.vibrate;",
    "a screen that won't stay awake": "Object.defineProperty(navigator, 'wakeLock',"
    "  { value: { request: () => Promise.reject(new Error('no')) } });",
    "no such thing as staying awake": "Object.defineProperty(navigator, 'wakeLock', { value: undefined });",
}
WITHOUT_SOUND = ("no sound at all", "a sound device that fails", "sound refused")


@pytest.mark.parametrize("weather", WEATHER)
def test_it_plays_in_what_is_left(running: Running, chromium: Browser, weather: str) -> None:
    page = in_front_of(BREATH, chromium, running, WEATHER[weather])
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.get_by_label("Sound").select_option("tones")
    page.locator(".ask").get_by_role("button", name="No", exact=True).click()
    begin(page)
    expect(page.locator(".word")).to_have_text("In.", timeout=6000)
    assert page.get_by_label("Vibration").is_visible() is (weather != "no vibration")
    silent = page.get_by_text("There is no sound to be had here.")
    if weather in WITHOUT_SOUND:
        expect(silent.first).to_be_visible()
        assert marks(page, "tone") == []
    else:
        expect(page.locator(".silent")).to_be_hidden()
        assert marks(page, "tone")
    page.keyboard.press("Escape")
    expect(page.locator(".begin")).to_have_text("Begin")
    assert troubles == []
    page.context.close()


@pytest.mark.parametrize("way", [way for way in (*WAYS, *LOOKS) if way.javascript], ids=lambda way: str(way.name))
@pytest.mark.parametrize("title", [BREATH, TENSING])
def test_axe_finds_nothing_before_while_and_after(running: Running, chromium: Browser, way: Way, title: str) -> None:
    page = in_front_of(title, chromium, running, **options(way))
    clean(page, way)
    begin(page)
    page.wait_for_timeout(3500)
    clean(page, way)
    for name in ("Help", "Leave now", "Stop", "Enough, or done", "It got harder", "Pause"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    begin(page)
    clean(page, way)
    page.get_by_label("Sound").select_option("tones")
    clean(page, way)
    page.context.close()


def options(way: Way) -> dict[str, Any]:
    """A window for this way."""
    return {
        "viewport": {"width": way.width, "height": way.height},
        "color_scheme": way.theme,
        "forced_colors": "active" if way.forced else "none",
        "reduced_motion": "reduce" if way.still else "no-preference",
    }


def clean(page: Page, way: Way) -> None:
    """Nothing that axe finds, and nothing that is too wide."""
    found = [
        f"{one['id']}: {[node['html'][:160] for node in one['nodes']]}" for one in examine(page, way)["violations"]
    ]
    assert not found, found
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("title", [BREATH, TENSING, MUSCLES])
def test_on_a_phone_everything_is_in_sight_while_it_plays(running: Running, chromium: Browser, title: str) -> None:
    page = in_front_of(title, chromium, running, viewport={"width": 390, "height": 800})
    begin(page)
    page.wait_for_timeout(500)
    for name in ("Pause", "Enough, or done", "It got harder", "Stop", "Help", "Leave now"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("Sound")).to_be_in_viewport(ratio=1)
    expect(page.locator(".time")).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    tops = page.evaluate(
        "['.top', '.eye', '.under', '.time', '.begin', '.ways', '#turn > .choices', '.dock'].map((one) => {"
        "  const { top, bottom } = document.querySelector(one).getBoundingClientRect(); return [top, bottom]; })"
    )
    for (_, ends), (begins, _) in itertools.pairwise(tops):
        assert begins >= ends - 1, tops
    page.context.close()


def test_the_whole_way_by_keyboard(running: Running, chromium: Browser) -> None:
    page = in_front_of(BREATH, chromium, running)
    reached: list[str] = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.name + ' ' + document.activeElement.textContent.trim()"))
        if reached[-1].endswith("Begin"):
            break
    assert reached[0].endswith("Leave now")
    page.keyboard.press("Enter")
    expect(page.locator(".begin")).to_have_text("Pause")
    expect(page.locator(".begin")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".begin")).to_have_text("Go on")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".begin")).to_have_text("Begin")
    expect(page.locator(".begin")).to_be_focused()
    for _ in range(10):
        page.keyboard.press("Tab")
        if "Enough" in page.evaluate("document.activeElement.textContent"):
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_text("Compared with before", exact=False).first).to_be_visible()
    page.context.close()
