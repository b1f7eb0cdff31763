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

# macros of the patterns; a name is capitalised whatever the flags say
_MACROS = {
    "<NAME>": r"(?-i:[A-Z][\w’'-]*\w(?:[ -][A-Z][\w’'-]*\w){0,3})",
    "<DEED>": r"(?:attacks?|bomb(?:ings?|s)|blasts?|explosions?|killings?|murders?|assassinations?|shootings?|ambush(?:es)?|raids?|strikes?|"
    r"massacres?|kidnappings?|abductions?|assaults?|incidents?|shelling|hijacking|hacking|crash|fire|deaths?|coup)",
}
_SPEAKER_DIRECT = re.compile(r"(?i)\b(?:i|we|myself|ourselves|i[’']m|we[’'](?:re|ve|ll)|i[’'](?:ve|ll))\b")
_SPEAKER_REPORTED = re.compile(r"(?i)(?:that\s+)?(?:(?:he|she|it|they|himself|herself|itself|themselves)\b|to\b)")


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    words: re.Pattern[str]
    object: str
    of_speaker: bool  # the words must speak of the speaker
    place: int | None  # the group that must name a place of the article


@cache
def _patterns() -> tuple[_Pattern, ...]:
    raw = yaml.safe_load(files("dateline.events").joinpath("claims.yaml").read_text(encoding="utf-8"))
    out = []
    for x in raw:
        pattern = x["pattern"]
        for macro, words in _MACROS.items():
            pattern = pattern.replace(macro, words)
        out.append(_Pattern(x["kind"], re.compile(pattern, re.IGNORECASE), x["object"], x.get("subject") == "speaker", x.get("place")))
    return tuple(out)


def find_claims(text: str, statements: Sequence[Statement], *, actors: Sequence[Actor], places: Sequence[Place]) -> tuple[Claim, ...]:
    """The claims made in statements, in their order; claims of different claimants about one object contest each other."""
    known = {a.id: a for a in actors}
    countries = {p.country: p.name for p in reversed(places) if p.precision == "country" and p.country}
    spots = {n.lower() for p in places for n in (p.name, *p.aliases)}
    out: list[Claim] = []
    for s in statements:
        if s.speaker is None or s.negated:
            continue
        claimant = known.get(s.speaker)
        for a, b in s.content:
            for p in _patterns():
                for m in p.words.finditer(text, a, b):
                    if p.of_speaker and not _of_speaker(text, s, a, m.start(1)):
                        continue
                    if p.place is not None and m[p.place].lower() not in spots and m[p.place][:4].lower() != "the ":
                        continue
                    thing = _object(p, m, claimant, countries)
                    out.append(Claim(f"c{len(out) + 1}", p.kind, s.speaker, thing, s.id, _ground(text, a, b)))
    return _contested(_once(out))


def _of_speaker(text: str, s: Statement, start: int, end: int) -> bool:
    """Whether the words before `end` in the content that begins at `start` have the speaker as their subject."""
    clause = text[max(start, *(text.rfind(mark, start, end) + 1 for mark in ".;!?")) : end]
    if s.kind != "indirect" and _SPEAKER_DIRECT.search(clause):
        return True
    return s.kind != "direct" and _SPEAKER_REPORTED.match(text, start, end) is not None


def _object(p: _Pattern, m: re.Match[str], claimant: Actor | None, countries: Mapping[str, str]) -> str:
    country = countries.get(claimant.country or "") if claimant else None
    words = re.sub(r"\s+", " ", p.object.format(*(g or "" for g in (m[0], *m.groups())))).strip(" .,;")
    words = re.sub(
        r"\b(this|our|the|my) (country|nation|state|republic|fatherland|homeland)\b",
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
    if c.kind == "toll":
        return set()  # two numbers in one article are as likely of two incidents as of one: without an event they contest nothing
    return set(re.findall(r"[A-Z]\w+", c.object)) or set(re.findall(r"\w{4,}", c.object.lower()))
