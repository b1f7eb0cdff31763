"""Stories and trends."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from dateline.desk.errors import FilterError
from dateline.desk.groups import STORIES, standing_for
from dateline.desk.query import article_where
from dateline.desk.trends import KINDS, Trend, trends
from dateline.desk.words import match
from dateline.web import models, parameters
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.errors import NotHere

router = parameters.router("stories and trends")
STORY = ("id", "headline", "articles", "outlets", "events", "first_published", "last_published")
LONGEST = 366
OWN = [
    parameters.parameter("by", {"type": "string", "enum": list(KINDS)}, "what may rise"),
    parameters.parameter("days", {"type": "integer", "minimum": 1, "maximum": LONGEST}, "the stretch that is looked at"),
    parameters.parameter("up_to", {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}, "its last day"),
]


@router.get("/stories", response_model=models.Page[models.Story], openapi_extra=parameters.described())
def list_stories(db: Db, at: Annotated[Address, Depends(here())]) -> dict[str, object]:
    """The stories of the filter's reports, the latest first."""
    f = at.filter
    sql, values = article_where(db, f)
    if f.text:
        sql += " AND a.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values.append(match(f.text))
    rows = db.execute(
        f"SELECT {', '.join(STORY)} FROM stories WHERE id IN (SELECT a.story FROM articles a WHERE {sql})"
        " ORDER BY last_published IS NULL, last_published DESC, articles DESC, id LIMIT ? OFFSET ?",
        (*values, f.size + 1, (f.page - 1) * f.size),
    ).fetchall()
    items = [dict(zip(STORY, r, strict=True)) for r in rows[: f.size]]
    return {"items": items, "page": f.page, "size": f.size, "next": parameters.next_of(at, len(rows) > f.size)}


@router.get("/stories/{story}", response_model=models.Story)
def one_story(db: Db, story: str) -> dict[str, object]:
    """One story; its events and reports are `/events?story=` and `/articles?story=`."""
    row = db.execute(f"SELECT {', '.join(STORY)} FROM stories WHERE id = ?", (standing_for(db, STORIES, story) or story,)).fetchone()
    if row is None:
        raise NotHere("story", story)
    return dict(zip(STORY, row, strict=True))


@router.get("/trends", response_model=list[Trend], openapi_extra=parameters.described(more=OWN))
def list_trends(db: Db, at: Annotated[Address, Depends(here("by", "days", "up_to"))]) -> list[Trend]:
    """What is told more than its own past leads one to expect, the surest first; `rising` is false where it may be chance."""
    days = at.own.get("days", "7")
    if not (days.isascii() and days.isdigit() and 1 <= int(days[:6]) <= LONGEST):
        raise FilterError(f"{days!r} is no number of days", place="days", remedy=f"give 1 to {LONGEST}")
    return trends(db, at.filter, by=at.own.get("by", "actor"), days=int(days), until=at.own.get("up_to"))
