"""The record: what one article becomes. Frozen dataclasses that mirror the JSON of `record.schema.json` field by field.

Offsets are half-open ``[start, end)`` counts of Unicode code points into ``article.text``. Dates are ISO 8601 prefixes
(``2021``, ``2021-08``, ``2021-08-17``; a decade is ``198``). Countries are ISO 3166-1 alpha-3. Unknown is ``None``, never a guess.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

VERSION = 1
_AT = re.compile(r"((?:'|\") at )(\d+)$")  # a reason that names words says where they stand

Span = tuple[int, int]
Spans = tuple[Span, ...]
T = TypeVar("T")

MENTION_LABELS = ("person", "organization", "nationality", "location", "facility", "date", "money", "product", "misc")
FORMS = ("name", "nominal", "pronoun")
BLOCK_KINDS = ("title", "heading", "paragraph", "quote", "caption", "credit", "byline", "dateline", "chrome", "duplicate")
ACTOR_KINDS = ("person", "group", "organization", "state", "population")
MODALITIES = ("asserted", "future", "hypothetical", "negated")
STATEMENT_KINDS = ("direct", "indirect", "mixed")


@dataclass(frozen=True, slots=True)
class Byline:
    name: str
    role: str | None = None
    email: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page with one function (one of BLOCK_KINDS). Blocks are in order and do not overlap."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's caption (None when only its credit is printed), its credits and how often the page prints it."""

    caption: Span | None
    credits: tuple[str, ...] = ()
    printed: int = 1


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    published_from: str | None = None
    bylines: tuple[Byline, ...] = ()
    blocks: tuple[Block, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, date or referring phrase. `label` is one of MENTION_LABELS, `form` one of FORMS; `refers_to` is an actor's or place's id.

    A name that is both somebody and somewhere ("Tehran refused") stands twice, once for the actor and once for the place.
    """

    start: int
    end: int
    label: str
    form: str = "name"
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class RoleTitle:
    """An office or description as printed ("Vice President")."""

    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Actor:
    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    roles: tuple[RoleTitle, ...] = ()
    known_as: dict[str, str] = dataclasses.field(default_factory=dict)
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """`precision` is one of site city district province country region: draw nothing finer than this."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    precision: str | None = None
    confidence: float = 0.0
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression with its TIMEX3 type and value; `value` is None when it cannot be known."""

    id: str
    start: int
    end: int
    type: str
    value: str | None
    precision: str | None = None
    first: str | None = None
    last: str | None = None
    anchor: str | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported speech, writing or belief. `content` are spans of the text, never stitched into one string; `because` says what chose its parts."""

    id: str
    speaker: str | None
    content: Spans
    cue: Span | None
    kind: str
    channel: str | None = None
    outlet: str | None = None
    addressee: tuple[str, ...] = ()
    date: str | None = None
    negated: bool = False
    confidence: float = 0.0
    source: Span | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as told: at least `low`, at most `high` (None: no bound told)."""

    low: int | None
    high: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """`type`, `mode`, `contexts`, `quad` and `intensity` follow PLOVER; `spans` maps "role:id" to the words that put it there."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    intensity: float
    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    modality: str = "asserted"
    attributed_to: str | None = None
    killed: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    confidence: float = 0.0
    spans: dict[str, Span] = dataclasses.field(default_factory=dict)
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Faint:
    """A word that may tell of an event and is too unsure to stand alone; reports that tell the same for sure bear it out (`dateline.stories`)."""

    trigger: Span
    type: str
    mode: str | None = None
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Claim:
    """A standing assertion that others may contest. `kind`: office government territory responsibility toll recognition legality.

    `ground` is what the claimant rests on ("the constitution"), `span` the words that claim.
    """

    id: str
    kind: str
    claimant: str | None
    object: str
    statement: str | None = None
    ground: Span | None = None
    contests: tuple[str, ...] = ()
    span: Span | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    article: Article
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[Date, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    faint: tuple[Faint, ...] = ()
    version: int = VERSION

    def quote(self, span: Span) -> str:
        """The exact characters of a span. Raises IndexError for a span outside the text."""
        start, end = span
        if not 0 <= start <= end <= len(self.article.text):
            raise IndexError(f"span [{start}, {end}) lies outside the article's {len(self.article.text)} characters")
        return self.article.text[start:end]

    def placed(self, where: Callable[[Span], Span]) -> Record:
        """The record with every span but the page's own (its article's) led elsewhere."""
        return dataclasses.replace(
            self,
            **{
                f.name: _placed(_hints(Record)[f.name], getattr(self, f.name), where)
                for f in dataclasses.fields(self)
                if f.name != "article"
            },
        )

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON; the same record gives the same bytes."""
        return json.dumps(dataclasses.asdict(self), ensure_ascii=False, indent=indent, sort_keys=False)

    @classmethod
    def from_json(cls, data: str | bytes) -> Record:
        """The record that `to_json` wrote. Raises ValueError naming the field that does not fit."""
        raw = json.loads(data)
        if not isinstance(raw, dict) or raw.get("version") != VERSION:
            raise ValueError(f"not a record of version {VERSION}: {str(data)[:80]!r}")
        record: Record = _build(cls, raw, "record")
        return record


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


@cache
def _shape(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    return get_origin(hint), get_args(hint)


def _placed(hint: Any, value: Any, where: Callable[[Span], Span]) -> Any:
    """`value` with its spans led elsewhere: those of type Span, and the `start` and `end` of whatever has both."""
    origin, args = _shape(hint)
    if hint is str:
        return _AT.sub(lambda m: f"{m[1]}{where((int(m[2]), int(m[2])))[0]}", value)
    if value is None or hint in (int, float, bool):
        return value
    if origin in (types.UnionType, typing.Union):
        return _placed(next(a for a in args if a is not type(None)), value, where)
    if hint == Span:
        return where(value)
    if dataclasses.is_dataclass(hint):
        hints = _hints(typing.cast(type, hint))
        new = {name: _placed(h, getattr(value, name), where) for name, h in hints.items() if name not in ("start", "end")}
        if "start" in hints:
            new["start"], new["end"] = where((value.start, value.end))
        return dataclasses.replace(value, **new)
    if origin is tuple:
        return tuple(_placed(args[0], x, where) for x in value)
    if origin is dict:
        return {k: _placed(args[1], x, where) for k, x in value.items()}
    raise TypeError(f"a field of {hint} is not known to the record")


def _build(hint: Any, raw: Any, where: str) -> Any:
    """`raw` JSON as the type `hint` asks; ValueError names the field."""
    origin, args = _shape(hint)
    if origin in (types.UnionType, typing.Union):
        return None if raw is None else _build(next(a for a in args if a is not type(None)), raw, where)
    if dataclasses.is_dataclass(hint):
        if not isinstance(raw, dict):
            raise ValueError(f"{where}: expected an object, got {raw!r}")
        hints = _hints(typing.cast(type, hint))
        unknown = set(raw) - set(hints)
        if unknown:
            raise ValueError(f"{where}: unknown field {sorted(unknown)[0]!r}")
        try:
            return typing.cast(Any, hint)(**{k: _build(hints[k], v, f"{where}.{k}") for k, v in raw.items()})
        except TypeError as e:
            raise ValueError(f"{where}: {e}") from e
    if origin is tuple:
        if not isinstance(raw, list):
            raise ValueError(f"{where}: expected a list, got {raw!r}")
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_build(args[0], x, f"{where}[{i}]") for i, x in enumerate(raw))
        if len(raw) != len(args):
            raise ValueError(f"{where}: expected {len(args)} values, got {raw!r}")
        return tuple(_build(a, x, f"{where}[{i}]") for i, (a, x) in enumerate(zip(args, raw, strict=True)))
    if origin is dict:
        if not isinstance(raw, dict):
            raise ValueError(f"{where}: expected an object, got {raw!r}")
        return {k: _build(args[1], v, f"{where}.{k}") for k, v in raw.items()}
    if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    if not isinstance(raw, hint) or (hint is int and isinstance(raw, bool)):
        raise ValueError(f"{where}: expected {hint.__name__}, got {raw!r}")
    return raw
