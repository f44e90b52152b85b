"""A timeline: when each cue of a practice begins, what it says, and how it sounds and feels.

Every surface plays this one: the page, the terminal, the sound file, a screen reader, the printed list. A cue is one
phase; counts are the player's. In, hold and out differ for the eye (they grow, stay, shrink), for the ear (a tone that
rises, stays, falls) and for the hand (one short, two short, one long), each enough by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

from unforced.domain.errors import UnusableAnswerError
from unforced.domain.practice import AREAS, Practice

SETTLE, END = 3, 3
"""Seconds before a breath begins and after it ends, so that neither comes as a start (issue and method step 3)."""
LONGEST_HOLD = 4

TONES: Mapping[str, str] = {
    "in": "rising",
    "hold": "level",
    "out": "falling",
    "tense": "rising",
    "release": "falling",
    "end": "closing",
}
"""The tone of a phase; every other phase but a pause begins with a soft one."""
SOFT = "soft"
SILENT = frozenset({"settle", "pause"})

VIBRATIONS: Mapping[str, tuple[int, ...]] = {
    "in": (70,),
    "hold": (70, 130, 70),
    "out": (320,),
    "tense": (70,),
    "release": (320,),
    "end": (120, 120, 120, 120, 120),
    "settle": (),
    "pause": (),
}
"""Milliseconds on, off, on …, once at the beginning of a phase; every other phase has one short touch."""
SHORT = (40,)


class Beat(NamedTuple):
    """One cue in time. ``at`` and ``seconds`` are whole seconds; ``vibration`` is in milliseconds, on and off."""

    at: int
    seconds: int
    phase: str
    text: str
    tone: str
    vibration: tuple[int, ...]


class Timeline(NamedTuple):
    """The cues of a practice in order, without a gap. ``counted``: whether a player may count within a cue."""

    id: str
    seconds: int
    beats: tuple[Beat, ...]
    counted: bool


def silent(name: str, seconds: int, text: str) -> Timeline:
    """A clock without a sound or a touch: one cue of so many seconds (at least 1)."""
    return Timeline(name, seconds, (Beat(0, seconds, "pause", text, "", ()),), counted=False)


def timeline(
    practice: Practice, hold: int | None = None, tone: str = "neutral", left_out: Set[str] = frozenset()
) -> Timeline:
    """The timeline of a practice.

    ``hold``: seconds of held breath, 0 to 4, in the place of the pattern's own; it changes nothing where there is no
    breath. ``left_out``: areas of the body that the person leaves out, any of AREAS; their cues are not there, and
    settling, looking and the end stay. UnusableAnswerError for any other number, or a name that is no area.
    """
    if hold is not None and not 0 <= hold <= LONGEST_HOLD:
        raise UnusableAnswerError("hold", f"0 to {LONGEST_HOLD} seconds")
    if not left_out <= set(AREAS):
        raise UnusableAnswerError("area", "any of " + ", ".join(AREAS))
    chosen = (practice if hold is None else practice.with_hold(hold)).without(frozenset(left_out))
    cues = [(cue.seconds, cue.phase, cue.text) for cue in chosen.in_tone(tone)]
    if chosen.breath is not None:
        cues = [(SETTLE, "settle", chosen.breath.settle), *cues, (END, "end", chosen.breath.end)]
    beats, at = [], 0
    for seconds, phase, text in cues:
        sound = "" if phase in SILENT else TONES.get(phase, SOFT)
        beats.append(Beat(at, seconds, phase, text, sound, VIBRATIONS.get(phase, SHORT)))
        at += seconds
    return Timeline(chosen.id, at, tuple(beats), chosen.breath is None or chosen.breath.counted)
