"""Who said what: the statements of the filter, narrowed by speaker, kind, channel, outlet and month, each with what is known of it."""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from dateline.desk.filter import Filter
from dateline.desk.query import actors_named, article_where
from dateline.desk.words import match
from dateline.web.address import Address
from dateline.web.connections import once
from dateline.web.ties import names_of

OWN = ("view", "said", "kind", "channel")
"""Parameters beside the filter's: `view` statements or claims, `said` words of the statement itself, `kind` and `channel`."""
LOOKED_AT = 30_000
"""Statements the facets count, the latest first; of more the page says so."""
KINDS = {"direct": "in their own words", "indirect": "as reported", "mixed": "partly in their own words"}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement. `speaker` are the report's words for who said it, `actor` who that is on the desk, `name` what the desk calls them."""

    id: str
    article: str
    local: str
    speaker: str | None
    actor: str | None
    name: str | None
    kind: str
    channel: str | None
    medium: str | None
    content: str
    day: str | None
    negated: bool
    confidence: float
    status: str | None
    outlet: str | None
    published: str | None
    headline: str

    @property
    def quoted(self) -> bool:
        """Whether the words stand in quotation marks of their own already."""
        return self.content[:1] in "“\"‘'«„「"


def chosen(at: Address, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(x for x in at.own.get(name, "").split(",") if x))


def reports_where(db: sqlite3.Connection, f: Filter) -> tuple[str, list[Any]]:
    """The condition on `articles a`: the reports of the filter, and where it names something of events, those that tell such events."""
    f = replace(f, actor=None, role="any", since=None, until=None, sure=None, decided_by=None, reports=None)
    sql, values = article_where(db, f)
    if "SELECT" in sql:  # of events: asked once for the page and its facets (0.3 s of 50,000 events each time)
        asked = f"SELECT a.id FROM articles a WHERE {sql}"
        found = once(db, (asked, *values), lambda: json.dumps([i for (i,) in db.execute(asked, values)]))
        sql, values = "a.id IN (SELECT value FROM json_each(?))", [found]
    if f.text:
        sql += " AND a.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values.append(match(f.text))
    return sql, values


def decided_where(f: Filter, table: str) -> tuple[list[str], list[Any]]:
    """What a person decided, as the filter asks for it."""
    parts = {"standing": [f"{table}.status IS NOT 'rejected'"], "undecided": [f"{table}.status IS NULL"], "all": []}.get(
        f.status, [f"{table}.status = ?"]
    )
    values: list[Any] = [f.status] if f.status in ("accepted", "rejected") else []
    if f.decided_by:
        parts = [*parts, f"{table}.decided_by = ?"]
        values.append(f.decided_by)
    return parts, values


