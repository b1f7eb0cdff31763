"""Pairs of tellings as examples: features, whether they are one event, and how much each counts."""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from scipy.optimize import minimize

from dateline.record import Record
from dateline.stories.features import DECLARED, features
from dateline.stories.telling import RARE, Telling, tellings_of
from dateline.stories.words import rarity

NAMES = list(DECLARED)
OTHER, SHIFTED, RENAMED, APART, PAPERS, SILENT, STRANGE = 0.05, 0.1, 0.05, 0.05, 0.1, 0.3, 0.3
"""How much a pair of each kind counts (fit.py says which they are); one of a family of incidents counts 1."""
APARTS, PAIRS = 4_000, 6_000
"""Pairs of one newspaper article, and of two newspapers."""
NAMED = 3.5  # a name that two newspapers share is at least so rare, as for candidates (rows.TELLING_NAME)


@dataclass
class Pairs:
    """Examples: features, whether the two are one event (1) or not (0), the weight, and the families that they are of (none: newspapers)."""

    x: list[list[float]] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    w: list[float] = field(default_factory=list)
    of: list[tuple[str, ...]] = field(default_factory=list)

    def put(self, found: Mapping[str, float], one: bool, weight: float, *of: str) -> None:
        """An example by its features."""
        self.x.append([found.get(n, 0.0) for n in NAMES])
        self.y.append(float(one))
        self.w.append(weight)
        self.of.append(of)

    def fit(self, ridge: float, without: Collection[str] = ()) -> dict[str, float]:
        """The weights, with some families left out."""
        keep = np.array([not any(k in of for k in without) for of in self.of])
        found = fit(np.array(self.x)[keep], np.array(self.y)[keep], np.array(self.w)[keep], ridge)
        return dict(zip(NAMES, (round(float(b), 3) for b in found), strict=True))


def sure_pairs(tellings: Mapping[str, list[Telling]], labels: Mapping[str, str], family_of: Mapping[str, str]) -> Pairs:
    """Two sure tellings."""
    out = Pairs()
    chance = random.Random(6)
    groups: dict[str, list[Telling]] = defaultdict(list)
    for i, ts in sorted(tellings.items()):
        groups[family_of[i]] += [t for t in ts if t.key in labels]
    for name, ts in groups.items():
        for a, b in itertools.combinations(ts, 2):
            p, q = labels[a.key], labels[b.key]
            if p and q:
                out.put(features(a, b), p == q, 1.0, name)
                if p == q and a.around.article != b.around.article:
                    out.put(features(a, renamed(b, chance.random() < 0.5)), False, RENAMED, name)
            elif (p or q) and chance.random() < 0.5:
                out.put(features(a, b), False, OTHER, name)
    for (n, ts), (m, us) in itertools.combinations(sorted(groups.items()), 2):
        ts, us = ([t for t in x if labels[t.key] and t.days and t.around.published] for x in (ts, us))
        for _ in range(25):
            a, b = chance.choice(ts), chance.choice(us)
            out.put(features(a, shifted(b, a, chance)), False, SHIFTED, n, m)
    return out


def unsure_pairs(
    weak: Mapping[str, list[Telling]],
    named: Mapping[str, str],
    sure: Mapping[str, list[Telling]],
    labels: Mapping[str, str],
    family_of: Mapping[str, str],
) -> Pairs:
    """A faint or bare telling and a sure one of another report."""
    out = Pairs()
    chance = random.Random(8)
    told: dict[str, list[tuple[str, Telling]]] = defaultdict(list)
    tells: dict[str, set[str]] = defaultdict(set)
    for i, ts in sorted(sure.items()):
        for t in ts:
            if labels.get(t.key):
                told[family_of[i]].append((i, t))
                tells[i].add(labels[t.key])
    for i, ts in sorted(weak.items()):
        family = family_of[i]
        for a in ts:
            for j, b in told[family]:
                if i == j:
                    continue
                key = labels[b.key]
                if named[a.key]:
                    out.put(features(a, b), named[a.key] == key, 1.0, family)
                    if named[a.key] == key:
                        out.put(features(a, renamed(b, chance.random() < 0.5)), False, RENAMED, family)
                elif key not in tells[i]:
                    out.put(features(a, b), False, SILENT, family)
            other = chance.choice([k for k in sorted(told) if k != family])
            for _, b in chance.sample(told[other], 5):
                if a.days and b.days and a.around.published and b.around.published:
                    out.put(features(a, shifted(b, a, chance)), False, SHIFTED, family, other)
    return out


