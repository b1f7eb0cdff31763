"""How far two tellings, or their articles, are alike in one thing: what the features are made of."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dateline.record import Count
from dateline.stories.telling import RARE, Surroundings, Telling
from dateline.stories.words import cosine

KEPT = 300
"""Pairs of articles whose likeness is remembered: those that a newcomer is compared with. With 2,000 they held 100 MB of articles."""

KEPT_TELLINGS = 4000
"""Tellings remembered with an article: each telling of a newcomer is compared with up to COMPARED others, and each of those with all of the newcomer's."""

# what is compared is held, so that no other takes its id
_kept: dict[tuple[int, int], tuple[Surroundings, Surroundings, float, float]] = {}
_inside: dict[tuple[int, int], tuple[Telling, Surroundings, float, float, float]] = {}
_rare: dict[int, tuple[Telling, dict[str, float]]] = {}


def counts_apart(x: Count, y: Count) -> float:
    """How far two counts are from agreeing: 0 when their ranges meet, 1 when one is e times the other."""
    low = max(x.low or 0, y.low or 0)
    high = min(x.high if x.high is not None else 10**9, y.high if y.high is not None else 10**9)
    return 0.0 if low <= high else math.log((low + 0.5) / (high + 0.5))


def between_articles(a: Surroundings, b: Surroundings) -> tuple[float, float]:
    """How far the words and the names of two articles are the same: kept for the next pair of their tellings."""
    key = (id(a), id(b)) if id(a) < id(b) else (id(b), id(a))
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= KEPT:
            _kept.clear()
        found = _kept[key] = (a, b, cosine(a.words, b.words), shared(a.names, b.names))
    return found[2:]


def inside(t: Telling, around: Surroundings) -> tuple[float, float, float]:
    """How far the words, the plain words and the names of a telling are those of another article: kept for the article's other tellings."""
    key = (id(t), id(around))
    found = _inside.get(key)
    if found is None:
        if len(_inside) >= KEPT_TELLINGS:
            _inside.clear()
        found = _inside[key] = (
            t, around, cosine(t.own, around.words), cosine(t.plain, around.plain), shared(t.names, around.names, False),
        )  # fmt: skip
    return found[2:]


def rare(t: Telling) -> dict[str, float]:
    """The names of a telling that are of a town or a person, not of a country."""
    found = _rare.get(id(t))
    if found is None:
        if len(_rare) >= KEPT_TELLINGS:
            _rare.clear()
        found = _rare[id(t)] = (t, {k: w for k, w in t.names.items() if w >= RARE})
    return found[1]


def shared(a: Mapping[str, float], b: Mapping[str, float], both: bool = True) -> float:
    """The weight of names shared: of all names (`both`), or of those of `a`."""
    common = sum([w for k, w in a.items() if k in b])
    if not common:
        return 0.0
    whole = sum(a.values()) + (sum([w for k, w in b.items() if k not in a]) if both else 0.0)
    return common / whole if whole else 0.0


def kilometres(a: Telling, b: Telling) -> float | None:
    """Between the nearest of their places; None where one has none."""
    found = [
        math.dist((p.lat, p.lon * math.cos(math.radians(p.lat))), (q.lat, q.lon * math.cos(math.radians(p.lat)))) * 111.2
        for p in a.where
        for q in b.where
        if p.lat is not None and p.lon is not None and q.lat is not None and q.lon is not None
    ]
    return min(found) if found else None
