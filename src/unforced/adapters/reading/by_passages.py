"""Listening for danger passage by passage, in time: what any second listener has in common.

Promise: what is answered names kinds and holds no words; whoever is late says so (None), unless something was heard
by then.

Rules:
- The beginning and the end of a long text come first, since what matters most is often said last.
- Where an urgent danger was heard, nothing more needs to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Final

from unforced.adapters.reading.passages import Passage, passages
from unforced.adapters.reading.slips import Slips
from unforced.adapters.reading.undone import undone
from unforced.domain.concern import KINDS, Concern
from unforced.domain.screening import Heard
from unforced.domain.turning import QUIET

HARMLESS: Final = (
    "clean", "self_attack", "resistance", "body_words", "therapy_talk", "idiom", "grief", "past_recovered", "fiction",
)  # fmt: skip
CONCERNS: Final = (*KINDS, *HARMLESS)
DEADLINE: Final = 0.4  # seconds for one text, loading included
MOST: Final = 40_000  # characters of a text that are cut into passages; of a longer one its two ends
FIRST: Final = 12  # passages from the beginning before the two ends are heard in turn


def hear(raw: str, danger: Callable[[str], str], slips: Slips, who: str, clock: Callable[[], float]) -> Heard | None:
    """What was heard in a person's raw words. ``danger``: of one passage, the kind it alarms for, or nothing.

    A passage is heard as it was typed, and where that says nothing with its slips undone. ``who`` comes before the kind
    in the names of what was heard; ``clock``: seconds.
    """
    until = clock() + DEADLINE
    heard: dict[str, Concern] = {}
    for passage in _ends_first(undone(raw)):
        if clock() > until:
            return _named(heard, who) if heard else None
        kind = danger(passage.text)
        if not kind and (meant := slips.mended(passage.text)) != passage.text:
            kind = danger(meant)
        if kind:
            heard[kind] = KINDS[kind]
        if heard.get(kind) is Concern.URGENT:
            break
    return _named(heard, who)


def alarming(shares: Mapping[str, float], least: Mapping[str, float]) -> str:
    """The likeliest danger, where all of them together are as likely as its least; else nothing."""
    dangers = {name: shares[name] for name in KINDS}
    likeliest = max(dangers, key=lambda name: dangers[name])
    return likeliest if sum(dangers.values()) >= least[likeliest] else ""


def _named(heard: Mapping[str, Concern], who: str) -> Heard:
    return Heard(max(heard.values()), tuple(f"{who}.{kind}" for kind in heard)) if heard else QUIET


def _ends_first(raw: str) -> Iterator[Passage]:
    """The passages of a text; of a long one the beginning and the end in turn."""
    parts = [raw] if len(raw) <= MOST else [raw[: MOST // 2], raw[-MOST // 2 :]]
    found = [passage for part in parts for passage in passages(part)]
    yield from islice(found, FIRST)
    for at in range(FIRST, (len(found) + FIRST) // 2 + 1):
        yield from found[at : at + 1]
        if len(found) - 1 - (at - FIRST) > at:
            yield found[len(found) - 1 - (at - FIRST)]
