"""Standing claims that others may contest: who holds an office, a government, a territory; who did it; how many died; who is recognised; what is lawful.

A claim stands on a statement. Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.events.claims_contest import Contender, contested
from dateline.events.claims_wording import Wording, wordings
from dateline.record import Actor, Claim, Place, Span, Statement

PARTIES = ("GOV", "MIL", "REB", "UAF", "OPP", "SPY", "COP", "PTY")  # whose "captured the city" claims the city
_NO = {"responsibility": "no", "recognition": "no", "territory": "no", "toll": "not", "office": "not", "government": "not"}
_GROUND = re.compile(
    r"(?i)\b(?:under|according to|in line with|as per|by virtue of|pursuant to|based on)\s+(?:the\s+|our\s+)?((?:[\w’'-]+\s+){0,4}?(?:constitution|law|charter|treaty|agreement|accord|resolution|decree|verdict|ruling|results?|mandate))\b"
)


def find_claims(text: str, statements: Sequence[Statement], *, actors: Sequence[Actor], places: Sequence[Place]) -> tuple[Claim, ...]:
    """The claims made in statements, in their order; claims of different claimants about one object contest each other."""
    known = {a.id: a for a in actors}
    countries = {p.country: p.name for p in reversed(places) if p.precision == "country" and p.country}
    spots = frozenset(n.lower() for p in places for n in (p.name, *p.aliases))
    out: list[Contender] = []
    for s in statements:
        if s.speaker is None or (s.source and re.match(r"(?i)(?:no|neither|nobody|none)\b", text[slice(*s.source)])):
            continue
        speaker = known.get(s.speaker)
        for w in _apart(wordings(text, s, places=spots, party=speaker is not None and speaker.sector in PARTIES)):
            thing = _object(w, speaker, countries)
            near = next((c for c in s.content if c[0] <= w.span[0] < c[1]), w.span)
            because = f"{w.kind}: “{' '.join(text[slice(*w.span)].split())}” in {s.id}{', denied' if w.denied else ''}"
            claim = Claim("", w.kind, s.speaker, thing, s.id, _ground(text, *near), (), w.span, (because,))
            out.append(Contender(claim, s.speaker if w.holder == "" else _who(w.holder, actors), w.denied, w.span[0]))
    return contested(_once(out))


def _apart(found: Iterable[Wording]) -> list[Wording]:
    """One wording for the same words: of overlapping ones of a kind the first."""
    out: list[Wording] = []
    for w in found:
        if not any(o.kind == w.kind and o.span[0] < w.span[1] and w.span[0] < o.span[1] for o in out):
            out.append(w)
    return sorted(out, key=lambda w: w.span)


def _who(words: str | None, actors: Sequence[Actor]) -> str | None:
    """The actor of that name, else the words themselves."""
    return next((a.id for a in actors if words and words in (n.lower().removeprefix("the ") for n in (a.name, *a.aliases))), words)


def _object(w: Wording, speaker: Actor | None, countries: Mapping[str, str]) -> str:
    country = countries.get(speaker.country or "") if speaker else None
    words = re.sub(
        r"\b(?:this|our|the|my) (?:country|nation|state|republic|fatherland|homeland)\b",
        lambda x: country or x[0],
        w.object,
        flags=re.IGNORECASE,
    )
    if w.kind in ("office", "government") and country and not re.search(r"\b[A-Z]", words):
        words = f"{words} of {country}"
    return f"{_NO[w.kind]} {words}" if w.denied and w.kind in _NO else words


def _ground(text: str, start: int, end: int) -> Span | None:
    """What the claimant rests on: "under the Afghan constitution"."""
    m = _GROUND.search(text, start, end)
    return m.span(1) if m else None


def _once(found: Sequence[Contender]) -> list[Contender]:
    """A claim repeated by the same claimant is one; the first statement keeps it, a later ground is added."""
    out: list[Contender] = []
    for c in found:
        key = (c.claim.kind, c.claim.claimant, c.claim.object.lower())
        twin = next((i for i, t in enumerate(out) if (t.claim.kind, t.claim.claimant, t.claim.object.lower()) == key), None)
        if twin is None:
            out.append(replace(c, claim=replace(c.claim, id=f"c{len(out) + 1}")))
        elif out[twin].claim.ground is None and c.claim.ground:
            out[twin] = replace(out[twin], claim=replace(out[twin].claim, ground=c.claim.ground))
    return out
