"""Errors as programs read them: RFC 9457."""

from __future__ import annotations

from starlette.responses import JSONResponse

TITLES = {
    400: "That cannot be understood", 401: "Sign in first", 403: "Not allowed", 404: "Not on this desk", 405: "Not allowed here", 409: "Not possible now",
    413: "Too large", 421: "Another host", 422: "That cannot be understood", 429: "Too many requests", 500: "Something broke", 503: "The desk is busy",
}  # fmt: skip


def title_of(status: int) -> str:
    return TITLES.get(status, "That did not work")


def problem(status: int, detail: str, *, remedy: str | None = None, place: str | None = None) -> JSONResponse:
    """The answer to a request that failed."""
    body = {"type": "about:blank", "title": title_of(status), "status": status, "detail": detail, "remedy": remedy, "place": place}
    return JSONResponse(body, status_code=status, media_type="application/problem+json")
