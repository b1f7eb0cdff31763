"""A filter as SQL over the desk's tables. Everything a person typed is a parameter, never part of the statement."""

from __future__ import annotations

import sqlite3
from typing import Any

from dateline.actors import same
from dateline.actors.folding import fold
from dateline.desk.actors import bones_of
from dateline.desk.filter import Filter
from dateline.desk.groups import ACTORS, EVENTS, STORIES, standing_for
from dateline.desk.words import match
from dateline.places import open_gazetteer

ORDER = {
    "day": "e.first_day NULLS LAST, e.last_day, e.id",
    "-day": "e.first_day DESC, e.last_day DESC, e.id",
    "published": "e.first_published NULLS LAST, e.id",
    "-published": "e.last_published DESC, e.id",
    "reports": "e.articles DESC, e.id",
    "killed": "e.killed_high DESC, e.id",
    "sure": "e.confidence DESC, e.id",
    "unsure": "e.confidence, e.id",
    "relevance": "e.articles DESC, e.id",
}
"""What is unknown comes last: for SQLite null is the smallest. To order by "IS NULL" first keeps it from using an index (0.14 s of 260,000 events for 0.001)."""

CANDIDATES = 5000
"""Spellings looked at for a name that was typed."""


def where(db: sqlite3.Connection, f: Filter) -> tuple[str, list[Any]]:
    """The condition on `events e` and its parameters."""
    parts: list[str] = []
    values: list[Any] = []

    def also(sql: str, *given: Any) -> None:
        parts.append(sql)
        values.extend(given)

    if f.text:
        sql = "e.id IN (SELECT t.event FROM search s JOIN articles a ON a.number = s.rowid JOIN tellings t ON t.article = a.id WHERE s.search MATCH ?)"
        also(sql, match(f.text))
    if f.actor:
        ids = actors_named(db, f.actor)
        role = "" if f.role == "any" else " AND x.role = ?"
        also(f"e.id IN (SELECT x.event FROM event_actors x WHERE x.actor IN ({_marks(ids)}){role})", *ids, *([f.role] if role else []))
    for name in ("type", "mode", "quad", "modality"):
        chosen = getattr(f, name)
        if chosen:
            also(f"e.{name} IN ({_marks(chosen)})", *chosen)
    if f.place:
        # an event's place stands as it is in `places`: found there first, its events come from an index (the page of one place 4.2 to 0.3 s of processor)
        also(
            "e.place IN (SELECT id FROM places WHERE id = ? OR name = ? COLLATE NOCASE OR admin1 = ? COLLATE NOCASE"
            " UNION ALL SELECT place FROM article_places WHERE name = ? COLLATE NOCASE)",
            f.place, f.place, f.place, f.place,
        )  # fmt: skip
    if f.country:
        codes = [c for name in f.country for c in countries(name)]
        also(f"e.country IN ({_marks(codes)})", *codes)
    if f.box:
        south, west, north, east = f.box
        also("e.place_precision NOT IN ('country', 'region')")
        across = "min_lon >= ? AND max_lon <= ?" if west <= east else "(min_lon >= ? OR max_lon <= ?)"
        also(f"e.number IN (SELECT number FROM spots WHERE min_lat >= ? AND max_lat <= ? AND {across})", south, north, west, east)
    if f.since:
        also("e.last_day >= ?", f.since)
    if f.until:
        also("e.first_day <= ?", f.until + "~")  # "2021-08~" stands behind every day of August
    if f.published_since:
        also("e.last_published >= ?", f.published_since)
    if f.published_until:
        also("e.first_published <= ?", f.published_until + "~")
    if f.source:
        sql = f"e.id IN (SELECT t.event FROM tellings t JOIN articles a ON a.id = t.article WHERE a.outlet IN ({_marks(f.source)}))"
        also(sql, *f.source)
    if f.story:
        also("e.story = ?", standing_for(db, STORIES, f.story) or f.story)
    if f.event:
        also("e.id = ?", standing_for(db, EVENTS, f.event) or f.event)
    if f.status != "all":
        also({"standing": "e.status IS NOT 'rejected'", "undecided": "e.status IS NULL"}.get(f.status, "e.status = ?"))
        if f.status in ("accepted", "rejected"):
            values.append(f.status)
    if f.decided_by:
        also("e.decided_by = ?", f.decided_by)
    if f.killed is not None:
        also("e.killed_high >= ?", f.killed)
    if f.reports is not None:
        also("e.articles >= ?", f.reports)
    if f.sure is not None:
        also("e.confidence >= ?", f.sure)
    if f.contested:
        also("e.contested <> '[]'")
    return " AND ".join(parts) or "1", values


