"""Over time in words: the rows of a ribbon, and the list that is its equal, with what was said in each visit.

Rules: the steps are the person's own answers and their words stand whole. A day is told only of a visit that is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from unforced.app.glance import SAID_IN_IT
from unforced.app.map_names import Names, flat
from unforced.app.over_time import Both, Time
from unforced.app.past import day_of, when_of
from unforced.app.ribbon import Strip
from unforced.app.showing.speech import Speech
from unforced.domain.answers import SCALES, Level
from unforced.domain.part import TOLD
from unforced.domain.ties import TIGHTEST, Tautness, Tie
from unforced.domain.visit import Visit
from unforced.domain.words import Words
from unforced.ports import Library

OF_A_PART = ("firmness", "blend", "soften")
OF_A_SIDE = ("firmness", "toward")


class Line(NamedTuple):
    """One place of a ribbon in words: opened, the day, what was said, and the page of the visit (empty for a day).

    ``steps``: what it was called (empty where it wasn't) and the steps in a sentence; of two sides, both in order.
    """

    steps: tuple[tuple[str, str], ...]
    when: str
    said: tuple[tuple[str, str], ...] = ()
    page: str = ""


def lead_of(key: int, names: Names) -> str:
    """What is over a part's page."""
    return names.say("app.over_time.lead", x=names.said(key))


def lead_of_two(tie: Tie, names: Names) -> str:
    """What is over the page of two that pull against each other."""
    both = names.say("app.over_time.two", x=names.said(tie.one), y=names.said(tie.other))
    return names.say("app.over_time.lead", x=both)


def part_strips(times: Sequence[Time], names: Names) -> tuple[Strip, ...]:
    """The three rows of a part."""
    return _strips(times, OF_A_PART, names)


def side_strips(times: Sequence[Time], names: Names) -> tuple[Strip, ...]:
    """The rows of a side: how firm its no was, and how the person felt toward it."""
    return _strips(times, OF_A_SIDE, names)


def taut_strip(said: Sequence[Tautness], names: Names) -> Strip:
    """The one row of a line between two."""
    steps = tuple(_taut(step, names) for step in range(TIGHTEST + 1))
    return Strip(names.say("chip.over_time.taut"), steps, tuple(each.taut for each in said))


def part_lines(times: Iterable[Time], names: Names, library: Library) -> tuple[Line, ...]:
    """Each visit that met a part."""
    in_words = InWords(names, OF_A_PART)
    return tuple(
        Line(
            ((flat(time.met.called.reveal()) if time.met.called else "", in_words.steps(time)),),
            when_of(time.began),
            (*in_words.told(time), *_said(time, library)),
            time.page,
        )
        for time in times
    )


def tie_lines(both: Iterable[Both], tie: Tie, names: Names, library: Library) -> tuple[Line, ...]:
    """Each visit that met both."""
    in_words, lines = InWords(names, OF_A_SIDE), []
    for each in both:
        pairs = tuple(zip((tie.one, tie.other), each, strict=True))
        steps = tuple((names.said(end), in_words.steps(time)) for end, time in pairs)
        told = [(_of(end, label, names), text) for end, time in pairs for label, text in in_words.told(time)]
        lines.append(Line(steps, when_of(each.one.began), (*told, *_said(each.one, library)), each.one.page))
    return tuple(lines)


def taut_lines(said: Iterable[Tautness], names: Names) -> tuple[Line, ...]:
    """Each day on which it was said."""
    return tuple(Line((("", _taut(each.taut, names)),), day_of(datetime.fromordinal(each.day))) for each in said)


def _of(key: int, label: str, names: Names) -> str:
    return names.say("app.over_time.of", x=names.said(key), row=_small(label))


def _strips(times: Sequence[Time], keys: Sequence[str], names: Names) -> tuple[Strip, ...]:
    return tuple(
        Strip(names.say(f"chip.over_time.{key}"), _steps(key, names), tuple(_place(time, key) for time in times))
        for key in keys
    )


def _small(text: str) -> str:
    """As it stands after a colon; what somebody says of themselves keeps its capital."""
    return text if text.startswith("I ") else text[:1].lower() + text[1:]


def _steps(key: str, names: Names) -> tuple[str, ...]:
    return tuple(names.say(f"chip.scales.{key}.{step}") for step in range(len(SCALES[key])))


def _taut(step: int, names: Names) -> str:
    return names.say(f"chip.map.taut.{step}")


def _place(time: Time, key: str) -> int | None:
    level: Level = getattr(time.met, key)
    return SCALES[key].index(level) if level in SCALES[key] else None


class InWords:
    """The steps of one visit in a line, and what was told in it. ``keys``: which steps."""

    def __init__(self, names: Names, keys: Sequence[str]) -> None:
        self._names = names
        self._labels = {field: names.say(f"chip.map.{field}") for field in ("look", "place", *TOLD)}
        self._sentences = {(key, place): self._sentence(key, place) for key in keys for place in _places(key)}
        self._keys = keys

    def steps(self, time: Time) -> str:
        """Each step in its order; where none was said, one sentence says so."""
        taken = [_place(time, key) for key in self._keys]
        if all(place is None for place in taken):
            return self._names.say("app.over_time.nothing")
        return " ".join(self._sentences[pair] for pair in zip(self._keys, taken, strict=True))

    def told(self, time: Time) -> Iterator[tuple[str, str]]:
        """What was learnt of it in that visit, each with its label."""
        met = time.met
        if met.look:
            yield self._labels["look"], self._names.say(f"chip.looks.{met.look}")
        if met.place:
            yield self._labels["place"], self._names.place(met.place)
        for field in TOLD:
            words = getattr(met, field)
            if isinstance(words, Words):
                yield self._labels[field], words.reveal()

    def _sentence(self, key: str, place: int | None) -> str:
        how = "chip.over_time.unsaid" if place is None else f"chip.scales.{key}.{place}"
        return self._names.say(f"app.over_time.{key}", how=_small(self._names.say(how)))


def _places(key: str) -> tuple[int | None, ...]:
    return (None, *range(len(SCALES[key])))


def _said(time: Time, library: Library) -> tuple[tuple[str, str], ...]:
    """What was said in that visit, and to it."""
    said = tuple(entry for entry in time.visit.said if entry.key in SAID_IN_IT)
    return Speech(Visit(said=said), library).whole() if said else ()
