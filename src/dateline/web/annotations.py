"""An article's facts in the W3C's Web Annotation Data Model: what is said of which words, found again by position and by quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.record import Record, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
PAGE = 200
AROUND = 32  # characters before and after, as the model's examples have it


def collection(record: Record, base: str, label: str) -> dict[str, Any]:
    """The AnnotationCollection of an article whose API address is `base`, with its first page in it."""
    items = list(annotations_of(record, base))
    return {
        "@context": CONTEXT,
        "id": f"{base}/annotations",
        "type": "AnnotationCollection",
        "label": label,
        "total": len(items),
        "first": _page(items, base, 0),
    }


def page_of(record: Record, base: str, page: int) -> dict[str, Any] | None:
    """One AnnotationPage; None past the last."""
    items = list(annotations_of(record, base))
    return _page(items, base, page) if page == 0 or page * PAGE < len(items) else None


def _page(items: list[dict[str, Any]], base: str, page: int) -> dict[str, Any]:
    out: dict[str, Any] = {
        "id": f"{base}/annotations/{page}",
        "type": "AnnotationPage",
        "partOf": f"{base}/annotations",
        "startIndex": page * PAGE,
        "items": items[page * PAGE : (page + 1) * PAGE],
    }
    if (page + 1) * PAGE < len(items):
        out["next"] = f"{base}/annotations/{page + 1}"
    return out


def annotations_of(record: Record, base: str) -> Iterator[dict[str, Any]]:
    """Events by their telling words, statements by their contents, then every mention and date, in the order of the record."""
    people = {a.id: a.name for a in record.actors}
    where = {p.id: p.name for p in record.places}
    for e in record.events:
        sides = " → ".join(", ".join(people[x] for x in xs if x in people) or "?" for xs in (e.actors, e.recipients))
        told = f"{e.type}/{e.mode}" if e.mode else e.type
        about = " · ".join(x for x in (sides, where.get(e.place or ""), e.modality) if x)
        bodies = [_body("classifying", told), _body("describing", about)]
        yield _annotation(record, base, f"event-{e.id}", "classifying", bodies, [e.trigger])
    for s in record.statements:
        name = people.get(s.speaker or "", "somebody")
        yield _annotation(
            record, base, f"statement-{s.id}", "describing", [_body("describing", f"{s.kind} speech of {name}")], list(s.content)
        )
    for n, m in enumerate(record.mentions):
        if m.refers_to:
            name = people.get(m.refers_to) or where.get(m.refers_to) or m.refers_to
            yield _annotation(
                record, base, f"mention-{n}", "identifying", [_body("identifying", name), _body("tagging", m.label)], [(m.start, m.end)]
            )
    for d in record.dates:
        bodies = [_body("identifying", d.value), _body("tagging", d.type)] if d.value else [_body("tagging", d.type)]
        yield _annotation(record, base, f"date-{d.id}", "identifying", bodies, [(d.start, d.end)])


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _annotation(record: Record, base: str, name: str, motivation: str, bodies: list[dict[str, str]], spans: list[Span]) -> dict[str, Any]:
    text = record.article.text
    selectors: list[dict[str, Any]] = []
    for start, end in spans:
        selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            }
        )
    return {
        "id": f"{base}/annotations#{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": {"source": f"{base}/text", "selector": selectors},
    }
