"""The command line: thin commands over the public API. Answers go to stdout, progress and failures to stderr.

Exit codes: 0 every document was read; 1 some could not be (each is named on stderr); 2 the request itself is wrong; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dateline import __version__
from dateline.actors.command import add_command as add_same
from dateline.codebook.command import add_command as add_codebook
from dateline.dates.command import add_command as add_dates
from dateline.desk.command import add_command as add_desk
from dateline.errors import DatelineError, StopRun
from dateline.outlets.exports.command import add_command as add_export
from dateline.places.command import add_command as add_gazetteer
from dateline.sources.arguments import add_declared, add_paths, add_workers, check_workers
from dateline.stories.command import add_command as add_stories
from dateline.web.command import add_command as add_web

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.record import Record
    from dateline.sources import Failure, Source

FORMATS = ("text", "jsonl", "html", "markdown")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says what happened."""
    arguments = _parser().parse_args(argv)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")  # what a page holds is written whatever the terminal's locale
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # the reader of our output has gone (`| head`): nothing is wrong, and nothing more can be said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("dateline: interrupted", file=sys.stderr)
        return 130
    except DatelineError as e:
        print(f"dateline: {e}", file=sys.stderr)
        return 2 if isinstance(e, StopRun) else 1


def _parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(
        prog="dateline",
        description="Read news reports of political conflict into records: who did what to whom, where, when, and who says so.",
    )
    top.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    read = commands.add_parser(
        "read", help="turn reports into records", description="Turn reports (files, web pages, standard input, JSON Lines) into records."
    )
    add_paths(read)
    read.add_argument(
        "--published", metavar="DATE", help="the day of publication, 2021-08-20; dates that need an anchor have no value without one"
    )
    add_declared(read)
    read.add_argument("--format", choices=FORMATS, help="default: text on a terminal, jsonl otherwise")
    read.add_argument(
        "--output",
        metavar="PATH",
        help="write there rather than to standard output: a file, or a folder (name/) with a file for each document",
    )
    add_workers(read)
    read.add_argument("--allow-private", action="store_true", help="fetch addresses of private networks too")
    read.add_argument(
        "--gazetteer", metavar="FILE", type=Path, help="a gazetteer made with dateline gazetteer import (default: the shipped one)"
    )
    read.add_argument(
        "--knowledge",
        metavar="FILE",
        type=Path,
        action="append",
        default=[],
        help="link actors to this knowledge base of yours: CSV, FollowTheMoney or Wikidata-style JSON lines (may be given again)",
    )
    read.add_argument(
        "--codebook", metavar="FILE", type=Path, help="code the event types of this codebook too (dateline codebook check FILE)"
    )
    read.set_defaults(run=_read)
    add_stories(commands)
    add_same(commands)
    add_dates(commands)
    add_gazetteer(commands)
    add_codebook(commands)
    add_export(commands)
    add_desk(commands)
    add_web(commands)
    return top


def _read(a: argparse.Namespace) -> int:
    from dateline.outlets.delivery import Delivery
    from dateline.runs import read_all
    from dateline.sources import Failure, open_sources

    check_workers(a.workers)
    if a.gazetteer is not None:
        from dateline.places.command import opened as opened_gazetteer

        opened_gazetteer(a.gazetteer)
        os.environ["DATELINE_GAZETTEER"] = str(a.gazetteer)  # for the worker processes too
    bases = []
    if a.knowledge:
        from dateline.actors.knowledge import linked, read_knowledge

        bases = [read_knowledge(file) for file in a.knowledge]
    if a.codebook is not None:
        from dateline.codebook.configured import VARIABLE, configured

        os.environ[VARIABLE] = str(a.codebook)  # for the worker processes too
        configured()
    form = a.format or ("text" if a.output is None and sys.stdout.isatty() else "jsonl")
    sources = _noted(open_sources(a.paths, declared=a.declared, published=a.published, allow_private=a.allow_private))
    failed = 0
    with Delivery(form, a.output) as out:
        for got in _with_progress(read_all(sources, workers=a.workers)):
            if isinstance(got, Failure):
                failed += 1
                print(f"dateline: {got}", file=sys.stderr)
                continue
            if got.article.language not in ("en", None):
                print(
                    f"dateline: {got.article.id}: written in {got.article.language!r}: read for names, places and dates only",
                    file=sys.stderr,
                )
            for base in bases:
                got = linked(got, base)
            out.give(got)
    return 1 if failed else 0


def _noted(sources: Iterable[Source | Failure]) -> Iterator[Source | Failure]:
    """The same sources; what had to be assumed to read one (an encoding nobody declared) is said on stderr."""
    for s in sources:
        for note in getattr(s, "notes", ()):
            print(f"dateline: {s.place}: {note}", file=sys.stderr)
        yield s


def _with_progress(records: Iterable[Record | Failure]) -> Iterator[Record | Failure]:
    """A counter on stderr once there are several documents and somebody is watching."""
    watching = sys.stderr.isatty()
    n = 0
    for n, got in enumerate(records, 1):
        yield got
        if watching and n > 1:
            print(f"\rdateline: {n} documents read ", end="", file=sys.stderr, flush=True)
    if watching and n > 1:
        print(file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
