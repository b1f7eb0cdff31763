"""From examples to padded tensors: windows as at run time, labels at each word's first piece, frames gathered per window."""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch
from torch import Tensor

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from corpus import Frame, Span
from data import OPENING, Example
from dateline.reader.labels import CUE_TAGS, EVENT_TAGS, FRAME_TYPES, MODALITIES, MODES, NAME_TAGS, NOMINAL_TAGS, ROLE_TAGS
from dateline.reader.sentences import sentences
from dateline.reader.windows import Window, windows
from dateline.reader.words import Pieces, distances

IGNORE = -100
QUOTES = ({"“": '"', "”": '"'}, {"“": "‘", "”": "’"}, {'"': "”"}, {"“": "«", "”": "»"}, {"’": "'", "“": '"', "”": '"'})


@dataclass
class Labelled:
    """A window and its labels, one per piece (IGNORE off the first pieces and on layers nobody annotated)."""

    window: Window
    names: list[int]
    nominals: list[int]
    cues: list[int]
    events: list[int]
    frames: list[LabelledFrame] = field(default_factory=list)
    deeds_known: bool = False


@dataclass
class LabelledFrame:
    marker: list[int]
    distance: list[int]
    roles: list[int]
    type: int
    mode: int
    modality: int
    negated: int


def tag(window: Window, layer: list[int], span: Span, begin: int) -> bool:
    """Begin and inside tags (`begin`, `begin + 1`) on the words of a span; False when the span is not wholly in the window."""
    hit = [i for i, (a, b) in enumerate(window.spans) if a < span[1] and span[0] < b]
    if not hit or window.spans[hit[0]][0] > span[0] + 1 or window.spans[hit[-1]][1] < span[1] - 2:
        return False
    for n, i in enumerate(hit):
        layer[window.first[i]] = begin if n == 0 else begin + 1
    return True


def blank(window: Window, known: bool) -> list[int]:
    layer = [IGNORE] * len(window.pieces)
    if known:
        for i in window.first:
            layer[i] = 0
    return layer


def mark(window: Window, trigger: Span, kind: int) -> tuple[list[int], list[int]] | None:
    """Marker and distance of every piece for one telling word."""
    hit = [i for i, (a, b) in enumerate(window.spans) if a < trigger[1] and trigger[0] < b]
    if not hit:
        return None
    marker = [0] * len(window.pieces)
    for i in hit:
        marker[window.first[i]] = kind
    a, b = window.first[hit[0]], window.first[hit[-1]]
    return marker, distances(len(window.pieces), a, b)


def label(example: Example, pieces: Pieces, longest: int) -> list[Labelled]:
    """The windows of an example with their labels; frames whose telling word is cut off are left out."""
    text = example.text
    out = []
    for w in windows(text, sentences(text), pieces, longest):
        item = Labelled(
            w,
            blank(w, example.names is not None),
            blank(w, example.nominals is not None),
            blank(w, example.sayings is not None),
            blank(w, example.deeds is not None),
            deeds_known=example.deeds is not None,
        )
        for i, (a, b) in enumerate(w.spans):
            if any(a < t and s < b for s, t in example.unsaid):
                item.events[w.first[i]] = IGNORE
        low, high = w.spans[0][0], w.spans[-1][1]
        inside = lambda s: s[0] < high and low < s[1]  # noqa: E731
        for s, e, k in example.names or ():
            if inside((s, e)):
                tag(w, item.names, (s, e), NAME_TAGS.index(f"B-{k}"))
        for s, e, k in sorted(example.nominals or (), key=lambda n: n[0] - n[1]):
            if inside((s, e)):
                tag(w, item.nominals, (s, e), NOMINAL_TAGS.index(f"B-{k}"))
        for f in (*(example.sayings or ()), *(example.deeds or ())):
            if f.trigger and inside(f.trigger):
                add_frame(w, item, f, text, roles_known=example.source != "plv" or bool(f.roles))
        out.append(item)
    return out


