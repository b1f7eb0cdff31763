"""Who acts on whom: the ties of the filter's events, the strongest of them as a picture that can be narrowed to a stretch of time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot

from dateline.desk.filter import Filter
from dateline.desk.query import where
from dateline.web.layout import HEIGHT, LINE, SMALL, WIDTH, Label, around, drawn, labels, radius, settle
from dateline.web.steps import exactness, filled, step

STRONGEST, TIES = 60, 240
"""People and ties of a picture: 60 people can have 3,540 ties, of which nobody sees one."""
LOOKED_AT = 20_000
"""Events counted, the latest first: of more, what is told of them says so. 20,000 took 0.2 s on one core."""
QUADS = ("material conflict", "verbal conflict", "verbal cooperation", "material cooperation")
STEPS = 72
"""Most steps of the slider over time."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One acts on another. `quads` count its events by kind in QUADS' order, `steps` by step of time (-1: not known so exactly) and kind."""

    actor: str
    recipient: str
    events: int
    quads: tuple[int, int, int, int]
    types: tuple[tuple[str, int], ...]
    first: str | None
    last: str | None
    steps: tuple[tuple[int, int, int], ...] = ()

    @property
    def quad(self) -> str:
        """The kind most of its events are of."""
        return QUADS[max(range(4), key=lambda k: self.quads[k])]


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
class _Act:
    event: int
    actor: str
    recipient: str
    quad: int
    type: str
    first: str | None
    last: str | None


def network(db: sqlite3.Connection, f: Filter) -> Network:
    """The strongest ties of the filter's events: as many as join at most STRONGEST people, and what else ties these (at most TIES)."""
    acts, looked, everything = _acts(db, f)
    pairs = Counter((a.actor, a.recipient) for a in acts)
    chosen: dict[str, None] = {}
    for (a, b), _ in sorted(pairs.items(), key=lambda x: (-x[1], x[0])):
        fresh = [x for x in (a, b) if x not in chosen]
        if len(chosen) + len(fresh) <= STRONGEST:
            chosen |= dict.fromkeys(fresh)
    among = [p for p in pairs if p[0] in chosen and p[1] in chosen]
    drawn_pairs = set(sorted(among, key=lambda p: (-pairs[p], p))[:TIES])
    inside = [a for a in acts if (a.actor, a.recipient) in drawn_pairs]
    ties, steps = _ties(inside)
    weights = {(t.actor, t.recipient): t.events for t in ties}
    seen = _seen(inside)
    order = sorted(seen, key=lambda i: (-len(seen[i]), i))
    radii = {i: radius(len(seen[i])) for i in order}
    places = settle(_walked(order, weights), weights, radii)
    return _drawn(
        db, order, places, radii, ties, steps, inside, looked, everything, len(pairs) - len(ties), len({x for p in pairs for x in p})
    )


def circle(db: sqlite3.Connection, actor: str, f: Filter, most: int = 12) -> Network:
    """One actor in the middle of those it acts on most, and that act on it."""
    acts, looked, everything = _acts(db, replace(f, actor=actor, role="any"), actor)
    pairs = Counter(a.recipient if a.actor == actor else a.actor for a in acts)
    others = [i for i, _ in sorted(pairs.items(), key=lambda x: (-x[1], x[0]))[:most]]
    inside = [a for a in acts if {a.actor, a.recipient} <= {actor, *others}]
    ties, steps = _ties(inside)
    seen = _seen(inside)
    radii = {i: radius(len(seen.get(i, ()))) for i in (actor, *others)}
    places = around(actor, others) if others else {actor: (SMALL[0] / 2, SMALL[1] / 2)}
    return _drawn(
        db,
        [actor, *others],
        places,
        radii,
        ties,
        steps,
        inside,
        looked,
        everything,
        len(pairs) - len(others),
        len(pairs),
        line=19.0,
        size=SMALL,
    )


