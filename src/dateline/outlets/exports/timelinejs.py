"""TimelineJS 3: one slide for each dated event. Its text is HTML: the reports' words are escaped."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from dateline.outlets.exports.cells import sound
from dateline.outlets.exports.ftm import headline
from dateline.outlets.exports.rows import EventRow, Telling


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    yield '{"events": ['
    first = True
    for row in rows:
        yield ("\n" if first else ",\n") + sound(json.dumps(slide(row), ensure_ascii=False))
        first = False
    yield "\n]}\n"


def slide(row: EventRow) -> dict[str, Any]:
    """The event as a slide; its dates are no finer than they are known."""
    first, last = (row.days.edges if row.days else None) or ("", "")
    sources = "".join(f"<li>{_source(t)}</li>" for t in row.tellings)
    quote = f"<p>{escape(row.tellings[0].quote)}</p>" if row.tellings else ""
    out: dict[str, Any] = {
        "start_date": _date(first),
        "text": {"headline": escape(headline(row)), "text": f"{quote}<ul>{sources}</ul>"},
        "group": row.quad,
        "unique_id": row.id,
    }
    return out if last == first else out | {"end_date": _date(last)}


def _date(prefix: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), (int(x) for x in prefix.split("-") if x), strict=False))


def _source(t: Telling) -> str:
    name = escape(", ".join(x for x in (t.outlet or "", t.title or "", t.published or "") if x) or t.article)
    address = t.url if t.url and t.url.lower().startswith(("http://", "https://")) else None
    return f'<a href="{escape(address)}">{name}</a>' if address else name
