"""The small model: pieces of words in, one state a piece out. Loaded when the first text is read, and no earlier.

Promise: it runs on this computer, on one thread, from files inside this package; nothing is ever downloaded.

Rules:
- One text at a time: what flows through is scaled by its own range, so that its neighbours can't change its answer.
- The file and the vocabulary belong together. Whoever has neither gets a MissingModelError, and the rules stand alone.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from unforced.adapters.reading.pieces import Piece, Pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class MissingModelError(Exception):
    """There is no model here, or nothing to run it with. What is true: the rules and the chips work as ever."""


class States(NamedTuple):
    """One text as the model saw it: its pieces, and for each a state (pieces, 384), float32."""

    pieces: list[Piece]
    states: NDArray[np.float32]

    @property
    def mean(self) -> NDArray[np.float32]:
        """The mean of all states and of the two markers' (384,)."""
        found: NDArray[np.float32] = self.states.mean(0)
        return found


class Encoder:
    """Reads ``encoder.onnx`` and ``vocabulary.txt`` of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _cut(self) -> Pieces:
        try:
            return Pieces.read(self._folder / "vocabulary.txt")
        except (OSError, KeyError, UnicodeDecodeError):
            raise MissingModelError from None

    @cached_property
    def _session(self) -> Any:
        try:
            import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 - it comes with the extra `reading`

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.enable_cpu_mem_arena = False
            options.log_severity_level = 4
            return onnxruntime.InferenceSession(
                str(self._folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception:  # whatever is wrong with it, a file that can't be run is no model
            raise MissingModelError from None

    def ready(self) -> None:
        """Loads it. MissingModelError."""
        _ = self._cut, self._session

    def states(self, text: str) -> States:
        """What the model saw in a text, markers included in the states. MissingModelError."""
        import numpy as np  # noqa: PLC0415

        cut = self._cut.of(text)
        numbers = [self._cut.first, *(piece.number for piece in cut), self._cut.last]
        pieces = np.array([numbers], np.int64)
        found = self._session.run(None, {"pieces": pieces, "mask": np.ones_like(pieces)})[0]
        return States(cut, found[0])
