"""From tuned weights to the files that ship: encoder.onnx (int8), heads.npz, vocabulary.txt.

Promise: the same weights give the same files, byte for byte, on one machine with the versions in requirements.txt.

Rules:
- Weights of linear maps and of the word table are eight-bit integers, one scale a channel (per tensor costs five points
  of cosine); what flows through stays float. Seven of the eight bits are used, so that a processor without VNNI, where
  two products are added in sixteen bits, gives the same answers.
- The graph has two inputs, ``pieces`` and ``mask`` (texts, pieces), int64, and one output, ``states``.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from network import Encoder


class _Plain(nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        return self.encoder(pieces, mask)


def write_encoder(encoder: Encoder, file: Path) -> None:
    """The encoder as ONNX with eight-bit weights."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415

    encoder.eval()
    example = (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long))
    axes = {name: {0: "texts", 1: "pieces"} for name in ("pieces", "mask", "states")}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Plain(encoder), example, str(whole), input_names=["pieces", "mask"], output_names=["states"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, file, op_types_to_quantize=["MatMul", "Gather"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8,
        )  # fmt: skip


def write_heads(heads: dict[str, dict[str, np.ndarray]], file: Path) -> None:
    """``heads``: for each question its names, weight, bias, temperature and least."""
    flat = {f"{question}.{part}": value for question, parts in sorted(heads.items()) for part, value in parts.items()}
    np.savez(file, **flat)
