"""Signing in and out. A new session begins with every sign-in, so that a cookie planted before is worth nothing."""

from __future__ import annotations

import anyio.to_thread
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dateline.web.forms import SignIn
from dateline.web.guard import Guard, cookie
from dateline.web.rendering import show
from dateline.web.returning import ours
from dateline.web.sessions import Session

router = APIRouter()


@router.get("/login")
async def form(request: Request, to: str = "/", token: str | None = None) -> Response:
    """The form; with a token in the address it is used at once, and the address goes."""
    if request.app.state.settings.open:
        return RedirectResponse("/", status_code=303)
    if token is not None:
        return await _try(request, "", "", token, to)
    return _form(request, to)


@router.post("/login")
async def sign_in(request: Request, form: SignIn) -> Response:
    return await _try(request, form.text("name"), form.text("password"), form.text("token"), form.text("to", "/"))


@router.post("/logout")
async def sign_out(request: Request, form: SignIn) -> Response:
    request.app.state.sessions.end(form.session)
    return RedirectResponse("/login", status_code=303)


async def _try(request: Request, name: str, password: str, token: str, to: str) -> Response:
    guard: Guard = request.app.state.guard
    client = request.client.host if request.client else "?"
    wait = guard.waits(client)
    if wait:
        answer = _form(request, to, f"Too many tries. Wait {round(wait) + 1} seconds.", 429)
        answer.headers["retry-after"] = str(round(wait) + 1)
        return answer
    found = guard.by_token(token) if token else None
    if found is None and name:
        found = await anyio.to_thread.run_sync(guard.by_password, name, password)
    if found is None:
        guard.wrong(client)
        return _form(request, to, "That is not right.", 401)
    old: Session = request.state.session
    sessions = request.app.state.sessions
    sessions.end(old)
    answer = RedirectResponse(ours(to), status_code=303)
    answer.headers.append("set-cookie", cookie(sessions.begin(*found), request.app.state.settings))
    return answer


def _form(request: Request, to: str, wrong: str | None = None, status: int = 200) -> Response:
    settings = request.app.state.settings
    return show(
        request,
        "login.html",
        status,
        title="Sign in",
        to=ours(to),
        wrong=wrong,
        with_users=settings.users is not None,
        with_token=settings.token is not None,
    )
