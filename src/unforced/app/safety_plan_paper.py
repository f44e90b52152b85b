"""A safety plan as finished values: to be read, to be printed, and whom of it Help shows.

A number is shown exactly as it was typed, with a link only where it can be dialled. Nothing stands in for what wasn't
written.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from unforced.app.flat import flat
from unforced.app.past import day_of
from unforced.app.reach import Way, way
from unforced.domain.lifeline import tel
from unforced.domain.safety_plan import WITH_NUMBER, Heading, Line, SafetyPlan, dialled
from unforced.ports import Library


class Written(NamedTuple):
    """One line. ``ways`` lead to its number, none where it can't be dialled; ``goes`` is the day its words go."""

    key: int
    text: str
    number: str = ""
    ways: tuple[Way, ...] = ()
    goes: str = ""

    @property
    def whole(self) -> str:
        """The line with its number."""
        return f"{self.text}: {self.number}" if self.number else self.text


class Told(NamedTuple):
    """A heading and what stands under it."""

    heading: Heading
    title: str
    written: tuple[Written, ...]

    @property
    def lines(self) -> list[str]:
        """Each line with its number."""
        return [each.whole for each in self.written]


def chapters(plan: SafetyPlan, library: Library) -> tuple[Told, ...]:
    """The headings under which something stands."""
    every = (told(plan, heading, library) for heading in Heading)
    return tuple(each for each in every if each.written)


def told(plan: SafetyPlan, heading: Heading, library: Library) -> Told:
    """One heading with its lines, in the person's order."""
    title = library.phrases.say(f"chip.plan.{heading}", plain=False)
    return Told(heading, title, tuple(_written(line, library) for line in plan.under(heading)))


def leaving(plan: SafetyPlan, library: Library) -> tuple[Written, ...]:
    """What was taken off and can be taken back."""
    return tuple(_written(line, library) for line in plan.leaving)


def own_people(plan: SafetyPlan, library: Library) -> tuple[Written, ...]:
    """Whom Help shows: the person's own people, then their professionals and lines."""
    headings = (heading for heading in Heading if heading in WITH_NUMBER)
    return tuple(_written(line, library) for heading in headings for line in plan.under(heading))


def on_paper(plan: SafetyPlan, library: Library, now: datetime) -> str:
    """The whole plan as Markdown, with the day, for reading."""

    def say(key: str) -> str:
        return library.phrases.say(key, plain=False)

    blocks = [f"# {say('chip.plan.page')}", day_of(now)]
    for each in chapters(plan, library):
        blocks += [f"## {each.title}", "\n".join(f"- {flat(line)}" for line in each.lines)]
    return "\n\n".join([*blocks, say("app.plan.nobody")]) + "\n"


def _written(line: Line, library: Library) -> Written:
    number = line.number.reveal() if line.number else ""
    goes = day_of(datetime.fromordinal(line.gone)) if line.gone else ""
    return Written(line.key, line.words.reveal(), number, _ways(number, library), goes)


def _ways(number: str, library: Library) -> tuple[Way, ...]:
    found = dialled(number)
    if not found:
        return ()
    kinds = {"call": "tel", "text": "sms"}
    said = {kind: library.phrases.say(f"chip.help.{key}", plain=False, number=number) for key, kind in kinds.items()}
    return tuple(way(sentence, number, tel(found, kind)) for kind, sentence in said.items())
