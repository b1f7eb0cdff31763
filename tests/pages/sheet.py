"""A page's sheet (what a careful analyst takes from it, YAML) held against the record that Dateline makes of the page.

A fact is (room, words, there or not). Every quoted string of a sheet occurs in its page; `check_strings` holds that.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Dict = dict[str, Any]
EDGES = " “”‘’\"'.,«»„‟‹›「」『』【】"
COMMON = frozenset(["of", "the", "a", "an", "and", "to", "in"])


@dataclass(frozen=True)
class Fact:
    room: str
    what: str
    there: bool


@dataclass(frozen=True)
class Report:
    facts: tuple[Fact, ...]
    traps: tuple[str, ...]  # those fallen into

    @property
    def right(self) -> int:
        return sum(f.there for f in self.facts)


def folded(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().lower().removeprefix("the ")


def kilometres(p: Dict, lat: float, lon: float) -> float:
    a, b, c, d = (math.radians(x) for x in (p["lat"], p["lon"], lat, lon))
    return 12742 * math.asin(math.sqrt(math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2))


def listed(x: Any) -> list[Any]:
    return x if isinstance(x, list) else [x]


class Page:
    """A record with its names looked up the way the sheet gives them."""

    def __init__(self, record: Dict) -> None:
        self.record, self.article, self.text = record, record["article"], record["article"]["text"]
        self.actors, self.places = record["actors"], record["places"]
        self.days = {d["id"]: d for d in record["dates"]}
        self.printed: dict[str, set[str]] = {}
        for m in record["mentions"]:
            if m["refers_to"] and m["form"] != "pronoun":
                self.printed.setdefault(m["refers_to"], set()).add(folded(self.text[m["start"] : m["end"]]))

    def cut(self, span: Any) -> str:
        return str(self.text[span[0] : span[1]])

    def names(self, x: Dict) -> set[str]:
        return {folded(s) for s in [x["name"], *x["aliases"]]} | self.printed.get(x["id"], set())

    def actor(self, name: str) -> Dict | None:
        n = folded(name)
        whole = (a for a in self.actors if n in self.names(a))
        return next(whole, None) or next((a for a in self.actors if any(x.endswith(" " + n) for x in self.names(a))), None)

    def place(self, *names: str) -> Dict | None:
        return next((p for n in names for p in self.places if folded(n) in self.names(p)), None)

    def among(self, ids: list[str | None], name: str) -> bool:
        a = self.actor(name)
        return a is not None and a["id"] in ids

    def saying(self, words: str) -> list[Dict]:
        """The statements whose content overlaps these words."""
        i = self.text.find(words)
        return [s for s in self.record["statements"] if any(a < i + len(words) and i < b for a, b in s["content"])]

    def telling(self, x: Dict) -> list[Dict]:
        """The events of one of the types whose trigger holds, or is held by, the sheet's."""
        t = x.get("trigger", "")
        return [
            e
            for e in self.record["events"]
            if e["type"] in listed(x["type"]) and (t in self.cut(e["trigger"]) or self.cut(e["trigger"]) in t)
        ]

    def day_of(self, e: Dict) -> str:
        return str((self.days.get(e.get("date") or "") or {}).get("value") or "")


def hold(sheet: Dict, record: Dict) -> Report:
    """Every fact and trap of the sheet against the record."""
    page = Page(record)
    facts = [Fact(room, what, bool(there)) for room, told in FACTS.items() for what, there in told(sheet, page)]
    return Report(tuple(facts), tuple(what for what, fell in _traps(sheet, page) if fell))


Told = Iterator[tuple[str, Any]]


