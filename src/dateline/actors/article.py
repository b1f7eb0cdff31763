"""Who is in an article: names, titles and descriptions brought together into actors, each merge with its reason."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.actors.armed import group_of_arms, tell_armed, unify_armies
from dateline.actors.cast import Cast, open_cast
from dateline.actors.describing import describe
from dateline.actors.drafts import Draft
from dateline.actors.genders import tell_genders
from dateline.actors.geography import lookup, main_country, usual_name
from dateline.actors.governments import unify_governments
from dateline.actors.homeland import tell_homeland
from dateline.actors.names_in_text import gather
from dateline.actors.newspapers import tell_newspapers
from dateline.actors.nominals import PRONOUNS
from dateline.actors.one_phrase import unify_lengths
from dateline.actors.pairs import tell_pairs
from dateline.actors.parties import role_spans, settle, state_meant
from dateline.actors.phrase_lengths import called
from dateline.actors.portrait import paint
from dateline.actors.pronouns import resolve
from dateline.actors.referring_bodies import GENERIC_BODY
from dateline.actors.scene import Scene, make_scene
from dateline.actors.taking_up import take_up
from dateline.actors.vocabulary import listed
from dateline.reader.reading import Found, Frame
from dateline.record import Actor, Place, Span


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of one article in the order of the text.

    `refers` gives the actor of every mention and of every role span of the frames that has one (for a list of several: the first);
    `parts` the members of role spans that list several; `because` the reason of each reference; `abstained` the spans for which
    several actors fitted, and why none was chosen; `country` the ISO3 of the article's main country.
    """

    actors: tuple[Actor, ...]
    refers: dict[Span, str]
    parts: dict[Span, tuple[str, ...]] = field(default_factory=dict)
    because: dict[Span, str] = field(default_factory=dict)
    abstained: dict[Span, str] = field(default_factory=dict)
    country: str | None = None

    def of(self, span: Span) -> tuple[str, ...]:
        """The ids of everybody a span refers to; empty when nobody is known."""
        if span in self.parts:
            return self.parts[span]
        return (self.refers[span],) if span in self.refers else ()


def find_actors(
    text: str,
    mentions: Sequence[Found],
    frames: Sequence[Frame],
    *,
    places: Mapping[Span, Place] | None = None,
    sentences: Sequence[Span] | None = None,
    skip: Sequence[Span] = (),
    outlet: str | None = None,
    home: str | None = None,
) -> Actors:
    """The actors of `text`: everybody that is named, and everybody that takes a role in a frame.

    `places` maps spans of mentions to the places they name, `skip` holds spans nobody is taken from (credits, page furniture,
    doubles), `home` is the country of the outlet (ISO 3166 alpha-3). Offsets are code points, half-open. The same input gives the same answer.
    """
    places = places or {}
    votes = Counter(p.country for p in places.values() if p.country)
    country, why = main_country(text, home=home, places=votes)
    scene = make_scene(text, mentions, frames, places, sentences, skip, country, why)
    cast = open_cast(gather(scene))
    tell_newspapers(scene, cast, outlet)
    tell_genders(scene, cast.drafts)
    pronouns = settle(scene, cast)
    _states(scene, cast)
    unify_governments(scene, cast)
    unify_lengths(scene, cast)
    tell_homeland(scene, cast)
    tell_pairs(scene, cast)
    _nominals(scene, cast)
    _pronouns(scene, cast, pronouns)
    groups = [d for d in cast.drafts if d.kind != "person" and d.kind != "population"]
    for draft in groups:
        tell_armed(scene, draft)
        paint(scene, draft, {})
        group_of_arms(draft)
    unify_armies(scene, cast)
    groups = [d for d in groups if d in cast.drafts]
    bodies_here = {t: (d.country, d.sector) for d in groups if d.kind in ("organization", "group") for t in _called(d) if len(t) > 1}
    for draft in cast.drafts:
        if draft not in groups:
            paint(scene, draft, bodies_here)
    take_up(scene, cast)
    return _write(scene, cast)


def _called(body: Draft) -> list[str]:
    """The names of a body, and of one with a name what it is called without ("the movement"), as titles tell it: "spokesman of the movement"."""
    nouns = [s.lower().removeprefix("the ") for s in body.surfaces if s.lower().startswith("the ") and s[4:].islower()]
    return [*body.name_texts, *(n for n in nouns if body.named and n in GENERIC_BODY)]


def _states(scene: Scene, cast: Cast) -> None:
    """A state that takes a role anywhere is the same state wherever its name stands: "America" and "the US" are spellings of one actor."""
    states = {d.country: d for d in cast.drafts if d.kind == "state"}
    for m in scene.mentions:
        span = (m.start, m.end)
        meant = state_meant(scene, span) if m.form == "name" and m.label == "location" and span not in cast.refers else None
        if meant and meant[1] == "name" and meant[0] in states:
            draft = states[meant[0]]
            draft.name_texts.append(scene.words(span))
            cast.set(scene, span, draft, f"{scene.words(span)!r} names the same state")


def _nominals(scene: Scene, cast: Cast) -> None:
    """Descriptions that fill no role still refer to an actor that is there; they make none."""
    for m in scene.mentions:
        span = (m.start, m.end)
        if m.form == "nominal" and span not in cast.refers and m.label in ("person", "organization", "nationality", "misc"):
            describe(scene, cast, span, create=False)


