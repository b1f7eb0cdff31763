"""One filter for everything a desk shows: find, timeline, trends, brief, export and the browser. It comes from options or an address, and goes back into one."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dateline.desk.errors import FilterError

SORTS = ("day", "-day", "published", "-published", "reports", "killed", "sure", "unsure", "relevance")
ROLES = ("any", "actor", "recipient")
STATUSES = ("standing", "undecided", "accepted", "rejected", "all")
MODALITIES = ("asserted", "future", "hypothetical", "negated")
LARGEST_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events are meant; an empty filter means all that no person rejected. Lists are alternatives, fields add up.

    `text` are words of the articles ("harbour strike" both, "\\"general strike\\"" as a phrase, -word without it, strik* any ending). `since` and
    `until` bound the days of the event, `published_since` and `published_until` those of the reports; all are ISO dates or their beginnings.
    `box` is south, west, north, east in degrees; an event known only by its country is in no box.
    """

    text: str | None = None
    actor: str | None = None
    role: str = "any"
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    quad: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    place: str | None = None
    country: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    source: tuple[str, ...] = ()
    story: str | None = None
    event: str | None = None
    status: str = "standing"
    decided_by: str | None = None
    killed: int | None = None
    reports: int | None = None
    sure: float | None = None
    contested: bool = False
    sort: str = "-day"
    page: int = 1
    size: int = 50

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Filter:
        """The filter that named values make; lists may be strings with commas. Raises FilterError naming the field and what it takes."""
        known = {f.name for f in fields(cls)}
        made: dict[str, Any] = {}
        for name, value in given.items():
            if name not in known:
                raise FilterError(f"{name!r} is no field of a filter", place="filter", remedy=f"one of {', '.join(sorted(known))}")
            if value is None or value == "" or value == ():
                continue
            made[name] = _read(name, value)
        return cls(**made)

    @classmethod
    def from_query(cls, query: str) -> Filter:
        """The filter in an address ("type=ASSAULT&country=MLI,NER"); a name given twice is two alternatives."""
        given: dict[str, Any] = {}
        for name, value in parse_qsl(query.removeprefix("?"), keep_blank_values=False):
            given[name] = f"{given[name]},{value}" if name in given else value
        return cls.of(given)

    @classmethod
    def from_options(cls, options: argparse.Namespace) -> Filter:
        """The filter of a command line that `add_options` prepared."""
        return cls.of({f.name: getattr(options, f.name) for f in fields(cls) if getattr(options, f.name, None) is not None})

    def to_query(self) -> str:
        """The filter as part of an address; what is as usual is left out. `from_query` gives the same filter again."""
        usual = Filter()
        out = [(f.name, _write(getattr(self, f.name))) for f in fields(self) if getattr(self, f.name) != getattr(usual, f.name)]
        return urlencode(out)

    def on_page(self, page: int) -> Filter:
        """The same filter, another page."""
        return replace(self, page=page)


