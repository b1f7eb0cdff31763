"""What adding costs as a desk grows: python bench/desk_growth.py RECORDS.jsonl [--to 1000 3000 10000 30000 100000] [--batch 60] [--desk FOLDER]

RECORDS are what `dateline read` made of some hundred newspaper articles. They are replayed with other names and other days (letters exchanged for others of their kind, so
that every offset still fits; days moved by some weeks), as often as it takes: what is measured is keeping, folding and writing, not reading. At each size a batch is added
and the seconds of the processor for one article are given, with the largest memory so far. A desk that is there is gone on with. 100,000 articles take some two hours of one core.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from dateline.desk import Desk, adding, open_desk
from dateline.record import Date, Record
from dateline.sources import Source

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvz"
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("records", type=Path)
    ap.add_argument("--to", type=int, nargs="+", default=[1000, 3000, 10_000, 30_000, 100_000])
    ap.add_argument("--batch", type=int, default=60)
    ap.add_argument("--desk", type=Path)
    a = ap.parse_args()
    own = [Record.from_json(line) for line in a.records.open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as scratch, open_desk(a.desk or Path(scratch) / "desk", create=True) as desk:
        given = Path(scratch) / "given.jsonl"
        for size in a.to:
            while (have := articles(desk)) < size:
                add(desk, own, have, min(size - have, 500), given)
            before = have
            start = time.process_time()
            add(desk, own, before, a.batch, given)
            took = (time.process_time() - start) / (articles(desk) - before)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{before:7,} articles: {1000 * took:6.1f} ms an article more; {memory:,.0f} MB at most; file {desk.path.stat().st_size / 2**20:,.0f} MB", flush=True)


def articles(desk: Desk) -> int:
    n: int = desk.db.execute("SELECT count(*) FROM articles").fetchone()[0]
    return n


def add(desk: Desk, own: list[Record], first: int, n: int, given: Path) -> None:
    """Adds so many articles, from the `first` on of the endless replay."""
    made = [perturbed(own[i % len(own)], i // len(own)) for i in range(first, first + n)]
    known = {r.article.id: r for r in made}
    lines = [json.dumps({"id": r.article.id, "text": r.article.text, "published": r.article.published}) for r in made]
    given.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def replay(sources: Iterable[Source], *, workers: int | None = None) -> Iterator[Record]:  # noqa: ARG001
        for s in sources:
            yield known[s.id or ""]

    adding.read_all = replay  # type: ignore[assignment]
    desk.add([str(given)])


def perturbed(r: Record, turn: int) -> Record:
    """The record as if it told of other people on other days; the first turn is the record itself."""
    if turn == 0:
        return r
    rng = random.Random(turn)
    table = {}
    for letters in (VOWELS, CONSONANTS):
        other = list(letters)
        rng.shuffle(other)
        table |= dict(zip(letters, other, strict=True))
    off = timedelta(days=rng.randrange(1, 3000))

    def words(text: str) -> str:
        return NAME.sub(lambda m: m[0][0] + m[0][1:].translate(letters_of), text)

    letters_of = str.maketrans(table)
    a = r.article
    moved = replace(a, id=f"{a.id}+{turn}", text=words(a.text), title=a.title and words(a.title), url=None, published=shifted(a.published, off))
    return replace(
        r,
        article=moved,
        actors=tuple(replace(x, name=words(x.name), aliases=tuple(map(words, x.aliases))) for x in r.actors),
        places=tuple(replace(p, name=words(p.name), aliases=tuple(map(words, p.aliases))) for p in r.places),
        dates=tuple(later(d, off) for d in r.dates),
    )


def later(d: Date, off: timedelta) -> Date:
    first, last = shifted(d.first, off), shifted(d.last, off)
    return replace(d, first=first, last=last, value=first if d.value == d.first else d.value)


def shifted(day: str | None, off: timedelta) -> str | None:
    try:
        return (date.fromisoformat(day) + off).isoformat() if day else None
    except (ValueError, OverflowError):
        return day


if __name__ == "__main__":
    main()
