"""A practice: what it is, how long it lasts, who should skip it, and the cues it is made of.

One representation for every surface: an ordered list of cues, each with its seconds, phase and text.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Direction(StrEnum):
    """Where attention goes."""

    OUTWARD = "outward"
    INWARD = "inward"
    NEITHER = "neither"


class Family(StrEnum):
    """What a practice belongs to (guide.md §3)."""

    ORIENT = "orient"
    MOVE = "move"
    CONTACT = "contact"
    OBJECT = "object"
    PEOPLE = "people"
    BREATH = "breath"
    TOUCH = "touch"
    MUSCLES_RELEASE = "muscles_release"
    MUSCLES_FULL = "muscles_full"
    NOTE = "note"
    ASK = "ask"
    SIDES = "sides"
    ACKNOWLEDGE = "acknowledge"
    SEE = "see"
    WARMTH = "warmth"
    MOMENT = "moment"
    REST = "rest"
    LEAVE = "leave"
    HELP = "help"


OUTWARD = frozenset({Family.ORIENT, Family.MOVE, Family.CONTACT, Family.OBJECT, Family.PEOPLE})
BODY = frozenset({Family.BREATH, Family.TOUCH, Family.MUSCLES_RELEASE, Family.MUSCLES_FULL})
UNCLOCKED = frozenset({Family.ASK, Family.SIDES})  # one round a visit and a pause after each step, no clock
INWARD = BODY | UNCLOCKED | {Family.NOTE}
MUSCLES = frozenset({Family.MUSCLES_RELEASE, Family.MUSCLES_FULL})
ALWAYS_OPEN = frozenset({Family.HELP, Family.LEAVE, Family.REST, Family.PEOPLE})  # nothing ever bars these

PHASES = ("settle", "in", "hold", "out", "pause", "tense", "release", "touch", "look", "move", "name", "say", "end")
NEEDS = ("eyes_closed", "imagery", "sound", "voice", "typing", "hands", "standing", "object", "outdoors")
SIZES = ("small", "short", "whole")  # of an acknowledgement
TONES = ("neutral", "curious", "firm")
AREAS = ("feet", "legs", "hands", "arms", "back", "shoulders", "face")  # from the toes up; pelvis and throat are out
WORKED = frozenset({"tense", "release"})  # the phases in which a muscle is worked, so that its area can be left out
MOMENTS = ("break", "naming", "best", "other")  # the three kinds of small moment (method step 4), and whatever else
VOICES = ("app", "to_part", "to_feeling", "chip")


def direction_of(family: Family) -> Direction:
    """Outward, inward or neither."""
    if family in OUTWARD:
        return Direction.OUTWARD
    return Direction.INWARD if family in INWARD else Direction.NEITHER


@dataclass(frozen=True, slots=True)
class Cue:
    """One stretch of a practice. ``seconds`` > 0; ``tone`` is empty where it belongs to every tone.

    ``area``: which part of the body is tensed or let go, one of AREAS; empty for every other cue.
    """

    seconds: int
    phase: str
    text: str
    voice: str = "app"
    tone: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class Breath:
    """A breathing pattern: whole seconds for in, hold and out, repeated ``rounds`` times.

    ``pause`` > 0 puts that many seconds of ordinary breathing after the rounds and, with ``twice``, the rounds again.
    ``span`` > 0 is how long the rounds may last: with another hold there are as many whole breaths as fit into it.
    ``counted``: whether a player may show counts. ``settle`` and ``end`` are said before and after.
    """

    inward: int
    hold: int
    out: int
    rounds: int
    pause: int = 0
    twice: bool = False
    words: tuple[str, str, str] = ("In", "Hold, if you like", "Out")
    span: int = 0
    counted: bool = True
    settle: str = "Settle in, as you are."
    end: str = "That was it. Breath can go its own way."

    def held(self, hold: int) -> Breath:
        """The same pattern with another hold, in whole breaths."""
        cycle = self.inward + hold + self.out
        return replace(self, hold=hold, rounds=max(1, self.span // cycle) if self.span else self.rounds)

    def cues(self) -> tuple[Cue, ...]:
        """The cues of the pattern in order. A phase of zero seconds has no cue."""
        beats = zip((self.inward, self.hold, self.out), ("in", "hold", "out"), self.words, strict=True)
        one = tuple(Cue(seconds, phase, f"{word}.") for seconds, phase, word in beats if seconds)
        half = one * self.rounds
        rest = (Cue(self.pause, "pause", "Let the breath go its own way for a while."),) if self.pause else ()
        return half + rest + (half if self.twice else ())


@dataclass(frozen=True, slots=True)
class Practice:
    """Something small a person could do. ``seconds`` is the sum of its cues.

    For ask and sides, which have no clock, ``seconds`` is the length of the text itself.
    """

    id: str
    family: Family
    title: str
    invitation: str
    seconds: int
    cues: tuple[Cue, ...]
    needs: frozenset[str] = frozenset()
    skip: str = ""
    twin: str = ""
    worse: str = ""
    same: str = ""
    phrase: bool = False
    rung: int = -1
    size: str = ""
    of: str = ""  # which kind of small moment, one of MOMENTS; empty for everything that is none
    home: str = ""
    picked_only: bool = False
    order: int = 50
    only_in: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    from_rung: int = 0  # warmth rung from which it may be offered
    toward: str = ""  # who stands in between, one of IN_BETWEEN, where it is made for that one
    for_kinds: frozenset[str] = frozenset()  # kinds of no that it comes first for
    sources: tuple[str, ...] = ()
    reviewed_by: str = ""
    breath: Breath | None = field(default=None)

    @property
    def direction(self) -> Direction:
        """Where its attention goes, by family."""
        return direction_of(self.family)

    @property
    def hold(self) -> int:
        """Seconds of held breath in its pattern; 0 for everything that is not a breath."""
        return self.breath.hold if self.breath else 0

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas of the body that it works and a person may leave out, in the order in which they come."""
        return tuple(dict.fromkeys(cue.area for cue in self.cues if cue.area))

    def without(self, left_out: frozenset[str]) -> Practice:
        """The same practice without the cues of the areas left out; whatever has no area stays."""
        if not left_out & set(self.areas):
            return self
        cues = tuple(cue for cue in self.cues if cue.area not in left_out)
        return replace(self, cues=cues, seconds=sum(cue.seconds for cue in cues))

    def in_tone(self, tone: str) -> tuple[Cue, ...]:
        """Its cues as a person who chose ``tone`` hears them."""
        return tuple(cue for cue in self.cues if cue.tone in ("", tone))

    def with_hold(self, hold: int) -> Practice:
        """The same breath with another hold, 0 to 4 seconds; anything without a breath is returned as it is."""
        if self.breath is None or self.breath.hold == hold:
            return self
        breath = self.breath.held(hold)
        cues = breath.cues()
        return replace(self, breath=breath, cues=cues, seconds=sum(cue.seconds for cue in cues))