def add_options(p: argparse.ArgumentParser, *, pages: bool = True) -> None:
    """The filter's options for a command."""
    g = p.add_argument_group("filter")
    g.add_argument("--text", metavar="WORDS", help='words of the articles: both, "a phrase", -without, any*')
    g.add_argument("--actor", metavar="NAME", help="who takes part, in any spelling, or an actor's id")
    g.add_argument("--role", choices=ROLES, help="whether the actor did it or it was done to them (default: any)")
    g.add_argument("--type", metavar="TYPE", help="PLOVER types, with commas: ASSAULT,PROTEST")
    g.add_argument("--mode", metavar="MODE", help="PLOVER modes, with commas")
    g.add_argument("--quad", metavar="QUAD", help='"material conflict" and the like, with commas')
    g.add_argument("--modality", metavar="MODALITY", help=f"{', '.join(MODALITIES)}, with commas")
    g.add_argument("--place", metavar="NAME", help="a place, a province, or a place's id")
    g.add_argument("--country", metavar="CODE", help="ISO codes of three letters or names, with commas")
    g.add_argument("--box", metavar="S,W,N,E", help="within these degrees: south,west,north,east")
    g.add_argument("--since", metavar="DATE", help="the event is not before (2021-08-17, 2021-08, 2021)")
    g.add_argument("--until", metavar="DATE", help="the event is not after")
    g.add_argument("--published-since", metavar="DATE", help="a report is not before")
    g.add_argument("--published-until", metavar="DATE", help="a report is not after")
    g.add_argument("--source", metavar="OUTLET", help="told by one of these outlets, with commas")
    g.add_argument("--story", metavar="ID", help="of this story")
    g.add_argument("--event", metavar="ID", help="this event; an id that went leads to what stands for it")
    g.add_argument("--status", choices=STATUSES, help="what a person decided (default: standing, that is all but the rejected)")
    g.add_argument("--decided-by", choices=("machine", "person"), help="whose word it is")
    g.add_argument("--killed", metavar="N", help="at least so many killed")
    g.add_argument("--reports", metavar="N", help="told by at least so many reports")
    g.add_argument("--sure", metavar="0..1", help="read at least so surely")
    g.add_argument("--contested", action="store_true", default=None, help="only where the reports differ")
    if pages:
        g.add_argument("--sort", choices=SORTS, help="default: -day, the latest first")
        g.add_argument("--page", metavar="N", help="which page (from 1)")
        g.add_argument("--size", metavar="N", help="how many on a page (default 50)")


def _read(name: str, value: Any) -> Any:
    if name in ("type", "mode", "quad", "modality", "country", "source"):
        parts = tuple(dict.fromkeys(x.strip() for x in (value.split(",") if isinstance(value, str) else value) if x.strip()))
        return tuple(x.upper() for x in parts) if name == "type" else parts
    if name == "box":
        return _box(value)
    if name in ("since", "until", "published_since", "published_until"):
        from dateline.sources import iso_date

        day = iso_date(str(value))
        if day is None:
            raise FilterError(f"{value!r} is no date", place=name, remedy="write it as 2021-08-17, 2021-08 or 2021")
        return day
    if name in ("killed", "reports", "page", "size"):
        least = 1 if name in ("page", "size") else 0
        if not str(value).isdecimal() or int(value) < least or (name == "size" and int(value) > LARGEST_PAGE):
            raise FilterError(
                f"{value!r} is no number that fits",
                place=name,
                remedy=f"give {least} or more" + f", at most {LARGEST_PAGE}" * (name == "size"),
            )
        return int(value)
    if name == "sure":
        try:
            sure = float(value)
        except ValueError:
            sure = -1.0
        if not 0.0 <= sure <= 1.0:
            raise FilterError(f"{value!r} is no probability", place=name, remedy="give a number from 0 to 1")
        return sure
    if name == "contested":
        return value is True or str(value).lower() in ("1", "true", "yes", "on")
    choices = {"sort": SORTS, "role": ROLES, "status": STATUSES, "decided_by": ("machine", "person")}.get(name)
    if choices and value not in choices:
        raise FilterError(f"{value!r} is not possible", place=name, remedy=f"one of {', '.join(choices)}")
    return str(value)


def _box(value: Any) -> tuple[float, float, float, float]:
    try:
        south, west, north, east = (float(x) for x in (value.split(",") if isinstance(value, str) else value))
    except (ValueError, TypeError) as e:
        raise FilterError(f"{value!r} is no box", place="box", remedy="give south,west,north,east in degrees: 10,-5,20,8") from e
    if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
        raise FilterError(
            f"{value!r} is no box on earth", place="box", remedy="give south,west,north,east; west may be larger over the date line"
        )
    return south, west, north, east


def _write(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(f"{x:g}" if isinstance(x, float) else x for x in value)
    return "1" if value is True else str(value)
