"""Choosing by summed weights: a declared linear score whose every term has a name, so that a choice can say what decided it.

The weights are tables beside the code (feature, circumstance, weight), written by `training/parties/fit.py`. A weight counts where its
circumstance holds; the circumstance "" always does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Weights:
    """`of[feature][circumstance]` is a weight."""

    of: dict[str, dict[str, float]]

    def term(self, feature: str, circumstances: Sequence[str]) -> float:
        """What one feature adds where `circumstances` hold."""
        row = self.of.get(feature)
        return sum(row[c] for c in circumstances if c in row) if row else 0.0

    def score(self, features: Sequence[str], circumstances: Sequence[str]) -> float:
        """The sum of all terms."""
        total = 0.0
        for feature in features:
            row = self.of.get(feature)
            if row:
                for c in circumstances:
                    if c in row:
                        total += row[c]
        return total

    def reason(self, features: Sequence[str], circumstances: Sequence[str]) -> str | None:
        """The feature that speaks most for an option; the first of equals, None when none does."""
        best = max(features, key=lambda f: self.term(f, circumstances), default=None)
        return best if best is not None and self.term(best, circumstances) > 0 else None


def chance(score: float) -> float:
    """A score as a probability."""
    return 1 / (1 + exp(-score)) if score > -30 else 0.0


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities that add up to one."""
    top = max(scores)
    e = [exp(s - top) for s in scores]
    total = sum(e)
    return [x / total for x in e]


@cache
def weights(package: str, name: str) -> Weights:
    """The table `name` of `package`: lines of feature, circumstance and weight; "#" begins a comment."""
    return read(files(package).joinpath(name).read_text(encoding="utf-8"))


def read(table: str) -> Weights:
    """The weights that a table's text states."""
    out: dict[str, dict[str, float]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            feature, circumstance, weight = line.split("\t")
            out.setdefault(feature, {})[circumstance] = float(weight)
    return Weights(out)
