"""The manners of what is said: what a form can't see.

Rules come from guide.md §5 and §9. The banned wording is data (signals/banned.en.toml), so a clinician can read
and extend it; this module applies it to every sentence by voice, and counts words and seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from unforced.content.finding import Finding, Source
from unforced.domain import thresholds as t
from unforced.domain.practice import MUSCLES, UNCLOCKED, WORKED, Direction, Family, Practice

SENTENCE = re.compile(r"(?<=[.?!:])\s+")
FAR_AWAY = 8
TOO_MUCH = 12
ELSEWHERE = 16
LONGER_MOMENT = 60  # seconds: a moment that a person picks; what the guide offers is t.SMALL
TENSED = 5  # seconds, at about a third of full effort
GROUPS = 16
FEW_WORDS = {
    # Families offered to somebody far away have eight words a line; those offered when it is too much, twelve.
    **dict.fromkeys(
        (Family.ORIENT, Family.MOVE, Family.OBJECT, Family.ACKNOWLEDGE, Family.PEOPLE, Family.LEAVE), FAR_AWAY
    ),
    **dict.fromkeys((Family.REST, Family.HELP), FAR_AWAY),
    **dict.fromkeys((Family.CONTACT, Family.BREATH, Family.SEE), TOO_MUCH),
}
FEW_WORDS_LINES = {"far_away": FAR_AWAY, "wired_and_numb": FAR_AWAY, "crisis": FAR_AWAY, "too_much": TOO_MUCH}


class Ban(NamedTuple):
    """Wording that is never said, by which voices, and why."""

    name: str
    pattern: re.Pattern[str]
    voices: frozenset[str]
    why: str


class Sentence(NamedTuple):
    """One text with its voice, and the most words a line of it may have."""

    source: Source
    voice: str
    text: str
    longest: int = ELSEWHERE


def bans_from(table: Mapping[str, Any]) -> tuple[Ban, ...]:
    """The banned wording, from its file."""
    return tuple(
        Ban(row["name"], re.compile(row["pattern"], re.IGNORECASE), frozenset(row["voices"]), row["why"])
        for row in table["banned"]
    )


def check_sentences(sentences: Iterable[Sentence], bans: tuple[Ban, ...]) -> list[Finding]:
    """Banned wording and lines that are too long, in every sentence."""
    findings: list[Finding] = []
    for sentence in sentences:
        needle = sentence.text[:40]
        for ban in bans:
            if sentence.voice in ban.voices and ban.pattern.search(sentence.text):
                findings.append(sentence.source.found(needle, f"{ban.name}: {ban.why}"))
        for line in SENTENCE.split(sentence.text):
            if sentence.voice == "app" and len(line.split()) > sentence.longest:
                findings.append(sentence.source.found(needle, f"a line has more than {sentence.longest} words"))
    return findings


def sentences_of(practice: Practice, source: Source) -> Iterator[Sentence]:
    """Every sentence of a practice with its voice."""
    longest = FEW_WORDS.get(practice.family, ELSEWHERE)
    for text in (practice.title, practice.invitation, practice.skip, practice.worse, practice.same):
        if text:
            yield Sentence(source, "app", text, longest)
    for cue in practice.cues:
        yield Sentence(source, cue.voice, cue.text, longest)


def sentences_in(phrases: Mapping[str, str], source: Source) -> Iterator[Sentence]:
    """Every phrase with its voice, which is the first part of its key."""
    for key, text in phrases.items():
        voice, _, rest = key.partition(".")
        state = rest.removeprefix("lines.").removesuffix("_memory").removesuffix("_ten")
        longest = FEW_WORDS_LINES.get(state, 24) if rest.startswith("lines.") else 24
        yield Sentence(source, voice, text, longest)


def check_practice(practice: Practice, source: Source, ids: frozenset[str]) -> list[Finding]:
    """Doses, twins and what only a few families may do."""
    findings = []
    inward = practice.direction is Direction.INWARD and practice.family not in UNCLOCKED
    if inward and practice.seconds > t.INWARD_AT_A_TIME and not practice.picked_only:
        findings.append(source.found("seconds", f"inward lasts at most {t.INWARD_AT_A_TIME} s"))
    moment = LONGER_MOMENT if practice.picked_only else t.SMALL
    if practice.family is Family.MOMENT and practice.seconds > moment:
        findings.append(source.found("seconds", f"a moment lasts at most {moment} s"))
    if practice.twin not in ids or practice.twin == practice.id:
        findings.append(source.found("twin", "the twin has to be another practice"))
    if practice.hold and not practice.picked_only:
        findings.append(source.found("hold", "a breath with a hold is only picked, so picked_only = true"))
    if practice.family is Family.BREATH and not practice.skip:
        findings.append(source.found("skip", "a breath says who should skip it"))
    if len(practice.title.split()) > 6:
        findings.append(source.found("title", "a title has at most six words"))
    return findings + _muscles(practice, source)


def _muscles(practice: Practice, source: Source) -> list[Finding]:
    """Short, in a steady rhythm, each with its area, and outward in between (guide.md §5)."""
    findings = []
    worked = [cue for cue in practice.cues if practice.family in MUSCLES and cue.phase in WORKED]
    tensed = [cue.seconds for cue in practice.cues if cue.phase == "tense"]
    if max(tensed, default=0) > TENSED:
        findings.append(source.found('"tense"', "a muscle is tensed at most five seconds"))
    if any((cue in worked) != bool(cue.area) for cue in practice.cues):
        findings.append(source.found("area =", "what is tensed or let go has an area, and nothing else has one"))
    if tensed and any(len({cue.seconds for cue in worked if cue.phase == phase}) > 1 for phase in WORKED):
        findings.append(source.found('"tense"', "tensing and letting go keep one rhythm throughout"))
    if len(tensed or worked) > GROUPS:
        findings.append(source.found("[[cue]]", f"there are at most {GROUPS} groups of muscles"))
    if worked and _longest_inward(practice) > t.INWARD_AT_A_TIME:
        between = f"{t.OUTWARD_AFTER} s outward come after at most {t.INWARD_AT_A_TIME} s of muscles"
        findings.append(source.found("[[cue]]", between))
    return findings


def _longest_inward(practice: Practice) -> int:
    """The longest stretch of seconds before attention goes outward for long enough."""
    longest = inward = 0
    for cue in practice.cues:
        outward = cue.phase == "look" and cue.seconds >= t.OUTWARD_AFTER
        inward = 0 if outward else inward + cue.seconds
        longest = max(longest, inward)
    return longest
