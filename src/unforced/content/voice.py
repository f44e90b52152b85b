"""Which cues are spoken, and the sound of each: one short file for every sentence, in every voice.

The sounds are made once by scripts/render_voice.py and lie in ``voice/`` beside this package. Where the index can't
be read nothing is spoken, and a practice goes on in what is left.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from unforced.domain.practice import TONES, Family, Practice
from unforced.domain.timeline import LONGEST_HOLD, timeline

FOLDER = Path(__file__).parent.parent / "voice" / "en"
"""The index, and a folder for each voice."""
VOICES = ("af_heart", "bm_george")
"""A woman's voice and a man's, neither of them anybody's; the first is the one to begin with."""
FORMATS: Mapping[str, tuple[str, ...]] = {"af_heart": ("opus", "mp3"), "bm_george": ("opus",)}
"""Endings of the files of a voice, the better first; MP3 is for players that don't know the other, in one voice."""
FAMILIES = frozenset({Family.BREATH, Family.MUSCLES_RELEASE, Family.MUSCLES_FULL, Family.TOUCH, Family.CONTACT})
"""What can be followed with closed eyes, or without looking."""
SHORTEST = 2
"""Seconds. In a shorter cue (a hold of one second) nothing is said; its tone and its touch tell it."""
MARGIN = 200
"""Milliseconds of quiet between the end of a sentence and the next cue."""


class Index(NamedTuple):
    """The names of the sounds by their text, and for each voice the milliseconds of each name."""

    names: Mapping[str, str]
    voices: Mapping[str, Mapping[str, int]]


@lru_cache(maxsize=4)
def index(folder: Path = FOLDER) -> Index:
    """The index of a folder; an empty one where it can't be read."""
    try:
        table = json.loads((folder / "index.json").read_text("utf-8"))
        return Index(dict(table["names"]), {voice: dict(each) for voice, each in table["voices"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Index({}, {})


def spoken(text: str) -> str:
    """The name of the sound of a sentence, without its ending; empty where there is none."""
    return index().names.get(text, "")


def milliseconds(text: str, voice: str) -> int:
    """How long a voice takes for a sentence; 0 where it has no sound for it."""
    return index().voices.get(voice, {}).get(spoken(text), 0)


def fits(text: str, voice: str, seconds: int) -> bool:
    """Whether a voice has a sound for this sentence that is over in time, in a cue of so many seconds."""
    return seconds >= SHORTEST and 0 < milliseconds(text, voice) <= seconds * 1000 - MARGIN


def to_speak(practices: Iterable[Practice]) -> dict[str, int]:
    """Every sentence that should be spoken, in any tone and with any hold, with the seconds of its shortest cue."""
    shortest: dict[str, int] = {}
    for practice in practices:
        if practice.family not in FAMILIES:
            continue
        for hold in range(LONGEST_HOLD + 1) if practice.breath else (None,):
            for tone in TONES:
                for beat in timeline(practice, hold, tone).beats:
                    if beat.text and beat.seconds >= SHORTEST:
                        shortest[beat.text] = min(beat.seconds, shortest.get(beat.text, beat.seconds))
    return shortest
