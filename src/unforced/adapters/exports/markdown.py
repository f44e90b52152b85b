"""Markdown, in which a person's words are text: no letter of theirs is read as markup, by any common reader of it."""

from __future__ import annotations

import re

from unforced.domain.handover import Handover, Item

MARKUP = frozenset("\\`*_[]<>#|!&~$^{}@=+")
AT_THE_START = re.compile(r"^(\d*)([-.)])")
ADDRESS = re.compile(r":(?=//)|(?i:(?<=www))\.|(?i:(?<=mailto)|(?<=xmpp)):")
"""What some readers make a link of without being asked."""


def as_markdown(sheet: Handover) -> str:
    """The page."""
    blocks = [f"# {plain(sheet.lead)}", plain(sheet.day)]
    for chapter in sheet.chapters:
        blocks += [f"## {plain(chapter.title)}", "\n".join(_line(item) for item in chapter.items)]
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """Text as text, on one line."""
    escaped = "".join(f"\\{letter}" if letter in MARKUP else letter for letter in text)
    return AT_THE_START.sub(r"\1\\\2", ADDRESS.sub(r"\\\g<0>", escaped))


def _line(item: Item) -> str:
    head = f"{plain(item.label)}: {plain(item.head)}" if item.label else plain(item.head)
    return "\n".join([f"- {head}", *(f"  - {plain(line)}" for line in item.lines)])
