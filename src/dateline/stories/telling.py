"""What one article tells of one event, made ready to be compared with what others tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.events.counts import TENS, UNITS
from dateline.events.plover import plover
from dateline.reader import running
from dateline.record import Count, Event, Place, Record, Span
from dateline.stories.bare import BARE, bare_events
from dateline.stories.clauses import clause
from dateline.stories.days import Days, days_of, ordinal
from dateline.stories.naming import key as key_of
from dateline.stories.naming import names
from dateline.stories.words import rarity, stem, unit, vector

_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"‘'(])|\n+")
_NUMBER = re.compile(
    r"\b(?:\d{1,3}(?:,\d{3})+|\d{1,5}|" + "|".join([*UNITS, *TENS]) + r")(?:-(?P<more>" + "|".join(UNITS) + r"))?\b", re.IGNORECASE
)
LOCAL = ("site", "city", "district")
WIDE = (
    "country",
    "territory",
    "state",
    "region",
    "continent",
)  # kinds: what only lies in a known country ("Bandogari, Burkina Faso") is no country
RARE = 5.5  # a name rarer than this is a town or a person, not a country
LEAST_NUMBER = 3  # "one" and "two" are told of everything


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all tellings of one article share."""

    article: str
    published: int | None
    words: Mapping[str, float]
    plain: Mapping[str, float]
    names: Mapping[str, float]
    numbers: frozenset[int]
    outlet: str | None = None
    spots: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one record. `own` are its clause's words, `plain` those that are no names, `names` the names, `where` the finest places near it,
    `spots` the clause's names of places finer than a province, whether the gazetteer knows them or not.

    A `faint` one is a word that may tell an event and is too unsure to stand alone: it counts where other reports tell the same. A `bare` one is a
    faint one that the reader took for nothing; it has no type, and `beside` are those of the sure tellings of its sentence and day.
    `doers` and `targets` are the words of who did it and to whom, with their countries.
    """

    key: str
    around: Surroundings
    event: Event
    trigger: str
    sentence: Span
    days: Days | None
    own: Mapping[str, float]
    plain: Mapping[str, float]
    names: Mapping[str, float]
    numbers: frozenset[int]
    where: tuple[Place, ...]
    parties: Mapping[str, float]
    named: tuple[tuple[str, str], ...]
    position: float
    faint: bool = False
    spots: frozenset[str] = frozenset()
    counts: Mapping[str, Count] = field(default_factory=dict)
    doers: Mapping[str, float] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    bare: bool = False
    beside: tuple[str, ...] = ()


FAINT = "~"
"""Begins the ids of faint tellings."""


def is_faint(key: str) -> bool:
    """Whether a telling's key is of a faint one."""
    return key.rpartition("#")[2].startswith(FAINT)


def article_of(key: str) -> str:
    """The key of the article that a telling's key names."""
    return key.rpartition("#")[0]


def own_code(e: Event) -> bool:
    """Whether the type is of the user's own codebook ("house:strike"): it tells anew of what PLOVER's types tell, too."""
    return ":" in e.type


def tellings_of(record: Record, *, key: str | None = None) -> tuple[Telling, ...]:
    """Every event of a record, sure, faint and bare, as a telling, in the order of the text. `key` names the article (default: its id)."""
    a = record.article
    key = a.id if key is None else key
    text = running(a)
    headed = text if not a.title or a.title in text else f"{a.title}\n{text}"
    fine = _fine(record)
    dated = [(d.start, d.end) for d in record.dates]
    around = Surroundings(
        key,
        ordinal(a.published),
        vector(headed),
        vector(headed, named=0.0),
        names(headed),
        _numbers(text, 0, len(text), dated) | (_numbers(headed, 0, len(headed) - len(text), ()) if headed is not text else frozenset()),
        a.outlet,
        frozenset(k for _, keys in fine for k in keys),
        frozenset(c for c in (*(p.country for p in record.places), *(x.country for x in record.actors)) if c),
    )
    sentences = _sentences(text)
    out: list[Telling] = []
    plain = [e.trigger for e in record.events if not own_code(e)]
    base: Days | None = None
    events = (*record.events, *_faint(record))
    for e in sorted((*events, *bare_events(record, sentences, [e.trigger for e in events])), key=lambda e: (e.trigger, e.id)):
        sentence = next(s for s in sentences if e.trigger[0] < s[1] or s is sentences[-1])
        days = days_of(record, e, sentence, base)
        weak = e.id.startswith(FAINT)
        if days is not None and days.how == "told" and days.length <= 1 and not weak and not own_code(e):
            base = days
        # cut at sure tellings only: a faint word does not say that the sentence tells of two deeds, a code of one's own tells of the same one
        own = clause(text, sentence, e.trigger, plain)
        out.append(
            Telling(
                key=f"{key}#{e.id}",
                around=around,
                event=e,
                trigger=stem(text[slice(*e.trigger)].split()[-1]) if text[slice(*e.trigger)].split() else "",
                sentence=sentence,
                days=days,
                own=vector(text[slice(*own)]),
                plain=vector(text[slice(*own)], named=0.0),
                names=names(text, *own),
                numbers=_numbers(text, *own, dated),
                where=_where(record, e, sentence),
                parties=_parties(record, e),
                named=_named(record, e),
                position=e.trigger[0] / max(1, len(text)),
                faint=weak,
                spots=frozenset(k for start, keys in fine if own[0] <= start < own[1] for k in keys),
                doers=_side(record, e.actors),
                targets=_side(record, e.recipients),
                bare=e.id.startswith(BARE),
                counts={k: c for k in ("killed", "injured", "arrested") if (c := getattr(e, k)) is not None},
            )
        )
    return tuple(replace(t, beside=_beside(t, out)) if t.bare else t for t in out)


