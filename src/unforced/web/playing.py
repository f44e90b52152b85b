"""What a page needs to play a practice: its timeline for the scripts, and which sounds there may be.

Rules: no sound where somebody wants none ever, or where somebody could see the screen now or later; the first time one
is chosen, it is asked whether somebody could (guide.md §1). Without scripts the practice is a timed list.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from unforced.content import voice
from unforced.content.voice import FAMILIES, VOICES
from unforced.domain.answers import Never
from unforced.domain.timeline import Beat, Timeline
from unforced.domain.visit import Visit
from unforced.web.assets import voices
from unforced.web.room import room


class Sounds(NamedTuple):
    """``seen``: "no" where somebody said that nobody sees this, else "unknown". ``kinds``: values with their names."""

    seen: str = "unknown"
    kinds: tuple[tuple[str, str], ...] = ()


def sounds_of(visit: Visit) -> Sounds:
    """The sounds to choose from in this visit; the first is none. Voices where the practice is one that is spoken."""
    if Never.SOUND in visit.answers.never or visit.answers.safety in (0, 1):
        return Sounds()
    shelf = room().library.shelf
    speaks = visit.practice in shelf and shelf.get(visit.practice).family in FAMILIES and bool(voices())
    kinds = ("off", "tones", *(VOICES if speaks else ()))
    named = tuple((kind, room().say(f"chip.player.{kind}")) for kind in kinds)
    return Sounds("no" if visit.answers.safety == 2 else "unknown", named)


def told(timeline: Timeline) -> str:
    """The cues for the scripts, as JSON. ``voice``: for each voice the addresses of its sound, the better first."""
    cues = [
        {
            "at": beat.at,
            "seconds": beat.seconds,
            "phase": beat.phase,
            "text": beat.text,
            "tone": beat.tone,
            "vibration": beat.vibration,
            **({"voice": spoken} if (spoken := spoken_in(beat)) else {}),
        }
        for beat in timeline.beats
    ]
    return json.dumps(cues, ensure_ascii=False, separators=(",", ":"))


def spoken_in(beat: Beat) -> dict[str, list[str]]:
    """The addresses of a cue's sound in each voice that has one which is over in time."""
    name, served = voice.spoken(beat.text), voices()
    found = {
        kind: [served[file] for ending in endings if (file := f"{kind}/{name}.{ending}") in served]
        for kind, endings in voice.FORMATS.items()
        if voice.fits(beat.text, kind, beat.seconds)
    }
    return {kind: addresses for kind, addresses in found.items() if addresses}
