"""Articles: found, whole with their record, their text alone, and their facts as Web Annotations."""

from __future__ import annotations

import json
import sqlite3
from typing import Annotated, Any

from fastapi import Depends, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from dateline.desk.finding import find
from dateline.desk.versions import versions_of
from dateline.desk.writing import read_record
from dateline.web import models, parameters
from dateline.web.address import Address, here
from dateline.web.annotations import collection, page_of
from dateline.web.connections import Db
from dateline.web.errors import NotHere

router = parameters.router("articles")
At = Annotated[Address, Depends(here())]
COLUMNS = ("id", "headline", "title", "outlet", "published", "published_from", "url", "language", "words", "story", "text")
JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
PAGE = parameters.parameter("page", {"type": "integer", "minimum": 0, "maximum": 10**6}, "which page of the collection, from 0")


@router.get("/articles", response_model=models.Page[models.Article], openapi_extra=parameters.described())
def list_articles(db: Db, at: At) -> dict[str, object]:
    """The reports of the filter: those with its words, of its outlets and days, that tell of its events."""
    page = find(db, at.filter, "articles")
    return {"items": page.rows, "page": page.page, "size": page.size, "next": parameters.next_of(at, page.more)}


@router.get("/articles/{article}", response_model=models.ArticleWhole)
def one_article(db: Db, article: str) -> dict[str, object]:
    """A report with its text, its whole record and the ids of its versions."""
    row = _row(db, article)
    record: dict[str, Any] = json.loads(read_record(db, article).to_json())
    return {**row, "record": record, "versions": [v.article for v in versions_of(db, article)]}


@router.get(
    "/articles/{article}/text",
    response_class=PlainTextResponse,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
def text(db: Db, article: str) -> Response:
    """The text that all offsets count in."""
    return PlainTextResponse(str(_row(db, article)["text"]))


@router.get(
    "/articles/{article}/annotations",
    responses={200: {"model": models.AnnotationCollection, "content": {"application/ld+json": {}}}},
    response_class=Response,
)
def annotation_collection(request: Request, db: Db, article: str) -> Response:
    """W3C Web Annotations of the facts of an article: a collection with its first page."""
    headline = str(_row(db, article)["headline"])
    return JSONResponse(collection(read_record(db, article), _base(request, article), headline), media_type=JSON_LD)


@router.get(
    "/articles/{article}/annotations/{page}",
    responses={200: {"model": models.AnnotationPage, "content": {"application/ld+json": {}}}},
    response_class=Response,
)
def annotation_page(request: Request, db: Db, article: str, page: str) -> Response:
    """A page of the collection, from 0."""
    _row(db, article)
    found = (
        page_of(read_record(db, article), _base(request, article), int(page))
        if page.isascii() and page.isdigit() and len(page) < 8
        else None
    )
    if found is None:
        raise NotHere("page of annotations", page)
    return JSONResponse({"@context": "http://www.w3.org/ns/anno.jsonld", **found}, media_type=JSON_LD)


def _base(request: Request, article: str) -> str:
    return f"{request.url.scheme}://{request.url.netloc}/api/v1/articles/{article}"


def _row(db: sqlite3.Connection, article: str) -> dict[str, object]:
    row = db.execute(f"SELECT {', '.join(COLUMNS)} FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise NotHere("article", article)
    return dict(zip(COLUMNS, row, strict=True))
