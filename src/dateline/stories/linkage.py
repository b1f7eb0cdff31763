"""Grouping by average likeness: two groups are one while the mean likeness of their members reaches a threshold.

The groups depend on the likenesses only, never on the order in which members came; ties go to the smaller keys.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.stories.shelf import Memory, Shelf

LARGEST = 2000
"""Members regrouped together. A newcomer to a larger neighbourhood joins the group it is most like, or stands alone, and moves nobody."""


Apart = Callable[[Sequence[str], Sequence[str]], bool]
Strangers = Callable[[Sequence[str]], Sequence[str]]
Weak = Callable[[str], bool]
BEST = 3  # members of a group that speak for it to a weak one: those that it is most like
MANY = 20  # of so many members some are like anything of their day: a weak one must not be `apart` from them (small groups: 51 events exactly one row for 43)


def average_link(
    members: Sequence[str],
    likeness: Mapping[str, Mapping[str, float]],
    threshold: float,
    *,
    compared: int = LARGEST,
    apart: Apart | None = None,
) -> list[list[str]]:
    """Groups of `members`, each sorted. `likeness` is symmetric; a pair it lacks has likeness 0, but of those no member counts more than `compared`.

    Groups that are `apart` are not joined, however like.
    """
    order = sorted(members)
    groups: dict[int, list[str]] = {i: [k] for i, k in enumerate(order)}
    place = {k: i for i, k in enumerate(order)}
    sums: dict[int, dict[int, float]] = {i: {} for i in groups}
    known: dict[int, dict[int, int]] = {i: {} for i in groups}

    def mean_of(i: int, j: int) -> float:
        return sums[i].get(j, 0.0) / _pairs(len(groups[i]), len(groups[j]), known[i].get(j, 0), compared)

    heap: list[tuple[float, int, int]] = []
    for i, k in enumerate(order):
        for other, x in likeness.get(k, {}).items():
            j = place.get(other)
            if j is not None and j != i:
                sums[i][j] = x
                known[i][j] = 1
                if i < j and x >= threshold:
                    heap.append((-x, i, j))
    heapq.heapify(heap)
    while heap:
        mean, i, j = heapq.heappop(heap)
        if i not in groups or j not in groups or -mean != mean_of(i, j):
            continue  # one of them has been joined since
        if apart is not None and apart(groups[i], groups[j]):
            continue
        groups[i] += groups.pop(j)
        joined, counted = sums.pop(j), known.pop(j)
        for g, x in joined.items():
            if g == i:
                continue
            sums[g].pop(j, None)
            known[g].pop(j, None)
            sums[i][g] = sums[i].get(g, 0.0) + x
            known[i][g] = known[i].get(g, 0) + counted[g]
        sums[i].pop(j, None)
        known[i].pop(j, None)
        for g, x in sums[i].items():
            sums[g][i] = x
            known[g][i] = known[i][g]
            mean = mean_of(i, g)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, min(i, g), max(i, g)))
    return [sorted(members) for _, members in sorted(groups.items())]


def _pairs(a: int, b: int, known: int, compared: int) -> int:
    """Over how many pairs two groups of these sizes have their mean: all, or as many as each member of the smaller was compared with at least."""
    return max(known, min(a * b, min(a, b) * compared))


def attach(
    key: str, groups: Sequence[Sequence[str]], likeness: Mapping[str, float], borne: float, apart: Apart | None = None
) -> int | None:
    """The group that a weak member belongs to: the one whose best members it is most like, if that reaches `borne`; of MANY members, if they are not `apart`."""
    best: tuple[float, int] | None = None
    for i, members in enumerate(groups):
        xs = sorted((likeness[m] for m in members if m in likeness), reverse=True)[:BEST]
        mean = sum(xs) / min(BEST, len(members))
        if (
            xs
            and mean >= borne
            and (best is None or mean > best[0])
            and not (apart is not None and len(members) >= MANY and apart([key], members))
        ):
            best = (mean, i)
    return best[1] if best else None


class Groups:
    """Members that come one by one, each with its likeness to earlier ones. Only the neighbourhood of a newcomer is grouped anew.

    A neighbourhood is what likenesses that reach the threshold tie together; a group is named by its smallest key. `name` tells the shelf's mappings
    of these groups from others'. Members that are `weak` make no group: each joins the group of others that it is like by `borne`, or stands alone.
    """

    def __init__(
        self,
        threshold: float,
        *,
        compared: int = LARGEST,
        largest: int = LARGEST,
        shelf: Shelf | None = None,
        name: str = "groups",
        apart: Apart | None = None,
        strangers: Strangers | None = None,
        weak: Weak | None = None,
        borne: float = 1.0,
    ) -> None:
        self.threshold = threshold
        self._apart = apart
        self._strangers = strangers
        self._weak = weak or (lambda _: False)
        self.borne = borne
        self.compared = compared
        self.largest = largest
        shelf = shelf or Memory()
        self._likeness = shelf.kept(f"{name}.likeness")
        self._near = shelf.kept(f"{name}.near")  # member -> its neighbourhood
        self._neighbourhoods = shelf.kept(f"{name}.neighbourhoods")
        self._group = shelf.kept(f"{name}.group")  # member -> the smallest key of its group
        self._members = shelf.kept(f"{name}.members")
        self._count = shelf.kept(f"{name}.count")
        self._stale: dict[str, None] = {}
        self._moved: dict[str, None] = {}

    def add(self, key: str, likeness: Mapping[str, float]) -> None:
        """A member and what it is like. Members named in `likeness` must have been added before."""
        self._likeness[key] = dict(likeness)
        for other, x in likeness.items():
            row = self._likeness[other]
            row[key] = x
            self._likeness[other] = row
        tied = sorted(
            {self._near[o] for o, x in likeness.items() if x >= (self.borne if self._weak(o) or self._weak(key) else self.threshold)}
        )
        hoods = {n: self._neighbourhoods[n] for n in tied}
        if tied and sum(map(len, hoods.values())) >= self.largest:
            self._join_best(key, likeness)
            return
        number = self._count.get("next", 0)
        self._count["next"] = number + 1
        new = str(number)
        members = [key]
        for n in tied:
            members += hoods[n]
            del self._neighbourhoods[n]
            self._stale.pop(n, None)
        for m in members:
            self._near[m] = new
        self._neighbourhoods[new] = members
        self._stale[new] = None

    def group(self, key: str) -> str:
        """The name of the member's group: its smallest key."""
        near = self._near[key]
        if near in self._stale:
            self._regroup(near)
        group: str = self._group[key]
        return group

    def members(self, group: str) -> Sequence[str]:
        """The members of a group that `group` has just named, sorted."""
        members: list[str] = self._members[group]
        return members

    def likeness(self, key: str) -> Mapping[str, float]:
        """What a member is like, as far as it was said."""
        row: dict[str, float] = self._likeness[key]
        return row

    def keys(self) -> Iterable[str]:
        """Every member, in the order added (in a file: sorted)."""
        return self._likeness.keys()

    def moved(self) -> tuple[str, ...]:
        """The members whose group is another since this was last asked, newcomers among them. Nothing is left to be grouped afterwards."""
        for near in list(self._stale):
            self._regroup(near)
        moved, self._moved = tuple(self._moved), {}
        return moved

    def _regroup(self, near: str) -> None:
        self._stale.pop(near, None)
        members = self._neighbourhoods[near]
        before = {m: self._group.get(m) for m in members}
        for m in members:
            if before[m] == m:
                self._members.pop(m, None)
        likeness = {m: self._likeness[m] for m in members}
        for g in self._grouped(members, likeness):
            self._members[g[0]] = g
            for m in g:
                if before[m] != g[0]:
                    self._group[m] = g[0]
                    self._moved[m] = None

    def _grouped(self, members: Sequence[str], likeness: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
        """The groups of a neighbourhood, each sorted: of what is not weak, then with what is weak in its place."""
        strong = [m for m in members if not self._weak(m)]
        found = average_link(strong, likeness, self.threshold, compared=self.compared, apart=self._apart)
        groups = [part for whole in found for part in self._parted(whole, likeness)]
        joined: dict[int, list[str]] = {}
        alone = []
        for m in sorted(set(members) - set(strong)):
            i = attach(m, groups, likeness[m], self.borne, self._apart)
            if i is None:
                alone.append([m])
            else:
                joined.setdefault(i, []).append(m)
        return [*(sorted([*g, *joined.get(i, ())]) for i, g in enumerate(groups)), *alone]

    def _parted(self, group: list[str], likeness: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
        """The group, and apart from it those that are found to be strangers only once it stands."""
        out = list(self._strangers(group)) if self._strangers is not None else []
        kept = sorted(set(group) - set(out))
        if not out or not kept:
            return [group]
        return [kept, *average_link(out, likeness, self.threshold, compared=self.compared)]

    def _join_best(self, key: str, likeness: Mapping[str, float]) -> None:
        found: dict[str, list[float]] = {}
        for other in sorted(likeness):
            found.setdefault(self.group(other), []).append(likeness[other])
        means = {g: sum(xs) / _pairs(1, len(self._members[g]), len(xs), self.compared) for g, xs in found.items()}
        if self._apart is not None:
            means = {g: x for g, x in means.items() if not self._apart([key], self._members[g])} or {next(iter(sorted(means))): 0.0}
        best = max(sorted(means), key=lambda g: means[g])
        mean = means[best]
        home = best if mean >= (self.borne if self._weak(key) else self.threshold) else key
        anchor = max(sorted(likeness), key=lambda o: likeness[o])
        near = self._near[best if home == best else anchor]
        self._near[key] = near
        if (
            len(self._neighbourhoods[near]) < self.largest
        ):  # a full one is never grouped anew: to write it with every newcomer would cost ever more
            self._neighbourhoods[near] = [*self._neighbourhoods[near], key]
        self._group[key] = home
        self._members[home] = (
            [key] if home == key else [*self._members[home], key]
        )  # the group keeps its name, though this key may be smaller
        self._moved[key] = None
