"""The encoder: BERT's shape with six layers of 384, and one linear head a question on the mean of its token states.

Promise: plain torch, so that what is trained can be read; the shapes are those of all-MiniLM-L6-v2 (Apache-2.0).

Rules:
- A head is linear on the mean of the token states. So what one token adds to an answer is a dot product, and the
  evidence for an answer is a place in the person's own words (`unforced.adapters.reading.evidence`).
- The heads lie beside the encoder, not inside: one pass through the encoder answers every question.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDE = 384  # numbers in one token state
HEADS = 12  # places of attention in a layer
LAYERS = 6
TOKENS = 30522  # pieces of words
PLACES = 512  # longest text in pieces


class Layer(nn.Module):
    """Attention, then two linear maps; each added to what came in and normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDE, WIDE) for _ in range(4))
        self.wider, self.narrower = nn.Linear(WIDE, 4 * WIDE), nn.Linear(4 * WIDE, WIDE)
        self.first, self.second = (nn.LayerNorm(WIDE, eps=1e-12) for _ in range(2))
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, here: Tensor) -> Tensor:
        """`states` (texts, pieces, WIDE); `here` (texts, 1, 1, pieces), 0 where a piece stands and -1e9 elsewhere."""
        texts, pieces, _ = states.shape
        query, key, value = (
            part(states).view(texts, pieces, HEADS, WIDE // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(-1, -2) * (WIDE // HEADS) ** -0.5 + here, dim=-1)
        mixed = (self.drop(weights) @ value).transpose(1, 2).reshape(texts, pieces, WIDE)
        states = self.first(states + self.drop(self.out(mixed)))
        wide = nn.functional.gelu(self.wider(states))
        return self.second(states + self.drop(self.narrower(wide)))


class Encoder(nn.Module):
    """Pieces of words in, one state a piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(TOKENS, WIDE), nn.Embedding(PLACES, WIDE)
        self.kind = nn.Parameter(torch.zeros(WIDE))  # BERT's first kind of segment; there is no second one here
        self.norm, self.drop = nn.LayerNorm(WIDE, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """`pieces` and `mask` (texts, pieces), int64; out (texts, pieces, WIDE)."""
        place = torch.arange(pieces.shape[1])
        states = self.drop(self.norm(self.words(pieces) + self.places(place) + self.kind))
        here = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e9
        for layer in self.layers:
            states = layer(states, here)
        return states


def mean(states: Tensor, mask: Tensor) -> Tensor:
    """The mean of the states where a piece stands: (texts, WIDE)."""
    weights = mask.to(states.dtype)[..., None]
    return (states * weights).sum(1) / weights.sum(1)


NAMES = {  # ours: theirs
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "out": "attention.output.dense", "first": "attention.output.LayerNorm", "wider": "intermediate.dense",
    "narrower": "output.dense", "second": "output.LayerNorm",
}  # fmt: skip


def starting_from(folder: Path) -> Encoder:
    """An encoder with the published weights in `folder` (model.safetensors)."""
    found = load_file(str(folder / "model.safetensors"))
    encoder = Encoder()
    mine = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "places.weight": found["embeddings.position_embeddings.weight"],
        "kind": found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        for name, theirs in NAMES.items():
            for part in ("weight", "bias"):
                mine[f"layers.{layer}.{name}.{part}"] = found[f"encoder.layer.{layer}.{theirs}.{part}"]
    encoder.load_state_dict(mine)
    return encoder
