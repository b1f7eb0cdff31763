"""One name, one label: what a name is, is decided over the whole article, by the encoder, by the look of the name and by its other occurrences.

Chosen on every second article of mentions_worldwide_dev, judged on the others (all labels F1, with both readings): 76.6 with the encoder's scores and a
vote of three, 77.3 with a vote of two, 78.3 with the look of the name as well. Letting a longer person's name speak for its last word gave nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reader.reading import Found
from dateline.record import MENTION_LABELS, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

FIXED = tuple(MENTION_LABELS.index(x) for x in ("date", "money"))  # the encoder alone knows them: they are no names
LOCATION = MENTION_LABELS.index("location")
LANDS = frozenset(
    ("valley", "province", "district", "region", "county", "city", "island", "islands", "peninsula", "river", "lake", "desert", "mountains")
)  # what follows a place's own name: "Tamsk Valley" tells that "Tamsk" is a place
LOOKS = 0.5  # the weight of the look of a name beside the encoder; between 0.3 and 0.7 little changes
DIMMEST = -6.0  # a look's log probability below it counts as this
LEAST = 2  # occurrences; one tells nothing
SHARE = 0.4  # of the summed scores that one label must have to overrule the others


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch that the encoder marked as a name, with its probability of each of record.MENTION_LABELS."""

    span: Span
    scores: Scores


def settle(marked: Sequence[Marked], looks: Scores, text: str) -> list[Found]:
    """The names with one label each: the encoder's scores weighed with `looks` (names, labels; log probabilities), then a vote of all occurrences."""
    import numpy as np

    weighed = [_weigh(m.scores, look) for m, look in zip(marked, looks, strict=True)]
    keys = [text[slice(*m.span)].lower() for m in marked]
    votes: dict[str, Scores] = defaultdict(lambda: np.zeros(len(MENTION_LABELS), dtype=np.float32))
    counts: dict[str, int] = defaultdict(int)
    for key, scores in zip(keys, weighed, strict=True):
        label = int(scores.argmax())
        if label not in FIXED:
            own, _, last = key.rpartition(" ")
            for name in (key, own) if label == LOCATION and own and last in LANDS else (key,):
                votes[name] += scores
                counts[name] += 1
    out = []
    for m, key, scores in zip(marked, keys, weighed, strict=True):
        label = int(scores.argmax())
        if label not in FIXED and counts[key] >= LEAST:
            vote = votes[key]
            if vote.max() >= SHARE * vote.sum():
                label = int(vote.argmax())
        out.append(Found(*m.span, MENTION_LABELS[label], "name", round(float(scores[label]), 4)))
    return out


def _weigh(scores: Scores, look: Scores) -> Scores:
    """Both opinions as one distribution."""
    import numpy as np

    if int(scores.argmax()) in FIXED:
        return scores
    z = np.log(np.maximum(scores, 1e-3)) + LOOKS * np.maximum(look, DIMMEST)
    e = np.exp(z - z.max())
    out: Scores = e / e.sum()
    return out
