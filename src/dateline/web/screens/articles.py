"""The reports of the filter, and what is found in them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.finding import find
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.rendering import show
from dateline.web.screens import Place

router = APIRouter()
PLACE = Place("articles", "Reports", "/articles", "find", 2, "r")


@router.get("/articles")
def articles(request: Request, db: Db, at: Annotated[Address, Depends(here())]) -> Response:
    page = find(db, at.filter, "articles")
    total = db.execute("SELECT count(*) FROM articles").fetchone()[0] if not at.narrows else None
    return show(request, "articles.html", title="Reports", screen="articles", at=at, rows=page.rows, more=page.more, total=total)
