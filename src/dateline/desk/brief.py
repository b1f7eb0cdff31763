"""A briefing of what a filter means: a day, a week, a story. Every sentence has its sources; where reports differ, they stand against each other."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass, replace

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow, count, events
from dateline.desk.phrases import sentence, spoken_count
from dateline.desk.query import article_where
from dateline.desk.timeline import day_of
from dateline.desk.trends import Trend, trends
from dateline.desk.words import match

STORIES, PER_STORY, STATEMENTS, RISING = 12, 8, 8, 5
QUOTES = '“"‘«„「'
LOOKED_AT = 2_000
"""Events a briefing weighs; one of more is of too wide a filter, and says so."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report, numbered as the briefing cites it."""

    number: int
    article: str
    outlet: str | None
    published: str | None
    headline: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence and the numbers of its sources; `quote` are the words of the surest report; `of` is the event or statement."""

    text: str
    sources: tuple[int, ...]
    quote: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[Line, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """`days` are the number of events of each day, for a plot. `filter` is the address query that gives the same events."""

    title: str
    filter: str
    events: int
    reports: int
    outlets: int
    days: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...] = ()


class _Sources:
    """The reports as they are cited, each with one number."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.known: dict[str, Source] = {}

    def cite(self, article: str) -> int:
        if article not in self.known:
            row = self._db.execute("SELECT outlet, published, headline, url FROM articles WHERE id = ?", (article,)).fetchone()
            self.known[article] = Source(len(self.known) + 1, article, *(row or (None, None, "added by hand", None)))
        return self.known[article].number

    def of(self, event: str) -> tuple[int, ...]:
        sql = (
            "SELECT DISTINCT coalesce(article, id) FROM tellings WHERE event = ? AND status IS NOT 'rejected' ORDER BY confidence DESC, id"
        )
        return tuple(dict.fromkeys(self.cite(a) for (a,) in self._db.execute(sql, (event,))))


def brief(db: sqlite3.Connection, f: Filter, *, title: str | None = None) -> Brief:
    """The briefing. The same desk and filter give the same briefing."""
    cited = _Sources(db)
    found: list[EventRow] = []
    for e in events(db, replace(f, sort="reports")):
        if len(found) == LOOKED_AT:
            break
        found.append(e)
    total = count(db, f) if len(found) == LOOKED_AT else len(found)
    sections = [
        *_stories(db, found, cited),
        _differing(db, found, cited),
        _claims(db, f, cited),
        _voices(db, found, cited),
        _rising(db, f, cited),
    ]
    reports, outlets = _reports(db, found)
    days = Counter(d for e in found if (d := day_of(e)) and len(d) == 10)
    notes = [f"{total:,} events fit the filter; the {LOOKED_AT:,} told most are weighed here"] if total > len(found) else []
    return Brief(
        title or title_of(f),
        f.to_query(),
        total,
        reports,
        outlets,
        tuple(sorted(days.items())),
        tuple(s for s in sections if s.lines),
        tuple(cited.known.values()),
        tuple(notes),
    )


def title_of(f: Filter) -> str:
    """What a briefing on a filter is called."""
    parts = [f.text, f.actor, ", ".join(f.type), f.place, ", ".join(f.country)]
    about = " – ".join(p for p in parts if p)
    since, until = f.since or f.published_since, f.until or f.published_until
    when = f"{since or '…'} to {until or '…'}" if since != until else since
    return "Briefing" + (f": {about}" if about else "") + (f", {when}" if when and (since or until) else "")


def _reports(db: sqlite3.Connection, found: list[EventRow]) -> tuple[int, int]:
    articles: set[str] = set()
    outlets: set[str] = set()
    for e in found:
        for a, o in db.execute(
            "SELECT DISTINCT a.id, a.outlet FROM tellings t JOIN articles a ON a.id = t.article WHERE t.event = ?", (e.id,)
        ):
            articles.add(a)
            outlets |= {o} if o else set()
    return len(articles), len(outlets)


def _stories(db: sqlite3.Connection, found: list[EventRow], cited: _Sources) -> list[Section]:
    """The events by story, the most told story first; within it by day."""
    by_story: dict[str, list[EventRow]] = {}
    for e in found:
        by_story.setdefault(e.story or "", []).append(e)
    ranked = sorted(by_story, key=lambda s: (-sum(e.articles for e in by_story[s]), s))
    out = []
    for story in ranked[:STORIES]:
        row = db.execute("SELECT headline FROM stories WHERE id = ?", (story,)).fetchone()
        of_it = by_story[story]
        told = sorted(of_it[:PER_STORY], key=lambda e: (e.first_day is None, e.first_day or "", e.id))
        lines = tuple(Line(sentence(e), cited.of(e.id), e.quote, e.id) for e in told)
        out.append(Section(row[0] if row else "Events of no story", lines, len(of_it) - len(lines)))
    rest = [e for s in ranked[STORIES:] for e in by_story[s]]
    if rest:
        told = sorted(rest, key=lambda e: (-e.articles, -e.confidence, e.id))[:PER_STORY]
        out.append(Section("Other events", tuple(Line(sentence(e), cited.of(e.id), e.quote, e.id) for e in told), len(rest) - len(told)))
    return out


