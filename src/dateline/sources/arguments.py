"""The arguments by which commands are told what to read, declared once so that they mean the same everywhere."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from dateline.errors import StopRun


def add_paths(p: argparse.ArgumentParser, *, about: str = 'a file, an http(s) address, or "-" for standard input') -> None:
    """PATH… (`paths` of the namespace)."""
    p.add_argument("paths", nargs="+", metavar="PATH", help=about)


def add_declared(p: argparse.ArgumentParser, *, kinds: Sequence[str] = ("auto", "text", "html", "jsonl")) -> None:
    """--from (`declared`)."""
    p.add_argument(
        "--from", dest="declared", choices=kinds, default="auto", help="what the input is (default: by extension, then by content)"
    )


def add_workers(p: argparse.ArgumentParser) -> None:
    """--workers (`workers`, None unless given)."""
    p.add_argument("--workers", type=int, metavar="N", help="processes (default: one for each core when there are many documents)")


def check_workers(workers: int | None) -> None:
    """Raises StopRun for a number of processes that cannot be."""
    if workers is not None and workers < 1:
        raise StopRun(f"{workers} workers cannot read anything", place="--workers", remedy="give 1 or more")
