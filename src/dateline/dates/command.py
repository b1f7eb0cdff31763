"""`dateline dates`: the time expressions of texts with their TIMEX3 values, nothing else read."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from typing import TYPE_CHECKING

from dateline.errors import StopRun
from dateline.sources.arguments import add_declared, add_paths

if TYPE_CHECKING:
    from dateline.record import Date
    from dateline.sources import Source

FORMATS = ("text", "jsonl", "timeml")


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks the subcommand into the command line."""
    p = commands.add_parser(
        "dates",
        help="find the dates of a text",
        description="Find the time expressions of English texts and resolve them to TIMEX3 values. No model is read, so it is fast.",
    )
    add_paths(p, about='a text, a JSON Lines file, or "-" for standard input')
    p.add_argument(
        "--published", metavar="DATE", help="the day of publication, 2021-08-20; without one, dates that need an anchor have no value"
    )
    add_declared(p, kinds=("auto", "text", "jsonl"))
    p.add_argument("--format", choices=FORMATS, default="text", help="a table, one JSON object a text, or the text with TIMEX3 tags")
    p.set_defaults(run=run)


def run(a: argparse.Namespace) -> int:
    """The exit code: 1 when some document could not be read (each is named on stderr)."""
    from dateline.dates.finding import find_dates
    from dateline.dates.timeml import timeml
    from dateline.sources import HTML, Failure, open_sources

    failed = told = 0
    for source in open_sources(a.paths, declared=a.declared, published=a.published):
        if not isinstance(source, Failure) and source.kind == HTML:
            source = Failure(
                source.origin,
                "is a web page",
                source.line,
                remedy="give its text (dateline read FILE reads pages, dates and all)",
                id=source.id,
            )
        if isinstance(source, Failure):
            failed += 1
            print(f"dateline: {source}", file=sys.stderr)
            continue
        told += 1
        dates = find_dates(source.text, published=source.published)
        if a.format == "timeml":
            if told > 1:
                raise StopRun("a TimeML file holds one text", place=source.place, remedy="give one text at a time, or --format jsonl")
            print(timeml(source.text, dates, published=source.published), end="")
        elif a.format == "jsonl":
            row = {"id": source.id, "published": source.published, "dates": [dataclasses.asdict(d) for d in dates]}
            print(json.dumps(row, ensure_ascii=False))
        else:
            if told > 1:
                print()
            _table(source, dates)
    return 1 if failed else 0


def _table(source: Source, dates: tuple[Date, ...]) -> None:
    """One line a date: where, what words, type, value, and why."""
    if source.line is not None:
        print(f"# {source.id or source.place}")
    rows = [
        (f"{d.start}-{d.end}", " ".join(source.text[d.start : d.end].split()), d.type, d.value or "(unknown)", d.because) for d in dates
    ]
    widths = [max((len(r[i]) for r in rows), default=0) for i in range(4)]
    for r in rows:
        print("  ".join([*(cell.ljust(w) for cell, w in zip(r, widths, strict=False)), r[4]]).rstrip())
