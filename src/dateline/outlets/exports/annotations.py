"""W3C Web Annotations: every telling word and every word of a role, where it stands in its article, as one AnnotationPage of JSON-LD.

Each target has a TextPositionSelector and a TextQuoteSelector, so that it is found again in a page that has moved.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.outlets.exports.cells import sound
from dateline.outlets.exports.ftm import headline
from dateline.outlets.exports.rows import EventRow, Telling
from dateline.record import Span

AROUND = 32  # characters before and after, as the model's examples and Hypothesis have it
HEAD = '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:dateline:annotations", "type": "AnnotationPage", "items": ['


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    yield HEAD
    first = True
    for row in rows:
        for annotation in annotations_of(row):
            yield ("\n" if first else ",\n") + sound(json.dumps(annotation, ensure_ascii=False))
            first = False
    yield "\n]}\n"


def annotations_of(row: EventRow) -> Iterator[dict[str, Any]]:
    """For each telling, one that classifies its trigger, then one for each role's words."""
    names = {p.id: p.name for p in (*row.actors, *row.recipients)} | ({row.place.id: row.place.name} if row.place else {})
    for t in row.tellings:
        yield _annotation(
            f"{row.id} {t.id}",
            "classifying",
            [
                {"type": "TextualBody", "purpose": "classifying", "value": f"{row.type}/{row.mode}" if row.mode else row.type},
                {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _described(row)},
            ],
            t,
            t.trigger,
        )
        for m in t.spans:
            name = names.get(m.id, m.id)
            body = [{"type": "TextualBody", "purpose": "identifying", "value": f"{m.role}: {name}"}]
            yield _annotation(f"{row.id} {t.id} {m.role} {m.id} {m.span}", "identifying", body, t, m.span)


def _described(row: EventRow) -> str:
    return headline(row) if row.modality == "asserted" else f"{headline(row)} ({row.modality})"


def _annotation(key: str, motivation: str, body: list[dict[str, str]], t: Telling, span: Span) -> dict[str, Any]:
    start, end = span
    return {
        "id": f"urn:dateline:{hashlib.sha1(key.encode('utf-8', 'surrogatepass')).hexdigest()}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {
            "source": t.url or f"urn:dateline:article:{hashlib.sha1(t.article.encode('utf-8', 'surrogatepass')).hexdigest()}",
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": t.text[start:end],
                    "prefix": t.text[max(0, start - AROUND) : start],
                    "suffix": t.text[end : end + AROUND],
                },
            ],
        },
    }
