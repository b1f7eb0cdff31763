"""One event as each report tells it: its values, and for every value the words they were taken from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from dateline.desk.events import NUMBERS
from dateline.desk.writing import read_record
from dateline.record import Event, Record
from dateline.web.passages import Mark, marked, paragraph_at
from dateline.web.words import number, plain

FIELDS = ("type", "actor", "recipient", "day", "place", *NUMBERS, "modality", "speaker")
WHOLE = 60
"""Tellings whose records are read for their words; of more only the sentences are shown (a record takes about 5 ms)."""
LABELS = {
    "type": "what",
    "actor": "by whom",
    "recipient": "to whom",
    "day": "when",
    "place": "where",
    "modality": "told as",
    "speaker": "said by",
}


_KEPT = (
    "id", "article", "outlet", "published", "headline", "url", "confidence", "score", "fold_because", "decided_by", "status",
)  # fmt: skip
_SQL = (
    "SELECT t.id, t.article, t.local, t.type, t.mode, t.modality, t.first_day, t.last_day, t.date_precision, p.name AS place_name, t.speaker,"
    " t.killed_low, t.killed_high, t.injured_low, t.injured_high, t.arrested_low, t.arrested_high,"
    " t.sentence, t.trigger_start, t.trigger_end, t.confidence, t.score, t.because, t.fold_because, t.decided_by, t.status,"
    " a.outlet, a.published, a.headline, a.url"
    " FROM tellings t LEFT JOIN articles a ON a.id = t.article LEFT JOIN places p ON p.id = t.place"
    " WHERE t.event = ? ORDER BY a.id IS NULL, a.published IS NULL, a.published, t.id"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A telling. `values` are words for each field of FIELDS that it tells; `passage` is its paragraph with marks whose facts are "field-number";
    `elsewhere` are words of a field that stand in another paragraph."""

    number: int
    id: str
    article: str | None
    outlet: str | None
    published: str | None
    headline: str | None
    url: str | None
    values: dict[str, str]
    passage: Markup
    elsewhere: tuple[tuple[str, Markup], ...]
    marked: frozenset[str]
    confidence: float
    score: float | None
    because: tuple[str, ...]
    fold_because: str | None
    decided_by: str
    status: str | None


def tellings_of(db: sqlite3.Connection, event: str, most: int = -1) -> list[Told]:
    """Every telling of the event (the first `most`), the earliest report first; one added by hand without a report is the last."""
    cursor = db.execute(f"{_SQL} LIMIT ?", (event, most))
    names = [c[0] for c in cursor.description]
    records: dict[str, Record] = {}
    out = []
    for n, row in enumerate((dict(zip(names, values, strict=True)) for values in cursor.fetchall()), 1):
        values = _values(db, row)
        passage, elsewhere, marks = _words(db, row, n, records)
        out.append(
            Told(
                number=n,
                values={f: values[f] for f in FIELDS if values[f]},
                passage=passage,
                elsewhere=elsewhere,
                marked=frozenset(m.fact.partition("-")[0] for m in marks),
                because=tuple(json.loads(row["because"])),
                **{c: row[c] for c in _KEPT},
            )
        )
    return out


def _values(db: sqlite3.Connection, row: dict[str, Any]) -> dict[str, str]:
    """Each field in words; empty where it is not told."""
    out = {
        "type": row["type"] + (f" ({row['mode']})" if row["mode"] else ""),
        "day": _day(row["first_day"], row["last_day"], row["date_precision"]),
        "place": row["place_name"] or "",
        "modality": "" if row["modality"] == "asserted" else row["modality"],
        "speaker": row["speaker"] or "",
    }
    for field in NUMBERS:
        out[field] = number(row[f"{field}_low"], row[f"{field}_high"])
    for role in ("actor", "recipient"):
        named = db.execute("SELECT name FROM telling_actors WHERE telling = ? AND role = ? ORDER BY place_in_list", (row["id"], role))
        out[role] = "; ".join(name for (name,) in named)
    return out


def _words(
    db: sqlite3.Connection, row: dict[str, Any], n: int, records: dict[str, Record]
) -> tuple[Markup, tuple[tuple[str, Markup], ...], list[Mark]]:
    """The telling's paragraph, words of its fields elsewhere, and all marks; of a telling without a report only its sentence."""
    article, start, end = row["article"], row["trigger_start"], row["trigger_end"]
    if article is None or start is None or n > WHOLE:
        return Markup("<bdi>{}</bdi>").format(plain(row["sentence"] or "")), (), []
    record = records[article] = records.get(article) or read_record(db, article)
    told = next((e for e in record.events if e.id == row["local"]), None)
    marks = marks_of(record, told, n) if told else [Mark(start, end, "event", f"type-{n}")]
    return *shown(record.article.text, (start, end), marks), marks


def marks_of(record: Record, e: Event, n: int) -> list[Mark]:
    """The words of each field of an event, as marks named "field-n"."""
    out = [Mark(*e.trigger, "event", f"type-{n}")]
    for role, span in e.spans.items():
        field = role.partition(":")[0]
        if field in ("actor", "recipient", "place"):
            out.append(Mark(*span, "place" if field == "place" else "actor", f"{field}-{n}"))
        elif field == "date":
            out.append(Mark(*span, "date", f"day-{n}"))
    day = next((d for d in record.dates if d.id == e.date), None)
    if day is not None:
        out.append(Mark(day.start, day.end, "date", f"day-{n}"))
    for field in NUMBERS:
        count = getattr(e, field)
        if count is not None:
            out.append(Mark(count.start, count.end, "count", f"{field}-{n}"))
    if e.place and not any(m.fact == f"place-{n}" for m in out):
        near = [m for m in record.mentions if m.refers_to == e.place]
        if near:
            best = min(near, key=lambda m: abs(m.start - e.trigger[0]))
            out.append(Mark(best.start, best.end, "place", f"place-{n}"))
    said = next((s for s in record.statements if s.id == e.attributed_to), None)
    if said is not None and said.source is not None:
        out.append(Mark(*said.source, "cue", f"speaker-{n}"))
    return list(dict.fromkeys(out))


def shown(text: str, trigger: tuple[int, int], marks: Sequence[Mark]) -> tuple[Markup, tuple[tuple[str, Markup], ...]]:
    """The paragraph around the telling words with its marks, and of each field that stands elsewhere its words."""
    low, high = paragraph_at(text, *trigger)
    elsewhere: dict[str, Markup] = {}
    for m in marks:
        field = m.fact.partition("-")[0]
        if not (m.start < high and m.end > low) and field not in elsewhere:
            elsewhere[field] = marked(text, *paragraph_at(text, m.start, m.end, 160), [m])
    return marked(text, low, high, marks), tuple(elsewhere.items())


def _day(first: str | None, last: str | None, precision: str | None) -> str:
    if not first:
        return ""
    if first == last or not last:
        return first
    if precision == "month" and first[:7] == last[:7]:
        return first[:7]
    return first[:4] if precision == "year" and first[:4] == last[:4] else f"{first} – {last}"


def by_value(told: Sequence[Told], field: str) -> list[tuple[str, list[int]]]:
    """What is told of a field, and by which tellings; what most tell first. Rejected tellings do not count."""
    out: dict[str, tuple[str, list[int]]] = {}
    for t in told:
        if t.status != "rejected" and field in t.values:
            out.setdefault(t.values[field].casefold(), (t.values[field], []))[1].append(t.number)
    return sorted(out.values(), key=lambda x: (-len(x[1]), x[1]))
