"""Fit the weights by which tellings are folded, and say what they give on families of incidents that they were not fitted on.

    python training/folding/fit.py [--kept DIR] [--threshold T --borne B] [--write] [--quick]

One command: it reads folding_a, families.txt (both our own prose) and the first articles of mentions_worldwide_train with the reader as it is, and keeps
the records under DIR, where a second run finds them (a new reader: an empty DIR). Two sets of weights come out. Between two sure tellings; a gold
telling that the reader missed is put in as a bare event, so that the weights do not hang on which ones it finds. Pairs fitted on:
  - two tellings of one family of incidents: one event, or two that are easily confused (weight 1);
  - a telling and another kind of deed in the same family, that is known to be another event (weight .05);
  - tellings of two families, moved to one day, as if unlike things had happened on it (weight .1);
  - a telling and another of the same event whose rare names (towns, people) were exchanged for names nobody knows: what is told alike of another village
    on the same day (weight .05);
  - two events of one newspaper article (weight .05), and tellings of two newspapers that share a name (weight .1): hardly ever one event. Without
    these, undated tellings are told apart by nothing: of 1,599 tellings in 300 articles 650 stood in rows of two newspapers, with them 60.
Between a faint or bare telling and a sure one of another report:
  - a gold telling as it would be if the reader had been unsure of it, or had missed it, and a sure one of its event or of another (weight 1);
  - what is no gold telling and a sure one of an event that its report does not tell (weight .3), or of another family moved to its day (weight .1);
  - such pairs of two newspapers that share a name (weight .3).
The directions in features.DECLARED are kept as bounds. Left out in turn: an eighth of the families. Needs scipy.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

SHARED = Path(__file__).parents[3] / "shared"
sys.path.insert(0, str(SHARED / "score"))
from families import families  # type: ignore[import-not-found]
from score import folding, greedy, overlap, sentences  # type: ignore[import-not-found]

from dateline.events.plover import plover
from dateline.record import Event, Faint, Record
from dateline.runs import read_all
from dateline.sources import open_sources
from dateline.stories import rows as rows_module
from dateline.stories.features import DECLARED, features
from dateline.stories.scoring import SHIPPED, Weights
from dateline.stories.telling import RARE, Telling, tellings_of
from dateline.stories.words import rarity

NAMES = list(DECLARED)
OTHER, SHIFTED, RENAMED, APART, PAPERS, SILENT, STRANGE = 0.05, 0.1, 0.05, 0.05, 0.1, 0.3, 0.3
FOLDS = 8
ARTICLES = 400  # of newspapers
APARTS, PAIRS = 4_000, 6_000
NAMED = 3.5  # a name that two newspapers share is at least so rare, as for candidates (rows.TELLING_NAME)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, default=SHARED / "data")
    ap.add_argument("--kept", type=Path, help="where the records are kept")
    ap.add_argument("--write", action="store_true", help="write weights.json")
    ap.add_argument("--quick", action="store_true", help="leave no family out: only fit")
    ap.add_argument("--ridge", type=float, default=4.0)
    ap.add_argument("--threshold", type=float, default=None)
    ap.add_argument("--borne", type=float, default=None)
    a = ap.parse_args()
    sets = {"folding_a": lines_of(a.data / "folding_a.jsonl"), "families": list(families())}
    gold = [g for articles in sets.values() for g in articles]
    known = {r.article.id: r for name, articles in sets.items() for r in read(name, articles, a.kept)}
    papers = read("newspapers", lines_of(a.data / "mentions_worldwide_train.jsonl")[:ARTICLES], a.kept)
    records = {g["id"]: known[g["id"]] for g in gold}
    full = {g["id"]: injected(g, records[g["id"]]) for g in gold}
    sure = {i: [t for t in tellings_of(r) if not t.faint] for i, r in full.items()}
    real = {i: list(tellings_of(r)) for i, r in records.items()}
    labels = {k: v for g in gold for k, v in labelled(g, full[g["id"]]).items()}
    family_of = {g["id"]: family(g["gold"]["events"][0]["key"]) for g in gold}
    weak, named = unsure(gold, full, labels)
    news, far = newspapers(papers)
    strong = Pairs(*pairs(sure, labels, family_of), news, [APART] * APARTS + [PAPERS] * PAIRS)
    faint = Pairs(*unsure_pairs(weak, named, sure, labels, family_of), far, [STRANGE] * len(far))
    everything = sorted(set(family_of.values()))
    parts = [] if a.quick else [everything[i::FOLDS] for i in range(FOLDS)]
    fitted = [(strong.fit(a.ridge, part), faint.fit(a.ridge, part)) for part in parts]
    best: tuple[float, float, float] | None = None
    for threshold in [a.threshold] if a.threshold else (0.24, 0.27, 0.3):
        for borne in [a.borne] if a.borne else (0.5,):
            lines = {}
            for part, (of, doubtful) in zip(parts, fitted, strict=True):
                for k in part:
                    lines |= answer([real[i] for i in real if family_of[i] == k], Weights(of, threshold, doubtful, borne), k)
            if lines:
                for name, articles in sets.items():
                    print(f"left out {threshold:.2f} {borne:.2f} {name:10s}", figures(articles, lines))
                s = folding(gold, lines, [])
                rank = (s["events that are exactly one row"] + s["rows"]["F1"], threshold, borne)
                best = rank if best is None else max(best, rank)
    threshold, borne = a.threshold or (best or (0, 0.27, 0.5))[1], a.borne or (best or (0, 0.27, 0.5))[2]
    weights = Weights(strong.fit(a.ridge), threshold, faint.fit(a.ridge), borne)
    for name, articles in sets.items():
        lines = answer([real[g["id"]] for g in articles], weights, "")
        print(f"fitted on all {threshold:.2f} {borne:.2f} {name}", figures(articles, lines))
    if a.write:
        told = {
            "made": "training/folding/fit.py on folding_a, families.txt and mentions_worldwide_train",
            "threshold": threshold,
            "borne": borne,
            "weights": {k: much for k, much in weights.of.items() if much},
            "faint": {k: much for k, much in weights.faint.items() if much},
        }
        SHIPPED.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def lines_of(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read(name: str, articles: list[dict], kept: Path | None) -> list[Record]:
    """What `dateline read` makes of the articles; gold never reaches it."""
    with tempfile.TemporaryDirectory() as here:
        path = (kept or Path(here)) / f"{name}.records.jsonl"
        if not path.exists():
            given = Path(here, f"{name}.jsonl")
            asked = ({k: v for k, v in g.items() if k != "gold"} for g in articles)
            given.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in asked), encoding="utf-8")
            found = [r for r in read_all(open_sources([str(given)], declared="jsonl")) if isinstance(r, Record)]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(r.to_json() + "\n" for r in found), encoding="utf-8")
        return [Record.from_json(line) for line in path.open(encoding="utf-8")]


def figures(gold: list[dict], lines: dict[str, dict]) -> str:
    """The scorer's figures, and how many reports stand in a row of an event that they do not tell."""
    s = folding(gold, lines, [])
    return f"found {s['tellings found']} rows {s['rows']['P']}/{s['rows']['R']}/{s['rows']['F1']} of found {s['rows, of tellings found']['F1']} one row {s['events that are exactly one row']} of {s['events']}; strangers {strangers(gold, lines)}"


