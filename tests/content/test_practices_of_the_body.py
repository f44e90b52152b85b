"""Muscles, breath and touch as a person meets them (guide.md §5): short, in a rhythm, and with another doorway."""

from __future__ import annotations

import re

import pytest

from unforced.domain.practice import AREAS, MUSCLES, WORKED, Cue, Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.timeline import timeline

WHOLE = ("muscles_full.toes_to_face", "muscles_release.toes_to_face")
OUT_OF_IT = re.compile(r"\b(throat|neck|pelvi\w+|hips?|groin|belly|stomach|bottom|buttocks?|tongue)\b", re.IGNORECASE)
TENSING = re.compile(r"\b(tens\w+|squeez\w+|tighten\w*|clench\w*|press|curl|push|strength|effort,)\b", re.IGNORECASE)
BREATHING = re.compile(r"\b(breath\w*|inhal\w+|exhal\w+)\b", re.IGNORECASE)


def everything_said(practice: Practice) -> str:
    """All its sentences."""
    said = (practice.title, practice.invitation, practice.skip, practice.worse, practice.same)
    return " ".join((*said, *(cue.text for cue in practice.cues)))


def groups(practice: Practice) -> list[Cue]:
    """One cue for each group of muscles: where it is tensed, or let go where nothing is tensed."""
    tensed = [cue for cue in practice.cues if cue.phase == "tense"]
    return tensed or [cue for cue in practice.cues if cue.phase == "release"]


def of_muscles(shelf: Shelf) -> list[Practice]:
    """Every practice with muscles, both forms."""
    return [practice for practice in shelf if practice.family in MUSCLES]


# Muscles


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


# Breath


def test_a_breaths_other_doorway_has_no_breath_in_it_and_is_about_its_size(shelf: Shelf) -> None:
    for practice in shelf.family(Family.BREATH):
        twin = shelf.get(practice.twin)
        assert twin.family is not Family.BREATH
        assert not {"in", "hold", "out"} & {cue.phase for cue in twin.cues}
        assert not BREATHING.search(everything_said(twin)), twin.id
        assert 0.8 <= twin.seconds / practice.seconds <= 1.2, practice.id
        assert 0.8 <= timeline(twin).seconds / timeline(practice).seconds <= 1.2, practice.id


def test_every_breath_says_who_should_skip_it_and_who_should_leave_out_the_hold(shelf: Shelf) -> None:
    """Each takes a hold on its card, so each names for whom a hold is none."""
    for practice in shelf.family(Family.BREATH):
        assert "take the other card" in practice.skip
        for reason in ("heart", "blood-pressure", "pregnancy", "epilepsy", "eye", "lung", "panic"):
            assert reason in practice.skip, practice.id


def test_no_breath_but_the_one_with_the_hold_in_its_name_holds_by_itself(shelf: Shelf) -> None:
    held = [practice for practice in shelf.family(Family.BREATH) if practice.hold]
    assert [(practice.id, practice.picked_only) for practice in held] == [("breath.with_the_hold", True)]


def test_one_minute_comes_in_four_and_six_and_the_method_in_four_four_and_six(shelf: Shelf) -> None:
    patterns = {p.id: p.breath for p in shelf.family(Family.BREATH) if p.breath is not None}
    minute, held = patterns["breath.one_minute"], patterns["breath.with_the_hold"]
    assert (minute.inward, minute.hold, minute.out, shelf.get("breath.one_minute").seconds) == (4, 0, 6, 60)
    assert (held.inward, held.hold, held.out) == (4, 4, 6)


def test_somebody_whom_counting_chases_has_the_same_minute_without_it(shelf: Shelf) -> None:
    minute, plain = shelf.get("breath.one_minute"), shelf.get("breath.without_counting")
    assert [(beat.at, beat.phase) for beat in timeline(plain).beats] == [
        (b.at, b.phase) for b in timeline(minute).beats
    ]
    assert timeline(minute).counted
    assert not timeline(plain).counted
    numbers = re.compile(r"\d|\b(one|two|three|four|five|six|seconds?|count\w*)\b", re.IGNORECASE)
    for hold in (0, 4):
        assert not [beat.text for beat in timeline(plain, hold).beats if numbers.search(beat.text)]


def test_a_breath_out_is_never_shorter_than_a_breath_in(shelf: Shelf) -> None:
    assert all(p.breath.out >= p.breath.inward for p in shelf.family(Family.BREATH) if p.breath is not None)


# Touch

NO_HAND_ON_THE_BODY = {
    "touch.cushion",
    "touch.sleeve",
    "touch.warm_cup",
    "touch.along_a_blanket",
    "touch.cushion_held_and_eased",
}


def test_touching_oneself_always_has_a_doorway_without_a_hand_on_the_body_of_about_its_size(shelf: Shelf) -> None:
    for practice in shelf.family(Family.TOUCH):
        twin = shelf.get(practice.twin)
        if practice.id not in NO_HAND_ON_THE_BODY:
            assert twin.id in NO_HAND_ON_THE_BODY or twin.family is Family.CONTACT
            assert 0.8 <= twin.seconds / practice.seconds <= 1.2, practice.id


def test_touch_is_asked_for_and_never_told(shelf: Shelf) -> None:
    for practice in shelf.family(Family.TOUCH):
        assert re.match(r"Would .* be all right\?$", practice.invitation), practice.id
        assert practice.cues[0].phase == "settle"
        assert practice.cues[-1].phase == "end"
        assert practice.skip or practice.id in NO_HAND_ON_THE_BODY


@pytest.mark.parametrize("place", ["heart", "arms", "face"])
def test_heart_arms_and_face_are_there_each_with_who_should_skip_it(place: str, shelf: Shelf) -> None:
    (practice,) = [
        p for p in shelf.family(Family.TOUCH) if p.id in (f"touch.hand_on_{place}", f"touch.hands_on_{place}")
    ]
    assert practice.skip


@pytest.mark.parametrize(
    ("name", "phases"),
    [
        ("touch.slow_strokes", ["touch"] * 8),
        ("touch.along_a_blanket", ["touch"] * 8),
        ("touch.brow_and_temple", ["touch"] * 5),
        ("touch.hold_and_ease", ["touch", "pause"] * 4),
        ("touch.cushion_held_and_eased", ["touch", "pause"] * 4),
    ],
)
def test_touch_comes_in_a_stroking_and_a_holding_pace_five_seconds_each(
    name: str, phases: list[str], shelf: Shelf
) -> None:
    inside = shelf.get(name).cues[1:-1]
    assert [cue.phase for cue in inside] == phases
    assert {cue.seconds for cue in inside} == {5}
