"""`dateline codebook`: what a codebook's examples are worth, and the default codebook as a file to begin from."""

from __future__ import annotations

import argparse
import dataclasses
import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.codebook.checking import Report, Row

CONFUSIONS = 10  # printed at most


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Hooks the subcommand into the command line."""
    p = commands.add_parser(
        "codebook", help="check a codebook of your own", description="Event types of your own, coded by example sentences."
    )
    what = p.add_subparsers(required=True, metavar="WHAT")
    check = what.add_parser(
        "check",
        help="what the examples of a codebook are worth",
        description="Code every example sentence by the others: precision and recall by type, confusions, examples that contradict each other.",
    )
    check.add_argument("file", metavar="FILE", type=Path, help="a codebook in YAML")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.set_defaults(run=run_check)
    show = what.add_parser(
        "show", help="print the default codebook, PLOVER", description="Print the default codebook, PLOVER, as YAML to begin from."
    )
    show.set_defaults(run=run_show)


def run_check(a: argparse.Namespace) -> int:
    """The exit code: 0. A codebook that cannot be used raises CodebookError."""
    from dateline.codebook.checking import check
    from dateline.codebook.format import read_codebook

    report = check(read_codebook(a.file))
    print(json.dumps(dataclasses.asdict(report), ensure_ascii=False, indent=2) if a.format == "json" else printed(report))
    return 0


def run_show(_: argparse.Namespace) -> int:
    """Prints the shipped file as it is."""
    print(files("dateline.events").joinpath("plover.yaml").read_text(encoding="utf-8"), end="")
    return 0


def printed(report: Report) -> str:
    """The report as people read it."""
    wide = max(len(f"  {r.mode}" if r.mode else r.type) for r in (*report.rows, report.total)) + 2
    out = [
        f"{report.book}: {report.examples} examples, each coded by the others",
        "",
        f"{'type':<{wide}}{'marked':>8}{'coded':>8}{'precision':>11}{'recall':>8}{'F1':>7}",
    ]
    out += [_line(r, wide) for r in (*report.rows, report.total)]
    if report.modes_right is not None:
        out += ["", f"of words given their right type, {100 * report.modes_right:.0f} % are given their right mode"]
    if report.confusions:
        out += ["", "taken for one another most often:"]
        out += [f"  {n:>3}  {a}  coded as  {b}" for a, b, n in report.confusions[:CONFUSIONS]]
    if report.remarks:
        out += ["", "to look at:"]
        out += [f"  {r.place}: {r.message}{f' ({r.other})' if r.other else ''}" for r in report.remarks]
    return "\n".join(out)


def _line(r: Row, wide: int) -> str:
    name = f"  {r.mode}" if r.mode else r.type
    precision, recall = (f"{100 * x:.0f} %" if x is not None else "–" for x in (r.precision, r.recall))
    return f"{name:<{wide}}{r.marked:>8}{r.coded:>8}{precision:>11}{recall:>8}{100 * r.f1:>7.0f}"
