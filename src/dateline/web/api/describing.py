"""The API described by itself: OpenAPI, and a page of ours that shows it without fetching anything."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from dateline.web import parameters
from dateline.web.rendering import show

router = APIRouter()


@router.get("/api/openapi.json", include_in_schema=False)
def openapi(request: Request) -> Response:
    return JSONResponse(request.app.openapi())


@router.get("/api", include_in_schema=False)
def page(request: Request) -> Response:
    """Every operation with its parameters, in words."""
    found: dict[str, Any] = request.app.openapi()
    operations = [(path, ops["get"]) for path, ops in found["paths"].items() if "get" in ops]
    tags = list(dict.fromkeys(op["tags"][0] for _, op in operations if op.get("tags")))
    return show(
        request,
        "api.html",
        title="API",
        screen="",
        tags=tags,
        operations=operations,
        whole=len(parameters.FIELDS),
        fields=parameters.FIELDS,
    )
