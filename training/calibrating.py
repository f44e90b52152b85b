"""How sure an answer may be said: temperatures, thresholds and abstention, from voices that were not learnt from.

Promise: measured through the file that ships, eight-bit weights and all, not through the weights it came from.

Rules:
- A temperature makes the mean surprise least (Guo et al. 2017). A feeling's threshold makes its F1 largest on GoEmotions'
  dev rows. A kind is claimed above the probability that leaves eight readings in ten.
- A danger's threshold is the lowest at which no harmless class alarms more often than LEAST_FALSE allows, all of them
  together no more often than ALL_FALSE.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from corpora import Row
from tuning import Tuned

from unforced.adapters.reading.encoder import Encoder
from unforced.adapters.reading.passages import passages

COVERED = 0.8  # of readings in which something is claimed
DANGERS = 7  # the first answers of `concern`
QUIET = {  # the harmless classes, and how often each may alarm
    "clean": 0.01, "self_attack": 0.02, "resistance": 0.02, "body_words": 0.02, "therapy_talk": 0.02,
    "idiom": 0.05, "grief": 0.05, "past_recovered": 0.05, "fiction": 0.05,
}  # fmt: skip


def means_of(encoder: Encoder, texts: list[str]) -> np.ndarray:
    """The mean state of each text through the shipped file: (texts, 384)."""
    return np.stack([encoder.states(text).mean for text in texts])


def softmax(numbers: np.ndarray) -> np.ndarray:
    shares = np.exp(numbers - numbers.max(-1, keepdims=True))
    return np.asarray(shares / shares.sum(-1, keepdims=True))


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


def _f1_least(shares: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    steps = np.linspace(0.04, 0.8, 77)
    least = []
    for answer in range(wanted.shape[1]):
        there = shares[:, answer, None] > steps
        hit = (there & (wanted[:, answer, None] > 0)).sum(0)
        least.append(steps[int(np.argmax(2 * hit / (there.sum(0) + wanted[:, answer].sum() + 1e-9)))])
    return np.array(least)


def _alarm_least(danger: np.ndarray, classes: np.ndarray, names: tuple[str, ...]) -> float:
    """The lowest threshold at which every harmless class stays within its bound."""
    steps = np.unique(np.round(danger, 4))[::-1]
    least = 0.999
    for step in steps:
        over = [(danger[classes == names.index(name)] >= step).mean() > most for name, most in QUIET.items()]
        if sum(over) > 0:
            break
        least = float(step)
    return least


def danger_of(encoder: Encoder, weight: np.ndarray, bias: np.ndarray, temperature: float, text: str) -> float:
    """How likely any danger is in a text: the most of its passages."""
    return max(
        float(softmax((encoder.states(each.text).mean @ weight.T + bias) / temperature)[:DANGERS].sum())
        for each in passages(text)
    )


def calibrated(
    tuned: Tuned, folder: Path, kinds: list[Row], concerns: list[Row], feelings: list[Row], names: dict[str, tuple[str, ...]]
) -> tuple[dict[str, dict[str, np.ndarray]], dict[str, Any]]:
    """The heads as they ship, and the figures they were set by."""
    encoder = Encoder(folder)
    heads: dict[str, dict[str, np.ndarray]] = {}
    figures: dict[str, Any] = {}
    for question, rows in (("kinds", kinds), ("speaker", kinds), ("concern", concerns), ("feelings", feelings)):
        layer = tuned.heads[question]
        weight, bias = layer.weight.detach().numpy(), layer.bias.detach().numpy()
        wanted = np.array([row.answers[question] for row in rows])
        numbers = means_of(encoder, [row.text for row in rows]) @ weight.T + bias
        temperature = 1.0 if question == "feelings" else temperature_of(numbers, wanted)
        shares = 1 / (1 + np.exp(-numbers)) if question == "feelings" else softmax(numbers / temperature)
        right = wanted.argmax(-1) == shares.argmax(-1)
        if question == "feelings":
            least = _f1_least(shares, wanted)
        elif question == "concern":
            danger = np.array([danger_of(encoder, weight, bias, temperature, row.text) for row in rows])
            found = _alarm_least(danger, wanted.argmax(-1), names[question])
            least = np.full(len(names[question]), found)
            figures["recall"] = {
                name: float((danger[wanted.argmax(-1) == at] >= found).mean())
                for at, name in enumerate(names[question])
            }
        else:
            least = np.full(len(names[question]), np.quantile(shares.max(-1), 1 - COVERED))
            claimed = shares.max(-1) >= least[0]
            figures[f"{question} top-1"] = [float(right.mean()), float(right[claimed].mean())]
            figures[f"{question} ECE"] = error_of(shares, right)
        figures[f"{question} temperature"], figures[f"{question} least"] = temperature, [float(x) for x in least[:1]]
        heads[question] = {
            "names": np.array(names[question]), "weight": weight.astype(np.float32), "bias": bias.astype(np.float32),
            "temperature": np.array(temperature, np.float32), "least": least.astype(np.float32),
        }  # fmt: skip
    return heads, figures
