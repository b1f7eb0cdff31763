"""One report: its text with layers of highlights, its facts beside it, its other versions and copies."""

from __future__ import annotations

import sqlite3

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.desk.versions import versions_of
from dateline.desk.writing import read_record
from dateline.web.connections import Db
from dateline.web.errors import NotHere
from dateline.web.reading import LAYERS, facts_of, paragraphs
from dateline.web.rendering import show

router = APIRouter()
TITLES = {"event": "Events", "actor": "Actors", "place": "Places", "date": "Dates", "said": "Statements", "claim": "Claims"}
COLUMNS = ("id", "headline", "title", "outlet", "published", "published_from", "url", "language", "words", "story", "story_because")


@router.get("/articles/{article}")
def article(request: Request, db: Db, article: str) -> Response:
    row = db.execute(f"SELECT {', '.join(COLUMNS)} FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise NotHere("report", article)
    found = dict(zip(COLUMNS, row, strict=True))
    record = read_record(db, article)
    text, anchored = paragraphs(record)
    versions = versions_of(db, article)
    return show(
        request,
        "article.html",
        title=found["headline"],
        screen="articles",
        a=found,
        bylines=record.article.bylines,
        text=text,
        anchored=anchored,
        facts=facts_of(record, _rows(db, article)),
        layers=[(layer, TITLES[layer]) for layer in LAYERS],
        versions=versions if len(versions) > 1 else [],
        copies=_copies(db, article),
        story=_story(db, found["story"], article),
    )


def _rows(db: sqlite3.Connection, article: str) -> dict[str, dict[str, tuple[str, str | None]]]:
    """The desk's ids and a person's verdicts of the article's facts, by layer and local id."""
    asked = {
        "event": "SELECT local, event, status FROM tellings WHERE article = ? AND event IS NOT NULL AND local IS NOT NULL",
        "actor": "SELECT x.local, n.actor, NULL FROM article_actors x JOIN names n ON n.key = x.key WHERE x.article = ? AND n.actor IS NOT NULL",
        "place": "SELECT local, place, NULL FROM article_places WHERE article = ?",
        "said": "SELECT local, id, status FROM statements WHERE article = ?",
        "claim": "SELECT local, id, status FROM claims WHERE article = ?",
    }
    return {layer: {local: (i, status) for local, i, status in db.execute(sql, (article,))} for layer, sql in asked.items()}


def _copies(db: sqlite3.Connection, article: str) -> list[tuple[str, str, str | None, str | None, float, bool]]:
    """Reports that share this one's words: id, headline, outlet, day, the share, and whether it is the earlier one."""
    sql = (
        "SELECT a.id, a.headline, a.outlet, a.published, c.shared, c.article = ?1 FROM copies c"
        " JOIN articles a ON a.id = CASE WHEN c.article = ?1 THEN c.of ELSE c.article END"
        " WHERE c.article = ?1 OR c.of = ?1 ORDER BY a.published IS NULL, a.published, a.id LIMIT 50"
    )
    return [(*row[:5], bool(row[5])) for row in db.execute(sql, (article,))]


def _story(db: sqlite3.Connection, story: str | None, article: str) -> list[tuple[str, str, str | None, str | None]]:
    """The other reports of the story."""
    sql = "SELECT id, headline, outlet, published FROM articles WHERE story = ? AND id <> ? ORDER BY published IS NULL, published, id LIMIT 30"
    return list(db.execute(sql, (story, article))) if story else []
