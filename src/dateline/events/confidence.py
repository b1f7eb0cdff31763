"""How sure an event is, said so that it holds: of events said to be 0.8 sure, eight in ten are right (docs/confidence.md).

The second look (weighing.py) gives a probability learned from other texts, read by earlier stages of the reader. A logistic curve over it and
four things that can be read off the event puts it right for the shipped weights; `training/calibration/fit.py` fits it and writes `confidence.yaml`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from dateline.record import Event

EDGES = (0.02, 0.998)  # beyond these it says no more


@dataclass(frozen=True, slots=True)
class Curve:
    """The weights of a logistic curve; `score` is on log odds, the others on yes or no."""

    offset: float
    score: float
    actor: float
    recipient: float
    reported: float
    told_otherwise: float

    def of(self, e: Event) -> float:
        """The probability that an event is right whose confidence is the second look's; it never falls as that rises."""
        p = min(max(e.confidence, EDGES[0]), EDGES[1])
        x = self.offset + self.score * math.log(p / (1 - p))
        x += self.actor * bool(e.actors) + self.recipient * bool(e.recipients)
        x += self.reported * (e.attributed_to is not None) + self.told_otherwise * (e.modality != "asserted")
        return 1 / (1 + math.exp(-x))


@cache
def shipped() -> Curve:
    """The curve fitted for the shipped weights."""
    raw = yaml.safe_load(files("dateline.events").joinpath("confidence.yaml").read_text(encoding="utf-8"))
    return Curve(**raw["curve"])


def calibrated(events: Sequence[Event]) -> tuple[Event, ...]:
    """Events whose confidence is the second look's, with how often events like them are right in its place."""
    return tuple(replace(e, confidence=round(shipped().of(e), 3)) for e in events)