def _page(sheet: Dict, page: Page) -> Told:
    a, want = page.article, sheet["article"]
    yield "title", (a["title"] or "").startswith(want["title"])
    yield f"byline {want['byline']['name']}", any(b["name"] == want["byline"]["name"] for b in a["bylines"])
    yield f"byline's address {want['byline']['email']}", any(b["email"] == want["byline"]["email"] for b in a["bylines"])
    yield f"outlet {want['outlet']}", a["outlet"] == want["outlet"]
    for words in want["chrome"]:
        i = page.text.find(words)
        yield f"furniture {words!r}", i < 0 or any(b["kind"] == "chrome" and b["start"] <= i < b["end"] for b in a["blocks"])
    for c in want["captions"]:
        hits = [
            p
            for p in a["pictures"]
            if set(c["credits"]) <= set(p["credits"])
            and ("starts" not in c or (p["caption"] and page.cut(p["caption"]).startswith(c["starts"])))
        ]
        yield f"picture {c.get('starts', c['credits'])}", hits
        if "printed" in c:
            yield f"picture printed {c['printed']} times: {c['starts']}", hits and hits[0]["printed"] == c["printed"]


def _actors(sheet: Dict, page: Page) -> Told:
    for x in sheet["actors"]["must"]:
        got = page.actor(x["name"])
        yield f"actor {x['name']}", got
        for k in ("kind", "country", "sector"):
            if x.get(k):
                yield f"{x['name']}: {k} {x[k]}", got and got[k] == x[k]
        for s in x.get("aliases", []):
            yield f"{x['name']} is also {s!r}", got and folded(s) in page.names(got)


def _places(sheet: Dict, page: Page) -> Told:
    for x in sheet["places"]["must"]:
        got = page.place(x["name"], *x.get("aliases", []))
        yield f"place {x['name']}", got
        yield f"{x['name']} in {x['country']}", got and got["country"] == x["country"]
        if "lat" in x:
            yield f"{x['name']} on the map", got and got["lat"] is not None and kilometres(got, x["lat"], x["lon"]) <= x["within_km"]
        for s in x.get("aliases", []):
            yield f"{x['name']} also spelt {s!r}", got and folded(s) in page.names(got)


def _dates(sheet: Dict, page: Page) -> Told:
    for x in sheet["dates"]["must"]:
        want, words = x["value"], x["text"].lower()
        there = False
        for d in page.days.values():
            own = page.cut((d["start"], d["end"])).lower()
            value = d["value"] or ""
            there |= (
                (words in own or (own in words and len(own) > 3)) and value.startswith(want) and (len(want) > 4 or len(value) == len(want))
            )
        yield f"{x['text']!r} = {want}", there


def _statements(sheet: Dict, page: Page) -> Told:
    for x in sheet["statements"]["must"]:
        hits, words = page.saying(x["contains"]), x["contains"][:40]
        yield f"statement {words!r}", hits
        yield f"{words!r} said by {x['speaker']}", any(page.among([s["speaker"]], x["speaker"]) for s in hits)
        for k in ("kind", "channel"):
            if k in x:
                yield f"{words!r}: {k} {x[k]}", any(s[k] == x[k] for s in hits)
        if "date" in x:
            yield f"{words!r} on {x['date']}", any((page.days.get(s["date"]) or {}).get("value") == x["date"] for s in hits)
        if "outlet" in x:
            yield f"{words!r} in {x['outlet']}", any(folded(x["outlet"]) in folded(s["outlet"] or "") for s in hits)


def _counted(e: Dict, k: str, n: int) -> bool:
    c = e[k]
    return c is not None and (c["low"] is None or c["low"] <= n) and (c["high"] is None or n <= c["high"])


def _events(sheet: Dict, page: Page) -> Told:
    for x in sheet["events"]["must"]:
        what = f"{'/'.join(listed(x['type']))} {x['trigger']!r}"
        parts: list[tuple[str, Callable[[Dict], bool]]] = [
            (f"{what} by {n}", lambda e, n=n: page.among(e["actors"], n)) for n in x.get("actors", [x["actor"]] if "actor" in x else [])
        ]
        if "recipient" in x:
            parts.append((f"{what} to {x['recipient']}", lambda e: page.among(e["recipients"], x["recipient"])))  # noqa: B023
        if "date" in x:
            parts.append((f"{what} on {x['date']}", lambda e: page.day_of(e).startswith(x["date"])))  # noqa: B023
        if "place" in x:
            spellings = next((q.get("aliases", []) for q in sheet["places"]["must"] if q["name"] == x["place"]), [])
            spots = {p["id"] for s in (x["place"], *spellings) if (p := page.place(s))}
            parts.append((f"{what} at {x['place']}", lambda e, spots=spots: e["place"] in spots))
        for k in ("killed", "injured", "arrested"):
            if k in x:
                parts.append((f"{what}: {k} {x[k]}", lambda e, k=k: _counted(e, k, x[k])))  # noqa: B023
        told = [e for e in page.telling(x) if e["modality"] == x.get("modality", "asserted")]
        # one event must carry its parts: no credit is pieced together from several
        best = max(told, key=lambda e: sum(there(e) for _, there in parts), default=None)
        yield what, best
        for words, there in parts:
            yield words, best is not None and there(best)


