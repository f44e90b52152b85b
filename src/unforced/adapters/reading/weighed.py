"""What was learnt about terms, read from files that a person can read: ``model/lexical.txt``, ``model/concern.txt``.

Promise: the numbers of the file and nothing else; a file of another form is refused whole (MissingModelError).

The file: lines that begin with ``# `` say what it is; ``labels``, ``bias``, ``temperature`` and ``least`` each have a
line; then a term a line: the term, how rare it is (its idf, in hundredths), what it adds to each label (in tenths).
Tabs stand between the three. What a term adds is read from its line when the term is met, so that loading is quick.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from unforced.adapters.reading.encoder import MissingModelError
from unforced.adapters.reading.terms import Term, terms
from unforced.domain.reading import LABELS

FILE: Final = Path(__file__).parents[2] / "model" / "lexical.txt"


class Known(NamedTuple):
    """A term of a text that the file knows. ``amount``: its share of the text's direction, above 0 and up to 1.

    ``adds``: what it adds to each label of the file.
    """

    amount: float
    adds: tuple[float, ...]


class Weighed(NamedTuple):
    """``bias``: what each label begins with. ``least``: the likelihood below which nothing is claimed (0 to 1)."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    temperature: float
    least: float
    lines: Mapping[str, str]

    def known(self, met: Iterable[Term]) -> dict[str, Known]:
        """Every term of a text that the file knows; their amounts as one direction of length 1."""
        counted = Counter(term.name for term in met)
        read = {name: self._read(name, count) for name, count in counted.items() if name in self.lines}
        length = math.sqrt(sum(amount * amount for amount, _ in read.values())) or 1.0
        return {name: Known(amount / length, adds) for name, (amount, adds) in read.items()}

    def _read(self, name: str, count: int) -> tuple[float, tuple[float, ...]]:
        rare, adds = self.lines[name].split("\t")
        return (1 + math.log(count)) * int(rare) / 100, tuple(int(each) / 10 for each in adds.split())

    def shares_in(self, text: str) -> dict[str, float]:
        """How likely each label is in a text, together 1."""
        return self.shares(self.known(terms(text)))

    def shares(self, known: Mapping[str, Known]) -> dict[str, float]:
        """How likely each label is, together 1."""
        numbers = list(self.bias)
        for amount, adds in known.values():
            for place, add in enumerate(adds):
                numbers[place] += amount * add
        return likely(dict(zip(self.labels, (number / self.temperature for number in numbers), strict=True)))


def likely(numbers: Mapping[str, float]) -> dict[str, float]:
    """Numbers of any size as likelihoods that are 1 together."""
    most = max(numbers.values())
    raised = {label: math.exp(number - most) for label, number in numbers.items()}
    whole = sum(raised.values())
    return {label: each / whole for label, each in raised.items()}


class Learnt:
    """The file, read when it is first needed."""

    def __init__(self, file: Path = FILE, labels: tuple[str, ...] = LABELS) -> None:
        self._file, self._labels = file, labels

    @cached_property
    def weighed(self) -> Weighed:
        """What is in it. MissingModelError where it isn't there, or isn't such a file."""
        try:
            return weighed_from(self._file.read_text("utf-8"), self._labels)
        except (OSError, ValueError, KeyError):
            raise MissingModelError from None


def weighed_from(text: str, wanted: tuple[str, ...] = LABELS) -> Weighed:
    """What such a file says. ValueError and KeyError where it is another kind of file, or of other labels."""
    lines = dict(line.split("\t", 1) for line in text.splitlines() if line and not line.startswith("# "))
    labels = tuple(lines.pop("labels:").split())
    bias = tuple(float(each) for each in lines.pop("bias:").split())
    temperature, least = float(lines.pop("temperature:")), float(lines.pop("least:"))
    if sorted(labels) != sorted(wanted) or len(bias) != len(labels) or temperature <= 0:
        raise ValueError("another kind of file")
    return Weighed(labels, bias, temperature, least, lines)
