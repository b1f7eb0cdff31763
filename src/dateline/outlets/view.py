"""What an analyst wants to see first, as plain rows: who is who, the timeline, who said what, who did what to whom. Every row keeps its spans.

Shared by the text, Markdown and HTML outlets, so that they never tell different things. Offsets are half-open code point offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.record import Actor, Claim, Count, Date, Event, Place, Record, Span, Statement

QUOTE = 110  # characters of a short quotation


@dataclass(frozen=True, slots=True)
class EventRow:
    event: Event
    who: str
    what: str
    whom: str
    where: str
    when: str
    says: str
    numbers: str
    quote: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    statement: Statement
    how: str  # kind, channel, outlet, date
    quote: str


@dataclass(frozen=True, slots=True)
class SpeakerRows:
    speaker: str
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class DayRow:
    value: str
    date: Date | None
    events: tuple[EventRow, ...]
    statements: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One record, ready to be printed."""

    headline: str
    facts: tuple[tuple[str, str], ...]  # published, outlet, by, language …
    actors: tuple[tuple[Actor, str, str], ...]  # actor, description, other spellings
    places: tuple[tuple[Place, str], ...]
    dates: tuple[Date, ...]
    timeline: tuple[DayRow, ...]
    speakers: tuple[SpeakerRows, ...]
    events: tuple[EventRow, ...]
    claims: tuple[tuple[Claim, str, str, str], ...]  # claim, claimant, object, ground


def view(record: Record) -> View:
    """The record's rows, in the order of the text; the timeline in the order of days."""
    names = {a.id: a.name for a in record.actors}
    spots = {p.id: p for p in record.places}
    days = {d.id: d for d in record.dates}
    events = tuple(_event(record, e, names, spots, days) for e in record.events)
    said = {s.id: _statement(record, s, days) for s in record.statements}
    speakers: dict[str, list[StatementRow]] = {}
    for s in record.statements:
        who = names.get(s.speaker or "") or (f"({short(record.quote(s.source))})" if s.source else "(nobody named)")
        speakers.setdefault(who, []).append(said[s.id])
    claims = tuple((c, names.get(c.claimant or "", "somebody"), c.object, record.quote(c.ground) if c.ground else "") for c in record.claims)
    article = record.article
    facts = [
        ("published", f"{article.published} (from {article.published_from})" if article.published else "not stated"),
        ("outlet", article.outlet or ""),
        ("by", ", ".join(b.name for b in article.bylines)),
        ("address", article.url or ""),
        ("language", article.language if article.language and article.language != "en" else ""),
    ]
    return View(
        one_line(article.title) or short(article.text) or article.id,
        tuple(f for f in facts if f[1]),
        tuple((a, _described(a), ", ".join(x for x in a.aliases if x != a.name)) for a in record.actors),
        tuple((p, ", ".join(x for x in (p.admin1 or "", p.country or "", p.precision or "") if x and x != p.name)) for p in record.places),
        record.dates,
        _timeline(record, events, said, days),
        tuple(SpeakerRows(k, tuple(v)) for k, v in speakers.items()),
        events,
        claims,
    )


def short(text: str, limit: int = QUOTE) -> str:
    """`text` on one line, cut at a word with three dots when it is longer than `limit` characters."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1].rsplit(" ", 1)[0]
    return (cut or line[: limit - 1]) + "…"


def one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def around(record: Record, span: Span, limit: int = QUOTE) -> str:
    """The words of the text around `span`, within its line, at most `limit` characters."""
    text = record.article.text
    low = max(text.rfind("\n", 0, span[0]) + 1, span[0] - limit // 2)
    high = text.find("\n", span[1])
    high = min(high if high >= 0 else len(text), low + limit)
    high = max(high, span[1])
    before = "…" if low > 0 and text[low - 1] != "\n" else ""
    after = "…" if high < len(text) and text[high] != "\n" else ""
    if before:
        low = text.find(" ", low, span[0]) + 1 or low
    if after:
        high = text.rfind(" ", span[1], high) if text.rfind(" ", span[1], high) > 0 else high
    return before + one_line(text[low:high]) + after


def _described(a: Actor) -> str:
    title = a.roles[0].title if a.roles else ""
    return ", ".join(x for x in (title, a.kind, a.sector or "", a.country or "") if x)


def counted(c: Count | None, what: str) -> str:
    """ "at least 4 killed", "30-40 injured"; empty for none."""
    if c is None:
        return ""
    if c.low is not None and c.high is not None:
        return f"{c.low} {what}" if c.low == c.high else f"{c.low}-{c.high} {what}"
    return f"at least {c.low} {what}" if c.low is not None else f"at most {c.high} {what}" if c.high is not None else ""


def _event(record: Record, e: Event, names: dict[str, str], spots: dict[str, Place], days: dict[str, Date]) -> EventRow:
    reporter = next((s for s in record.statements if s.id == e.attributed_to), None)
    told = names.get(reporter.speaker or "", "") if reporter else ""
    kind = e.type + (f"/{e.mode}" if e.mode else "") + ("" if e.modality == "asserted" else f" [{e.modality}]")
    where = spots[e.place].name if e.place in spots else ""
    day = days.get(e.date or "")
    return EventRow(
        e,
        ", ".join(names.get(i, i) for i in e.actors),
        kind,
        ", ".join(names.get(i, i) for i in e.recipients),
        where,
        (day.value or "") if day else "",
        told or ("somebody" if reporter else "the article"),
        ", ".join(x for x in (counted(e.killed, "killed"), counted(e.injured, "injured"), counted(e.arrested, "arrested")) if x),
        around(record, e.trigger),
    )


def _statement(record: Record, s: Statement, days: dict[str, Date]) -> StatementRow:
    day = days.get(s.date or "")
    how = ", ".join(x for x in ("denial" if s.negated else "", s.kind, s.channel or "", s.outlet or "", (day.value or "") if day else "") if x)
    return StatementRow(s, how, short(" … ".join(record.quote(c) for c in s.content)))


def _timeline(record: Record, events: tuple[EventRow, ...], said: dict[str, StatementRow], days: dict[str, Date]) -> tuple[DayRow, ...]:
    """Days that something is tied to, in their order."""
    rows: dict[str, tuple[list[EventRow], list[StatementRow], Date | None]] = {}
    for e in events:
        if e.when:
            rows.setdefault(e.when, ([], [], days.get(e.event.date or "")))[0].append(e)
    for s in record.statements:
        day = days.get(s.date or "")
        if day and day.value:
            rows.setdefault(day.value, ([], [], day))[1].append(said[s.id])
    return tuple(DayRow(v, rows[v][2], tuple(rows[v][0]), tuple(rows[v][1])) for v in sorted(rows, key=lambda v: (days_first(rows[v][2]) or v, v)))


def days_first(d: Date | None) -> str:
    """The first day of a date, for sorting."""
    return (d.first or d.value or "") if d else ""
