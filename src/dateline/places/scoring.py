"""The one scoring: features times trained weights, a softmax over a name's candidates and "none of these", twice around the document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from dateline.places.features import ALONE, NOTHING, TOGETHER, Floats, Table, table, together
from dateline.places.groups import Group
from dateline.places.outlet import Home

SHIPPED = Path(__file__).with_name("weights.json")
ROUNDS = 2


@dataclass(frozen=True)
class Weights:
    """`first`: over ALONE + NOTHING; `then`: over ALONE + TOGETHER + NOTHING. `heat` divides the last scores, so that confidence is calibrated."""

    first: Floats
    then: Floats
    heat: float = 1.0


@cache
def shipped() -> Weights:
    raw = json.loads(SHIPPED.read_text(encoding="utf-8"))
    first = [raw["first"].get(name, 0.0) for name in (*ALONE, *NOTHING)]
    then = [raw["then"].get(name, 0.0) for name in (*ALONE, *TOGETHER, *NOTHING)]
    return Weights(np.array(first), np.array(then), raw.get("heat", 1.0))


def chances(features: Floats, nothing: Floats, weights: Floats, *, heat: float = 1.0) -> Floats:
    """The probability of each candidate, and last that of none."""
    scores = np.append(features @ weights[: features.shape[1]], nothing @ weights[features.shape[1] :]) / heat
    scores = np.exp(scores - scores.max())
    return np.asarray(scores / scores.sum())


@dataclass(frozen=True)
class Scored:
    """A group's chances (none last) and the features behind them, named as ALONE + TOGETHER."""

    chances: Floats
    features: Floats


def decided(chances: Floats) -> int | None:
    """The candidate that is chosen: the likeliest, unless "none of these" is likelier than all together."""
    return None if len(chances) < 2 or chances[-1] >= 0.5 else int(np.argmax(chances[:-1]))


def score(groups: Sequence[Group], home: Home, weights: Weights | None = None) -> list[Scored]:
    """The chances of every group's candidates, first each alone, then in the light of the others, ROUNDS times."""
    weights = weights or shipped()
    tables: list[Table] = [table(g, home, [groups[h] for h in g.holders]) for g in groups]
    guesses = [chances(t.alone, t.nothing, weights.first)[:-1] for t in tables]
    scored: list[Scored] = []
    for _ in range(ROUNDS):
        context = together(groups, tables, guesses)
        features = [np.hstack([t.alone, c]) for t, c in zip(tables, context, strict=True)]
        scored = [Scored(chances(f, t.nothing, weights.then, heat=weights.heat), f) for f, t in zip(features, tables, strict=True)]
        guesses = [s.chances[:-1] for s in scored]
    return scored
