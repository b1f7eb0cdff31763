"""Train the weights of the choice among candidates (places/weights.json), and report what unseen documents get.

    python training/gazetteer/train_choice.py [--write] [--errors N]

Gold mentions are the names (finding is the reader's work); cross-validated in four parts by document, the same parts for both stages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))
sys.path.insert(0, str(Path(__file__).parent))

from gold import Document, Where, read

from dateline.places.features import ALONE, NOTHING, TOGETHER, Floats, table, together
from dateline.places.gazetteer import kilometres, open_gazetteer
from dateline.places.groups import Group, gather
from dateline.places.kinds import NATURAL, REGIONS
from dateline.places.outlet import home
from dateline.places.scoring import SHIPPED, Weights, chances
from dateline.reader.reading import Found

SETS = ("places_trnews", "places_lgl_a", "articles_ours_train")
FOLDS = 4
LARGE = REGIONS | NATURAL | {"country", "state"}
# Held weights: the sets hold few names of our own list (seas, regions, sites), and those mostly where gold's point is far from ours,
# so what they teach about them is wrong: a name found whole in our list is nearly always that place.
# And a comma is held to be near decisive: "Paris, Texas" must win over a France named in the same sentence.
HELD = {
    "region": 4.0,
    "natural": 4.5,
    "site": 4.0,
    "continent": 5.5,
    "inside fits": 4.0,
    "inside misfits": -3.0,
    "division named whole": 3.0,
}
# A place that gold gives no point is often one that the gazetteer lacks, not one that is not: it says less of "none".
NONE_WEIGHT = 0.5
NOT_A_PLACE = Where(None, -1)


@dataclass
class Case:
    """A document with its groups' features and which candidates are right (the last place: none)."""

    document: Document
    groups: list[Group]
    tables: list[object]
    right: list[np.ndarray | None]
    golds: list[list[Where]]
    fold: int
    tagged: bool = False


def right_ones(group: Group, golds: list[Where]) -> np.ndarray | None:
    """Right candidates: those with the gold id, else those nearest the gold point; none when no candidate is within 161 km."""
    answers = Counter(golds)
    if not answers:
        return None
    gold = answers.most_common(1)[0][0]
    n = len(group.options)
    out = np.zeros(n + 1)
    if gold == NOT_A_PLACE and len(answers) > 1:
        gold = answers.most_common(2)[1][0]
    if gold.point is None:
        out[n] = 1
        return out
    for i, c in enumerate(group.options):
        out[i] = gold.geonameid is not None and c.entry.geonameid == gold.geonameid
    if not out.any() and gold.country:
        for i, c in enumerate(group.options):
            out[i] = c.entry.country == gold.country and c.entry.kind in ("country", "territory")
    for reach in (15, 60, 161):
        if not out.any():
            for i, c in enumerate(group.options):
                out[i] = c.entry.point is not None and kilometres(c.entry.point, gold.point) <= reach
    if not out.any():
        if any(c.alike == 1 and c.entry.kind in LARGE for c in group.options):
            return None  # a continent's or a sea's point may lie far from gold's without another place being meant
        out[n] = 1
    return out


def cases(names: tuple[str, ...], mentions: str | None = None) -> list[Case]:
    gazetteer = open_gazetteer()
    out = []
    for name in names:
        path = Path(f"{mentions}/{name}.json") if mentions else None
        tagged = {k: [Found(*m) for m in v] for k, v in json.loads(path.read_text()).items()} if path and path.exists() else {}
        for document in read(name, gazetteer):
            groups = gather(document.text, document.mentions, gazetteer)
            golds = [[document.gold[s] for s in g.spans if s in document.gold] if g.place else [] for g in groups]
            place = home(document.outlet, document.url)
            tables = [table(g, place, [groups[h] for h in g.holders]) for g in groups]
            found = tagged.get(document.id)
            if found:  # the same document as the tagger reads it: what overlaps no gold place is none
                spots = gather(document.text, found, gazetteer)
                wheres = [_overlapped(g, document) if g.place else [] for g in spots]
                out.append(Case(document, spots, [table(g, home(document.outlet, document.url), [spots[h] for h in g.holders]) for g in spots],
                                [right_ones(g, w) for g, w in zip(spots, wheres, strict=True)], wheres, _part(document.id), tagged=True))  # fmt: skip
            out.append(
                Case(document, groups, tables, [right_ones(g, w) for g, w in zip(groups, golds, strict=True)], golds, _part(document.id))
            )
    return out


def _part(number: str) -> int:
    return int(hashlib.sha256(number.encode()).hexdigest(), 16) % FOLDS


def _overlapped(group: Group, document: Document) -> list[Where]:
    """The gold of the places that a group's mentions overlap; NOT_A_PLACE for those that overlap none."""
    return [next((w for (a, b), w in document.gold.items() if a < end and start < b), NOT_A_PLACE) for start, end in group.spans]


@dataclass
class Rows:
    """Candidates of many groups on end: features (with the none row last in each), group starts, right ones, weights."""

    x: Floats
    starts: np.ndarray
    right: Floats
    weight: Floats


def rows(items: list[tuple[Floats, Floats, np.ndarray, float]]) -> Rows:
    blocks, right, starts, weight, at = [], [], [], [], 0
    for features, nothing, answer, w in items:
        n, k, m = len(features), features.shape[1], len(nothing)
        block = np.zeros((n + 1, k + m))
        block[:n, :k] = features
        block[n, k:] = nothing
        blocks.append(block)
        right.append(answer)
        starts.append(at)
        weight.append(w)
        at += n + 1
    return Rows(np.vstack(blocks), np.array(starts), np.concatenate(right), np.array(weight))


def held(names: tuple[str, ...]) -> Floats:
    return np.array([HELD.get(name, 0.0) for name in names])


