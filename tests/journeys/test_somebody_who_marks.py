"""Somebody who notices something in the jaw. The picture and the list are one; nothing is made of what is marked."""

from __future__ import annotations

import pytest

from tests.journeys.person import Somebody

pytestmark = pytest.mark.slow


def marks(somebody: Somebody, area: str, word: str) -> None:
    """One place, in the list."""
    somebody.page.get_by_role("combobox", name=area, exact=True).select_option(label=word)


def at_the_outline(somebody: Somebody) -> Somebody:
    """In contact with what is under them, and at the outline by one quiet link."""
    somebody.chooses("Something in me says no").ticks("It braces, it locks").chooses("Go on").chooses("About right")
    somebody.chooses("What is under you").finds("Enough, or done", "Mark where in the body")
    return somebody.chooses("Mark where in the body").hears("Where in the body, if anywhere?")


def test_a_body_is_marked_before_and_after_and_nothing_is_made_of_it(somebody: Somebody) -> None:
    at_the_outline(somebody)
    marks(somebody, "Jaw", "Tight")
    somebody.chooses("Go on").chooses("Enough, or done").chooses("The same").chooses("The same")
    somebody.chooses("Mark where in the body").finds("The same as before", "Leave it unmarked")
    marks(somebody, "Jaw", "Tight")
    marks(somebody, "Hands", "Warm")
    somebody.chooses("Go on").hears("Different now: hands.", "Jaw tight.", "Jaw tight, hands warm.")
    somebody.does_not_hear("better", "progress").chooses("Go on").finds("Nothing", "Stop")


def test_it_can_be_left_and_the_practice_is_there_as_before(anybody: Somebody) -> None:
    at_the_outline(anybody).chooses("Leave it unmarked").finds("Enough, or done", "It got harder")


def test_somebody_far_away_is_never_shown_an_outline(anybody: Somebody) -> None:
    anybody.chooses("Something in me says no").ticks("It braces, it locks").chooses("Go on").chooses("Far away")
    anybody.chooses("Any small movement").does_not_hear("Mark where in the body")


def test_the_picture_goes_through_the_words_and_changes_the_list(anybody: Somebody) -> None:
    at_the_outline(anybody)
    outline = anybody.page.locator("#outline")
    if not anybody.way.javascript:
        assert not outline.is_visible()
        return
    jaw, listed = outline.get_by_role("button", name="Jaw"), anybody.page.locator("select[data-area=jaw]")
    assert jaw.get_attribute("aria-label") == "Jaw: unmarked"
    for word in ("Tight", "Warm", "Numb", "Heavy", "Loose", "Unmarked"):
        jaw.dispatch_event("click")
        assert listed.evaluate("it => it.selectedOptions[0].textContent") == word
        assert jaw.get_attribute("aria-label") == f"Jaw: {word.lower()}"
        assert outline.locator("[role=status]").inner_text() == f"Jaw: {word.lower()}"
        assert jaw.get_attribute("fill") == (f"url(#{word.lower()})" if word != "Unmarked" else None)
    listed.select_option(label="Heavy")
    assert jaw.get_attribute("fill") == "url(#heavy)"


def test_the_picture_is_one_stop_of_the_keyboard_with_arrows_within(anybody: Somebody) -> None:
    at_the_outline(anybody)
    if not anybody.way.javascript:
        return
    page = anybody.page
    assert page.locator("#outline [tabindex='0']").count() == 1
    page.locator("#outline [tabindex='0']").focus()
    focused = "document.activeElement.getAttribute('aria-label')"
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "Face: unmarked"
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert page.evaluate(focused) == "Face: warm"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "Lower back: unmarked"
    page.keyboard.press("Home")
    assert page.evaluate(focused) == "Head: unmarked"
    assert page.locator("#outline [tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.area") == "head"
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
