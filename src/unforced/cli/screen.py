"""One screen on paper: what was said before, what is said now, the choices, and the row of letters."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from unforced.app.view import View
from unforced.cli.keys import LETTERS
from unforced.cli.paper import Paper
from unforced.cli.reaching import write_reach
from unforced.domain.visit import Phase
from unforced.ports import Library

QUIET = frozenset({Phase.PRACTICE, Phase.HELP})  # screens without what was said before


def write(view: View, paper: Paper, library: Library, beside: Sequence[str] = ()) -> None:
    """The whole screen. ``beside``: more letters for the row, with their words."""
    paper.gap()
    for label, answer in view.earlier if view.phase not in QUIET else ():
        paper.hint(f"{label}: {answer}", 2)
    if view.said:
        paper.gap()
    for line in view.said:
        paper.line(line)
    if view.question:
        paper.gap()
        paper.line(view.question)
    if view.reach:
        write_reach(view.reach, paper, library.phrases, view.panel)
    if view.hint:
        paper.hint(view.hint)
    if view.columns:
        _write_columns(view, paper)
    for figure in view.figures:
        paper.line(f"{figure.title}: {figure.words}.", 2)
    if view.playing is None:
        _write_choices(view, paper, library, beside)


def write_why(view: View, paper: Paper) -> None:
    """The reasons behind what is offered."""
    for choice in view.choices:
        if choice.why:
            paper.hint(f"{choice.label}: {'; '.join(choice.why)}.", 2)


def _write_columns(view: View, paper: Paper) -> None:
    """Both sides, equally large: the name, and what was said under its headings."""
    paper.gap()
    one, other = ([column.name, *(f"{key}: {text or '…'}" for key, text in column.said)] for column in view.columns)
    paper.columns(one, other)


def _write_choices(view: View, paper: Paper, library: Library, beside: Sequence[str]) -> None:
    if view.first_number == 0:
        _write_scale(view, paper)
    elif view.rows:
        _write_rows(view, paper)
    else:
        _write_list(view, paper)
    paper.gap()
    for line in view.footnotes:
        paper.hint(line)
    if view.footnotes:
        paper.gap()
    if view.field and view.field not in (view.hint, view.question):
        paper.hint(view.field)
    if view.phase is Phase.HELP:
        paper.hint(library.phrases.say("app.help.region"))
    paper.row(" · ".join([*_letters(view), *beside]))


def _write_rows(view: View, paper: Paper) -> None:
    """A line for each group, its choices in a row; what stands beside them below."""
    number = 1
    for group, choices in groupby(view.choices, lambda one: one.group):
        row = [f"{number + place}{'*' if one.chosen else ''} {one.label.lower()}" for place, one in enumerate(choices)]
        number += len(row)
        paper.entry(f"{group:<12}", " · ".join(row))
    paper.gap()
    _write_list(view._replace(choices=()), paper, number)


def _write_list(view: View, paper: Paper, first: int = 1) -> None:
    group = ""
    for number, choice in enumerate(view.choices + view.beside, start=first):
        if choice.group != group:
            group = choice.group
            paper.hint(group, 2) if group else paper.gap()
        mark = "*" if choice.chosen else " "
        paper.entry(f"{number:>2} {mark}", choice.label)
        if choice.note:
            paper.hint(choice.note, 4)


def _write_scale(view: View, paper: Paper) -> None:
    """A numbered scale: its anchored words on one line, so that the numbers typed are the numbers meant."""
    steps, unknown = view.choices[:-1], view.choices[-1]
    anchored = [choice.label.replace(",", "") for choice in steps if not choice.label.isdigit()]
    paper.line(" · ".join(anchored))
    for number, choice in enumerate((unknown, *view.beside), start=len(steps)):
        paper.entry(f"{number:>2}  ", choice.label)


def _letters(view: View) -> list[str]:
    letters = {deed: letter for letter, deed in LETTERS.items()}
    shown = [f"{letters[choice.reply.deed]} {choice.label.lower()}" for choice in view.controls]
    return [*shown, "? why this"] if any(choice.why for choice in view.choices) else shown
