"""A larger reader teaches a smaller one: of every word and frame the small one learns what the large one thinks, also where nobody annotated.

Both cut words into the same pieces, so their scores stand side by side. Distillation as in Hinton et al. 2015, at temperature 1.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import torch.nn.functional as F
from torch import Tensor

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "src")]
from batches import IGNORE, Batch, Labelled, LabelledFrame
from dateline.reader.words import distances

MOST = 6  # frames of a window whose deeds nobody annotated
DEED_MARKER = 2
SHARES = {"types": 0.5, "modes": 0.4, "modality": 0.4, "negated": 0.2}  # of heads in the loss; 1 for the rest


def suggested(items: list[Labelled], events: Tensor) -> list[Labelled]:
    """The same windows; where nobody annotated deeds, the words that the teacher takes for a deed's begin become frames without labels."""
    best = events.argmax(-1)
    out = []
    for i, x in enumerate(items):
        told = [] if x.deeds_known else [k for k in x.window.first if best[i, k] % 2 == 1][:MOST]
        out.append(replace(x, frames=[*x.frames, *(unlabelled(len(x.window.pieces), k) for k in told)]))
    return out


def unlabelled(length: int, at: int) -> LabelledFrame:
    marker = [0] * length
    marker[at] = DEED_MARKER
    return LabelledFrame(marker, distances(length, at, at), [IGNORE] * length, IGNORE, IGNORE, IGNORE, IGNORE)


def lessons(b: Batch, student: dict[str, Tensor], teacher: dict[str, Tensor]) -> dict[str, Tensor]:
    """How far the student's answers are from the teacher's, by head: of words at their first pieces, of frames where a deed is told."""
    deeds = (b.marker == DEED_MARKER).any(1)
    out = {}
    for key, mine in student.items():
        where = b.first.bool()
        if key == "roles":
            where = where[b.at]
        elif key == "negated":
            where = ~deeds
        elif key in SHARES:
            where = deeds
        if where.any():
            out[f"{key}~"] = SHARES.get(key, 1.0) * apart(mine[where], teacher[key][where])
    return out


def apart(student: Tensor, teacher: Tensor) -> Tensor:
    return F.kl_div(F.log_softmax(student.float(), -1), F.softmax(teacher.float(), -1), reduction="batchmean")
