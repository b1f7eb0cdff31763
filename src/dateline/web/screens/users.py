"""Who may sign in: admins add people, give them roles and take them out; everybody may change their own password."""

from __future__ import annotations

import threading
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.web.errors import Refused, ServeError
from dateline.web.forms import Admin, Posted, SignIn
from dateline.web.guard import Guard
from dateline.web.rendering import back, show
from dateline.web.users import ROLES, SHORTEST, change_role, check, read_users, remove_user, write_user

router = APIRouter()
MAY = {
    "reader": "looks and exports",
    "analyst": "also decides, adds reports and writes briefings",
    "admin": "also has everything read again and says who may sign in",
}
_writing = threading.Lock()


@router.get("/users")
def users(request: Request) -> Response:
    file = request.app.state.settings.users
    session = request.state.session
    people = list(read_users(file).values()) if file and session.may("admin") else []
    return show(
        request,
        "users.html",
        title="Users" if session.may("admin") else "Password",
        screen="users",
        people=people,
        roles=ROLES,
        may=MAY,
        shortest=SHORTEST,
        has_file=file is not None,
        own=file is not None and session.user in read_users(file),
    )


@router.post("/users")
def add(request: Request, form: Admin) -> Response:
    """Fields: name, role, password."""
    file = _file(request)
    name = form.text("name")
    with _writing:
        if name in read_users(file):
            raise ServeError(f"{name!r} may sign in already", place="name", remedy="change the role, or take them out first")
        write_user(file, name, form.text("role"), form.text("password"))
    return _done(request, f"{name} may sign in as {form.text('role')}.")


@router.post("/users/role")
def role(request: Request, form: Admin) -> Response:
    """Fields: name, role. Who it is signs in again."""
    name = form.text("name")
    with _writing:
        change_role(_file(request), name, form.text("role"))
    return _done(request, f"{name} is {form.text('role')} now.", gone=name, form=form)


@router.post("/users/remove")
def remove(request: Request, form: Admin) -> Response:
    """Fields: name."""
    name = form.text("name")
    if name == form.session.user:
        raise ServeError("you would lock yourself out", place="name", remedy="let another admin take you out")
    with _writing:
        remove_user(_file(request), name)
    return _done(request, f"{name} may not sign in any more.", gone=name, form=form)


@router.post("/users/password")
def password(request: Request, form: SignIn) -> Response:
    """Fields: old, new, again. Everybody for themselves."""
    file = _file(request)
    name = form.session.user
    guard: Guard = request.app.state.guard
    client = request.client.host if request.client else "?"
    if name is None or guard.waits(client):
        raise Refused(429 if name else 401, "Too many tries." if name else "Sign in first.", "Wait a minute.")
    with _writing:
        people = read_users(file)
        if check(people, name, form.text("old")) is None:
            guard.wrong(client)
            raise ServeError("the old password is not right", place="old password", remedy="type it again")
        if form.text("new") != form.text("again"):
            raise ServeError("the two new passwords differ", place="new password", remedy="type them again")
        write_user(file, name, people[name].role, form.text("new"))
    return _done(request, "Your password was changed.")


def _file(request: Request) -> Path:
    file: Path | None = request.app.state.settings.users
    if file is None:
        raise ServeError("nobody signs in to this desk by name", place="users", remedy="start it with dateline serve DESK --users FILE")
    return file


def _done(request: Request, said: str, *, gone: str | None = None, form: Posted | None = None) -> Response:
    """The users' file counts from the next request on; whose role changed has to sign in anew."""
    request.app.state.guard.reload()
    if gone is not None and (form is None or gone != form.session.user):
        request.app.state.sessions.end_of(gone)
    elif gone is not None and form is not None:
        form.session.role = read_users(_file(request))[gone].role
    return back(request, "/users", said)