def article_where(db: sqlite3.Connection, f: Filter) -> tuple[str, list[Any]]:
    """The condition on `articles a` without the words: their own fields, and the events they tell."""
    parts: list[str] = []
    values: list[Any] = []
    for sql, value in (("a.published >= ?", f.published_since), ("a.published <= ?", f.published_until and f.published_until + "~")):
        if value:
            parts.append(sql)
            values.append(value)
    if f.source:
        parts.append(f"a.outlet IN ({_marks(f.source)})")
        values += f.source
    if f.story:
        parts.append("a.story = ?")
        values.append(standing_for(db, STORIES, f.story) or f.story)
    inner = Filter(
        actor=f.actor, role=f.role, type=f.type, mode=f.mode, quad=f.quad, modality=f.modality, place=f.place, country=f.country, box=f.box, since=f.since,
        until=f.until, event=f.event, status="all", decided_by=f.decided_by, killed=f.killed, reports=f.reports, sure=f.sure, contested=f.contested,
    )  # fmt: skip
    if inner != Filter(status="all"):
        sql, given = where(db, inner)
        parts.append(f"a.id IN (SELECT t.article FROM tellings t JOIN events e ON e.id = t.event WHERE {sql})")
        values += given
    return " AND ".join(parts) or "1", values


def actors_named(db: sqlite3.Connection, name: str) -> list[str]:
    """The actors who go by a name in any spelling; a name of one word is also part of longer ones. An id stands for itself."""
    if name.startswith("actor-"):
        return [standing_for(db, ACTORS, name) or name]
    asked = fold(name)
    bones = bones_of(name)
    found = {x for (x,) in db.execute("SELECT folded FROM spellings WHERE folded = ?", (asked,))}
    votes: dict[str, int] = {}
    for bone in bones[:6]:
        for (x,) in db.execute("SELECT folded FROM spelling_words WHERE bone = ? ORDER BY folded LIMIT ?", (bone, CANDIDATES)):
            votes[x] = votes.get(x, 0) + 1
    words: dict[str, bool] = {}
    found |= {x for x, n in votes.items() if n >= min(2, len(bones)) and _one(asked, x, len(bones), words)}
    sql = "SELECT DISTINCT n.actor FROM spellings s JOIN names n ON n.key = s.key WHERE s.folded = ? AND n.actor IS NOT NULL"
    return sorted({a for x in sorted(found) for (a,) in db.execute(sql, (x,))})


def _one(asked: str, spelling: str, count: int, words: dict[str, bool]) -> bool:
    """Whether a spelling is of the name that was asked for; `words` remembers which single words are."""
    if count > 1:
        return same(asked, spelling, kind="person").answer == "yes" or same(asked, spelling, kind="organization").answer == "yes"
    for w in spelling.split():  # "kadhafi" is a word of "muammar gaddafi"
        if w not in words:
            words[w] = same(asked, w, kind="person").answer == "yes"
        if words[w]:
            return True
    return False


def countries(name: str) -> list[str]:
    """The codes of a country given by any name the gazetteer has, or by its code; what is neither is nobody's."""
    found = open_gazetteer().countries(name)
    return found or ([name.upper()] if len(name) == 3 and name.isascii() and name.isalpha() else [])


def _marks(values: Any) -> str:
    return ", ".join("?" * len(values)) or "NULL"
