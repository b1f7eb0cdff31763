"""A record into rows: the article, what it tells, who takes part, where, and who says so. Everything of one article is written in one transaction."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import zlib
from collections.abc import Mapping
from typing import Any

from dateline.actors.folding import fold
from dateline.desk.actors import Name, bones_of, name_of
from dateline.desk.places import place_id
from dateline.desk.sentences import sentence_of
from dateline.desk.stages import READING, made_by
from dateline.page.datelines import read_dateline
from dateline.reader import running
from dateline.record import Article, Claim, Date, Event, Record, Span, Statement

_ADDRESS = re.compile(r"(?:https?://\S+\s*)+")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9][.!?])(?=\s+[A-Z“\"])|(?<=[.!?][”\"])(?=\s)")

Names = Mapping[str, Name]


def write_record(db: sqlite3.Connection, key: str, record: Record, *, address: str | None) -> bool:
    """Writes or replaces an article; whether anything of its record is new."""
    data = record.to_json()
    digest = hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()
    by = made_by(*READING)
    old = db.execute("SELECT digest FROM records WHERE article = ?", (key,)).fetchone()
    if old is not None and old[0] == digest:
        db.execute("UPDATE records SET made_by = ? WHERE article = ?", (by, key))
        if not _stale(db, key):
            return False
        db.execute("UPDATE articles SET folded = CASE folded WHEN 0 THEN 0 ELSE 2 END WHERE id = ?", (key,))
    else:
        remove(db, key, whole=False)
        _article(db, key, record.article, address)
        packed = zlib.compress(data.encode("utf-8", "surrogatepass"), 6)
        db.execute(
            "INSERT INTO records (article, record, digest, made_by) VALUES (?, ?, ?, ?) ON CONFLICT (article) DO UPDATE"
            " SET record = excluded.record, digest = excluded.digest, made_by = excluded.made_by",
            (key, packed, digest, by),
        )
    derive(db, key, record)
    return True


def read_record(db: sqlite3.Connection, key: str) -> Record:
    """The record of an article, whole."""
    (data,) = db.execute("SELECT record FROM records WHERE article = ?", (key,)).fetchone()
    return Record.from_json(zlib.decompress(data).decode("utf-8", "surrogatepass"))


def derive(db: sqlite3.Connection, key: str, record: Record) -> None:
    """The rows that follow from a record, written anew. What a person decided is laid over them afterwards (decisions)."""
    for table in ("article_actors", "article_places", "statements", "claims"):
        db.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
    db.execute("DELETE FROM telling_actors WHERE telling IN (SELECT id FROM tellings WHERE article = ?)", (key,))
    folded = {i: (e, m) for i, e, m in db.execute("SELECT id, event, machine_event FROM tellings WHERE article = ?", (key,))}
    db.execute("DELETE FROM tellings WHERE article = ?", (key,))
    by = made_by("rows")
    names = {a.id: name_of(a, key) for a in record.actors}
    _actors(db, key, record, names, by)
    spots = {p.id: place_id(p) for p in record.places}
    for p in record.places:
        at = (spots[p.id], p.name, p.kind, p.lat, p.lon, p.country, p.admin1, p.geonameid, p.precision, by)
        db.execute(
            "INSERT INTO places (id, name, kind, lat, lon, country, admin1, geonameid, precision, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET name = min(name, excluded.name), kind = min(kind, excluded.kind), lat = min(lat, excluded.lat),"
            " lon = min(lon, excluded.lon), admin1 = min(admin1, excluded.admin1), precision = min(precision, excluded.precision)",
            at,
        )
        db.execute("INSERT INTO article_places VALUES (?, ?, ?, ?, ?, ?)", (key, p.id, spots[p.id], p.name, p.confidence, _list(p.because)))
    days = {d.id: d for d in record.dates}
    text = running(record.article)
    for anchor, e in anchored(key, record):
        _telling(db, key, anchor, e, record, text, names, spots, days, by, folded.get(anchor, (None, None)))
    for s in record.statements:
        _statement(db, key, s, record, names, days, by)
    for c in record.claims:
        _claim(db, key, c, record, names, by)


def anchored(key: str, record: Record) -> list[tuple[str, Event]]:
    """The record's events with the ids of their tellings: the article and the telling word, numbered where a word tells two."""
    out = []
    seen: dict[Span, int] = {}
    for e in sorted(record.events, key=lambda e: (e.trigger, e.type, e.id)):
        seen[e.trigger] = n = seen.get(e.trigger, 0) + 1
        out.append((f"{key}#{e.trigger[0]}-{e.trigger[1]}" + (f".{n}" if n > 1 else ""), e))
    return out


