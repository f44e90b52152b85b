"""From any string to plain sentences that rules can read.

Promise: the same sentences come out whether somebody typed them carefully, in a hurry, in disguise or in tears.

Rules:
- Total and pure: every string is an answer; nothing is raised, logged or kept.
- Linear: each character is folded by itself (joined normalisation can be made quadratic with combining marks),
  each word is looked up once, and a sentence is cut into windows of bounded length.
- A plain sentence is lower-case words between single spaces, with a space at either end.
- How words are mended is in `spelling`; this module only folds letters and finds where sentences end.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from unforced.domain.spelling import LONGEST, Spelling, Ways, mended

WINDOW: Final = 90  # words in one window of a long sentence
OVERLAP: Final = 18  # words two windows share, so that no phrase is cut in half
READ_AGAIN: Final = 8_000  # words of one text that are read a second way, so that noise can't make it slow

_TWINS: Final = {  # letters of other scripts, and drawn letters, that pass for Latin ones
    **dict(zip("авеёікмнорсѕтухјһԁԛԝѵ", "abeeikmhopcstyxjhdqwv", strict=True)),
    **dict(zip("αβεικνορτυχωϲ", "abeikvoptuxwc", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıøłđ", "abcdefghijklmnoprstuvwyziold", strict=True)),
    **{chr(start + i): chr(97 + i) for start in (0x1F150, 0x1F170, 0x1F1E6) for i in range(26)},
    **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u115f\u1160\u3164", ""),  # letters that show nothing
    "\u2026": ".",
}
_UNSEEN: Final = {"Mn", "Me", "Cf"}  # marks and format characters: they go without leaving a gap
_BANG: Final = re.compile(r"(?<=[a-z])!(?=[a-z])")
_PIECE: Final = re.compile(r"[a-z0-9'*@$]++|[.!?;\n]++")


def sentences(text: str, spelling: Spelling) -> Iterator[list[str]]:
    """Every plain sentence of `text`, in order, in each way it may be read; a long one comes as overlapping windows.

    The likeliest reading comes first. After READ_AGAIN words that were read again, a sentence has one reading.
    """
    memo: dict[str, Ways] = {}
    spare = READ_AGAIN
    for pieces in _windows(_together(_split(_fold(text)))):
        readings = mended(pieces, spelling, memo)
        spare -= sum(map(len, readings[1:]))
        yield [f" {' '.join(words)} " for words in (readings if spare > 0 else readings[:1])]


def _windows(split: Iterable[list[str]]) -> Iterator[list[str]]:
    for pieces in split:
        for start in range(0, max(len(pieces) - OVERLAP, 1), WINDOW - OVERLAP):
            yield pieces[start : start + WINDOW]


def _fold(text: str) -> str:
    """Lower-case ASCII: accents, disguises and what can't be seen fall away; the rest becomes a space."""
    if not text.isascii():
        text = text.translate({ord(letter): _skeleton(letter) for letter in set(text) if not letter.isascii()})
    return _BANG.sub("i", text.casefold().replace("\r", ""))


def _skeleton(letter: str) -> str:
    shapes = (_TWINS.get(part, part) for part in unicodedata.normalize("NFKD", letter).casefold())
    seen = "".join(shape for shape in shapes if shape.isascii())
    if seen or letter in _TWINS or unicodedata.category(letter) in _UNSEEN:
        return seen
    return " "


def _split(text: str) -> Iterator[list[str]]:
    """Words by sentence. A full stop inside "k.m.s" ends nothing; neither does a single line break."""
    words: list[str] = []
    for piece in _PIECE.finditer(text):
        if piece[0][0] not in ".!?;\n":
            words.append(piece[0][: LONGEST + 8])
        elif words and _ends(piece[0], text[piece.end() : piece.end() + 1]):
            yield words
            words = []
    if words:
        yield words


def _ends(marks: str, following: str) -> bool:
    if "?" in marks or ";" in marks or "\n\n" in marks:
        return True
    return marks[0] != "\n" and (marks[-1] == "\n" or not following or following.isspace())


def _together(split: Iterable[list[str]]) -> Iterator[list[str]]:
    """A few words cut up by full stops ("I want to. Die.") are one sentence again."""
    held: list[str] = []
    last = 0
    for words in split:
        if held and not (last <= 3 and len(words) <= 2):
            yield held
            held = []
        held, last = held + words, len(words)
    if held:
        yield held
