"""What every export needs of one event: who, to whom, where, when, how many, and every report that tells of it. Unknown is None or empty.

Offsets are half-open code point offsets into the text of the telling's article.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass

from dateline.record import Span


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who did it or had it done to them. `words` is how the first telling puts them; `named` False: a crowd, or nobody's name."""

    id: str
    name: str
    kind: str
    country: str | None = None  # ISO 3166-1 alpha-3
    sector: str | None = None
    titles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    words: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """Where it happened. `precision` is one of site city district province country region, None for a name that no place was found for."""

    id: str
    name: str
    kind: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    precision: str | None = None
    confidence: float | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """When it happened: an ISO 8601 prefix as `value`, its first and last day."""

    value: str | None
    precision: str | None
    first: str | None
    last: str | None

    @property
    def edges(self) -> tuple[str, str] | None:
        """First and last as prefixes no finer than they are known: ("2021-08", "2021-08") for a month, ("1980", "1989") for a decade."""
        if not self.first or not self.last:
            return None
        first, last = self.first, self.last
        if first.endswith("-01-01") and last.endswith("-12-31"):
            return first[:4], last[:4]
        year, month = int(last[:4]), int(last[5:7])
        if first.endswith("-01") and int(last[8:]) == monthrange(year, month)[1] and first != last:
            return first[:7], last[:7]
        return first, last


@dataclass(frozen=True, slots=True)
class Toll:
    """At least `low`, at most `high` people as told; None: no bound told."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that put a party into a role, or the place or day beside the event: `role` is actor, recipient, place or date."""

    role: str
    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's words for the event. `lead`: the telling stands in the headline or first paragraph (None: the page's parts are not known)."""

    id: str
    article: str
    text: str
    trigger: Span
    sentence: Span
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    speaker: str | None = None  # who says so, when the article only has it from somebody
    lead: bool | None = None
    paragraph: int | None = None  # from 1
    spans: tuple[Marked, ...] = ()
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The sentence that tells of the event, on one line."""
        return " ".join(self.text[slice(*self.sentence)].split())


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event, one row, with every telling of it; the first telling is the one that speaks for it. `decided_by`: machine or person."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    intensity: float
    modality: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Spot | None
    days: Days | None
    tellings: tuple[Telling, ...]
    killed: Toll | None = None
    injured: Toll | None = None
    arrested: Toll | None = None
    confidence: float = 0.0
    because: tuple[str, ...] = ()
    story: str | None = None
    decided_by: str = "machine"
    status: str | None = None  # accepted or rejected by a person
    coder: str | None = None  # the person's name, or the program and version
    added: str | None = None  # ISO 8601 time at which the store took the event in

    @property
    def day(self) -> str | None:
        """The one day it happened on, if the day is known."""
        d = self.days
        return d.first if d and d.first and d.first == d.last else None

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.article for t in self.tellings))

    @property
    def outlets(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.outlet for t in self.tellings if t.outlet))

    @property
    def published(self) -> tuple[str, ...]:
        """The days on which the reports were published, earliest first."""
        return tuple(sorted({t.published for t in self.tellings if t.published}))
