"""`dateline stories`: reports in, one line for each with its story and the rows of its events, in the order of the input."""

from __future__ import annotations

import argparse
import sys

from dateline.sources.arguments import add_declared, add_paths, add_workers, check_workers


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks the subcommand into the command line."""
    p = commands.add_parser(
        "stories",
        help="fold many reports into stories and events",
        description="Read reports and say which tell of one story and of one event.",
    )
    add_paths(p)
    add_declared(p)
    p.add_argument("--format", choices=("jsonl",), default="jsonl", help="one JSON object for each article: id, story, events")
    add_workers(p)
    p.set_defaults(run=run)


def run(a: argparse.Namespace) -> int:
    """The exit code: 1 when some document could not be read (each is named on stderr)."""
    from dateline.runs import read_all
    from dateline.sources import Failure, open_sources
    from dateline.stories.newsroom import Newsroom

    check_workers(a.workers)
    room = Newsroom()
    keys = []
    failed = 0
    for got in read_all(open_sources(a.paths, declared=a.declared), workers=a.workers):
        if isinstance(got, Failure):
            failed += 1
            print(f"dateline: {got}", file=sys.stderr)
            continue
        keys.append(room.add(got))
    for key in keys:
        print(room.line(key).to_json())
    return 1 if failed else 0
