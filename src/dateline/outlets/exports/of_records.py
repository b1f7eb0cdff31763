"""Rows from records alone: each event of each record is a row of its own. Folding the reports of one event together is the desk's work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline import __version__
from dateline.actors.folding import fold
from dateline.outlets.exports.rows import Days, EventRow, Marked, Party, Spot, Telling, Toll
from dateline.reader import running
from dateline.reader.sentences import sentences
from dateline.record import Actor, Article, Count, Date, Event, Place, Record, Span, Statement

CODER = f"dateline {__version__}"
LONGEST = 2000  # characters of a line on either side of the trigger that are looked at for its sentence
LEADING = ("title", "heading", "paragraph", "quote")


def rows_of(records: Iterable[Record]) -> Iterator[EventRow]:
    """Every event of every record, in their order.

    Actors of one kind, name and country are taken for one across records, and so are places of one GeoNames id; whoever has no name
    (a man, protesters of no country) stays the article's own.
    """
    for record in records:
        scene = _Scene.of(record)
        for event in record.events:
            yield scene.row(event)


@dataclass(frozen=True, slots=True)
class _Scene:
    """One record's facts by id, and what all its tellings share."""

    article: Article
    actors: dict[str, Actor]
    places: dict[str, Place]
    dates: dict[str, Date]
    statements: dict[str, Statement]
    named: frozenset[str]  # only ever asked, never walked
    people: tuple[str, ...]
    organizations: tuple[str, ...]
    locations: tuple[str, ...]

    @classmethod
    def of(cls, record: Record) -> _Scene:
        named = frozenset(m.refers_to for m in record.mentions if m.form == "name" and m.refers_to)
        called = [a for a in record.actors if a.id in named]
        return cls(
            record.article,
            {a.id: a for a in record.actors},
            {p.id: p for p in record.places},
            {d.id: d for d in record.dates},
            {s.id: s for s in record.statements},
            named,
            tuple(dict.fromkeys(a.name for a in called if a.kind == "person")),
            tuple(dict.fromkeys(a.name for a in called if a.kind in ("organization", "group"))),
            tuple(dict.fromkeys(p.name for p in record.places)),
        )

    def row(self, e: Event) -> EventRow:
        place = self.places.get(e.place or "")
        date = self.dates.get(e.date or "")
        key = f"{self.article.id}#{e.id}"
        return EventRow(
            id=key,
            type=e.type,
            mode=e.mode,
            contexts=e.contexts,
            quad=e.quad,
            intensity=e.intensity,
            modality=e.modality,
            actors=tuple(self._party(i, e.spans.get(f"actor:{i}")) for i in e.actors if i in self.actors),
            recipients=tuple(self._party(i, e.spans.get(f"recipient:{i}")) for i in e.recipients if i in self.actors),
            place=self._spot(place, e.spans.get(f"place:{place.id}")) if place else None,
            days=Days(date.value, date.precision, date.first, date.last) if date and date.value else None,
            tellings=(self._telling(key, e, date),),
            killed=_toll(e.killed),
            injured=_toll(e.injured),
            arrested=_toll(e.arrested),
            confidence=e.confidence,
            because=e.because,
            coder=CODER,
        )

    def _words(self, span: Span | None) -> str | None:
        return " ".join(self.article.text[slice(*span)].split()) or None if span else None

    def _key(self, a: Actor) -> str:
        known = a.known_as.get("wikidata")
        if known:
            return known
        if (a.kind == "population" and a.country) or a.kind == "state" or a.id in self.named:
            return f"{a.kind}/{fold(a.name) or a.name}/{a.country or ''}"
        return f"{self.article.id}#{a.id}"

    def _party(self, local: str, span: Span | None) -> Party:
        a = self.actors[local]
        titles = tuple(dict.fromkeys(r.title for r in a.roles))
        return Party(
            self._key(a),
            a.name,
            a.kind,
            a.country,
            a.sector,
            titles,
            a.aliases,
            a.known_as.get("wikidata"),
            self._words(span),
            a.id in self.named,
        )

    def _spot(self, p: Place, span: Span | None) -> Spot:
        key = f"geonames/{p.geonameid}" if p.geonameid else f"{self.article.id}#{p.id}"
        known = p.precision is not None or p.country is not None or p.lat is not None
        return Spot(
            key,
            p.name,
            p.kind,
            p.lat,
            p.lon,
            p.country,
            p.admin1,
            p.geonameid,
            p.precision,
            p.confidence if known else None,
            self._words(span) or p.name,
        )

    def _telling(self, key: str, e: Event, date: Date | None) -> Telling:
        a = self.article
        statement = self.statements.get(e.attributed_to or "")
        speaker = self.actors.get(statement.speaker or "") if statement else None
        paragraph, lead = _where(a, e.trigger)
        return Telling(
            id=key,
            article=a.id,
            text=a.text,
            trigger=e.trigger,
            sentence=_sentence(running(a), e.trigger),
            title=a.title,
            url=a.url,
            outlet=a.outlet,
            language=a.language,
            published=a.published,
            authors=tuple(b.name for b in a.bylines),
            speaker=speaker.name if speaker else self._words(statement.source) if statement else None,
            lead=lead,
            paragraph=paragraph,
            spans=self._marks(e, date),
            people=self.people,
            organizations=self.organizations,
            locations=self.locations,
        )

    def _marks(self, e: Event, date: Date | None) -> tuple[Marked, ...]:
        out = []
        for role_and_id, span in e.spans.items():
            role, _, local = role_and_id.partition(":")
            if role in ("actor", "recipient") and local in self.actors:
                out.append(Marked(role, self._key(self.actors[local]), span))
            elif role == "place" and local in self.places:
                out.append(Marked(role, self._spot(self.places[local], None).id, span))
        if date and date.value:
            out.append(Marked("date", date.value, (date.start, date.end)))
        return tuple(out)


def _toll(c: Count | None) -> Toll | None:
    return Toll(c.low, c.high) if c and (c.low is not None or c.high is not None) else None


def _sentence(text: str, trigger: Span) -> Span:
    start = max(text.rfind("\n", 0, trigger[0]) + 1, trigger[0] - LONGEST)
    end = text.find("\n", trigger[1])
    end = min(len(text) if end < 0 else end, trigger[1] + LONGEST)
    return next((s for s in sentences(text, start, end) if s[0] <= trigger[0] < s[1]), trigger)


def _where(a: Article, trigger: Span) -> tuple[int | None, bool | None]:
    """The number of the trigger's paragraph, from 1, and whether it is the headline or the first paragraph. None when the parts are not known."""
    parts = [b for b in a.blocks if b.kind in LEADING]
    here = next((n for n, b in enumerate(parts) if b.start <= trigger[0] < b.end), None)
    if here is None:
        return None, None
    first = next((n for n, b in enumerate(parts) if b.kind == "paragraph"), len(parts))
    return here + 1, here <= first