def remove(db: sqlite3.Connection, key: str, *, whole: bool = True) -> None:
    """Takes an article's words out of the search, and all its rows when `whole`."""
    row = db.execute("SELECT number, title, text FROM articles WHERE id = ?", (key,)).fetchone()
    if row is None:
        return
    db.execute("INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)", (row[0], row[1] or "", row[2]))
    if whole:
        for table in ("records", "article_actors", "article_places", "statements", "claims", "tellings"):
            db.execute(f"DELETE FROM {table} WHERE article = ?", (key,))
        db.execute("DELETE FROM articles WHERE id = ?", (key,))


def headline(a: Article) -> str:
    """The title; else the first words of the text. An address or a dateline that a page begins with is no headline."""
    if a.title and a.title.strip():
        return _short(" ".join(a.title.split()))
    opening = _ADDRESS.sub("", " ".join(a.text[:2000].split()), count=1)
    dateline = read_dateline(opening, opening=True)
    return _short(opening[dateline.end :].strip() if dateline else opening) or a.id


def _short(line: str) -> str:
    """A line of at most 160 characters: whole sentences where one ends late enough, else cut between words."""
    if len(line) <= 160:
        return line
    head = line[:159].rsplit(" ", 1)[0]
    ends = [m.end() for m in _SENTENCE_END.finditer(head + " ") if m.end() >= 60]
    return head[: ends[-1]] if ends else head.rstrip(".,;: ") + "…"


def _stale(db: sqlite3.Connection, key: str) -> bool:
    row = db.execute("SELECT made_by FROM article_actors WHERE article = ? AND made_by <> ? LIMIT 1", (key, made_by("rows"))).fetchone()
    return row is not None


def _article(db: sqlite3.Connection, key: str, a: Article, address: str | None) -> None:
    row = (
        key, a.text, a.title, headline(a), a.url, address, a.outlet, a.language, a.published, a.published_from, len(a.text.split()), made_by("page"),
    )  # fmt: skip
    db.execute(
        "INSERT INTO articles (id, text, title, headline, url, address, outlet, language, published, published_from, words, made_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text, title = excluded.title, headline = excluded.headline,"
        " url = excluded.url, address = excluded.address, outlet = excluded.outlet, language = excluded.language, published = excluded.published,"
        " published_from = excluded.published_from, words = excluded.words, made_by = excluded.made_by,"
        " folded = CASE folded WHEN 0 THEN 0 ELSE 2 END",
        row,
    )
    (number,) = db.execute("SELECT number FROM articles WHERE id = ?", (key,)).fetchone()
    db.execute("INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", (number, a.title or "", a.text))


def _actors(db: sqlite3.Connection, key: str, record: Record, names: Names, by: str) -> None:
    for a in record.actors:
        n = names[a.id]
        roles = _list([r.title for r in a.roles])
        db.execute(
            "INSERT INTO article_actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key, a.id, n.key, a.name, a.country, a.sector, _list(a.aliases), roles, _list(a.because), by),
        )
        # the smallest of the names and kinds, so that the order of arrival decides nothing
        db.execute(
            "INSERT INTO names (key, name, kind, because) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET name = min(name, excluded.name), kind = min(kind, excluded.kind)",
            (n.key, n.name, n.kind, n.because),
        )
        for spelling in dict.fromkeys((a.name, *a.aliases)):
            folded = fold(spelling)
            if not folded:
                continue
            db.execute("INSERT OR IGNORE INTO spellings (folded, key, name) VALUES (?, ?, ?)", (folded, n.key, spelling))
            db.executemany("INSERT OR IGNORE INTO spelling_words VALUES (?, ?)", [(b, folded) for b in bones_of(spelling)])


