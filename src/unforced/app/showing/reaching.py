"""Whom a person can reach from a region, in words: the emergency number, lines, and a directory.

Promise: there is always a number or a plain sentence in its place, and always a directory, whatever file is damaged or
missing. A number is shown as it is stored. Nobody called these lines, and each says how it was checked, and when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from unforced.app.days import said_day
from unforced.app.reach import Reach, Somebody, Way, way
from unforced.domain.errors import BrokenContentError
from unforced.domain.lifeline import (
    ANYWHERE,
    DAY_AND_NIGHT,
    DIRECTORY,
    About,
    Confidence,
    Emergency,
    Lifeline,
    tel,
)
from unforced.ports import Library

Say = Callable[..., str]
MOST_OTHERS = 4


def reach(say: Say, library: Library, region: str) -> Reach:
    """Everybody who can be reached from a region (two letters in any case, or empty)."""
    region = region.upper()
    found = _emergency(library, region)
    name = regions_of(library).get(region, region)
    lines = _lines(library, region)
    return Reach(
        region,
        _number(say, found, name),
        bool(found.shown),
        say("app.help.others", numbers=", ".join(found.others[:MOST_OTHERS])) if found.others else "",
        way(say("app.help.directory"), DIRECTORY, f"https://{DIRECTORY}"),
        (say("app.help.outside"), say("app.help.trusted")),
        tuple(_somebody(say, line) for line in lines if line.for_anybody),
        tuple(_somebody(say, line) for line in lines if line.about is About.YOUNG),
        tuple(_somebody(say, line) for line in lines if line.about is About.DANGER),
    )


def emergency_way(say: Say, library: Library, region: str) -> Way:
    """The emergency number of a region in a sentence, or a sentence in its place."""
    region = region.upper()
    return _number(say, _emergency(library, region), regions_of(library).get(region, region))


def _emergency(library: Library, region: str) -> Emergency:
    try:
        return library.emergency(region)
    except BrokenContentError:
        return Emergency()


def regions_of(library: Library) -> Mapping[str, str]:
    """Every region with a number, by name; none where their file is damaged."""
    try:
        return library.regions()
    except BrokenContentError:
        return {}


def _lines(library: Library, region: str) -> tuple[Lifeline, ...]:
    try:
        return library.lifelines(region)
    except BrokenContentError:
        return ()


def _number(say: Say, found: Emergency, name: str) -> Way:
    if not found.shown:
        sentence = say("app.help.emergency_differ" if found.differ else "app.help.emergency_unknown", region=name)
        return way(sentence, ANYWHERE, tel(ANYWHERE))
    key = "app.help.emergency_one" if found.one_source else "app.help.emergency"
    return way(say(key, region=name, number=found.shown[0]), found.shown[0], tel(found.shown[0]))


def _somebody(say: Say, line: Lifeline) -> Somebody:
    said = "; ".join(filter(None, (_hours(say, line), line.scope)))
    note = say("app.help.two_sources") if line.confidence is Confidence.TWO else ""
    ways, more = tuple(_ways(say, line)), tuple(_more(say, line))
    return Somebody(line.service, line.language, ways, f"{said[0].upper()}{said[1:]}.", note, _told(say, line), more)


def _ways(say: Say, line: Lifeline) -> Iterator[Way]:
    """Calling, writing and chatting, each where there is one."""
    if line.dial:
        key = "call_press" if line.press else "call"
        yield way(say(f"chip.help.{key}", number=line.dial, press=line.press), line.dial, tel(line.dial))
    if line.sms:
        key = "text_word" if line.sms_word else "text"
        yield way(say(f"chip.help.{key}", number=line.sms, word=line.sms_word), line.sms, tel(line.sms, "sms"))
    if line.chat:
        yield way(say("chip.help.chat", address=bare(line.chat)), bare(line.chat), line.chat)


def _more(say: Say, line: Lifeline) -> Iterator[Way]:
    """Other numbers of the same service, from abroad, and an official page."""
    for number in line.also:
        yield way(say("app.help.also", number=number), number, tel(number))
    if line.whatsapp:
        yield way(say("app.help.whatsapp", number=line.whatsapp), line.whatsapp, "")
    if line.abroad:
        yield way(say("app.help.abroad", number=line.abroad), line.abroad, tel(line.abroad))
    if line.page:
        yield way(say("app.help.official", address=host(line.page)), host(line.page), line.page)


def _hours(say: Say, line: Lifeline) -> str:
    if line.hours == DAY_AND_NIGHT:
        return say("app.help.day_and_night")
    return line.hours or say("app.help.hours_unknown")


def _told(say: Say, line: Lifeline) -> tuple[str, ...]:
    """Its languages, and when and how it was checked."""
    told = []
    if line.spoken:
        told.append(say("app.help.languages" if line.stated else "app.help.languages_page", languages=line.spoken))
    told.append(say("app.help.checked", day=said_day(line.checked_on), sources=str(line.sources)))
    told.append(say("app.help.newest", day=said_day(line.newest)) if line.newest else say("app.help.undated"))
    return tuple(told)


def host(address: str) -> str:
    """The name of the place that an address leads to."""
    return address.partition("://")[2].partition("/")[0]


def bare(address: str) -> str:
    """An address as it is read: without https and a last stroke."""
    return address.partition("://")[2].removesuffix("/")
