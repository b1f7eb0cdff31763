"""The filter as the API describes it, and pages with an address for the next. What is read from a request is `address.read`, as on every screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastapi import APIRouter

from dateline.desk.filter import LARGEST_PAGE, MODALITIES, ROLES, SORTS, STATUSES
from dateline.web.address import Address
from dateline.web.models import Problem

DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_WORDS: dict[str, Any] = {"type": "string", "maxLength": 200}
FIELDS: dict[str, tuple[dict[str, Any], str]] = {
    "text": (_WORDS, 'words of the articles: all of them, "a phrase", -without, any*, this OR that'),
    "actor": (_WORDS, "who takes part, in any spelling, or an actor's id"),
    "role": ({"type": "string", "enum": list(ROLES)}, "whether the actor did it or it was done to them"),
    "type": (_WORDS, "PLOVER types, with commas"),
    "mode": (_WORDS, "PLOVER modes, with commas"),
    "quad": (_WORDS, "material conflict, verbal conflict, verbal cooperation, material cooperation; with commas"),
    "modality": (_WORDS, f"{', '.join(MODALITIES)}; with commas"),
    "place": (_WORDS, "a place or province, by name or id"),
    "country": (_WORDS, "ISO 3166-1 alpha-3 codes or names, with commas"),
    "box": ({"type": "string", "maxLength": 80}, "south,west,north,east in degrees"),
    "since": ({"type": "string", "pattern": DATE}, "the event is not before"),
    "until": ({"type": "string", "pattern": DATE}, "the event is not after"),
    "published_since": ({"type": "string", "pattern": DATE}, "a report is not before"),
    "published_until": ({"type": "string", "pattern": DATE}, "a report is not after"),
    "source": (_WORDS, "outlets, with commas"),
    "story": (_WORDS, "the id of a story"),
    "event": (_WORDS, "the id of an event; one that went leads to what stands for it"),
    "status": ({"type": "string", "enum": list(STATUSES)}, "what a person decided; standing is all but the rejected"),
    "decided_by": ({"type": "string", "enum": ["machine", "person"]}, "whose word it is"),
    "killed": ({"type": "integer", "minimum": 0, "maximum": 10**9}, "at least so many killed"),
    "reports": ({"type": "integer", "minimum": 0, "maximum": 10**9}, "told by at least so many reports"),
    "sure": ({"type": "number", "minimum": 0, "maximum": 1}, "read at least so surely"),
    "contested": ({"type": "boolean"}, "only where the reports differ"),
    "sort": ({"type": "string", "enum": list(SORTS)}, "the order; -day is the usual"),
    "page": ({"type": "integer", "minimum": 1, "maximum": 10**6}, "from 1"),
    "size": ({"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}, "how many on a page; 50 is the usual"),
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": why, "content": {"application/problem+json": {"schema": Problem.model_json_schema()}}}
    for status, why in (
        (400, "a parameter that cannot be understood"),
        (401, "sign in first"),
        (404, "not on this desk"),
        (405, "only GET"),
        (429, "too many requests"),
        (503, "it took too long"),
    )
}


def parameter(name: str, schema: dict[str, Any], about: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": about}


def described(*names: str, more: Iterable[dict[str, Any]] = ()) -> dict[str, Any]:
    """`openapi_extra` of an operation that takes the whole filter, or the fields named."""
    return {"parameters": [parameter(n, *FIELDS[n]) for n in names or FIELDS] + list(more)}


def router(tag: str) -> APIRouter:
    """A router of the API with its prefix, tag and errors."""
    return APIRouter(prefix="/api/v1", tags=[tag], responses=PROBLEMS)


def next_of(at: Address, more: bool) -> str | None:
    """The address of the page after this one."""
    return at.with_(page=at.filter.page + 1) if more else None
