"""Who acts on whom: the ties of the filter's events, from the strongest on, with their kinds and their time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.desk.filter import Filter
from dateline.desk.query import where
from dateline.web.steps import exactness, filled, step
from dateline.web.tallies import said

LOOKED_AT = 15_000
"""Events counted, the latest first: of more, what is told of them says so. 15,000 took 0.2 s on one core."""
QUADS = ("material conflict", "verbal conflict", "verbal cooperation", "material cooperation")
STEPS = 72
"""Most steps of the slider over time."""
BY_DAY = {"modality", "status", "country", "type", "actor", "role", "text", "source", "place"}
"""Fields of a filter whose events are found the latest first without going through many others: from an index that ends with the day, or because they are
few. Asked for the latest of any other filter SQLite would walk all events by day (0.74 s for 0.12 where few of the latest fit)."""


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


class Act(NamedTuple):
    """One acts on another in an event: a row as the desk gives it."""

    event: int
    actor: str
    recipient: str
    quad: str
    type: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Acts:
    """What each does to each; `looked` events were looked at, `everything` says whether those were all."""

    rows: tuple[Act, ...]
    looked: int
    everything: bool


def acts(db: sqlite3.Connection, f: Filter, of: str | None = None) -> Acts:
    """What is done in the LOOKED_AT latest events of the filter, by and to `of` only where somebody is named."""
    sql, values = where(db, f)
    day = "e.first_day" if said(f) <= BY_DAY else "+e.first_day"
    chosen = (
        "SELECT e.id AS id, e.number AS number, e.quad AS quad, e.type AS type, e.first_day AS first_day, e.last_day AS last_day FROM events e"
        f" WHERE {sql} ORDER BY {day} DESC, e.number LIMIT {LOOKED_AT + 1}"
    )
    only = " AND (x.actor = ? OR y.actor = ?)" if of else ""
    rows = db.execute(
        f"WITH c AS ({chosen}) SELECT count(*), NULL, NULL, NULL, NULL, NULL, NULL FROM c"
        " UNION ALL SELECT c.number, x.actor, y.actor, c.quad, c.type, c.first_day, c.last_day FROM c"
        " CROSS JOIN event_actors x ON x.event = c.id AND x.role = 'actor' CROSS JOIN event_actors y ON y.event = c.id AND y.role = 'recipient'"
        f" WHERE x.actor <> y.actor AND c.quad IN (?, ?, ?, ?){only}",
        (*values, *QUADS, *((of, of) if of else ())),
    )
    looked = rows.fetchone()[0]
    return Acts(tuple(map(Act._make, rows)), min(looked, LOOKED_AT), looked <= LOOKED_AT)


def ties(acts: Sequence[Act]) -> tuple[list[Tie], tuple[str, ...]]:
    """The ties, the strongest first, and the steps of time they are counted by."""
    whole = sorted(a.first for a in acts if a.first and a.first == a.last)
    exact = exactness(whole or sorted(a.first for a in acts if a.first), STEPS)
    steps = filled(sorted(k for a in acts if (k := step(a.first, a.last, exact))), exact, STEPS)
    at = {s: i for i, s in enumerate(steps)}
    kind = {q: i for i, q in enumerate(QUADS)}
    by_pair: dict[tuple[str, str], list[Act]] = {}
    for a in acts:
        by_pair.setdefault((a.actor, a.recipient), []).append(a)
    out = []
    for (actor, recipient), mine in by_pair.items():
        quads = Counter(kind[a.quad] for a in mine)
        types = Counter(a.type for a in mine)
        when = Counter((_at(step(a.first, a.last, exact), at), kind[a.quad]) for a in mine)
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


def names_of(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, str]:
    """What actors are called; one named by hand, whom no report names, by that name."""
    marks = ", ".join("?" * len(ids)) or "NULL"
    out = dict(db.execute(f"SELECT actor, min(name) FROM names WHERE actor IN ({marks}) GROUP BY actor", tuple(ids)).fetchall())
    out |= dict(db.execute(f"SELECT id, name FROM actors WHERE id IN ({marks})", tuple(ids)).fetchall())
    return {i: out.get(i, i) for i in ids}
