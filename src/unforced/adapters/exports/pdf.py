"""A tagged PDF (PDF/UA-1), set in memory: no file is read or written for it, and nothing is asked for elsewhere.

Rules:
- Words reach the typesetter as JSON and are set as strings. What it says of a mistake may hold them; it goes nowhere.
- Its own letters come first. Where they have no shape for one, those of this computer are asked; where nothing has,
  an empty square stands in its place, and how many there are is said. A page with a missing letter is never passed off
  as whole.
- The file says the day at most, never the minute.
"""

from __future__ import annotations

import importlib
import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from unforced.domain.errors import NoPressError
from unforced.domain.handover import JOINERS, Handover, Item, Pressed

TEMPLATE = Path(__file__).with_name("sheet.typ")
STANDARD = "ua-1"
LONGEST_WORD = 24
"""Letters of a word that stay together; a longer word may break."""
MISSING = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
SQUARE = "\u25a1"
UNSEEN = frozenset({" ", SQUARE, "\ufe0e", "\ufe0f", *JOINERS})
"""What needs no shape of its own, and the square itself."""
LATIN = 0x17F
RIGHT_TO_LEFT = ("R", "AL")


def there() -> bool:
    """Whether the typesetter is installed (the extra ``report``)."""
    try:
        _typesetter()
    except NoPressError:
        return False
    return True


def as_pdf(sheet: Handover) -> Pressed:
    """The page. NoPressError where the typesetter isn't installed or doesn't set it."""
    missing: frozenset[str] = frozenset()
    for own_letters in (True, False):
        content, missing = _set(sheet, frozenset(), own_letters)
        if content:
            return Pressed(content)
    content, _ = _set(sheet, missing, own_letters=False)
    if not content:  # it named the letters in a way that isn't known here: only the plainest ones stay
        missing = frozenset(letter for text in sheet.texts() for letter in text if ord(letter) > LATIN)
        content, _ = _set(sheet, missing, own_letters=False)
    if not content:
        raise NoPressError("the typesetter refused the page")
    return Pressed(content, sum(letter in missing for text in sheet.texts() for letter in text))


def _set(sheet: Handover, missing: frozenset[str], own_letters: bool) -> tuple[bytes, frozenset[str]]:
    """The PDF, or nothing and the letters that have no shape."""
    typst = _typesetter()
    written = json.dumps(_plain(sheet, missing), ensure_ascii=True)
    try:
        made = typst.compile(
            TEMPLATE.read_bytes(),
            format="pdf",
            pdf_standards=STANDARD,
            ignore_system_fonts=own_letters,
            sys_inputs={"sheet": written},
        )
    except typst.TypstError as error:
        return b"", _letters(str(getattr(error, "diagnostic", "")))
    return bytes(made), frozenset()


def _letters(said: str) -> frozenset[str]:
    shown = "".join(_unescaped(shown) for shown in MISSING.findall(said))
    return frozenset(shown) - UNSEEN


def _unescaped(shown: str) -> str:
    r"""What was shown: letters as they are, or as ``\u{1f98a}``."""
    return re.sub(r"\\u\{([0-9a-f]{1,6})\}", lambda found: chr(int(found[1], 16)), shown)


@cache
def _typesetter() -> Any:
    """The typesetter, imported when the first PDF is asked for."""
    try:
        return importlib.import_module("typst")
    except ImportError:
        raise NoPressError("the extra report isn't installed") from None


def _plain(sheet: Handover, missing: frozenset[str]) -> dict[str, object]:
    def text(line: str) -> dict[str, object]:
        return _pieces("".join(SQUARE if letter in missing else letter for letter in line))

    chapters = [
        {"title": chapter.title, "items": [_item(item, text) for item in chapter.items]} for chapter in sheet.chapters
    ]
    return {
        "title": sheet.title,
        "lead": text(sheet.lead),
        "day": sheet.day,
        "language": sheet.language,
        "chapters": chapters,
    }


def _item(item: Item, text: Callable[[str], dict[str, object]]) -> dict[str, object]:
    label = text(item.label) if item.label else None
    return {"label": label, "head": text(item.head), "lines": [text(line) for line in item.lines]}


def _pieces(line: str) -> dict[str, object]:
    """A line and the direction it begins in; cut only inside of words that would not fit."""
    pieces, piece, run = [], "", 0
    for letter in line:
        run = 0 if letter == " " else run + 1
        if run > LONGEST_WORD and not unicodedata.combining(letter):
            pieces.append(piece)
            piece, run = "", 1
        piece += letter
    return {"pieces": [*pieces, piece], "rtl": _right_to_left(line)}


def _right_to_left(line: str) -> bool:
    """Whether the first letter that has a direction goes from right to left (UAX 9, P2)."""
    found = (unicodedata.bidirectional(letter) for letter in line)
    return next((each in RIGHT_TO_LEFT for each in found if each in ("L", *RIGHT_TO_LEFT)), False)