def _beside(t: Telling, tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The types of the sure tellings of a bare one's sentence that may be of its day."""
    return tuple(
        dict.fromkeys(
            o.event.type
            for o in tellings
            if not o.faint and o.sentence == t.sentence and o.days is not None and t.days is not None and not o.days.apart(t.days)
        )
    )


def _faint(record: Record) -> Iterator[Event]:
    """The record's faint words as bare events."""
    for f in record.faint:
        book, id = plover(), f"{FAINT}{f.trigger[0]}-{f.trigger[1]}"
        yield Event(id, f.type, f.mode, (), book.quad(f.type), book.intensity(f.type, f.mode), f.trigger, confidence=f.confidence)


def _sentences(text: str) -> Sequence[Span]:
    edges = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if a < b] or [(0, max(1, len(text)))]


def _numbers(text: str, start: int, end: int, dated: Sequence[Span]) -> frozenset[int]:
    """Every number told, in figures or words, but those of dates, years and the numbers too common to tell anything."""
    out = set()
    for m in _NUMBER.finditer(text, start, end):
        if any(a < m.end() and m.start() < b for a, b in dated):
            continue
        first = m.group().split("-")[0].lower().replace(",", "")
        n = int(first) if first.isdigit() else UNITS.get(first, TENS.get(first, 0))
        if m["more"] and not first.isdigit():
            n += UNITS[m["more"].lower()]
        if n >= LEAST_NUMBER and not 1900 <= n <= 2100:
            out.add(n)
    return frozenset(out)


def _where(record: Record, e: Event, sentence: Span) -> tuple[Place, ...]:
    """The located places finer than a province that the event or its sentence names."""
    spots = {p.id: p for p in record.places if p.lat is not None and p.precision in LOCAL}
    ids = dict.fromkeys(m.refers_to for m in record.mentions if m.refers_to in spots and sentence[0] <= m.start < sentence[1])
    if e.place in spots:
        ids[e.place] = None
    return tuple(spots[i] for i in ids if i is not None)


def _fine(record: Record) -> list[tuple[int, frozenset[str]]]:
    """Where a place is named that is no country, province or region, and the keys of its name: the whole, and its rare words."""
    wide = {p.id for p in record.places if p.kind in WIDE}
    sent = [(b.start, b.end) for b in record.article.blocks if b.kind == "dateline"]
    found = []
    for m in record.mentions:
        if any(start <= m.start < end for start, end in sent):
            continue
        if m.label in ("location", "facility") and m.form == "name" and m.refers_to not in wide:
            words = record.article.text[m.start : m.end].replace("-", " ").split()
            rare = {key_of(w) for w in words if rarity(stem(w)) >= RARE}
            if rare:
                found.append((m.start, frozenset({key_of("".join(words)), *rare})))
    return found


def _parties(record: Record, e: Event) -> dict[str, float]:
    """The words of who did it and to whom."""
    actors = {a.id: a.name for a in record.actors}
    return unit(vector(" ".join(actors[i] for i in (*e.actors, *e.recipients) if i in actors)))


def _side(record: Record, ids: Sequence[str]) -> dict[str, float]:
    """The words of those on one side of an event, and their countries."""
    actors = {a.id: a for a in record.actors}
    here = [actors[i] for i in ids if i in actors]
    words = vector(" ".join(a.name for a in here))
    return unit({**words, **{f"={a.country}": 1.0 for a in here if a.country}})


def _named(record: Record, e: Event) -> tuple[tuple[str, str], ...]:
    """Who took part and has a name of more than one word: its name and whether it is a person or an organization. Four at most."""
    actors = {a.id: a for a in record.actors}
    found = [
        (a.name, "person" if a.kind == "person" else "organization")
        for i in (*e.actors, *e.recipients)
        if (a := actors.get(i)) and a.kind in ("person", "organization", "group")
    ]
    return tuple(dict.fromkeys((n, k) for n, k in found if len(n.split()) > 1 and n[:1].isupper() and n.split()[-1][:1].isupper()))[:4]
