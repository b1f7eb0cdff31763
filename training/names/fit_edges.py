#!/usr/bin/env python3
"""Fit what a word and its neighbours say of where a name begins and ends: src/dateline/reader/edges.npz.

python training/names/fit_edges.py --data ../shared/data [--write]

Fitted on the gold names of mentions_worldwide_train alone, without the encoder: it need not be run again when the weights change, only after fit.py (whose known words it
looks up). Words without a capital or a figure, with no such neighbour, are left out: the encoder is sure of them. A feature counts when it stands in LEAST articles or more.
The file keeps 32-bit checksums, no words. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src")]

from dateline.reader.edges import FIRST, FURTHER, OUTSIDE, Edges, around, features, printed, style
from dateline.reader.words import words
from dateline.record import Span

LEAST = 4  # articles
STRENGTH = 0.3  # scikit-learn's C
TELLING = re.compile(r"[A-Z0-9$€£¥]")
OUT = ROOT / "src" / "dateline" / "reader" / "edges.npz"


def answers(article: dict[str, Any]) -> tuple[list[Span], list[int]]:
    """The words of an article and what each of them is in its gold names."""
    ends = {m["start"]: m["end"] for m in article["gold"]["mentions"]}
    spans = words(article["text"])
    gold, end = [], 0
    for a, _ in spans:
        end = ends.get(a, end)
        gold.append(FIRST if a in ends else FURTHER if a < end else OUTSIDE)
    return spans, gold


def told(path: Path) -> Iterator[tuple[int, list[str], int]]:
    """(article, what is seen of a word, what it is) for every word that may be a name's or a name's neighbour."""
    with path.open(encoding="utf-8") as f:
        for n, raw in enumerate(f):
            d = json.loads(raw)
            text = d["text"]
            spans, gold = answers(d)
            counts = printed(text)
            likely = [gold[i] != OUTSIDE or bool(TELLING.search(text[a:b])) for i, (a, b) in enumerate(spans)]
            for i in range(len(spans)):
                if any(likely[max(0, i - 1) : i + 2]):
                    yield n, features(around(text, spans, i), style(text, spans[i][0]), counts), gold[i]


def fit(path: Path) -> tuple[Edges, dict[str, np.ndarray]]:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    rows: list[list[int]] = []
    gold: list[int] = []
    last: dict[int, int] = {}
    articles: dict[int, int] = defaultdict(int)
    for n, what, answer in told(path):
        seen = sorted({crc32(x.encode("utf-8")) for x in what})
        rows.append(seen)
        gold.append(answer)
        for x in seen:
            if last.get(x) != n:
                last[x] = n
                articles[x] += 1
    columns = {x: k for k, x in enumerate(sorted(x for x, n in articles.items() if n >= LEAST))}
    chosen = [[columns[x] for x in seen if x in columns] for seen in rows]
    ends = np.cumsum([0, *map(len, chosen)])
    table = csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(chosen).astype(np.int64), ends), shape=(len(rows), len(columns)))
    found = LogisticRegression(C=STRENGTH, max_iter=100, tol=1e-3).fit(table, gold)
    assert found.classes_.tolist() == [OUTSIDE, FIRST, FURTHER]
    weights, bias = found.coef_.T.astype(np.float32), found.intercept_.astype(np.float32)
    step = np.float32(np.abs(weights).max() / 127)
    kept = np.round(weights / step).astype(np.int8)
    checksums = np.array(sorted(columns), dtype=np.uint32)
    arrays = {"seen": np.diff(checksums, prepend=np.uint32(0)).astype(np.uint32), "weights": kept, "step": step, "bias": bias}
    print(f"{len(rows)} words, {len(columns)} features")
    return Edges(checksums, kept * step, bias), arrays


def right(edges: Edges, path: Path) -> float:
    """The share of a set's words (as above) that are told rightly by it alone."""
    hit = total = 0
    with path.open(encoding="utf-8") as f:
        for raw in f:
            d = json.loads(raw)
            spans, gold = answers(d)
            which = [i for i, (a, b) in enumerate(spans) if TELLING.search(d["text"][a:b])]
            best = edges.of(d["text"], spans, which).argmax(-1)
            hit += sum(int(b) == gold[i] for b, i in zip(best, which, strict=True))
            total += len(which)
    return hit / total


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    edges, arrays = fit(a.data / "mentions_worldwide_train.jsonl")
    print(f"words with capitals or figures told rightly, unseen articles: {right(edges, a.data / 'mentions_worldwide_dev.jsonl'):.1%}")
    if a.write:
        np.savez_compressed(OUT, **arrays)
        print(f"{OUT}: {OUT.stat().st_size / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
