"""`unforced read`: what a reader believes it heard, as lines of JSON or for the eyes of whoever wrote the words.

Rules:
- Words come on standard input, never as an argument, and are never repeated in an error.
- For a person's eyes the screening comes first: where it hears anything at all, Help is shown and nothing is read.
- A reading orders chips. What it can't tell is said beside what it can.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any, Final

from unforced.cli.instruments import LONGEST_LINE
from unforced.cli.paper import Paper
from unforced.cli.reaching import print_help
from unforced.cli.tools import Tools
from unforced.domain.errors import UnusableAnswerError
from unforced.domain.reading import NONE, Reading, Span, unknown
from unforced.domain.screening import screen
from unforced.domain.words import LONGEST, Words
from unforced.ports import Library, Reader

DIGITS: Final = 6  # of a likelihood
SHOWN: Final = 3  # kinds for a person's eyes, at most
LEAST_SHOWN: Final = 0.01
ASKED: Final = "one JSON object with id and text, in UTF-8"


def print_readings(reader: Reader | None, lines: Iterable[bytes]) -> int:
    """``{"id", "text"}`` a line in, a reading a line out; spans count in characters of the text that came in.

    A line that can't be used is told on standard error by its number, and the next goes on. Exit code 1 where one was.
    """
    left_out = 0
    for number, line in enumerate(lines, start=1):
        try:
            wanted, text = _wanted(line)
        except UnusableAnswerError as error:
            left_out += 1
            print(f"Line {number} was left out. {error}", file=sys.stderr, flush=True)
            continue
        print(json.dumps({"id": wanted, **as_table(_read(reader, text))}), flush=True)
    return 1 if left_out else 0


def as_table(reading: Reading) -> dict[str, Any]:
    """A reading as plain values. ``kinds``: all fifteen, likeliest first, whether anything is claimed or not."""
    return {
        "kinds": [{"kind": each.label, "p": round(each.p, DIGITS), "span": each.span} for each in reading.kinds],
        "voice": reading.voice,
        "feelings": [{"name": each.name, "p": round(each.p, DIGITS)} for each in reading.feelings],
        "body": [{"span": each.span, "place": each.place, "hint": each.hint} for each in reading.body],
        "abstained": reading.abstained,
    }


def _wanted(line: bytes) -> tuple[object, str]:
    if len(line) > LONGEST_LINE:
        raise UnusableAnswerError("line", "at most a million bytes")
    try:
        table = json.loads(line)
    except (ValueError, RecursionError):
        raise UnusableAnswerError("line", ASKED) from None
    if not isinstance(table, dict) or "id" not in table or not isinstance(table.get("text"), str):
        raise UnusableAnswerError("line", ASKED)
    return table["id"], table["text"]


def _read(reader: Reader | None, text: str) -> Reading:
    """Of the text as it came, so that a span is a place in it; of a very long one its beginning."""
    if reader is None:
        return unknown("missing")
    if Words.from_raw(text) is None:
        return unknown("empty")
    return reader.read(Words(text[:LONGEST]))


def explain(tools: Tools, region: str = "") -> None:
    """Asks for a few words, and tells what was read in them."""
    paper, phrases = Paper(), tools.library.phrases
    if sys.stdin.isatty():
        paper.line(phrases.say("app.read.ask"))
    raw = sys.stdin.readline(LONGEST_LINE) if sys.stdin.isatty() else sys.stdin.read(LONGEST_LINE)
    if screen(raw, tools.library.rules).concern:
        print_help(tools, region)
        return
    words = Words.from_raw(raw)
    if words is None:
        paper.line(phrases.say("app.read.empty"))
        return
    reading = _read(tools.reader, words.reveal())
    _Explaining(tools.library, paper, words.reveal()).tell(reading, str(getattr(tools.reader, "by", "")))


class _Explaining:
    """One reading on paper, with the person's own words beside what was heard in them."""

    def __init__(self, library: Library, paper: Paper, text: str) -> None:
        self._library = library
        self._paper = paper
        self._text = text

    def tell(self, reading: Reading, by: str) -> None:
        """All of it; where nothing could be read, why."""
        if reading.unread:
            self._line(reading.unread)
        else:
            self._kinds(reading)
            self._paper.gap()
            self._others(reading)
        self._paper.gap()
        for key in (f"by_{by}", "limits", "chips"):
            if f"app.read.{key}" in self._library.phrases:
                self._paper.hint(self._say(key))

    def _kinds(self, reading: Reading) -> None:
        self._line("likeliest")
        for each in (each for each in reading.kinds[:SHOWN] if each.p >= LEAST_SHOWN):
            label = self._say("none") if each.label == NONE else self._library.phrases.say(f"chip.kinds.{each.label}")
            self._paper.line(self._say("kind", share=f"{each.p * 100:.0f}", label=label), 2)
            if each.span:
                self._paper.hint(self._say("heard", words=self._quoted(each.span)), 4)
        if reading.abstained:
            self._line("open")

    def _others(self, reading: Reading) -> None:
        self._line(reading.voice or "nobody")
        named = ", ".join(self._word(each.name) for each in reading.feelings)
        self._line("feelings" if named else "no_feelings", words=named)
        body = ", ".join(self._quoted(each.span) for each in reading.body)
        self._line("body" if body else "no_body", words=body)

    def _word(self, category: str) -> str:
        found = self._library.feelings.covering(category)
        return found[1].word if found else category

    def _quoted(self, span: Span) -> str:
        return f"“{' '.join(self._text[slice(*span)].split())}”"

    def _say(self, key: str, **names: str) -> str:
        return self._library.phrases.say(f"app.read.{key}", plain=False, **names)

    def _line(self, key: str, **names: str) -> None:
        self._paper.line(self._say(key, **names))
