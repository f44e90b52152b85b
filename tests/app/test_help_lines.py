"""Lines and numbers on Help (safety.md, crisis): each as it is stored, for its own region, with how it was checked."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest

from unforced.adapters.library import FileLibrary
from unforced.adapters.memory_library import MemoryLibrary
from unforced.app.reach import Reach, Somebody, Way, way
from unforced.app.showing.reaching import emergency_way, reach, regions_of
from unforced.domain.errors import BrokenContentError
from unforced.domain.lifeline import Lifelines, digits
from unforced.lifelines import FILE
from unforced.ports import Library

RECORDS = json.loads(FILE.read_text("utf-8"))["records"]
SHOWN = ("two_sources", "two_sources_one_official")


def in_region(library: Library, region: str) -> Reach:
    """Whom somebody can reach from a region."""
    phrases = library.phrases
    return reach(lambda key, **names: phrases.say(key, plain=False, **names), library, region)


def everybody(found: Reach) -> tuple[Somebody, ...]:
    return found.lines + found.young + found.danger


# What is shown


def test_lines_about_violence_and_for_the_young_stand_apart(library: FileLibrary) -> None:
    found = in_region(library, "GB")
    assert [line.name for line in found.lines] == ["Samaritans"]
    assert [line.name for line in found.danger] == ["National Domestic Abuse Helpline (Refuge)"]
    young = in_region(library, "BG")
    assert young.nearest is None and len(young.young) == 1
    assert "children" in young.young[0].said


# The number shown is the number stored


def test_every_number_shown_is_the_number_stored_byte_for_byte(library: FileLibrary) -> None:
    shown = {record["id"]: record for record in RECORDS if record["confidence"] in SHOWN}
    met = 0
    for region in {record["region"] for record in RECORDS}:
        of_region = [record for record in shown.values() if record["region"] == region]
        lines = everybody(in_region(library, region))
        assert sorted(line.name for line in lines) == sorted(record["service"] for record in of_region)
        for line in lines:
            record = next(r for r in of_region if r["service"] == line.name)
            met += 1
            links = [one.link for one in line.ways]
            stored = [record.get("dial"), record.get("sms")]
            assert links[: len([*filter(None, stored)])] == [*filter(None, stored)]
            assert [one.link for one in line.more][: len(record.get("also", ()))] == record.get("also", [])
            assert all(one.link in str(one) for one in line.ways + line.more)
            for one in line.ways:
                if one.href.startswith(("tel:", "sms:")):
                    assert digits(one.href.replace("%2A", "*").replace("%23", "#")) == digits(one.link)
    assert met == len(shown) == 103


def test_a_line_with_one_source_or_a_conflict_is_never_shown_anywhere(library: FileLibrary) -> None:
    hidden = [record for record in RECORDS if record["confidence"] not in SHOWN]
    assert len(hidden) == 50
    for record in hidden:
        assert record["service"] not in [line.name for line in everybody(in_region(library, record["region"]))]


def test_a_line_that_no_official_source_names_says_so_and_what_to_do(library: FileLibrary) -> None:
    for record in RECORDS:
        for line in everybody(in_region(library, record["region"])):
            if line.name == record["service"] and record["confidence"] in SHOWN:
                assert ("Listed by two sources; if it doesn't answer" in line.note) == (
                    record["confidence"] == "two_sources"
                )


def test_a_line_says_when_it_is_open_for_whom_and_how_and_when_it_was_checked(library: FileLibrary) -> None:
    line = in_region(library, "CO").lines[0]
    assert line.said == "Day and night; for Bogotá; elsewhere 106 may be another line."
    told = " ".join(line.told)
    assert "Checked on 22 November 2026" in told and "Nobody called it." in told
    assert "The newest page with a date was from 2026." in told
    assert "None of the pages had a date." in in_region(library, "US").lines[0].told
    assert "In English and Spanish." in in_region(library, "US").lines[0].told
    assert in_region(library, "ID").lines[0].said == "Hours not known here."


def test_a_line_whose_language_is_not_known_says_nothing_about_it(library: FileLibrary) -> None:
    line = library.lifelines("GB")[0]._replace(spoken="")
    alone = MemoryLibrary((), {}, library.rules, every_lifeline=Lifelines((line,)))
    told = reach(lambda key, **names: library.phrases.say(key, plain=False, **names), alone, "GB").lines[0].told
    assert told[0].startswith("Checked on")


def test_every_way_to_a_line_is_there(library: FileLibrary) -> None:
    states = in_region(library, "US")
    assert [str(one) for one in states.lines[0].ways] == ["Call 988", "Text 988", "Chat at 988lifeline.org"]
    assert [str(one) for one in states.danger[0].ways] == ["Call 1-800-799-7233", "Text START to 88788"]
    assert [str(one) for one in in_region(library, "PE").lines[0].ways] == ["Call 113, then press 5"]
    italy = in_region(library, "IT").lines[0]
    assert [str(one) for one in italy.more] == ["WhatsApp 324 011 7252", "From abroad, perhaps: +39 02 2327 2327"]
    assert [one.href for one in italy.more] == ["", "tel:+390223272327"]
    assert [str(one) for one in in_region(library, "DE").lines[0].more[:2]] == ["Also 0800 111 0 222", "Also 116 123"]


def test_a_hundred_and_sixteen_is_shown_only_where_it_is_that_line(library: FileLibrary) -> None:
    for region in library.regions():
        numbers = [one.link for line in in_region(library, region).lines for one in line.ways + line.more]
        stored = [r for r in RECORDS if r["region"] == region and r["confidence"] in SHOWN]
        if "116 123" in numbers:
            assert any("116 123" in (r.get("dial"), *r.get("also", ())) for r in stored)
    assert "116 123" not in [one.link for line in everybody(in_region(library, "UA")) for one in line.ways]


# The emergency number


@pytest.mark.parametrize(
    ("region", "sentence"),
    [
        ("gb", "Emergency number (United Kingdom): 999"),
        ("AT", "Emergency number (Austria): 144"),
        ("AF", "Emergency number (Afghanistan), from one source: 100"),
    ],
)
def test_the_emergency_number_is_the_one_on_which_both_sources_agree(
    library: FileLibrary, region: str, sentence: str
) -> None:
    found = in_region(library, region)
    assert found.known and str(found.number) == sentence
    assert found.number.href == f"tel:{found.number.link}"


def test_more_emergency_numbers_stand_behind_it(library: FileLibrary) -> None:
    assert in_region(library, "AT").others == "Also listed: 112, 122, 133."
    assert in_region(library, "FI").others == ""


@pytest.mark.parametrize("region", ["CO", "GH", "NG", "PE", "RS", "ZA"])
def test_where_two_sources_differ_a_plain_sentence_stands_in_place_of_a_number(
    library: FileLibrary, region: str
) -> None:
    found = in_region(library, region)
    assert not found.known and found.others == ""
    assert str(found.number).startswith("Two sources name different emergency numbers")
    assert found.number.href == "tel:112"


@pytest.mark.parametrize("region", ["", "ZZ", "the moon"])
def test_where_the_region_is_not_known_help_says_so_and_gives_the_widest_number(
    library: FileLibrary, region: str
) -> None:
    found = in_region(library, region)
    assert "isn't known here" in str(found.number) and found.number.link == "112"
    assert everybody(found) == ()


# Whatever is damaged


class Torn:
    """A library whose numbers, names and lines can't be read."""

    def __init__(self, whole: FileLibrary) -> None:
        self.phrases = whole.phrases

    def __getattr__(self, name: str) -> Any:
        def torn(*_: str) -> None:
            raise BrokenContentError(f"{name}.json", "it is damaged")

        return torn


def test_with_every_file_of_numbers_damaged_a_sentence_and_a_directory_are_there(library: FileLibrary) -> None:
    torn = cast(Library, Torn(library))
    found = in_region(torn, "GB")
    assert "isn't known here" in str(found.number)
    assert found.directory.href and not everybody(found)
    assert regions_of(torn) == {}
    sentence = emergency_way(lambda key, **names: library.phrases.say(key, plain=False, **names), torn, "GB")
    assert sentence == found.number


# A way to somebody


def test_a_sentence_is_cut_at_its_number_and_nowhere_else() -> None:
    assert way("Call 112 now", "112", "tel:112") == Way("Call ", "112", " now", "tel:112")
    assert way("Call nobody", "112", "tel:112") == Way("Call nobody")
    assert str(way("Call 112 now", "112", "tel:112")) == "Call 112 now"
