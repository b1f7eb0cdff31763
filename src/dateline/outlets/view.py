"""What an analyst wants to see first, as plain rows: who is who, the timeline, who said what, who did what to whom. Every row keeps its spans.

Shared by the text, Markdown and HTML outlets, so that they never tell different things. Offsets are half-open code point offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.outlets.calendar import DayRow, timeline, unplaced, written
from dateline.outlets.cast import ActorRow, cast
from dateline.outlets.words import around, counted, one_line, short
from dateline.record import Article, Byline, Claim, Date, Event, Place, Record, Statement

LOW = 0.5  # below this the reader itself holds a fact no likelier than not: it is marked
THE_ARTICLE = "the article"
ORIGINS = {
    "argument": "as given",
    "metadata": "from the page's metadata",
    "url": "from its address",
    "dateline": "from its dateline",
    "text": "from its text",
}
ADDRESS = re.compile(r"(?:https?://\S+\s*)+")


@dataclass(frozen=True, slots=True)
class EventRow:
    """`who` and `whom` are (actor id, name); `where`, `when` and `says` are empty or the words for it. `quote` is before, trigger, after."""

    event: Event
    who: tuple[tuple[str, str], ...]
    what: str
    modality: str  # empty when the event is told as a fact
    whom: tuple[tuple[str, str], ...]
    where: str
    when: str
    says: str
    numbers: str
    quote: tuple[str, str, str]
    low: bool


@dataclass(frozen=True, slots=True)
class StatementRow:
    statement: Statement
    how: str  # kind, channel, outlet, date
    to: tuple[tuple[str, str], ...]
    words: tuple[str, ...]  # the pieces of its content, whole, each on one line
    low: bool


@dataclass(frozen=True, slots=True)
class SpeakerRows:
    speaker: str
    actor: str | None
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    claim: Claim
    claimant: str
    what: str
    ground: str
    contested_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """`located` is False for a name that no place was found for."""

    place: Place
    about: str
    others: tuple[str, ...]
    events: int
    located: bool
    low: bool


@dataclass(frozen=True, slots=True)
class View:
    """One record, ready to be printed. Statements are grouped by speaker, nobody's last; the rest is in the order of the text."""

    headline: str
    facts: tuple[tuple[str, str], ...]  # published, outlet, by, language
    actors: tuple[ActorRow, ...]
    places: tuple[PlaceRow, ...]
    timeline: tuple[DayRow, ...]
    undated: tuple[Date, ...]
    speakers: tuple[SpeakerRows, ...]
    events: tuple[EventRow, ...]
    claims: tuple[ClaimRow, ...]

    @property
    def statements(self) -> int:
        return sum(len(g.rows) for g in self.speakers)

    @property
    def marked(self) -> bool:
        """Whether any row is read with low confidence."""
        return any(e.low for e in self.events) or any(r.low for g in self.speakers for r in g.rows) or any(p.low for p in self.places)


def view(record: Record) -> View:
    """The record's rows."""
    names = {a.id: one_line(a.name) for a in record.actors}
    days = {d.id: d for d in record.dates}
    return View(
        headline(record.article),
        _facts(record.article),
        cast(record),
        tuple(_place(record, p) for p in record.places),
        timeline(record),
        unplaced(record),
        _speakers(record, names, days),
        tuple(_event(record, e, names, days) for e in record.events),
        tuple(_claim(record, c, names) for c in record.claims),
    )


def headline(article: Article) -> str:
    """The title; else the first words of the text. An address that a page begins with is no headline."""
    for words in (article.title, article.text[:2000]):
        line = ADDRESS.sub("", one_line(words), count=1) if ADDRESS.match(one_line(words)) else one_line(words)
        if line:
            return short(line, 160)
    return article.id


