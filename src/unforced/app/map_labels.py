"""A name under its place on the map: at most three short lines that are sure to fit, cut only in the picture.

Rules: letters are taken as wider than they are likely to be drawn, since no font is known here. What belongs to one
letter (an accent, a skin tone, the two halves of a flag) is never parted. The list shows the name whole.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from unforced.app.map_names import Name

FONT = 14
"""Units of the drawing: 12.9 px where a window of 320 px leaves it 296."""
CUT = "…"
NARROW = frozenset("iljItf.,:;'’‘!|()[]/\\ ·")
BROAD = frozenset("mwMW@%&—…QOGD")
SKIN = range(0x1F3FB, 0x1F400)
FLAGS = range(0x1F1E6, 0x1F200)
JOINER = "\u200d"
WIDTHS = (
    # Up to this letter, so many ems wide, wherever nothing else is known of one.
    (0x250, 0.56),
    (0x530, 0.78),
    (0x2000, 0.95),
    (0x2800, 1.05),
    (0xFB50, 0.95),
    (0xFDFD, 1.3),
    (0xFDFE, 11.0),  # a whole sentence in one sign
    (0x10000, 1.1),
    (0x12000, 1.4),
    (0x13430, 3.0),  # wedges and pictures
    (0x1F000, 1.6),
)


def label(name: Name, wide: float, most: int) -> tuple[str, ...]:
    """The lines of a name, at most ``most`` (2 or more) of ``wide`` units. What tells it apart is never cut away."""
    lines = fitted(name.said, wide, most)
    if not name.apart or not lines[-1].endswith(CUT):
        return lines
    return (*fitted(name.name, wide, most - 1), *fitted(name.apart, wide, 1))


def fitted(text: str, wide: float, most: int) -> tuple[str, ...]:
    """A text in at most so many lines of that width; where it doesn't fit it ends in a mark."""
    lines: list[str] = []
    for piece in _pieces(text, wide):
        whole = f"{lines[-1]} {piece}" if lines else piece
        if lines and width(whole) <= wide:
            lines[-1] = whole
        elif len(lines) == most:
            lines[-1] = _cut(lines[-1], wide)
            break
        else:
            lines.append(piece)
    return tuple(lines)


def width(text: str) -> float:
    """How wide a text is at most, in units of the drawing."""
    return sum(_ems(letter) for letter in letters(text)) * FONT


def letters(text: str) -> Iterator[str]:
    """The letters of a text, each with what belongs to it."""
    letter = ""
    for sign in text:
        if letter and not _belongs(sign, letter):
            yield letter
            letter = ""
        letter += sign
    if letter:
        yield letter


def _belongs(sign: str, letter: str) -> bool:
    if sign.isascii():
        return letter[-1] == JOINER
    if unicodedata.category(sign) in ("Mn", "Me", "Mc", "Cf") or letter[-1] == JOINER or ord(sign) in SKIN:
        return True
    return ord(sign) in FLAGS and len(letter) == 1 and ord(letter) in FLAGS


def _ems(letter: str) -> float:
    first = letter[0]
    if letter in PLAIN:
        return PLAIN[letter]
    if first in NARROW:
        return 0.34
    if first in BROAD:
        return 0.96
    if first.isascii() and first.isupper():
        return 0.7
    wide = next((ems for until, ems in WIDTHS if ord(first) < until), 1.4)
    if unicodedata.east_asian_width(first) in "WF":
        wide = max(wide, 1.05) if ord(first) < 0x1F000 else 1.4
    return wide + 0.3 * sum(unicodedata.category(sign) == "Mc" for sign in letter[1:])


PLAIN: dict[str, float] = {}
"""How wide the letters are that names are mostly made of, worked out once."""
PLAIN.update({chr(number): _ems(chr(number)) for number in range(0x20, 0x7F)})


def _pieces(text: str, wide: float) -> Iterator[str]:
    """Words, and pieces of those that are too wide for a line; a sign too wide for any is only hinted at."""
    for word in text.split():
        piece, so_far = "", 0.0
        for sign in letters(word):
            letter, more = (sign, width(sign)) if width(sign) <= wide else (CUT, width(CUT))
            if piece and so_far + more > wide:
                yield piece
                piece, so_far = "", 0.0
            piece, so_far = piece + letter, so_far + more
        yield piece


def _cut(line: str, wide: float) -> str:
    kept = list(letters(line))
    while kept and width("".join(kept) + CUT) > wide:
        kept.pop()
    return "".join(kept).rstrip() + CUT
