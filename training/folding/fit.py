"""Fit the weights by which tellings are folded, and say what they give on families of incidents that they were not fitted on.

    python training/folding/fit.py GOLD.jsonl RECORDS.jsonl --news NEWS.jsonl [--write] [--quick]

GOLD is folding_a.jsonl (our own prose); RECORDS what `dateline read` makes of it, NEWS what it makes of mentions_worldwide_train.jsonl. A gold telling that the reader missed is put in as a bare
event, so that the weights do not hang on which ones it finds; the last figures are of the records as they are. Pairs fitted on:
  - two tellings of one family of incidents: one event, or two that are easily confused (weight 1);
  - a telling and another kind of deed in the same family, that is known to be another event (weight .05);
  - tellings of two families, moved to one day, as if unlike things had happened on it (weight .1);
  - a telling and another of the same event whose rare names (towns, people) were exchanged for names nobody knows: what is told alike of another village
    on the same day (weight .05);
  - two events of one newspaper article (weight .05), and tellings of two newspapers that share a name (weight .1): hardly ever one event. Without
    these, undated tellings are told apart by nothing: of 1,599 tellings in 300 articles 650 stood in rows of two newspapers, with them 60.
The directions in features.DECLARED are kept as bounds. Left out in turn: each family. Needs scipy.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).parents[3] / "shared" / "score"))
from score import folding, greedy, overlap, sentences  # type: ignore[import-not-found]

from dateline.events.plover import plover
from dateline.record import Event, Record
from dateline.stories import rows as rows_module
from dateline.stories.features import DECLARED, features
from dateline.stories.scoring import SHIPPED, Weights, shipped
from dateline.stories.telling import RARE, Telling, tellings_of
from dateline.stories.words import rarity

NAMES = list(DECLARED)
OTHER, SHIFTED, RENAMED, APART, PAPERS = 0.05, 0.1, 0.05, 0.05, 0.1
APARTS, PAIRS = 4_000, 6_000
NAMED = 3.5  # a name that two newspapers share is at least so rare, as for candidates (rows.TELLING_NAME)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("records", type=Path)
    ap.add_argument("--news", type=Path, required=True)
    ap.add_argument("--write", action="store_true", help="write weights.json")
    ap.add_argument("--quick", action="store_true", help="leave no family out: only fit")
    ap.add_argument("--ridge", type=float, default=4.0)
    ap.add_argument("--threshold", type=float, default=None)
    a = ap.parse_args()
    gold = [json.loads(line) for line in a.gold.open(encoding="utf-8")]
    records = {r.article.id: r for r in (Record.from_json(line) for line in a.records.open(encoding="utf-8"))}
    records = {g["id"]: records.get(g["id"]) for g in gold}
    full = {g["id"]: injected(g, records[g["id"]]) for g in gold}
    tellings: dict[str, list[Telling]] = {i: list(tellings_of(r)) for i, r in full.items()}
    real = {i: list(tellings_of(r)) for i, r in records.items()}
    labels = {k: v for g in gold for k, v in labelled(g, full[g["id"]]).items()}
    family_of = {g["id"]: family(g["gold"]["events"][0]["key"]) for g in gold}
    x, y, w, f = pairs(tellings, labels, family_of)
    far = newspapers(a.news)
    x, y, w, f = np.vstack([x, far]), np.append(y, np.zeros(len(far))), np.append(w, [APART] * APARTS + [PAPERS] * PAIRS), f + [()] * len(far)
    families = [] if a.quick else sorted(set(family_of.values()))
    fitted = {k: fit(x[keep], y[keep], w[keep], a.ridge) for k in families for keep in [np.array([k not in of for of in f])]}
    best = (0.0, 0.0)
    for threshold in () if a.quick else [a.threshold] if a.threshold else (0.1, 0.15, 0.2, 0.25, 0.3):
        for name, source in (("all tellings", tellings), ("as read", real)):
            lines = {}
            for k in families:
                lines |= answer(
                    [source[i] for i in source if family_of[i] == k], Weights(dict(zip(NAMES, fitted[k], strict=True)), threshold), k
                )
            s = folding(gold, lines, [])
            print(
                f"left out, {name:12s} {threshold:.2f} found {s['tellings found']} rows {s['rows']} of found {s['rows, of tellings found']} one row {s['events that are exactly one row']}"
            )
            if name == "all tellings":
                best = max(best, (s["rows"]["F1"], threshold))
    weights = Weights(dict(zip(NAMES, (round(float(b), 3) for b in fit(x, y, w, a.ridge)), strict=True)), a.threshold or best[1] or shipped().threshold)
    s = folding(gold, answer(list(real.values()), weights, ""), [])
    print("fitted on all, as read, in one desk:", s)
    for k, much in sorted(weights.of.items(), key=lambda i: -abs(i[1])):
        print(f"{much:7.2f} {k}")
    if a.write:
        told = {
            "made": "training/folding/fit.py on folding_a and mentions_worldwide_train",
            "threshold": weights.threshold,
            "weights": {k: much for k, much in weights.of.items() if much},
        }
        SHIPPED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def family(key: str) -> str:
    return "-".join(key.split("-")[:2])


def injected(g: dict, r: Record) -> Record:
    """The record with the gold tellings that the reader missed."""
    missed = [e for e in g["gold"]["events"] if not any(overlap(e["trigger"], p.trigger) for p in r.events)]
    bare = [Event(f"g{i}", e["type"], None, (), plover().quad(e["type"]), 0.8, tuple(e["trigger"])) for i, e in enumerate(missed)]
    return replace(r, events=(*r.events, *bare), faint=())


def labelled(g: dict, r: Record) -> dict[str, str]:
    """Telling -> event: the tellings that the scorer pairs with a gold one, and others of its type in the same breath. "": surely another event."""
    ends = sentences(g["text"])

    def sent(i: int) -> int:
        return next(k for k, e in enumerate(ends) if i < e or e == len(g["text"]))

    def weight(a: dict, b: Event) -> int:
        return (4 if overlap(a["trigger"], b.trigger) else 0) + (2 if sent(a["trigger"][0]) == sent(b.trigger[0]) else 0) * (
            1 + (a["type"] == b.type)
        )

    told, events = g["gold"]["events"], list(r.events)
    out = {events[j].id: told[i]["key"] for i, j in greedy(told, events, weight)}
    for e in events:
        if e.id in out:
            continue
        here = [x for x in told if sent(x["trigger"][0]) == sent(e.trigger[0])]
        if len(here) == 1 and here[0]["type"] == e.type and abs(here[0]["trigger"][0] - e.trigger[0]) < 90:
            out[e.id] = here[0]["key"]
        elif all(x["type"] != e.type for x in told):
            out[e.id] = ""
    return {f"{g['id']}#{k}": v for k, v in out.items()}


def pairs(tellings: dict[str, list[Telling]], labels: dict[str, str], family_of: dict[str, str]):
    x, y, w, f = [], [], [], []

    def put(a: Telling, b: Telling, one: bool, weight: float, *of: str) -> None:
        found = features(a, b)
        x.append([found.get(n, 0.0) for n in NAMES])
        y.append(one)
        w.append(weight)
        f.append(of)

    chance = random.Random(6)
    groups: dict[str, list[Telling]] = defaultdict(list)
    for i, ts in sorted(tellings.items()):
        groups[family_of[i]] += [t for t in ts if t.key in labels]
    for name, ts in groups.items():
        for a, b in itertools.combinations(ts, 2):
            p, q = labels[a.key], labels[b.key]
            if p and q:
                put(a, b, p == q, 1.0, name)
                if p == q and a.around.article != b.around.article:
                    put(a, renamed(b, chance.random() < 0.5), False, RENAMED, name)
            elif (p or q) and chance.random() < 0.5:
                put(a, b, False, OTHER, name)
    for (n, ts), (m, us) in itertools.combinations(sorted(groups.items()), 2):
        ts, us = ([t for t in x if labels[t.key] and t.days and t.around.published] for x in (ts, us))
        for _ in range(25):
            a, b = chance.choice(ts), chance.choice(us)
            off = a.days.first - b.days.first + chance.choice((0, 0, 0, 1, 3, 10))
            days = replace(b.days, first=b.days.first + off, last=b.days.last + off)
            put(a, replace(b, days=days, around=replace(b.around, published=b.around.published + off)), False, SHIFTED, n, m)
    return np.array(x), np.array(y, float), np.array(w), f


def renamed(t: Telling, counted: bool) -> Telling:
    """The telling as if it were of other people in another town; `counted`: with the same numbers."""
    around = t.around
    own, words, parties = (other_names(v, plain) for v, plain in ((t.own, t.plain), (around.words, around.plain), (t.parties, {})))
    names, all_names = ({k + "*" if w >= RARE else k: w for k, w in n.items()} for n in (t.names, around.names))
    spots, all_spots = (frozenset(k + "*" for k in s) for s in (t.spots, around.spots))
    numbers, all_numbers = (t.numbers, around.numbers) if counted else (frozenset(), frozenset())
    return replace(
        t,
        around=replace(around, article=around.article + "*", words=words, names=all_names, spots=all_spots, numbers=all_numbers),
        own=own,
        names=names,
        spots=spots,
        numbers=numbers,
        parties=parties,
        where=(),
        named=(),
        counts=t.counts if counted else {},
    )


def other_names(words: Mapping[str, float], plain: Mapping[str, float]) -> dict[str, float]:
    """The vector with the rare words that are names (they weigh nothing in `plain`) exchanged."""
    return {k + "*" if rarity(k) >= RARE and not plain.get(k) else k: w for k, w in words.items()}


def newspapers(path: Path) -> np.ndarray:
    """Features of two events of one article, then of tellings of two newspapers."""
    articles = [list(tellings_of(Record.from_json(line))) for line in path.open(encoding="utf-8")]
    chance = random.Random(7)
    several = [ts for ts in articles if len(ts) > 1]
    out = [features(*chance.sample(chance.choice(several), 2)) for _ in range(APARTS)]
    holding: dict[str, list[Telling]] = defaultdict(list)
    for ts in articles:
        for t in ts:
            for name, rare in t.around.names.items():
                if rare >= NAMED:
                    holding[name].append(t)
    shared = sorted(n for n, ts in holding.items() if len(ts) > 3)
    while len(out) < APARTS + PAIRS:
        one, other = chance.sample(holding[chance.choice(shared)], 2)
        if paper(one) != paper(other):
            out.append(features(one, other))
    return np.array([[found.get(n, 0.0) for n in NAMES] for found in out])


def paper(t: Telling) -> str:
    """The newspaper: an article's id without its number."""
    return t.around.article.rpartition("_")[0]


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Logistic weights, least squares held small, directions kept."""

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ b
        p = 1 / (1 + np.exp(-z))
        value = np.sum(w * (np.logaddexp(0, z) - y * z)) + ridge * np.sum(b[1:] ** 2) / 2
        slope = x.T @ (w * (p - y)) + ridge * np.concatenate([[0.0], b[1:]])
        return float(value), slope

    bounds = [(0 if DECLARED[n] > 0 else None, 0 if DECLARED[n] < 0 else None) for n in NAMES]
    return minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000}).x


def answer(articles: list[list[Telling]], weights: Weights, prefix: str) -> dict[str, dict]:
    rows = rows_module.Rows(weights)
    for ts in articles:
        rows.add(ts)
    out = {}
    for article in [ts[0].around.article for ts in articles if ts]:
        told = [{"event": prefix + rows.row(t.key), "type": t.event.type, "trigger": list(t.event.trigger)} for t in rows.of(article)]
        out[article] = {"events": told}
    return out


if __name__ == "__main__":
    main()
