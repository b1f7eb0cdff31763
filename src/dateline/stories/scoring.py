"""How likely two tellings are of one event: declared features times trained weights, with what decided in words."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.stories.features import features
from dateline.stories.telling import Telling

SHIPPED = Path(__file__).with_name("weights.json")
SAID = 4  # features named in a reason


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts, in log odds; `threshold` is the mean likeness that the tellings of one row must reach."""

    of: Mapping[str, float]
    threshold: float


@cache
def shipped() -> Weights:
    """The weights that training/folding/fit.py made."""
    raw = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return Weights(raw["weights"], raw["threshold"])


def likeness(a: Telling, b: Telling, weights: Weights) -> float:
    """The probability, from 0 to 1, that the two tell of one event."""
    return _logistic(sum(weights.of.get(k, 0.0) * x for k, x in features(a, b).items()))


def because(a: Telling, b: Telling, weights: Weights) -> str:
    """The features that counted most, strongest first: "day met, told, narrow (+3.1); other rare names (-1.2)"."""
    shares = [(weights.of.get(k, 0.0) * x, k) for k, x in features(a, b).items() if k != "always"]
    told = sorted((s for s in shares if abs(s[0]) >= 0.1), key=lambda s: (-abs(s[0]), s[1]))[:SAID]
    return "; ".join(f"{k} ({s:+.1f})" for s, k in told) or "nothing in common and nothing against"


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))