def _telling(
    db: sqlite3.Connection,
    key: str,
    anchor: str,
    e: Event,
    record: Record,
    text: str,
    names: Names,
    spots: Mapping[str, str],
    days: Mapping[str, Date],
    by: str,
    folded: tuple[str | None, str | None],
) -> None:
    d = days.get(e.date or "")
    told = next((s for s in record.statements if s.id == e.attributed_to), None)
    row: dict[str, Any] = {
        "id": anchor, "article": key, "local": e.id, "event": folded[0], "machine_event": folded[1],
        "type": e.type, "mode": e.mode, "contexts": _list(e.contexts), "quad": e.quad, "intensity": e.intensity, "modality": e.modality,
        "trigger": record.quote(e.trigger), "trigger_start": e.trigger[0], "trigger_end": e.trigger[1],
        "sentence": sentence_of(text, e.trigger),
        "first_day": d.first if d else None, "last_day": d.last if d else None,
        "date_precision": d.precision if d else None, "date_because": d.because if d else None,
        "place": spots.get(e.place or ""), "speaker": speaker(told, record),
        "confidence": e.confidence, "because": _list(e.because), "made_by": by,
    }  # fmt: skip
    for what in ("killed", "injured", "arrested"):
        count = getattr(e, what)
        row[f"{what}_low"], row[f"{what}_high"] = (count.low, count.high) if count else (None, None)
    db.execute(f"INSERT INTO tellings ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    for role, ids in (("actor", e.actors), ("recipient", e.recipients)):
        known = [names[i] for i in ids if i in names]
        db.executemany(
            "INSERT INTO telling_actors VALUES (?, ?, ?, ?, ?)", [(anchor, role, n, name.name, name.key) for n, name in enumerate(known)]
        )


def speaker(s: Statement | None, record: Record) -> str | None:
    """Who made a statement: the actor's name, or the words that stand for somebody unknown."""
    if s is None:
        return None
    name = next((a.name for a in record.actors if a.id == s.speaker), None)
    return name or (" ".join(record.quote(s.source).split()) if s.source else None)


def _statement(db: sqlite3.Connection, key: str, s: Statement, record: Record, names: Names, days: Mapping[str, Date], by: str) -> None:
    spans = [*s.content, *([s.cue] if s.cue else [])]
    if not spans:
        return
    content = " … ".join(" ".join(record.quote(x).split()) for x in s.content)
    day = days[s.date].value if s.date and s.date in days else None
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    speaker_key = names[s.speaker].key if s.speaker and s.speaker in names else None
    row = (
        f"{key}#s{start}-{end}", key, s.id, speaker(s, record), speaker_key, s.kind, s.channel, s.outlet, content, start, end, day, int(s.negated),
        s.confidence, by,
    )  # fmt: skip
    db.execute(
        'INSERT OR IGNORE INTO statements (id, article, local, speaker, speaker_key, kind, channel, outlet, content, start, "end", day, negated, confidence, made_by)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )


def _claim(db: sqlite3.Connection, key: str, c: Claim, record: Record, names: Names, by: str) -> None:
    ground = " ".join(record.quote(c.ground).split()) if c.ground else None
    n = names.get(c.claimant or "")
    rivals = _list([f"{key}#{r}" for r in c.contests])
    row = (f"{key}#{c.id}", key, c.id, c.kind, n.name if n else None, n.key if n else None, c.object, ground, rivals, by)
    db.execute(
        "INSERT INTO claims (id, article, local, kind, claimant, claimant_key, object, ground, contests, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )


def _list(values: Any) -> str:
    return json.dumps(list(values), ensure_ascii=False)
