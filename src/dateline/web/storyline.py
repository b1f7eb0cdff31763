"""A story in order: its reports, events and statements day by day, how long nothing was told between, when it paused and was taken up again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow, find
from dateline.desk.groups import STORIES, standing_for
from dateline.desk.timeline import day_of

MOST = 300
"""Reports, events and statements of each kind on one page; a story with more is told to have more."""
PAUSE = 14
"""Days without a report that make a pause: most running stories of newspapers have one every few days."""
BACKGROUND = 30
"""Days before the first report from which on an event is what happened before, not part of the course."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A row of `stories`, and where a list is of a filter's events how many of them are its."""

    id: str
    headline: str
    articles: int
    outlets: int
    events: int
    first_published: str | None
    last_published: str | None
    decided_by: str
    found: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """`copy_of` is the earlier report that it repeats, `because` why it belongs to the story."""

    id: str
    headline: str
    outlet: str | None
    published: str | None
    because: str | None
    copy_of: str | None


@dataclass(slots=True)
class Saying:
    """A statement; the same words of the same speaker in other reports are counted, not listed. `article` and `local` lead to the first."""

    article: str
    local: str
    speaker: str | None
    actor: str | None
    content: str
    kind: str
    day: str | None
    reports: int = 1


@dataclass(slots=True)
class Day:
    """`day` is a day, a month or a year, as exactly as it is told. `gap` is in words how much later it is than the one before it in the list, when more
    than a day; `pause` the days without a report that end with this day's."""

    day: str
    reports: list[Report] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)
    gap: str | None = None
    pause: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """`before` is what happened long before the first report, `undated` what has no day at all. `more`: kinds that hold more than is listed."""

    before: tuple[EventRow, ...]
    days: tuple[Day, ...]
    undated: Day
    more: tuple[str, ...]

    @property
    def pauses(self) -> int:
        return sum(1 for d in self.days if d.pause)


def story_row(db: sqlite3.Connection, story: str) -> StoryRow | None:
    """The story that stands for an id today."""
    here = standing_for(db, STORIES, story)
    row = db.execute(
        "SELECT id, headline, articles, outlets, events, first_published, last_published, decided_by FROM stories WHERE id = ?", (here,)
    ).fetchone()
    return StoryRow(*row) if row else None


def line(db: sqlite3.Connection, story: str, show: Sequence[str] = ("reports", "events", "statements")) -> Line:
    """The story's course. `show` leaves out kinds; pauses are of its reports whatever is shown."""
    reports, more = reports_of(db, story)
    found = find(db, Filter(story=story, sort="day", size=MOST))
    sayings, more_said = _sayings(db, story)
    kept = {"reports": reports, "events": list(found.rows), "statements": sayings}
    days: dict[str, Day] = defaultdict(lambda: Day(""))
    undated = Day("")
    published = sorted({r.published[:10] for r in reports if r.published and _ordinal(r.published)})
    before: list[EventRow] = []
    for kind in ("reports", "events", "statements"):
        for x in kept[kind] if kind in show else ():
            day = _when(x.published if isinstance(x, Report) else day_of(x) if isinstance(x, EventRow) else x.day)
            home = undated if day is None else days[day]
            if isinstance(x, Report):
                home.reports.append(x)
            elif isinstance(x, Saying):
                home.sayings.append(x)
            elif day and published and (_ordinal(published[0]) or 0) - (_ordinal(day) or 0) > BACKGROUND:
                before.append(x)
            else:
                home.events.append(x)
    ordered = []
    for day, held in sorted(days.items()):
        if held.reports or held.events or held.sayings:
            held.day = day
            ordered.append(held)
    _gaps(ordered, published)
    left = tuple(k for k, m in (("reports", more), ("events", found.more), ("statements", more_said)) if m and k in show)
    return Line(tuple(before), tuple(ordered), undated, left)


def _gaps(days: list[Day], published: list[str]) -> None:
    for one, two in zip(days, days[1:], strict=False):
        two.gap = _later(one.day, two.day)
    again = {
        two: n for one, two in zip(published, published[1:], strict=False) if (n := (_ordinal(two) or 0) - (_ordinal(one) or 0)) >= PAUSE
    }
    for d in days:
        d.pause = again.get(d.day)


def reports_of(db: sqlite3.Connection, story: str) -> tuple[list[Report], bool]:
    """The story's reports, the earliest first, and whether there are more."""
    rows = db.execute(
        "SELECT a.id, a.headline, a.outlet, a.published, a.story_because, (SELECT min(c.of) FROM copies c WHERE c.article = a.id)"
        " FROM articles a WHERE a.story = ? ORDER BY a.published IS NULL, a.published, a.id LIMIT ?",
        (story, MOST + 1),
    ).fetchall()
    return [Report(*r) for r in rows[:MOST]], len(rows) > MOST


def _sayings(db: sqlite3.Connection, story: str) -> tuple[list[Saying], bool]:
    rows = db.execute(
        "SELECT s.article, s.local, s.speaker, n.actor, s.content, s.kind, coalesce(s.day, a.published) FROM articles a"
        " JOIN statements s ON s.article = a.id LEFT JOIN names n ON n.key = s.speaker_key"
        " WHERE a.story = ? AND s.status IS NOT 'rejected' ORDER BY a.published IS NULL, a.published, a.id, s.start LIMIT ?",
        (story, MOST + 1),
    ).fetchall()
    known: dict[tuple[str, str], Saying] = {}
    for r in rows[:MOST]:
        said = Saying(*r)
        first = known.setdefault(((said.speaker or "").casefold(), " ".join(said.content.casefold().split())), said)
        if first is not said and first.article != said.article:
            first.reports += 1
    return list(known.values()), len(rows) > MOST


def _when(told: str | None) -> str | None:
    """The day, month or year that is told; of a stretch its first day. "2012" stays a year: to put it on the first of January would be a guess."""
    first = (told or "").partition("/")[0][:10]
    return first if _ordinal(first) else None


def _later(one: str, two: str) -> str | None:
    """How much later, in words and no more exactly than both are known; None for the next day or the same month or year."""
    exact = min(len(one), len(two))
    days = (_ordinal(two[:exact]) or 0) - (_ordinal(one[:exact]) or 0)
    months = 12 * (int(two[:4]) - int(one[:4])) + (int(two[5:7]) - int(one[5:7]) if exact > 4 else 0)
    if exact == 10 and days < 60:
        return f"{days} days later" if days > 1 else None
    if months >= 24 or exact == 4:
        return _some(months // 12, "year")
    return _some(months, "month")


def _some(n: int, what: str) -> str | None:
    return f"{n} {what}{'' if n == 1 else 's'} later" if n else None


def _ordinal(text: str) -> int | None:
    """The number of a day; of a month or year that of its first day."""
    try:
        return date.fromisoformat(f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10]).toordinal()
    except ValueError:
        return None
