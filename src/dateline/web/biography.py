"""What is known of one actor across all reports: its names with their reasons, its roles over time, and with whom it takes part in what."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import groupby
from operator import itemgetter

from dateline.actors.folding import fold
from dateline.desk.filter import Filter
from dateline.desk.groups import ACTORS, standing_for
from dateline.desk.query import where
from dateline.web.errors import NotHere
from dateline.web.ties import names_of

REPORTS, EVENTS = 2_000, 20_000
"""The latest reports and events that are looked at for roles, reasons and company."""
ROLES, COMPANY, REASONS = 16, 14, 3


@dataclass(frozen=True, slots=True)
class Actor:
    """The row of `actors`; of somebody named by hand, whom no report names, with what the name says."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    articles: int
    decided_by: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling, and why reports hold it for a name of this one."""

    name: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name by which reports' actors are joined: what can be split off. `by_hand`: a person put it here."""

    key: str
    name: str
    because: str
    by_hand: bool
    articles: int
    first: str | None
    last: str | None
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """An office or description as printed: in how many reports, from the earliest to the latest, and the latest of them."""

    title: str
    articles: int
    first: str | None
    last: str | None
    article: str


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody in the same events: how often this one acts on them, they on this one, and both stand on one side."""

    id: str
    name: str
    on: int
    by: int
    beside: int

    @property
    def events(self) -> int:
        return self.on + self.by + self.beside


@dataclass(frozen=True, slots=True)
class Reading:
    """What reports make of the actor's country or sector: the value, how many, and why in the latest."""

    value: str
    articles: int
    because: tuple[str, ...]


def actor_of(db: sqlite3.Connection, given: str) -> Actor:
    """The actor that stands for an id today. Raises NotHere."""
    here = standing_for(db, ACTORS, given)
    if here is None:
        raise NotHere("actor", given)
    row = db.execute("SELECT id, name, kind, country, sector, articles, decided_by FROM actors WHERE id = ?", (here,)).fetchone()
    if row is None:
        name, kind = db.execute("SELECT name, kind FROM names WHERE actor = ? ORDER BY key LIMIT 1", (here,)).fetchone()
        return Actor(here, name, kind, None, None, 0, "person")
    return Actor(*row)


def went(db: sqlite3.Connection, actor: str) -> list[str]:
    """Ids that this actor stands for."""
    sql = "SELECT DISTINCT old FROM revisions WHERE kind = 'actor' AND new = ? AND old NOT IN (SELECT actor FROM names WHERE actor IS NOT NULL) ORDER BY old"
    return [old for (old,) in db.execute(sql, (actor,))]


@dataclass(frozen=True, slots=True)
class Mention:
    """The actor as one report has it."""

    key: str
    article: str
    published: str | None
    name: str
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """In how many reports each name stands, from when to when; and the mentions of the latest REPORTS reports, the latest first."""

    told: dict[str, tuple[int, str | None, str | None]]
    latest: tuple[Mention, ...]


def mentions(db: sqlite3.Connection, actor: str) -> Mentions:
    """One walk over the reports that name the actor; only of the latest is more read than their day."""
    sql = (
        "SELECT x.key, x.article, x.local, a.published FROM names n CROSS JOIN article_actors x ON x.key = n.key CROSS JOIN articles a ON a.id = x.article"
        " WHERE n.actor = ? ORDER BY x.key, x.article"
    )
    everything = db.execute(sql, (actor,)).fetchall()
    told: dict[str, tuple[int, str | None, str | None]] = {}
    for key, rows in groupby(everything, key=itemgetter(0)):
        reports = {article: published for _, article, _, published in rows}
        days = [d for d in reports.values() if d]
        told[key] = (len(reports), min(days, default=None), max(days, default=None))
    latest = nlargest(REPORTS, everything, key=lambda r: (r[3] or "", r[1], r[2]))
    asked = (
        "SELECT x.key, x.article, json_extract(i.value, '$[2]'), x.name, x.country, x.sector, x.aliases, x.roles, x.because FROM json_each(?) i"
        " JOIN article_actors x ON x.article = json_extract(i.value, '$[0]') AND x.local = json_extract(i.value, '$[1]') ORDER BY i.key"
    )
    found = db.execute(asked, (json.dumps([(article, local, published) for _, article, local, published in latest]),))
    return Mentions(told, tuple(Mention(*row[:6], *(tuple(json.loads(x)) for x in row[6:])) for row in found))


