"""Knowledge bases from files: CSV, FollowTheMoney entities (OpenSanctions) and Wikidata-style JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from dateline.actors.geography import lookup
from dateline.actors.knowledge.base import Entity, Knowledge
from dateline.actors.vocabulary import read
from dateline.errors import StopRun

COLUMNS = ("id", "name", "aliases", "country", "kind", "sector")
NEEDED = ("id", "name")
_KINDS = {"person": "person", "human": "person", "organization": "organization", "organisation": "organization", "group": "organization",
          "company": "organization", "state": "state", "country": "state"}  # fmt: skip
# FollowTheMoney schemata of somebody who can act; vessels, addresses, passports and the like are passed over.
_SCHEMATA = {
    "Person": "person",
    "Organization": "organization",
    "Company": "organization",
    "PublicBody": "organization",
    "LegalEntity": None,
}
# Wikidata: instance of (P31) human, country, sovereign state.
_INSTANCES = {
    "Q5": "person",
    "Q6256": "state",
    "Q3624078": "state",
    "Q43229": "organization",
    "Q7278": "organization",
    "Q4830453": "organization",
}


def read_knowledge(path: str | Path) -> Knowledge:
    """The knowledge base of a file: CSV with the columns COLUMNS (NEEDED must be there), or JSON lines, told apart by their fields.

    Several aliases of a CSV cell are parted by ";". Countries are ISO codes of two or three letters, or names; Wikidata's countries are
    known only where the line has a `country` of its own. Raises StopRun naming the line and what is wrong with it.
    """
    path = Path(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            entities = list(_csv(file, path) if path.suffix.lower() in (".csv", ".tsv") else _json_lines(file, path))
    except OSError as e:
        raise StopRun(f"cannot be read: {e.strerror}", place=str(path), remedy="give a CSV or JSON Lines file") from e
    except UnicodeDecodeError as e:
        raise StopRun(f"is not UTF-8: {e.reason}", place=str(path), remedy="save it as UTF-8") from e
    if not entities:
        raise StopRun("holds nobody", place=str(path), remedy="give a file with at least one person or organization")
    wikidata = all(e.id[:1] == "Q" and e.id[1:].isdigit() for e in entities)
    return Knowledge(entities, base="wikidata" if wikidata else path.stem.split(".")[0].lower())


def _csv(file: TextIO, path: Path) -> Iterator[Entity]:
    rows = csv.DictReader(file, delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
    header = [h.strip().lower() for h in rows.fieldnames or ()]
    missing = [c for c in NEEDED if c not in header]
    if missing:
        raise StopRun(
            f"there is no column {' or '.join(repr(c) for c in missing)}",
            place=str(path),
            remedy=f"name the columns {', '.join(COLUMNS)} in the first line",
        )
    rows.fieldnames = header
    try:
        for row in rows:
            cell = {c: (row.get(c) or "").strip() for c in COLUMNS}
            place = f"{path}, line {rows.line_num}"
            if not cell["id"] or not cell["name"]:
                raise StopRun("a row without id or name", place=place, remedy="fill both in")
            if cell["kind"] and cell["kind"].lower() not in _KINDS:
                raise StopRun(f"{cell['kind']!r} is no kind", place=place, remedy=f"one of {', '.join(sorted(_KINDS))}, or nothing")
            aliases = tuple(a.strip() for a in cell["aliases"].split(";") if a.strip())
            yield Entity(
                cell["id"], cell["name"], aliases, _country([cell["country"]]), _KINDS.get(cell["kind"].lower()), cell["sector"] or None
            )
    except csv.Error as e:
        raise StopRun(f"is no CSV: {e}", place=f"{path}, line {rows.line_num}", remedy="save it as CSV, UTF-8") from e


def _json_lines(file: TextIO, path: Path) -> Iterator[Entity]:
    for number, line in enumerate(file, 1):
        line = line.strip().rstrip(",")
        if not line or line in "[]":  # Wikidata's own dumps are one array, an entity a line
            continue
        place = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except json.JSONDecodeError as e:
            raise StopRun(f"is no JSON: {e.msg}", place=place, remedy="give one JSON object a line") from e
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise StopRun("has no id", place=place, remedy="give FollowTheMoney entities or Wikidata-style objects, one a line")
        entity = _follow_the_money(row) if "schema" in row else _wikidata(row, place)
        if entity is not None:
            yield entity


def _follow_the_money(row: dict[str, Any]) -> Entity | None:
    """None for what cannot act (a vessel, an address) and for an entity without a name. Weak aliases link nobody."""
    if row["schema"] not in _SCHEMATA:
        return None
    told = row.get("properties")
    properties: dict[str, Any] = told if isinstance(told, dict) else {}
    names = [n for key in ("name", "alias", "previousName") for n in _texts(properties.get(key))]
    names = list(dict.fromkeys([*_texts(row.get("caption")), *names]))
    if not names:
        return None
    countries = [c for key in ("nationality", "citizenship", "jurisdiction", "country") for c in _texts(properties.get(key))]
    return Entity(row["id"], names[0], tuple(names[1:]), _country(countries), _SCHEMATA[row["schema"]])


def _wikidata(row: dict[str, Any], place: str) -> Entity | None:
    """Labels and aliases of any language are names. Also takes flat objects: {"id", "label" or "name", "aliases": [...], "country", "kind"}."""
    labels = row.get("labels", row.get("label", row.get("name")))
    names = [*_texts(labels.get("en")), *_texts(list(labels.values()))] if isinstance(labels, dict) else _texts(labels)
    aliases = row.get("aliases")
    names += _texts(list(aliases.values()) if isinstance(aliases, dict) else aliases)
    names = list(dict.fromkeys(names))
    if not names:
        raise StopRun("has no label or name", place=place, remedy='give "labels", "label" or "name"')
    kind = _KINDS.get(str(row.get("kind", "")).lower())
    claims = row.get("claims")
    for number in _instances(claims.get("P31") if isinstance(claims, dict) else None):
        kind = kind or _INSTANCES.get(number)
    return Entity(row["id"], names[0], tuple(names[1:]), _country(_texts(row.get("country"))), kind, row.get("sector"))


def _instances(statements: Any) -> Iterator[str]:
    for s in statements if isinstance(statements, list) else ():
        try:
            yield str(s["mainsnak"]["datavalue"]["value"]["id"])
        except (KeyError, TypeError):
            continue


def _texts(value: Any) -> list[str]:
    """The strings in a value: itself, its members', or the `value` of a Wikidata term."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if isinstance(value, dict):
        return _texts(value.get("value"))
    if isinstance(value, list):
        return [t for v in value for t in _texts(v)]
    return []


def _country(told: Iterable[str]) -> str | None:
    """ISO3 of the one country told by code or name; None for none, several or one that is not known."""
    found = {c for t in told if t and (c := _iso3(t))}
    return found.pop() if len(found) == 1 else None


def _iso3(text: str) -> str | None:
    table = read("countries")
    code = text.strip().upper()
    if code in table:
        return code
    if len(code) == 2:
        return next((iso3 for iso3, row in table.items() if row[0] == code), None)
    word = lookup(text.strip())
    return word.country if word else None
