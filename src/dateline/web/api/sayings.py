"""Statements and claims."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated

from fastapi import Depends

from dateline.desk.finding import find
from dateline.desk.query import actors_named, article_where
from dateline.desk.words import match
from dateline.web import models, parameters
from dateline.web.address import Address, here
from dateline.web.connections import Db

router = parameters.router("statements and claims")
CLAIM = ("id", "article", "kind", "claimant", "object", "ground", "contests", "status", "decided_by")
FIELDS = ("text", "actor", "published_since", "published_until", "source", "story", "status", "page", "size")
KIND = parameters.parameter(
    "kind", {"type": "string", "maxLength": 40}, "office, government, territory, responsibility, toll, recognition, legality"
)


@router.get("/statements", response_model=models.Page[models.Statement], openapi_extra=parameters.described(*FIELDS))
def list_statements(db: Db, at: Annotated[Address, Depends(here())]) -> dict[str, object]:
    """Who said what: statements of reports with these words, by these speakers, the latest first."""
    page = find(db, at.filter, "statements")
    return {"items": page.rows, "page": page.page, "size": page.size, "next": parameters.next_of(at, page.more)}


@router.get("/claims", response_model=models.Page[models.Claim], openapi_extra=parameters.described(*FIELDS, "contested", more=[KIND]))
def list_claims(db: Db, at: Annotated[Address, Depends(here("kind"))]) -> dict[str, object]:
    """Standing claims of the filter's reports, the latest first; `contested`: only those that another contests."""
    f = at.filter
    sql, values = article_where(db, replace(f, contested=False))  # of claims, not of events
    if f.text:
        sql += " AND a.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        values.append(match(f.text))
    if f.actor:
        ids = actors_named(db, f.actor)
        sql += f" AND c.claimant_key IN (SELECT key FROM names WHERE actor IN ({', '.join('?' * len(ids)) or 'NULL'}))"
        values += ids
    if at.own.get("kind"):
        sql += " AND c.kind = ?"
        values.append(at.own["kind"])
    if f.contested:
        sql += " AND c.contests <> '[]'"
    sql += "" if f.status == "all" else " AND c.status IS NOT 'rejected'"
    columns = ", ".join(f"c.{c}" for c in CLAIM)
    rows = db.execute(
        f"SELECT {columns} FROM claims c JOIN articles a ON a.id = c.article WHERE {sql} ORDER BY a.published IS NULL, a.published DESC, c.id LIMIT ? OFFSET ?",
        (*values, f.size + 1, (f.page - 1) * f.size),
    ).fetchall()
    items = [dict(zip(CLAIM, r, strict=True)) for r in rows[: f.size]]
    for item in items:
        item["contests"] = json.loads(item["contests"])
    return {"items": items, "page": f.page, "size": f.size, "next": parameters.next_of(at, len(rows) > f.size)}
