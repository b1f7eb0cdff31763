"""ninjs, the IPTC's news in JSON: versions 1 (body_text, body_html) to 3 (bodies, headlines), one item, a list of items or a package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dateline.sources.arrival import Arrival, dated, from_text
from dateline.sources.errors import EmptyError, LineError, SourceError
from dateline.sources.source import HTML, TEXT, Failure, Source

_WRAPPERS = ("items", "associations", "data", "_items")


def looks_like(item: object) -> bool:
    """Whether a JSON value is a ninjs item: it has an address of its own and a body."""
    return isinstance(item, dict) and any(k in item for k in ("bodies", "body_text", "body_html", "body_xhtml"))


def read_ninjs(data: bytes, origin: str, *, published: str | None = None) -> Iterator[Arrival | Failure]:
    """The items in order. Raises LineError for what is no JSON or holds no item."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as e:
        raise LineError(f"not JSON: {e}"[:200], place=origin, remedy="JSON is UTF-8 (RFC 8259)") from e
    items = list(_items(whole))
    if not items:
        raise LineError("no ninjs item with a body", place=origin, remedy='give JSON Lines ({"text": …} a line) or ninjs items')
    for number, item in enumerate(items, 1):
        try:
            yield from_text(_source(item, origin, number if len(items) > 1 else None, published))
        except SourceError as e:
            yield Failure.of(e, origin=origin, line=number, id=_text(item, "uri"))


def _items(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for v in value:
            yield from _items(v)
    elif isinstance(value, dict):
        if looks_like(value):
            yield value
        else:
            for name in _WRAPPERS:
                if isinstance(value.get(name), list):
                    yield from _items(value[name])


def _source(item: dict[str, Any], origin: str, line: int | None, given: str | None) -> Source:
    folded = {k.lower(): v for k, v in item.items()}  # 1 and 2 write versioncreated, 3 versionCreated
    text, kind = _body(folded)
    if not text.strip():
        raise EmptyError("the item has no body", place=origin, remedy="give the text of a report")
    day, by, notes = dated(folded.get("versioncreated") or folded.get("firstcreated") or folded.get("contentcreated"), given)
    return Source(
        text,
        kind,
        id=_text(folded, "uri"),
        url=_url(folded),
        title=_headline(folded),
        outlet=_text(folded, "copyrightholder") or _named(folded, "infosources"),
        published=day,
        published_from=by,
        language=_text(folded, "language"),
        origin=origin,
        line=line,
        notes=notes,
    )


def _body(item: dict[str, Any]) -> tuple[str, str]:
    bodies = [b for b in item.get("bodies") or () if isinstance(b, dict) and isinstance(b.get("value"), str)]
    for b in bodies:
        kind = str(b.get("contentType") or b.get("contenttype") or "")
        if "html" in kind:
            return b["value"], HTML
    if bodies:
        plain = next((b for b in bodies if "plain" in str(b.get("contentType") or b.get("contenttype") or "text/plain")), bodies[0])
        return plain["value"], TEXT
    for name, kind in (("body_html", HTML), ("body_xhtml", HTML), ("body_text", TEXT)):
        if isinstance(item.get(name), str) and item[name].strip():
            return item[name], kind
    return "", TEXT


def _headline(item: dict[str, Any]) -> str | None:
    heads = [h for h in item.get("headlines") or () if isinstance(h, dict) and isinstance(h.get("value"), str)]
    main = next((h["value"] for h in heads if h.get("role") == "main"), heads[0]["value"] if heads else None)
    return main or _text(item, "headline")


def _url(item: dict[str, Any]) -> str | None:
    """A web address of the item: "uri" when it is one, "href" of a web rendition otherwise."""
    uri = _text(item, "uri")
    return uri if uri and uri.startswith(("http://", "https://")) else None


def _named(item: dict[str, Any], field: str) -> str | None:
    rows = item.get(field)
    return next((_text(r, "name") for r in rows if isinstance(r, dict)), None) if isinstance(rows, list) else None


def _text(item: dict[str, Any], field: str) -> str | None:
    value = item.get(field)
    return value if isinstance(value, str) and value.strip() else None
