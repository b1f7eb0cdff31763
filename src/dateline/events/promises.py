"""Cooperation that is yet to come is a promise: PLOVER codes a planned visit, aid that will be sent and the like as AGREE.

Of 98 meetings in the articles annotated by PLOVER's definitions 11 were yet to come, every one of them AGREE. Offsets are half-open code point offsets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.events.modality import modality_of
from dateline.reader.reading import DEED, Frame
from dateline.record import Span
from dateline.statements.statements import sentence_around

COOPERATION = ("CONSULT", "COOPERATE", "AID")
PROMISE = "AGREE"
NEAR = 4  # words between "agreed" and what is agreed: "agreed to meet" is one promise


def with_promises(text: str, frames: Sequence[Frame], sentences: Sequence[Span]) -> tuple[Frame, ...]:
    """The frames with cooperation yet to come as AGREE, or left out where the words right before tell that promise."""
    return tuple(_told(text, frames, sentences))


def _told(text: str, frames: Sequence[Frame], sentences: Sequence[Span]) -> Iterator[Frame]:
    promises = [f.trigger for f in frames if f.type == PROMISE and f.trigger]
    for f in frames:
        if f.kind != DEED or f.trigger is None or f.type not in COOPERATION:
            yield f
            continue
        modality, _ = modality_of(text, f.trigger, sentence_around(f.trigger, sentences), f.modality)
        if modality != "future":
            yield f
        elif not any(end <= f.trigger[0] and len(text[end : f.trigger[0]].split()) <= NEAR for _, end in promises):
            yield replace(f, type=PROMISE, mode=None)
