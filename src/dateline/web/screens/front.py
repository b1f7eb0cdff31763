"""The front page: what is new, what rises, what reports contest, and how much waits for a person."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.desk.filter import Filter
from dateline.desk.finding import EventRow, find
from dateline.desk.store import FILE
from dateline.desk.trends import Trend, trends
from dateline.web.address import Address
from dateline.web.connections import Db
from dateline.web.kept import Kept, stamp
from dateline.web.rendering import show
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("front", "Front page", "/", "now", 1, "h", filtered=False)
DAYS, RISING, NEW, LISTED = 7, 6, 12, 6
EACH, LATEST = 3, 40
"""Events shown of one report, and reports looked at for them."""
_kept = Kept(8)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the desk holds, and how much of it waits."""

    articles: int
    outlets: int
    events: int
    actors: int
    stories: int
    claims: int
    undecided: int
    contested: int
    quarantine: int
    last: str | None


@dataclass(frozen=True, slots=True)
class ClaimLine:
    article: str
    local: str
    kind: str
    claimant: str | None
    object: str


@dataclass(frozen=True, slots=True)
class StoryLine:
    id: str
    headline: str
    articles: int
    events: int
    last_published: str | None


@router.get("/")
def front(request: Request, db: Db) -> Response:
    file = request.app.state.settings.folder / FILE
    held = _kept.get((str(file), stamp(file)), lambda: (_counts(db), _rising(db)))
    return show(
        request,
        "front.html",
        title="Front page",
        screen="front",
        counts=held[0],
        rising=held[1],
        days=DAYS,
        new=_new(db),
        differ=find(db, Filter(contested=True, sort="-published", size=LISTED)).rows,
        claims=_claims(db),
        stories=_stories(db),
    )


def _counts(db: sqlite3.Connection) -> Counts:
    def one(sql: str) -> int:
        return int(db.execute(f"SELECT count(*) FROM {sql}").fetchone()[0])

    (outlets,) = db.execute("SELECT count(DISTINCT outlet) FROM articles").fetchone()
    (last,) = db.execute("SELECT max(published) FROM articles").fetchone()
    return Counts(
        one("articles"),
        outlets,
        one("events WHERE status IS NOT 'rejected'"),
        one("actors"),
        one("stories"),
        one("claims WHERE status IS NOT 'rejected'"),
        one("events WHERE status IS NULL"),
        one("events WHERE contested <> '[]' AND status IS NOT 'rejected'"),
        one("quarantine"),
        last,
    )


def _new(db: sqlite3.Connection) -> list[tuple[EventRow, int, str]]:
    """The events of the latest reports, the surest EACH of a report: one long report must not fill the page alone. With each report's last event how many
    more it tells, and its id."""
    sql = (
        "SELECT a.id, t.event, max(e.confidence) FROM articles a CROSS JOIN tellings t ON t.article = a.id JOIN events e ON e.id = t.event"
        " WHERE e.status IS NOT 'rejected' AND a.number IN (SELECT number FROM articles ORDER BY published DESC, id LIMIT ?)"
        " GROUP BY a.id, t.event ORDER BY a.published DESC, a.id, 3 DESC, t.event"
    )
    told: dict[str, list[str]] = {}
    for article, event, _ in db.execute(sql, (LATEST,)):
        told.setdefault(article, []).append(event)
    out: dict[str, tuple[int, str]] = {}
    for article, events in told.items():
        mine = [e for e in events if e not in out][: min(EACH, NEW - len(out))]
        out |= dict.fromkeys(mine, (0, article))
        if mine:
            out[mine[-1]] = (len(events) - len(mine), article)
    rows = {i: e for i in out for e in find(db, Filter(event=i, size=1)).rows}
    return [(rows[i], more, article) for i, (more, article) in out.items() if i in rows]


def _rising(db: sqlite3.Connection) -> list[tuple[Trend, str]]:
    found = [t for by in ("actor", "country", "type") for t in trends(db, Filter(), by=by, days=DAYS) if t.rising]
    found.sort(key=lambda t: (t.corrected, -t.now, t.what, t.key))
    return [(t, _evidence(t)) for t in found[:RISING]]


def _evidence(t: Trend) -> str:
    """The events behind it."""
    if t.what == "actor":
        f = Filter(actor=t.key, sort="-published")
    elif t.what == "country":
        f = Filter(country=(t.key,), sort="-published")
    else:
        f = Filter(type=(t.key,), sort="-published")
    return Address("/events", f).url()


def _claims(db: sqlite3.Connection) -> list[ClaimLine]:
    sql = (
        "SELECT c.article, c.local, c.kind, c.claimant, c.object FROM claims c JOIN articles a ON a.id = c.article"
        " WHERE c.contests <> '[]' AND c.status IS NOT 'rejected' ORDER BY a.published IS NULL, a.published DESC, c.id LIMIT ?"
    )
    return [ClaimLine(*row) for row in db.execute(sql, (LISTED,))]


def _stories(db: sqlite3.Connection) -> list[StoryLine]:
    sql = (
        "SELECT id, headline, articles, events, last_published FROM stories WHERE articles > 1"
        " ORDER BY last_published IS NULL, last_published DESC, articles DESC, id LIMIT ?"
    )
    return [StoryLine(*row) for row in db.execute(sql, (LISTED,))]
