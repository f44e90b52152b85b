"""Breath and touch as a person meets them (guide.md §5): asked for, with another doorway of about the same size."""

from __future__ import annotations

import re

import pytest

from unforced.domain.practice import Family, Practice
from unforced.domain.shelf import Shelf
from unforced.domain.timeline import timeline

BREATHING = re.compile(r"\b(breath\w*|inhal\w+|exhal\w+)\b", re.IGNORECASE)


def everything_said(practice: Practice) -> str:
    """All its sentences."""
    said = (practice.title, practice.invitation, practice.skip, practice.worse, practice.same)
    return " ".join((*said, *(cue.text for cue in practice.cues)))


# Breath


def test_a_breaths_other_doorway_has_no_breath_in_it_and_is_about_its_size(shelf: Shelf) -> None:
    for practice in shelf.family(Family.BREATH):
        twin = shelf.get(practice.twin)
        assert twin.family is not Family.BREATH
        assert not {"in", "hold", "out"} & {cue.phase for cue in twin.cues}
        assert not BREATHING.search(everything_said(twin)), twin.id
        assert 0.8 <= twin.seconds / practice.seconds <= 1.2, practice.id
        assert 0.8 <= timeline(twin).seconds / timeline(practice).seconds <= 1.2, practice.id
    assert BREATHING.search(everything_said(shelf.get("muscles_full.toes_to_face")))  # the control


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
