"""From visits to lines for a sheet: what resisted, what was tried and how it went, what to go slowly with.

Rules:
- A kind is told by its chip and words stand as they were written; neither is counted, and nothing is averaged.
- Body and feeling are told apart, and "worse" and "the same" like "easier".
- An attack that was written down is offered like any other words; nobody but the person puts it on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from unforced.app.past import day_of, title_of
from unforced.app.showing.speech import Speech
from unforced.domain.answers import SCALES, UNKNOWN, Never
from unforced.domain.deeds.moments import WRITTEN
from unforced.domain.deeds.noting import NAMED
from unforced.domain.handover import Item, Section, flat
from unforced.domain.resistance import in_order
from unforced.domain.visit import Use, Visit
from unforced.domain.words import Words
from unforced.ports import Library

MOST_TIMES = 6
"""How many times a practice is told, the newest of them."""
CALLED = "called"
NOT_THE_NO = (NAMED, WRITTEN, CALLED)
SIDES = "sides_"


class Dated(NamedTuple):
    """A visit and when it began."""

    began: datetime
    visit: Visit


def resisted(visits: Iterable[Dated], library: Library, plain: bool) -> Iterator[Item]:
    """The kinds of no that were named and the words that were found for it, newest visit first."""
    for _, visit in visits:
        for kind in in_order(visit.answers.kinds):
            yield Item(Section.RESISTED, library.phrases.say(f"chip.kinds.{kind}", plain=plain))
        for entry, (label, answer) in zip(visit.said, Speech(visit, library).whole(), strict=True):
            theirs = isinstance(entry.value, Words) and entry.key not in NOT_THE_NO
            if theirs and not entry.key.startswith(SIDES) and flat(answer):
                own = library.phrases.say("chip.sheet.words", plain=plain)
                yield Item(Section.RESISTED, flat(answer), own if entry.key == "words" else label)


def tried(visits: Iterable[Dated], library: Library) -> tuple[Item, ...]:
    """Each practice that was done, with how it went the last few times, oldest of those first."""
    went: dict[str, list[str]] = {}
    for began, visit in visits:
        for use in reversed(visit.uses):
            went.setdefault(use.practice, []).append(f"{day_of(began)}: {_how(use, library)}")
    return tuple(
        Item(Section.TRIED, flat(title_of(practice, library)), lines=tuple(reversed(lines[:MOST_TIMES])))
        for practice, lines in went.items()
    )


def _how(use: Use, library: Library) -> str:
    """How one use went, in the answers that were given after it."""
    say, told = library.phrases.say, []
    for key, level in (("soften", use.soften), ("body", use.body)):
        if level is not UNKNOWN:
            how = say(f"chip.scales.{key}.{SCALES[key].index(level)}").lower()
            told.append(say(f"chip.sheet.{key}", how=how))
    return ", ".join(told) or say("chip.sheet.worse" if use.worse else "chip.sheet.unsaid")


def slowly(visits: Sequence[Dated], bounds: Visit, library: Library, plain: bool) -> Iterator[Item]:
    """What stays away, what is for two people, what was put away, and what is left out of the body."""

    def line(key: str, label: str = "") -> Item:
        return Item(Section.SLOWLY, library.phrases.say(key, plain=plain), label and library.phrases.say(label))

    for never in Never:
        if never in bounds.answers.never:
            yield line(f"chip.bounds.{never}", "chip.sheet.away")
    if bounds.facts.hand_off:
        yield line("chip.bounds.hand_off")
    if any(visit.facts.memory for _, visit in visits):
        yield line("chip.kinds.memory")
    for area in sorted(bounds.left_out):
        yield line(f"chip.areas.{area}", "chip.sheet.left_out")
    put_away = library.phrases.say("chip.sheet.put_away")
    for practice in once_each(visit.memory.put_away for _, visit in visits):
        yield Item(Section.SLOWLY, flat(title_of(practice, library)), put_away)


def once_each(several: Iterable[frozenset[str]]) -> tuple[str, ...]:
    """Every name, once, in the order in which it first came."""
    return tuple({name: None for names in several for name in sorted(names)})
