"""From the model's scores to spans: the best consistent sequence of begin/inside/outside tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.record import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]


def softmax(logits: Scores) -> Scores:
    """Probabilities over the last axis."""
    import numpy as np

    e = np.exp(logits - logits.max(-1, keepdims=True))
    out: Scores = e / e.sum(-1, keepdims=True)
    return out


def best_tags(logits: Scores) -> NDArray[np.int64]:
    """The best tag sequence of each row of (rows, words, tags) scores, where an inside tag (even index) follows only its own begin or inside.

    Tags are ordered as in `labels.bio`: O, then B and I of each label. Viterbi over all rows at once.
    """
    import numpy as np

    rows, length, n = logits.shape
    if not length:
        return np.zeros((rows, 0), dtype=np.int64)
    scores = logits - logits.max(-1, keepdims=True)
    inside = np.arange(2, n, 2)
    begin = inside - 1
    back = np.zeros((rows, length, n), dtype=np.int64)
    alpha = scores[:, 0].copy()
    alpha[:, inside] = -1e9
    for t in range(1, length):
        came = alpha.argmax(-1)
        top = np.take_along_axis(alpha, came[:, None], 1)
        back[:, t] = came[:, None]
        new = np.repeat(top, n, 1)
        from_begin = alpha[:, begin] >= alpha[:, inside]
        new[:, inside] = np.where(from_begin, alpha[:, begin], alpha[:, inside])
        back[:, t, inside] = np.where(from_begin, begin, inside)
        alpha = new + scores[:, t]
    path = np.zeros((rows, length), dtype=np.int64)
    path[:, -1] = alpha.argmax(-1)
    for t in range(length - 1, 0, -1):
        path[:, t - 1] = np.take_along_axis(back[:, t], path[:, t][:, None], 1)[:, 0]
    return path


def spans(path: Sequence[int]) -> list[tuple[int, int, int]]:
    """(first word, word after the last, label index) of every labelled stretch of a tag sequence."""
    out: list[tuple[int, int, int]] = []
    for i, tag in enumerate(path):
        if tag == 0:
            continue
        if tag % 2 == 0 and out and out[-1][1] == i and out[-1][2] == (tag - 2) // 2:
            out[-1] = (out[-1][0], i + 1, out[-1][2])
        else:
            out.append((i, i + 1, (tag - 1) // 2))
    return out


def span_of(words: Sequence[Span], first: int, last: int) -> Span:
    """The characters from word `first` to before word `last`."""
    return words[first][0], words[last - 1][1]
