"""`dateline export`: records in, one file of the chosen format out, piece by piece."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import StopRun
from dateline.outlets.exports import FORMATS, OPTIONS, export
from dateline.record import Record
from dateline.sources.whole import whole

if TYPE_CHECKING:
    from dateline.outlets.exports.rows import EventRow


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks the subcommand into the command line."""
    p = commands.add_parser(
        "export",
        help="write the events of records in another tool's format",
        description="Write the events of records in another tool's format. What a format cannot say truthfully is left out and counted on stderr.",
        epilog="formats: " + "; ".join(f"{f.name}: {f.about}" for f in FORMATS.values()),
    )
    p.add_argument(
        "paths", nargs="+", metavar="RECORDS", help='a desk, or files of records (dateline read --format jsonl), or "-" for standard input'
    )
    p.add_argument(
        "--filter", metavar="QUERY", help='which events of a desk: "type=ASSAULT&country=MLI&since=2022-04" (docs/desk.md has every field)'
    )
    p.add_argument("--format", required=True, choices=tuple(FORMATS), help="what to write; docs/exports.md has every column")
    p.add_argument("--output", metavar="FILE", type=Path, help="write there rather than to standard output")
    for option, about in OPTIONS.items():
        having = ", ".join(f.name for f in FORMATS.values() if option in f.options)
        p.add_argument(f"--{option}", action="store_true", help=f"{having}: {about}")
    p.set_defaults(run=run)


def run(a: argparse.Namespace) -> int:
    """The exit code: 1 when some line held no record (each is named on stderr)."""
    from dateline.outlets.exports.of_records import rows_of

    if a.filter and not Path(a.paths[0]).is_dir():
        raise StopRun("a filter is for a desk, not for files of records", place="--filter", remedy="give the desk's folder")
    broken: list[str] = []
    left_out: Counter[str] = Counter()
    rows = rows_of(_records(a.paths, broken)) if not Path(a.paths[0]).is_dir() else _of_desk(a.paths, a.filter)
    pieces = export(rows, a.format, options=[o for o in OPTIONS if getattr(a, o)], left_out=left_out)
    if a.output is None:
        if FORMATS[a.format].name == "parquet" and sys.stdout.isatty():
            raise StopRun("Parquet is binary and the output is a terminal", place="--format parquet", remedy="give --output FILE")
        _pour(pieces, sys.stdout.buffer)
    else:
        _into(pieces, a.output)
    for reason, n in left_out.items():
        print(f"dateline: {n} event{'s' if n > 1 else ''} left out: {reason}", file=sys.stderr)
    return 1 if broken else 0


def _of_desk(paths: list[str], query: str | None) -> Iterator[EventRow]:
    """The rows of a desk that the filter means."""
    from dateline.desk import Filter, open_desk
    from dateline.outlets.exports.of_desk import rows_of_desk

    if len(paths) > 1:
        raise StopRun("several desks, or a desk and files", place=paths[1], remedy="export one desk at a time")
    f = Filter.from_query(query or "")
    with open_desk(paths[0]) as desk:
        yield from rows_of_desk(desk, f)


def _pour(pieces: Iterable[bytes], out: BinaryIO) -> None:
    for piece in pieces:
        out.write(piece)
    out.flush()


def _into(pieces: Iterable[bytes], path: Path) -> None:
    try:
        with whole(path) as part, part.open("wb") as out:
            _pour(pieces, out)
    except OSError as e:
        raise StopRun(f"cannot be written: {e.strerror}", place=str(path), remedy="choose another --output") from e


def _records(paths: Iterable[str], broken: list[str]) -> Iterator[Record]:
    """The records of all files, one line at a time; a line that holds none is named, counted and passed over."""
    for path in paths:
        for n, line in enumerate(_lines(path), 1):
            if not line.strip():
                continue
            try:
                yield Record.from_json(line)
            except ValueError as e:
                place = f"{path}:{n}"
                broken.append(place)
                print(f"dateline: {place}: not a record: {str(e)[:200]}; make records with dateline read --format jsonl", file=sys.stderr)


def _lines(path: str) -> Iterator[bytes]:
    if path == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as f:
            yield from f
    except OSError as e:
        raise StopRun(f"cannot be read: {e.strerror}", place=path, remedy="give a file of records") from e