def _claims(sheet: Dict, page: Page) -> Told:
    for x in sheet["claims"]["must"]:
        want = set(folded(x["office"]).split()) - COMMON
        yield (
            f"claim of {x['claimant']}: {x['office']}",
            any(
                page.among([c["claimant"]], x["claimant"]) and want & set(folded(c["object"] or "").split()) for c in page.record["claims"]
            ),
        )


FACTS: dict[str, Callable[[Dict, Page], Told]] = {
    "page": _page, "actors": _actors, "places": _places, "dates": _dates, "statements": _statements, "events": _events, "claims": _claims,
}  # fmt: skip


def _traps(sheet: Dict, page: Page) -> Told:
    for x in sheet["actors"]["must_not"]:
        if "merge" in x:
            yield f"merged {x['merge']}", any(sum(folded(n) in page.names(e) for n in x["merge"]) > 1 for e in page.actors + page.places)
        elif "role" not in x:
            yield f"actor {x['actor']}", any(folded(x["actor"]) == folded(e["name"]) for e in page.actors)
        else:
            yield f"{x['actor']} {x['role']}", any(page.among(e["actors"] + e["recipients"], x["actor"]) for e in page.record["events"])
    for x in sheet["places"]["must_not"]:
        p = page.place(x["place"])
        yield f"place {x['place']} {x.get('country', '')}", p and ("country" not in x or p["country"] == x["country"])
    for x in sheet["statements"]["must_not"]:
        hits = page.saying(x["contains"])
        if "speaker" in x:
            yield f"{x['contains']!r} said by {x['speaker']}", any(page.among([s["speaker"]], x["speaker"]) for s in hits)
        else:
            yield (
                f"{x['contains']!r} taken for a statement",
                any(page.cut(c).strip(EDGES) == x["contains"] for s in hits for c in s["content"]),
            )
    for x in sheet["events"]["must_not"]:
        fell = [e for e in page.telling(x) if x.get("status") != "happened" or e["modality"] == "asserted"]
        fell = [e for e in fell if "actor" not in x or page.among(e["actors"], x["actor"])]
        fell = [e for e in fell if "recipient" not in x or page.among(e["recipients"], x["recipient"])]
        yield f"event {x}", any("date" not in x or page.day_of(e).startswith(x["date"]) for e in fell)


def check_strings(sheet: Dict, text: str) -> list[str]:
    """The strings of a sheet that do not stand in its page."""
    a = sheet["article"]
    quoted: list[str] = [a["title"], a["byline"]["name"], a["byline"]["email"], *a["chrome"]]
    quoted += [s for c in a["captions"] for s in [c.get("starts", ""), *c["credits"]]]
    quoted += [s for x in sheet["actors"]["must"] + sheet["places"]["must"] for s in [x["name"], *x.get("aliases", [])]]
    quoted += [x["contains"] for k in ("must", "must_not") for x in sheet["statements"][k]]
    events = [x for k in ("must", "must_not") for x in sheet["events"][k]]
    quoted += [x[k] for x in events for k in ("trigger", "actor", "recipient", "place") if k in x] + [
        n for x in events for n in x.get("actors", [])
    ]
    missing = [s for s in quoted if s not in text]
    return missing + [x["text"] for x in sheet["dates"]["must"] if x["text"].lower() not in text.lower()]


def sheets(folder: Path) -> dict[str, Dict]:
    """Every sheet of a folder by its page's name, in order."""
    return {p.stem: yaml.safe_load(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.yaml"))}