def newspaper_pairs(papers: list[Record], strong: Pairs, weak: Pairs) -> None:
    """Puts two events of one article and tellings of two newspapers to the `strong`, a faint or bare one and a sure one of another newspaper to the `weak`."""
    articles = [list(tellings_of(r)) for r in papers]
    chance = random.Random(7)
    several = [ts for ts in ([t for t in ts if not t.faint] for ts in articles) if len(ts) > 1]
    for _ in range(APARTS):
        strong.put(features(*chance.sample(chance.choice(several), 2)), False, APART)
    holding: dict[str, list[Telling]] = defaultdict(list)
    for ts in articles:
        for t in ts:
            for name, rare in t.around.names.items():
                if rare >= NAMED:
                    holding[name].append(t)
    shared = sorted(n for n, ts in holding.items() if len(ts) > 3)
    left = {False: PAIRS, True: PAIRS}
    while any(left.values()):
        one, other = chance.sample(holding[chance.choice(shared)], 2)
        doubtful = one.faint or other.faint
        if paper(one) != paper(other) and not (one.faint and other.faint) and left[doubtful]:
            left[doubtful] -= 1
            (weak if doubtful else strong).put(features(one, other), False, STRANGE if doubtful else PAPERS)


def shifted(t: Telling, to: Telling, chance: random.Random) -> Telling:
    """The telling as if it were of the other's day, or a few days later."""
    off = to.days.first - t.days.first + chance.choice((0, 0, 0, 1, 3, 10))
    days = replace(t.days, first=t.days.first + off, last=t.days.last + off)
    return replace(t, days=days, around=replace(t.around, published=t.around.published + off))


def renamed(t: Telling, counted: bool) -> Telling:
    """The telling as if it were of other people in another town; `counted`: with the same numbers."""
    around = t.around
    own, words, parties = (other_names(v, plain) for v, plain in ((t.own, t.plain), (around.words, around.plain), (t.parties, {})))
    names, all_names = ({k + "*" if w >= RARE else k: w for k, w in n.items()} for n in (t.names, around.names))
    spots, all_spots = (frozenset(k + "*" for k in s) for s in (t.spots, around.spots))
    numbers, all_numbers = (t.numbers, around.numbers) if counted else (frozenset(), frozenset())
    return replace(
        t,
        around=replace(around, article=around.article + "*", words=words, names=all_names, spots=all_spots, numbers=all_numbers),
        own=own,
        names=names,
        spots=spots,
        numbers=numbers,
        parties=parties,
        where=(),
        named=(),
        counts=t.counts if counted else {},
    )


def other_names(words: Mapping[str, float], plain: Mapping[str, float]) -> dict[str, float]:
    """The vector with the rare words that are names (they weigh nothing in `plain`) exchanged."""
    return {k + "*" if rarity(k) >= RARE and not plain.get(k) else k: w for k, w in words.items()}


def paper(t: Telling) -> str:
    """The newspaper: an article's id without its number."""
    return t.around.article.rpartition("_")[0]


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Logistic weights, least squares held small, directions kept."""

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ b
        p = 1 / (1 + np.exp(-z))
        value = np.sum(w * (np.logaddexp(0, z) - y * z)) + ridge * np.sum(b[1:] ** 2) / 2
        slope = x.T @ (w * (p - y)) + ridge * np.concatenate([[0.0], b[1:]])
        return float(value), slope

    bounds = [(0 if DECLARED[n] > 0 else None, 0 if DECLARED[n] < 0 else None) for n in NAMES]
    return minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}).x