def names(db: sqlite3.Connection, actor: str, known: Mentions) -> list[Name]:
    """Its names, those of most reports first, each with its spellings."""
    spelled: dict[str, list[str]] = {}
    for key, name in db.execute(
        "SELECT s.key, s.name FROM names n JOIN spellings s ON s.key = n.key WHERE n.actor = ? ORDER BY s.name", (actor,)
    ):
        spelled.setdefault(key, []).append(name)
    why = _reasons(known)
    out = []
    for key, name, because, by_hand in db.execute(
        "SELECT key, name, because, machine_actor IS NOT actor FROM names WHERE actor = ?", (actor,)
    ):
        mine = tuple(Spelling(s, tuple(why.get((key, s), ()))[:REASONS]) for s in spelled.get(key, [name]))
        out.append(Name(key, name, because, bool(by_hand), *known.told.get(key, (0, None, None)), mine))
    return sorted(out, key=lambda n: (-n.articles, n.name, n.key))


def _reasons(known: Mentions) -> dict[tuple[str, str], dict[str, None]]:
    """Why reports hold a spelling for one of a name: a reason begins with the spelling in quotation marks."""
    out: dict[tuple[str, str], dict[str, None]] = {}
    for m in known.latest:
        for spelling in (m.name, *m.aliases):
            for b in m.because:
                if b.startswith(repr(spelling)):
                    out.setdefault((m.key, spelling), {})[b.removeprefix(repr(spelling)).lstrip(": ")] = None
    return out


def readings(known: Mentions) -> dict[str, list[Reading]]:
    """Country and sector as the latest reports have them, the most frequent first."""
    counted = {"country": Counter[str](), "sector": Counter[str]()}
    why: dict[tuple[str, str], dict[str, None]] = {}
    for m in known.latest:
        for what, value in (("country", m.country), ("sector", m.sector)):
            counted[what][value or ""] += 1
            for b in m.because:
                if value and b.startswith(f"{what} {value}: "):
                    why.setdefault((what, value), {})[b.removeprefix(f"{what} {value}: ")] = None
    return {
        what: [
            Reading(v, n, tuple(why.get((what, v), ()))[:REASONS]) for v, n in sorted(c.items(), key=lambda x: (x[0] == "", -x[1], x[0]))
        ]
        for what, c in counted.items()
    }


def roles(known: Mentions) -> tuple[list[Role], int]:
    """Its offices and descriptions in the latest reports, by the day they are first told, and how many more there are."""
    seen: dict[str, list[tuple[str, str | None, str]]] = {}
    for m in known.latest:
        for title in dict.fromkeys(m.roles):
            seen.setdefault(fold(title), []).append((title, m.published, m.article))
    out = []
    for told in seen.values():
        days = [d for _, d, _ in told if d]
        title = Counter(t for t, _, _ in told).most_common(1)[0][0]
        out.append(Role(title, len({a for _, _, a in told}), min(days, default=None), max(days, default=None), told[0][2]))
    out.sort(key=lambda r: (-r.articles, r.title))
    shown = sorted(out[:ROLES], key=lambda r: (r.first is None, r.first or "", r.last or "", r.title))
    return shown, max(0, len(out) - ROLES)


def spans(shown: Iterable[Role], room: float = 100.0) -> list[tuple[float, float] | None]:
    """Beginning and length of each role's line within the time of them all; None without a day."""
    shown = list(shown)
    days = [d for r in shown for d in (r.first, r.last) if d]
    if not days or min(days) == max(days):
        return [None for _ in shown]
    low, high = _number(min(days)), _number(max(days))

    def at(day: str) -> float:
        return (_number(day) - low) / (high - low) * room

    return [(round(at(r.first), 1), round(max(2.0, at(r.last) - at(r.first)), 1)) if r.first and r.last else None for r in shown]


def _number(day: str) -> float:
    """A day as a number of about days; enough for a line."""
    year, month, rest = (*day.split("-"), "", "")[:3]
    return int(year) * 365.25 + (int(month or 1) - 1) * 30.44 + int(rest[:2] or 1)


def company(db: sqlite3.Connection, actor: str, f: Filter) -> tuple[list[Companion], int]:
    """Who stands in the same events of the filter, the most often first, and how many there are beside those."""
    sql, values = where(db, replace(f, actor=None, role="any"))
    counted: dict[str, Counter[str]] = {}
    asked = (
        f"WITH m AS (SELECT x.event, x.role FROM event_actors x JOIN events e ON e.id = x.event WHERE x.actor = ? AND {sql} LIMIT {EVENTS})"
        " SELECT y.actor, m.role, y.role, count(*) FROM m CROSS JOIN event_actors y ON y.event = m.event WHERE y.actor <> ? GROUP BY 1, 2, 3"
    )
    for other, mine, theirs, n in db.execute(asked, (actor, *values, actor)):
        how = "beside" if mine == theirs else "on" if mine == "actor" else "by"
        counted.setdefault(other, Counter())[how] += n
    ranked = sorted(counted.items(), key=lambda x: (-x[1].total(), x[0]))
    called = names_of(db, [i for i, _ in ranked[:COMPANY]])
    return [Companion(i, called[i], c["on"], c["by"], c["beside"]) for i, c in ranked[:COMPANY]], max(0, len(ranked) - COMPANY)
