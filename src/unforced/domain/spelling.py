"""Mends words: short forms opened, disguises undone, slips of the finger put right.

Promise: a word the rules listen for is known again behind one slip; an ordinary word is left as it is.

Rules:
- Total and pure; each word is looked up, never searched for, so the work stays in step with the text.
- One slip only: a letter swapped, doubled, lost, added or changed; the first two are believed before the rest.
- English is data (`[spelling]` in content/signals/en.toml). Words that look like a slip and aren't one
  stand there as `lookalikes`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, product
from typing import Any, Final

LONGEST: Final = 32  # letters of a word that are kept
FAR: Final = 2  # slips that are too many
WAYS: Final = 5  # words that one typed word may have been
DOUBTS: Final = 3  # words of a sentence that are read in more than one way
LEARNT: Final = 20_000  # different words of one text that are mended; after that it is noise, and stands as typed

Ways = tuple[str, ...]

_LEET: Final = str.maketrans("0134578@$", "oieastbas")
_RUN: Final = re.compile(r"(.)\1++")
_LONG_RUN: Final = re.compile(r"(.)\1\1")
_CLASS: Final = re.compile(r"\[[^]]*\]|<[a-z_]+>")
_MAYBE: Final = re.compile(r"([a-z])\?")
_WORD: Final = re.compile(r"[a-z]{3,}")
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]++")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How one language is written in a hurry.

    `spoken` opens short forms ("dont" to "do not"); `known` are words left as they are; `near` leads from a word
    with a letter missing to the words it may have been, and `rank` says which of two is taken; `masked` undoes
    starred letters; `squeezed` finds a word whose letters were drawn out; `glue` are words that get run together,
    `joined` words that get a space too many.
    """

    spoken: Mapping[str, str] = field(repr=False)
    known: frozenset[str] = field(repr=False)
    rank: Mapping[str, int] = field(repr=False)
    near: Mapping[str, tuple[str, ...]] = field(repr=False)
    masked: Mapping[str, str] = field(repr=False)
    squeezed: Mapping[str, str] = field(repr=False)
    glue: frozenset[str] = field(repr=False)
    joined: frozenset[str] = field(repr=False)


def spelling_from(table: Mapping[str, Any], patterns: Iterable[str], also: frozenset[str] = frozenset()) -> Spelling:
    """The spelling a `[spelling]` table describes, able to mend every word that one of the patterns spells out.

    `also` are other words that are listened for: they are left as they are, and no slip is read as one of them.
    """
    spoken: dict[str, str] = dict(table["spoken"])
    loaded, light, glue, exact = (table[key].split() for key in ("disguised", "light", "glue", "exact"))
    others = sorted(key for key in spoken if key.isalpha() and len(key) > 3)
    others += sorted(_vocabulary(patterns) - spoken.keys() - set(exact))
    words = list(dict.fromkeys((*loaded, *light, *others)))
    near: dict[str, list[str]] = {}
    for word in words:
        for form in {word, *_without_one(word)}:
            near.setdefault(form, []).append(word)
    return Spelling(
        spoken=spoken,
        known=frozenset((*words, *spoken, *glue, *exact, *also, *table["lookalikes"].split())),
        rank={word: rank for rank, word in enumerate(words)},
        near={form: tuple(found) for form, found in near.items()},
        masked={form: word for word in loaded for form in _masked(word)},
        squeezed={_RUN.sub(r"\1", word): word for word in reversed(words)},
        glue=frozenset(glue),
        joined=frozenset(word for word in loaded if len(word) >= 5),
    )


def _vocabulary(patterns: Iterable[str]) -> set[str]:
    """Words of three letters and more, with an optional letter ("colou?r") both in and out."""
    plain = _CLASS.sub(" ", " ".join(patterns))
    return {*_WORD.findall(_MAYBE.sub(r"\1", plain)), *_WORD.findall(_MAYBE.sub("", plain))}


def mended(pieces: list[str], spelling: Spelling, memo: dict[str, Ways]) -> list[list[str]]:
    """The words behind the pieces of one sentence: the likeliest reading, then one for each other word it may hold.

    `memo` carries what was looked up in the same text. At most 1 + DOUBTS * (WAYS - 1) readings.
    """
    read = list(_each(pieces, spelling, memo))
    best = [ways[0] for ways in read]
    readings = [best]
    for at in [at for at, ways in enumerate(read) if len(ways) > 1][:DOUBTS]:
        readings += [[*best[:at], other, *best[at + 1 :]] for other in read[at][1:]]
    return [" ".join(_respaced(reading, spelling)).split() for reading in readings]


