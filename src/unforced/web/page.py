"""From a view to what a template lays out: the same values, sorted by where they stand on the page. No rule is here."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple, TypedDict

from unforced.app.transcript import Round, rounds
from unforced.app.view import Choice, View
from unforced.domain.answers import UNKNOWN
from unforced.domain.visit import Deed, Phase
from unforced.web.memory import Draft
from unforced.web.outline import OUTLINE, Body, Row, bodies, rows_of
from unforced.web.playing import Sounds, told
from unforced.web.typesetting import set_view

FOLD_FROM = 20  # a list longer than this opens group by group
Said = tuple[tuple[str, str], ...]
RECENT = 2  # earlier answers that stand on the page; the ones before them are a tap away
APART = (Phase.PRACTICE, Phase.HELP)  # where nothing else stands on the page
QUIET = (Deed.OUTLINE, Deed.SAY, Deed.WHY)  # there on many screens, and seen after what the screen is about
DOCK = (Deed.SOMETHING_ELSE, Deed.NOTHING, Deed.STOP)


class Group(NamedTuple):
    """Choices under one legend; the legend is empty where there is none."""

    legend: str
    choices: tuple[Choice, ...]


class Step(NamedTuple):
    """One step of a scale: its word or number, and the words that anchor a number."""

    choice: Choice
    word: str
    anchor: str


class Page(NamedTuple):
    """One screen as it is laid out."""

    view: View
    lines: tuple[str, ...]
    recent: Said
    older: Said
    groups: tuple[Group, ...]
    steps: tuple[Step, ...]
    apart: tuple[Choice, ...]
    rounds: tuple[Round, ...]
    timeline: str
    places: dict[str, Choice]
    words: str
    picks: tuple[str, ...]
    left: str
    note: str
    sounds: Sounds = Sounds()
    bodies: tuple[Body, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def outline(self) -> str:
        """The line of a body."""
        return OUTLINE

    @property
    def lead(self) -> str:
        """The line that the eye meets first."""
        return (self.view.said or (self.view.question,))[0]

    @property
    def question(self) -> str:
        """What is asked, where it isn't the first line already."""
        return self.view.question if self.view.said else ""

    @property
    def label(self) -> str:
        """What stands over the field, where it isn't the first line already."""
        return self.view.field if self.view.field != self.view.question else ""

    @property
    def left_out(self) -> bool:
        """Whether anything is left out of what is played here."""
        return any(choice.chosen for choice in self.view.playing.areas) if self.view.playing else False

    @property
    def quiet(self) -> tuple[Choice, ...]:
        """What is there and needn't be seen first: what stands beside the doors, and what many screens have."""
        doors = self.view.phase is Phase.DOORS
        return tuple(choice for choice in self.view.beside if doors or choice.reply.deed in QUIET)

    @property
    def beside(self) -> tuple[Choice, ...]:
        """What stands beside the choices, of the same size."""
        return tuple(choice for choice in self.view.beside if choice not in self.quiet)

    @property
    def folded(self) -> bool:
        """Whether the choices open group by group."""
        return len(self.view.choices) > FOLD_FROM and len(self.groups) > 1 and not self.view.few_words

    @property
    def numbers(self) -> bool:
        """Whether the steps of the scale are numbers."""
        return self.view.scale and self.view.first_number == 0

    @property
    def dock(self) -> tuple[Choice, ...]:
        """What stands at the bottom of every screen, in the same order."""
        return tuple(self.places[deed] for deed in DOCK if deed in self.places)


def page_of(view: View, draft: Draft, screen: str, note: str = "") -> Page:
    """The page of a view, with what was typed on this screen before, or with what has no place here any more."""
    view = set_view(view)
    older, recent = _earlier(view)
    steps, apart = _apart(view)
    return Page(
        view=view,
        lines=view.said[1:],
        recent=recent,
        older=older,
        groups=tuple(Group(legend, tuple(found)) for legend, found in groupby(view.choices, lambda one: one.group)),
        steps=steps,
        apart=apart,
        rounds=tuple(rounds(view.playing.timeline.beats)) if view.playing else (),
        timeline=told(view.playing.timeline) if view.playing else "",
        places={str(choice.reply.deed): choice for choice in view.controls},
        note=note,
        bodies=bodies(view),
        rows=rows_of(view),
        **_written(view, draft, draft.screen == screen, note),
    )


class Written(TypedDict):
    """What was typed and ticked: here, or left over from a screen that is gone."""

    words: str
    picks: tuple[str, ...]
    left: str


def _written(view: View, draft: Draft, here: bool, note: str) -> Written:
    chosen = tuple(choice.token for choice in view.choices if choice.chosen)
    return {
        "words": draft.words if here else "",
        "picks": draft.picks if here and draft.picks else chosen,
        "left": "" if (here and view.field) or not note else draft.words,
    }


def _earlier(view: View) -> tuple[Said, Said]:
    """The earlier answers that are a tap away, and those that stand on the page."""
    earlier = () if view.phase in APART else view.earlier
    recent = RECENT if len(earlier) > RECENT + 1 else RECENT + 1
    return earlier[:-recent], earlier[-recent:]


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