def _pronouns(scene: Scene, cast: Cast, spans: Sequence[Span]) -> None:
    """In the order of the text, so that a chain of pronouns hands on."""
    more = [(m.start, m.end) for m in scene.mentions if m.form == "pronoun"]
    for span in sorted({*spans, *more}):
        word = scene.words(span).strip(' ,."“”').lower()
        if span in cast.refers or word not in PRONOUNS:
            continue
        draft, why = resolve(scene, cast, span)
        if draft is None:
            cast.abstained.append((span, why))
        else:
            cast.set(scene, span, draft, why, surface=False)


# Channels and things that organizations' names are given to; actors only when they take a role.
_CHANNEL = listed("article_channel")
_THING = re.compile(rf"\b(?:{'|'.join(sorted(listed('article_thing')))})$")


_SEAT = re.compile(r"[RDI]-[A-Z][a-z]{1,6}\.?")  # "Sen. Ana Pell (R-Ala.)": a party and a state


def _acts(scene: Scene, cast: Cast) -> set[int]:
    """Drafts that take a role of their own."""
    return {id(cast.refers[s]) for s in role_spans(scene) if s in cast.refers} | {id(d) for s in cast.parts for d in cast.parts[s]}


def _counts(scene: Scene, draft: Draft, acting: set[int]) -> bool:
    if id(draft) in acting or not draft.named:
        return True
    if all(_SEAT.fullmatch(t) for t in draft.name_texts):
        return False
    if draft.kind not in ("organization", "group"):
        return True
    if draft.name_texts[0] in _CHANNEL or all(_THING.search(t) for t in draft.name_texts):
        return False
    return not (len(draft.spans) == 1 and _aside(scene, draft.spans[0]))


_DATELINE = re.compile(r"(?:,\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+|\s*\([A-Z]\w+\)|,\s+[A-Z][\w ]+)\s*[-–—]\s")


def _aside(scene: Scene, span: Span) -> bool:
    """Is a name told once only in brackets (a party and seat, an acronym of some thing: 3 of 12 were organizations), or as a dateline's agency?"""
    text, (s, e) = scene.text, span
    if text[max(0, s - 1) : s] == "(" and text[e : e + 1] == ")":
        return True
    return text[:s].rstrip(" ")[-1:] in ("", "\n") and bool(_DATELINE.match(text, e))


def _write(scene: Scene, cast: Cast) -> Actors:
    acting = _acts(scene, cast)
    order = sorted((d for d in cast.drafts if _counts(scene, d, acting)), key=lambda d: (d.first, d.kind, d.name_texts[:1]))
    ids = {id(d): f"a{i}" for i, d in enumerate(order, start=1)}
    calls = {id(d): called(scene, d) for d in order}
    told = Counter(w.lower() for d in order for w in {*d.surfaces, *d.name_texts, *calls[id(d)]})
    actors = tuple(_actor(d, ids[id(d)], [w for w in calls[id(d)] if w in d.surfaces or told[w.lower()] == 1]) for d in order)
    known = {s: d for s, d in cast.refers.items() if id(d) in ids}
    return Actors(
        actors,
        {s: ids[id(d)] for s, d in sorted(known.items(), key=lambda sd: sd[0])},
        {s: tuple(ids[id(d)] for d in ds) for s, ds in sorted(cast.parts.items())},
        {s: cast.because[s] for s in sorted(known) if s in cast.because},
        dict(sorted(cast.abstained)),
        scene.country,
    )


def _actor(draft: Draft, ident: str, calls: Sequence[str]) -> Actor:
    """`calls` are what a party without a name is called, the first shown."""
    name = _unbracketed(calls[0]) if calls else best_name(draft)
    because = list(draft.because)
    if draft.country and draft.country_because:
        because.append(f"country {draft.country}: {draft.country_because}")
    if draft.sector and draft.sector_because:
        because.append(f"sector {draft.sector}: {draft.sector_because}")
    return Actor(
        ident,
        name,
        draft.kind,
        tuple(s for s in dict.fromkeys((*draft.surfaces, *calls)) if s != name),
        draft.country,
        draft.sector,
        draft.roles(),
        {},
        tuple(because),
    )


def best_name(draft: Draft) -> str:
    """The fullest name in the text, without an editor's brackets; for unnamed parties the first words used."""
    return _unbracketed(_fullest(draft))


_PAIRS = (("[", "]"), ("(", ")"), ("“", "”"), ("{", "}"))


def _unbracketed(name: str) -> str:
    """ "[Carlos] Melconian" and half of it ("Carlos] Melconian") are Carlos Melconian; a pair of round brackets or quotation marks is kept."""
    for left, right in _PAIRS:
        if left == "[" or name.count(left) != name.count(right):
            name = name.replace(left, "").replace(right, "")
    return name.strip() or name


def _fullest(draft: Draft) -> str:
    if draft.kind == "state":
        names = [t for t in draft.name_texts if (word := lookup(t)) and word.how == "name"]
        if not names:  # only its capital, people or government are told of
            return usual_name(draft.country or "") or next(iter(draft.surfaces), draft.kind)
        return max(names, key=lambda t: (t in ("United States", "United Kingdom"), not t.isupper(), -names.index(t)))
    if draft.named:
        if draft.kind == "person":
            names = [t for t in draft.name_texts if f"{t!r} is told to be a nickname" not in draft.because] or draft.name_texts
            return max(names, key=lambda t: (not t.lower().startswith("the "), len(t.split()), len(t), -draft.name_texts.index(t)))
        return max(draft.name_texts, key=lambda t: (not t.isupper() or len(t) > 6, len(t), -draft.name_texts.index(t)))
    return next(iter(draft.surfaces), draft.noun or draft.kind)
