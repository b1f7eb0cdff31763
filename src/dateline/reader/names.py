"""The words of a window that are names: the encoder's scores, a second opinion where it is unsure, and names that seldom stand side by side.

Chosen on every second article of mentions_worldwide_dev, judged on the others (F1 of all labels, of spans alone): 78.1 and 86.6 with the encoder's scores, 78.8 and 87.5
where a name right after a name pays, 79.7 and 88.6 with the second opinion of `edges` as well. Both together take some 1.5 % of the reader's time.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.reader import edges
from dateline.reader.decode import softmax
from dateline.reader.windows import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

UNSURE = 0.95  # a word is asked about when none of outside, first and further word is likelier than this: one word in thirty (at 0.98 the same F1, at 0.9 a tenth less)
WEIGHT = 0.5  # of the second opinion beside the encoder; between 0.3 and 0.8 little changes
DIMMEST = -4.0  # a log probability of the second opinion below it counts as this
ALIKE, APART = 2.0, 0.5  # what a name pays that begins right after another of the same label, of another label (log odds)
OPEN = 0.995  # a word likelier outside than this parts two stretches that are read for themselves


def name_tags(text: str, w: Window, scores: Scores) -> list[int]:
    """The best tag (labels.NAME_TAGS) of every word of a window, given the encoder's scores (words, tags)."""
    import numpy as np

    if not len(scores):
        return []
    p = softmax(scores)
    outside, first, further = p[:, 0], p[:, 1::2].sum(-1), p[:, 2::2].sum(-1)
    z = scores - scores.max(-1, keepdims=True)
    unsure = np.flatnonzero(np.maximum(np.maximum(outside, first), further) < UNSURE).tolist()
    # of marks and figures it knows less: "Neb." lost its stop, and the score of a match ("Ohio 63") became a team's name
    unsure = [i for i in unsure if text[w.spans[i][0]].isalnum() and not text[slice(*w.spans[i])].isdigit()]
    if unsure:
        other = WEIGHT * np.maximum(edges.shipped().of(text, w.spans, unsure), DIMMEST)
        z[unsure, 0] += other[:, edges.OUTSIDE]
        z[unsure, 1::2] += other[:, edges.FIRST, None]
        z[unsure, 2::2] += other[:, edges.FURTHER, None]
    return best_names(z, outside < OPEN)


def best_names(z: Scores, opened: NDArray[np.bool_]) -> list[int]:
    """The best tags of words with log scores `z` (words, tags), of which those not `opened` are surely outside.

    An inside tag follows only its own begin or inside; a name that begins right after a name pays for it.
    """
    import numpy as np

    path: NDArray[np.int64] = np.where(opened, z.argmax(-1), 0)
    before = np.concatenate([[0], path[:-1]])
    begins = path % 2 == 1
    wrong = (begins & (before > 0)) | (~begins & (path > 0) & (before != path) & (before != path - 1))
    done = 0
    for i in np.flatnonzero(wrong).tolist():  # elsewhere the best tag of every word gives the best sequence
        if i < done:
            continue
        a = b = i
        while a and opened[a - 1]:
            a -= 1
        while b < len(path) and opened[b]:
            b += 1
        path[a:b] = _viterbi(z[a:b])
        done = b
    out: list[int] = path.tolist()
    return out


@cache
def _steps(tags: int) -> Scores:
    """What it costs (from, to) to go from one tag to the next."""
    import numpy as np

    label = (np.arange(tags) - 1) // 2  # of outside: -1
    begins = np.arange(tags) % 2 == 1
    own = label[:, None] == label[None, :]
    cost = np.where(begins[None, :] & (label >= 0)[:, None], np.where(own, -ALIKE, -APART), 0.0)
    inside = ~begins & (label >= 0)
    out: Scores = np.where(inside[None, :] & ~own, -1e9, cost).astype(np.float32)
    return out


def _viterbi(z: Scores) -> list[int]:
    """The best sequence of a stretch with nothing before it."""
    import numpy as np

    steps = _steps(z.shape[1])
    back = np.zeros(z.shape, dtype=np.int64)
    best = z[0] + steps[0]
    for t in range(1, len(z)):
        came = best[:, None] + steps
        back[t] = came.argmax(0)
        best = came.max(0) + z[t]
    path = [int(best.argmax())]
    for t in range(len(z) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1]
