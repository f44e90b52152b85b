"""What is shipped (issue 2, Deliver 4; guide.md §4 to §6): enough of everything, with twins, sources and answers."""

from __future__ import annotations

import re

import pytest

from unforced.adapters.library import FileLibrary
from unforced.domain.practice import Direction, Family, Practice
from unforced.domain.resistance import Kind
from unforced.domain.shelf import Shelf

THREE = ("orient", "move", "contact", "object", "touch", "breath", "muscles_release", "note", "moment")


def offered(shelf: Shelf, family: str) -> list[Practice]:
    """What the guide may offer of a family."""
    return [practice for practice in shelf.family(Family(family)) if not practice.picked_only]


# Enough of everything


@pytest.mark.parametrize("family", Family)
def test_there_are_three_practices_of_what_is_offered_most_and_one_of_everything(family: Family, shelf: Shelf) -> None:
    assert len(offered(shelf, family)) >= (3 if family in THREE else 1)


def test_every_practice_carries_what_a_person_and_a_clinician_need(shelf: Shelf) -> None:
    for practice in shelf:
        assert practice.title
        assert practice.invitation
        assert practice.worse
        assert practice.same
        assert practice.sources
        assert practice.cues
        assert practice.reviewed_by == "" or re.search(r"\w+, \w+, .*\d{4}", practice.reviewed_by)


@pytest.mark.parametrize("family", Family)
def test_somebody_for_whom_sound_pictures_or_closed_eyes_are_out_still_has_one_of_every_family(
    family: Family, shelf: Shelf
) -> None:
    out = {"eyes_closed", "imagery", "sound", "voice", "typing"}
    assert any(not practice.needs & out for practice in offered(shelf, family))


# Twins


def test_every_practice_has_another_doorway_that_exists(shelf: Shelf) -> None:
    for practice in shelf:
        assert practice.twin in shelf
        assert practice.twin != practice.id


# Acknowledging


def test_acknowledging_comes_in_three_sizes_said_by_the_person_to_the_part(shelf: Shelf) -> None:
    sizes = {practice.size: practice for practice in shelf.family(Family.ACKNOWLEDGE) if not practice.only_in}
    assert set(sizes) == {"small", "short", "whole"}
    whole = " ".join(cue.text for cue in shelf.get("acknowledge.whole").cues if cue.voice == "to_part")
    for words in ("I see you", "I understand you're trying to protect me", "I'm here with you"):
        assert words in whole


def test_the_whole_acknowledgement_is_never_for_a_surge_or_somebody_merged(shelf: Shelf) -> None:
    for practice in shelf.family(Family.ACKNOWLEDGE):
        if practice.size == "whole":
            assert {"surge", "merged"} <= practice.not_in


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_no_has_its_first_response_and_its_acknowledgement(kind: Kind, library: FileLibrary) -> None:
    assert library.phrases.say(f"app.lines.kind_{kind}")
    assert library.phrases.say(f"app.acks.{kind}")


# Warmth, ask, sides


@pytest.mark.parametrize("rung", range(6))
def test_every_rung_has_a_sentence_in_several_tones_of_the_same_length(rung: int, shelf: Shelf) -> None:
    rungs = [practice for practice in offered(shelf, "warmth") if practice.rung == rung]
    assert rungs
    for practice in rungs:
        tones = {cue.tone for cue in practice.cues} - {""}
        assert len(tones) >= 2
        assert {sum(cue.seconds for cue in practice.in_tone(tone)) for tone in tones} == {practice.seconds}


def test_the_ask_goes_from_noticing_to_what_it_fears_and_no_further(shelf: Shelf) -> None:
    questions = [cue.text for cue in shelf.get("ask.listen").cues if cue.phase == "name"]
    assert all(word in question for word, question in zip(("notice", "job", "hope", "fear"), questions, strict=True))


@pytest.mark.parametrize(("practice", "state"), [("ask.what_it_guards", "firm_no"), ("ask.little_room", "against_it")])
def test_the_one_ask_of_a_moment_belongs_to_it_alone(practice: str, state: str, shelf: Shelf) -> None:
    assert shelf.get(practice).only_in == {state}
    assert sum("?" in cue.text for cue in shelf.get(practice).cues) == 1


def test_rest_is_the_only_thing_besides_help_that_may_be_long_where_nothing_is_left(shelf: Shelf) -> None:
    assert all(p.seconds <= 20 for p in offered(shelf, "moment"))
    assert any(p.direction is Direction.NEITHER and p.seconds > 20 for p in shelf.family(Family.REST))


# Pages


def test_four_short_pages_say_why_kindness_meets_a_wall_with_their_sources(library: FileLibrary) -> None:
    pages = library.why()
    assert len(pages) == 4
    for text in pages.values():
        assert text.startswith("# ")
        assert "Sources:" in text
        assert len(text.split()) < 450
