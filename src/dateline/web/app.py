"""The application: the guard around everything, the screens, the API, and what an error looks like."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from dateline import __version__
from dateline.desk.store import open_store
from dateline.errors import DatelineError
from dateline.web import screens
from dateline.web.errors import NotHere, Refused
from dateline.web.guard import Guard
from dateline.web.jobs import resume
from dateline.web.problems import problem, title_of
from dateline.web.rendering import HERE, show
from dateline.web.screens import GROUPS
from dateline.web.sessions import Sessions
from dateline.web.settings import Settings

log = logging.getLogger("dateline.web")


class _Static(StaticFiles):
    """Files of ours; their address holds their digest, so a browser may keep them."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        if answer.status_code == 200 and b"v=" in scope.get("query_string", b""):
            answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer


def _icon() -> Response:
    """What a browser asks for beside a page that is none of our templates (a file, a refusal)."""
    return FileResponse(HERE / "static" / "icon.svg", media_type="image/svg+xml")


def create_app(settings: Settings) -> FastAPI:
    """The application over one desk. Raises DeskError where there is none."""
    open_store(settings.folder).close()  # there is one, and its schema is the newest

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with closing(open_store(settings.folder)):  # held open, so that readers always find the log beside the file
            resume(settings.folder)
            yield

    sessions = Sessions()
    app = FastAPI(
        title="Dateline desk",
        version=__version__,
        summary="Who did what to whom, where, when, and who says so.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.state.sessions = sessions
    found = list(screens.modules())
    app.state.places = sorted((p for _, p in found if p), key=lambda p: (GROUPS.index(p.group), p.order))
    for router, _ in found:
        app.include_router(router, include_in_schema=False)
    for router, _ in screens.modules("dateline.web.api"):
        app.include_router(router)
    app.add_api_route("/favicon.ico", _icon, include_in_schema=False)
    app.mount("/static", _Static(directory=HERE / "static"), name="static")
    _answer_errors(app)
    app.state.guard = Guard(app, settings, sessions)
    return app


def serve_app(settings: Settings) -> Guard:
    """What a server runs: the application with its guard outermost, so that nothing is answered without it."""
    guard: Guard = create_app(settings).state.guard
    return guard


def _answer_errors(app: FastAPI) -> None:
    def answer(request: Request, status: int, detail: str, remedy: str | None = None, place: str | None = None) -> Response:
        if request.url.path.startswith("/api/"):
            return problem(status, detail, remedy=remedy, place=place)
        return show(request, "error.html", status, title=title_of(status), code=status, detail=detail, remedy=remedy, place=place)

    def wrong(request: Request, e: Exception) -> Response:
        assert isinstance(e, DatelineError)
        return answer(request, 400, e.message, e.remedy, e.place)

    def missing(request: Request, e: Exception) -> Response:
        assert isinstance(e, NotHere)
        return answer(request, 404, str(e), "It may have been another desk's, or was never given.")

    def refused(request: Request, e: Exception) -> Response:
        assert isinstance(e, Refused)
        return answer(request, e.status, e.message, e.remedy)

    def http(request: Request, e: Exception) -> Response:
        assert isinstance(e, HTTPException)
        made = answer(request, e.status_code, "There is no such page." if e.status_code == 404 else str(e.detail))
        made.headers.update(e.headers or {})
        return made

    def invalid(request: Request, e: Exception) -> Response:
        assert isinstance(e, RequestValidationError)
        first = e.errors()[0] if e.errors() else {"loc": ("request",), "msg": "cannot be understood"}
        return answer(request, 422, str(first["msg"]), place=".".join(str(x) for x in first["loc"]))

    def busy(request: Request, e: Exception) -> Response:
        text = str(e)
        if "interrupted" in text or "locked" in text or "busy" in text:
            made = answer(request, 503, "The desk took too long to answer this.", "Narrow the filter, or try again in a moment.")
            made.headers["retry-after"] = "2"
            return made
        return broke(request, e)

    def broke(request: Request, e: Exception) -> Response:
        log.error("%s %s failed", request.method, request.url.path, exc_info=e)
        return answer(request, 500, "An error of ours; the server's log holds it.", "Please report it with what you did.")

    def gone(_: Request, __: Exception) -> Response:
        return Response(status_code=400)

    for kind, handler in (
        (DatelineError, wrong), (NotHere, missing), (Refused, refused), (HTTPException, http), (RequestValidationError, invalid),
        (sqlite3.OperationalError, busy), (ClientDisconnect, gone), (Exception, broke),
    ):  # fmt: skip
        app.add_exception_handler(kind, handler)
