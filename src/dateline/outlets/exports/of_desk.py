"""Rows from a desk: one for each event that a filter means, with every report behind it, a person's word included."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace

from dateline.desk import Desk, Filter
from dateline.desk.actors import name_of
from dateline.desk.finding import EventRow as Found
from dateline.desk.finding import Party as FoundParty
from dateline.desk.places import place_id
from dateline.desk.timeline import day_of
from dateline.outlets.exports.of_records import CODER, _Scene
from dateline.outlets.exports.rows import Days, EventRow, Marked, Party, Spot, Telling, Toll
from dateline.record import Record

REMEMBERED = 100
"""Records held in memory: a row asks for those of its reports, and neighbouring rows for the same."""


def rows_of_desk(desk: Desk, f: Filter | None = None) -> Iterator[EventRow]:
    """The filter's events in its order, one at a time."""
    reader = _Reader(desk)
    for e in desk.events(f or Filter()):
        yield reader.row(e)


class _Reader:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._held: OrderedDict[str, tuple[Record, _Scene]] = OrderedDict()

    def row(self, e: Found) -> EventRow:
        kept = "" if e.status == "rejected" else " AND t.status IS NOT 'rejected'"
        told = self._desk.db.execute(
            "SELECT t.id, t.article, t.local, t.sentence, t.because FROM tellings t LEFT JOIN articles a ON a.id = t.article"
            f" WHERE t.event = ?{kept} ORDER BY a.published IS NULL, a.published, t.id",
            (e.id,),
        ).fetchall()
        value = _value(day_of(e))
        return EventRow(
            id=e.id,
            type=e.type,
            mode=e.mode,
            contexts=e.contexts,
            quad=e.quad or "",
            intensity=e.intensity if e.intensity is not None else 0.0,
            modality=e.modality,
            actors=tuple(self._party(p, e.id) for p in e.actors),
            recipients=tuple(self._party(p, e.id) for p in e.recipients),
            place=self._spot(e) if e.place else None,
            days=Days(value, e.date_precision, e.first_day, e.last_day) if value else None,
            tellings=tuple(self._telling(i, article, local, words) for i, article, local, words, _ in told),
            killed=_toll(e.killed_low, e.killed_high),
            injured=_toll(e.injured_low, e.injured_high),
            arrested=_toll(e.arrested_low, e.arrested_high),
            confidence=e.confidence,
            because=tuple(dict.fromkeys(b for row in told for b in json.loads(row[4]))),
            story=e.story,
            decided_by=e.decided_by,
            status=e.status,
            coder=self._coder([row[0] for row in told]) if e.decided_by == "person" else CODER,
        )

    def _party(self, p: FoundParty, event: str) -> Party:
        db = self._desk.db
        row = db.execute("SELECT kind, country, sector FROM actors WHERE id = ?", (p.actor,)).fetchone() or ("group", None, None)
        keys = [k for (k,) in db.execute("SELECT key FROM names WHERE actor = ? ORDER BY key", (p.actor,))]
        spelled = db.execute(
            "SELECT DISTINCT s.name FROM spellings s JOIN names n ON n.key = s.key WHERE n.actor = ? ORDER BY 1", (p.actor,)
        )
        roles = db.execute(
            "SELECT DISTINCT a.roles FROM article_actors a JOIN names n ON n.key = a.key WHERE n.actor = ?"
            " AND a.article IN (SELECT article FROM tellings WHERE event = ?) ORDER BY a.article",
            (p.actor, event),
        )
        titles = tuple(dict.fromkeys(t for (r,) in roles for t in json.loads(r)))
        aliases = tuple(s for (s,) in spelled if s != p.name)
        named = not all(k.startswith("described|") for k in keys)
        return Party(p.actor, p.name, row[0], row[1], row[2], titles, aliases, None, p.name, named)

    def _spot(self, e: Found) -> Spot:
        row = self._desk.db.execute("SELECT kind FROM places WHERE id = ?", (e.place,)).fetchone()
        sure = self._desk.db.execute(
            "SELECT max(confidence) FROM article_places WHERE place = ? AND article IN (SELECT article FROM tellings WHERE event = ?)",
            (e.place, e.id),
        ).fetchone()[0]
        name = e.place_name or ""
        return Spot(
            e.place or "", name, row[0] if row else None, e.lat, e.lon, e.country, e.admin1, e.geonameid, e.place_precision, sure, name
        )

    def _telling(self, anchor: str, article: str | None, local: str | None, words: str | None) -> Telling:
        if article is None or local is None:
            text = words or ""
            return Telling(anchor, article or "", text, (0, 0), (0, len(text)))
        record, scene = self._record(article)
        event = next((e for e in record.events if e.id == local), None)
        if event is None:
            text = words or ""
            return Telling(anchor, article, text, (0, 0), (0, len(text)))
        made = scene._telling(anchor, event, scene.dates.get(event.date or ""))
        return replace(made, article=article, spans=tuple(self._mark(m, article, scene) for m in made.spans))

    def _mark(self, m: Marked, article: str, scene: _Scene) -> Marked:
        """The same words, naming the desk's actor or place."""
        if m.role in ("actor", "recipient"):
            for a in scene.actors.values():
                if scene._key(a) == m.id:
                    row = self._desk.db.execute("SELECT actor FROM names WHERE key = ?", (name_of(a, article).key,)).fetchone()
                    return replace(m, id=row[0]) if row and row[0] else m
        if m.role == "place":
            for p in scene.places.values():
                if scene._spot(p, None).id == m.id:
                    return replace(m, id=place_id(p))
        return m

    def _record(self, article: str) -> tuple[Record, _Scene]:
        held = self._held.get(article)
        if held is None:
            record = self._desk.record(article)
            held = self._held[article] = (record, _Scene.of(record))
            if len(self._held) > REMEMBERED:
                self._held.popitem(last=False)
        return held

    def _coder(self, tellings: list[str]) -> str:
        """The person who decided last on any of the tellings."""
        marks = ", ".join("?" * len(tellings)) or "NULL"
        sql = (
            "SELECT d.who FROM standing_decisions d, json_each(d.anchors) j WHERE d.kind IN ('telling', 'event') AND d.act <> 'merge'"
            f" AND j.value IN ({marks}) ORDER BY d.number DESC LIMIT 1"
        )
        row = self._desk.db.execute(sql, tellings).fetchone()
        return str(row[0]) if row else CODER


def _value(day: str | None) -> str | None:
    """A day as an ISO prefix: a stretch is as much as both its ends share."""
    if day is None or "/" not in day:
        return day
    first, last = day.split("/")
    return next((first[:n] for n in (7, 4) if first[:n] == last[:n]), None)


def _toll(low: int | None, high: int | None) -> Toll | None:
    return None if low is None and high is None else Toll(low, high)
