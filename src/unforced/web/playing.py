"""What a page needs to play a practice: its timeline for the scripts, and which sounds there may be.

Rules: no sound where somebody wants none ever, or where somebody could see the screen now or later; the first time one
is chosen, it is asked whether somebody could (guide.md §1). Without scripts the practice is a timed list.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from unforced.domain.answers import Never
from unforced.domain.timeline import Timeline
from unforced.domain.visit import Visit
from unforced.web.room import room


class Sounds(NamedTuple):
    """``seen``: "no" where somebody said that nobody sees this, else "unknown". ``kinds``: values with their names."""

    seen: str = "unknown"
    kinds: tuple[tuple[str, str], ...] = ()


def sounds_of(visit: Visit) -> Sounds:
    """The sounds to choose from in this visit; the first is none."""
    if Never.SOUND in visit.answers.never or visit.answers.safety in (0, 1):
        return Sounds()
    kinds = tuple((kind, room().say(f"chip.player.{kind}")) for kind in ("off", "tones"))
    return Sounds("no" if visit.answers.safety == 2 else "unknown", kinds)


def told(timeline: Timeline) -> str:
    """The cues for the scripts, as JSON."""
    cues = [
        {
            "at": beat.at,
            "seconds": beat.seconds,
            "phase": beat.phase,
            "text": beat.text,
            "tone": beat.tone,
            "vibration": beat.vibration,
        }
        for beat in timeline.beats
    ]
    return json.dumps(cues, ensure_ascii=False, separators=(",", ":"))
