"""Tunes the encoder on every question at once.

Promise: the same seed, data and versions give the same weights on one machine; a batch holds one question's rows, and
the questions take turns by their share, so that none is forgotten while another is learnt.

Rules:
- One choice out of several (kinds, speaker, concern) is learnt with cross-entropy over shared weights; several at once
  (feelings) with binary cross-entropy.
- Texts are roughened while learning (case, punctuation, a slip of the finger), since people type so at night.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn

from corpora import Row
from network import WIDE, Encoder, mean
from unforced.adapters.reading.pieces import Pieces

TOGETHER = {"feelings"}  # questions with several answers at once
DANGERS = 7  # the first answers to `concern`
SIGNS = str.maketrans("aeiost", "43105+")
PICTURES = ("😔", "😭", "🙃", "💔", "🫠", "😂", "🥲", "👍")
BESIDE = 0.2  # of texts that are read with another one beside them
LONGEST_PAIR = 260  # characters


class Plan(NamedTuple):
    """How long and how hard to tune. `turns`: for each question, how often its rows are gone through."""

    turns: dict[str, float]
    rate: float = 1e-4
    batch: int = 48
    seed: int = 7
    rough: float = 0.3
    weight: dict[str, float] = {}  # noqa: RUF012
    half: bool = True
    smooth: float = 0.05
    beside: tuple[str, ...] = ()  # sets in which some texts are read with a harmless one beside them


class Tuned(nn.Module):
    """The encoder and its heads."""

    def __init__(self, encoder: Encoder, sizes: dict[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDE, size) for name, size in sizes.items()})

    def means(self, pieces: Tensor, mask: Tensor) -> Tensor:
        return mean(self.encoder(pieces, mask), mask)


def roughened(text: str, dice: random.Random) -> str:
    """As somebody might type it in a hurry: case, marks, one slip."""
    roll = dice.random()
    if roll < 0.25:
        return text.lower()
    if roll < 0.45:
        return "".join(letter for letter in text if letter not in ".,;:!?'’\"").lower()
    if roll < 0.5:
        return _drawn(text, dice)
    letters = list(text)
    for _ in range(max(1, len(letters) // 30)):
        at = dice.randrange(max(1, len(letters) - 1))
        if at + 1 < len(letters) and letters[at].isalpha() and letters[at + 1].isalpha():
            slip = dice.random()
            if slip < 0.4:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            elif slip < 0.7:
                del letters[at]
            else:
                letters.insert(at, letters[at])
    return "".join(letters)


def _drawn(text: str, dice: random.Random) -> str:
    """With a sign or two for letters, a gap in a word, or a small picture."""
    roll = dice.random()
    words = text.split(" ")
    at = dice.randrange(len(words))
    if roll < 0.45:
        for place in range(len(words)):
            if dice.random() < 0.4:
                words[place] = words[place].translate(SIGNS)
    elif roll < 0.7 and len(words[at]) > 3:
        words[at] = " ".join(words[at])
    else:
        words.insert(at, dice.choice(PICTURES))
    return " ".join(words)


def beside(rows: list[Row], all_rows: list[Row], dice: random.Random) -> list[Row]:
    """Some rows with another one before or after: a danger stays one; two harmless ones are half of each."""
    found = []
    for row in rows:
        other = dice.choice(all_rows)
        mine, its = row.answers["concern"], other.answers["concern"]
        both_dangers = sum(mine[:DANGERS]) > 0 and sum(its[:DANGERS]) > 0
        if dice.random() > BESIDE or both_dangers or len(row.text) + len(other.text) > LONGEST_PAIR:
            found.append(row)
            continue
        texts = [row.text, other.text] if dice.random() < 0.5 else [other.text, row.text]
        joined = " ".join(text if text[-1:] in ".!?" else text + "." for text in texts)
        if sum(mine[:DANGERS]) or sum(its[:DANGERS]):
            answer = mine if sum(mine[:DANGERS]) else its
        else:
            answer = [(one + two) / 2 for one, two in zip(mine, its, strict=True)]
        found.append(Row(joined, row.author, {"concern": answer}))
    return found


def as_tensors(texts: Sequence[str], cut: Pieces, longest: int = 64) -> tuple[Tensor, Tensor]:
    """Numbers of pieces and where they stand, padded to the longest."""
    rows = [[*[cut.first, *(piece.number for piece in cut.of(text))][: longest - 1], cut.last] for text in texts]
    width = max(map(len, rows))
    pieces = torch.tensor([row + [0] * (width - len(row)) for row in rows])
    mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
    return pieces, mask


def _batches(rows: list[Row], size: int, dice: random.Random) -> Iterator[list[Row]]:
    """Rows of similar length together, in random order."""
    while True:
        order = rows[:]
        dice.shuffle(order)
        for start in range(0, len(order), size * 40):
            near = sorted(order[start : start + size * 40], key=lambda row: len(row.text))
            groups = [near[at : at + size] for at in range(0, len(near), size)]
            dice.shuffle(groups)
            yield from groups


def loss_of(question: str, found: Tensor, wanted: Tensor, smooth: float) -> Tensor:
    if question in TOGETHER:
        return nn.functional.binary_cross_entropy_with_logits(found, wanted) * wanted.shape[1]
    wanted = wanted * (1 - smooth) + smooth / wanted.shape[1]
    return -(wanted * nn.functional.log_softmax(found, dim=-1)).sum(-1).mean()


def tune(tuned: Tuned, cut: Pieces, sets: dict[str, list[Row]], plan: Plan, say: bool = True) -> None:
    """Changes `tuned` in place. `sets`: for each name of a set, rows that answer the same questions."""
    dice = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    steps = {name: math.ceil(len(rows) * plan.turns.get(name, 0) / plan.batch) for name, rows in sets.items()}
    order = [name for name, count in steps.items() for _ in range(count)]
    dice.shuffle(order)
    flows = {name: _batches(rows, plan.batch, dice) for name, rows in sets.items()}
    heads = [p for name, p in tuned.named_parameters() if name.startswith("heads")]
    rest = [p for name, p in tuned.named_parameters() if not name.startswith("heads") and p.requires_grad]
    groups = [{"params": rest, "lr": plan.rate}, {"params": heads, "lr": plan.rate * 10}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = max(1, len(order) // 12)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (len(order) - step) / max(1, len(order) - warm)))
    )
    tuned.train()
    began, sums, counts = time.monotonic(), dict.fromkeys(sets, 0.0), dict.fromkeys(sets, 0)
    for step, name in enumerate(order):
        rows = next(flows[name])
        if name in plan.beside:
            rows = beside(rows, sets[name], dice)
        texts = [roughened(row.text, dice) if dice.random() < plan.rough else row.text for row in rows]
        pieces, mask = as_tensors(texts, cut)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=plan.half):
            means = tuned.means(pieces, mask)
        means = tuned.drop(means.float())
        loss = torch.zeros(())
        for question in rows[0].answers:
            wanted = torch.tensor([row.answers[question] for row in rows])
            loss = loss + plan.weight.get(question, 1.0) * loss_of(
                question, tuned.heads[question](means), wanted, plan.smooth
            )
        loss.backward()
        nn.utils.clip_grad_norm_(tuned.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        schedule.step()
        sums[name] += float(loss.detach())
        counts[name] += 1
        if say and step % 100 == 99:
            means_of = " ".join(f"{each} {sums[each] / max(1, counts[each]):.3f}" for each in sets)
            print(f"{step + 1}/{len(order)} {time.monotonic() - began:.0f} s {means_of}", flush=True)
            sums, counts = dict.fromkeys(sets, 0.0), dict.fromkeys(sets, 0)


def answers(tuned: Tuned, cut: Pieces, texts: Sequence[str], question: str) -> Tensor:
    """The head's numbers for each text, in the order given: (texts, answers)."""
    tuned.eval()
    order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    found: list[Tensor] = []
    with torch.no_grad():
        for start in range(0, len(order), 128):
            pieces, mask = as_tensors([texts[at] for at in order[start : start + 128]], cut, 128)
            found.append(tuned.heads[question](tuned.means(pieces, mask)))
    back = torch.empty(len(order), dtype=torch.long)
    back[torch.tensor(order)] = torch.arange(len(order))
    return torch.cat(found)[back]
