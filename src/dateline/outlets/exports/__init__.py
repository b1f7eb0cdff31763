"""Exports: events as the tools of the field read them. Rows go in, bytes come out piece by piece, in constant memory.

Formats are a named registry; an unknown name lists the valid ones. What a format cannot say truthfully (a denied event in a table without a
column for denial, an undated one on a timeline) is left out, counted, and the reason given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from dateline.errors import StopRun

if TYPE_CHECKING:
    from dateline.outlets.exports.rows import EventRow


OPTIONS = {
    "hxl": "a row of humanitarian tags under the header",
    "bom": "a byte order mark, by which Excel knows a CSV for UTF-8",
}


@dataclass(frozen=True, slots=True)
class Format:
    """A format, where its writer is (module:function), and what it cannot say: a reason for each row that is to be left out, else None."""

    name: str
    about: str
    suffix: str
    where: str
    refuses: Callable[[EventRow], str | None]
    options: tuple[str, ...] = ()  # of OPTIONS

    def writer(self) -> Callable[..., Iterator[str | bytes]]:
        """Raises StopRun naming the extra to install when the format's library is missing."""
        module, _, function = self.where.partition(":")
        found: Callable[..., Iterator[str | bytes]] = getattr(import_module(f"dateline.outlets.exports.{module}"), function)
        return found


def _nothing(_: EventRow) -> str | None:
    return None


def _not_told(row: EventRow) -> str | None:
    if row.modality != "asserted":
        return f"told as {row.modality}, and the format has no column for that"
    return "rejected by a person" if row.status == "rejected" else None


def _undated(row: EventRow) -> str | None:
    reason = _not_told(row)
    return reason or (None if row.days and row.days.first else "without a day, month or year")


def _nowhere(row: EventRow) -> str | None:
    reason = _undated(row)
    if reason:
        return reason
    if not row.place or not row.place.country:
        return "without a country"
    return None if row.days and (row.days.first or "")[:7] == (row.days.last or "")[:7] else "without a known month"


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("csv", "Dateline's own columns, a row for each event; safe in a spreadsheet", ".csv", "flat:write_csv", _nothing, ("bom",)),
        Format("jsonl", "the rows with every telling and its spans, JSON Lines", ".jsonl", "jsonl:write", _nothing),
        Format("plover", "PLOVER records, JSON Lines", ".jsonl", "plover:write", _not_told),
        Format("polecat", "POLECAT's 40 columns, tab-separated", ".tsv", "polecat:write", _not_told),
        Format("acled", "ACLED's 31 columns (it is not ACLED data), CSV", ".csv", "acled:write", _not_told, ("hxl", "bom")),
        Format("gdelt", "the 61 columns of GDELT 2 events, tab-separated, without a header", ".tsv", "gdelt:write", _not_told),
        Format("ftm", "FollowTheMoney entities, JSON Lines", ".ftm.jsonl", "ftm:write", _not_told),
        Format("annotations", "W3C Web Annotations of the words of evidence, JSON-LD", ".jsonld", "annotations:write", _nothing),
        Format("geojson", "a Feature for each event, GeoJSON", ".geojson", "geojson:write", _nothing),
        Format("graphml", "who to whom: the network of actors, GraphML", ".graphml", "graphml:write", _not_told),
        Format("gexf", "who to whom: the network of actors, GEXF 1.3 for Gephi", ".gexf", "gexf:write", _not_told),
        Format("timelinejs", "TimelineJS slides, JSON", ".json", "timelinejs:write", _undated),
        Format("parquet", "the columns of csv with their types, Parquet (needs pyarrow)", ".parquet", "parquet:write", _nothing),
        Format("country-months", "counts by country and month, CSV", ".csv", "country_months:write", _nowhere, ("bom",)),
    )
}


def export(rows: Iterable[EventRow], form: str, *, options: Collection[str] = (), left_out: Counter[str] | None = None) -> Iterator[bytes]:
    """The rows in the format named `form`, as UTF-8 or binary pieces. `left_out` counts, by reason, the rows that the format cannot hold.

    Raises StopRun for an unknown format or an option that it does not have, at once and not at the first piece.
    """
    if form not in FORMATS:
        raise StopRun(f"unknown export format {form!r}", remedy=f"one of {', '.join(FORMATS)}")
    chosen = FORMATS[form]
    for option in options:
        if option not in chosen.options:
            having = [f.name for f in FORMATS.values() if option in f.options]
            raise StopRun(
                f"{form} has no option {option!r}",
                remedy=f"{', '.join(having) or 'no format'} has it" if len(having) < 2 else f"{', '.join(having)} have it",
            )
    writer = chosen.writer()
    counted = Counter[str]() if left_out is None else left_out
    return _pieces(writer(_kept(rows, chosen, counted), **dict.fromkeys(options, True)))


def _kept(rows: Iterable[EventRow], chosen: Format, left_out: Counter[str]) -> Iterator[EventRow]:
    for row in rows:
        reason = chosen.refuses(row)
        if reason is None:
            yield row
        else:
            left_out[reason] += 1


def _pieces(pieces: Iterator[str | bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield piece.encode("utf-8") if isinstance(piece, str) else piece
