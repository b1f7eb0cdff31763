"""Groups of members that come one by one, grouped by average likeness (linkage) as they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dateline.stories.joining import Joined, Strong, Weak
from dateline.stories.linkage import LARGEST, Apart, Bounds, attach, average_link, pairs
from dateline.stories.packing import pack_weights, unpack_weights
from dateline.stories.settling import settle
from dateline.stories.shelf import Memory, Shelf, fetch

Strangers = Callable[[Sequence[str]], Sequence[str]]
"""The members of a group that do not belong to it, which shows only once it stands."""


class Groups:
    """Members that come one by one, each with its likeness to earlier ones. Only the neighbourhood of a newcomer is grouped anew.

    A neighbourhood is what likenesses that reach the threshold, and `bond`, tie together; a group is named by its smallest key. `name` tells the shelf's mappings
    of these groups from others'. Members that are `weak` make no group: each joins the group of others that it is like by `borne`, or stands alone. They hang
    on the neighbourhoods that they are like and tie none to another: while they did, 500 newspaper articles of 160 days had 2,417 of their 5,800 tellings in one
    neighbourhood, all grouped anew with every article (75 ms in a desk of 10,000); now the largest has 46.
    Where groups are `settled`, members that fit another group better than their own move there.
    A newcomer to neighbourhoods of more than `largest` joins the group it is most like, or stands alone, and moves nobody.

    The likeness of a pair that does not tie is kept with the one that came later only, and put together for both where a group is looked at: to write it into
    the rows of the hundred others that an article of a large desk is a little like took a fifth of the folding.
    """

    def __init__(
        self,
        threshold: float,
        *,
        compared: int = LARGEST,
        bond: float = 0.0,
        largest: int = LARGEST,
        shelf: Shelf | None = None,
        name: str = "groups",
        apart: Apart | None = None,
        strangers: Strangers | None = None,
        weak: Weak | None = None,
        borne: float = 1.0,
        settled: bool = False,
    ) -> None:
        self._bounds = Bounds(threshold, compared, bond, apart)
        self._strangers = strangers
        self._hangs = weak is not None
        self._weak = weak or (lambda _: False)
        self.borne = borne
        self.settled = settled
        self.largest = largest
        shelf = shelf or Memory()
        self._likeness = shelf.kept(f"{name}.likeness", pack=pack_weights, unpack=unpack_weights)
        self._near = shelf.kept(f"{name}.near")  # member -> its neighbourhood
        self._neighbourhoods = shelf.kept(f"{name}.neighbourhoods")
        self._group = shelf.kept(f"{name}.group")  # member -> the smallest key of its group
        self._members = shelf.kept(f"{name}.members")
        self._count = shelf.kept(f"{name}.count")
        self._closed: dict[str, Mapping[str, Mapping[str, float]]] = {}  # the groups that were asked about since the last member came
        self._hanging = shelf.kept(f"{name}.hanging")  # neighbourhood -> the weak members that are like one of it
        self._stale: dict[str, None] = {}
        self._loose: dict[str, None] = {}  # weak members that came since the last grouping
        self._moved: dict[str, None] = {}

    def add(self, key: str, likeness: Mapping[str, float]) -> None:
        """A member and what it is like. Members named in `likeness` must have been added before."""
        self._likeness[key] = dict(likeness)
        self._closed.clear()
        # two groups are joined only over a pair as like as `bond`: what is less alike need not be grouped together
        least = self._bounds.least
        weak = self._weak(key)
        sure = [o for o, x in likeness.items() if not self._weak(o) and x >= (self.borne if weak else least)]
        hangs = [o for o, x in likeness.items() if not weak and self._weak(o) and x >= self.borne]
        fetch(self._near, sure)
        fetch(self._likeness, [*sure, *hangs])
        for other in (*sure, *hangs):
            self._likeness[other] = {**self._likeness[other], key: likeness[other]}
        tied = sorted({self._near[o] for o in sure})
        fetch(self._neighbourhoods, tied)
        fetch(self._hanging, tied if self._hangs else ())
        hoods = {n: self._neighbourhoods[n] for n in tied}
        if tied and sum(map(len, hoods.values())) >= self.largest:
            self._join_best(key, likeness, sure)
            return
        if weak:
            self._loose[key] = None
            for n in tied:
                self._hanging[n] = [*self._hanging.get(n, ()), key]
            return
        number = self._count.get("next", 0)
        self._count["next"] = number + 1
        new = str(number)
        members = [key]
        for n in tied:
            members += hoods[n]
            hangs += self._hanging.pop(n, ()) if self._hangs else ()
            del self._neighbourhoods[n]
            self._stale.pop(n, None)
        for m in members:
            self._near[m] = new
        self._neighbourhoods[new] = members
        if hangs:
            self._hanging[new] = list(dict.fromkeys(hangs))
        self._stale[new] = None

    def group(self, key: str) -> str:
        """The name of the member's group: the smallest key that it had when it was last grouped."""
        if self._hangs and (self._stale or self._loose):  # a weak member may hang on several neighbourhoods
            self._regroup(list(self._stale))
        elif not self._hangs and (near := self._near[key]) in self._stale:
            self._regroup([near])
        group: str = self._group[key]
        return group

    def members(self, group: str) -> Sequence[str]:
        """The members of a group that `group` has just named: sorted, and behind them those that came once its neighbourhood was full."""
        members: list[str] = self._members[group]
        return members

    def likeness(self, key: str) -> Mapping[str, float]:
        """What a member is like of its own group, as far as it was said. Of a group that outgrew all bounds: `ties`."""
        group = self.group(key)
        members = self._members[group]
        if len(members) > max(self.largest, LARGEST):
            return self.ties(key)
        if group not in self._closed:
            fetch(self._likeness, members)
            self._closed[group] = self._both_ways(members)
        return self._closed[group][key]

    def ties(self, key: str) -> Mapping[str, float]:
        """What a member is like of those before it, and of those that came later and tie with it."""
        row: dict[str, float] = self._likeness[key]
        return row

    def _both_ways(self, members: Sequence[str]) -> Mapping[str, Mapping[str, float]]:
        """The likenesses of these members to each other, in the row of either."""
        out: dict[str, dict[str, float]] = {m: {} for m in members}
        for m in members:
            for o, x in self._likeness[m].items():
                if o in out:
                    out[m][o] = out[o][m] = x
        return out

    def moved(self) -> tuple[str, ...]:
        """The members whose group is another since this was last asked, newcomers among them. Nothing is left to be grouped afterwards."""
        self._regroup(list(self._stale))
        moved, self._moved = tuple(self._moved), {}
        return moved

    def _regroup(self, nears: Sequence[str]) -> None:
        """Groups these neighbourhoods anew, and puts the weak members that hang on them where they belong."""
        loose, self._loose = self._loose, {}
        joined = Joined(self._group, self._members, self._weak)
        for near in nears:
            del self._stale[near]
            members = self._neighbourhoods[near]
            fetch(self._group, members)
            fetch(self._likeness, members)
            loose |= dict.fromkeys(self._hanging.get(near, ()) if self._hangs else ())
            for g in self._grouped(members, self._both_ways(members)):
                joined.stand(tuple(g), ())
        fetch(self._group, loose)
        fetch(self._likeness, loose)
        for m in loose:
            joined.leave(m)
        for m in sorted(loose):
            joined.put(m, self._home(m, joined))
        groups = joined.groups()
        for g in groups:
            for m in g:
                if self._group.get(m) == m:
                    self._members.pop(m, None)
        for g in groups:
            self._members[g[0]] = g
            for m in g:
                if self._group.get(m) != g[0]:
                    self._group[m] = g[0]
                    self._moved[m] = None

    def _grouped(self, members: Sequence[str], likeness: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
        """The groups of a neighbourhood, each sorted: of what is not weak."""
        found = average_link(members, likeness, self._bounds)
        if self.settled:
            found = settle(found, likeness, self._bounds)
        return [part for whole in found for part in self._parted(whole, likeness)]

    def _home(self, key: str, joined: Joined) -> Strong | None:
        """Those of the group that a weak member belongs to that are not weak."""
        own = self._likeness[key]
        groups = sorted({joined.of(o) for o, x in own.items() if x >= self.borne and not self._weak(o)})
        home = {m: i for i, g in enumerate(groups) for m in g}
        fetch(self._likeness, home)
        known = {m: x for m in home if (x := own.get(m, self._likeness[m].get(key))) is not None}
        i = attach(key, groups, known, self.borne, self._bounds.apart, home=home)
        return None if i is None else groups[i]

    def _parted(self, group: list[str], likeness: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
        """The group, and apart from it those that are found to be strangers only once it stands."""
        out = list(self._strangers(group)) if self._strangers is not None else []
        kept = sorted(set(group) - set(out))
        if not out or not kept:
            return [group]
        return [kept, *average_link(out, likeness, Bounds(self._bounds.threshold, self._bounds.compared))]

    def _join_best(self, key: str, likeness: Mapping[str, float], sure: Sequence[str]) -> None:
        """`sure`: those it is like that tie it to a neighbourhood."""
        found: dict[str, list[float]] = {}
        for other in sorted(likeness):
            found.setdefault(self.group(other), []).append(likeness[other])
        found = {g: xs for g, xs in found.items() if not all(map(self._weak, self._members[g]))}
        means = {g: sum(xs) / pairs(1, len(self._members[g]), len(xs), self._bounds.compared) for g, xs in found.items()}
        if self._bounds.apart is not None:
            means = {g: x for g, x in means.items() if not self._bounds.parts([key], self._members[g])} or {next(iter(sorted(means))): 0.0}
        best = max(sorted(means), key=lambda g: means[g])
        mean = means[best]
        home = best if mean >= (self.borne if self._weak(key) else self._bounds.threshold) else key
        if self._weak(key):
            for near in sorted({self._near[o] for o in sure}):
                self._hanging[near] = [*self._hanging.get(near, ()), key]
        else:
            anchor = max(sorted(sure), key=lambda o: likeness[o])
            near = self._near[next(m for m in self._members[best] if not self._weak(m)) if home == best else anchor]
            self._near[key] = near
            # a full one is never grouped anew: to write it with every newcomer would cost ever more
            if len(self._neighbourhoods[near]) < self.largest:
                self._neighbourhoods[near] = [*self._neighbourhoods[near], key]
        self._group[key] = home
        # the group keeps its name, though this key may be smaller
        self._members[home] = [key] if home == key else [*self._members[home], key]
        self._moved[key] = None
