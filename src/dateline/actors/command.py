"""`dateline same`: are two names one? For a pair, or for every row of a table."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import StopRun

if TYPE_CHECKING:
    from dateline.actors.matching import Verdict

KINDS = ("person", "organization")


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks the subcommand into the command line."""
    p = commands.add_parser(
        "same",
        help="say whether two names are one",
        description="Say whether two names are one (yes, no or maybe), with a score from 0 to 1 and the reason.",
    )
    p.add_argument("names", nargs="*", metavar="NAME", help="two names")
    p.add_argument("--kind", choices=KINDS, help="what the names are of (default: their words decide)")
    p.add_argument("--table", metavar="FILE", help='a CSV file with two names a row ("-" for standard input), instead of two names')
    p.add_argument(
        "--columns",
        nargs=2,
        metavar="COLUMN",
        help="the file has a header, and these are the columns of the names (default: the first two, no header)",
    )
    p.add_argument("--format", choices=("text", "csv", "jsonl"), help="default: text for a pair, csv for a table")
    p.set_defaults(run=run)


def run(a: argparse.Namespace) -> int:
    """The exit code: 1 when some row has no two names (each is named on stderr)."""
    if a.table is None and len(a.names) != 2:
        raise StopRun(f"{len(a.names)} names given", place="same", remedy='give two, as in dateline same "Kyiv" "Kiev", or --table FILE')
    if a.table is not None and a.names:
        raise StopRun("names and a table given", place="same", remedy="give either two names or --table FILE")
    if a.columns and a.table is None:
        raise StopRun("columns named without a table", place="--columns", remedy="add --table FILE")
    from dateline.actors.matching import same

    form = a.format or ("csv" if a.table else "text")
    if form == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerow(("a", "b", "answer", "score", "because"))
    bad = 0
    for place, pair in [("", tuple(a.names))] if a.table is None else _pairs(a.table, a.columns):
        if len(pair) != 2:
            bad += 1
            print(f"dateline: {place}: no two names in this row", file=sys.stderr)
            continue
        _tell(pair[0], pair[1], same(pair[0], pair[1], kind=a.kind), form)
    return 1 if bad else 0


def _tell(a: str, b: str, verdict: Verdict, form: str) -> None:
    if form == "jsonl":
        row = {"a": a, "b": b, "answer": verdict.answer, "score": verdict.score, "because": verdict.because}
        print(json.dumps(row, ensure_ascii=False))
    elif form == "csv":
        csv.writer(sys.stdout, lineterminator="\n").writerow((a, b, verdict.answer, f"{verdict.score:.3f}", verdict.because))
    else:
        print(f"{verdict.answer} ({verdict.score:.2f}): {verdict.because}")


def _pairs(name: str, columns: list[str] | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where each row stands, and its two names; fewer than two when a name is missing. Blank rows are passed over."""
    try:
        file = sys.stdin if name == "-" else Path(name).open(encoding="utf-8-sig", newline="")  # noqa: SIM115  (closed below)
    except OSError as e:
        raise StopRun(f"cannot be read: {e.strerror}", place=name, remedy="give a CSV file") from e
    try:
        rows = csv.reader(file)
        at = (0, 1)
        if columns:
            header = [c.strip() for c in next(rows, [])]
            missing = [c for c in columns if c not in header]
            if missing:
                raise StopRun(f"there is no column {missing[0]!r}", place=name, remedy=f"the header has {', '.join(header) or 'nothing'}")
            at = (header.index(columns[0]), header.index(columns[1]))
        for row in rows:
            if any(cell.strip() for cell in row):
                yield f"{name}, line {rows.line_num}", tuple(row[i].strip() for i in at if i < len(row) and row[i].strip())
    except (UnicodeDecodeError, csv.Error) as e:
        raise StopRun(f"is no CSV in UTF-8: {e}", place=name, remedy="save it as CSV, UTF-8") from e
    finally:
        if file is not sys.stdin:
            file.close()
