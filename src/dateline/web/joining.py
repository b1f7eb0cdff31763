"""What would change if actors were merged, or names split off: counted before anybody decides, by the rules by which the desk then does it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.desk.events import most
from dateline.web.cast import named

SUGGESTED, EXAMPLES = 10, 5


@dataclass(frozen=True, slots=True)
class Side:
    """Names taken as one somebody: what it would be called and how much would hang on it."""

    name: str
    kind: str
    country: str | None
    sector: str | None
    spellings: tuple[str, ...]
    articles: int
    acts: int
    acted: int
    statements: int
    claims: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Events in which both take part: on one side (they would count once) or on both (one would act on itself)."""

    together: int
    against: int
    examples: tuple[tuple[str, str, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who goes by such a name."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    articles: int


def keys_of(db: sqlite3.Connection, actors: Iterable[str]) -> list[str]:
    sql = "SELECT n.key FROM json_each(?) i JOIN names n ON n.actor = i.value ORDER BY n.key"
    return [k for (k,) in db.execute(sql, (json.dumps(list(actors)),))]


def side(db: sqlite3.Connection, keys: Sequence[str]) -> Side:
    """These names as one. Name, kind, country and sector are what most reports say, as `desk.actor_rows` has it; events are counted as the tellings have
    them, so that a description ("gunmen") that one event shares with another's counts here and there.
    """
    given = json.dumps(list(keys))
    # few different values stand in many reports: they are counted here and told to `most` as often as they were counted
    sql = (
        "SELECT x.name, n.kind, x.country, x.sector, count(*) FROM json_each(?) i JOIN names n ON n.key = i.value JOIN article_actors x ON x.key = n.key"
        " GROUP BY 1, 2, 3, 4"
    )
    rows = [(*row[:4], row[4]) for row in db.execute(sql, (given,))]

    def said(column: int, *, known: bool = False, long: bool = False) -> Any:
        votes = ((r[column], float(len(r[column])) if long else 1.0) for r in rows for _ in range(r[4]) if r[column] or not known)
        return most(votes)

    called = [
        n for (n,) in db.execute("SELECT DISTINCT s.name FROM json_each(?) i JOIN spellings s ON s.key = i.value ORDER BY s.name", (given,))
    ]
    (articles,) = db.execute(
        "SELECT count(DISTINCT x.article) FROM json_each(?) i JOIN article_actors x ON x.key = i.value", (given,)
    ).fetchone()
    roles = dict(
        db.execute(
            "SELECT x.role, count(DISTINCT t.event) FROM json_each(?) i JOIN telling_actors x ON x.key = i.value JOIN tellings t ON t.id = x.telling"
            " WHERE t.event IS NOT NULL AND t.status IS NOT 'rejected' GROUP BY x.role",
            (given,),
        ).fetchall()
    )
    (statements,) = db.execute("SELECT count(*) FROM json_each(?) i JOIN statements s ON s.speaker_key = i.value", (given,)).fetchone()
    (claims,) = db.execute("SELECT count(*) FROM claims WHERE claimant_key IN (SELECT value FROM json_each(?))", (given,)).fetchone()
    first = db.execute(
        "SELECT n.name, n.kind FROM json_each(?) i JOIN names n ON n.key = i.value ORDER BY n.key LIMIT 1", (given,)
    ).fetchone()
    name, kind = said(0, long=True) or first[0], said(1) or first[1]
    return Side(
        name,
        kind,
        said(2, known=True),
        said(3, known=True),
        tuple(called),
        articles,
        roles.get("actor", 0),
        roles.get("recipient", 0),
        statements,
        claims,
    )


def clash(db: sqlite3.Connection, actor: str, others: Sequence[str]) -> Clash:
    """The events that hold the actor and one of the others."""
    sql = (
        "SELECT x.event, max(x.role <> y.role), max(x.role = y.role) FROM event_actors x JOIN event_actors y ON y.event = x.event"
        " AND y.actor IN (SELECT value FROM json_each(?)) JOIN events e ON e.id = x.event AND e.status IS NOT 'rejected' WHERE x.actor = ? GROUP BY x.event ORDER BY x.event"
    )
    rows = db.execute(sql, (json.dumps(list(others)), actor)).fetchall()
    against = [e for e, opposed, _ in rows if opposed]
    examples = []
    for e in against[:EXAMPLES]:
        examples += db.execute("SELECT id, type, first_day, quote FROM events WHERE id = ?", (e,)).fetchall()
    return Clash(sum(1 for _, opposed, _ in rows if not opposed), len(against), tuple(examples))


def suggestions(db: sqlite3.Connection, actor: str, name: str) -> list[Suggestion]:
    """Others who go by the name in some spelling, or by one that begins so; those of most reports first."""
    ids = json.dumps([a for a in named(db, name) if a != actor])
    sql = (
        "SELECT p.id, p.name, p.kind, p.country, p.sector, p.articles FROM json_each(?) i JOIN actors p ON p.id = i.value"
        " ORDER BY p.articles DESC, p.name, p.id LIMIT ?"
    )
    return [Suggestion(*row) for row in db.execute(sql, (ids, SUGGESTED))]
