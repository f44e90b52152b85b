"""How sure an answer may be said: temperatures, thresholds and abstention, from voices that were not learnt from.

Promise: measured through the file that ships, eight-bit weights and all, not through the weights it came from.

Rules:
- A temperature makes the mean surprise least (Guo et al. 2017). A feeling's threshold makes its F1 largest on
  GoEmotions' dev rows. A kind is claimed above the probability that leaves eight readings in ten.
- The two thresholds for danger are measured in `alarms.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

import concern_words
import corpora
import lexical
from alarms import DANGERS, URGENT, alarm_least, cut, loudest, softmax
from corpora import ROOT, Row
from refitting import refitted, steadied
from tuning import Tuned
from unforced.adapters.reading.encoder import Encoder

COVERED = 0.8  # of readings in which something is claimed


def means_of(encoder: Encoder, texts: list[str]) -> np.ndarray:
    """The mean state of each text through the shipped file: (texts, 384)."""
    return np.stack([encoder.states(text).mean for text in texts])


def temperature_of(numbers: np.ndarray, wanted: np.ndarray) -> float:
    """The temperature, of 0.3 to 4, at which what is wanted surprises least."""
    steps = np.geomspace(0.3, 4.0, 120)
    surprise = [-(wanted * np.log(softmax(numbers / step) + 1e-9)).sum(-1).mean() for step in steps]
    return float(steps[int(np.argmin(surprise))])


def error_of(shares: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """The expected calibration error of the likeliest answer: mean gap of confidence and accuracy over equal bins."""
    sure, hit = shares.max(-1), right
    at = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [abs(sure[at == each].mean() - hit[at == each].mean()) * (at == each).mean() for each in set(at.tolist())]
    return float(sum(gaps))


def words_of(apart: list[Row]) -> np.ndarray:
    """What the words alone make likely in rows that they were not learnt from: (rows, kinds)."""
    texts = lexical.Texts(ROOT / "evaluation" / "reading" / "build")
    voices = {row.author for row in apart}
    learnt = [at for at, voice in enumerate(texts.author) if voice not in voices]
    read = [at for at, voice in enumerate(texts.author) if voice in voices]
    if [texts.text[at] for at in read] != [row.text for row in apart]:
        raise SystemExit("the sentences changed meanwhile")
    numbers = lexical.Made(texts, learnt).numbers(texts, read)
    return softmax(numbers / temperature_of(numbers, texts.shares[read]))


def joined_with(words: np.ndarray, shares: np.ndarray, wanted: np.ndarray) -> tuple[tuple[float, float], np.ndarray]:
    """To what weights the two are multiplied so that what is wanted surprises least, and what comes of it."""
    best: tuple[float, tuple[float, float], np.ndarray] = (float("inf"), (1.0, 0.0), shares)
    for own in np.linspace(0.3, 1.3, 21):
        for theirs in np.linspace(0.0, 1.0, 21):
            both = softmax(own * np.log(np.maximum(shares, 1e-6)) + theirs * np.log(np.maximum(words, 1e-6)))
            surprise = -(wanted * np.log(both + 1e-9)).sum(-1).mean()
            if surprise < best[0]:
                best = (surprise, (float(own), float(theirs)), both)
    return best[1], best[2]


def _f1_least(shares: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    steps = np.linspace(0.04, 0.8, 77)
    least = []
    for answer in range(wanted.shape[1]):
        there = shares[:, answer, None] > steps
        hit = (there & (wanted[:, answer, None] > 0)).sum(0)
        least.append(steps[int(np.argmax(2 * hit / (there.sum(0) + wanted[:, answer].sum() + 1e-9)))])
    return np.array(least)


def calibrated(  # noqa: PLR0913, PLR0917 - everything that is measured, once
    tuned: Tuned,
    folder: Path,
    kinds: list[Row],
    concerns: list[Row],
    learnt: list[Row],
    feelings: list[Row],
    names: dict[str, tuple[str, ...]],
) -> tuple[dict[str, dict[str, np.ndarray]], dict[str, Any]]:
    """The heads as they ship, and the figures they were set by. ``learnt``: what was learnt from about danger."""
    encoder = Encoder(folder)
    heads: dict[str, dict[str, np.ndarray]] = {}
    figures: dict[str, Any] = {}
    for question, rows in (("kinds", kinds), ("speaker", kinds), ("concern", concerns), ("feelings", feelings)):
        layer = tuned.heads[question]
        weight, bias = layer.weight.detach().numpy(), layer.bias.detach().numpy()
        wanted = np.array([row.answers[question] for row in rows])
        means = means_of(encoder, [row.text for row in rows])
        if question == "feelings":
            every = corpora.feelings("train")
            known = means_of(encoder, [row.text for row in every])
            answers = np.array([row.answers[question] for row in every])
            weight, bias = refitted((known, answers), (means, wanted), _f1_least)
        if question == "concern":
            seen = means_of(encoder, [row.text for row in learnt])
            answers = np.array([row.answers[question] for row in learnt])
            weight, bias = steadied(seen, answers, weight, bias)
        numbers = means @ weight.T + bias
        temperature = 1.0 if question == "feelings" else temperature_of(numbers, wanted)
        shares = 1 / (1 + np.exp(-numbers)) if question == "feelings" else softmax(numbers / temperature)
        joined = (1.0, 0.0)
        if question == "kinds":
            joined, shares = joined_with(words_of(rows), shares, wanted)
        right = wanted.argmax(-1) == shares.argmax(-1)
        if question == "feelings":
            least = _f1_least(shares, wanted)
        elif question == "concern":
            pieces, counts = cut(rows)
            parts = means_of(encoder, [row.text for row in pieces]) @ weight.T + bias
            words = concern_words.made(learnt).numbers(concern_words.Texts(pieces), list(range(len(pieces))))
            wanted_parts = np.array([row.answers[question] for row in pieces])
            joined, both = joined_with(softmax(words), softmax(parts / temperature), wanted_parts)
            loud = loudest(both, counts)
            outside = np.array([row.author == "outside" for row in rows])
            urgent, tender = alarm_least(loud, wanted.argmax(-1), outside)
            least = np.array([urgent] * URGENT + [tender] * (len(names[question]) - URGENT))
            alarm = (loud >= least[:DANGERS]).any(1)
            figures["alarms"] = {
                name: [float(alarm[wanted.argmax(-1) == at].mean()), int((wanted.argmax(-1) == at).sum())]
                for at, name in enumerate(names[question])
            }
            ordinary = outside & (wanted.argmax(-1) >= DANGERS)
            figures["ordinary"] = [float(alarm[ordinary].mean()), int(ordinary.sum())]
            np.savez(folder / "apart.npz", loud=loud, classes=wanted.argmax(-1), outside=outside)
        else:
            least = np.full(len(names[question]), np.quantile(shares.max(-1), 1 - COVERED))
            claimed = shares.max(-1) >= least[0]
            figures[f"{question} top-1"] = [float(right.mean()), float(right[claimed].mean())]
            figures[f"{question} ECE"] = error_of(shares, right)
        figures[f"{question} joined"] = list(joined)
        figures[f"{question} temperature"], figures[f"{question} least"] = temperature, [float(x) for x in least[:1]]
        heads[question] = {
            "names": np.array(names[question]), "weight": weight.astype(np.float32), "bias": bias.astype(np.float32),
            "temperature": np.array(temperature, np.float32), "least": least.astype(np.float32),
            "joined": np.array(joined, np.float32),
        }  # fmt: skip
    return heads, figures
