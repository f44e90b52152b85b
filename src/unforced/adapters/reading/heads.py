"""The heads: from one state to the answers, each with a doubt that was measured.

Promise: a probability here is calibrated on sentences that were not learnt from; what it rests on is in the file.

The file (heads.npz) holds for each question a matrix (answers, 384), a bias (answers,), a temperature (), the names of
its answers, two weights (2,), and for `feelings` a threshold an answer; for `concern` a threshold a kind; for `kinds`
the least probability at which something is claimed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from unforced.adapters.reading.encoder import MissingModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SMALLEST: Final = 1e-6  # a share below this one counts as this


class Head(NamedTuple):
    """One question. ``names`` (answers), ``weight`` (answers, 384), ``bias`` (answers,), ``least`` (answers,).

    ``joined``: to what weight its shares and those of the words are multiplied.
    """

    names: tuple[str, ...]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    temperature: float
    least: NDArray[np.float32]
    joined: tuple[float, float] = (1.0, 0.0)

    def numbers(self, mean: NDArray[np.float32]) -> NDArray[np.float32]:
        """The answers' numbers, tempered: (…, answers)."""
        found: NDArray[np.float32] = (mean @ self.weight.T + self.bias) / self.temperature
        return found

    def one_of(self, mean: NDArray[np.float32]) -> NDArray[np.float32]:
        """Probabilities of answers of which one is right; together 1."""
        import numpy as np  # noqa: PLC0415

        numbers = self.numbers(mean)
        shares = np.exp(numbers - numbers.max(-1, keepdims=True))
        return np.asarray(shares / shares.sum(-1, keepdims=True), np.float32)

    def with_words(self, mean: NDArray[np.float32], words: Mapping[str, float]) -> NDArray[np.float32]:
        """Probabilities of answers of which one is right, together with what the words alone made likely."""
        import numpy as np  # noqa: PLC0415

        own, theirs = self.joined
        said = np.log([max(words[name], SMALLEST) for name in self.names])
        raised = np.log(np.maximum(self.one_of(mean), SMALLEST)) * own + said * theirs
        shares = np.exp(raised - raised.max())
        return np.asarray(shares / shares.sum(), np.float32)

    def any_of(self, mean: NDArray[np.float32]) -> NDArray[np.float32]:
        """Probabilities of answers of which several may be right."""
        import numpy as np  # noqa: PLC0415

        return np.asarray(1 / (1 + np.exp(-self.numbers(mean))), np.float32)

    def direction(self, answer: int) -> NDArray[np.float32]:
        """What speaks for this answer rather than for the others: (384,)."""
        found: NDArray[np.float32] = self.weight[answer] - self.weight.mean(0)
        return found


def heads_from(file: Path) -> dict[str, Head]:
    """The heads of a file, by question. MissingModelError where it isn't one."""
    try:
        import numpy as np  # noqa: PLC0415

        with np.load(file, allow_pickle=False) as found:
            questions = sorted({name.split(".")[0] for name in found.files})
            return {
                each: Head(
                    tuple(map(str, found[f"{each}.names"])),
                    found[f"{each}.weight"].astype(np.float32),
                    found[f"{each}.bias"].astype(np.float32),
                    float(found[f"{each}.temperature"]),
                    found[f"{each}.least"].astype(np.float32),
                    (float(found[f"{each}.joined"][0]), float(found[f"{each}.joined"][1])),
                )
                for each in questions
            }
    except Exception:
        raise MissingModelError from None
