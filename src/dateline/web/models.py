"""What the API answers, as its OpenAPI describes it. Unknown is null; days are ISO 8601; countries ISO 3166-1 alpha-3; offsets are code points.

What the desk already has as a dataclass is answered as it is (`Party`, `Trend`, `Decided`); of `EventRow` only the name is another.
"""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeVar, get_type_hints

from pydantic import BaseModel, ConfigDict, Field

from dateline.desk.finding import EventRow
from dateline.web.history import Decided

T = TypeVar("T")


class Model(BaseModel):
    model_config = ConfigDict(from_attributes=True, frozen=True)


class Problem(Model):
    """RFC 9457."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    remedy: str | None = None
    place: str | None = None


class Event(Model):
    """One event, however many tell of it. `contested` are the details in which the reports differ."""

    __annotations__ = get_type_hints(EventRow)


class Telling(Model):
    """The event as one article tells it. `values` are in words, one for each field that is told."""

    id: str
    article: str | None
    outlet: str | None
    published: str | None
    headline: str | None
    url: str | None
    values: dict[str, str]
    confidence: float
    score: float | None
    because: tuple[str, ...]
    fold_because: str | None
    decided_by: str
    status: str | None


class EventWhole(Event):
    """An event with all that is told of it, and what was decided."""

    told: list[Telling]
    decisions: list[Decided]


class Article(Model):
    """One report. `snippet` are the words around what was looked for, in [brackets]."""

    id: str
    headline: str
    outlet: str | None
    published: str | None
    url: str | None
    story: str | None
    events: int
    snippet: str | None = None


class ArticleWhole(Model):
    """A report with its text and its record, as `docs/record.schema.json` describes it."""

    id: str
    headline: str
    title: str | None
    outlet: str | None
    published: str | None
    published_from: str | None
    url: str | None
    language: str | None
    words: int
    story: str | None
    text: str
    record: dict[str, Any]
    versions: list[str] = Field(description="ids of all texts of this address, oldest first")


class Actor(Model):
    """Somebody across all articles."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    spellings: tuple[str, ...]
    articles: int


class Name(Model):
    """A name that somebody goes by, and why it is theirs."""

    name: str
    kind: str
    because: str


class ActorWhole(Actor):
    names: list[Name]


class Place(Model):
    id: str
    name: str
    kind: str | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    geonameid: int | None
    precision: str | None
    events: int


class Statement(Model):
    id: str
    article: str
    speaker: str | None
    content: str
    kind: str
    day: str | None
    outlet: str | None
    published: str | None


class Claim(Model):
    """A standing assertion; `contests` are the ids of claims against it."""

    id: str
    article: str
    kind: str
    claimant: str | None
    object: str
    ground: str | None
    contests: list[str]
    status: str | None
    decided_by: str


class Story(Model):
    id: str
    headline: str
    articles: int
    outlets: int
    events: int
    first_published: str | None
    last_published: str | None


class Day(Model):
    """How many events of one day, month or year; null: no day known."""

    day: str | None
    events: int


class Format(Model):
    name: str
    about: str
    suffix: str
    address: str


class Page(Model, Generic[T]):
    """One page of an answer; `next` is the address of the one after it, null on the last."""

    items: list[T]
    page: int
    size: int
    next: str | None


class CountedPage(Page[T], Generic[T]):
    """`total` is the number of all, not of this page."""

    total: int


class Selector(BaseModel):
    type: Literal["TextPositionSelector", "TextQuoteSelector"]
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None


class Target(BaseModel):
    source: str
    selector: list[Selector]


class Body(BaseModel):
    type: str
    purpose: str
    value: str
    format: str | None = None


class Annotation(BaseModel):
    id: str
    type: Literal["Annotation"]
    motivation: str
    body: list[Body]
    target: Target


class AnnotationPage(BaseModel):
    id: str
    type: Literal["AnnotationPage"]
    partOf: str  # noqa: N815  (the W3C's word)
    startIndex: int  # noqa: N815
    items: list[Annotation]
    next: str | None = None


class AnnotationCollection(BaseModel):
    """W3C Web Annotation Data Model: the facts of an article, each with the words it stands on."""

    context: str = Field(serialization_alias="@context", validation_alias="@context")
    id: str
    type: Literal["AnnotationCollection"]
    label: str
    total: int
    first: AnnotationPage
