"""From the inner map to lines for a sheet: each part in the person's words, what it told, and what is between them.

Rules:
- Only what the person put on the map, or named in a visit, is there.
- A part, each thing that it told and each tie is a line of its own, so that one can be taken along without the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from unforced.app.handover_lines import SIDES, Dated
from unforced.app.map_list import sentence
from unforced.app.map_names import Names
from unforced.app.showing.speech import Speech
from unforced.domain.handover import Item, Section, flat
from unforced.domain.inner_map import InnerMap
from unforced.domain.part import TOLD, Part, Role
from unforced.domain.words import Words
from unforced.ports import Library


def parts_of(found: InnerMap, library: Library, plain: bool) -> Iterator[Item]:
    """Every part with what it told, in the order in which they came; then what is between them."""
    names = Names(found, library, plain)
    for part in found.parts:
        said = names.said(part.key)
        whole = flat(part.name.reveal()) if part.name else ""
        longer = whole if part.name and whole and not said.startswith(whole) else ""
        yield Item(Section.PARTS, longer or (said if part.name else _capital(said)), lines=_seen(part, names))
        for field in TOLD:
            words = getattr(part, field)
            told = flat(words.reveal()) if isinstance(words, Words) else ""
            if told:
                yield Item(Section.PARTS, told, f"{said}: {names.say(f'chip.map.{field}').lower()}")
    for tie in found.ties:
        yield Item(Section.PARTS, sentence(tie, names))


def met_in_visits(visits: Iterable[Dated], library: Library, plain: bool) -> Iterator[Item]:
    """What was found or named in visits and isn't on the map, and what was written for a side, newest visit first."""
    names = Names(InnerMap(), library, plain)
    for _, visit in visits:
        if (visit.called or visit.look or visit.place) and not visit.on_map[0]:
            part = Part(name=visit.called, look=visit.look, place=visit.place)
            whole = flat(visit.called.reveal()) if visit.called else _capital(names.of(part))
            if whole:
                yield Item(Section.PARTS, whole, lines=_seen(part, names))
        for name, key in zip(visit.names, visit.on_map[1:], strict=True):
            if name is not None and not key and flat(name.reveal()):
                yield Item(Section.PARTS, flat(name.reveal()))
        for entry, (label, answer) in zip(visit.said, Speech(visit, library).whole(), strict=True):
            if entry.key.startswith(SIDES) and isinstance(entry.value, Words) and flat(answer):
                yield Item(Section.PARTS, flat(answer), flat(label))


def _seen(part: Part, names: Names) -> tuple[str, ...]:
    """What it looks like, where it is noticed, and what it is about, where the person said so: one line, or none."""
    look = names.say(f"chip.looks.{part.look}") if part.look and part.name else ""
    place = names.place(part.place) if part.place else ""
    role = names.say(f"chip.roles.{part.role}") if part.role is not Role.UNSAID else ""
    manner = names.say(f"chip.manners.{part.manner}") if part.manner else ""
    told = " · ".join(text for text in (look, place, role, manner) if text)
    return (told,) if told else ()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
