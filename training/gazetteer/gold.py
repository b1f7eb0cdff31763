"""Gold places as documents for the choice: text, mentions with a label, and where each is. Reads ../shared/data."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from dateline.places.building import DEMONYM
from dateline.places.folding import fold
from dateline.places.gazetteer import Gazetteer
from dateline.reader.reading import Found
from dateline.record import Span

DATA = Path(__file__).resolve().parents[3] / "shared/data"


@dataclass(frozen=True)
class Where:
    """A gold answer: a point (None: gold gives none), a GeoNames id where gold has one, a country where it is one."""

    point: tuple[float, float] | None
    geonameid: int | None = None
    country: str | None = None


@dataclass(frozen=True)
class Document:
    source: str
    id: str
    text: str
    url: str | None
    outlet: str | None
    mentions: tuple[Found, ...]
    gold: dict[Span, Where]


def label(surface: str, gazetteer: Gazetteer) -> str:
    """ "nationality" for what is a demonym and no place's first name, as the tagger would have it."""
    named = gazetteer.named(fold(surface))
    return (
        "nationality"
        if any(r == DEMONYM for _, r in named) and not any(r != DEMONYM and e.kind in ("country", "state") for e, r in named)
        else "location"
    )


def read(name: str, gazetteer: Gazetteer) -> list[Document]:
    out = []
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        gold: dict[Span, Where] = {}
        if name.startswith("articles"):
            for place in raw["gold"]["places"]:
                point = None if place.get("lat") is None else (place["lat"], place["lon"])
                country = place["country"] if place.get("kind") == "country" else None
                for surface in {place["name"], *place.get("aliases", ())}:
                    for found in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", raw["text"]):
                        gold.setdefault(found.span(), Where(point, None, country))
            spans = sorted(gold)
            gold = {s: gold[s] for s in spans if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in spans)}
        else:
            for place in raw["gold"]["places"]:
                point = None if place["lat"] is None or (place["lat"], place["lon"]) == (0, 0) else (place["lat"], place["lon"])
                geonameid = int(place["geonameid"]) if str(place.get("geonameid") or "").isdigit() else None
                gold[(place["start"], place["end"])] = Where(point, geonameid)
        mentions = tuple(Found(s, e, label(raw["text"][s:e], gazetteer), "name") for s, e in sorted(gold))
        out.append(Document(name, raw["id"], raw["text"], raw.get("url"), raw.get("outlet"), mentions, gold))
    return out
