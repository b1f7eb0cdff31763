"""The briefing editor: the desk proposes sentences with their sources; a person leaves out, puts in order and says better; it is given away in several forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Request
from starlette.responses import JSONResponse, Response

from dateline.desk.brief import brief, title_of
from dateline.desk.brief_forms import html, markdown, render
from dateline.desk.finding import count
from dateline.web.address import USUAL, Address, here, read
from dateline.web.callings import country
from dateline.web.connections import Db
from dateline.web.drafts import LONGEST, Draft, DraftLine, DraftSection, brief_of, change, delete, draft_of, drafts, fresh, load, save_new
from dateline.web.errors import NotHere
from dateline.web.forms import Analyst, Posted
from dateline.web.rendering import back, show
from dateline.web.roles import only
from dateline.web.screens import Place
from dateline.web.words import visible

router = APIRouter()
PLACE = Place("briefing", "Briefings", "/briefing", "make", 3, "b")
FORMS = {
    "markdown": ("Markdown", ".md", "text/markdown; charset=utf-8", "for editors, wikis and chats"),
    "html": ("HTML page", ".html", "text/html; charset=utf-8", "one page, nothing in it is fetched"),
    "mail": ("Mail", ".eml", "message/rfc822", "opens in a mail program, ready to be sent: text and HTML"),
    "json": ("JSON", ".json", "application/json", "for programs"),
}
STORIES = 8
T = TypeVar("T", DraftLine, DraftSection)


@router.get("/briefing")
def briefings(request: Request, db: Db, at: Annotated[Address, Depends(here())]) -> Response:
    folder: Path = request.app.state.settings.folder
    return show(
        request,
        "briefings.html",
        title="Briefings",
        screen="briefing",
        at=at,
        drafts=drafts(folder),
        total=count(db, at.filter),
        stretches=_stretches(db, at),
        stories=_stories(db, at),
    )


@router.post("/briefing")
def make(request: Request, form: Analyst, db: Db) -> Response:
    """Fields: query (the filter as in an address), title."""
    f, _ = read(form.text("query")[:8_000])
    title = form.text("title")[:300] or title_of(replace(f, country=tuple(country(c) for c in f.country)))
    draft = draft_of(brief(db, replace(f, page=1, size=USUAL.size), title=title), form.session.user or "")
    save_new(request.app.state.settings.folder, draft)
    return back(request, f"/briefing/{draft.id}")


@router.get("/briefing/{draft}", dependencies=[only("analyst")])
def edit(request: Request, draft: str) -> Response:
    held = load(request.app.state.settings.folder, draft)
    return show(
        request,
        "briefing.html",
        title=held.title,
        screen="briefing",
        draft=held,
        forms=FORMS,
        longest=LONGEST,
        sources={s.number: s for s in held.sources},
    )


@router.get("/briefing/{draft}/preview")
def preview(request: Request, draft: str) -> Response:
    held = load(request.app.state.settings.folder, draft)
    b = brief_of(held)
    return show(
        request,
        "briefing_preview.html",
        title=held.title,
        screen="briefing",
        draft=held,
        brief=b,
        forms=FORMS,
        most=max((n for _, n in b.days), default=1),
    )


@router.get("/briefing/{draft}/as/{form}")
def download(request: Request, draft: str, form: str) -> Response:
    """The briefing as a file: never shown by the browser as a page of this site."""
    if form not in FORMS:
        raise NotHere("form of a briefing", form)
    held = load(request.app.state.settings.folder, draft)
    _, suffix, kind, _ = FORMS[form]
    b = brief_of(held)
    body = _mail(held.title, markdown(b), html(b)) if form == "mail" else render(b, form).encode("utf-8", "replace")
    return Response(body, media_type=kind, headers={"content-disposition": f'attachment; filename="briefing-{held.id}{suffix}"'})


@router.post("/briefing/{draft}/head")
def save_head(request: Request, draft: str, form: Analyst) -> Response:
    """Fields: title, lead, version; move (up or down, a colon, a section)."""

    def how(d: Draft) -> Draft:
        fresh(d.version, form.text("version"))
        sections = _moved(d.sections, form.text("move"))
        return replace(
            d,
            title=_line(form.text("title"), 300) or d.title,
            lead=visible(form.text("lead"))[:LONGEST],
            sections=sections,
            version=d.version + 1,
        )

    changed = change(request.app.state.settings.folder, draft, form.session.user or "", how)
    return _saved(request, changed, changed.version)


@router.post("/briefing/{draft}/sections/{section}")
def save_section(request: Request, draft: str, section: str, form: Analyst) -> Response:
    """Fields: version, title, used; line (each id, in their order), and text-ID, used-ID, quoted-ID; act: move up:ID or down:ID, restore ID, or own."""

    def how(d: Draft) -> Draft:
        s = d.section(section)
        fresh(s.version, form.text("version"))
        new = _edited(s, form)
        return replace(d, sections=tuple(new if x.id == section else x for x in d.sections))

    changed = change(request.app.state.settings.folder, draft, form.session.user or "", how)
    return _saved(request, changed, changed.section(section).version, f"#{section}")


@router.post("/briefing/{draft}/delete")
def throw_away(request: Request, draft: str, form: Analyst) -> Response:
    folder: Path = request.app.state.settings.folder
    title = load(folder, draft).title
    delete(folder, draft)
    return back(request, form.text("to", "/briefing"), f"The briefing “{title}” was deleted.")


def _edited(s: DraftSection, form: Posted) -> DraftSection:
    known = {line.id: line for line in s.lines}
    order = [i for i in dict.fromkeys(form.texts("line")) if i in known]
    order += [i for i in known if i not in order]
    restored, posted = form.text("restore"), set(form.texts("posted"))
    lines = []
    for i in order:
        line = known[i]
        if f"text-{i}" in posted:
            text = _line(form.text(f"text-{i}"), LONGEST)
            line = replace(
                line,
                text=line.proposed if i == restored and line.proposed else text,
                used=bool(form.text(f"used-{i}")),
                quoted=bool(form.text(f"quoted-{i}")),
            )
        lines.append(line)
    moved = _moved(tuple(lines), form.text("move"))
    if form.text("own"):
        n = 1 + max((int(line.id.rpartition("own")[2]) for line in moved if "own" in line.id), default=0)
        moved = (*moved, DraftLine(f"{s.id}own{n}", "", "", ()))
    moved = tuple(line for line in moved if line.proposed or line.text or line is moved[-1])
    return replace(s, title=_line(form.text("title"), 300) or s.proposed, used=bool(form.text("used")), lines=moved, version=s.version + 1)


def _moved(things: tuple[T, ...], move: str) -> tuple[T, ...]:
    """With one of them a place up or down: "up:ID"."""
    way, _, name = move.partition(":")
    at = next((i for i, x in enumerate(things) if x.id == name), None)
    if at is None or way not in ("up", "down"):
        return things
    to = max(0, min(len(things) - 1, at + (1 if way == "down" else -1)))
    rest = [x for i, x in enumerate(things) if i != at]
    rest.insert(to, things[at])
    return tuple(rest)


def _line(text: str, most: int) -> str:
    return visible(" ".join(text.split()))[:most]


def _saved(request: Request, draft: Draft, version: int, anchor: str = "") -> Response:
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"version": version, "lines": draft.lines, "changed": draft.changed})
    return back(request, f"/briefing/{draft.id}{anchor}")


def _stretches(db: Any, at: Address) -> Sequence[tuple[str, str, bool]]:
    """Days, weeks and months to brief on, up to the last report: name, address, whether the filter is so now."""
    (last,) = db.execute("SELECT max(published) FROM articles WHERE length(published) = 10").fetchone()
    if not last:
        return ()
    end = date.fromisoformat(last)
    out = []
    for name, days in (("the last day", 1), ("the last 7 days", 7), ("the last 30 days", 30)):
        since = (end - timedelta(days=days - 1)).isoformat()
        chosen = at.filter.published_since == since and at.filter.published_until == last
        out.append((name, at.with_(published_since=None if chosen else since, published_until=None if chosen else last), chosen))
    return out


def _stories(db: Any, at: Address) -> Sequence[tuple[str, int, str, bool]]:
    """The stories told last, and the one chosen: headline, reports, address, whether it is chosen."""
    rows = db.execute(
        "SELECT id, headline, articles FROM stories WHERE articles > 1 OR id = ?"
        " ORDER BY id = ? DESC, last_published IS NULL, last_published DESC, articles DESC, id LIMIT ?",
        (at.filter.story or "", at.filter.story or "", STORIES),
    )
    return [(headline, n, at.with_(story=None if i == at.filter.story else i), i == at.filter.story) for i, headline, n in rows]


def _mail(title: str, text: str, page: str) -> bytes:
    """A mail without sender and recipient, which mail programs open to be sent."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = _line("".join(c if c.isprintable() else " " for c in title), 200)
    mail["X-Unsent"] = "1"
    mail.set_content(text)
    mail.add_alternative(page, subtype="html")
    return mail.as_bytes()
