#!/usr/bin/env python3
"""Read the pages of this folder and hold each against its sheet: facts right, traps fallen into, what is missing by room.

python tests/pages/score.py [NAME …] [--missing]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from sheet import FACTS, Report, hold, sheets  # noqa: E402

import dateline  # noqa: E402


def read_page(name: str, published: object) -> Report:
    """The report on one page."""
    record = dateline.read((HERE / f"{name}.txt").read_text(encoding="utf-8"), published=str(published) if published else None)
    return hold(sheets(HERE)[name], json.loads(record.to_json()))


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("names", nargs="*", metavar="NAME", help="pages of this folder (default: all)")
    ap.add_argument("--missing", action="store_true", help="name every fact that is missing")
    a = ap.parse_args()
    every = sheets(HERE)
    if unknown := [n for n in a.names if n not in every]:
        ap.error(f"no page {unknown[0]!r}; one of {', '.join(every)}")
    have, asked, traps = 0, 0, 0
    print(f"{'page':<12}{'facts':>12}{'share':>8}{'traps':>7}   right by room")
    for name in a.names or every:
        report = read_page(name, every[name]["published"])
        right, total = Counter(f.room for f in report.facts if f.there), Counter(f.room for f in report.facts)
        rooms = "  ".join(f"{room} {right[room]}/{total[room]}" for room in FACTS)
        print(
            f"{name:<12}{report.right:>5} of {len(report.facts):<4}{100 * report.right / len(report.facts):>7.1f}%{len(report.traps):>7}   {rooms}"
        )
        for trap in report.traps:
            print(f"    trap: {trap}")
        if a.missing:
            for f in report.facts:
                if not f.there:
                    print(f"    {f.room}: {f.what}")
        have, asked, traps = have + report.right, asked + len(report.facts), traps + len(report.traps)
    print(f"{'together':<12}{have:>5} of {asked:<4}{100 * have / asked:>7.1f}%{traps:>7}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
