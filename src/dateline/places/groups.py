"""The names of one document, gathered: every mention of one name is one group, and a group has one sense.

A name printed with two different places behind its comma ("Paris, Texas" and "Paris, France") is a group for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.places.building import NAME, OTHER, SHORT
from dateline.places.candidates import Candidate, candidates
from dateline.places.folding import fold
from dateline.places.gazetteer import Gazetteer
from dateline.places.surface import only_affix, parts, readings
from dateline.reader.reading import Found
from dateline.record import Span

PLACE_LABELS = ("location", "facility")
DEMONYM_LABELS = ("nationality",)
# What may stand between a place and the place it lies in: "Paris, Texas", "Paris (Texas", "Hama, in Syria", "Kunduz in Afghanistan".
_WITHIN = re.compile(
    r"\s*[,(]\s*(?:in\s+|of\s+)?(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?|\s+in\s+(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?"
    r"|\s+(?:area|region|district|quarter|suburb|section|part|locality|village|town|township|sub-?district|neighbou?rhood|camp)\s+(?:of|in)\s+(?:the\s+)?"
)
_POSSESSED = re.compile(r"['’]s?\s+(?:[a-z]+\s+){0,3}(?:of\s+)?")  # "Syria's northern city of Aleppo"


@dataclass(slots=True)
class Group:
    """Mentions of one name. `within`: names of places printed behind it by comma; `weight`: how much it says of where the document is."""

    key: str
    surface: str
    spans: list[Span]
    demonym: bool
    options: list[Candidate]
    within: tuple[str, ...] = ()
    holders: list[int] = field(default_factory=list)  # groups that `within` names, by their index
    place: bool = True  # False: a name inside an organization's name, which only votes
    facility: bool = False
    labels: set[str] = field(default_factory=set)  # the tagger's
    inner: list[str] = field(default_factory=list)  # keys of places named inside an unknown name
    doubt: float = 0.0  # 1 minus the tagger's best probability
    somebody: bool = False  # the tagger elsewhere calls the same name, or a longer one that ends in it, a person or organization


def gather(text: str, mentions: Sequence[Found], gazetteer: Gazetteer, *, demonyms: bool = True) -> list[Group]:
    """The groups of a document in the order their first mention comes; behind them those that only vote."""
    named = sorted((m for m in mentions if m.form == "name"), key=lambda m: (m.start, m.end))
    places = _with_holders(text, _placelike(text, named, gazetteer, demonyms), gazetteer)
    groups: dict[tuple[str, bool, str], Group] = {}
    senses: dict[tuple[str, bool], list[str]] = {}
    rows: list[tuple[Found, str, bool, tuple[str, ...]]] = []
    for i, mention in enumerate(places):
        head, inside = parts(text[mention.start : mention.end])
        key, demonym = _key(head), mention.label in DEMONYM_LABELS
        within = inside or _within(text, places, i)
        rows.append((mention, head, demonym, within))
        if within:
            known = senses.setdefault((key, demonym), [])
            if fold(within[0]) not in known:
                known.append(fold(within[0]))
    for mention, head, demonym, within in rows:
        key = _key(head)
        known = senses.get((key, demonym), [])
        sense = fold(within[0]) if within else known[0] if known else ""
        if len(known) < 2:
            sense = ""
        group = groups.get((key, demonym, sense))
        if group is None:
            group = groups[(key, demonym, sense)] = Group(key, head, [], demonym, candidates(head, gazetteer, demonym=demonym), doubt=1.0)
        group.spans.append((mention.start, mention.end))
        group.facility = group.facility or mention.label == "facility"
        # "Avoyelles Parish sued": the tagger rightly sees somebody, but the name is wholly that of a place
        division = any(c.entry.kind == "county" and c.role != SHORT and not c.reading.affix for c in group.options) and " " in group.key
        group.labels.add("location" if division else mention.label)
        group.doubt = min(group.doubt, 1 - mention.score)
        if len(within) > len(group.within):
            group.within = within
    others = {fold(text[m.start : m.end]) for m in named if m.label in ("person", "organization")}
    others |= {name.split()[-1] for m in named if m.label == "person" and (name := fold(text[m.start : m.end]))}
    for group in groups.values():
        group.somebody = fold(group.surface) in others
    out = list(groups.values())
    known_keys = {g.key for g in out}
    inner: dict[str, Group] = {}
    for group in out:  # "Rundu Magistrate's Court" is not in the gazetteer, but Rundu is
        if not group.options and not group.demonym:
            for span in group.spans[:1]:
                for found in _inside(text, span, gazetteer, set()):
                    group.inner.append(found.key)
                    if found.key not in known_keys:
                        inner.setdefault(found.key, found)
    for mention in named:
        if mention.label == "organization":
            for found in _inside(text, (mention.start, mention.end), gazetteer, known_keys):
                inner.setdefault(found.key, found)
    out += inner.values()
    by_key = {g.key: i for i, g in reversed(list(enumerate(out)))}
    for group in out:
        names = [fold(w) for w in group.within] or group.inner
        group.holders = [by_key[k] for k in names if k in by_key and out[by_key[k]] is not group]
    return out


def _placelike(text: str, named: Sequence[Found], gazetteer: Gazetteer, demonyms: bool) -> list[Found]:
    """The mentions that may be places: places and demonyms, and names of other labels that are wholly a place's name.

    An organization called just "Danbury" or "Butler County" is a place that acts. A person called so is one only where the tagger
    elsewhere calls the same name a place, and no longer name of a person holds it.
    """
    keys = {_key(text[m.start : m.end]) for m in named if m.label in PLACE_LABELS}
    people = {
        word for m in named if m.label == "person" for word in fold(text[m.start : m.end]).split() if " " in text[m.start : m.end].strip()
    }
    bodies = {m.end: m for m in named if m.label == "organization"}
    short = {
        text[m.start : m.end] for m in named if m.label == "organization" and text[m.start - 2 : m.start] == " (" and m.start - 2 in bodies
    }
    out = []
    for m in named:
        key = _key(parts(text[m.start : m.end])[0])
        if only_affix(text[m.start : m.end]) or (m.label == "organization" and text[m.start : m.end] in short):
            continue  # "the Petrol Authority (PA)" is not Pennsylvania, here or later
        if m.label in PLACE_LABELS or (demonyms and m.label in DEMONYM_LABELS):
            out.append(m)
        elif m.label == "organization":
            if key in keys or any(role in (NAME, OTHER) for _, role in gazetteer.named(key)[:3]):
                out.append(m)
        elif m.label in ("person", "misc") and key in keys and key not in people:
            out.append(m)
    return out


def _with_holders(text: str, places: Sequence[Found], gazetteer: Gazetteer) -> list[Found]:
    """The mentions, and behind "Beaver, West Virginia" read as one the place it lies in as a mention of its own."""
    out: list[Found] = []
    for m in places:
        out.append(m)
        if m.label not in PLACE_LABELS:
            continue
        for piece in list(re.finditer(r"[^,()]+", text[m.start : m.end]))[1:]:
            words = piece.group().strip()
            start = m.start + piece.start() + len(piece.group()) - len(piece.group().lstrip())
            if words[:1].isupper() and any(c.alike == 1 for c in candidates(words, gazetteer)):
                out.append(Found(start, start + len(words), "location", "name", m.score))
    return out


def _key(head: str) -> str:
    ways = readings(head)
    return ways[0].key if ways else head


def _within(text: str, places: Sequence[Found], i: int) -> tuple[str, ...]:
    """The chain of places behind mention `i`: each follows the last by a comma, a bracket or "in", within a line."""
    chain: list[str] = []
    at = places[i].end
    for follower in places[i + 1 : i + 4]:
        if follower.label in DEMONYM_LABELS or follower.start <= at:
            break
        gap = text[at : follower.start]
        # "Paris, Texas, Lyon": only the first may stand behind "in", and a list of three is no address
        if not _WITHIN.fullmatch(gap) or (chain and "in" in gap.split()):
            break
        if re.match(r"-\w", text[follower.end :]):
            break  # "its border with Sajek, Aizawl-based …"
        chain.append(text[follower.start : follower.end])
        at = follower.end
    return tuple(chain)


def _inside(text: str, span: Span, gazetteer: Gazetteer, known: set[str]) -> list[Group]:
    """Places named inside a longer name ("University of Paris", "Kandahar police"): they vote, and are not places of the document."""
    out: dict[str, Group] = {}
    words = list(re.finditer(r"[^\W\d_][\w'’.-]*", text[span[0] : span[1]]))
    at = 0
    while at < len(words):
        for n in (3, 2, 1):
            if at + n > len(words) or n == len(words):
                continue
            start, end = span[0] + words[at].start(), span[0] + words[at + n - 1].end()
            surface = parts(text[start:end])[0]
            key = fold(surface)
            if not surface[0].isupper() or len(key) < 4 or key in known or only_affix(surface.lower()):
                continue
            options = [
                c for c in candidates(surface, gazetteer) if c.alike == 1.0 and (c.entry.population >= 20_000 or c.entry.kind == "county")
            ]
            if not options:
                options = [c for c in candidates(surface, gazetteer, demonym=True) if c.alike == 1.0 and c.entry.population >= 20_000]
            if options:
                out.setdefault(key, Group(key, surface, [], False, options, place=False)).spans.append((start, end))
                at += n - 1
                break
        at += 1
    return list(out.values())
