"""What adding costs as a desk grows: python bench/desk_growth.py RECORDS.jsonl [--to 1000 3000 10000 30000 100000] [--batch 200] [--desk FOLDER]

RECORDS are what `dateline read` made of some hundred newspaper articles. They are replayed as often as it takes with other names, half of the rarer words and all days
exchanged (letters for others of their kind, so that every offset still fits; days moved by up to eight years; a report without a day of publication gets one): what is measured is keeping, folding and writing, not reading.
At each size a batch is added and the processor's milliseconds for one article are given, with the largest memory so far. A desk that is there is gone on with. 100,000 articles
take some three hours of one core.
"""

from __future__ import annotations

import argparse
import gc
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
from zlib import crc32

from dateline.desk import Desk, adding, open_desk
from dateline.record import Date, Record
from dateline.sources import Source
from dateline.stories.words import rarity, stem

VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnprstvz"
LONG_WORD = re.compile(r"\b[A-Za-z][a-z]{3,}\b")
FILLED_AT_ONCE = 500
SPREAD = 160
RARE = 4.0
"""Words that are rarer than this (in fewer than one of fifty articles) are exchanged in every other replay."""


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("records", type=Path)
    ap.add_argument("--to", type=int, nargs="+", default=[1000, 3000, 10_000, 30_000, 100_000])
    ap.add_argument("--batch", type=int, default=200)
    ap.add_argument("--desk", type=Path)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as scratch, open_desk(a.desk or Path(scratch) / "desk", create=True) as desk:
        replay = Replay(desk, [Record.from_json(line) for line in a.records.open(encoding="utf-8")], Path(scratch) / "given.jsonl")
        replay.add([])  # what a killed run left
        for size in a.to:
            while (have := replay.filled()) < size:
                replay.add([replay.mark(i) for i in range(have, min(size, have + FILLED_AT_ONCE))])
            seconds = replay.add([f"{base}+m{size}" for base in list(replay.own)[: a.batch]])
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{size:7,} articles: {1000 * seconds / a.batch:6.1f} ms an article more; {memory:,.0f} MB at most;"
                f" file {desk.path.stat().st_size / 2**20:,.0f} MB",
                flush=True,
            )


class Replay:
    """Articles without end. An id says what an article is made of: "base+7" is the base as the seventh turn tells it, "base+m1000" is for measuring at 1,000."""

    def __init__(self, desk: Desk, own: list[Record], given: Path, *, common: float = 0.0) -> None:
        """`common`: names of words that are no rarer than this (countries) stay as they are."""
        self.desk, self.given, self.common = desk, given, common
        self.own = {r.article.id: r for r in dated(own)}
        self._made: dict[str, Record] = {}

    def mark(self, i: int) -> str:
        """The id of the i-th article."""
        return f"{list(self.own)[i % len(self.own)]}+{i // len(self.own)}"

    def filled(self) -> int:
        """How many articles there are, without those added for measuring."""
        n: int = self.desk.db.execute("SELECT count(*) FROM documents WHERE given_id NOT LIKE '%+m%'").fetchone()[0]
        return n

    def add(self, ids: list[str]) -> float:
        """Adds these articles; the processor's seconds that it took, without the making of them."""
        self._made = {i: self._record(i) for i in ids}
        made = [r.article for r in self._made.values()]
        self.given.write_text(
            "".join(json.dumps({"id": a.id, "text": a.text, "published": a.published}) + "\n" for a in made), encoding="utf-8"
        )
        adding.read_all = self._read  # type: ignore[assignment]
        # the records to be replayed, which no real run holds, are not gone through by the collector: one such time in twenty articles took 6 ms of each
        gc.collect()
        gc.freeze()
        start = time.process_time()
        self.desk.add([str(self.given)])
        return time.process_time() - start

    def _read(self, sources: Iterable[Source], *, workers: int | None = None) -> Iterator[Record]:  # noqa: ARG002
        for s in sources:
            yield self._made.get(s.id or "") or self._record(s.id or "")

    def _record(self, id: str) -> Record:
        base, _, turn = id.rpartition("+")
        if not turn.startswith("m"):
            return perturbed(self.own[base], id, int(turn), common=self.common)
        n = 1_000_000 + int(turn[1:])
        return perturbed(self.own[base], id, n, common=self.common, days=n // 10)


def dated(own: list[Record]) -> list[Record]:
    """The records, those without a day of publication with one of the SPREAD days before the latest. Pages and feeds nearly always state one; of 845
    articles of a data set that leaves it out 585 had none, were of any day and so met those of all other turns.
    """
    latest = date.fromisoformat(max((r.article.published or "" for r in own), default="") or "2022-07-31")
    days = (r.article.published or (latest - timedelta(days=crc32(r.article.id.encode()) % SPREAD)).isoformat() for r in own)
    return [replace(r, article=replace(r.article, published=day)) for r, day in zip(own, days, strict=True)]


def perturbed(r: Record, id: str, turn: int, *, common: float = 0.0, days: int | None = None) -> Record:
    """The record as if it told of other people on other days; turn 0 is the record itself, under its new id. Names as `common` as this stay.

    Turns with the same `days` are of the same days.
    """
    if turn == 0:
        return replace(r, article=replace(r.article, id=id))
    rng = random.Random(turn)
    table = {}
    for letters in (VOWELS, CONSONANTS):
        other = list(letters)
        rng.shuffle(other)
        table |= dict(zip(letters, other, strict=True))
    off = timedelta(days=rng.randrange(1, 3000) if days is None else random.Random(days).randrange(1, 3000))

    letters_of = str.maketrans(table)
    other_words: dict[str, bool] = {}

    def other(word: str) -> str:
        if word not in other_words:
            rare = rarity(stem(word))
            other_words[word] = rare > common if word[0].isupper() else rare > RARE and bool(crc32(f"{turn} {word}".encode()) & 1)
        return word[0] + word[1:].translate(letters_of) if other_words[word] else word

    def words(text: str) -> str:
        return LONG_WORD.sub(lambda m: other(m[0]), text)

    a = r.article
    moved = replace(a, id=id, text=words(a.text), title=a.title and words(a.title), url=None, published=shifted(a.published, off))
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
