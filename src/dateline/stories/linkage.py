"""Grouping by average likeness: two groups are one while the mean likeness of their members reaches a threshold.

The groups depend on the likenesses only, never on the order in which members came; ties go to the smaller keys.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

LARGEST = 600
"""Members regrouped together. A newcomer to a larger neighbourhood joins the group it is most like, or stands alone, and moves nobody."""


def average_link(
    members: Sequence[str], likeness: Mapping[str, Mapping[str, float]], threshold: float, *, compared: int = LARGEST
) -> list[list[str]]:
    """Groups of `members`, each sorted. `likeness` is symmetric; a pair it lacks has likeness 0, but no member counts more than `compared` pairs."""
    order = sorted(members)
    groups: dict[int, list[str]] = {i: [k] for i, k in enumerate(order)}
    place = {k: i for i, k in enumerate(order)}
    sums: dict[int, dict[int, float]] = {i: {} for i in groups}
    heap: list[tuple[float, int, int]] = []
    for i, k in enumerate(order):
        for other, x in likeness.get(k, {}).items():
            j = place.get(other)
            if j is not None and j != i:
                sums[i][j] = x
                if i < j and x >= threshold:
                    heap.append((-x, i, j))
    heapq.heapify(heap)
    while heap:
        mean, i, j = heapq.heappop(heap)
        if i not in groups or j not in groups or -mean != sums[i].get(j, 0.0) / _pairs(len(groups[i]), len(groups[j]), compared):
            continue  # one of them has been joined since
        groups[i] += groups.pop(j)
        joined = sums.pop(j)
        for g, x in joined.items():
            if g == i:
                continue
            sums[g].pop(j, None)
            sums[i][g] = sums[i].get(g, 0.0) + x
        sums[i].pop(j, None)
        for g, x in sums[i].items():
            sums[g][i] = x
            mean = x / _pairs(len(groups[i]), len(groups[g]), compared)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(i, g), max(i, g)))
    return [sorted(members) for _, members in sorted(groups.items())]


def _pairs(a: int, b: int, compared: int) -> int:
    """How many likenesses two groups of these sizes can have when a newcomer is compared with so many at most."""
    return min(a * b, min(a, b) * compared)


class Groups:
    """Members that come one by one, each with its likeness to earlier ones. Only the neighbourhood of a newcomer is grouped anew."""

    def __init__(self, threshold: float, *, compared: int = LARGEST) -> None:
        self.threshold = threshold
        self.compared = compared
        self._likeness: dict[str, dict[str, float]] = {}
        self._near: dict[str, int] = {}  # member -> neighbourhood: tied by likenesses that reach the threshold
        self._neighbourhoods: dict[int, list[str]] = {}
        self._group: dict[str, str] = {}  # member -> the smallest key of its group
        self._members: dict[str, list[str]] = {}
        self._stale: set[int] = set()
        self._next = 0

    def add(self, key: str, likeness: Mapping[str, float]) -> None:
        """A member and what it is like. Members named in `likeness` must have been added before."""
        self._likeness[key] = dict(likeness)
        for other, x in likeness.items():
            self._likeness[other][key] = x
        tied = sorted({self._near[o] for o, x in likeness.items() if x >= self.threshold})
        if tied and sum(len(self._neighbourhoods[n]) for n in tied) >= LARGEST:
            self._join_best(key, likeness)
            return
        new, self._next = self._next, self._next + 1
        members = [key]
        for n in tied:
            members += self._neighbourhoods.pop(n)
            self._stale.discard(n)
        for m in members:
            self._near[m] = new
        self._neighbourhoods[new] = members
        self._stale.add(new)

    def group(self, key: str) -> str:
        """The name of the member's group: its smallest key."""
        near = self._near[key]
        if near in self._stale:
            self._regroup(near)
        return self._group[key]

    def members(self, group: str) -> Sequence[str]:
        """The members of a group that `group` has just named, sorted."""
        return self._members[group]

    def likeness(self, key: str) -> Mapping[str, float]:
        """What a member is like, as far as it was said."""
        return self._likeness[key]

    def keys(self) -> Iterable[str]:
        """Every member, in the order added."""
        return self._likeness.keys()

    def _regroup(self, near: int) -> None:
        self._stale.discard(near)
        members = self._neighbourhoods[near]
        for m in members:
            self._members.pop(m, None)
        for g in average_link(members, self._likeness, self.threshold, compared=self.compared):
            self._members[g[0]] = g
            for m in g:
                self._group[m] = g[0]

    def _join_best(self, key: str, likeness: Mapping[str, float]) -> None:
        sums: dict[str, float] = {}
        for other in sorted(likeness):
            g = self.group(other)
            sums[g] = sums.get(g, 0.0) + likeness[other]
        best = max(sorted(sums), key=lambda g: sums[g] / _pairs(1, len(self._members[g]), self.compared))
        mean = sums[best] / _pairs(1, len(self._members[best]), self.compared)
        home = best if mean >= self.threshold else key
        anchor = max(sorted(likeness), key=lambda o: likeness[o])
        self._near[key] = self._near[best if home == best else anchor]
        self._neighbourhoods[self._near[key]].append(key)
        self._group[key] = home
        if home == key:
            self._members[key] = [key]
        else:
            self._members[home].append(key)  # the group keeps its name, though this key may be smaller