def _acts(db: sqlite3.Connection, f: Filter, of: str | None = None) -> tuple[list[_Act], int, bool]:
    """What each does to each, how many events were looked at, and whether those were all."""
    sql, values = where(db, f)
    chosen = (
        "SELECT e.id AS id, e.number AS number, e.quad AS quad, e.type AS type, e.first_day AS first_day, e.last_day AS last_day FROM events e"
        f" WHERE {sql} ORDER BY e.first_day DESC, e.number LIMIT {LOOKED_AT + 1}"
    )
    only = " AND (x.actor = ? OR y.actor = ?)" if of else ""
    rows = db.execute(
        f"WITH c AS ({chosen}) SELECT c.number, x.actor, y.actor, c.quad, c.type, c.first_day, c.last_day FROM c"
        " CROSS JOIN event_actors x ON x.event = c.id AND x.role = 'actor' CROSS JOIN event_actors y ON y.event = c.id AND y.role = 'recipient'"
        f" WHERE x.actor <> y.actor AND c.quad IN (?, ?, ?, ?){only}",
        (*values, *QUADS, *((of, of) if of else ())),
    )
    acts = [_Act(n, a, b, QUADS.index(q), t, first, last) for n, a, b, q, t, first, last in rows]
    (looked,) = db.execute(f"SELECT count(*) FROM ({chosen})", values).fetchone()
    return acts, min(looked, LOOKED_AT), looked <= LOOKED_AT


def _seen(acts: Iterable[_Act]) -> dict[str, set[int]]:
    out: dict[str, set[int]] = {}
    for a in acts:
        out.setdefault(a.actor, set()).add(a.event)
        out.setdefault(a.recipient, set()).add(a.event)
    return out


def _ties(acts: Sequence[_Act]) -> tuple[list[Tie], tuple[str, ...]]:
    """The ties, the strongest first, and the steps of time they are counted by."""
    whole = sorted(a.first for a in acts if a.first and a.first == a.last)
    exact = exactness(whole or sorted(a.first for a in acts if a.first), STEPS)
    steps = filled(sorted(k for a in acts if (k := step(a.first, a.last, exact))), exact, STEPS)
    at = {s: i for i, s in enumerate(steps)}
    by_pair: dict[tuple[str, str], list[_Act]] = {}
    for a in acts:
        by_pair.setdefault((a.actor, a.recipient), []).append(a)
    out = []
    for (actor, recipient), mine in by_pair.items():
        quads = Counter(a.quad for a in mine)
        types = Counter(a.type for a in mine)
        when = Counter((_at(step(a.first, a.last, exact), at), a.quad) for a in mine)
        days = [a.first for a in mine if a.first]
        out.append(
            Tie(
                actor, recipient, len(mine), (quads[0], quads[1], quads[2], quads[3]), tuple(sorted(types.items(), key=lambda x: (-x[1], x[0]))),
                min(days, default=None), max((a.last or a.first or "" for a in mine), default="") or None,
                tuple((s, q, n) for (s, q), n in sorted(when.items())),
            )
        )  # fmt: skip
    out.sort(key=lambda t: (-t.events, t.actor, t.recipient))
    return out, steps


def _at(found: str | None, at: Mapping[str, int]) -> int:
    """What is older than the first step is counted in it."""
    return -1 if found is None else at.get(found, 0)


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
    ties: Sequence[Tie],
    steps: tuple[str, ...],
    acts: Sequence[_Act],
    looked: int,
    everything: bool,
    more: int,
    people: int,
    line: float = LINE,
    size: tuple[float, float] = (WIDTH, HEIGHT),
) -> Network:
    names = names_of(db, order)
    seen, does, done = _seen(acts), Counter[str](), Counter[str]()
    for i, _ in {(a.actor, a.event): None for a in acts}:
        does[i] += 1
    for i, _ in {(a.recipient, a.event): None for a in acts}:
        done[i] += 1
    words = labels([(i, names[i]) for i in order], places, radii, line, size, outward=size == SMALL)
    nodes = tuple(Node(i, names[i], *places[i], radii[i], len(seen.get(i, ())), does[i], done[i], words[i]) for i in order)
    at = {n.id: n for n in nodes}
    paths = tuple(_bent(at[t.actor], at[t.recipient]) for t in ties)
    return Network(nodes, tuple(ties), steps, looked, everything, more, people, names, paths, size)


def names_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """What actors are called; one named by hand, whom no report names, by that name."""
    marks = ", ".join("?" * len(ids)) or "NULL"
    out = dict(db.execute(f"SELECT actor, min(name) FROM names WHERE actor IN ({marks}) GROUP BY actor", tuple(ids)).fetchall())
    out |= dict(db.execute(f"SELECT id, name FROM actors WHERE id IN ({marks})", tuple(ids)).fetchall())
    return {i: out.get(i, i) for i in ids}


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
