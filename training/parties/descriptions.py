"""Learns when a description takes up somebody told of elsewhere in other words, and writes the table.

    python training/parties/descriptions.py --data ../shared/data [--check FILE] [--write]

Reads every annotated article but the held-out ones with the program as it stands. Right is whom the annotation calls by the description's
words; a description that it does not list is nobody else only where every name of everybody is listed (the shared articles). Says how
often the choice is right by four-fold cross-validation over articles. Run it before `fit.py`, which learns with the cast that comes of it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from gold import folded
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import data
import dateline
import dateline.actors.article as article
from dateline import pipeline
from dateline.actors.cast import Cast
from dateline.actors.drafts import Draft
from dateline.actors.scene import Scene
from dateline.actors.taking_up import possible, question, unnamed
from dateline.sources import source_of

SEEN = 12  # a feature needs that many options
PULL = 1.0  # of the weights towards nothing
LEAST = 0.03  # smaller weights are left out of the table


@dataclass
class Choice:
    """One description: the features of its options, nobody first, and which are right."""

    article: str
    words: str
    options: Sequence[Sequence[str]]
    right: Sequence[bool]
    names: Sequence[str]


class Met(Exception):
    """The cast is as it is when descriptions are asked for; the rest of the reading is of no use here."""


def choices_of(rows: Sequence[Mapping[str, Any]], whole: frozenset[str]) -> Iterator[Choice]:
    """`whole` are the articles whose annotation lists every name of everybody."""

    def stop(scene: Scene, cast: Cast) -> None:
        raise Met(scene, cast)

    real = article.take_up
    article.take_up = stop
    try:
        for row in rows:
            try:
                pipeline.read_source(source_of(row["text"], declared="text", id=row["id"], published=row.get("published")))
            except Met as met:
                scene, cast = met.args
                if scene.text == row["text"]:
                    yield from _asked(row, scene, cast, listed=row["id"] in whole)
    finally:
        article.take_up = real


def _asked(row: Mapping[str, Any], scene: Scene, cast: Cast, *, listed: bool) -> Iterator[Choice]:
    names = [{folded(x) for x in (a["name"], *(a.get("aliases") or ()))} - {""} for a in row["gold"]["actors"]]

    def whom(d: Draft) -> set[int]:
        mine = {folded(x) for x in (*d.surfaces, *d.name_texts)}
        shared = [len(mine & n) for n in names]
        return {i for i, k in enumerate(shared) if k and k == max(shared)}

    for d in unnamed(cast):
        mine = whom(d)
        if not mine and not listed:
            continue
        q = question(scene, cast, d)
        right = [bool(mine & whom(o)) for o in q.options]
        called = [o.name_texts[0] if o.named else next(iter(o.surfaces), "") for o in q.options]
        yield Choice(row["id"], next(iter(d.surfaces), ""), q.features, [not any(right), *right], ["nobody", *called])


def learn(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights of a choice among options, one of the right ones to be likeliest."""
    n = Counter(f for c in choices for o in c.options for f in dict.fromkeys(o))
    known = {f: i for i, f in enumerate(sorted(f for f, k in n.items() if k >= SEEN))}
    rows, columns, owner, right = [], [], [], []
    for k, c in enumerate(choices):
        for o, r in zip(c.options, c.right, strict=True):
            mine = sorted({known[f] for f in o if f in known})
            rows += [len(owner)] * len(mine)
            columns += mine
            owner.append(k)
            right.append(r)
    x = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(owner), len(known)))
    owner_, right_, count = np.array(owner), np.array(right), len(choices)

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        s = x @ w
        top = np.full(count, -np.inf)
        np.maximum.at(top, owner_, s)
        e = np.exp(s - top[owner_])
        every, good = np.bincount(owner_, e, count), np.bincount(owner_, e * right_, count)
        slope = x.T @ (e / every[owner_] - e * right_ / good[owner_])
        return float(-np.log(good / every).sum() + PULL * (w * w).sum()), slope + 2 * PULL * w

    w = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {f: round(float(w[i]), 2) for f, i in known.items() if abs(w[i]) >= LEAST}


def judged(choices: Sequence[Choice], weights: Mapping[str, float], sure: float) -> Counter[str]:
    """How many descriptions are joined rightly, wrongly, left rightly, and left though they take somebody up."""
    out: Counter[str] = Counter()
    for c in choices:
        s = np.array([sum(weights.get(f, 0.0) for f in o) for o in c.options])
        p = np.exp(s - s.max())
        p /= p.sum()
        able = [i for i in range(1, len(p)) if possible(c.options[i])]
        best = max(able, key=lambda i: p[i], default=0)
        if best and p[best] >= sure:
            out["joined rightly" if c.right[best] else "joined wrongly"] += 1
        else:
            out["left rightly" if c.right[0] else "left though somebody"] += 1
    return out


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--data", type=Path, required=True, help="the folder of annotated sets")
    cli.add_argument("--check", type=Path, help="annotated articles to measure on, every name of everybody listed")
    cli.add_argument("--write", action="store_true", help="put the table into the package")
    a = cli.parse_args()
    kept = data.held_out(a.data)
    rows = [row for row in data.annotated_rows(a.data) if row["id"] not in kept]
    whole = frozenset(row["id"] for row in data.lines(a.data / "articles_ours_train.jsonl"))
    choices = list(choices_of(rows, whole))
    order = {x: i % 4 for i, x in enumerate(sorted({c.article for c in choices}))}
    models = [learn([c for c in choices if order[c.article] != k]) for k in range(4)]
    for sure in (0.4, 0.5, 0.6, 0.7):
        total = sum((judged([c for c in choices if order[c.article] == k], models[k], sure) for k in range(4)), Counter())
        print(f"{len(choices)} descriptions in {len(rows)} articles, cross-validated, from {sure} on: {dict(total)}")
    weights = learn(choices)
    if a.check:
        there = list(data.lines(a.check))
        print(f"{a.check}: {dict(judged(list(choices_of(there, frozenset(r['id'] for r in there))), weights, 0.5))}")
    if a.write:
        lines = [
            f"# What speaks for a description being somebody told of elsewhere, and how much. Written by training/parties/descriptions.py from {len(rows)} annotated articles."
        ]
        lines += [f"{f}\t{w:g}" for f, w in sorted(weights.items())]
        path = Path(dateline.__file__).parent / "actors" / "data" / "descriptions.tsv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
