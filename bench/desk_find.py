"""What `find` costs beside plain SQLite FTS5 over the same texts: python bench/desk_find.py [--articles 100000] [--folder FOLDER], side by side, in one process.

The texts are made up by a seeded generator with the word frequencies of stories/frequencies.tsv (Zipf-like, as newspapers have them), 200 words each. The desk's
tables are filled directly: what is measured is finding, not reading. The plain side is one FTS5 table and the query an engineer would write first.
Both files are closed once they are filled and opened anew, as a command or a browser opens them. A FOLDER that an earlier run filled is used again.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

from dateline.desk import Desk, Filter, open_desk
from dateline.desk.store import settle

WORDS, RUNS, SIZE = 200, 15, 20
SAMPLE = 2000  # texts from which the queries are chosen


def texts(n: int) -> list[str]:
    lines = (Path(__file__).parents[1] / "src/dateline/stories/frequencies.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "*"))]
    vocabulary, weights = [w for w, _ in rows], list(accumulate(int(c) for _, c in rows))
    rng = random.Random(1)
    return [" ".join(rng.choices(vocabulary, cum_weights=weights, k=WORDS)) for _ in range(n)]


def queries(sample: list[str]) -> list[tuple[str, str]]:
    """As typed and as FTS5: one rare, one middling, one common word, two words, a phrase, a prefix."""
    first = sample[0].split()
    counts = sorted({w: sum(f" {w} " in t for t in sample) for w in set(first)}.items(), key=lambda x: (x[1], x[0]))
    rare, middle, common = counts[0][0], counts[len(counts) // 2][0], counts[-3][0]
    phrase = " ".join(first[10:12])
    return [
        (rare, f'"{rare}"'), (middle, f'"{middle}"'), (common, f'"{common}"'), (f"{middle} {common}", f'"{middle}" AND "{common}"'),
        (f'"{phrase}"', f'"{phrase}"'), (f"{middle[:4]}*", f'"{middle[:4]}" *'),
    ]  # fmt: skip


def side_by_side(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The median of the processor's milliseconds of each, taken in turns: what else runs on the machine does not count."""
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for action, times in ((one, took[0]), (other, took[1])):
            start = time.process_time()
            action()
            times.append(time.process_time() - start)
    return statistics.median(took[0]) * 1000, statistics.median(took[1]) * 1000


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--articles", type=int, default=100_000)
    ap.add_argument("--folder", type=Path)
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = a.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "desk").exists():
            fill(folder, texts(a.articles))
        with sqlite3.connect(folder / "plain.sqlite") as plain, open_desk(folder / "desk") as desk:
            compare(plain, desk)


def fill(folder: Path, everything: list[str]) -> None:
    """The same texts into one FTS5 table and into a desk."""
    plain = sqlite3.connect(folder / "plain.sqlite")
    plain.execute('CREATE VIRTUAL TABLE s USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2")')
    plain.executemany("INSERT INTO s VALUES ('', ?)", ((t,) for t in everything))
    plain.commit()
    plain.close()
    with open_desk(folder / "desk", create=True) as desk:
        db = desk.db
        db.execute("BEGIN")
        for i, t in enumerate(everything, 1):
            day = f"20{10 + i % 12:02d}-{1 + i % 12:02d}-{1 + i % 28:02d}"
            db.execute(
                "INSERT INTO documents (key, page, kind, origin, state, added) VALUES (?, '', 'text', '', 'read', '')", (f"{i:016x}",)
            )
            db.execute(
                "INSERT INTO articles (number, id, text, headline, published, words, folded, made_by) VALUES (?, ?, ?, ?, ?, ?, 1, '')",
                (i, f"{i:016x}", t, t[:60], day, WORDS),
            )
            db.execute("INSERT INTO search (rowid, title, text) VALUES (?, '', ?)", (i, t))
        db.execute("COMMIT")
        settle(db, tidy=True)  # as a run of `dateline add` that read so many does


def compare(plain: sqlite3.Connection, desk: Desk) -> None:
    """Prints a line for each query."""
    sql = "SELECT rowid, snippet(s, 1, '[', ']', '…', 16) FROM s WHERE s MATCH ? ORDER BY rank LIMIT ?"
    (n,) = plain.execute("SELECT count(*) FROM s").fetchone()
    print(f"{n:,} articles of {WORDS} words; median of {RUNS}, milliseconds of the processor")
    print(f"{'query':28} {'hits':>7} {'plain':>8} {'find':>8} {'times':>6}")
    for typed, query in queries(texts(min(n, SAMPLE))):
        hits = plain.execute("SELECT count(*) FROM s WHERE s MATCH ?", (query,)).fetchone()[0]
        one, other = side_by_side(
            lambda query=query: plain.execute(sql, (query, SIZE)).fetchall(),  # type: ignore[misc]
            lambda typed=typed: desk.find(Filter(text=typed, size=SIZE), "articles"),  # type: ignore[misc]
        )
        print(f"{typed[:28]:28} {hits:7,} {one:8.2f} {other:8.2f} {other / one:6.2f}", flush=True)


if __name__ == "__main__":
    main()
