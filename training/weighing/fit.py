#!/usr/bin/env python3
"""Learns when a deed that the reader saw is an event told for the first time, and writes the table of dateline.events.weighing.

python training/weighing/fit.py --data ../shared/data --unseen FOLDER:SET[,SET…] … [--readings FILE] [--check FILE] [--write]

FOLDER holds weights (`training/export.py`) that were not trained on the annotated SETs (training/corpus/standoff/SET.jsonl); "-" stands for the shipped ones. What a model was
trained on it reads too well to teach anything here, so sets are read with a stage of the reader from before they were annotated. `--readings` keeps what was read, so that a second
fit takes a minute. Says how good the choice is by five-fold cross-validation over articles and on `--check`; `--write` writes
src/dateline/events/weighing.tsv. The fit is deterministic.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "training"), str(ROOT / "training" / "parties"), str(ROOT / "src")]

from gold import Told, tell

import annotating
import dateline.reader.model as models
from data import coded_texts, lines
from dateline.events.promises import COOPERATION, PROMISE, with_promises
from dateline.events.weighing import evidence, probability
from dateline.record import Span

FOLDS = 5
SEEN = 40  # a feature needs that many deeds; 20 and 12 within half a point
PULL = 2.0  # of the weights towards nothing; 1 and 3 within half a point
LEAST = 0.02  # smaller weights are left out of the table
SWEPT = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


@dataclass(frozen=True)
class Deed:
    """A deed that the reader saw: its evidence, the reader's own score, and which gold event it tells (None for none or one of another type)."""

    features: Sequence[str]
    numbers: Mapping[str, float]
    score: float
    tells: int | None


@dataclass(frozen=True)
class Article:
    """Its deeds and how many events the annotation has."""

    id: str
    deeds: Sequence[Deed]
    events: int


@contextmanager
def reading_with(folder: str) -> Iterator[None]:
    """Everything is read with the weights in `folder` ("-": the shipped ones) meanwhile."""
    shipped = models.model
    if folder != "-":
        other = models.Model(Path(folder))
        models.model = lambda: other  # type: ignore[assignment]
    try:
        yield
    finally:
        models.model = shipped


def rows_of(name: str, folder: Path, texts: Mapping[str, str]) -> Iterator[Mapping[str, Any]]:
    """The annotated texts of a set: whole articles, or Zero-Shot-PLOVER's sentences with their deeds (the four fifths that train)."""
    path = ROOT / "training" / "corpus" / "standoff" / f"{name}.jsonl"
    if not name.startswith("plv"):
        yield from annotating.articles(path, texts)
        return
    sentences = coded_texts(folder)
    for row in lines(path):
        if row["id"] in sentences:
            deeds = [{k: f.get(k) for k in ("type", "trigger", "modality")} for f in row["frames"] if f["kind"] == "deed"]
            yield {"id": row["id"], "text": sentences[row["id"]], "gold": {"actors": [], "statements": [], "events": deeds}}


def article_of(told: Told) -> Article:
    """The deeds of an annotated article, faint ones too."""
    frames = with_promises(told.text, (*told.reading.frames, *told.reading.faint), told.reading.sentences)
    stage = replace(told.stage(), frames=frames, statements=told.record.statements)
    gold = [e | {"type": PROMISE} if e["type"] in COOPERATION and e.get("modality") == "future" else e for e in told.gold["events"]]

    def tells(trigger: Span, type: str | None) -> int | None:
        at = next((i for i, e in enumerate(gold) if e["trigger"][0] < trigger[1] and trigger[0] < e["trigger"][1]), None)
        return at if at is not None and gold[at]["type"] == type else None

    deeds = [Deed(x, n, f.score, tells(f.trigger, f.type)) for f, x, n in evidence(stage) if f.trigger]
    return Article(told.id, deeds, len(gold))


