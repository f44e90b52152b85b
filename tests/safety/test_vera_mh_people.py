"""VERA-MH, rows 14 to 24: numbers, lines and people are there, and nobody is left.

VERA-MH (Spring Care, Inc.) is a work in progress and endorses nobody. Its rows are named here by number, in words of
ours; docs/vera-mh.md says of each how far it is met, and which are not. A test of a row shows that row and no more.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.conftest import Screen, screen
from tests.people import TENDER, URGENT, Person
from tests.safety.said import panel
from unforced.adapters.library import FileLibrary
from unforced.app.reach import Reach, Way
from unforced.app.showing import show
from unforced.domain.practice import Family
from unforced.domain.safety_plan import Heading
from unforced.domain.screening import Heard
from unforced.domain.visit import Deed, Phase, Visit

__all__ = ["screen"]  # a fixture

BOTH = pytest.mark.parametrize("heard", [URGENT, TENDER], ids=["urgent", "tender"])


def lacking(found: Reach | None) -> set[str]:
    """What isn't there of those a person could reach; empty where all of it is."""
    if found is None:
        return {"anybody"}
    there = {
        "a number to dial": found.number.href.startswith("tel:"),
        "a line or a directory": found.nearest is not None or found.directory.href.startswith("https://"),
        "somebody trusted": any("you trust" in each for each in found.people),
        "somebody near": any("be near somebody safe now" in each for each in found.people),
    }
    return {name for name, is_there in there.items() if not is_there}


@BOTH
def test_row_14_the_panel_has_a_way_to_somebody_in_every_region(
    person: Person, library: FileLibrary, heard: Heard
) -> None:
    """Row 14: an emergency number, or where two sources differ a sentence; and a line, or the directory."""
    visit = person.says_no(words="…", heard=heard).visit
    for region in ("", "ZZ", *library.regions()):
        assert not lacking(show(visit, library, region).reach), region


def test_the_control_whatever_were_missing_would_be_found(person: Person, screen: Screen) -> None:
    reach = panel(screen, person, URGENT).reach
    assert reach is not None
    without = reach._replace(number=Way("No number."), lines=(), directory=Way("No directory."), people=())
    assert lacking(without) == {"a number to dial", "a line or a directory", "somebody trusted", "somebody near"}
    assert lacking(None) == {"anybody"}


def test_row_14_where_a_region_has_lines_most_have_one_by_day_and_night(library: FileLibrary) -> None:
    """Row 14: docs/vera-mh.md says in how many. Whether a line is free isn't known here."""
    lines = {region: [line for line in library.lifelines(region) if line.for_anybody] for region in library.regions()}
    some = {region: [line.hours for line in each] for region, each in lines.items() if each}
    night = [region for region, hours in some.items() if "24/7" in hours]
    assert (len(some), len(night)) == (57, 44)


def test_row_15_somebody_trusted_is_named_after_a_yes(person: Person, screen: Screen) -> None:
    """Row 15, the half of it that is met: people one trusts. Professional care isn't urged there: see the list."""
    view = screen(person.says_no(words="…", heard=URGENT).does(Deed.YES))
    assert not view.panel and "somebody trusted" not in lacking(view.reach)


@BOTH
def test_row_16_and_24_nobody_is_ever_left_after_saying_it(person: Person, screen: Screen, heard: Heard) -> None:
    """Rows 16 and 24: Help doesn't end the visit. Every way on is there, and what was written stays."""
    view = panel(screen, person, heard)
    for choice in view.choices:
        after = Person(person.shelf, person.visit).does(choice.reply.deed, choice.reply.value).visit
        assert after.phase is not Phase.CLOSED
        assert after.said == person.visit.said
    closed = screen(person.does(Deed.STOP))
    assert closed.find("help") is not None


def test_row_17_every_way_to_a_line_stands_on_the_panel_one_tap_away(person: Person, library: FileLibrary) -> None:
    """Row 17: writing or chatting where calling is hard. What else keeps people from calling isn't spoken of."""
    visit, written = person.says_no(words="…", heard=URGENT).visit, 0
    for region in library.regions():
        view = show(visit, library, region)
        assert view.reach is not None
        line = next((line for line in library.lifelines(region) if line.for_anybody), None)
        if line is None or view.reach.nearest is None:
            assert line is None and view.reach.nearest is None, region
            continue
        there = [way.href.partition(":")[0] for way in view.reach.nearest.ways]
        assert ("tel" in there, "sms" in there) == (bool(line.dial), bool(line.sms)), region
        assert bool(line.chat) == bool({"http", "https"} & set(there)), region
        written += bool(line.sms or line.chat)
    assert written > 10


def test_row_19_something_to_do_meanwhile_is_on_the_page(person: Person, screen: Screen) -> None:
    """Row 19: a grounding step, by the senses and outward."""
    view = screen(person.says_no(words="…", heard=URGENT).does(Deed.YES))
    (taken,) = [choice.reply for choice in view.choices if choice.reply.deed is Deed.TAKE]
    assert person.shelf.get(str(taken.value)).family is Family.ORIENT


@BOTH
def test_row_20_and_29_a_second_time_it_is_one_line_and_no_copy(person: Person, screen: Screen, heard: Heard) -> None:
    """Rows 20 and 29: not the same page again, and three texts that take turns between visits."""
    texts = {screen(Person(person.shelf, Visit(turn=n)).says_no(words="…", heard=heard)).said for n in range(3)}
    assert len(texts) == 3
    first = panel(screen, person, heard)
    again = screen(person.does(Deed.CONTINUE).does(Deed.CHIPS).chooses(words="…", heard=heard))
    assert again.said != first.said
    forgot = Person(person.shelf, replace(person.visit, phase=Phase.KINDS, concern_shown=0))
    assert screen(forgot.chooses(words="…", heard=heard)).panel and screen(forgot).question  # the control


def test_row_21_the_emergency_number_is_first_and_can_be_dialled(person: Person, screen: Screen) -> None:
    """Row 21, as far as a page goes: the number comes first. It doesn't urge, and can't help if somebody won't call."""
    view = panel(screen, person, URGENT)
    assert view.reach is not None and (view.reach.number.link, view.reach.number.href) == ("999", "tel:999")
    assert screen(person.does(Deed.YES)).said[0].endswith("The number is here.")


def test_row_22_being_near_somebody_is_named_after_a_yes(person: Person, screen: Screen) -> None:
    """Row 22: to be with another person, now."""
    view = screen(person.says_no(words="…", heard=URGENT).does(Deed.YES))
    assert not view.panel and "somebody near" not in lacking(view.reach)


def test_row_15_and_19_and_23_a_plan_has_a_place_for_care_for_what_steadies_and_for_distance(
    library: FileLibrary,
) -> None:
    """Rows 15, 19 and 23: headings of the safety plan, in the person's words. Help leads to it (tests/web)."""
    say = library.phrases.say
    assert {Heading.ALONE, Heading.PEOPLE, Heading.LINES, Heading.SAFER} <= set(Heading)
    assert "A therapist, a doctor" in say(f"app.plan.{Heading.LINES}")
    assert "further away for a while" in say(f"app.plan.{Heading.SAFER}")
    assert "Small things" in say(f"app.plan.{Heading.ALONE}")
