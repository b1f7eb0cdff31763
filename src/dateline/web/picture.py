"""A network as a picture: the strongest ties of the filter's events, narrowed to a stretch of time by whoever looks; one actor among those it deals with."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot

from dateline.desk.filter import Filter
from dateline.web.layout import HEIGHT, LINE, SMALL, WIDTH, Label, around, drawn, labels, radius, settle
from dateline.web.ties import Act, Acts, Tie, acts, names_of, ties

STRONGEST, TIES = 60, 240
"""People and ties of a picture: 60 people can have 3,540 ties, of which nobody sees one."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the picture; `x`, `y`, `r` in its units; `acts` and `acted` count the events of the ties shown."""

    id: str
    name: str
    x: float
    y: float
    r: float
    events: int
    acts: int
    acted: int
    label: Label

    @property
    def title(self) -> str:
        """The name as the picture's own text."""
        return drawn(self.name, 200)


@dataclass(frozen=True, slots=True)
class Network:
    """`steps` are the names of the slider's steps; `more` says that weaker ties are left out, `looked` how many events were counted,
    `paths` the line of each tie, `size` width and height of the picture."""

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    steps: tuple[str, ...]
    looked: int
    all_looked: bool
    more: int
    people: int
    names: dict[str, str]
    paths: tuple[str, ...]
    size: tuple[float, float]

    def title(self, tie: Tie) -> str:
        """A tie in words, as the picture's own text."""
        return f"{drawn(self.names[tie.actor], 200)} → {drawn(self.names[tie.recipient], 200)}"

    def ties_by_step(self) -> list[list[list[int]]]:
        """For the slider: of each tie the step, the kind's number in QUADS and the events."""
        return [[list(s) for s in t.steps] for t in self.ties]

    def heights(self) -> list[int]:
        """Events of each step, over all ties shown."""
        out = [0] * len(self.steps)
        for t in self.ties:
            for i, _, n in t.steps:
                if i >= 0:
                    out[i] += n
        return out


@dataclass(frozen=True, slots=True)
class _Parts:
    """In which events each takes part, acts and is acted upon."""

    seen: dict[str, set[int]]
    does: dict[str, set[int]]
    done: dict[str, set[int]]


def network(db: sqlite3.Connection, f: Filter) -> Network:
    """The strongest ties of the filter's events: as many as join at most STRONGEST people, and what else ties these (at most TIES)."""
    found = acts(db, f)
    pairs = Counter((a.actor, a.recipient) for a in found.rows)
    chosen: dict[str, None] = {}
    for (a, b), _ in sorted(pairs.items(), key=lambda x: (-x[1], x[0])):
        fresh = [x for x in (a, b) if x not in chosen]
        if len(chosen) + len(fresh) <= STRONGEST:
            chosen |= dict.fromkeys(fresh)
    among = [p for p in pairs if p[0] in chosen and p[1] in chosen]
    drawn_pairs = set(sorted(among, key=lambda p: (-pairs[p], p))[:TIES])
    inside = [a for a in found.rows if (a.actor, a.recipient) in drawn_pairs]
    weights = {p: pairs[p] for p in drawn_pairs}
    parts = _parts(inside)
    order = sorted(parts.seen, key=lambda i: (-len(parts.seen[i]), i))
    radii = {i: radius(len(parts.seen[i])) for i in order}
    places = settle(_walked(order, weights), weights, radii)
    people = len({x for p in pairs for x in p})
    return _drawn(db, order, places, radii, inside, parts, found, len(pairs) - len(drawn_pairs), people)


def circle(db: sqlite3.Connection, actor: str, f: Filter, most: int = 12) -> Network:
    """One actor in the middle of those it acts on most, and that act on it."""
    found = acts(db, replace(f, actor=actor, role="any"), actor)
    pairs = Counter(a.recipient if a.actor == actor else a.actor for a in found.rows)
    others = [i for i, _ in sorted(pairs.items(), key=lambda x: (-x[1], x[0]))[:most]]
    among = {actor, *others}
    inside = [a for a in found.rows if a.actor in among and a.recipient in among]
    parts = _parts(inside)
    radii = {i: radius(len(parts.seen.get(i, ()))) for i in (actor, *others)}
    places = around(actor, others) if others else {actor: (SMALL[0] / 2, SMALL[1] / 2)}
    return _drawn(db, [actor, *others], places, radii, inside, parts, found, len(pairs) - len(others), len(pairs), line=19.0, size=SMALL)


def _parts(inside: Iterable[Act]) -> _Parts:
    out = _Parts({}, {}, {})
    for a in inside:
        for held, who in ((out.seen, a.actor), (out.seen, a.recipient), (out.does, a.actor), (out.done, a.recipient)):
            held.setdefault(who, set()).add(a.event)
    return out


def _walked(order: Sequence[str], weights: Mapping[tuple[str, str], int]) -> list[str]:
    """The nodes so that tied ones stand beside each other on the circle the picture begins from."""
    near: dict[str, list[str]] = {}
    for a, b in sorted(weights, key=lambda p: (-weights[p], p)):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    out: dict[str, None] = {}
    for start in order:
        waiting = [start]
        while waiting:
            here = waiting.pop()
            if here not in out:
                out[here] = None
                waiting += [x for x in reversed(near.get(here, [])) if x not in out]
    return list(out)


def _drawn(
    db: sqlite3.Connection,
    order: Sequence[str],
    places: Mapping[str, tuple[float, float]],
    radii: Mapping[str, float],
    inside: Sequence[Act],
    parts: _Parts,
    found: Acts,
    more: int,
    people: int,
    line: float = LINE,
    size: tuple[float, float] = (WIDTH, HEIGHT),
) -> Network:
    names = names_of(db, order)
    strongest, steps = ties(inside)
    words = labels([(i, names[i]) for i in order], places, radii, line, size, outward=size == SMALL)
    counted = {i: [len(held.get(i, ())) for held in (parts.seen, parts.does, parts.done)] for i in order}
    nodes = tuple(Node(i, names[i], *places[i], radii[i], seen, does, done, words[i]) for i, (seen, does, done) in counted.items())
    at = {n.id: n for n in nodes}
    paths = tuple(_bent(at[t.actor], at[t.recipient]) for t in strongest)
    return Network(nodes, tuple(strongest), steps, found.looked, found.everything, more, people, names, paths, size)


def _bent(a: Node, b: Node) -> str:
    """The line of a tie, bent to its right so that the two directions of a pair stand apart; it ends at the dot's edge."""
    far = hypot(b.x - a.x, b.y - a.y) or 1.0
    ux, uy = (b.x - a.x) / far, (b.y - a.y) / far
    bend = min(36.0, far * 0.14)
    mx, my = (a.x + b.x) / 2 - uy * bend, (a.y + b.y) / 2 + ux * bend
    ex, ey = mx - b.x, my - b.y
    back = hypot(ex, ey) or 1.0
    gap = b.r + 7
    return f"M{a.x:g} {a.y:g}Q{mx:.1f} {my:.1f} {b.x + ex / back * gap:.1f} {b.y + ey / back * gap:.1f}"
