"""Somebody follows a practice on the page: by eye, by ear, by hand; it rests, goes on and stops when they say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.playing import (
    BREATH,
    HELD,
    MUSCLES,
    WITH_SOUND,
    arrives,
    begin,
    choose,
    inside,
    marks,
    press,
    timeline,
    with_tones,
)
from tests.web.running import Running

pytestmark = pytest.mark.slow
FELT = "navigator.vibrate = (pattern) => { (globalThis.felt ??= []).push(pattern); return true; };"
WIDE = "() => document.querySelector('.shape').getBoundingClientRect().width"
TOLD = "() => document.querySelector('.word').textContent + document.querySelector('.sentence').textContent"


@pytest.fixture
def page(running: Running, chromium: Browser) -> Iterator[Page]:
    """Somebody with an ordinary browser, whose touches are noted."""
    context = chromium.new_context(**WITH_SOUND)
    context.add_init_script(FELT)
    found = inside(context, running)
    yield found
    context.close()


def test_nothing_begins_by_itself(page: Page) -> None:
    choose(page, BREATH)
    page.wait_for_timeout(1500)
    assert marks(page, "cue") == [] == marks(page, "tone")
    expect(page.get_by_role("button", name="Begin", exact=True)).to_be_in_viewport()
    expect(page.locator(".stage")).to_be_hidden()


def test_in_hold_and_out_differ_for_the_eye_alone(page: Page) -> None:
    choose(page, HELD)
    begin(page)
    sizes, words = {}, {}
    for phase in ("in", "hold", "out"):
        arrives(page, phase)
        page.wait_for_timeout(100)
        first = page.evaluate(WIDE)
        words[phase] = page.locator(".word").inner_text()
        page.wait_for_timeout(3000)
        sizes[phase] = page.evaluate(WIDE) / first
    assert sizes["in"] > 1.4
    assert abs(sizes["hold"] - 1) < 0.02
    assert sizes["out"] < 0.8
    assert words == {"in": "In.", "hold": "Hold, if you like.", "out": "Out."}


def test_in_hold_and_out_differ_for_the_hand_alone(page: Page) -> None:
    choose(page, HELD)
    page.get_by_label("Vibration").check()
    begin(page)
    arrives(page, "out")
    felt = [pattern for pattern in page.evaluate("felt") if pattern]
    assert felt[:3] == [[70], [70, 130, 70], [320]]


def test_space_rests_and_goes_on_and_escape_stops_and_silences(page: Page) -> None:
    choose(page, BREATH)
    with_tones(page)
    page.locator(".begin").focus()
    page.keyboard.press("Space")
    arrives(page, "in")
    page.keyboard.press("Space")
    expect(page.locator(".begin")).to_have_text("Go on")
    page.wait_for_timeout(500)  # the last frame before it rests may still be on its way
    told, wide = page.evaluate(TOLD), page.evaluate(WIDE)
    page.wait_for_timeout(1500)
    assert (page.evaluate(TOLD), page.evaluate(WIDE)) == (told, wide)
    page.keyboard.press("Space")
    expect(page.locator(".begin")).to_have_text("Pause")
    page.keyboard.press("Escape")
    expect(page.locator(".begin")).to_have_text("Begin")
    heard = len(marks(page, "cue"))
    page.wait_for_timeout(4500)
    assert len(marks(page, "cue")) == heard
    expect(page.locator(".stage")).to_be_hidden()


def test_reloaded_in_the_middle_it_goes_on_from_there(page: Page) -> None:
    choose(page, BREATH)
    begin(page)
    arrives(page, "out")
    page.reload()
    expect(page.locator(".begin")).to_have_text("Go on")
    expect(page.get_by_role("button", name="From the beginning")).to_be_visible()
    assert marks(page, "cue") == []
    begin(page)
    first = marks(page, "cue")[0]
    assert timeline(page)[first["place"]]["phase"] == "out"


def test_a_hold_begins_anew_and_is_not_there_where_nothing_may_be_held(page: Page) -> None:
    choose(page, BREATH)
    begin(page)
    arrives(page, "in")
    page.keyboard.press("Escape")
    press(page, "4")
    expect(page.locator(".begin")).to_have_text("Begin")
    assert [cue["seconds"] for cue in timeline(page) if cue["phase"] == "hold"] == [4] * 4
    choose(page, MUSCLES)
    assert page.locator(".holds").count() == 0


def test_it_ends_distinctly_and_can_be_had_again(page: Page) -> None:
    choose(page, "Let some air in")
    begin(page)
    page.wait_for_function("performance.getEntriesByName('over').length", timeout=30_000)
    assert page.locator(".sentence").inner_text() == timeline(page)[-1]["text"]
    expect(page.locator(".begin")).to_have_text("From the beginning")
    expect(page.get_by_role("button", name="Enough, or done")).to_be_in_viewport()
    begin(page)
    assert marks(page, "cue")[-1]["place"] == 0


def test_words_change_and_nothing_jumps(page: Page) -> None:
    choose(page, "Let some air in")
    begin(page)
    where = "() => ['.begin', '.time', '.under'].map((one) => document.querySelector(one).getBoundingClientRect().top)"
    first = page.evaluate(where)
    for place in range(1, len(timeline(page))):
        page.wait_for_function("n => performance.getEntriesByName('cue').length > n", arg=place)
        assert page.evaluate(where) == first


def test_what_a_screen_reader_finds(page: Page) -> None:
    choose(page, BREATH)
    before = page.locator("main").aria_snapshot()
    for line in ('button "Begin"', 'combobox "Sound"', 'checkbox "Vibration"', 'button "Enough, or done"'):
        assert line in before, before
    begin(page)
    arrives(page, "in")
    playing = page.locator("body").aria_snapshot()
    for line in ('button "Pause"', "status: In.", 'button "Help"', 'button "Leave now"', 'button "Stop"', "heading"):
        assert line in playing, playing
    assert not re.search(r"\btext: \d\b", playing), "a count isn't said"