def fit(data: Rows, mean: Floats, *, ridge: float = 2.0, steps: int = 250) -> Floats:
    """Maximum likelihood of the right candidates under a softmax in each group, ridge-penalised; Adam, full batch."""
    w = mean.copy()
    m, v = np.zeros_like(w), np.zeros_like(w)
    counts = np.diff(np.append(data.starts, len(data.x)))
    for step in range(1, steps + 1):
        s = data.x @ w
        s = np.exp(s - np.repeat(np.maximum.reduceat(s, data.starts), counts))
        p = s / np.repeat(np.add.reduceat(s, data.starts), counts)
        good = p * data.right
        q = good / np.repeat(np.maximum(np.add.reduceat(good, data.starts), 1e-12), counts)
        g = data.x.T @ ((p - q) * np.repeat(data.weight, counts)) + np.where(mean, 1000.0, ridge) * (w - mean)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = w - 0.08 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return w


def group_weight(golds: list[Where], right: np.ndarray) -> float:
    return len(golds) ** 0.7 * (NONE_WEIGHT if right[-1] else 1.0)


def train(data: list[Case]) -> Weights:
    first = fit(
        rows(
            [
                (t.alone, t.nothing, r, group_weight(g, r))
                for c in data
                for t, r, g in zip(c.tables, c.right, c.golds, strict=True)
                if r is not None
            ]
        ),
        held((*ALONE, *NOTHING)),
    )
    guesses = [[chances(t.alone, t.nothing, first)[:-1] for t in c.tables] for c in data]
    then = first
    for _ in range(2):
        items = []
        for c, guess in zip(data, guesses, strict=True):
            context = together(c.groups, c.tables, guess)
            items += [
                (np.hstack([t.alone, x]), t.nothing, r, group_weight(g, r))
                for t, x, r, g in zip(c.tables, context, c.right, c.golds, strict=True)
                if r is not None
            ]
        then = fit(rows(items), held((*ALONE, *TOGETHER, *NOTHING)))
        guesses = [
            [
                chances(np.hstack([t.alone, x]), t.nothing, then)[:-1]
                for t, x in zip(c.tables, together(c.groups, c.tables, guess), strict=True)
            ]
            for c, guess in zip(data, guesses, strict=True)
        ]
    return Weights(first, then)


def decide(case: Case, weights: Weights, rounds: int = 2) -> list[Floats]:
    guess = [chances(t.alone, t.nothing, weights.first)[:-1] for t in case.tables]
    out: list[Floats] = []
    for _ in range(rounds):
        context = together(case.groups, case.tables, guess)
        out = [
            chances(np.hstack([t.alone, x]), t.nothing, weights.then, heat=weights.heat) for t, x in zip(case.tables, context, strict=True)
        ]
        guess = [p[:-1] for p in out]
    return out


def judge(case: Case, decided: list[Floats], tally: Counter[str], errors: list[str], trust: list[tuple[float, bool]]) -> None:
    for group, p, golds in zip(case.groups, decided, case.golds, strict=True):
        best = int(np.argmax(p))
        entry = group.options[best].entry if best < len(group.options) else None
        for gold in golds:
            if gold.point is None:
                tally[case.document.source + " unlocated"] += 1
                tally[case.document.source + " unlocated, none said"] += entry is None
                continue
            right = entry is not None and entry.point is not None and kilometres(entry.point, gold.point) <= 161
            if gold.country and entry is not None and entry.country == gold.country and entry.kind in ("country", "territory"):
                right = True
            tally[case.document.source] += 1
            tally[case.document.source + " right"] += right
            tally[case.document.source + " reachable"] += any(
                c.entry.point and kilometres(c.entry.point, gold.point) <= 161 for c in group.options
            )
            if entry is not None:
                trust.append((float(p[best]), right))
            if not right:
                got = f"{entry.name}, {entry.kind} {entry.country} {entry.lat},{entry.lon}" if entry else "none"
                errors.append(
                    f"{case.document.source} {case.document.id} {group.surface!r} within={group.within} gold {gold.point} got {got} p={p[best]:.2f} of {len(group.options)} {(case.document.url or '')[:40]}"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument(
        "--mentions", help="folder with SET.json of the reader's own mentions (training/gazetteer/tag.py), to learn its errors from"
    )
    args = parser.parse_args()
    data = cases(SETS, args.mentions)
    tally: Counter[str] = Counter()
    errors: list[str] = []
    trust: list[tuple[float, bool]] = []
    for part in range(FOLDS):
        weights = train([c for c in data if c.fold != part])
        for case in data:
            if case.fold == part and not case.tagged:
                judge(case, decide(case, weights), tally, errors, trust)
    for name in SETS:
        print(f"{name}: held out, within 161 km {100 * tally[name + ' right'] / tally[name]:.1f} of {tally[name]}; reachable {100 * tally[name + ' reachable'] / tally[name]:.1f};"
              f" none said of {tally[name + ' unlocated']} unlocated {tally[name + ' unlocated, none said']}")  # fmt: skip
    for low in np.arange(0, 1, 0.1):
        inside = [r for p, r in trust if low <= p < low + 0.1 or (low > 0.85 and p == 1)]
        if inside:
            print(f"  confidence {low:.1f}-{low + 0.1:.1f}: {100 * np.mean(inside):.0f} % right of {len(inside)}")
    for line in errors[: args.errors]:
        print(line)
    if args.write:
        weights = train(data)
        out = {"first": dict(zip((*ALONE, *NOTHING), np.round(weights.first, 4).tolist(), strict=True)),
               "then": dict(zip((*ALONE, *TOGETHER, *NOTHING), np.round(weights.then, 4).tolist(), strict=True)), "heat": 1.0}  # fmt: skip
        SHIPPED.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
