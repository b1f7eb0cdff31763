"""The desk on the command line: add, quarantine, reread, find, timeline, trends, brief, decide, agreement. Answers to stdout, progress to stderr."""

from __future__ import annotations

import argparse

from dateline.desk import commands as running
from dateline.sources.arguments import add_workers


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks the desk's subcommands into the command line. Nothing of the desk is opened before one runs."""
    _keeping(commands)
    _finding(commands)
    _deciding(commands)


def _desk(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str) -> argparse.ArgumentParser:
    p = commands.add_parser(name, help=help, description=help[0].upper() + help[1:] + ".")
    p.add_argument("desk", metavar="DESK", help="the desk's folder")
    return p


def _keeping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    p = _desk(commands, "add", "add reports to a desk, making it when it is new; without a path, finish what was interrupted")
    p.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help='files, folders, http(s) addresses, feeds, OPML, WARC, zip, CSV, ninjs, "-" for standard input',
    )
    kinds = ("auto", "text", "html", "jsonl", "csv", "feed", "opml", "warc", "zip", "ninjs")
    p.add_argument("--from", dest="declared", choices=kinds, default="auto", help="what the input is (default: by name, then by content)")
    p.add_argument("--published", metavar="DATE", help="the day of publication of all that is added")
    p.add_argument("--column", action="append", metavar="FIELD=NAME", help="which column of a table holds what: text=Body; may be repeated")
    p.add_argument("--no-follow", action="store_true", help="fetch no page that a feed names: take only whole articles in the feed")
    p.add_argument("--allow-private", action="store_true", help="fetch addresses of private networks too")
    add_workers(p)
    p.set_defaults(run=running.add)

    p = _desk(commands, "quarantine", "list what could not be read, and why")
    p.add_argument("--retry", action="store_true", help="try all of it again")
    p.add_argument("--json", action="store_true", help="JSON Lines instead of a table")
    add_workers(p)
    p.set_defaults(run=running.quarantine)

    p = _desk(commands, "reread", "make anew what another version of Dateline made; decisions stay")
    p.add_argument("--all", action="store_true", help="read everything again")
    p.add_argument("--fold", action="store_true", help="fold the whole desk anew")
    p.add_argument("--show", action="store_true", help="only say how much there is to do")
    add_workers(p)
    p.set_defaults(run=running.reread)

    p = _desk(commands, "versions", "show the texts of one address side by side")
    p.add_argument("article", metavar="ARTICLE", help="an article's id or an address")
    p.set_defaults(run=running.versions)


def _finding(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    from dateline.desk.filter import add_options

    p = _desk(commands, "find", "find events, articles, statements or actors")
    p.add_argument(
        "--what", choices=("events", "articles", "statements", "actors"), default="events", help="what to list (default: events)"
    )
    p.add_argument("--json", action="store_true", help="one JSON object: rows, page, size, more")
    p.add_argument("--count", action="store_true", help="only say how many events there are")
    add_options(p)
    p.set_defaults(run=running.find)

    p = _desk(commands, "timeline", "list events by day, the earliest first")
    p.add_argument("--json", action="store_true", help="JSON Lines, one day each")
    add_options(p, pages=False)
    p.set_defaults(run=running.timeline)

    p = _desk(commands, "trends", "show what rises against its own past, with the evidence")
    p.add_argument(
        "--by", choices=("actor", "country", "place", "type", "outlet", "word"), default="actor", help="what may rise (default: actor)"
    )
    p.add_argument(
        "--days", type=int, default=7, metavar="N", help="the stretch that is looked at (default 7); the eight before it are its past"
    )
    p.add_argument("--up-to", metavar="DATE", help="its last day (default: the last day of a report)")
    p.add_argument("--everything", action="store_true", help="also what may be chance")
    p.add_argument("--json", action="store_true", help="JSON Lines instead of a table")
    add_options(p, pages=False)
    p.set_defaults(run=running.trends)

    p = _desk(commands, "brief", "write a briefing: every sentence with its sources")
    p.add_argument("--format", choices=("markdown", "html", "json"), default="markdown", help="html is a mail without anything fetched")
    p.add_argument("--title", metavar="WORDS", help="its title")
    add_options(p, pages=False)
    p.set_defaults(run=running.brief)


def _deciding(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    p = _desk(commands, "decide", "write down what a person decides: accept, reject, correct, merge, split, add, undo; or log")
    p.add_argument("act", choices=("accept", "reject", "correct", "merge", "split", "add", "undo", "log"), help="what is decided")
    p.add_argument("target", nargs="?", metavar="ID", help="an event, telling, statement, claim, actor, story, or the number of a decision")
    p.add_argument(
        "rest", nargs="*", metavar="MORE", help="correct: FIELD VALUE; merge: the other IDs; split: the members; add: event FIELD=VALUE…"
    )
    p.add_argument("--who", metavar="NAME", help="who decides (default: the user of this machine)")
    p.add_argument("--why", metavar="WORDS", default="", help="why")
    p.add_argument("--json", action="store_true", help="the log as JSON Lines")
    p.set_defaults(run=running.decide)

    p = _desk(commands, "agreement", "say how far people agree with one another and with the machine")
    p.add_argument("--json", action="store_true", help="one JSON object")
    p.set_defaults(run=running.agree)
