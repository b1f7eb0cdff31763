"""One article in, one record out. Read top to bottom, this is how Dateline works.

Offsets are half-open code point offsets into `article.text`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.actors import find_actors
from dateline.codebook.configured import configured
from dateline.dates import find_dates
from dateline.events import find_claims, find_events, find_faint
from dateline.events.own import find_own_events
from dateline.page import read_page
from dateline.places import find_places
from dateline.places.outlet import home
from dateline.reader import Found, Reading, in_usual_case, one_case, plain, read_text, unwrapped, with_stand_ins
from dateline.record import Article, Mention, Place, Record, Span
from dateline.sources import Source
from dateline.statements import find_statements

READABLE = ("title", "heading", "dateline", "paragraph", "quote", "caption")


def read_source(source: Source, *, published: str | None = None, language: str | None = None) -> Record:
    """The record of one source. The same source gives the same record, byte for byte.

    A page in another language than English is named so and read for names, places and dates; no statement or event is coded from it.
    Raises DatelineError when the page cannot be read at all.
    """
    # 1. the page: one immutable text, its blocks, its date
    article = read_page(source, published=published, language=language)
    blocks = readable(article)
    page = plain(article.text, blocks)

    # 2. the reader: mentions and frames. What is printed unusually is read as it would be printed usually; the record keeps to the page's characters
    stretches = page.within(blocks)
    text = unwrapped(page.text, stretches)
    reading = read_text(with_stand_ins(text), stretches)
    if odd := one_case(text, stretches):
        text = in_usual_case(text, odd, reading.mentions)
        reading = read_text(text, stretches)
    if article.language not in ("en", None):
        reading = replace(reading, frames=(), faint=())

    # 3. when, where, who: each with its reason
    dates = find_dates(text, published=article.published, sentences=reading.sentences, skip=_unread(text, stretches))
    mentions = _names(reading)
    places = find_places(text, mentions, outlet=article.outlet, url=article.url)
    spots = {p.id: p for p in places.places}
    actors = find_actors(
        text,
        mentions,
        reading.frames,
        places={span: spots[i] for span, i in places.refers.items()},
        sentences=reading.sentences,
        outlet=article.outlet,
        home=home(article.outlet, article.url).country,
    )

    # 4. who says so, what happened, what is claimed
    statements = find_statements(text, reading, actors=actors.actors, refers=actors.refers, dates=dates, stretches=stretches)
    events = find_events(
        text,
        reading,
        refers=actors.refers,
        parts=actors.parts,
        actors=actors.actors,
        places=places.places,
        place_refers=_standing(mentions, places.refers, spots),
        dates=dates,
        statements=statements,
        published=article.published,
    )
    faint = find_faint(reading, events, dates=dates)
    coder = configured()
    if coder and article.language in ("en", None):
        events += find_own_events(
            text,
            reading,
            coder,
            stretches=stretches,
            after=events,
            refers=actors.refers,
            parts=actors.parts,
            places=places.places,
            place_refers=_standing(mentions, places.refers, spots),
            dates=dates,
            statements=statements,
            actors=actors.actors,
            published=article.published,
        )
    claims = find_claims(text, statements, actors=actors.actors, places=places.places)
    found = _mentions(mentions, actors.refers, places.refers)
    record = Record(article, found, actors.actors, places.places, dates, statements, events, claims, faint)
    return record.placed(page.where) if page.starts else record


def readable(article: Article) -> list[Span]:
    """The stretches that are read: every block but furniture, credits, bylines and what is printed twice; a dateline is read with its paragraph."""
    out: list[Span] = []
    joined = False
    for b in article.blocks:
        if b.kind not in READABLE:
            joined = False
            continue
        if joined and out and "\n" not in article.text[out[-1][1] : b.start]:
            out[-1] = (out[-1][0], b.end)
        else:
            out.append((b.start, b.end))
        joined = b.kind == "dateline"
    return out


def _unread(text: str, stretches: Sequence[Span]) -> list[Span]:
    """What lies between the readable stretches."""
    edges = [0, *(x for s in stretches for x in s), len(text)]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]


def _names(reading: Reading) -> tuple[Found, ...]:
    return reading.mentions


def _standing(mentions: Sequence[Found], refers: Mapping[Span, str], places: Mapping[str, Place]) -> dict[Span, str]:
    """The mentions that can say where a deed was done: names of places, not demonyms."""
    demonyms = {(m.start, m.end) for m in mentions if m.label == "nationality"}
    return {s: p for s, p in refers.items() if p in places and s not in demonyms}


def _mentions(found: Sequence[Found], actors: Mapping[Span, str], places: Mapping[Span, str]) -> tuple[Mention, ...]:
    """Every name and date, and every referring phrase that stands for somebody. A name that is somebody and somewhere stands twice."""
    out: list[Mention] = []
    seen: set[Span] = set()
    for m in found:
        span = (m.start, m.end)
        seen.add(span)
        ids = [i for i in (actors.get(span), places.get(span)) if i is not None]
        if ids:
            out += [Mention(m.start, m.end, m.label, m.form, i) for i in ids]
        elif m.form == "name":
            out.append(Mention(m.start, m.end, m.label, m.form))
    out += [Mention(*span, "person", "nominal", i) for span, i in actors.items() if span not in seen]
    out += [Mention(*span, "location", "name", i) for span, i in places.items() if span not in seen]
    return tuple(sorted(out, key=lambda m: (m.start, -m.end, m.form, m.refers_to or "")))
