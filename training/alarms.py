"""When a passage alarms: what is loudest in a text, and the thresholds at which harmless texts stay quiet.

Rules:
- There are two thresholds for danger, one where an urgent kind is the likeliest and one for the others: those that
  hear most (mean recall of the seven kinds, the two urgent ones twice) while no harmless class alarms more often than
  QUIET allows. `ordinary` is public text in which nobody found a danger; `clean` was written to lie close to one, as
  the other neighbours were.
- Weighed words alone have one threshold, and are held to CLEAN_ALONE among the written `clean`: who hears less may not
  alarm as often.
"""

from __future__ import annotations

import numpy as np

from corpora import CONCERNS, Row
from unforced.adapters.reading.passages import passages

DANGERS = 7  # the first answers of `concern`
URGENT = 2  # the first of these
QUIET = {  # the harmless classes, and how often each may alarm
    "ordinary": 0.01, "clean": 0.05, "self_attack": 0.02, "resistance": 0.02, "body_words": 0.02, "therapy_talk": 0.02,
    "idiom": 0.05, "grief": 0.05, "past_recovered": 0.05, "fiction": 0.05,
}  # fmt: skip
CLEAN_ALONE = 0.03
STEPS = np.concatenate([np.linspace(0.3, 0.9, 31), np.linspace(0.905, 0.999, 48)])


def softmax(numbers: np.ndarray) -> np.ndarray:
    shares = np.exp(numbers - numbers.max(-1, keepdims=True))
    return np.asarray(shares / shares.sum(-1, keepdims=True))


def cut(rows: list[Row]) -> tuple[list[Row], list[int]]:
    """Every passage of every row, as a row; and how many each row has."""
    pieces = [[row._replace(text=each.text) for each in passages(row.text)] for row in rows]
    return [piece for each in pieces for piece in each], [len(each) for each in pieces]


def loudest(shares: np.ndarray, counts: list[int]) -> np.ndarray:
    """For each row and danger, how likely any danger is in the passages where this one is the likeliest: (rows, 7)."""
    found = np.zeros((len(counts), DANGERS))
    at = 0
    for row, count in enumerate(counts):
        for each in shares[at : at + count, :DANGERS]:
            found[row, each.argmax()] = max(found[row, each.argmax()], each.sum())
        at += count
    return found


def _quiet(classes: np.ndarray, outside: np.ndarray, most_of: dict[str, float]) -> list[tuple[np.ndarray, float]]:
    """For each harmless class the rows of it, and the share of them that may alarm."""
    quiet = [(classes == CONCERNS.index(name), most) for name, most in most_of.items() if name != "ordinary"]
    quiet = [(rows & ~outside, most) for rows, most in quiet]
    return [*quiet, (outside & (classes >= DANGERS), most_of["ordinary"])]


def alarm_least(loud: np.ndarray, classes: np.ndarray, outside: np.ndarray) -> tuple[float, float]:
    """The two thresholds, for urgent dangers and the others, that hear most while every harmless class is quiet."""
    urgent, tender = loud[:, :URGENT].max(1), loud[:, URGENT:].max(1)
    quiet = _quiet(classes, outside, QUIET)
    best = (-1.0, 0.999, 0.999)
    for one in STEPS:
        for other in STEPS:
            alarm = (urgent >= one) | (tender >= other)
            if all(alarm[rows].mean() <= most for rows, most in quiet):
                each = [alarm[classes == at].mean() for at in range(DANGERS)]
                recall = float(np.mean([*each, *each[:URGENT]]))  # what is urgent counts twice
                best = max(best, (recall, float(one), float(other)))
    return best[1], best[2]


def least_alone(loud: np.ndarray, classes: np.ndarray, outside: np.ndarray) -> float:
    """The one threshold from which on every harmless class is quiet; 0.999 where there is none."""
    quiet = _quiet(classes, outside, {**QUIET, "clean": CLEAN_ALONE})
    most = loud.max(1)
    return next((float(s) for s in STEPS if all((most >= s)[rows].mean() <= share for rows, share in quiet)), 0.999)
