"""The review queue of statements and claims: which one is looked at next, and the words it was read from."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from dateline.desk.writing import read_record
from dateline.record import Claim, Record, Span, Statement
from dateline.web import quarrels, voices
from dateline.web.address import USUAL, Address
from dateline.web.passages import Mark
from dateline.web.queue import Cursor, Left, Waiting, queued
from dateline.web.telling import shown
from dateline.web.ties import names_of


@dataclass(frozen=True, slots=True)
class Sort:
    """What the queue holds: its name in addresses, its table and what it is called; `order` is what comes first, the least sure or the contested."""

    name: str
    kind: str
    table: str
    order: str


SORTS = {
    "statements": Sort("statements", "statement", "statements s", "s.confidence"),
    "claims": Sort("claims", "claim", "claims c", "1.0 * (c.contests = '[]')"),  # a claim has no confidence of its own
}


@dataclass(frozen=True, slots=True)
class Next:
    """One that waits, in short."""

    id: str
    first: float
    who: str | None
    words: str

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.first, self.id)


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement or claim as a person judges it. `passage` is its paragraph with marks; `elsewhere` words that stand in another; `told` its values in words."""

    id: str
    article: str
    local: str
    status: str | None
    confidence: float | None
    who: str | None
    actor: str | None
    words: str
    told: tuple[tuple[str, str, str], ...]
    passage: Markup
    elsewhere: tuple[tuple[str, Markup], ...]
    because: tuple[str, ...]
    headline: str
    outlet: str | None
    published: str | None
    against: tuple[tuple[str | None, str], ...]


def upcoming(db: sqlite3.Connection, at: Address, sort: Sort, after: Cursor | None) -> list[Next]:
    """The next ones of the filter that nobody decided."""
    columns = "s.speaker, s.content" if sort.kind == "statement" else "c.claimant, c.object"
    return [Next(*row) for row in _waiting(db, at, sort).ahead(db, columns, after)]


def left(db: sqlite3.Connection, at: Address, sort: Sort, after: Cursor | None) -> Left:
    """How many wait, and how many of them were skipped."""
    return _waiting(db, at, sort).left(db, after)


def before(db: sqlite3.Connection, at: Address, sort: Sort, one: str) -> Cursor | None:
    """The cursor at which this one is the next again."""
    row = db.execute(f"SELECT {sort.order} FROM {sort.table} WHERE {sort.table[-1]}.id = ?", (one,)).fetchone()
    return _waiting(db, at, sort).before(db, Cursor(row[0], one)) if row else None


def _waiting(db: sqlite3.Connection, at: Address, sort: Sort) -> Waiting:
    """What the queue holds; without a filter the reports are not looked at."""
    f = queued(at.filter)
    a = sort.table[-1]
    values: list[Any] = []
    if not Address(at.path, replace(f, status=USUAL.status)).narrows and f.status == "undecided":
        sql = f"FROM {sort.table} WHERE {a}.status IS NULL"
    else:
        asked = Address(at.path, f)
        sql, values = voices.said_where(db, asked) if a == "s" else quarrels.claims_where(db, asked)
    return Waiting(sql, values, sort.order, f"{a}.id")


def heard(db: sqlite3.Connection, sort: Sort, one: str) -> Heard | None:
    """The statement or claim with the words it was read from; None where the desk has none of this id."""
    mine = (
        "s.confidence, s.speaker, s.speaker_key, s.content, '[]'"
        if sort.kind == "statement"
        else "NULL, c.claimant, c.claimant_key, c.object, c.contests"
    )
    a = sort.table[-1]
    row = db.execute(
        f"SELECT {a}.article, {a}.local, {a}.status, {mine}, r.headline, r.outlet, r.published FROM {sort.table} JOIN articles r ON r.id = {a}.article"
        f" WHERE {a}.id = ?",
        (one,),
    ).fetchone()
    if row is None:
        return None
    article, local, status, sure, who, key, words, contests, headline, outlet, published = row
    actor = db.execute("SELECT actor FROM names WHERE key = ? AND actor IS NOT NULL", (key,)).fetchone() if key else None
    record = read_record(db, article)
    told, passage, elsewhere, because = _words(record, sort, local)
    name = names_of(db, [actor[0]])[actor[0]] if actor else who
    against = db.execute(
        "SELECT c.claimant, c.object FROM json_each(?) i JOIN claims c ON c.id = i.value ORDER BY i.key", (contests,)
    ).fetchall()
    return Heard(
        one, article, local, status, sure, name, actor[0] if actor else None, words, told, passage, elsewhere, because, headline, outlet,
        published, tuple(against),
    )  # fmt: skip


