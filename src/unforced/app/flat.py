"""Words in Markdown: as text and nothing else."""

from __future__ import annotations

import re

MARKUP = frozenset("\\`*_[]<>#|!&~")
AT_THE_START = re.compile(r"^(\d*)([-+=.)])")


def flat(text: str) -> str:
    """Words on one line, in which no letter of theirs is read as markup."""
    line = "".join(f"\\{letter}" if letter in MARKUP else letter for letter in " ".join(text.split()))
    return AT_THE_START.sub(r"\1\\\2", line)
