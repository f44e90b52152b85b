"""Whom a person can reach, in a terminal: the same numbers as on the pages, each exactly as it is stored."""

from __future__ import annotations

from functools import partial

from unforced.app.reach import Reach, Somebody
from unforced.app.showing.reaching import reach
from unforced.cli.paper import Paper
from unforced.cli.tools import Tools
from unforced.content.phrases import Phrases


def print_help(tools: Tools, region: str) -> None:
    """The page of help, without a visit: a number, every line of the region, and a directory."""
    phrases, paper = tools.library.phrases, Paper()
    paper.line(phrases.say("app.help.asked"))
    write_reach(reach(partial(phrases.say, plain=False), tools.library, region or tools.region), paper, phrases)
    paper.gap()
    paper.hint(phrases.say("app.help.elsewhere"))


def write_reach(found: Reach, paper: Paper, phrases: Phrases, panel: bool = False) -> None:
    """Everybody who can be reached; on a panel the number and the nearest line."""
    paper.gap()
    paper.line(str(found.number))
    if panel:
        _write_nearest(found, paper)
        return
    if found.others:
        paper.hint(found.others)
    if not found.lines:
        paper.hint(phrases.say("app.help.no_line" if found.region else "app.help.no_region"))
    for title, lines in (("lines", found.lines), ("danger", found.danger), ("young", found.young)):
        if lines:
            paper.gap()
            paper.hint(phrases.say(f"app.help.{title}"))
        for line in lines:
            _write_line(line, paper)
    paper.gap()
    for sentence in (*found.people, str(found.directory), phrases.say("app.help.monitor")):
        paper.line(sentence)


def _write_nearest(found: Reach, paper: Paper) -> None:
    line = found.nearest
    if line is None:
        paper.line(str(found.directory))
        return
    for way in line.ways:
        paper.line(str(way))
    paper.hint(" ".join(filter(None, (f"{line.name}.", line.said, line.note))), 2)


def _write_line(line: Somebody, paper: Paper) -> None:
    paper.line(line.name, 2)
    for way in line.ways:
        paper.line(str(way), 4)
    for sentence in filter(None, (line.said, line.note, *map(str, line.more), " ".join(line.told))):
        paper.hint(sentence, 4)