def said_where(db: sqlite3.Connection, at: Address, without: str = "") -> tuple[str, list[Any]]:
    """FROM and WHERE over `statements s` and `articles a`, so that the narrower side is walked first; `without` leaves one facet's choice out."""
    f = at.filter
    if without == "source":
        f = replace(f, source=())
    if without == "month":
        f = replace(f, published_since=None, published_until=None)
    reports, values = reports_where(db, f)
    parts = [reports]
    more, given = decided_where(f, "s")
    parts += more
    values += given
    keys: list[str] | None = None
    if f.actor and without != "speaker":
        ids = json.dumps(actors_named(db, f.actor))
        keys = [k for (k,) in db.execute("SELECT n.key FROM json_each(?) i JOIN names n ON n.actor = i.value ORDER BY n.key", (ids,))]
        parts.append("s.speaker_key IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(keys))
    for sql, value in (
        ("coalesce(s.day, a.published) >= ?", f.since),
        ("coalesce(s.day, a.published) <= ?", f.until and f.until + "~"),
        ("s.confidence >= ?", f.sure),
    ):
        if value is not None:
            parts.append(sql)
            values.append(value)
    for name in ("kind", "channel"):
        wanted = chosen(at, name)
        if wanted and name != without:
            parts.append(f"s.{name} IN ({', '.join('?' * len(wanted))})")
            values += wanted
    words = re.findall(r"[^\W_]+", at.own.get("said", ""))
    if words:
        bare_words = [_bare(w) for w in words]
        begun = [re.compile(rf"\b{re.escape(w)}") for w in bare_words]

        def says(content: str) -> bool:  # asked of each statement of the reports that hold the words: 160,000 for "president said"
            bare = content.lower() if content.isascii() else _bare(content)
            for w in bare_words:
                if w not in bare:
                    return False
            return all(b.search(bare) for b in begun)

        db.create_function("says", 1, says, deterministic=True)
        parts += ["a.number IN (SELECT rowid FROM search WHERE search MATCH ?)", "says(s.content)"]
        values.append(match(" ".join(f"{w}*" for w in words)))
    where = " AND ".join(parts)
    if keys is not None:
        return f"FROM statements s CROSS JOIN articles a ON a.id = s.article WHERE {where}", values
    # by day of report, so that a page is found without sorting all: "ceasefire border" in 100,000 reports 3.0 s without the index named, 0.05 with it
    return f"FROM articles a INDEXED BY articles_published CROSS JOIN statements s ON s.article = a.id WHERE {where}", values


def _bare(text: str) -> str:
    """Letters without case and accents, as the search over the reports has them."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def said(db: sqlite3.Connection, at: Address, size: int | None = None) -> tuple[list[Said], bool]:
    """One page of statements, those of the latest reports first, and whether another follows."""
    sql, values = said_where(db, at)
    size = size or at.filter.size
    order = "a.published, a.id, s.start" if _earliest(at.filter) else "a.published DESC, a.id, s.start"
    asked = f"SELECT s.id {sql} ORDER BY {order} LIMIT ? OFFSET ?"  # from indexes; the words are read of those that are shown (33,000 of one speaker: 0.19 to 0.09 s)
    found = [i for (i,) in db.execute(asked, (*values, size + 1, (at.filter.page - 1) * size))]
    columns = (
        "s.id, s.article, s.local, s.speaker, s.speaker_key, s.kind, s.channel, s.outlet, s.content, s.day, s.negated, s.confidence, s.status,"
        " a.outlet, a.published, a.headline"
    )
    read = f"SELECT {columns} FROM json_each(?) i JOIN statements s ON s.id = i.value JOIN articles a ON a.id = s.article ORDER BY i.key"
    rows = db.execute(read, (json.dumps(found),)).fetchall()
    who = _who(db, [r[4] for r in rows if r[4]])
    out = []
    for i, article, local, speaker, key, kind, channel, medium, content, day, negated, sure, status, outlet, published, headline in rows[
        :size
    ]:
        actor, name = who.get(key, (None, None))
        out.append(
            Said(
                i,
                article,
                local,
                speaker,
                actor,
                name,
                kind,
                channel,
                medium,
                content,
                day,
                bool(negated),
                sure,
                status,
                outlet,
                published,
                headline,
            )
        )
    return out, len(rows) > size


def _earliest(f: Filter) -> bool:
    return f.sort in ("day", "published")


def _who(db: sqlite3.Connection, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The actor and name behind each name's key."""
    rows = db.execute(
        "SELECT n.key, n.actor FROM json_each(?) i JOIN names n ON n.key = i.value WHERE n.actor IS NOT NULL", (json.dumps(list(keys)),)
    )
    found = dict(rows.fetchall())
    names = names_of(db, sorted(set(found.values())))
    return {k: (a, names[a]) for k, a in found.items()}


def count(db: sqlite3.Connection, at: Address) -> tuple[int, bool]:
    """How many statements, LOOKED_AT at most, and whether those are all."""
    sql, values = said_where(db, at)
    (n,) = db.execute(f"SELECT count(*) FROM (SELECT 1 {sql} LIMIT ?)", (*values, LOOKED_AT + 1)).fetchone()
    return min(n, LOOKED_AT), n <= LOOKED_AT
