"""How much an actor does and has done to it over time: bars of days, months or years, as finely as its events are known."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass, replace

from dateline.desk.filter import Filter
from dateline.desk.query import where
from dateline.web.steps import before, exactness, step

STEPS = 48


@dataclass(frozen=True, slots=True)
class Step:
    """A day, month or year: `name` is its ISO beginning."""

    name: str
    acts: int
    acted: int


@dataclass(frozen=True, slots=True)
class Activity:
    """The latest STEPS steps without gaps; `earlier` and `vague` are events before them, and those whose day is known less exactly or not at all. `acts` and
    `acted` count all events, whenever they were."""

    steps: tuple[Step, ...]
    earlier: int
    vague: int
    acts: int
    acted: int

    @property
    def most(self) -> int:
        return max((max(s.acts, s.acted) for s in self.steps), default=0)


def activity(db: sqlite3.Connection, actor: str, f: Filter) -> Activity:
    """The actor's events of the filter by time, in one walk over them."""
    sql, values = where(db, replace(f, actor=None, role="any"))
    asked = f"SELECT x.role, e.first_day, e.last_day FROM event_actors x CROSS JOIN events e ON e.id = x.event WHERE x.actor = ? AND {sql}"
    rows = [(*row, n) for row, n in Counter(db.execute(asked, (actor, *values))).items()]
    totals = Counter[str]()
    for role, _, _, n in rows:
        totals[role] += n
    exact = exactness(sorted({first for _, first, last, _ in rows if first and first == last}), STEPS)
    counted: Counter[tuple[str, str]] = Counter()
    vague = 0
    for role, first, last, n in rows:
        if (name := step(first, last, exact)) is None:
            vague += n
        else:
            counted[name, role] += n
    if not counted:
        return Activity((), 0, vague, totals["actor"], totals["recipient"])
    low, high = min(s for s, _ in counted), max(s for s, _ in counted)
    names = [high]
    while names[-1] > low and len(names) < STEPS:
        names.append(before(names[-1], exact))
    steps = tuple(Step(s, counted[s, "actor"], counted[s, "recipient"]) for s in reversed(names))
    earlier = sum(n for (s, _), n in counted.items() if s < names[-1])
    return Activity(steps, earlier, vague, totals["actor"], totals["recipient"])
