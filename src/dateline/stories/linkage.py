"""Grouping by average likeness: two groups are one while the mean likeness of their members reaches a threshold.

The groups depend on the likenesses only, never on the order in which members came; ties go to the smaller keys.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

LARGEST = 2000
"""Members grouped together."""

Apart = Callable[[Sequence[str], Sequence[str]], bool]
"""Whether two groups must not be one, however like."""

BEST = 3  # members of a group that speak for it to a weak one: those that it is most like
ABSENT = 0.3  # what the members that a group lacks of BEST count: a stray one that stands alone is no better home than a row of many
MANY = 20  # of so many members some are like anything of their day: a weak one must not be `apart` from them (small groups: 51 events exactly one row for 43)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where groups end: the mean likeness they need (a pair without one counts 0, but of a large group only `compared` for a member), the likeness that two of
    their members must have (`bond`), and what keeps them apart, however like.
    """

    threshold: float
    compared: int = LARGEST
    bond: float = 0.0
    apart: Apart | None = None

    @property
    def least(self) -> float:
        """Below it no pair joins two groups."""
        return max(self.threshold, self.bond)

    def parts(self, some: Sequence[str], others: Sequence[str]) -> bool:
        return self.apart is not None and self.apart(some, others)


def average_link(members: Sequence[str], likeness: Mapping[str, Mapping[str, float]], bounds: Bounds) -> list[list[str]]:
    """Groups of `members`, each sorted. `likeness` is symmetric."""
    order = sorted(members)
    groups: dict[int, list[str]] = {i: [k] for i, k in enumerate(order)}
    place = {k: i for i, k in enumerate(order)}
    sums: dict[int, dict[int, float]] = {i: {} for i in groups}
    tops: dict[int, dict[int, float]] = {i: {} for i in groups}
    known: dict[int, dict[int, int]] = {i: {} for i in groups}

    def mean_of(i: int, j: int) -> float:
        return sums[i].get(j, 0.0) / pairs(len(groups[i]), len(groups[j]), known[i].get(j, 0), bounds.compared)

    heap: list[tuple[float, int, int]] = []
    for i, k in enumerate(order):
        for other, x in likeness.get(k, {}).items():
            j = place.get(other)
            if j is not None and j != i:
                sums[i][j] = tops[i][j] = x
                known[i][j] = 1
                if i < j and x >= bounds.least:
                    heap.append((-x, i, j))
    heapq.heapify(heap)
    while heap:
        mean, i, j = heapq.heappop(heap)
        if i not in groups or j not in groups or -mean != mean_of(i, j):
            continue  # one of them has been joined since
        if bounds.parts(groups[i], groups[j]):
            continue
        groups[i] += groups.pop(j)
        joined, counted, reached = sums.pop(j), known.pop(j), tops.pop(j)
        for g, x in joined.items():
            if g == i:
                continue
            sums[g].pop(j, None)
            known[g].pop(j, None)
            tops[g].pop(j, None)
            tops[i][g] = max(tops[i].get(g, 0.0), reached[g])
            sums[i][g] = sums[i].get(g, 0.0) + x
            known[i][g] = known[i].get(g, 0) + counted[g]
        sums[i].pop(j, None)
        known[i].pop(j, None)
        tops[i].pop(j, None)
        for g, x in sums[i].items():
            sums[g][i] = x
            known[g][i] = known[i][g]
            tops[g][i] = tops[i][g]
            mean = mean_of(i, g)
            if mean >= bounds.threshold and tops[i][g] >= bounds.bond:
                heapq.heappush(heap, (-mean, min(i, g), max(i, g)))
    return [sorted(members) for _, members in sorted(groups.items())]


def pairs(a: int, b: int, known: int, compared: int) -> int:
    """Over how many pairs two groups of these sizes have their mean: all, or as many as each member of the smaller was compared with at least."""
    return max(known, min(a * b, min(a, b) * compared))


def attach(
    key: str,
    groups: Sequence[Sequence[str]],
    likeness: Mapping[str, float],
    borne: float,
    apart: Apart | None = None,
    *,
    home: Mapping[str, int] | None = None,
) -> int | None:
    """The group that a weak member belongs to: the one whose best members it is most like, if that reaches `borne`; of MANY members, if they are not `apart`.

    `home` is the group of each member, for a caller that asks for many weak ones: only the groups of those that it is like are looked at.
    """
    home = {m: i for i, members in enumerate(groups) for m in members} if home is None else home
    alike: dict[int, list[float]] = {}
    for m, x in likeness.items():
        if m in home:
            alike.setdefault(home[m], []).append(x)
    best: tuple[float, int] | None = None
    for i in sorted(alike):
        members = groups[i]
        few = max(0, BEST - len(members))
        mean = (sum(sorted(alike[i], reverse=True)[:BEST]) + few * ABSENT) / BEST
        if (
            mean >= borne
            and (best is None or mean > best[0])
            and not (apart is not None and len(members) >= MANY and apart([key], members))
        ):
            best = (mean, i)
    return best[1] if best else None
