"""What a surface shows: finished values, every text already chosen. A template or a terminal adds no rule."""

from __future__ import annotations

from typing import NamedTuple

from unforced.app.reach import Reach
from unforced.domain.outline import Marks
from unforced.domain.sides import LONGEST
from unforced.domain.timeline import Timeline
from unforced.domain.visit import Deed, Phase, Reply


class Choice(NamedTuple):
    """One thing a person could choose. ``note`` is a second line; ``why`` the reasons behind an offer, in words."""

    label: str
    reply: Reply
    note: str = ""
    why: tuple[str, ...] = ()
    group: str = ""
    chosen: bool = False

    @property
    def token(self) -> str:
        """The choice as one stable word, for a form or a test: the deed and its value."""
        value = self.reply.value
        if value is None:
            return str(self.reply.deed)
        if isinstance(value, tuple):
            return f"{self.reply.deed}:{','.join(map(str, value))}"
        return f"{self.reply.deed}:{getattr(value, 'value', value)}"


class Playing(NamedTuple):
    """A practice as it is done: its title, its timeline, and the sentence on who should skip it.

    ``holds``: how long a breath could be held, where it could be; the one that is so now is marked as chosen.
    ``areas``: which areas of the body could be left out, several at once; those that are so now are marked as chosen.
    ``beside``: where in the body could be marked, where that is offered.
    """

    id: str
    title: str
    timeline: Timeline
    skip: str
    holds: tuple[Choice, ...] = ()
    areas: tuple[Choice, ...] = ()
    beside: tuple[Choice, ...] = ()


class Figure(NamedTuple):
    """An outline of the body as it was marked, with its title, and its marks in words."""

    title: str
    marks: Marks
    words: str


class Listening(NamedTuple):
    """A silent clock beside a question: it begins when the person likes, rests, and ends nothing.

    ``over``: what is said once its time has passed; empty where nothing is. A surface may tell the deed how many whole
    seconds it ran.
    """

    timeline: Timeline
    over: str


class Column(NamedTuple):
    """One of two sides that stand next to each other: its name, and what it said under short headings.

    A text is empty where nothing was said; its place stays, so that both sides are equally large.
    """

    name: str
    said: tuple[tuple[str, str], ...]


class View(NamedTuple):
    """One screen.

    ``said`` is what is said first, ``question`` what is asked, ``choices`` the answers. ``several`` means that many
    can be chosen at once and sent with ``send``. ``first_number`` is 0 where the choices are themselves numbered
    from 0. ``scale`` means that they are steps in order, lowest first. ``field`` labels a place to write, empty where
    there is none; ``aside``: it is for one line, and less near than the choices. ``footnotes`` are small print.
    ``controls`` are the ones that keep their place on every screen. ``rows``: the choices of a group stand in a row,
    and at most one of them is chosen. ``figures``: outlines of the body, side by side.
    ``columns``: two sides, equally large. ``paired``: the choices stand next to each other, equally large.
    ``few_words``: the choices under a legend are a word or two, so that several fit beside each other. ``lines_first``:
    the choices stand before the place to write.
    ``reach``: whom a person can reach, on Help; ``panel``: only the nearest of them.
    """

    phase: Phase
    state: str
    turn: int
    earlier: tuple[tuple[str, str], ...] = ()
    said: tuple[str, ...] = ()
    question: str = ""
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    first_number: int = 1
    scale: bool = False
    several: bool = False
    rows: bool = False
    send: Reply | None = None
    send_label: str = ""
    field: str = ""
    aside: bool = False
    playing: Playing | None = None
    figures: tuple[Figure, ...] = ()
    columns: tuple[Column, ...] = ()
    paired: bool = False
    few_words: bool = False
    lines_first: bool = False
    listening: Listening | None = None
    reach: Reach | None = None
    panel: bool = False
    footnotes: tuple[str, ...] = ()
    controls: tuple[Choice, ...] = ()
    beside: tuple[Choice, ...] = ()

    def every(self) -> tuple[Choice, ...]:
        """Everything that can be chosen on this screen."""
        playing = self.playing.holds + self.playing.areas if self.playing else ()
        return self.choices + playing + self.beside + self.controls

    def timed(self, reply: Reply, seconds: int | None) -> Reply:
        """The reply with the whole seconds that the clock of this screen ran, where it has one and it was used."""
        goes_on = reply.deed is Deed.NEXT and reply.value is None
        if self.listening is None or not goes_on or seconds is None or seconds < 0:
            return reply
        return reply._replace(value=min(seconds, LONGEST))

    def find(self, token: str) -> Choice | None:
        """The choice with this token, or None."""
        return next((choice for choice in self.every() if choice.token == token), None)


CONTROLS = (Deed.HELP, Deed.WATCHED, Deed.NOTHING, Deed.SOMETHING_ELSE, Deed.STOP)
