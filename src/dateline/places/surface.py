"""Reading a place's name as printed: the name itself, the kind its affixes ask for, and whether only a part is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from dateline.places.folding import fold

_POSSESSIVE = re.compile(r"(?:['’`´]s|s['’])$")
_INSIDE_COMMA = re.compile(r"\s*[,(]\s*")
_PARTY = re.compile(r"(?:D|R|I|DFL|Lab|Con|LD)-(?=[A-Z])")  # "D-Oakland": a legislator's party and seat
_OWNER = re.compile(r"(?P<owner>[^\W\d].*?)(?:['’]s|s['’])\s+(?P<head>.*[^\W\d_].*)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed name: folded `key`, `kinds` asked for (empty: any), `affix` taken off, `part` for "northern Mali"."""

    key: str
    kinds: frozenset[str] = frozenset()
    affix: str = ""
    part: str = ""


@cache
def _affixes() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], frozenset[str]]:
    raw = yaml.safe_load(Path(__file__).with_name("affixes.yaml").read_text(encoding="utf-8"))
    after = {word: frozenset(kinds) for word, kinds in raw["after"].items()}
    before = {word: frozenset(kinds) for word, kinds in raw["before"].items()}
    return after, before, frozenset(raw["part"])


def parts(surface: str) -> tuple[str, tuple[str, ...]]:
    """The name and the places that the print puts it in: "Paris, Texas" is ("Paris", ("Texas",)); "Rajshahi's Mohonpur" is ("Mohonpur", ("Rajshahi",))."""
    head, *rest = _INSIDE_COMMA.split(_PARTY.sub("", surface.strip()))
    owned = _OWNER.fullmatch(head)
    if owned:
        head, rest = owned["head"], [owned["owner"], *rest]
    return _POSSESSIVE.sub("", head) or surface, tuple(r.rstrip(") ") for r in rest if r.strip(") "))


def readings(surface: str) -> list[Reading]:
    """Every way to read a name: whole first, then without its affixes, shortest last."""
    whole = fold(_POSSESSIVE.sub("", surface.strip().strip("#@\"“”‘’'")))
    if not whole:
        return []
    out = [Reading(whole)]
    seen = {whole}
    for reading in out:  # grows while it is walked: affixes come off one by one
        for shorter in _without_affix(reading):
            if shorter.key and shorter.key not in seen:
                seen.add(shorter.key)
                out.append(shorter)
    return out


def only_affix(surface: str) -> bool:
    """Whether a printed name is a direction or a word beside a name, and no name ("southern", "the province")."""
    after, before, part = _affixes()
    key = fold(surface)
    return key in part or key in before or (key in after and surface[:1].islower())


@cache
def languages() -> frozenset[str]:
    """Folded names of languages that are not called after one country's people."""
    raw = yaml.safe_load(Path(__file__).with_name("languages.yaml").read_text(encoding="utf-8"))
    return frozenset(fold(name) for name in raw["languages"].split("/"))


def hashtags(text: str) -> list[tuple[int, int, str]]:
    """The names in a text's hashtags, split at their capitals: (start, end, words) of "VelnValley" in "#VelnValley"."""
    found = re.finditer(r"#((?:[A-Z][a-z’']+){1,5})\b", text)
    return [(m.start(1), m.end(1), re.sub(r"(?<=[a-z])(?=[A-Z])", " ", m[1])) for m in found]


def _without_affix(reading: Reading) -> list[Reading]:
    after, before, part = _affixes()
    words = reading.key.split()
    out = []
    for n in (3, 2, 1):
        if len(words) <= n:
            continue
        tail, head = " ".join(words[-n:]), " ".join(words[:n])
        if tail in after:
            out.append(Reading(" ".join(words[:-n]), reading.kinds or after[tail], reading.affix or tail, reading.part))
        if head in before:
            out.append(
                Reading(" ".join(words[n:]).removeprefix("the "), reading.kinds or before[head], reading.affix or head, reading.part)
            )
        if head in part:
            out.append(Reading(" ".join(words[n:]).removeprefix("the "), reading.kinds, reading.affix, reading.part or head))
    return out
