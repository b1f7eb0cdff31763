"""An Atom feed (RFC 4287) of any filter: its events, those of the latest reports first."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated
from xml.etree import ElementTree as ET

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from dateline.desk.finding import EventRow, find
from dateline.web.address import Address, here
from dateline.web.connections import Db
from dateline.web.words import flat, spoken

router = APIRouter()
ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ET.register_namespace("", ATOM)


@router.get("/feed.atom")
def feed(request: Request, db: Db, at: Annotated[Address, Depends(here())]) -> Response:
    rows = find(db, replace(at.filter, sort="-published", page=1, size=MOST)).rows
    (begun,) = db.execute("SELECT min(started) FROM runs").fetchone()
    base = f"{request.url.scheme}://{request.url.netloc}"
    root = ET.Element(f"{{{ATOM}}}feed")
    what = ", ".join(f"{field} {value}" for field, value, _ in at.chips()) or "all events"
    _text(root, "title", f"{request.app.state.settings.folder.resolve().name}: {what}")
    _text(root, "id", f"{base}{at.on('/feed.atom')}")
    _text(root, "updated", max((_moment(e) for e in rows), default=begun or "1970-01-01T00:00:00Z"))
    ET.SubElement(root, f"{{{ATOM}}}link", rel="self", type="application/atom+xml", href=f"{base}{at.on('/feed.atom')}")
    ET.SubElement(root, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=f"{base}{at.on('/events')}")
    _text(ET.SubElement(root, f"{{{ATOM}}}author"), "name", "Dateline")
    for e in rows:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        _text(entry, "title", spoken(e))
        _text(entry, "id", f"urn:dateline:{e.id}")
        _text(entry, "updated", _moment(e))
        ET.SubElement(entry, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=f"{base}/events/{e.id}")
        ET.SubElement(entry, f"{{{ATOM}}}category", term=e.type, scheme="urn:plover")
        _text(entry, "summary", e.quote or spoken(e))
    body = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Response(body, media_type="application/atom+xml; charset=utf-8")


def _text(parent: ET.Element, tag: str, words: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{tag}").text = _NOT_XML.sub("", flat(words))


def _moment(e: EventRow) -> str:
    """When the last report came; only its day is known."""
    day = (e.last_published or e.first_day or "1970-01-01") + "-01-01"
    return f"{day[:10]}T00:00:00Z"