def _differing(db: sqlite3.Connection, found: list[EventRow], cited: _Sources) -> Section:
    """Where reports of one event differ in numbers or days: who says which."""
    lines = []
    for e in found:
        for what in (c for c in e.contested if c != "type"):
            said: dict[str, list[int]] = {}
            rows = db.execute("SELECT * FROM tellings WHERE event = ? AND status IS NOT 'rejected' ORDER BY id", (e.id,))
            names = [c[0] for c in rows.description]
            for row in rows:
                t = dict(zip(names, row, strict=True))
                value = t["first_day"] if what == "day" and t["date_precision"] in ("day", "time") else ""
                if what != "day":
                    value = spoken_count(t[f"{what}_low"], t[f"{what}_high"], what)
                if value:
                    said.setdefault(value, []).append(cited.cite(t["article"] or t["id"]))
            if len(said) > 1:
                told = "; ".join(f"{v} {_numbers(n)}" for v, n in sorted(said.items(), key=lambda x: (-len(set(x[1])), x[0])))
                text = f"{sentence(replace(e, killed_low=None, killed_high=None))[:-1]} – reports differ on {what if what == 'day' else 'the number'}: {told}."
                lines.append(Line(text, tuple(dict.fromkeys(n for ns in said.values() for n in ns)), None, e.id))
    return Section("Where reports differ", tuple(lines[:12]), max(0, len(lines) - 12))


def _numbers(cited: list[int]) -> str:
    return "[" + ", ".join(str(n) for n in dict.fromkeys(cited)) + "]"


def _claims(db: sqlite3.Connection, f: Filter, cited: _Sources) -> Section:
    """Claims that contest one another."""
    sql, values = _articles(db, f)
    query = f"SELECT c.id, c.claimant, c.object, c.contests, c.article, c.ground FROM claims c JOIN articles a ON a.id = c.article WHERE c.contests <> '[]' AND c.status IS NOT 'rejected' AND {sql}"
    rows = {r[0]: r for r in db.execute(f"{query} ORDER BY c.id", values)}
    lines = []
    for i, claimant, what, contests, article, ground in rows.values():
        for rival in (r for k, r in rows.items() if k in contests and k > i):
            text = f"{claimant or 'Somebody'} claims: {what}. Against it {rival[1] or 'somebody'}: {rival[2]}."
            lines.append(Line(text, tuple(dict.fromkeys((cited.cite(article), cited.cite(rival[4])))), ground, i))
    return Section("Claims against each other", tuple(lines[:8]), max(0, len(lines) - 8))


def _voices(db: sqlite3.Connection, found: list[EventRow], cited: _Sources) -> Section:
    """What was said in the reports of these events, the surest first, one sentence of each speaker."""
    articles = list(
        dict.fromkeys(a for e in found[:200] for (a,) in db.execute("SELECT DISTINCT article FROM tellings WHERE event = ?", (e.id,)) if a)
    )[:500]
    marks = ", ".join("?" * len(articles)) or "NULL"
    rows = db.execute(
        "SELECT id, speaker, content, article FROM statements WHERE kind IN ('direct', 'mixed') AND speaker IS NOT NULL AND status IS NOT 'rejected'"
        f" AND length(content) BETWEEN 40 AND 400 AND article IN ({marks}) ORDER BY confidence DESC, id",
        articles,
    )
    heard: dict[str, Line] = {}
    for i, speaker, content, article in rows:
        if speaker not in heard and len(heard) < STATEMENTS:
            words = content if content[0] in QUOTES else f"“{content}”"
            heard[speaker] = Line(f"{speaker}: {words}", (cited.cite(article),), None, i)
    return Section("Who said what", tuple(heard.values()))


def _rising(db: sqlite3.Connection, f: Filter, cited: _Sources) -> Section:
    """What rises in the week up to the filter's end; only what is sure enough."""
    until = next((d for d in (f.published_until, f.until) if d and len(d) == 10), None)
    wide = replace(f, since=None, until=None, published_since=None, published_until=None)
    lines = []
    for kind in ("actor", "country", "type"):
        for t in [t for t in trends(db, wide, by=kind, until=until) if t.rising][:RISING]:
            sources = tuple(dict.fromkeys(n for e in t.evidence for n in cited.of(e)))
            lines.append(Line(_risen(t), sources, None, t.key))
    return Section("What rises", tuple(lines))


def _risen(t: Trend) -> str:
    return f"{t.name}: {t.now} events in this week, {t.expected:g} were to be expected from the eight weeks before (chance {t.corrected:.2g} of a false alarm)."


def _articles(db: sqlite3.Connection, f: Filter) -> tuple[str, list[object]]:
    sql, values = article_where(db, f)
    if f.text:
        sql += " AND a.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values = [*values, match(f.text)]
    return sql, values
