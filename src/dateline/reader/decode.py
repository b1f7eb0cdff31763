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

    Tags are ordered as in `labels.bio`: O, then B and I of each label. The best tag of every word where that is consistent; Viterbi over the stretches
    where it is not.
    """
    import numpy as np

    rows, length, _ = logits.shape
    if not length:
        return np.zeros((rows, 0), dtype=np.int64)
    greedy: NDArray[np.int64] = logits.argmax(-1)
    before = np.concatenate([np.zeros((rows, 1), dtype=np.int64), greedy[:, :-1]], 1)
    wrong = (greedy > 0) & (greedy % 2 == 0) & (before != greedy) & (before != greedy - 1)
    odd = np.flatnonzero(wrong.any(1))
    if len(odd):
        greedy[odd] = _mended(logits[odd], greedy[odd], wrong[odd])
    return greedy


def _mended(logits: Scores, greedy: NDArray[np.int64], wrong: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The best consistent sequences, worked out again only between the nearest fresh starts around each word that is `wrong`."""
    import numpy as np

    rows, length, n = logits.shape
    fresh = _fresh_starts(logits)
    here = np.arange(length)
    since = np.maximum.accumulate(np.where(fresh, here, 0), 1)
    until = np.full((rows, length), length)
    until[:, :-1] = np.minimum.accumulate(np.where(fresh, here, length)[:, :0:-1], 1)[:, ::-1]
    row, at = wrong.nonzero()
    row, start, end = np.unique(np.stack([row, since[row, at], until[row, at]]), axis=1)
    longest = int((end - start).max())
    spot = start[:, None] + np.arange(longest)
    inside = spot < end[:, None]
    spot = np.minimum(spot, length - 1)
    nothing = np.full(n, -1e9, dtype=np.float32)
    nothing[0] = 0.0
    paths = _viterbi(np.where(inside[:, :, None], logits[row[:, None], spot], nothing))
    out = greedy.copy()
    out[np.broadcast_to(row[:, None], spot.shape)[inside], spot[inside]] = paths[inside]
    return out


def _fresh_starts(logits: Scores) -> NDArray[np.bool_]:
    """Where some best sequence has no inside tag: turning it into the best other tag there gains more than it can cost at the next word, where an
    inside tag would have to become a begin."""
    import numpy as np

    begin, inside = logits[:, :, 1::2], logits[:, :, 2::2]
    cost = np.zeros_like(inside)
    cost[:, :-1] = np.maximum(inside - begin, 0)[:, 1:]
    out: NDArray[np.bool_] = (np.maximum(logits[:, :, 0], begin.max(-1))[:, :, None] - inside >= cost).all(-1)
    out[:, 0] = True
    return out


def _viterbi(logits: Scores) -> NDArray[np.int64]:
    """The best consistent sequence of every row; all rows take each step together."""
    import numpy as np

    rows, length, n = logits.shape
    scores = logits - logits.max(-1, keepdims=True)
    begin, inside = np.arange(1, n, 2), np.arange(2, n, 2)
    each = np.arange(rows)
    back = np.zeros((length, rows, n), dtype=np.int64)
    alpha = scores[:, 0].copy()
    alpha[:, inside] = -1e9
    for t in range(1, length):
        came = alpha.argmax(-1)
        back[t] = came[:, None]
        new = np.repeat(alpha[each, came][:, None], n, 1)
        from_begin = alpha[:, begin] >= alpha[:, inside]
        new[:, inside] = np.where(from_begin, alpha[:, begin], alpha[:, inside])
        back[t][:, inside] = np.where(from_begin, begin, inside)
        alpha = new + scores[:, t]
    path = np.zeros((rows, length), dtype=np.int64)
    path[:, -1] = alpha.argmax(-1)
    for t in range(length - 1, 0, -1):
        path[:, t - 1] = back[t, each, path[:, t]]
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
