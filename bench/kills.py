"""Is a desk the same whatever the order of what comes, and however often it is killed? python bench/kills.py ARTICLES.jsonl RECORDS.jsonl [--kills 20] [--first N]

RECORDS are what `dateline read` made of ARTICLES (so that nothing is read again). One desk gets the articles in their order, then again. The other gets them in another
order, by runs that are killed after a time that chance chooses, each beginning with the other order. What both hold is compared table by table (tests/desk/contents.py).
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from dateline.desk import adding, open_desk
from dateline.record import Record
from dateline.sources import Source
from desk.contents import contents


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("articles", type=Path)
    ap.add_argument("records", type=Path)
    ap.add_argument("--kills", type=int, default=20)
    ap.add_argument("--first", type=int, default=None, help="only so many articles")
    ap.add_argument("--seed", type=int, default=4)
    a = ap.parse_args()
    known = {r.article.id: r for r in (Record.from_json(line) for line in a.records.open(encoding="utf-8"))}

    def replay(sources: Iterable[Source], *, workers: int | None = None) -> Iterator[Record]:  # noqa: ARG001
        for s in sources:
            yield known[s.id or ""]

    adding.read_all = replay  # type: ignore[assignment]
    lines = a.articles.read_text(encoding="utf-8").splitlines(keepends=True)[: a.first]
    chance = random.Random(a.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        orders = [folder / "one.jsonl", folder / "other.jsonl"]
        orders[0].write_text("".join(lines), encoding="utf-8")
        orders[1].write_text("".join(chance.sample(lines, len(lines))), encoding="utf-8")
        start = time.monotonic()
        with open_desk(folder / "whole", create=True) as desk:
            print("in one go:", desk.add([str(orders[0])]), flush=True)
            whole = time.monotonic() - start
            print("again:", desk.add([str(orders[1])]), flush=True)
            one = contents(desk.db)
        killed, longest = 0, 2 * whole / a.kills
        while killed < a.kills:
            if ended(folder / "killed", orders[killed % 2], chance.uniform(0.01, longest)):
                print(f"complete after {killed} kills: from here on runs are killed that add nothing new", flush=True)
                longest = longest / 2
            else:
                killed += 1
        with open_desk(folder / "killed") as desk:
            print(f"after {killed} kills:", desk.add([str(orders[1])]), flush=True)
            other = contents(desk.db)
    differing = [table for table in one if one[table] != other[table]]
    print("the same desk:" if not differing else f"they differ in {differing}:", {k: len(v) for k, v in one.items()})
    sys.exit(bool(differing))


def ended(desk: Path, given: Path, seconds: float) -> bool:
    """Whether a run came to its end before it was killed."""
    child = os.fork()
    if child == 0:
        with open_desk(desk, create=True) as d:
            d.add([str(given)])
        os._exit(0)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return True
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


if __name__ == "__main__":
    main()
