"""The inner map as a list: the picture's equal, in which every word stands whole and everything can be done.

Rules: finished values in words; a surface writes them down. Nothing is counted, weighed or put in an order but that in
which the parts came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from unforced.app.map_names import Names
from unforced.app.past import day_of
from unforced.domain.answers import UNKNOWN
from unforced.domain.errors import NoLongerThereError
from unforced.domain.inner_map import Change, InnerMap
from unforced.domain.part import TOLD, Part, Role
from unforced.domain.ties import Tie, circles
from unforced.domain.words import Words


class TieLine(NamedTuple):
    """What is between two, in a sentence. ``token`` names it for what is done with it (``tie_of`` reads it)."""

    token: str
    tie: Tie
    sentence: str


class Listed(NamedTuple):
    """One part. ``name`` tells it apart from every other; ``whole`` is its name in full, where that is longer.

    ``said``: what was said of it, each with its label. ``ties``: what is between it and others.
    """

    key: int
    name: str
    whole: str = ""
    said: tuple[tuple[str, str], ...] = ()
    ties: tuple[TieLine, ...] = ()
    by_hand: bool = False


class Changed(NamedTuple):
    """A change that can be taken back until ``until``: its number, and what it was."""

    number: int
    sentence: str
    until: str


class MapList(NamedTuple):
    """Everything on the map, and beside it: circles of protecting, in a sentence each; changes, the last one first."""

    parts: tuple[Listed, ...]
    ties: tuple[TieLine, ...]
    circles: tuple[str, ...] = ()
    changes: tuple[Changed, ...] = ()


def listed(found: InnerMap, names: Names) -> MapList:
    """The map as a list."""
    ties = {tie: TieLine(token_of(tie), tie, sentence(tie, names)) for tie in found.ties}
    parts = tuple(_listed(part, ties, found, names) for part in found.parts)
    rounds = (", ".join(names.said(key) for key in way) for way in circles(found.ties))
    told = tuple(names.say("app.map.circle", names=way) for way in rounds)
    return MapList(parts, tuple(ties.values()), told, tuple(_changed(each, names) for each in reversed(found.changes)))


def sentence(tie: Tie, names: Names) -> str:
    """What is between two, and how taut the line is where the person said so."""
    ends = {"x": names.said(tie.one), "y": names.said(tie.other)}
    if tie.taut is UNKNOWN:
        return names.say(f"app.map.{tie.kind}", **ends)
    return names.say("app.map.polarised_taut", taut=names.say(f"chip.map.taut.{tie.taut}").lower(), **ends)


def token_of(tie: Tie) -> str:
    """A tie as one word, such as ``protects-3-7``."""
    return f"{tie.kind}-{tie.one}-{tie.other}"


def tie_of(token: str, found: InnerMap) -> Tie:
    """The tie of a token. NoLongerThereError where it isn't on the map (any more), or is no token."""
    for tie in found.ties:
        if token_of(tie) == token:
            return tie
    raise NoLongerThereError("no tie by that name")


def _listed(part: Part, ties: Mapping[Tie, TieLine], found: InnerMap, names: Names) -> Listed:
    name = names[part.key]
    whole = part.name.reveal() if part.name and part.name.reveal() != name.name else ""
    mine = tuple(ties[tie] for tie in found.ties_of(part.key))
    return Listed(part.key, name.said, whole, tuple(_said(part, names)), mine, found.spot(part.key) is not None)


def _said(part: Part, names: Names) -> Iterator[tuple[str, str]]:
    if part.look:
        yield names.say("chip.map.look"), names.say(f"chip.looks.{part.look}")
    if part.place:
        yield names.say("chip.map.place"), names.place(part.place)
    if part.role is not Role.UNSAID:
        yield names.say("chip.map.role"), names.say(f"chip.roles.{part.role}")
    if part.manner:
        yield names.say("chip.map.manner"), names.say(f"chip.manners.{part.manner}")
    for field in TOLD:
        words = getattr(part, field)
        if isinstance(words, Words):
            yield names.say(f"chip.map.{field}"), words.reveal()


def _changed(change: Change, names: Names) -> Changed:
    gone = [part for part in change.parts if part.key == change.key]
    name = names.said(change.key) if change.key in names else names.of(gone[0] if gone else Part())
    until = names.say("app.map.until", day=day_of(datetime.fromordinal(change.gone)))
    return Changed(change.number, names.say(f"app.map.happened.{change.what}", x=name), until)
