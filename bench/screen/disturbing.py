"""The same words, typed another way. Seeded: the same text is always disturbed alike."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_BESIDE = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
    "k": "jl", "l": "ko", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry",
    "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_LEET = str.maketrans("eoais", "30415")


def typos(text: str, chance: Random) -> str:
    """One slip of a finger in every twelfth word of five letters or more, and in one at least."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    for at in chance.sample(long, min(len(long), max(1, len(words) // 12))):
        words[at] = _slip(words[at], chance)
    return " ".join(words)


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    beside = word[:at] + chance.choice(_BESIDE.get(word[at].lower(), "e")) + word[at + 1 :]
    return chance.choice((swapped, beside, word[:at] + word[at + 1 :], word[: at + 1] + word[at:]))


def caps(text: str, chance: Random) -> str:
    """Shouted, or whispered."""
    return chance.choice((text.upper(), text.lower(), text.swapcase()))


def spacing(text: str, chance: Random) -> str:
    """Spaces doubled, lines broken, and no apostrophes."""
    gaps = ("  ", " ", " ", "\n")
    return "".join(chance.choice(gaps) if letter == " " else letter for letter in text.replace("'", ""))


def emoji(text: str, chance: Random) -> str:
    """A picture after every sixth word, and at the end."""
    words = text.split(" ")
    shown = (word + chance.choice((" 😭", " 🙃", "💔")) if at % 6 == 5 else word for at, word in enumerate(words))
    return f"{' '.join(shown)} 🥀"


def leetspeak(text: str, chance: Random) -> str:
    """Digits for letters in every fifth long word, and in one at least."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    for at in chance.sample(long, min(len(long), max(1, len(words) // 5))):
        words[at] = words[at].translate(_LEET)
    return " ".join(words)


WAYS: dict[str, Callable[[str, Random], str]] = {
    "typos": typos,
    "caps": caps,
    "spacing": spacing,
    "emoji": emoji,
    "leetspeak": leetspeak,
}
