"""Standing claims that others may contest: who holds an office, a government, a territory; who did it; how many died; who is recognised; what is lawful.

A claim stands on a statement or on an event of that kind. Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

import yaml

from dateline.record import Actor, Claim, Place, Span, Statement


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    words: re.Pattern[str]
    object: str
    first_person: bool


@cache
def _patterns() -> tuple[_Pattern, ...]:
    raw = yaml.safe_load(files("dateline.events").joinpath("claims.yaml").read_text(encoding="utf-8"))
    return tuple(
        _Pattern(x["kind"], re.compile(x["pattern"], re.IGNORECASE), x.get("object", "{0}"), x.get("first_person", False)) for x in raw
    )


def find_claims(text: str, statements: Sequence[Statement], *, actors: Sequence[Actor], places: Sequence[Place]) -> tuple[Claim, ...]:
    """The claims made in statements, in their order; claims of different claimants about one object contest each other."""
    known = {a.id: a for a in actors}
    countries = {p.country: p.name for p in reversed(places) if p.precision == "country" and p.country}
    out: list[Claim] = []
    for s in statements:
        if s.speaker is None or s.negated:
            continue
        claimant = known.get(s.speaker)
        for a, b in s.content:
            for p in _patterns():
                for m in p.words.finditer(text, a, b):
                    if (
                        p.first_person
                        and s.kind == "indirect"
                        and not re.search(r"(?i)\b(he|she|it|they|themsel\w+|himself|herself)\b", text[a : m.end()])
                    ):
                        continue
                    thing = _object(p, m, claimant, countries)
                    ground = _ground(text, a, b)
                    out.append(Claim(f"c{len(out) + 1}", p.kind, s.speaker, thing, s.id, ground))
    return _contested(_once(out))


def _object(p: _Pattern, m: re.Match[str], claimant: Actor | None, countries: Mapping[str, str]) -> str:
    country = countries.get(claimant.country or "") if claimant else None
    words = re.sub(r"\s+", " ", p.object.format(*(g or "" for g in (m[0], *m.groups())))).strip(" .,;")
    words = re.sub(
        r"\b(this|our|the|my) (country|nation|state|republic)\b",
        lambda x: country or x[0],
        words,
        flags=re.IGNORECASE,
    )
    if p.kind in ("office", "government") and country and country.lower() not in words.lower():
        words = f"{words} of {country}"
    return words


_GROUND = re.compile(
    r"(?i)\b(?:under|according to|in line with|as per|by virtue of|pursuant to|based on)\s+(?:the\s+|our\s+)?((?:[\w’'-]+\s+){0,4}?(?:constitution|law|charter|treaty|agreement|accord|resolution|decree|verdict|ruling|results?|mandate))\b"
)


def _ground(text: str, start: int, end: int) -> Span | None:
    """What the claimant rests on: "under the Afghan constitution"."""
    m = _GROUND.search(text, start, end)
    return m.span(1) if m else None


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """A claim repeated by the same claimant is one; the first statement keeps it, a later ground is added."""
    out: list[Claim] = []
    for c in claims:
        twin = next(
            (i for i, t in enumerate(out) if (t.kind, t.claimant, t.object.lower()) == (c.kind, c.claimant, c.object.lower())), None
        )
        if twin is None:
            out.append(replace(c, id=f"c{len(out) + 1}"))
        elif out[twin].ground is None and c.ground:
            out[twin] = replace(out[twin], ground=c.ground)
    return out


def _contested(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    def rivals(c: Claim) -> tuple[str, ...]:
        mine = _key(c)
        return tuple(o.id for o in claims if o.id != c.id and o.claimant != c.claimant and _group(o) == _group(c) and mine & _key(o))

    return tuple(replace(c, contests=rivals(c)) for c in claims)


def _group(c: Claim) -> str:
    return "power" if c.kind in ("office", "government", "recognition") else c.kind


def _key(c: Claim) -> set[str]:
    return set(re.findall(r"[A-Z]\w+", c.object)) or set(re.findall(r"\w{4,}", c.object.lower()))
