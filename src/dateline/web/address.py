"""The address of a page: its path, the one filter, and what the screen itself asks. Every link on a page is made from it, so that the filter goes along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request

from dateline.desk.errors import FilterError
from dateline.desk.filter import Filter
from dateline.desk.query import countries
from dateline.web.returning import ours

FIELDS = tuple(f.name for f in fields(Filter))
LISTS = ("type", "mode", "quad", "modality", "country", "source")
LONGEST_VALUE = 2_000
LAST_PAGE = 1_000_000
USUAL = Filter()
PAGING = ("page", "size", "sort")


@dataclass(frozen=True, slots=True)
class Address:
    """`own` are the parameters of the screen beside the filter's."""

    path: str
    filter: Filter
    own: dict[str, str] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """The filter alone, as it stands in an address."""
        return self.filter.to_query()

    @property
    def narrows(self) -> bool:
        """Whether the filter leaves anything out."""
        return bool(self.chips())

    def on(self, path: str, **own: Any) -> str:
        """The same filter on another screen, from its first page."""
        return Address(path, replace(self.filter, page=1, size=USUAL.size, sort=USUAL.sort), _texts(own)).url()

    def with_(self, **changes: Any) -> str:
        """This screen with other values: of the filter's fields, or of its own. None takes one away. A new filter starts on the first page."""
        chosen = {k: v for k, v in changes.items() if k in FIELDS}
        own = {**self.own, **_texts({k: v for k, v in changes.items() if k not in FIELDS})}
        for k, v in changes.items():
            if v is None:
                own.pop(k, None)
        f = replace(self.filter, **{k: getattr(USUAL, k) if v is None else v for k, v in chosen.items()})
        return Address(self.path, f if "page" in changes else replace(f, page=1), own).url()

    def toggled(self, name: str, value: str) -> str:
        """This screen with a value of a list put in, or taken out where it was in."""
        held = getattr(self.filter, name)
        return self.with_(**{name: tuple(v for v in held if v != value) if value in held else (*held, value)})

    def cleared(self) -> str:
        """This screen without a filter."""
        return Address(self.path, Filter(sort=self.filter.sort, size=self.filter.size), self.own).url()

    def chips(self) -> list[tuple[str, str, str]]:
        """What narrows the filter: field, value, and the address without it."""
        out: list[tuple[str, str, str]] = []
        for name in FIELDS:
            value = getattr(self.filter, name)
            if name in PAGING or value == getattr(USUAL, name):
                continue
            if name in LISTS:
                out += [(name, v, self.toggled(name, v)) for v in value]
            else:
                shown = ", ".join(f"{x:g}" for x in value) if name == "box" else "yes" if value is True else str(value)
                out.append((name, shown, self.with_(**{name: None})))
        return out

    def hidden(self, *without: str) -> list[tuple[str, str]]:
        """Names and values for the hidden fields of a form that keeps the filter but sets the fields `without` itself."""
        f = replace(self.filter, page=1, **{n: getattr(USUAL, n) for n in without if n in FIELDS})
        own = [(k, v) for k, v in self.own.items() if k not in without]
        return parse_qsl(f.to_query()) + own

    def url(self) -> str:
        query = "&".join(q for q in (self.filter.to_query(), urlencode(self.own)) if q)
        return f"{self.path}?{query}" if query else self.path


def read(query: str, own: tuple[str, ...] = ()) -> tuple[Filter, dict[str, str]]:
    """The filter of an address and the parameters named in `own`. Raises FilterError naming what cannot be understood."""
    given: dict[str, str] = {}
    apart: dict[str, str] = {}
    try:
        pairs = parse_qsl(query, keep_blank_values=False, max_num_fields=200, errors="replace")
    except ValueError as e:
        raise FilterError("the address has too many parameters", place="address", remedy="use at most 200") from e
    for name, value in pairs:
        if len(value) > LONGEST_VALUE or "\0" in value:
            raise FilterError("this value is too long or no text", place=name[:40], remedy=f"use at most {LONGEST_VALUE} characters")
        if name in own and name not in FIELDS:
            apart[name] = value
        elif name in given and name in LISTS:
            given[name] = f"{given[name]},{value}"
        else:
            given[name] = value
    f = Filter.of(given)
    f = replace(f, country=tuple(dict.fromkeys(c for name in f.country for c in countries(name) or [name])))
    if f.page > LAST_PAGE or max(f.killed or 0, f.reports or 0) > 2**53:
        raise FilterError("this number is too large", place="filter", remedy="give a smaller one")
    return f, apart


def returned(to: str, path: str, own: tuple[str, ...]) -> Address:
    """The address of `path` that a form brings back; any other is that screen's beginning."""
    parts = urlsplit(ours(to))
    f, apart = read(parts.query if parts.path == path else "", own)
    return Address(path, f, apart)


def here(*own: str) -> Callable[[Request], Address]:
    """The dependency that reads a request's address: `at: Annotated[Address, Depends(here("by", "days"))]`."""

    def of_request(request: Request) -> Address:
        f, apart = read(request.url.query, own)
        return Address(request.url.path, f, apart)

    return of_request


def _texts(values: dict[str, Any]) -> dict[str, str]:
    return {k: str(v) for k, v in values.items() if v is not None and v != ""}
