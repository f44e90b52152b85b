"""From a pattern as people write it to one that reads quickly.

Promise: the pattern matches exactly what it says, in exactly the order it says it.

Rules:
- Pure. Nothing may repeat without a bound, so no text can make a pattern slow.
- Whole words only: a match begins after a space and ends before one. The space before it belongs to the match
  (a search for one certain character is the quickest there is); whoever asks for the span leaves it out.
- Words that stand side by side are bundled by their first letter. Of two words with different first letters one at most
  can match, so their order means nothing; the order of all others is kept.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from unforced.domain.openings import Starts, openings_of, starts_of

MANY: Final = 5  # alternatives of a group that are worth bundling

_WRAP: Final = re.compile(r"\n *")  # a long pattern is wrapped in its file
_SHORTHAND: Final = re.compile(r"<([a-z_]+)>")
_UNBOUNDED: Final = re.compile(r"(?<!\\)[*+]|\{\d*,\}")
_TOKEN: Final = re.compile(r"\\.|\[[^]]*\]|\(\?(?::|<?[=!])|[()|]|[^\\\[()|]")
_FRAMES: Final = {"before": r" (?:%s) \Z", "after": r" (?:%s)(?= )"}
_WORDY: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 ")
_REPEATS: Final = frozenset("?{")


class Shorthand:
    """Names for parts of patterns. `ValueError` for one that can't be used."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._bodies: dict[str, str] = {}
        self._starts: dict[str, Starts] = {}
        for name, pattern in table.items():
            self._bodies[name] = self.spelt_out(name, pattern)
            self._starts[name] = starts_of(_WRAP.sub("", pattern), self._starts)

    def spelt_out(self, name: str, pattern: str) -> str:
        """A pattern with every shorthand opened; refused where one isn't known, or a repeat has no bound."""
        plain = _WRAP.sub("", pattern)
        if _UNBOUNDED.search(plain) or not self._bodies.keys() >= set(_SHORTHAND.findall(plain)):
            raise ValueError(f"rule {name}: an unknown shorthand, or a repeat without a bound")
        return _SHORTHAND.sub(lambda found: self._bodies[found[1]], _bundled(plain))

    def openings(self, ways: list[str]) -> frozenset[str]:
        """What a match of one of these ways can begin with; nothing where it may begin with anything."""
        found = [openings_of(starts_of(_WRAP.sub("", way), self._starts)) for way in ways]
        return frozenset().union(*found) if all(found) else frozenset()


def pattern_from(name: str, ways: list[str], shorthand: Shorthand, part: str = "hears") -> re.Pattern[str]:
    """One pattern for several ways of saying a thing; `ValueError` naming the rule where it can't be read."""
    body = "|".join(shorthand.spelt_out(name, way) for way in ways)
    try:
        return re.compile(_FRAMES.get(part, r" (?:%s)(?= )") % body)
    except re.error:
        raise ValueError(f"rule {name}: its pattern can't be read") from None


def _bundled(body: str) -> str:
    """A pattern with the alternatives of every group bundled; one that can't be read is left as it is."""
    levels: list[list[str]] = [[""]]
    for token in _TOKEN.findall(body):
        if token[0] == "(":
            levels[-1][-1] += token
            levels.append([""])
        elif token == "|":
            levels[-1].append("")
        elif token == ")" and len(levels) > 1:
            inside = _by_first_letter(levels.pop())
            levels[-1][-1] += inside + token
        else:
            levels[-1][-1] += token
    return _by_first_letter(levels[0]) if len(levels) == 1 else body


def _by_first_letter(ways: list[str]) -> str:
    """Alternatives, those that begin with the same letter together; one that begins otherwise is a fence."""
    return "|".join(ways if len(ways) < MANY else (way for run in _runs(ways) for way in run))


def _runs(ways: list[str]) -> Iterator[list[str]]:
    bundles: dict[str, list[str]] = {}
    for way in ways:
        if way[:1] in _WORDY and way[:1] and way[1:2] not in _REPEATS:
            bundles.setdefault(way[0], []).append(way[1:])
        else:
            yield _told(bundles)
            yield [way]
            bundles = {}
    yield _told(bundles)


def _told(bundles: Mapping[str, list[str]]) -> list[str]:
    return [
        letter + (f"(?:{_by_first_letter(tails)})" if len(tails) > 1 else tails[0]) for letter, tails in bundles.items()
    ]
