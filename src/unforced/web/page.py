"""From a view to what a template lays out: the same values, sorted by where they stand on the page. No rule is here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from unforced.app.view import Choice, View
from unforced.domain.answers import UNKNOWN
from unforced.domain.practice import Cue
from unforced.domain.visit import Deed, Phase
from unforced.web.memory import Draft
from unforced.web.typesetting import set_view

FOLD_FROM = 20  # a list longer than this opens group by group
MOST_IN_ROUND = 3
RECENT = 2  # earlier answers that stand on the page; the ones before them are a tap away
NONE: Mapping[str, str] = {}
APART = (Phase.PRACTICE, Phase.HELP)  # where nothing else stands on the page
DOCK = (Deed.SOMETHING_ELSE, Deed.NOTHING, Deed.STOP)


class Group(NamedTuple):
    """Choices under one legend; the legend is empty where there is none."""

    legend: str
    choices: tuple[Choice, ...]


class Round(NamedTuple):
    """Cues that come ``times`` times in a row."""

    times: int
    cues: tuple[Cue, ...]


class Step(NamedTuple):
    """One step of a scale: its word or number, and the words that anchor a number."""

    choice: Choice
    word: str
    anchor: str


class Line(NamedTuple):
    """A line, cut where something in it can be dialled or opened; ``link`` is empty where nothing can."""

    before: str
    link: str = ""
    after: str = ""
    href: str = ""


class Page(NamedTuple):
    """One screen as it is laid out. ``lead`` is the line that the eye meets first."""

    view: View
    lead: str
    lines: tuple[Line, ...]
    question: str
    label: str
    recent: tuple[tuple[str, str], ...]
    older: tuple[tuple[str, str], ...]
    groups: tuple[Group, ...]
    steps: tuple[Step, ...]
    apart: tuple[Choice, ...]
    folded: bool
    numbers: bool
    rounds: tuple[Round, ...]
    places: dict[str, Choice]
    dock: tuple[Choice, ...]
    words: str = ""
    picks: tuple[str, ...] = ()
    left: str = ""
    note: str = ""


def page_of(view: View, draft: Draft, screen: str, note: str = "", links: Mapping[str, str] = NONE) -> Page:
    """The page of a view, with what was typed on this screen before, or with what has no place here any more.

    ``links``: what can be dialled or opened where a line holds it, and where it leads.
    """
    view = set_view(view)
    lead, *lines = view.said or (view.question,)
    here = draft.screen == screen
    steps, apart = _apart(view)
    earlier = () if view.phase in APART else view.earlier
    recent = RECENT if len(earlier) > RECENT + 1 else RECENT + 1
    groups = tuple(Group(legend, tuple(found)) for legend, found in groupby(view.choices, lambda choice: choice.group))
    places = {str(choice.reply.deed): choice for choice in view.controls}
    return Page(
        view=view,
        lead=lead,
        lines=tuple(line_with(line, links) for line in lines),
        question=view.question if view.said else "",
        label=view.field if view.field != view.question else "",
        recent=earlier[-recent:],
        older=earlier[:-recent],
        groups=groups,
        steps=steps,
        apart=apart,
        folded=len(view.choices) > FOLD_FROM and len(groups) > 1,
        numbers=view.scale and view.first_number == 0,
        rounds=tuple(rounds(view.playing.cues)) if view.playing else (),
        places=places,
        dock=tuple(places[deed] for deed in DOCK if deed in places),
        words=draft.words if here else "",
        picks=draft.picks if here and draft.picks else tuple(c.token for c in view.choices if c.chosen),
        left="" if (here and view.field) or not note else draft.words,
        note=note,
    )


def _apart(view: View) -> tuple[tuple[Step, ...], tuple[Choice, ...]]:
    """The steps of a scale, and the answer that isn't one of them."""
    if not view.scale:
        return (), ()
    steps = []
    for choice in view.choices:
        word, _, anchor = choice.label.partition(", ") if view.first_number == 0 else (choice.label, "", "")
        steps.append(Step(choice, word, anchor))
    known = tuple(step for step in steps if step.choice.reply.value is not UNKNOWN)
    return known, tuple(choice for choice in view.choices if choice.reply.value is UNKNOWN)


def rounds(cues: Sequence[Cue]) -> Iterable[Round]:
    """The cues in order, with what repeats at least three times told once."""
    at = 0
    while at < len(cues):
        size, times = max(
            ((size, _times(cues, at, size)) for size in range(1, MOST_IN_ROUND + 1)),
            key=lambda found: found[0] * found[1] if found[1] > 2 else 0,
        )
        if times <= 2:
            size, times = 1, 1
        yield Round(times, tuple(cues[at : at + size]))
        at += size * times


def _times(cues: Sequence[Cue], at: int, size: int) -> int:
    block, times = cues[at : at + size], 1
    while len(block) == size and cues[at + times * size : at + (times + 1) * size] == block:
        times += 1
    return times


def line_with(line: str, links: Mapping[str, str]) -> Line:
    """A line cut at the first of these that it holds, exactly as it is stored; whole, where it holds none."""
    for link, href in links.items():
        before, found, after = line.partition(link)
        if found:
            return Line(before, link, after, href)
    return Line(line)
