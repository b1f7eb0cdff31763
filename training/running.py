"""The network as the product runs it: the answers of `model.Reader`, with what no window needs left out of the graph.

One window at a time needs no mask; onnxruntime's fused attention takes the place of a dozen nodes; the frame reader narrows a window once
however many telling words it has, and its last layer works only at words' first pieces, where roles are read.
"""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dateline.reader.labels import CUE_TAGS, EVENT_TAGS, FRAME_TYPES, MODALITIES, MODES, NAME_TAGS, NOMINAL_TAGS
from model import FrameReader, Layer, Reader

DOMAIN = "com.microsoft"  # of onnxruntime's own operators


class Attention(torch.autograd.Function):
    """Attention of the rows of `q` over `k` and `v`, all (windows, length, hidden): one node of onnxruntime."""

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:
        def apart(x: Tensor) -> Tensor:
            return x.view(*x.shape[:2], heads, -1).transpose(1, 2)

        out: Tensor = F.scaled_dot_product_attention(apart(q), apart(k), apart(v)).transpose(1, 2).reshape(q.shape)
        return out

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any, heads: int) -> Any:
        return g.op(f"{DOMAIN}::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class RunningLayer(nn.Module):
    """A `model.Layer` whose answers are wanted at the rows `at` of its input, or at all of them."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.q, self.k, self.v = (_part(layer.qkv, i) for i in range(3))

    def forward(self, x: Tensor, at: Tensor | None = None) -> Tensor:
        own = self.layer
        rows = x if at is None else x.gather(1, at[:, :, None].expand(-1, -1, x.shape[2]))
        a = Attention.apply(self.q(rows), self.k(x), self.v(x), own.heads)
        y = own.norm1(rows + own.out(a))
        out: Tensor = own.norm2(y + own.down(F.gelu(own.up(y))))
        return out


def _part(qkv: nn.Linear, i: int) -> nn.Linear:
    """The projection of queries, keys or values alone."""
    n = qkv.out_features // 3
    out = nn.Linear(qkv.in_features, n)
    with torch.no_grad():
        out.weight.copy_(qkv.weight[i * n : (i + 1) * n])
        out.bias.copy_(qkv.bias[i * n : (i + 1) * n])
    return out


class RunningEncoder(nn.Module):
    """`model.Encoder` for windows of one length: (windows, length) word pieces and shapes."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        e = self.encoder = reader.encoder
        self.layers = nn.ModuleList(RunningLayer(layer) for layer in e.layers)  # type: ignore[arg-type]

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, ...]:
        e = self.encoder
        x = e.norm(e.words(pieces) + e.positions.weight[: pieces.shape[1]] + e.shapes(shapes))
        for layer in self.layers:
            x = layer(x)
        return x, *e.heads(x).split([len(t) for t in (NAME_TAGS, NOMINAL_TAGS, CUE_TAGS, EVENT_TAGS)], -1)


class RunningFrames(nn.Module):
    """`model.FrameReader` over one window.

    `hidden` (length, HIDDEN) is the window; `seen` (frames, width) the pieces that each frame looks at, `marker` and `distance` theirs; `words`
    (frames, count) are the columns of `seen` whose roles are wanted and `telling` the share of each of them in the telling word.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.frames: FrameReader = reader.frames
        self.layers = nn.ModuleList(RunningLayer(layer) for layer in reader.frames.layers)  # type: ignore[arg-type]

    def forward(self, hidden: Tensor, seen: Tensor, marker: Tensor, distance: Tensor, words: Tensor, telling: Tensor) -> tuple[Tensor, ...]:
        f = self.frames
        y = f.norm(f.narrow(hidden)[seen] + f.marker(marker) + f.distance(distance))
        *early, last = self.layers
        for layer in early:
            y = layer(y)
        y = last(y, words)
        x = hidden[seen.gather(1, words)]
        pooled = (telling[:, None, :] @ torch.cat([y, x], -1))[:, 0]
        return f.roles(y), *f.about(pooled).split([len(FRAME_TYPES), len(MODES), len(MODALITIES), 2], -1)