def _words(
    record: Record, sort: Sort, local: str
) -> tuple[tuple[tuple[str, str, str], ...], Markup, tuple[tuple[str, Markup], ...], tuple[str, ...]]:
    """Its values as (mark, label, words), the paragraph, words elsewhere, and why it was read so."""
    if sort.kind == "statement":
        s = next((s for s in record.statements if s.id == local), None)
        if s is None or not s.content:
            return (), Markup(""), (), ()
        marks = _of_statement(record, s)
        return _told_by(record, s), *shown(record.article.text, s.content[0], marks), s.because
    c = next((c for c in record.claims if c.id == local), None)
    made = next((s for s in record.statements if c is not None and s.id == c.statement), None)
    start = (c and (c.span or c.ground)) or (made.content[0] if made and made.content else None)
    if c is None or start is None:
        return (), Markup(""), (), ()
    return _of_claim(record, c), *shown(record.article.text, start, _claim_marks(record, c, made)), c.because


def _of_statement(record: Record, s: Statement) -> list[Mark]:
    out = [Mark(*part, "said", "words") for part in s.content]
    if s.cue is not None:
        out.append(Mark(*s.cue, "cue", "cue"))
    speaker = s.source or _nearest(record, s.speaker, s.content[0])
    if speaker is not None:
        out.append(Mark(*speaker, "actor", "speaker"))
    out += [Mark(d.start, d.end, "date", "day") for d in record.dates if d.id == s.date]
    return out


def _claim_marks(record: Record, c: Claim, made: Statement | None) -> list[Mark]:
    out = [Mark(*c.span, "claim", "claim")] if c.span is not None else [Mark(*x, "claim", "claim") for x in (made.content if made else ())]
    if c.ground is not None:
        out.append(Mark(*c.ground, "said", "ground"))
    claimant = (made.source if made and made.speaker == c.claimant else None) or _nearest(record, c.claimant, (out[0].start, out[0].end))
    if claimant is not None:
        out.append(Mark(*claimant, "actor", "speaker"))
    return out


def _nearest(record: Record, actor: str | None, to: Span) -> Span | None:
    """The mention of somebody that stands nearest to these words."""
    near = [m for m in record.mentions if actor is not None and m.refers_to == actor]
    best = min(near, key=lambda m: (abs(m.start - to[0]), m.start), default=None)
    return (best.start, best.end) if best else None


def _told_by(record: Record, s: Statement) -> tuple[tuple[str, str, str], ...]:
    people = {a.id: a.name for a in record.actors}
    day = next((d.value for d in record.dates if d.id == s.date), None)
    rows = (
        ("cue", "how", voices.KINDS.get(s.kind, s.kind) + (", denied" if s.negated else "")),
        ("", "channel", " · ".join(x for x in (s.channel, s.outlet) if x)),
        ("", "to whom", "; ".join(people[x] for x in s.addressee if x in people)),
        ("day", "when", day or ""),
    )
    return tuple(r for r in rows if r[2])


def _of_claim(record: Record, c: Claim) -> tuple[tuple[str, str, str], ...]:
    rows = (
        ("claim", "claims", quarrels.KINDS.get(c.kind, c.kind)),
        ("claim", "namely", c.object),
        ("ground", "resting on", record.quote(c.ground) if c.ground else ""),
    )
    return tuple(r for r in rows if r[2])
