"""A reader with the small model; where there is none, or it is late, the reader of rules and words answers.

Promise: within its deadline, an answer with its evidence; what is doubtful is said to be.

Rules:
- The model's shares and those of the words are joined (the product of both, each to its measured weight).
- Below the least likelihood in the file it abstains. What it learnt from one person's lessons shifts the order only.
- A text of more than one reading is read as the mean of its first stretches, FIRST of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from unforced.adapters.reading.encoder import Encoder, MissingModelError, States
from unforced.adapters.reading.evidence import span_of
from unforced.adapters.reading.heads import Head, heads_from
from unforced.adapters.reading.in_time import in_time
from unforced.adapters.reading.passages import passages
from unforced.adapters.reading.taught import UNLIKE, Vote, shifted
from unforced.domain.reading import LABELS, NONE, Feeling, Lesson, Likely, Reading, Speaker
from unforced.domain.words import Words
from unforced.ports import Reader

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEADLINE: Final = 0.5  # seconds for one text, loading included
FIRST: Final = 6  # stretches
WHOLE: Final = 600  # characters that are surely one reading
LATEST: Final = 12  # lessons that are held beside a text; each is read for it
FAR: Final = 0.75  # cosine of two texts up to which they have nothing to do with each other
LOUD: Final = 0.8  # how loud a lesson in the very same words is here, beside what the words alone make of it
FEELINGS: Final = 3  # feelings that are named at most


class _Seen(NamedTuple):
    start: int
    text: str
    states: States


class Plain(Reader, Protocol):
    """The reader of rules and words, and how it hears what a person taught."""

    def votes(self, text: str, lessons: Sequence[Lesson]) -> Iterator[Vote]:
        """How each lesson speaks beside a text, in order."""


class SmallReader:
    """Reads with the model in a folder. ``plain`` answers where it can't, and for language, body and short words."""

    by: Final = "model"  # how a person is told who read

    def __init__(self, folder: Path, encoder: Encoder, plain: Plain) -> None:
        self._file = folder / "heads.npz"
        self._encoder = encoder
        self._plain = plain

    def ready(self) -> None:
        """Loads what it needs. MissingModelError."""
        self._encoder.ready()
        _ = self._heads

    @cached_property
    def _heads(self) -> dict[str, Head]:
        return heads_from(self._file)

    def read(self, words: Words, lessons: Sequence[Lesson] = ()) -> Reading:
        """What it heard. Never raises for anything that a person could write."""
        plain = self._plain.read(words)
        if plain.unread:
            return plain
        found = in_time(DEADLINE, lambda: self._read(words.reveal(), plain, lessons))
        return found or self._plain.read(words, lessons)

    def _read(self, text: str, plain: Reading, lessons: Sequence[Lesson]) -> Reading:
        import numpy as np  # noqa: PLC0415

        seen = self._seen(text)
        mean = np.mean([each.states.mean for each in seen], axis=0)
        head = self._heads["kinds"]
        shares = head.with_words(mean, {each.label: each.p for each in plain.kinds})
        by_label = {name: float(share) for name, share in zip(head.names, shares, strict=True)}
        by_label = shifted(by_label, self._votes(text, mean, lessons))
        spans = {label: self._span(seen, label) for label in LABELS if label != NONE}
        ranked = sorted(LABELS, key=lambda label: -by_label[label])
        kinds = tuple(Likely(label, by_label[label], spans.get(label)) for label in ranked)
        return plain._replace(
            kinds=kinds,
            voice=self._voice(mean),
            feelings=self._feelings(mean),
            abstained=kinds[0].p < float(head.least[0]),
        )

    def _votes(self, text: str, mean: NDArray[np.float32], lessons: Sequence[Lesson]) -> Iterator[Vote]:
        """The latest lessons: each as loud as the words make it, or the model, whichever is more."""
        latest = lessons[-LATEST:]
        for lesson, vote in zip(latest, self._plain.votes(text, latest), strict=True):
            other = self._encoder.states(lesson.words.reveal()[:WHOLE]).mean
            cosine = float(mean @ other) / float((mean @ mean) ** 0.5 * (other @ other) ** 0.5)
            near = max(0.0, (cosine - FAR) / (1 - FAR)) * LOUD
            yield vote._replace(like=max(vote.like, UNLIKE + (1 - UNLIKE) * near))

    def _seen(self, text: str) -> list[_Seen]:
        if len(text) <= WHOLE:
            return [_Seen(0, text, self._encoder.states(text))]
        some = [each for each in passages(text) if each.text][:FIRST]
        return [_Seen(each.start, each.text, self._encoder.states(each.text)) for each in some]

    def _span(self, seen: list[_Seen], label: str) -> tuple[int, int] | None:
        """Where a label was heard most: in the stretch that speaks most for it."""
        head = self._heads["kinds"]
        direction = head.direction(head.names.index(label))
        best = max(seen, key=lambda each: float(each.states.mean @ direction))
        speaks = [float(each) for each in best.states.states[1:-1] @ direction]
        found = span_of(best.text, best.states.pieces, speaks)
        return (found[0] + best.start, found[1] + best.start) if found else None

    def _voice(self, mean: NDArray[np.float32]) -> Speaker | None:
        head = self._heads["speaker"]
        shares = head.one_of(mean)
        at = int(shares.argmax())
        return Speaker(head.names[at]) if shares[at] >= float(head.least[at]) else None

    def _feelings(self, mean: NDArray[np.float32]) -> tuple[Feeling, ...]:
        head = self._heads["feelings"]
        shares = head.any_of(mean)
        there = [at for at in range(len(head.names)) if shares[at] >= head.least[at] and head.names[at] != "neutral"]
        likeliest = sorted(there, key=lambda at: -shares[at])[:FEELINGS]
        return tuple(Feeling(head.names[at], float(shares[at])) for at in likeliest)


__all__ = ["MissingModelError", "SmallReader"]
