"""Somebody who puts two on a map, says what is between them, moves one, and takes the last change back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator

from tests.journeys.test_somebody_who_keeps import Keeper, arriving, keeper, keeps_for_the_first_time
from tests.journeys.ways import NARROW

__all__ = ["keeper"]
pytestmark = pytest.mark.slow
BEAR = "The bear who waits at the gate"
NAMES = ("Drill sergeant", "Mum's voice", "不够好", "Somebody at the door, who never quite comes in", "🦊", "numb")
MOVED = "was => document.querySelector('.node.chosen').getAttribute('transform') !== was"
SAID = "said => document.getElementById('place-said').textContent === said"
LETTERS = """() => [...document.querySelectorAll('.map text')].map(
  it => parseFloat(getComputedStyle(it).fontSize) * it.getCTM().a)"""
BOXES = """() => [...document.querySelectorAll('.map text')].map(it => {
  const { left, top, right, bottom } = it.getBoundingClientRect();
  return [left, top, right, bottom];
})"""


def has_a_map(keeper: Keeper, *names: str) -> None:
    """Something is kept, and these are on the map."""
    keeper.has_said()
    keeper.chooses("Stop")
    keeps_for_the_first_time(keeper)
    goes(keeper, "/parts")
    for name in names:
        keeper.follows("Add one")
        keeper.fills(words=name)
        keeper.chooses("Put it on the map")


def goes(keeper: Keeper, path: str) -> None:
    """By the address bar."""
    keeper.page.goto(f"{keeper.running.origin}{path}")
    keeper.page.wait_for_load_state("load")
    keeper._look()


def picks(keeper: Keeper, name: str, label: str) -> None:
    """One from a list, by what stands there."""
    keeper.page.locator(f"select[name={name}]").select_option(label=label)


def where(keeper: Keeper) -> tuple[float, float]:
    """The middle of the marked one, in units of the picture."""
    found = re.search(r"\(([\d.]+)[ ,]+([\d.]+)\)", marked(keeper).get_attribute("transform") or "")
    assert found
    return float(found[1]), float(found[2])


def marked(keeper: Keeper) -> Locator:
    """The one that is being placed."""
    return keeper.page.locator(".node.chosen")


def test_two_are_met_placed_tied_loosened_joined_and_let_go_of(keeper: Keeper) -> None:
    has_a_map(keeper)
    keeper.hears("Inner map", "The map is empty.")
    keeper.follows("Add one")
    keeper.fills(words=BEAR)
    picks(keeper, "look", "Like a stone")
    picks(keeper, "place", "Chest")
    keeper.chooses("Put it on the map").hears(BEAR, "came to the map. It can be taken back until")
    keeper.follows("Add one")
    keeper.fills(words="The small one").chooses("Put it on the map")
    keeper.follows("Say what is between two").chooses("They pull against each other")
    keeper.hears("pull against each other.", "How taut the line is").chooses("Very taut").hears("The line: very taut.")
    keeper.follows(BEAR).hears("Where it is", "Chest", "Tell more of it")
    keeper.follows("Its job")
    keeper.fills(words="It keeps the gate.").chooses("Keep it so").hears("It keeps the gate.")
    keeper.follows("How it goes about it").chooses("It keeps watch").hears("It keeps watch")
    keeper.follows("What it looks like").chooses("Like a wall").hears("Like a wall")
    keeper.follows("Put it somewhere by hand").hears("The map chose this place.")
    before = where(keeper)
    moves(keeper, "Down")
    assert where(keeper)[1] > before[1]
    keeper.follows("Inner map")
    keeper.follows(BEAR)
    keeper.follows("Join it with another one").hears("The words of both stay")
    keeper.chooses("Join it with another one").hears("The small one").chooses("Let go of it")
    keeper.hears("was let go of.", "The map is empty.").chooses("Take the last change back")
    keeper.hears("Taken back. It is as it was.", BEAR)
    keeper.follows("What you kept")
    keeper.follows("Inner map").hears(BEAR)


def test_two_sides_that_were_met_are_put_there_below_the_line_that_it_is_kept(keeper: Keeper) -> None:
    keeper.chooses("Something in me says no").ticks("One side wants it, one slams the door").chooses("Go on")
    keeper.chooses("About right").chooses("Stay with both").chooses("3")
    keeper.writes("wants rest").chooses("Go on").writes("slams the door").chooses("Go on").chooses("Stop")
    keeps_for_the_first_time(keeper)
    keeper.hears("It is kept, and sealed.", "You met “wants rest”. Put it on the map?")
    keeper.finds("A new one", "Leave it out").chooses("A new one").hears("You met “slams the door”.")
    keeper._tap(keeper.page.locator(".among summary"))
    keeper._look()
    keeper.finds("wants rest").chooses("A new one").hears("Do they pull against each other?")
    keeper.chooses("They pull against each other").hears("It is on the map.")
    keeper.follows("Inner map")
    keeper.hears("wants rest and slams the door pull against each other.")


def moves(keeper: Keeper, way: str) -> None:
    """One press; with a script the picture changes in its place."""
    button = keeper.page.get_by_role("button", name=way, exact=True)
    if keeper.way.javascript:
        keeper._tap(button)
        keeper.page.wait_for_function(SAID, arg="You put it here.")
        keeper._look()
    else:
        keeper._press(button)
    keeper.hears("You put it here.")


@pytest.fixture(scope="module")
def placing(chromium: Browser) -> Iterator[Keeper]:
    """Somebody with a pointer and keys, and names of every kind on the map."""
    for found in arriving(NARROW, chromium):
        has_a_map(found, *NAMES, *(f"the {number}th of many" for number in range(14)))
        yield found


def test_names_are_readable_in_a_window_of_320_and_lie_on_nobody(placing: Keeper) -> None:
    goes(placing, "/parts")
    letters = placing.page.evaluate(LETTERS)
    assert len(letters) == 20 and min(letters) >= 12
    boxes = placing.page.evaluate(BOXES)
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and right <= 320
        for other_left, other_top, other_right, other_bottom in boxes[:number]:
            assert right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
    assert len(placing.page.content().encode()) <= 60_000


def test_a_name_in_the_picture_opens_its_page_and_one_is_dragged_pointed_and_moved_by_keys(placing: Keeper) -> None:
    goes(placing, "/parts")
    page = placing.page
    page.locator(".node text", has_text="numb").click()
    page.wait_for_url("**/parts/*")
    assert placing.heading() == "numb"
    placing.follows("Put it somewhere by hand").hears("Point to a place, drag it, or use the arrow keys.")
    before = where(placing)
    marked(placing).locator(".glyph").hover()
    page.mouse.down()
    page.mouse.move(100, 500)
    page.mouse.move(90, 520)
    page.mouse.up()
    page.wait_for_function(SAID, arg="You put it here.")
    dragged = where(placing)
    assert dragged != before
    page.get_by_role("button", name="Up", exact=True).focus()
    for key, across, down in (("ArrowDown", 0, 1), ("ArrowRight", 1, 0), ("ArrowUp", 0, -1), ("ArrowLeft", -1, 0)):
        was, marking = where(placing), marked(placing).get_attribute("transform")
        page.keyboard.press(key)
        page.wait_for_function(MOVED, arg=marking)
        assert page.evaluate("document.activeElement.value") == key.removeprefix("Arrow").lower()
        now = where(placing)
        assert ((now[0] > was[0]) - (now[0] < was[0]), (now[1] > was[1]) - (now[1] < was[1])) == (across, down)
    placing.chooses("Leave its place to the map").hears("The map chose this place.")
    assert where(placing) == before


def test_let_go_of_in_another_window_the_picture_says_so(placing: Keeper) -> None:
    goes(placing, "/parts")
    placing.follows("the 3th of many")
    here = placing.page.url
    placing.follows("Put it somewhere by hand")
    other = placing.page.context.new_page()
    other.goto(here)
    other.get_by_role("button", name="Let go of it").click()
    other.wait_for_url("**/parts")
    other.close()
    with placing.page.expect_navigation():
        placing.page.get_by_role("button", name="Down", exact=True).click()
    placing.hears("isn’t on the map any more")
