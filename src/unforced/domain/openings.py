"""The words a pattern can begin with, so that it is tried only where one of them stands.

Promise: nothing that a pattern matches begins with an opening that isn't named here; where that can't be told, none is.

Rules:
- Pure, and read from the pattern as it is written; a shorthand is read once.
- An opening is the first letters of a word, OPENING of them at most.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

OPENING: Final = 4  # letters

_TOKEN: Final = re.compile(  # a shorthand, a group's beginning, its end, any letter, a repeat, a letter
    r"<([a-z_]+)>|(\(\?(?::|<?[=!]))|([()|])|(\[[^]]*\]|\\.|\.)|(\?|\{\d+,?\d*\})|([^\\\[()|<?{])"
)
_UNTOLD: Final = "\0"  # a letter that may be any
_NOTHING: Final = frozenset({""})

Starts = frozenset[str]  # each a word's opening, or all there is of a pattern that may be followed by more


def openings_of(starts: Starts) -> frozenset[str]:
    """The openings of the words that a whole pattern can begin with; none where it may begin with any."""
    openings = {start.split(" ")[0] for start in starts}
    return frozenset() if any(not opening or _UNTOLD in opening for opening in openings) else frozenset(openings)


def starts_of(pattern: str, shorthand: Mapping[str, Starts]) -> Starts:
    """What a pattern can begin with, as far as the first word goes."""
    return _choice(_TOKEN.finditer(pattern), shorthand)


def _choice(tokens: Iterator[re.Match[str]], shorthand: Mapping[str, Starts]) -> Starts:
    """Alternatives up to the end of a group."""
    ways: Starts = frozenset()
    so_far, last = _NOTHING, _NOTHING
    for token in tokens:
        short, group, mark, any_letter, repeat, letter = token.groups()
        if mark == ")":
            break
        if repeat:
            last = _repeated(last, repeat)
            continue
        so_far, last = _joined(so_far, last), _NOTHING
        if mark == "|":
            ways, so_far = ways | so_far, _NOTHING
        elif group:
            inside = _choice(tokens, shorthand)
            last = inside if group == "(?:" else _NOTHING
        else:
            last = shorthand[short] if short else frozenset({_UNTOLD if any_letter else letter})
    return ways | _joined(so_far, last)


def _joined(one: Starts, other: Starts) -> Starts:
    if other == _NOTHING or all(map(_complete, one)):
        return one
    both = (start if _complete(start) else start + more for start in one for more in other)
    return frozenset(start[: start.index(" ") + 1] if " " in start else start[:OPENING] for start in both)


def _repeated(starts: Starts, repeat: str) -> Starts:
    least, _, most = repeat.strip("{}").partition(",")
    often = starts if repeat == "?" or most in ("0", "1") else starts | _joined(starts, starts)
    return often | _NOTHING if repeat == "?" or least == "0" else often


def _complete(start: str) -> bool:
    return " " in start or len(start) >= OPENING
