"""How sure a word must be to be coded, by type, and what being so sure is worth: both from examples judged without their own sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.codebook.coder import Coder

FEW = 8  # marked words of a type below which it takes the common threshold: the best cut of a handful is luck


@dataclass(frozen=True, slots=True)
class Decision:
    """One word of an example as the others would code it: its class, how sure they are, the class it is marked with."""

    word: int
    sentence: int
    kind: int
    score: float
    marked: int | None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """`common` for all types, `by_type` where there are enough examples; `slope` and `offset` of the logistic curve from score to probability."""

    common: float
    by_type: dict[str, float]
    slope: float
    offset: float

    def of(self, type: str) -> float:
        return self.by_type.get(type, self.common)

    def probability(self, score: float) -> float:
        """How often a word so sure was marked with that type."""
        return 1 / (1 + math.exp(-(self.slope * score + self.offset)))


def decisions(coder: Coder) -> list[Decision]:
    """Every word of the examples, decided by the other sentences."""
    out = []
    for i, w in enumerate(coder.words):
        kind, score = coder.decide(float(coder.held.telling[i]), coder.held.kinds[i])
        out.append(Decision(i, w.sentence, kind, score, w.kind))
    return out


def thresholds_of(coder: Coder, among: list[Decision] | None = None) -> Thresholds:
    """The thresholds that make the most of `among` (all words by default): the highest F1 of words coded with their type."""
    found = among if among is not None else decisions(coder)
    types = [t for t, _ in coder.kinds]
    rows = [(d.score, types[d.kind], types[d.marked] if d.marked is not None else None) for d in found]
    common = _best([(s, t == m) for s, t, m in rows], sum(m is not None for _, _, m in rows))
    by_type = {}
    for t in dict.fromkeys(types):
        wanted = sum(m == t for _, _, m in rows)
        if t is not None and wanted >= FEW:
            # halfway to the common one: the best cut of one type's dozens of words is half luck
            by_type[t] = (common + _best([(s, m == t) for s, said, m in rows if said == t], wanted)) / 2
    return Thresholds(common, by_type, *_logistic([(s, t == m) for s, t, m in rows]))


def _best(scored: list[tuple[float, bool]], wanted: int) -> float:
    """The cut with the highest F1, halfway to the next score below; 0.5 where nothing is ever right."""
    ordered = sorted(scored, key=lambda x: (-x[0], x[1]))
    best, cut, right = 0.0, 0.5, 0
    for n, (score, ok) in enumerate(ordered, 1):
        right += ok
        f1 = 2 * right / (n + wanted) if wanted else 0.0
        if f1 > best:
            below = ordered[n][0] if n < len(ordered) else score
            best, cut = f1, (score + below) / 2
    return cut


def _logistic(scored: list[tuple[float, bool]], steps: int = 40) -> tuple[float, float]:
    """Slope and offset of the logistic curve of being right (Platt 1999: with priors for few examples), by Newton's method."""
    right, wrong = sum(ok for _, ok in scored), sum(not ok for _, ok in scored)
    high, low = (right + 1) / (right + 2), 1 / (wrong + 2)
    a, b = 0.0, math.log((right + 1) / (wrong + 1))
    for _ in range(steps):
        ga = gb = haa = hab = hbb = 1e-9
        for s, ok in scored:
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, a * s + b))))
            error, w = p - (high if ok else low), max(1e-9, p * (1 - p))
            ga, gb = ga + error * s, gb + error
            haa, hab, hbb = haa + w * s * s, hab + w * s, hbb + w
        det = haa * hbb - hab * hab + 1e-12
        da, db = (hbb * ga - hab * gb) / det, (haa * gb - hab * ga) / det
        a, b = a - da, b - db
        if abs(da) + abs(db) < 1e-9:
            break
    return a, b
