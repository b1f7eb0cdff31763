"""FollowTheMoney: entities as JSON Lines, each once. Written by hand: the library brings 41 packages; tests read the result with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.outlets.exports.cells import json_line
from dateline.outlets.exports.codes import country, language
from dateline.outlets.exports.coordinates import coordinates
from dateline.outlets.exports.once import Once
from dateline.outlets.exports.rows import EventRow, Party, Spot, Telling

PUBLIC = ("GOV", "LEG", "JUD", "MIL", "COP", "SPY")
KINDS = {"person": "Person", "organization": "Organization", "group": "Organization", "state": "PublicBody"}

Entity = dict[str, Any]


def write(rows: Iterable[EventRow]) -> Iterator[str]:
    """Articles, people, organizations and addresses come before the event that speaks of them."""
    with Once() as once:
        for row in rows:
            for entity in entities(row):
                if once(entity["id"]):
                    yield json_line(entity)


def entities(row: EventRow) -> Iterator[Entity]:
    """Everything one event stands on, and the event. Crowds are no entities of FollowTheMoney: they are named in the summary and as mentions."""
    for t in row.tellings:
        yield _article(t)
    for p in (*row.actors, *row.recipients):
        if schema(p):
            yield _somebody(p)
    if row.place:
        yield _address(row.place)
    yield _event(row)
    yield from _mentions(row)
    yield from _links(row)


def schema(p: Party) -> str | None:
    """The schema of somebody; None for who has no name, or is no body."""
    if not p.named or p.kind not in KINDS:
        return None
    return "PublicBody" if p.kind == "organization" and p.sector in PUBLIC else KINDS[p.kind]


def _id(kind: str, key: str) -> str:
    return f"dateline-{hashlib.sha1(f'{kind} {key}'.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _entity(kind: str, key: str, properties: dict[str, list[str | None]]) -> Entity:
    """`properties` without what is unknown and what is there twice."""
    known = {k: list(dict.fromkeys(v for v in values if v)) for k, values in properties.items()}
    return {"id": _id(kind, key), "schema": kind, "properties": {k: v for k, v in known.items() if v}}


def _iso2(iso3: str | None) -> str | None:
    land = country(iso3)
    return land.iso2.lower() if land else None


def _article(t: Telling) -> Entity:
    return _entity(
        "Article",
        t.article,
        {
            "title": [t.title],
            "author": list(t.authors),
            "publishedAt": [t.published],
            "publisher": [t.outlet],
            "bodyText": [t.text.strip()],
            "contentHash": [hashlib.sha1(t.text.encode("utf-8", "surrogatepass")).hexdigest()],
            "language": [language(t.language)],
            "sourceUrl": [t.url],
        },
    )


def _somebody(p: Party) -> Entity:
    """Other spellings are weak: a nickname must not make two people one."""
    properties: dict[str, list[str | None]] = {
        "name": [p.name],
        "weakAlias": [a for a in p.aliases if a != p.name],
        "wikidataId": [p.wikidata],
        "country": [_iso2(p.country)],
    }
    kind = schema(p) or ""
    if kind == "Person":
        properties["position"] = list(p.titles)
    return _entity(kind, p.id, properties)


def _address(p: Spot) -> Entity:
    at = coordinates(p)
    land = country(p.country)
    full = dict.fromkeys(x for x in (p.name, p.admin1, land.name if land else None) if x)
    return _entity(
        "Address",
        p.id,
        {
            "full": [", ".join(full)],
            "country": [_iso2(p.country)],
            "latitude": [str(at[0]) if at else None],
            "longitude": [str(at[1]) if at else None],
        },
    )


def _event(row: EventRow) -> Entity:
    involved: list[str | None] = [_id(s, p.id) for p in (*row.actors, *row.recipients) if (s := schema(p))]
    organizer: list[str | None] = [_id(s, p.id) for p in row.actors if (s := schema(p))] if row.type == "PROTEST" else []
    p = row.place
    edges = (row.days.edges if row.days else None) or (None, None)
    return _entity(
        "Event",
        row.id,
        {
            "name": [headline(row)],
            "startDate": [edges[0]],
            "endDate": [edges[1]],
            "summary": [row.tellings[0].quote if row.tellings else None],
            "country": [_iso2(p.country) if p else None],
            "location": [p.name if p else None],
            "addressEntity": [_id("Address", p.id) if p else None],
            "involved": involved,
            "organizer": organizer,
            "proof": [_id("Article", t.article) for t in row.tellings],
            "sourceUrl": [t.url for t in row.tellings],
            "recordId": [row.id],
        },
    )


def headline(row: EventRow) -> str:
    """ "ASSAULT aerial: army → villagers, Loikaw": the event in one line."""
    deed = f"{row.type} {row.mode}" if row.mode else row.type
    who = ", ".join(p.name for p in row.actors)
    whom = ", ".join(p.name for p in row.recipients)
    parties = f"{who or 'somebody'} → {whom}" if whom else who
    return ", ".join(x for x in (f"{deed}: {parties}" if parties else deed, row.place.name if row.place else "") if x)


def _mentions(row: EventRow) -> Iterator[Entity]:
    parties = {p.id: p for p in (*row.actors, *row.recipients)}
    for t in row.tellings:
        for m in t.spans:
            p = parties.get(m.id)
            if p is None or m.role not in ("actor", "recipient"):
                continue
            kind = schema(p)
            yield _entity(
                "Mention",
                f"{t.article} {m.span} {p.id}",
                {
                    "document": [_id("Article", t.article)],
                    "name": [" ".join(t.text[slice(*m.span)].split())],
                    "resolved": [_id(kind, p.id) if kind else None],
                    "detectedSchema": [kind],
                    "contextCountry": [_iso2(p.country)],
                },
            )


def _links(row: EventRow) -> Iterator[Entity]:
    edges = (row.days.edges if row.days else None) or (None, None)
    for a in row.actors:
        for b in row.recipients:
            one, other = schema(a), schema(b)
            if one and other and a.id != b.id:
                yield _entity(
                    "UnknownLink",
                    f"{row.id} {a.id} {b.id}",
                    {
                        "subject": [_id(one, a.id)],
                        "object": [_id(other, b.id)],
                        "role": [row.type if row.mode is None else f"{row.type} {row.mode}"],
                        "startDate": [edges[0]],
                        "proof": [_id("Article", t.article) for t in row.tellings],
                        "recordId": [row.id],
                    },
                )
