"""From any string to plain sentences that rules can read.

Promise: the same words come out whether somebody typed them carefully, in a hurry, in disguise or in tears.

Rules:
- Total and pure: every string is an answer; nothing is raised, logged, kept or guessed about.
- Linear: each character is folded by itself (joined normalisation can be made quadratic with combining marks),
  each word is looked up, and a sentence is cut into windows of bounded length.
- A plain sentence is lower-case words between single spaces, with a space at either end.
- English lives in the data (`Spelling`); this module only knows how letters are disguised.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, product
from typing import Any, Final

WINDOW: Final = 60  # words in one window of a long sentence
OVERLAP: Final = 20  # words two windows share, so that no phrase is cut in half
LONGEST: Final = 32  # letters of a word that are kept

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_TWINS: Final = {  # letters of other scripts, and drawn letters, that pass for Latin ones
    **dict(zip("авеёікмнорсѕтухјһԁԛԝѵ", "abeeikmhopcstyxjhdqwv", strict=True)),
    **dict(zip("αβεικνορτυχωϲ", "abeikvoptuxwc", strict=True)),
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢıøłđ", "abcdefghijklmnoprstuvwyziold", strict=True)),
    **{chr(start + i): _LATIN[i] for start in (0x1F150, 0x1F170, 0x1F1E6) for i in range(26)},
    **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u115f\u1160\u3164", ""),  # letters that show nothing
    "\u2026": ".",
}
_UNSEEN: Final = {"Mn", "Me", "Cf"}  # marks and format characters: they go without leaving a gap
_LEET: Final = str.maketrans("0134578@$!", "oieastbasi")
_BANG: Final = re.compile(r"(?<=[a-z])!(?=[a-z])")
_PIECE: Final = re.compile(r"[a-z0-9'*@$]++|[.!?;\n]++")
_LONG_RUN: Final = re.compile(r"(.)\1\1")
_RUN: Final = re.compile(r"(.)\1++")
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]++")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one language is written in a hurry.

    `spoken` opens short forms ("dont" to "do not"); `slips` maps a misspelling to the word that was meant;
    `known` are words left as they are; `squeezed` finds a word whose letters were drawn out;
    `glue` are words that get written without spaces; `joined` are words that get a space too many.
    """

    spoken: Mapping[str, str] = field(repr=False)
    slips: Mapping[str, str] = field(repr=False)
    known: frozenset[str] = field(repr=False)
    squeezed: Mapping[str, str] = field(repr=False)
    glue: frozenset[str] = field(repr=False)
    joined: frozenset[str] = field(repr=False)


def spelling_from(table: Mapping[str, Any]) -> Spelling:
    """The spelling described by a `[spelling]` table: `spoken`, `heavy`, `light`, `glue`, `lookalikes`."""
    spoken: dict[str, str] = dict(table["spoken"])
    heavy, light = _words(table["heavy"]), _words(table["light"])
    known = frozenset(heavy) | frozenset(light) | _words(table["lookalikes"]) | spoken.keys()
    slips = {slip: word for word in sorted(heavy) for slip in (*_slips(word), *_masked(word)) if slip not in known}
    squeezed = {_RUN.sub(r"\1", word): word for word in (*sorted(light), *sorted(heavy))}
    joined = frozenset(word for word in heavy if len(word) >= 5)
    return Spelling(spoken, slips, known, squeezed, frozenset(_words(table["glue"])), joined)


def sentences(text: str, spelling: Spelling) -> Iterator[str]:
    """Every plain sentence of `text`, in order; a long one comes as overlapping windows."""
    memo: dict[str, str] = {}
    for pieces in _together(_split(_fold(text))):
        words = " ".join(_mend(pieces, spelling, memo)).split()
        words = list(_rejoin(words, spelling.joined))
        for start in range(0, max(len(words) - OVERLAP, 1), WINDOW - OVERLAP):
            yield f" {' '.join(words[start : start + WINDOW])} "


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _fold(text: str) -> str:
    """Lower-case ASCII: accents, disguises and what can't be seen fall away; the rest becomes a space."""
    if not text.isascii():
        strange = {ord(letter): _skeleton(letter) for letter in set(text) if not letter.isascii()}
        text = text.translate(strange)
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


def _together(split: Iterable[list[str]]) -> Iterator[list[str]]:
    """A few words cut up by full stops ("I want to. Die.") are one sentence again."""
    held: list[str] = []
    for words in split:
        if held and not (len(held) <= 3 and len(words) <= 2):
            yield held
            held = []
        held = held + words
    if held:
        yield held


def _ends(marks: str, following: str) -> bool:
    if "?" in marks or ";" in marks or "\n\n" in marks:
        return True
    return marks[0] != "\n" and (marks[-1] == "\n" or not following or following.isspace())


def _mend(pieces: list[str], spelling: Spelling, memo: dict[str, str]) -> Iterator[str]:
    for single, group in groupby(pieces, key=lambda piece: len(piece) == 1):
        letters = list(group)
        together = "".join(letters)
        if single and 3 <= len(letters) <= LONGEST and (word := _meant(together, spelling)):
            yield word  # "k i l l": letters spaced out on purpose
            continue
        for piece in letters:
            if piece not in memo:
                memo[piece] = _meant(piece, spelling) or _NOT_PLAIN.sub("", piece)[:LONGEST]
            yield memo[piece]


def _meant(piece: str, spelling: Spelling) -> str:
    """The known word or words behind a piece as typed, or nothing."""
    bare = piece.replace("'", "")
    for form in dict.fromkeys((piece, bare, bare.translate(_LEET), bare.replace("1", "l").translate(_LEET))):
        if form.isdigit() or (form != bare and bare.isdigit()):
            continue
        if found := spelling.spoken.get(form) or (form if form in spelling.known else spelling.slips.get(form)):
            return found
        if _LONG_RUN.search(form) and (found := spelling.squeezed.get(_RUN.sub(r"\1", form))):
            return spelling.spoken.get(found, found)
    return _unglue(bare, spelling)


def _unglue(word: str, spelling: Spelling) -> str:
    """Words run together ("killmyself"), told apart; nothing when any letter is left over."""
    if len(word) < 6:
        return ""
    ways: dict[int, str] = {0: ""}
    for start in range(len(word)):
        if start in ways:
            for end in range(start + 1, min(start + 10, len(word)) + 1):
                if end not in ways and word[start:end] in spelling.glue:
                    part = word[start:end]
                    ways[end] = f"{ways[start]} {spelling.spoken.get(part, part)}"
    return ways.get(len(word), "").strip()


def _rejoin(words: list[str], joined: frozenset[str]) -> Iterator[str]:
    """Words that got a space too many ("over dose", "suic ide") become one again."""
    waiting = ""
    for word in words:
        if waiting + word in joined:
            waiting += word
            continue
        if waiting:
            yield waiting
        waiting = word
    if waiting:
        yield waiting


def _slips(word: str) -> Iterable[str]:
    """Every form one slip of a finger away: a letter lost, swapped, changed or added."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + b[:1] + b for a, b in cuts if b)
    if len(word) < 4:
        return
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in _LATIN)
    yield from (a + letter + b for a, b in cuts for letter in _LATIN)


def _masked(word: str) -> Iterable[str]:
    """Forms with letters starred out: any of the vowels, or all but the ends."""
    choices = [("*", letter) if letter in "aeiou" else (letter,) for letter in word]
    yield from ("".join(choice) for choice in product(*choices))
    yield word[0] + "*" * (len(word) - 2) + word[-1]