def add_frame(w: Window, item: Labelled, f: Frame, text: str, *, roles_known: bool = True) -> None:
    assert f.trigger
    saying = f.kind == "saying"
    if saying:
        floating = text[f.trigger[0] : f.trigger[1]] in OPENING or any(r == "content" and s[0] <= f.trigger[0] < s[1] for r, s in f.roles)
        tag(w, item.cues, f.trigger, CUE_TAGS.index("B-float" if floating else "B-cue"))
    else:
        tag(w, item.events, f.trigger, EVENT_TAGS.index(f"B-{f.type}"))
    marked = mark(w, f.trigger, 1 if saying else 2)
    if marked is None:
        return
    roles = blank(w, roles_known)
    # content first, so that a speaker or addressee inside a generous content span is not painted over
    for r, s in sorted(f.roles, key=lambda x: x[0] != "content"):
        low, high = max(s[0], w.spans[0][0]), min(s[1], w.spans[-1][1])
        if low < high:
            tag(w, roles, (low, high), ROLE_TAGS.index(f"B-{r}"))
    mode = IGNORE if saying or f.mode == "?" else MODES.index(f.mode) if f.mode in MODES else 0
    item.frames.append(
        LabelledFrame(
            *marked,
            roles,
            IGNORE if saying else FRAME_TYPES.index(f.type or "none"),
            mode,
            IGNORE if saying or f.modality == "?" else MODALITIES.index(f.modality),
            int(f.negated) if saying else IGNORE,
        )
    )


def disguise(example: Example, rng: random.Random) -> Example:
    """The same text in other clothes of the same length: other quotation marks, all capitals, all small letters. Offsets hold."""
    text, r = example.text, rng.random()
    if r < 0.25:
        text = text.translate(str.maketrans(rng.choice(QUOTES)))
    elif r < 0.28 and len(text.upper()) == len(text):
        text = text.upper()
    elif r < 0.30 and len(text.lower()) == len(text):
        text = text.lower()
    if text is example.text:
        return example
    return replace(example, text=text)


def hide(item: Labelled, share: float, mask: int, rng: random.Random) -> Labelled:
    """The same window with that share of its words hidden (all their pieces become `mask`; shapes stay): labels must come from what stands around."""
    w = item.window
    ends = (*w.first[1:], len(w.pieces) - 1)
    pieces = list(w.pieces)
    for a, b in zip(w.first, ends, strict=True):
        if rng.random() < share:
            pieces[a:b] = [mask] * (b - a)
    return replace(item, window=replace(w, pieces=tuple(pieces)))


def batches(items: list[Labelled], budget: int, rng: random.Random | None = None) -> list[list[Labelled]]:
    """Windows of like length together, at most `budget` pieces (padding and frames counted) a batch; shuffled when `rng` is given."""
    order = sorted(items, key=lambda x: len(x.window.pieces) + (rng.random() * 12 if rng else 0))
    out: list[list[Labelled]] = [[]]
    for x in order:
        width = max((len(y.window.pieces) for y in out[-1]), default=0)
        if out[-1] and max(width, len(x.window.pieces)) * (len(out[-1]) + 1) > budget:
            out.append([])
        out[-1].append(x)
    if rng:
        rng.shuffle(out)
    return [b for b in out if b]


@dataclass
class Batch:
    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor  # 1 at words' first pieces
    names: Tensor
    nominals: Tensor
    cues: Tensor
    events: Tensor
    at: Tensor  # which window each frame reads
    marker: Tensor
    distance: Tensor
    roles: Tensor
    types: Tensor
    modes: Tensor
    modality: Tensor
    negated: Tensor


def pad(rows: list[list[int]] | list[tuple[int, ...]], width: int, fill: int) -> Tensor:
    return torch.tensor([[*r, *([fill] * (width - len(r)))] for r in rows], dtype=torch.long).view(len(rows), width)


def firsts(window: Window) -> list[int]:
    out = [0] * len(window.pieces)
    for i in window.first:
        out[i] = 1
    return out


def collate(items: list[Labelled]) -> Batch:
    width = max(len(x.window.pieces) for x in items)
    frames = [(i, f) for i, x in enumerate(items) for f in x.frames]
    flat = lambda key: torch.tensor([getattr(f, key) for _, f in frames], dtype=torch.long)  # noqa: E731
    return Batch(
        pad([x.window.pieces for x in items], width, 0),
        pad([x.window.shapes for x in items], width, 0),
        pad([[1] * len(x.window.pieces) for x in items], width, 0),
        pad([firsts(x.window) for x in items], width, 0),
        *(pad([getattr(x, k) for x in items], width, IGNORE) for k in ("names", "nominals", "cues", "events")),
        torch.tensor([i for i, _ in frames], dtype=torch.long),
        pad([f.marker for _, f in frames], width, 0),
        pad([f.distance for _, f in frames], width, 0),
        pad([f.roles for _, f in frames], width, IGNORE),
        *(flat(k) for k in ("type", "mode", "modality", "negated")),
    )