def _facts(article: Article) -> tuple[tuple[str, str], ...]:
    published = "not stated"
    if article.published:
        published = f"{written(article.published)} ({ORIGINS.get(article.published_from or '', 'origin unknown')})"
    facts = [
        ("published", published),
        ("outlet", article.outlet or ""),
        ("by", "; ".join(_byline(b) for b in article.bylines)),
        ("address", article.url or ""),
        ("language", f"{article.language}: read for names, places and dates only" if article.language not in ("en", None) else ""),
    ]
    return tuple((k, one_line(x)) for k, x in facts if x)


def _byline(b: Byline) -> str:
    return ", ".join(x for x in (b.name, b.role or "", b.email or "") if x)


def _event(record: Record, e: Event, names: dict[str, str], days: dict[str, Date]) -> EventRow:
    reporter = next((s for s in record.statements if s.id == e.attributed_to), None)
    place = next((p for p in record.places if p.id == e.place), None)
    day = days.get(e.date or "")
    numbers = (counted(e.killed, "killed"), counted(e.injured, "injured"), counted(e.arrested, "arrested"))
    return EventRow(
        e,
        tuple((i, names.get(i, i)) for i in e.actors),
        e.type + (f" {e.mode}" if e.mode else ""),
        "" if e.modality == "asserted" else e.modality,
        tuple((i, names.get(i, i)) for i in e.recipients),
        one_line(place.name) if place else "",
        (day.value or "") if day else "",
        _speaker(record, reporter, names) if reporter else "",
        ", ".join(x for x in numbers if x),
        around(record, e.trigger),
        e.confidence < LOW,
    )


def _speaker(record: Record, s: Statement, names: dict[str, str]) -> str:
    """The speaker's name; or the words that stand for somebody unknown."""
    if s.speaker in names:
        return names[s.speaker or ""]
    source = short(record.article.text[s.source[0] : s.source[1]], 60) if s.source else ""
    return f"“{source}”, not identified" if source else "nobody named"


def _speakers(record: Record, names: dict[str, str], days: dict[str, Date]) -> tuple[SpeakerRows, ...]:
    groups: dict[tuple[bool, str, str], list[StatementRow]] = {}
    for s in record.statements:
        known = s.speaker in names
        key = (not known, s.speaker or "", _speaker(record, s, names))
        groups.setdefault(key, []).append(_statement(record, s, names, days))
    ordered = sorted(groups.items(), key=lambda g: g[0][0])
    return tuple(SpeakerRows(name, actor if not unknown else None, tuple(rows)) for (unknown, actor, name), rows in ordered)


def _statement(record: Record, s: Statement, names: dict[str, str], days: dict[str, Date]) -> StatementRow:
    day = days.get(s.date or "")
    how = ("denial" if s.negated else "", s.kind, s.channel or "", one_line(s.outlet), (day.value or "") if day else "")
    words = tuple(w for w in (one_line(record.article.text[a:b]) for a, b in s.content) if w)
    return StatementRow(s, ", ".join(x for x in how if x), tuple((i, names.get(i, i)) for i in s.addressee), words, s.confidence < LOW)


def _claim(record: Record, c: Claim, names: dict[str, str]) -> ClaimRow:
    rivals = [names.get(o.claimant or "", "somebody") for o in record.claims if o.id in c.contests]
    ground = one_line(record.article.text[c.ground[0] : c.ground[1]]) if c.ground else ""
    return ClaimRow(c, names.get(c.claimant or "", "somebody"), one_line(c.object), ground, tuple(dict.fromkeys(rivals)))


def _place(record: Record, p: Place) -> PlaceRow:
    located = p.precision is not None or p.country is not None or p.lat is not None
    about = ", ".join(one_line(x) for x in (p.precision or "", p.admin1 or "", p.country or "") if x and x != p.name)
    seen = {p.name.lower()}
    others = []
    for alias in p.aliases:
        plain = one_line(alias).strip(" ,.;:")
        if plain and plain.lower() not in seen:
            seen.add(plain.lower())
            others.append(plain)
    return PlaceRow(p, about, tuple(others), sum(e.place == p.id for e in record.events), located, located and p.confidence < LOW)
