"""The voice: every cue that should be spoken has its sound, each is over in time, and nothing lies about unused."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from unforced.adapters.library import FileLibrary
from unforced.content.voice import (
    FAMILIES,
    FOLDER,
    FORMATS,
    MARGIN,
    SHORTEST,
    VOICES,
    fits,
    index,
    milliseconds,
    spoken,
    to_speak,
)
from unforced.domain.practice import Family
from unforced.domain.timeline import LONGEST_HOLD, timeline

SHELF = FileLibrary().shelf
WANTED = to_speak(SHELF)
HOLD = "Hold, if you like."
LARGEST = 6_000_000
A_LITTLE = 90
"""Milliseconds that an encoder may add at the end to fill its last frame."""


def files(name: str) -> list[Path]:
    return [FOLDER / voice / f"{name}.{ending}" for voice in VOICES for ending in FORMATS[voice]]


def length_of_opus(path: Path) -> float:
    """Milliseconds: the position at the end of the last page, less what is skipped at the beginning."""
    held = path.read_bytes()
    head, last = held.index(b"OpusHead"), held.rindex(b"OggS")
    skipped = struct.unpack_from("<H", held, head + 10)[0]
    return float(struct.unpack_from("<q", held, last + 6)[0] - skipped) / 48


# What is spoken


@pytest.mark.parametrize("voice", VOICES)
def test_every_cue_of_a_breath_or_of_muscles_touch_and_contact_has_its_sound_and_it_is_over_in_time(voice: str) -> None:
    late = {
        (practice.id, hold, beat.text)
        for practice in SHELF
        if practice.family in FAMILIES
        for hold in (None, *range(LONGEST_HOLD + 1))
        for beat in timeline(practice, hold).beats
        if beat.seconds >= SHORTEST and not 0 < milliseconds(beat.text, voice) <= beat.seconds * 1000 - MARGIN
    }
    assert not late, "run scripts/render_voice.py"


def test_in_out_and_the_word_for_the_hold_are_among_them() -> None:
    assert {"In.", "Out.", HOLD} <= set(WANTED)


def test_what_comes_before_and_after_a_breath_is_among_them() -> None:
    breaths = [practice.breath for practice in SHELF if practice.breath]
    assert {words for breath in breaths for words in (breath.settle, breath.end)} <= set(WANTED)


def test_other_practices_are_not_spoken() -> None:
    assert not to_speak(practice for practice in SHELF if practice.family not in FAMILIES)
    assert Family.NOTE not in FAMILIES


@pytest.mark.parametrize("voice", VOICES)
def test_a_hold_of_one_second_is_left_to_its_tone(voice: str) -> None:
    assert WANTED[HOLD] == SHORTEST
    assert [fits(HOLD, voice, seconds) for seconds in (1, 2, 3, 4)] == [False, True, True, True]


# The files


def test_each_sentence_has_its_file_in_each_voice_and_each_is_named_after_it() -> None:
    assert {text: spoken(text) for text in WANTED} == {
        text: hashlib.sha256(text.encode()).hexdigest()[:12] for text in WANTED
    }
    assert not [path for text in WANTED for path in files(spoken(text)) if not path.is_file()]


def test_no_file_and_no_line_of_the_index_is_left_over() -> None:
    needed = {path for text in WANTED for path in files(spoken(text))} | {FOLDER / "index.json"}
    assert {path for path in FOLDER.rglob("*") if path.is_file()} == needed
    assert set(index().names) == set(WANTED)
    assert set(index().voices) == set(VOICES)
    assert not [voice for voice in VOICES if set(index().voices[voice]) != set(index().names.values())]


def test_all_of_it_is_no_more_than_six_megabytes() -> None:
    assert sum(path.stat().st_size for path in FOLDER.parent.rglob("*") if path.is_file()) <= LARGEST


def test_the_index_is_sorted_so_that_a_change_shows_as_one() -> None:
    text = (FOLDER / "index.json").read_text("utf-8")
    assert text == json.dumps(json.loads(text), indent=0, sort_keys=True, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("voice", VOICES)
def test_the_sound_is_as_long_as_the_index_says(voice: str) -> None:
    lengths = {name: length_of_opus(FOLDER / voice / f"{name}.opus") for name in index().voices[voice]}
    assert not {name: ms for name, ms in lengths.items() if not -2 <= ms - index().voices[voice][name] <= A_LITTLE}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe isn't on this computer")
@pytest.mark.parametrize(("voice", "ending"), [(voice, ending) for voice in VOICES for ending in FORMATS[voice]])
def test_a_player_takes_it_for_as_long_as_the_index_says(voice: str, ending: str) -> None:
    ask = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"]
    for name, expected in index().voices[voice].items():
        told = subprocess.check_output([*ask, str(FOLDER / voice / f"{name}.{ending}")], text=True)
        assert -2 <= float(told) * 1000 - expected <= A_LITTLE


def test_where_the_voice_comes_from_is_said_beside_it() -> None:
    text = (FOLDER.parent / "LICENCE").read_text("utf-8")
    assert not [word for word in ("synthetic", "Kokoro-82M", "Apache", *VOICES) if word not in text]


# Without it


def test_a_sentence_that_nobody_says_has_no_name_and_no_length() -> None:
    assert (spoken("Nobody says this."), milliseconds("Nobody says this.", VOICES[0])) == ("", 0)
    assert not fits("Nobody says this.", VOICES[0], 60)


def test_a_voice_that_is_not_there_has_no_length() -> None:
    assert milliseconds("In.", "nobody") == 0


@pytest.mark.parametrize("held", [None, "{", "[]", "{}", '{"names": {}, "voices": 3}', '{"names": 3, "voices": {}}'])
def test_an_index_that_cannot_be_read_is_empty(tmp_path: Path, held: str | None) -> None:
    if held is not None:
        (tmp_path / "index.json").write_text(held, "utf-8")
    assert index(tmp_path) == ({}, {})