def learn(articles: Sequence[Article]) -> dict[str, float]:
    """The weights of a logistic curve over the evidence."""
    deeds = [d for a in articles for d in a.deeds]
    seen = Counter(f for d in deeds for f in d.features)
    names = [*sorted({k for d in deeds for k in d.numbers}), *sorted(f for f, k in seen.items() if k >= SEEN)]
    at = {name: i for i, name in enumerate(names)}
    cells = [(row, at[f], 1.0) for row, d in enumerate(deeds) for f in d.features if f in at]
    cells += [(row, at[k], v) for row, d in enumerate(deeds) for k, v in d.numbers.items()]
    rows, columns, values = zip(*cells, strict=True)
    x = csr_matrix((values, (rows, columns)), shape=(len(deeds), len(at)))
    y = np.array([d.tells is not None for d in deeds], float)

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        s = x @ w
        p = 1 / (1 + np.exp(-s))
        return float(np.logaddexp(0, s).sum() - (y * s).sum() + PULL * (w * w).sum()), x.T @ (p - y) + 2 * PULL * w

    w = minimize(loss, np.zeros(len(at)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {name: round(float(w[i]), 3) for name, i in at.items() if abs(w[i]) >= LEAST}


def weigh(d: Deed, table: Mapping[str, float]) -> float:
    return probability(d.features, d.numbers, table)


def judged(articles: Sequence[Article], kept: Sequence[Sequence[bool]]) -> str:
    """Precision, recall and F1 of the deeds kept, each gold event found once."""
    right = sum(
        len({d.tells for d, k in zip(a.deeds, ks, strict=True) if k and d.tells is not None}) for a, ks in zip(articles, kept, strict=True)
    )
    found, gold = sum(sum(ks) for ks in kept), sum(a.events for a in articles)
    p, r = right / max(1, found), right / max(1, gold)
    return f"F1 {200 * p * r / max(1e-9, p + r):.1f} (P {100 * p:.1f} R {100 * r:.1f})"


def swept(articles: Sequence[Article], tables: Sequence[Mapping[str, float]], label: str) -> None:
    """Prints how good the choice is at every threshold; `tables` holds one table for each article."""
    chances = [[weigh(d, t) for d in a.deeds] for a, t in zip(articles, tables, strict=True)]
    for t in (0.6, 0.7, 0.8):
        print(f"{label}: the reader's score from {t}: {judged(articles, [[d.score >= t for d in a.deeds] for a in articles])}")
    for t in SWEPT:
        print(f"{label}: from {t}: {judged(articles, [[p >= t for p in ps] for ps in chances])}")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--data", type=Path, required=True, help="the folder of annotated sets")
    cli.add_argument("--unseen", nargs="*", default=[], metavar="FOLDER:SET[,SET…]", help="weights, and the sets they have not seen")
    cli.add_argument("--readings", type=Path, help="keep what was read in this file, or take it from there")
    cli.add_argument("--check", type=Path, help="annotated articles to measure on")
    cli.add_argument("--write", action="store_true", help="put the table into the package")
    a = cli.parse_args()
    told: list[Told] = []
    if a.readings and a.readings.exists():
        with a.readings.open("rb") as f:
            told = pickle.load(f)  # a file of our own, written below
    else:
        texts = annotating.known_texts(a.data)
        for folder, names in (x.rsplit(":", 1) for x in a.unseen):
            with reading_with(folder):
                for name in names.split(","):
                    told += tell(rows_of(name, a.data, texts))
        if a.readings:
            with a.readings.open("wb") as f:
                pickle.dump(told, f)
    articles = [article_of(t) for t in told]
    fold = [i % FOLDS for i in range(len(articles))]
    learned = [learn([x for x, k in zip(articles, fold, strict=True) if k != n]) for n in range(FOLDS)]
    swept(articles, [learned[k] for k in fold], f"{len(articles)} articles, cross-validated")
    table = learn(articles)
    if a.check:
        there = [article_of(t) for t in tell(lines(a.check))]
        swept(there, [table] * len(there), a.check.name)
    if a.write:
        head = f"# What speaks for a deed being an event told for the first time, in log odds. Written by training/weighing/fit.py from {len(articles)} annotated articles."
        body = [f"{name}\t{w:g}" for name, w in sorted(table.items())]
        (ROOT / "src" / "dateline" / "events" / "weighing.tsv").write_text("\n".join([head, *body]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
