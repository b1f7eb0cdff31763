"""Reading twice what the names head is unsure of: the same sentence beside other neighbours gives a second opinion, and the mean of two is better than either.

Measured on mentions_worldwide_dev (all labels F1): a third of the words read twice gives as much (+0.8) as all of them read in two different windowings (+0.7).
Deeds are heard along with the names at no cost: events F1 of the reader on 34 validation articles 57.9 to 58.8, any type 69.5 to 70.1; read again where they are
unsure themselves, three times the words, they gain no more (59.0 to 59.4; 69.4 to 70.2). A second opinion on the telling words of sayings changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.reader.decode import softmax
from dateline.reader.windows import Window, windows
from dateline.record import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dateline.reader.model import Model

    Scores = NDArray[np.float32]

# a sentence with a word whose likeliest tag is less likely than this is read again; names F1 on 70 texts of mentions_worldwide_dev was
# 79.3 at 0.7, 79.7 at 0.6, 79.4 at 0.5 (half of the pieces of 0.7), 79.0 at 0.4, 79.0 with no second reading (2026-11-23)
UNSURE = 0.6
HEARD = ("names", "events")  # the heads that are heard twice


def second_opinions(
    text: str, sentences: Sequence[Span], read: Iterable[tuple[Window, Mapping[str, Scores]]], using: Model
) -> dict[str, dict[Span, Scores]]:
    """By head (HEARD) and word, the scores of a second reading of the unsure sentences, one after another with what lies between them left out.

    `read` are the windows of the first reading with their words' scores by head. A window that comes out as it was is not read again.
    """
    known: dict[tuple[tuple[int, ...], tuple[int, ...]], Mapping[str, Scores]] = {}
    starts = [a for a, _ in sentences]
    unsure: set[int] = set()
    for w, scores in read:
        known[w.pieces, w.shapes] = scores
        for i in (softmax(scores["names"]).max(-1) < UNSURE).nonzero()[0].tolist():
            unsure.add(bisect_right(starts, w.spans[i][0]) - 1)
    out: dict[str, dict[Span, Scores]] = {head: {} for head in HEARD}
    for w in windows(text, [sentences[k] for k in sorted(unsure)], using.pieces):
        key = (w.pieces, w.shapes)
        if key not in known:
            known[key] = using.tags(w, HEARD)
        for head in HEARD:
            out[head].update(zip(w.spans, known[key][head], strict=True))
    return out


def mean_scores(w: Window, scores: Scores, second: Mapping[Span, Scores]) -> Scores:
    """The mean of both readings' scores where there are two; each is counted from its highest, so that neither is louder."""
    import numpy as np

    out: Scores = scores - scores.max(-1, keepdims=True)
    at = [i for i, span in enumerate(w.spans) if span in second]
    if at:
        other = np.stack([second[w.spans[i]] for i in at])
        out[at] = (out[at] + other - other.max(-1, keepdims=True)) / 2
    return out
