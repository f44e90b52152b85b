"""Whether the files that ship are what the script makes: `python training/check.py OUT`

Promise: compares the answers of src/unforced/model with those of a folder that make.py wrote, on the voices that were
left out of learning. The tolerance, stated: the same likeliest kind in at least 97 of 100 texts, and the same side of
the alarm in at least 98 of 100. On one machine with the same versions the files are the same byte for byte; another
processor adds in another order, and tuning carries that along.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

import corpora
from alarms import DANGERS
from unforced.adapters.reading.encoder import Encoder
from unforced.adapters.reading.heads import heads_from
from unforced.model import HERE

SAME_KIND, SAME_ALARM = 0.97, 0.98


def answers_of(folder: Path, kinds: list[str], concerns: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The likeliest kind of each text, and whether each alarms."""
    encoder, heads = Encoder(folder), heads_from(folder / "heads.npz")
    likeliest = [int(heads["kinds"].numbers(encoder.states(text).mean).argmax()) for text in kinds]
    danger = [float(heads["concern"].one_of(encoder.states(text).mean)[:DANGERS].sum()) for text in concerns]
    return np.array(likeliest), np.array(danger) >= float(heads["concern"].least[0])


def main(out: Path) -> int:
    """0 where they agree within the tolerance."""
    kinds = [row.text for row in corpora.split(corpora.kinds())[1]]
    concerns = [row.text for row in corpora.split(corpora.concerns())[1]]
    ours, theirs = answers_of(HERE, kinds, concerns), answers_of(out, kinds, concerns)
    same = [float((one == other).mean()) for one, other in zip(ours, theirs, strict=True)]
    identical = all((HERE / name).read_bytes() == (out / name).read_bytes() for name in ("encoder.onnx", "heads.npz"))
    print(f"the same file: {identical}; the same kind: {same[0]:.3f}; the same side of the alarm: {same[1]:.3f}")
    return 0 if same[0] >= SAME_KIND and same[1] >= SAME_ALARM else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
