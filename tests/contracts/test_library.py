"""The Library port: one suite for every adapter, the one on disk and the one in memory."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from unforced.adapters.library import FileLibrary
from unforced.adapters.memory_library import MemoryLibrary
from unforced.content.manners import Ban
from unforced.domain.errors import UnknownPracticeError
from unforced.domain.feelings import Feelings, Group
from unforced.domain.lifeline import About, Confidence, Emergency, Lifeline, Lifelines
from unforced.domain.practice import Cue, Family, Practice
from unforced.domain.screening import Concern, screen
from unforced.ports import Library

A_LINE = Lifeline("GB-1", "GB", About.CRISIS, "A line", "en", Confidence.TWO, 2, "2026-11-22", dial="116 123")
A_BAN = Ban("a.ban", re.compile("just breathe", re.IGNORECASE), frozenset({"app"}), "it belittles")


def a_practice(name: str, twin: str) -> Practice:
    """A small practice with good manners."""
    family = Family(name.partition(".")[0])
    cues = (Cue(20, "look", "Look at something."),)
    return Practice(name, family, "Look", "You could look.", 20, cues, twin=twin, worse="Harder.", same="The same.")


def in_memory() -> Library:
    """A few practices and phrases, held in memory."""
    return MemoryLibrary(
        (
            a_practice("orient.one_colour", "contact.feet_on_floor"),
            a_practice("contact.feet_on_floor", "orient.one_colour"),
        ),
        {"app": {"lines": {"crisis": "Help is here. You choose."}}, "plain": {}},
        FileLibrary().rules,
        bans=(A_BAN,),
        numbers={"GB": Emergency(("999", "112"))},
        every_lifeline=Lifelines((A_LINE, A_LINE._replace(region="IE"), A_LINE._replace(confidence=Confidence.ONE))),
        names={"GB": "United Kingdom", "AD": "Andorra"},
        feelings=Feelings((Group("numb", "Numb", sentence="Numb is a name too."),)),
        pages={"critic": "# The critic\n\nIt guards.\n\nSources: none yet."},
    )


@pytest.fixture(params=[FileLibrary, in_memory], ids=["on_disk", "in_memory"], scope="module")
def library(request: pytest.FixtureRequest) -> Library:
    """Every adapter of the port."""
    make: Callable[[], Library] = request.param
    return make()


def test_a_practice_is_found_by_its_id_and_nothing_by_any_other(library: Library) -> None:
    assert library.shelf.get("orient.one_colour").family is Family.ORIENT
    with pytest.raises(UnknownPracticeError):
        library.shelf.get("orient.nowhere")


def test_reading_twice_reads_the_same(library: Library) -> None:
    assert [practice.id for practice in library.shelf] == [practice.id for practice in library.shelf]
    assert library.shelf is library.shelf
    assert library.phrases.all() == library.phrases.all()
    assert library.why() == library.why()
    assert library.findings() == library.findings()


def test_a_sentence_is_said_by_its_key_and_a_missing_one_is_a_defect(library: Library) -> None:
    assert library.phrases.say("app.lines.crisis") == "Help is here. You choose."
    with pytest.raises(KeyError):
        library.phrases.say("app.lines.nowhere")


def test_emergency_numbers_are_found_by_two_letters_in_any_case_and_none_where_unknown(library: Library) -> None:
    assert library.emergency("GB") == library.emergency("gb")
    assert "999" in library.emergency("GB").shown
    assert library.emergency("ZZ") == library.emergency("") == Emergency()


def test_lifelines_of_a_region_are_found_by_two_letters_in_any_case_and_none_where_there_are_none(
    library: Library,
) -> None:
    assert [line.dial for line in library.lifelines("gb")] == [line.dial for line in library.lifelines("GB")]
    assert "116 123" in [line.dial for line in library.lifelines("GB")]
    assert all(line.region == "GB" and line.may_be_shown for line in library.lifelines("GB"))
    assert library.lifelines("ZZ") == library.lifelines("") == ()


def test_regions_are_listed_by_name_and_each_is_two_letters(library: Library) -> None:
    regions = library.regions()
    assert regions["GB"] == "United Kingdom"
    assert list(regions.values()) == sorted(regions.values())
    assert all(len(region) == 2 and region.isupper() for region in regions)


def test_words_for_feelings_are_there_and_lie_on_the_shelf_too(library: Library) -> None:
    numb = library.feelings.group("numb")
    assert numb is not None and numb.sentence.startswith("Numb is a name too.")
    assert library.shelf.feelings == library.feelings


def test_rules_can_be_screened_with_and_stay_quiet_about_an_ordinary_no(library: Library) -> None:
    assert screen("I'd lose my drive.", library.rules).concern is Concern.NONE


def test_banned_wording_says_who_may_not_say_it(library: Library) -> None:
    assert library.bans
    assert all(isinstance(ban, Ban) and ban.voices and ban.why for ban in library.bans)


def test_the_pages_are_there_by_name(library: Library) -> None:
    assert "critic" in library.why()
    assert all(text.startswith("# ") for text in library.why().values())


def test_content_that_is_shipped_or_tried_out_has_nothing_wrong_with_it(library: Library) -> None:
    assert library.findings() == []


def test_the_control_wording_that_is_never_said_is_a_finding() -> None:
    said = MemoryLibrary(
        (a_practice("orient.a", "orient.a"),), {"app": {"one": "Now just breathe."}}, FileLibrary().rules, bans=(A_BAN,)
    )
    found = [finding.finding for finding in said.findings()]
    assert found == ["a.ban: it belittles", "the twin has to be another practice"]