def _each(pieces: list[str], spelling: Spelling, memo: dict[str, Ways]) -> Iterator[Ways]:
    for single, group in groupby(pieces, key=lambda piece: len(piece) == 1):
        letters = list(group)
        if single and 3 <= len(letters) <= LONGEST and (ways := _meant("".join(letters), spelling)):
            yield ways[:1]  # "k i l l": letters spaced out on purpose
            continue
        for piece in letters:
            if piece not in memo:
                found = _meant(piece, spelling) if len(memo) < LEARNT else ()
                memo[piece] = found or (_NOT_PLAIN.sub("", piece)[:LONGEST],)
            yield memo[piece]


def _meant(piece: str, spelling: Spelling) -> Ways:
    """The known words that may be behind a piece as typed, likeliest first; none when it stands for itself."""
    bare = piece.replace("'", "")
    if bare.isdigit():
        return ()
    forms = dict.fromkeys((piece, bare, bare.translate(_LEET), bare.replace("1", "l").translate(_LEET)))
    for form in forms:
        if found := spelling.spoken.get(form) or (form if form in spelling.known else spelling.masked.get(form)):
            return (found,)
        if _LONG_RUN.search(form) and (found := spelling.squeezed.get(_RUN.sub(r"\1", form))):
            return (spelling.spoken.get(found, found),)
    unglued = _unglued(bare, spelling)
    return (unglued,) if unglued else _slipped(bare, spelling)


def _slipped(typed: str, spelling: Spelling) -> Ways:
    """The words that one slip of a finger may have turned into `typed`."""
    words = {word for form in (typed, *_without_one(typed)) for word in spelling.near.get(form, ())}
    ranked = sorted((_cost(typed, word), spelling.rank[word], word) for word in words)
    return tuple(spelling.spoken.get(word, word) for cost, _, word in ranked[:WAYS] if cost < FAR)


def _cost(typed: str, word: str) -> int:
    """0 for a letter swapped or doubled, 1 for one lost, added or changed, FAR for more than one slip."""
    same = (i for i, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b)
    head = next(same, min(len(typed), len(word)))
    rest, left = typed[head:], word[head:]
    if len(rest) == len(left) and rest[1:2] + rest[:1] == left[:2] and rest[2:] == left[2:]:
        return 0
    if len(rest) > len(left) and rest[1:] == left:
        return 0 if head and rest[0] == typed[head - 1] else 1
    return 1 if len(word) > 1 and left[1:] in (rest, rest[1:]) and rest != left else FAR


def _unglued(word: str, spelling: Spelling) -> str:
    """Words run together ("killmyself"), told apart; nothing when any letter is left over."""
    ways: dict[int, str] = {0: ""}
    for start in range(len(word) if len(word) >= 6 else 0):
        if start in ways:
            for end in range(start + 1, min(start + 10, len(word)) + 1):
                if end not in ways and word[start:end] in spelling.glue:
                    ways[end] = f"{ways[start]} {spelling.spoken.get(word[start:end], word[start:end])}"
    return ways.get(len(word), "").strip()


def _respaced(words: list[str], spelling: Spelling) -> Iterator[str]:
    """A space too many ("over dose") goes; a space one letter off ("kil lmyself") moves back."""
    waiting = ""
    for word in words:
        before, waiting = waiting, word
        if before + word in spelling.joined:
            waiting = before + word
        elif before and not (_stands(before, spelling) and _stands(word, spelling)):
            moved = ((before + word[:1], word[1:]), (before[:-1], before[-1:] + word))
            settled = (pair for pair in moved if spelling.known.issuperset(pair) and "" not in pair)
            before, waiting = next(settled, (before, word))
            yield before
        else:
            yield before
    yield waiting


def _stands(word: str, spelling: Spelling) -> bool:
    return word in spelling.known or " " in word or word.isdigit()


def _without_one(word: str) -> Iterable[str]:
    return (word[:i] + word[i + 1 :] for i in range(len(word)))


def _masked(word: str) -> Iterable[str]:
    """Forms with letters starred out: any of the vowels, or all but the ends."""
    yield from ("".join(choice) for choice in product(*(("*", x) if x in "aeiou" else (x,) for x in word)))
    yield word[0] + "*" * (len(word) - 2) + word[-1]