def strangers(gold: list[dict], lines: dict[str, dict]) -> int:
    """Reports in the main row of an event that they do not tell."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for g in gold:
        for row in {e["event"] for e in lines.get(g["id"], {}).get("events", [])}:
            held[row].update({e["key"] for e in g["gold"]["events"]})
    of = {row: max(sorted(n), key=lambda k: n[k]) for row, n in held.items() if n and max(n.values()) > 1}
    told = {g["id"]: {e["key"] for e in g["gold"]["events"]} for g in gold}
    return sum(of[e] not in told[i] for i, line in lines.items() if i in told for e in {x["event"] for x in line["events"]} if e in of)


class Pairs:
    """Features of pairs, whether they are one, how much each counts, and the families that it is of."""

    def __init__(
        self, x: np.ndarray, y: np.ndarray, w: np.ndarray, of: list[tuple[str, ...]], far: np.ndarray, weights: list[float]
    ) -> None:
        self.x, self.y, self.w = np.vstack([x, far]), np.append(y, np.zeros(len(far))), np.append(w, weights)
        self.of = of + [()] * len(far)

    def fit(self, ridge: float, without: Collection[str] = ()) -> dict[str, float]:
        """The weights, with some families left out."""
        keep = np.array([not any(k in of for k in without) for of in self.of])
        return dict(zip(NAMES, (round(float(b), 3) for b in fit(self.x[keep], self.y[keep], self.w[keep], ridge)), strict=True))


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


def unsure(gold: list[dict], full: dict[str, Record], labels: dict[str, str]) -> tuple[dict[str, list[Telling]], dict[str, str]]:
    """Faint and bare tellings as they would be if the reader had missed a gold telling or had been unsure of it; and what each tells ("": nothing keyed)."""
    out: dict[str, list[Telling]] = {}
    named: dict[str, str] = {}
    for g in gold:
        r, here = full[g["id"]], []
        for e in r.events:
            key = labels.get(f"{g['id']}#{e.id}")
            if not key:
                continue
            rest = tuple(x for x in r.events if x is not e)
            for n, doubts in enumerate(((), (Faint(e.trigger, e.type, e.mode, 0.3),))):
                for t in tellings_of(replace(r, events=rest, faint=doubts), key=f"{g['id']}|{e.id}|{n}"):
                    if t.faint and t.sentence[0] <= e.trigger[0] < t.sentence[1] and t.bare != bool(doubts):
                        others = [x for x in r.events if labels.get(f"{g['id']}#{x.id}") not in (None, "", key)]
                        gap = abs(t.event.trigger[0] - e.trigger[0])
                        if all(abs(t.event.trigger[0] - x.trigger[0]) > gap for x in others):
                            here.append(t)
                            named[t.key] = key
        for t in tellings_of(r):
            if t.faint and t.event.trigger not in [x.trigger for x in r.events]:
                here.append(t)
                named[t.key] = ""
        out[g["id"]] = here
    return out, named


def unsure_pairs(weak, named, sure, labels, family_of):
    """A faint or bare telling and a sure one of another report."""
    x, y, w, f = [], [], [], []

    def put(a: Telling, b: Telling, one: bool, weight: float, *of: str) -> None:
        found = features(a, b)
        x.append([found.get(n, 0.0) for n in NAMES])
        y.append(one)
        w.append(weight)
        f.append(of)

    chance = random.Random(8)
    told: dict[str, list[tuple[str, Telling]]] = defaultdict(list)
    tells: dict[str, set[str]] = defaultdict(set)
    for i, ts in sorted(sure.items()):
        for t in ts:
            if labels.get(t.key):
                told[family_of[i]].append((i, t))
                tells[i].add(labels[t.key])
    for i, ts in sorted(weak.items()):
        for a in ts:
            for j, b in told[family_of[i]]:
                if i == j:
                    continue
                key = labels[b.key]
                if named[a.key]:
                    put(a, b, named[a.key] == key, 1.0, family_of[i])
                    if named[a.key] == key:
                        put(a, renamed(b, chance.random() < 0.5), False, RENAMED, family_of[i])
                elif key not in tells[i]:
                    put(a, b, False, SILENT, family_of[i])
            other = chance.choice([k for k in sorted(told) if k != family_of[i]])
            for _, b in chance.sample(told[other], 5):
                if a.days and b.days and a.around.published and b.around.published:
                    off = a.days.first - b.days.first + chance.choice((0, 0, 0, 1, 3, 10))
                    days = replace(b.days, first=b.days.first + off, last=b.days.last + off)
                    put(
                        a,
                        replace(b, days=days, around=replace(b.around, published=b.around.published + off)),
                        False,
                        SHIFTED,
                        family_of[i],
                        other,
                    )
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


def newspapers(papers: list[Record]) -> tuple[np.ndarray, np.ndarray]:
    """Features of two events of one article, then of tellings of two newspapers; and of a faint or bare one and a sure one of another newspaper."""
    articles = [list(tellings_of(r)) for r in papers]
    chance = random.Random(7)
    several = [ts for ts in ([t for t in ts if not t.faint] for ts in articles) if len(ts) > 1]
    out = [features(*chance.sample(chance.choice(several), 2)) for _ in range(APARTS)]
    holding: dict[str, list[Telling]] = defaultdict(list)
    for ts in articles:
        for t in ts:
            for name, rare in t.around.names.items():
                if rare >= NAMED:
                    holding[name].append(t)
    shared = sorted(n for n, ts in holding.items() if len(ts) > 3)
    doubtful: list[dict[str, float]] = []
    while len(out) < APARTS + PAIRS or len(doubtful) < PAIRS:
        one, other = chance.sample(holding[chance.choice(shared)], 2)
        if paper(one) != paper(other) and one.faint + other.faint < 2:
            (doubtful if one.faint or other.faint else out).append(features(one, other))
    out, doubtful = out[: APARTS + PAIRS], doubtful[:PAIRS]
    return tuple(np.array([[found.get(n, 0.0) for n in NAMES] for found in these]) for these in (out, doubtful))


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
