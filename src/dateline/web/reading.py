"""An article as it is read on the page: its blocks with their marks, and its facts as the record holds them, each with its id on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline.desk.events import NUMBERS
from dateline.record import Record
from dateline.web.callings import country, kind, sector
from dateline.web.passages import Mark, marked
from dateline.web.words import number

UNREAD = ("chrome", "credit", "duplicate", "byline")
LAYERS = ("event", "actor", "place", "date", "said", "claim")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text; `unread` says why nothing was read in it."""

    kind: str
    html: Markup
    unread: bool


def marks_of(record: Record) -> list[Mark]:
    """The words of every fact of the record."""
    places = {p.id for p in record.places}
    out: list[Mark] = []
    for e in record.events:
        out.append(Mark(*e.trigger, "event", e.id))
        out += [Mark(c.start, c.end, "count", e.id) for n in NUMBERS if (c := getattr(e, n)) is not None]
    out += [Mark(d.start, d.end, "date", d.id) for d in record.dates]
    out += [Mark(m.start, m.end, "place" if m.refers_to in places else "actor", m.refers_to) for m in record.mentions if m.refers_to]
    for s in record.statements:
        out += [Mark(a, b, "said", s.id) for a, b in s.content]
        if s.cue:
            out.append(Mark(*s.cue, "cue", s.id))
    out += [Mark(*c.ground, "claim", c.id) for c in record.claims if c.ground]
    size = len(record.article.text)
    return list(dict.fromkeys(m for m in out if 0 <= m.start < m.end <= size))


def paragraphs(record: Record) -> tuple[list[Paragraph], set[str]]:
    """The article's whole text in its order, and the facts whose words are an anchor ("w-" + id) in it. No character is left out but space between."""
    text = record.article.text
    marks = sorted(marks_of(record), key=lambda m: (m.start, m.end))
    anchored: set[str] = set()
    out: list[Paragraph] = []
    for block, start, end in _stretches(record):
        inside = _within(marks, start, end)
        html = marked(text, start, end, inside, anchored=anchored, links=True)
        out.append(Paragraph(block, html, block in UNREAD))
    return out, anchored


def _within(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    return [m for m in marks if m.start < end and m.end > start]


def _stretches(record: Record) -> list[tuple[str, int, int]]:
    """The blocks, and what stands between them where it is more than space."""
    text = record.article.text
    out: list[tuple[str, int, int]] = []
    at = 0
    for b in sorted(record.article.blocks, key=lambda b: b.start):
        if b.start > at and text[at : b.start].strip():
            out.append(("between", at, b.start))
        if b.end > max(at, b.start):
            out.append((b.kind, max(at, b.start), b.end))
        at = max(at, b.end)
    if text[at:].strip():
        out.append(("between", at, len(text)))
    return out


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in the list beside the text. `to` leads to the desk's page on it; `facts` are the ids that light up with it."""

    id: str
    layer: str
    name: str
    about: str
    to: str | None
    facts: str
    because: tuple[str, ...]
    quad: str | None = None
    status: str | None = None
    target: str | None = None


def facts_of(record: Record, rows: dict[str, dict[str, tuple[str, str | None]]]) -> dict[str, list[Fact]]:
    """The record's facts by layer. `rows` gives, by layer and local id, the desk's id (of an event, actor, place; a statement's, a claim's own) and status."""

    def held(layer: str, i: str) -> tuple[str | None, str | None]:
        return rows.get(layer, {}).get(i, (None, None))

    people = {a.id: a.name for a in record.actors}
    where = {p.id: p.name for p in record.places}
    when = {d.id: timed(d.value) for d in record.dates}
    out: dict[str, list[Fact]] = {layer: [] for layer in LAYERS}
    for e in sorted(record.events, key=lambda e: e.trigger):
        sides = (
            " → ".join(", ".join(people[x] for x in xs if x in people) or "?" for xs in (e.actors, e.recipients))
            if e.actors or e.recipients
            else ""
        )
        tolls = [f"{number(c.low, c.high)} {n}" for n in NUMBERS if (c := getattr(e, n)) is not None]
        about = " · ".join(
            x
            for x in (sides, where.get(e.place or ""), when.get(e.date or ""), *tolls, "" if e.modality == "asserted" else e.modality)
            if x
        )
        also = [e.id, *e.actors, *e.recipients, *(x for x in (e.place, e.date, e.attributed_to) if x)]
        to, status = held("event", e.id)
        title = e.type + (f" ({e.mode})" if e.mode else "")
        out["event"].append(Fact(e.id, "event", title, about, to and f"/events/{to}", " ".join(also), e.because, e.quad, status))
    for a in record.actors:
        about = " · ".join(
            x for x in (kind(a.kind), country(a.country), sector(a.sector), ", ".join(n for n in a.aliases if n != a.name)) if x
        )
        to, _ = held("actor", a.id)
        out["actor"].append(Fact(a.id, "actor", a.name, about, to and f"/actors/{to}", a.id, a.because))
    for p in record.places:
        about = " · ".join(x for x in (p.kind, p.admin1, country(p.country), p.precision and f"known to the {p.precision}") if x)
        to, _ = held("place", p.id)
        out["place"].append(Fact(p.id, "place", p.name, about, to and f"/places/{to}", p.id, p.because))
    for d in record.dates:
        about = " · ".join(x for x in (d.type.lower(), d.precision) if x)
        out["date"].append(
            Fact(
                d.id,
                "date",
                record.quote((d.start, d.end)),
                f"{timed(d.value) or 'unknown'} · {about}",
                None,
                d.id,
                (d.because,) if d.because else (),
            )
        )
    for s in record.statements:
        words = " … ".join(record.quote(c) for c in s.content)
        about = " · ".join(x for x in (s.kind, s.channel, s.outlet, when.get(s.date or "")) if x)
        target, status = held("said", s.id)
        name = people.get(s.speaker or "", "somebody")
        short = words if len(words) < 220 else words[:200].rsplit(" ", 1)[0] + " …"
        ids = " ".join(x for x in (s.id, s.speaker) if x)
        out["said"].append(Fact(s.id, "said", name, f"{short} ({about})", None, ids, s.because, None, status, target))
    for c in record.claims:
        target, status = held("claim", c.id)
        ids = " ".join(x for x in (c.id, c.claimant, c.statement) if x)
        about = f"{people.get(c.claimant or '', 'somebody')}: {c.object}" + (f" · contests {', '.join(c.contests)}" if c.contests else "")
        out["claim"].append(Fact(c.id, "claim", c.kind, about, None, ids, (), None, status, target))
    return out


PARTS = {"TMO": "morning", "TMI": "midday", "TAF": "afternoon", "TEV": "evening", "TNI": "night", "TDT": "daytime"}
"""TIMEX3's parts of a day."""


def timed(value: str | None) -> str:
    """A TIMEX3 value as people write it: "2022-07-17TEV" is "2022-07-17, evening"; what is no day is as it was."""
    day, mark, rest = (value or "").partition("T")
    return f"{day}, {PARTS.get(mark + rest, rest)}" if mark and len(day) == 10 else value or ""
