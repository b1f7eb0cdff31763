"""How the filter's events fall into types, countries, outlets …: what a click more would leave."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.desk.filter import Filter
from dateline.web.address import USUAL, Address
from dateline.web.callings import country
from dateline.web.counting import Counts

MOST, ALL = 10, 300
TITLES = {
    "quad": "Kind", "type": "Type", "country": "Country", "place": "Place", "source": "Outlet", "modality": "Told as", "status": "Status",
    "decided_by": "Word of", "contested": "Reports differ",
}  # fmt: skip
ORDER = ("quad", "type", "country", "place", "source", "contested", "modality", "status", "decided_by")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet, how many events have it, and the address that puts it in or takes it out."""

    value: str
    label: str
    count: int
    chosen: bool
    to: str


@dataclass(frozen=True, slots=True)
class Facet:
    """`more` values are not listed; `whole` is the address where they are."""

    field: str
    title: str
    values: tuple[Value, ...]
    more: int
    whole: str = ""


def facets(at: Address, found: Counts) -> list[Facet]:
    """The facets in their order, the most told values first; what is chosen is always listed."""
    out = []
    for field in ORDER:
        counted = found.get(field, Counter())
        if field == "status":
            counted = Counter({k: n for k, n in counted.items() if k != "undecided" or n < sum(counted.values())})
        chosen = _chosen(at.filter, field)
        ranked = sorted(counted.items(), key=lambda x: (-x[1], x[0]))
        if len(ranked) < 2 and not chosen:
            continue
        most = ALL if at.own.get("all") == field else MOST
        listed = ranked[:most] + [(v, n) for v, n in ranked[most:] if v in chosen] + [(v, 0) for v in chosen if v not in counted]
        values = tuple(Value(v, _label(field, v), n, v in chosen, _to(at, field, v, v in chosen)) for v, n in listed)
        if values:
            out.append(Facet(field, TITLES[field], values, max(0, len(ranked) - len(listed)), at.with_(all=field, page=at.filter.page)))
    return out


def _chosen(f: Filter, field: str) -> tuple[str, ...]:
    value = getattr(f, field)
    if isinstance(value, tuple):
        return value
    if isinstance(value, bool):
        return ("yes",) if value else ()
    return (value,) if value not in (None, getattr(USUAL, field)) else ()


def _to(at: Address, field: str, value: str, chosen: bool) -> str:
    if field == "contested":
        return at.with_(contested=None if chosen else True)
    if field in ("status", "decided_by", "place"):
        return at.with_(**{field: None if chosen else value})
    return at.toggled(field, value)


def _label(field: str, value: str) -> str:
    if field == "country":
        return country(value)
    return "where reports differ" if field == "contested" else value
