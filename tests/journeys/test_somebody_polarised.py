"""Somebody who knows every practice. One side wants it, one slams the door; both get the same time, to the end."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.person import Somebody
from tests.journeys.playing import inside, press
from tests.web.running import Running

pytestmark = pytest.mark.slow

ONE, OTHER = "the one who practises", "the one at the door"
SHAPES = """() => [...document.querySelectorAll(".both .one, .choices.pair > li")].map(one => {
  const { width, height, top } = one.getBoundingClientRect();
  const texts = [...one.querySelectorAll(".who, dt, dd, .choice")];
  const look = it => { const s = getComputedStyle(it); return [s.fontSize, s.fontWeight, s.fontFamily, s.color] };
  return { width, height, top, looks: texts.map(it => look(it).join()) };
})"""


def to_both(somebody: Somebody) -> Somebody:
    """Up to which goes first."""
    somebody.chooses("Something in me says no").ticks("One side wants it, one slams the door").chooses("Go on")
    somebody.hears("Wanting it and refusing it at once is tiring.")
    somebody.chooses("About right").chooses("Stay with both")
    somebody.chooses("3")
    somebody.writes(ONE).chooses("Go on")
    somebody.writes(OTHER).chooses("Go on")
    somebody.hears("Both are welcome here.")
    return somebody.chooses("Both sides").hears("Which goes first?")


def equally_large(page: Page) -> list[dict[str, Any]]:
    """Both columns of this screen: of one width, height, place and type."""
    found: list[dict[str, Any]] = page.evaluate(SHAPES)
    assert len(found) == 2, page.locator("main").inner_text()[:300]
    one, other = found
    for side in ("width", "height", "top"):
        assert abs(one[side] - other[side]) <= 1, (side, one, other)
    assert one["looks"] == other["looks"]
    return found


def test_two_sides_are_both_heard_and_nothing_is_decided(somebody: Somebody) -> None:
    to_both(somebody)
    somebody.chooses(OTHER).hears(f"{OTHER}: how firm is it right now?").chooses("Firm").chooses("Annoyed")
    somebody.hears(f"{OTHER}: what does it want for you?", "45 seconds for this, and as many for the other.")
    somebody.writes("Peace, for once.").chooses("Go on")
    somebody.hears(f"what does it fear from {ONE}?")
    somebody.writes("More homework.").chooses("Go on").hears("was heard", "Peace, for once.", "More homework.")
    somebody.chooses("Go on").hears("Twenty seconds outward").chooses("Go on")
    somebody.chooses("None right now").chooses("I don’t know, or rather not say")
    somebody.writes("Rest.").chooses("Go on").writes("Staying like this.").chooses("Go on")
    somebody.chooses("Go on").hears("Twenty seconds outward").chooses("Go on")
    somebody.hears("Is there something both protect?").chooses("It didn’t answer")
    somebody.hears("A no is fine.").chooses("No answer")
    somebody.hears("with nothing decided", "Peace, for once.", "Rest.").chooses("Go on")
    somebody.chooses("The same").chooses("Stop").does_not_hear("More homework")


def test_both_columns_are_equally_large_at_every_step_whoever_says_more(anybody: Somebody) -> None:
    page = to_both(anybody).page
    equally_large(page)
    steps = 0
    anybody.chooses(OTHER)
    while page.locator(".both").count():
        equally_large(page)
        steps += 1
        if page.locator("textarea").count():
            long = steps < 6
            anybody.writes("Averyveryverylongwordthatneverends" * 3 + "\nand more of it. " * 9 if long else "No.")
        steps_or_choices = page.locator("main .scale .choice, main form > .choices .choice")
        anybody.chooses(steps_or_choices.first.inner_text())
    assert steps >= 14


def test_the_two_columns_would_not_be_equal_if_one_were_wider(anybody: Somebody) -> None:
    """The control: the measure finds a column that is two pixels wider, and one in another size."""
    page = to_both(anybody).chooses(OTHER).page
    if not anybody.way.javascript:
        return
    for style in ("grid-template-columns: 51% 49%", "--x: 0"):
        page.evaluate("style => document.querySelector('.both').style.cssText = style", style)
        if style == "--x: 0":
            page.evaluate("document.querySelector('.both .who').style.fontSize = '1.2em'")
        with pytest.raises(AssertionError):
            equally_large(page)


def in_front_of_the_clock(chromium: Browser, running: Running, **options: Any) -> Page:
    """Somebody before the first question to a side."""
    page = inside(chromium.new_context(**options), running)
    for label in ("Something in me says no",):
        press(page, label)
    page.get_by_role("checkbox", name="One side wants it").check()
    for label in ("Go on", "About right", "Stay with both", "3", "Go on", "Go on"):
        press(page, label)
    for label in ("Both sides, the same time", "One part", "Firm", "Annoyed"):
        with page.expect_navigation():
            page.locator("button.choice").filter(has=page.get_by_text(label, exact=True)).first.click()
    return page


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_clock_is_silent_begins_when_somebody_likes_rests_and_ends_nothing(
    chromium: Browser, running: Running, motion: Any
) -> None:
    page = in_front_of_the_clock(chromium, running, reduced_motion=motion)
    page.clock.install()
    page.reload()
    begin, field = page.locator("#listening .begin"), page.locator("input[name=seconds]")
    page.clock.run_for(5_000)
    assert field.input_value() == ""  # it never begins by itself
    begin.click()
    page.clock.run_for(20_000)
    begin.click()  # it rests
    page.clock.run_for(60_000)
    assert field.input_value() == "20"
    assert page.locator(".over").inner_text() == ""
    begin.click()
    page.clock.run_for(70_000)
    assert page.locator(".over").inner_text().startswith("That was its time.")
    assert field.input_value() == "90"
    assert page.locator("#listening .time").is_visible() == (motion != "reduce")
    assert page.locator("textarea").is_editable()
    page.context.close()


def test_who_stays_longer_with_one_is_offered_as_long_with_the_other(chromium: Browser, running: Running) -> None:
    page = in_front_of_the_clock(chromium, running, bypass_csp=True)  # only so that it can be waited for
    page.evaluate("document.querySelector('input[name=seconds]').type = 'text'")
    page.locator("#listening .begin").click()
    page.wait_for_function("document.querySelector('input[name=seconds]').value === '1'")
    page.evaluate("performance.now = (now => () => now() + 119_000)(performance.now.bind(performance))")
    press(page, "Go on")
    for label in ("Go on", "Go on", "Go on", "Firm", "Annoyed"):
        press(page, label)
    hint = page.locator(".hint").first.inner_text()
    assert hint.startswith(("120 seconds for this", "121 seconds for this")), hint
    page.context.close()
