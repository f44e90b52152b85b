"""Muscles as a person meets them (guide.md §5): short, in one rhythm, any place left out, outward in between."""

from __future__ import annotations

import re

import pytest

from unforced.domain.practice import AREAS, MUSCLES, WORKED, Cue, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.timeline import timeline

WHOLE = ("muscles_full.toes_to_face", "muscles_release.toes_to_face")
OUT_OF_IT = re.compile(r"\b(throat|neck|pelvi\w+|hips?|groin|belly|stomach|bottom|buttocks?|tongue)\b", re.IGNORECASE)
TENSING = re.compile(r"\b(tens\w+|squeez\w+|tighten\w*|clench\w*|press|curl|push|strength)\b", re.IGNORECASE)
BREATHING = re.compile(r"\b(breath\w*|inhal\w+|exhal\w+)\b", re.IGNORECASE)


def groups(practice: Practice) -> list[Cue]:
    """One cue for each group of muscles: where it is tensed, or let go where nothing is tensed."""
    tensed = [cue for cue in practice.cues if cue.phase == "tense"]
    return tensed or [cue for cue in practice.cues if cue.phase == "release"]


def of_muscles(shelf: Shelf) -> list[Practice]:
    """Every practice with muscles, both forms."""
    return [practice for practice in shelf if practice.family in MUSCLES]


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_way_goes_from_the_toes_up_to_the_face_in_sixteen_groups(name: str, shelf: Shelf) -> None:
    practice = shelf.get(name)
    areas = [cue.area for cue in groups(practice)]
    assert len(areas) == 16
    assert areas == sorted(areas, key=AREAS.index)
    assert practice.areas == AREAS
    assert "toes" in groups(practice)[0].text.lower()


@pytest.mark.parametrize("name", WHOLE)
def test_the_rhythm_is_steady_all_the_way(name: str, shelf: Shelf) -> None:
    cues = shelf.get(name).cues
    for phase in WORKED:
        assert len({cue.seconds for cue in cues if cue.phase == phase}) <= 1
    worked = [cue.phase for cue in cues if cue.phase in WORKED]
    assert worked == (["tense", "release"] if "tense" in worked else ["release"]) * 16


@pytest.mark.parametrize("name", WHOLE)
def test_attention_goes_outward_for_twenty_seconds_after_every_ninety(name: str, shelf: Shelf) -> None:
    inward = 0
    for cue in shelf.get(name).cues:
        inward = 0 if cue.phase == "look" and cue.seconds >= 20 else inward + cue.seconds
        assert inward <= 90, cue


def test_nothing_is_tensed_for_longer_than_five_seconds_or_harder_than_a_third(shelf: Shelf) -> None:
    for practice in of_muscles(shelf):
        assert all(cue.seconds <= 5 for cue in practice.cues if cue.phase == "tense")
    for practice in shelf.family(Family.MUSCLES_FULL):
        assert re.search(r"\bthird\b", practice.cues[0].text)


def test_what_is_tensed_is_let_go_at_once_and_has_longer_for_it(shelf: Shelf) -> None:
    for practice in shelf.family(Family.MUSCLES_FULL):
        for cue, after in zip(practice.cues, practice.cues[1:], strict=False):
            if cue.phase == "tense":
                assert (after.phase, after.area) == ("release", cue.area)
                assert after.seconds >= 2 * cue.seconds


def test_breathing_goes_on_and_that_is_said_whatever_is_left_out(shelf: Shelf) -> None:
    found = timeline(shelf.get("muscles_full.toes_to_face"), left_out=frozenset(AREAS))
    assert sum(bool(BREATHING.search(beat.text)) for beat in found.beats) >= 4
    assert BREATHING.search(found.beats[0].text)


def test_letting_go_alone_never_asks_for_any_effort(shelf: Shelf) -> None:
    for practice in shelf.family(Family.MUSCLES_RELEASE):
        assert "tense" not in {cue.phase for cue in practice.cues}
        assert not TENSING.search(" ".join(cue.text for cue in practice.cues)), practice.id
    assert TENSING.search("Press both heels down, a third.")  # the control


def test_no_muscle_practice_goes_near_the_pelvis_or_the_throat(shelf: Shelf) -> None:
    assert not [p.id for p in of_muscles(shelf) if OUT_OF_IT.search(" ".join(cue.text for cue in p.cues))]
    assert OUT_OF_IT.search("Tighten your throat.")  # the control


def test_there_is_no_place_in_the_body_that_cannot_be_left_out(shelf: Shelf) -> None:
    for practice in of_muscles(shelf):
        assert all(bool(cue.area) == (cue.phase in WORKED) for cue in practice.cues)
        for area in practice.areas:
            assert timeline(practice, left_out=frozenset({area})).seconds < practice.seconds


def test_whoever_leaves_out_a_place_is_never_told_of_it(shelf: Shelf) -> None:
    """With the hands left out, no cue of another area asks anything of the hands; the same for the rest."""
    words = {
        "feet": r"toes?|feet|foot|soles?",
        "hands": r"hands?|fists?|fingers?|palms?",
        "face": r"lips|nose|eyebrows",
    }
    for practice in of_muscles(shelf):
        for area, pattern in words.items():
            told = [cue.text for cue in practice.cues if cue.phase in WORKED and cue.area != area]
            told = [text for text in told if re.search(rf"\b({pattern})\b(?! of a | as they)", text, re.IGNORECASE)]
            assert [text for text in told if "width of a finger" not in text] == [], practice.id


def test_both_forms_of_the_whole_way_are_each_others_other_doorway_and_picked_by_name(shelf: Shelf) -> None:
    full, release = (shelf.get(name) for name in WHOLE)
    assert (full.twin, release.twin) == (release.id, full.id)
    assert full.seconds == release.seconds
    assert full.picked_only
    assert release.picked_only
