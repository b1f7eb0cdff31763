"""Pages from templates: what every page holds (who looks, where they are, the filter, notices) is added here and nowhere else."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from dateline.desk.filter import Filter
from dateline.web import charts, words
from dateline.web.address import Address
from dateline.web.labels import LABELS
from dateline.web.returning import ours
from dateline.web.sessions import Session

HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """Autoescape for every template; a name that was not given is an error, not an empty string."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.filters.update(words.FILTERS)
    env.globals.update(number=words.number, labels=LABELS, static=static, charts=charts)
    return env


@cache
def static(name: str) -> str:
    """The address of a static file; its digest is part of it, so that it may be kept for ever."""
    digest = hashlib.blake2b((HERE / "static" / name).read_bytes(), digest_size=6).hexdigest()
    return f"/static/{name}?v={digest}"


def has_static(name: str) -> bool:
    return (HERE / "static" / name).is_file()


def show(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """The page. `at` is its Address where it has a filter; `title` its title; `screen` the name of its place in the navigation."""
    session: Session = request.state.session
    said, session.said = session.said, []
    values.setdefault("at", Address(request.url.path, Filter()))
    values.setdefault("screen", "")
    name = template.removesuffix(".html")
    page = environment().get_template(template)
    html = page.render(
        session=session,
        csrf=request.app.state.sessions.token(session) if session.id else "",
        places=request.app.state.places,
        desk_name=request.app.state.settings.folder.resolve().name,
        open_desk=request.app.state.settings.open,
        said=said,
        own_style=static(f"screens/{name}.css") if has_static(f"screens/{name}.css") else None,
        own_script=static(f"screens/{name}.js") if has_static(f"screens/{name}.js") else None,
        **values,
    )
    return HTMLResponse(html, status_code=status)


def back(request: Request, to: str, said: str | None = None, decision: int | None = None) -> RedirectResponse:
    """After a form: to a page of ours, with a notice that it shows (and lets undo, where it tells of a decision)."""
    if said:
        session: Session = request.state.session
        session.said.append((said, decision))
        del session.said[:-5]
    return RedirectResponse(ours(to), status_code=303)
