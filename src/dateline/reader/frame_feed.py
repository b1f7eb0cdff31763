"""What the frame reader is told of the telling words of a window: which pieces to look at, how far away they are, at which words to answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from dateline.reader.windows import LONGEST, Window
from dateline.reader.words import distance_bucket

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

Trigger = tuple[int, int, int]  # first word, word after the last, marker: 1 for a saying, 2 for a deed
FARTHEST = 2 * LONGEST  # no window is longer


def frame_feed(window: Window, triggers: Sequence[Trigger], starts: Ints, width: int) -> tuple[dict[str, NDArray[Any]], Ints]:
    """The inputs of frames.onnx but for `hidden`, for frames that see `width` pieces of the window from `starts` on, and (frames, count) the words
    of the window at which they answer; a frame that sees fewer words than another answers at its last one several times."""
    import numpy as np

    first = np.array(window.first)
    row = np.arange(len(triggers))[:, None]
    a, b = (np.array(x)[:, None] for x in ([first[t[0]] for t in triggers], [first[t[1] - 1] for t in triggers]))
    seen = starts[:, None] + np.arange(width)
    # nothing lies before a telling word's beginning and behind its end at once: one of the two terms is 0
    apart = np.minimum(seen - a, 0) + np.maximum(seen - b, 0)
    from_word, to_word = first.searchsorted(starts), first.searchsorted(starts + width)
    words = np.minimum(from_word[:, None] + np.arange((to_word - from_word).max()), to_word[:, None] - 1)
    told = (words >= [[t[0]] for t in triggers]) & (words < [[t[1]] for t in triggers])
    at = first[words] - starts[:, None]
    marker = np.zeros(seen.shape, dtype=np.int64)
    marker[row, at] = told * np.array([[t[2]] for t in triggers])
    told[:, 1:] &= words[:, 1:] != words[:, :-1]
    telling = (told / np.maximum(told.sum(1, keepdims=True), 1)).astype(np.float32)
    return {"seen": seen, "marker": marker, "distance": _buckets()[apart + FARTHEST], "words": at, "telling": telling}, words


@cache
def _buckets() -> Ints:
    """`words.distance_bucket` of every distance from -FARTHEST to FARTHEST."""
    import numpy as np

    return np.array([distance_bucket(d) for d in range(-FARTHEST, FARTHEST + 1)], dtype=np.int64)
