"""Draws docs/guide.md and docs/visit.md from the tables the program itself reads, and records the README's visit.

    make docs

A test compares the files with what this would write, so a table and its drawing can't drift apart.
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from unforced.adapters.library import FileLibrary
from unforced.cli.paper import Paper
from unforced.cli.visiting import Visiting
from unforced.domain import bars, resistance, states, thresholds, visit
from unforced.domain.answers import IN_BETWEEN
from unforced.domain.visit import Deed, Phase

ROOT = Path(__file__).parent.parent
BEGIN, END = "<!-- a recorded visit: begin -->", "<!-- a recorded visit: end -->"
RECORDED = ("1", "1 I tried to be nice to myself and it laughed", "4", "?", "1", "3", "3", "4", "q")


def guide_page() -> str:
    """The guide's table with the sentences that go with it."""
    phrases = FileLibrary().phrases
    lines = [
        "# The guide's table",
        "",
        "Drawn by `make docs` from `domain/states.py`, `domain/bars.py` and `domain/resistance.py`. First match wins.",
        "Thresholds are cautious defaults of ours, not validated cut-offs; **no clinician has signed them yet**.",
        "",
        "| state | when | said first | may offer, in order of preference | must not |",
        "|---|---|---|---|---|",
    ]
    for state in states.STATES:
        said = sorted({key for key in _lines_of(state.name) if f"app.lines.{key}" in phrases})
        sentences = " · ".join(f"“{phrases.say(f'app.lines.{key}')}”" for key in said) or "the kind's first response"
        offers = ", ".join(_offer(state, family) for family in state.may_offer)
        lines.append(f"| `{state.name}` | {state.says_when} | {sentences} | {offers} | {state.must_not} |")
    lines += ["", "## What takes a family away", "", "| bar | families |", "|---|---|"]
    lines += [f"| `{bar.name}` | {', '.join(sorted(bar.families))} |" for bar in bars.BARS]
    lines += ["", "Families refused twice are out for the visit. Help is never taken away.", ""]
    lines += ["## The kinds of no", "", "Safest first: of several, the earlier one speaks and orders.", ""]
    lines += ["| kind | first response | first families | warmth up to |", "|---|---|---|---|"]
    for kind, effect in resistance.EFFECTS.items():
        first = ", ".join(effect.first) or "as the state has it"
        lines.append(f"| `{kind}` | “{phrases.say(f'app.lines.kind_{kind}')}” | {first} | {effect.warmth} |")
    lines += ["", "## Thresholds", "", "| name | value |", "|---|---|"]
    for name in sorted(vars(thresholds)):
        if name.isupper():
            value = getattr(thresholds, name)
            shown = ", ".join(map(str, sorted(value))) if isinstance(value, frozenset) else value
            lines.append(f"| `{name}` | {shown} |")
    return "\n".join(lines) + "\n"


def _lines_of(state: str) -> list[str]:
    endings = ("", "_memory", "_ten", "_ten_memory", "_close", "_truth", *(f"_{who}" for who in IN_BETWEEN))
    return [state + ending for ending in endings]


def _offer(state: states.State, family: str) -> str:
    if family == "warmth":
        return f"warmth ≤ {state.warmth}"
    return f"{family}*" if family in state.provided else str(family)


def visit_page() -> str:
    """The visit's screens and what leads from one to another."""
    lines = [
        "# The visit's screens",
        "",
        "Drawn by `make docs` from `domain/visit.py`. *Stop*, *Nothing*, *Something else*, *Help*, *Somebody could",
        "see this* and *What stays away* lead out of every screen and are left out of the drawing.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        "    [*] --> doors",
    ]
    everywhere = {Deed.STOP, Deed.NOTHING, Deed.HELP, Deed.WATCHED, Deed.SOMETHING_ELSE, Deed.BOUNDS}
    for phase, moves in visit.MOVES.items():
        for deed, targets in moves.items():
            if deed not in everywhere and len(targets) < len(Phase):
                lines += [f"    {phase} --> {target}: {deed}" for target in targets]
    lines += ["    closed --> [*]", "```", "", "| screen | deeds |", "|---|---|"]
    lines += [f"| {phase} | {', '.join(moves)} |" for phase, moves in visit.MOVES.items()]
    return "\n".join(lines) + "\n"


def recorded_visit() -> str:
    """A visit in the terminal, as it is printed, with what the person typed."""
    sheet = io.StringIO()
    paper = Paper(Console(file=sheet, width=78, markup=False, highlight=False, emoji=False))
    typed = iter(RECORDED)

    def ask() -> str:
        line = next(typed)
        sheet.write(f"> {line}\n")
        return line

    Visiting(FileLibrary(), paper, "GB", ask).run()
    return sheet.getvalue().strip()


def readme() -> str:
    """The README with the recorded visit put in its place."""
    text = (ROOT / "README.md").read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n```text\n{recorded_visit()}\n```\n\n{END}{after}"


PAGES = {"docs/guide.md": guide_page, "docs/visit.md": visit_page, "README.md": readme}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (ROOT / name).write_text(page(), "utf-8")
        print(f"{name} drawn")
