"""Somebody follows a practice by ear: tones or a voice, asked about once, remembered, and never where it is unsafe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.playing import (
    BREATH,
    HELD,
    WITH_SOUND,
    begin,
    choose,
    inside,
    marks,
    timeline,
    with_tones,
)
from tests.web.running import Running

pytestmark = pytest.mark.slow
FELT = "navigator.vibrate = (pattern) => { (globalThis.felt ??= []).push(pattern); return true; };"


@pytest.fixture
def page(running: Running, chromium: Browser) -> Iterator[Page]:
    """Somebody with an ordinary browser, whose touches are noted."""
    context = chromium.new_context(**WITH_SOUND)
    context.add_init_script(FELT)
    found = inside(context, running)
    yield found
    context.close()


def test_in_hold_and_out_differ_for_the_ear_alone(page: Page) -> None:
    choose(page, HELD)
    with_tones(page)
    begin(page)
    page.wait_for_function("performance.getEntriesByName('tone').length > 8")
    goes: dict[str, set[int]] = {}
    for cue in timeline(page):
        tone = next((one for one in marks(page, "tone") if one["at"] == cue["at"]), None)
        if tone is not None:
            goes.setdefault(cue["phase"], set()).add((tone["last"] > tone["first"]) - (tone["last"] < tone["first"]))
    assert (goes["in"], goes["hold"], goes["out"]) == ({1}, {0}, {-1})


def test_sound_is_off_at_first_asked_for_once_and_remembered(page: Page) -> None:
    choose(page, BREATH)
    sound = page.get_by_label("Sound")
    assert sound.input_value() == "off"
    sound.select_option("tones")
    expect(page.locator(".ask")).to_contain_text("Could somebody see this screen?")
    begin(page)
    page.wait_for_timeout(300)
    assert marks(page, "tone") == []
    page.locator(".ask").get_by_role("button", name="No", exact=True).click()
    page.wait_for_function("performance.getEntriesByName('tone').length > 3")
    page.reload()
    assert sound.input_value() == "tones"
    expect(page.locator(".ask")).to_be_hidden()
    choose(page, BREATH)
    assert page.get_by_label("Sound").input_value() == "off", "another visit is asked anew"


def test_the_question_makes_it_rest_and_the_answer_goes_on(page: Page) -> None:
    choose(page, BREATH)
    begin(page)
    page.get_by_label("Sound").select_option("tones")
    expect(page.locator(".ask")).to_be_visible()
    expect(page.locator(".begin")).to_have_text("Go on")
    page.get_by_role("button", name="Later, perhaps").click()
    expect(page.locator(".begin")).to_have_text("Pause")
    assert page.get_by_label("Sound").input_value() == "off"
    assert marks(page, "tone") == []


def test_somebody_could_see_this_and_no_sound_is_offered(page: Page) -> None:
    choose(page, BREATH)
    page.get_by_label("Sound").select_option("tones")
    with page.expect_navigation():
        page.get_by_role("button", name="Right now").click()
    page.wait_for_load_state("load")
    assert page.locator("select[name=sound]").count() == 0


def test_a_voice_says_every_cue_that_has_one(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    choose(page, BREATH)
    page.get_by_label("Sound").select_option("af_heart")
    page.locator(".ask").get_by_role("button", name="No", exact=True).click()
    begin(page)
    page.wait_for_function("performance.getEntriesByName('voice').length > 8")
    begun = marks(page, "cue")[0]["second"]
    spoken = {one["at"] for one in marks(page, "voice")}
    assert spoken == {cue["at"] for cue in timeline(page) if "af_heart" in cue.get("voice", {}) and cue["at"] > begun}
    sounds = [url for url in asked if "/static/voice/" in url]
    assert sounds and all(url.endswith(".opus") for url in sounds)
    assert len(sounds) == len(set(sounds))
