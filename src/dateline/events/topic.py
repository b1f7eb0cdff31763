"""Whether a text is about political conflict at all. A sports page has matches won and coaches sacked, in the words that tell politics.

The reader's gist of the text (the mean of its encoder's output over the words) goes into a logistic curve; below its cut no event is coded by PLOVER.
The events' own confidence is not weighed in: swept on 746 events of 231 unseen articles and the hundred of bench/negatives.txt, for as many right events lost
(3 in 100) any weight of it left more events there (2.7 for 2,000 words without, 2.8 to 3.9 with). `training/topic/fit.py` fits the curve, chooses the cut
and writes `topic.json`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Topic:
    """A logistic curve over the gist. `encoder` begins the digest of the encoder on whose gists it was fitted; another's mean nothing to it."""

    encoder: str
    offset: float
    cut: float
    weights: tuple[float, ...]

    def of(self, gist: tuple[float, ...]) -> float:
        """The probability that a text tells political conflict."""
        x = self.offset + math.fsum(w * g for w, g in zip(self.weights, gist, strict=True))
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, x))))

    def admits(self, gist: tuple[float, ...] | None) -> bool:
        """Whether events may be coded from a text; a text without a gist is not judged."""
        return gist is None or self.of(gist) >= self.cut


@cache
def shipped() -> Topic:
    """The curve fitted for the shipped weights."""
    raw = json.loads(files("dateline.events").joinpath("topic.json").read_text(encoding="utf-8"))
    return Topic(raw["encoder"], raw["offset"], raw["cut"], tuple(raw["weights"]))
