#!/usr/bin/env python3
"""Fit the curve that turns what the second look says of an event into how often such an event is right, on articles the weights have not seen.

python training/calibration/fit.py --data ../shared/data [--unseen training/corpus/standoff/FILE.jsonl …] [--write]

Always used: the held-out articles of articles_ours_train and all of articles_ours. `--unseen` names stand-off files that these weights were not trained on.
Prints the reliability of every article's events under a curve fitted without that article's fold (ten folds); `--write` writes the curve
(src/dateline/events/confidence.yaml), the table in docs/confidence.md and the plot docs/confidence.svg. To be run again whenever the weights change.
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "training"), str(ROOT / "src")]
from plot import drawn

import annotating
import dateline
from data import held_out, lines
from dateline.events import events as coding
from dateline.events.confidence import EDGES, Curve
from dateline.reader.sentences import sentences
from dateline.record import Event

FOLDS = 10
CALM = 10.0  # how much a sign's weight is held back; on 293 events of 34 articles 1, 10 and 100 give 5.2, 3.6 and 5.8 points between said and right
SIGNS = ("score", "actor", "recipient", "reported", "told_otherwise")


@dataclass(frozen=True)
class Told:
    """One event of the program's: its article, the second look's probability and the signs, and whether the gold has it."""

    article: str
    raw: float
    signs: tuple[float, ...]
    right: bool


@dataclass(frozen=True)
class Bin:
    """Events said to be between `low` and `low` + 0.1 sure."""

    low: float
    count: int
    said: float
    right: float


def articles(data: Path, unseen: list[Path]) -> Iterator[dict]:
    """Rows of id, text, published and gold that the weights have not seen."""
    kept = held_out(data)
    yield from (r for r in lines(data / "articles_ours_train.jsonl") if r["id"] in kept)
    yield from lines(data / "articles_ours.jsonl")
    texts = annotating.known_texts(data)
    for path in unseen:
        yield from annotating.articles(path, texts)


def told_in(row: dict) -> list[Told]:
    """The program's events of one article with the second look's bare probabilities. An event is right when one gold event of its type, not yet taken, overlaps its
    trigger or stands in its sentence: the definition of the scoreboard."""
    record = dateline.read(row["text"], published=row.get("published"), id=row["id"])
    ends = [b for _, b in sentences(row["text"])]
    events = [e for e in record.events if ":" not in e.type]
    right = _matched(row["gold"]["events"], events, ends)
    return [Told(row["id"], e.confidence, _signs(e), i in right) for i, e in enumerate(events)]


def _signs(e: Event) -> tuple[float, ...]:
    p = min(max(e.confidence, EDGES[0]), EDGES[1])
    return (
        float(np.log(p / (1 - p))),
        float(bool(e.actors)),
        float(bool(e.recipients)),
        float(e.attributed_to is not None),
        float(e.modality != "asserted"),
    )


def _matched(gold: list[dict], events: tuple[Event, ...] | list[Event], ends: list[int]) -> set[int]:
    """The numbers of the events that have a gold event of their own: overlapping triggers first, then one sentence."""
    pairs = []
    for i, g in enumerate(gold):
        for j, e in enumerate(events):
            if g["type"] != e.type:
                continue
            if g["trigger"][0] < e.trigger[1] and e.trigger[0] < g["trigger"][1]:
                pairs.append((0, i, j))
            elif bisect_right(ends, g["trigger"][0]) == bisect_right(ends, e.trigger[0]):
                pairs.append((1, i, j))
    used: set[int] = set()
    matched: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in used and j not in matched:
            used.add(i)
            matched.add(j)
    return matched


def fitted(told: list[Told]) -> np.ndarray:
    """Offset and weights of the logistic curve, by Newton's method. A party found never makes an event less sure: where so few articles say so, it counts nothing."""
    x = np.array([(1.0, *t.signs) for t in told])
    w = newton(x, told)
    parties = [1 + SIGNS.index(k) for k in ("actor", "recipient")]
    if any(w[i] < 0 for i in parties):
        x[:, [i for i in parties if w[i] < 0]] = 0.0
        w = newton(x, told)
    if w[1] < 0:
        sys.exit("the reader's score says nothing on these articles: the fitted curve falls as it rises")
    return w


def newton(x: np.ndarray, told: list[Told]) -> np.ndarray:
    y = np.array([t.right for t in told], dtype=float)
    w = np.zeros(x.shape[1])
    calm = np.diag([1e-6, 1e-6, *[CALM] * (x.shape[1] - 2)])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve(x.T @ ((p * (1 - p))[:, None] * x) + calm, x.T @ (p - y) + calm @ w)
        w -= step
        if np.abs(step).max() < 1e-9:
            break
    return w


def curve_of(w: np.ndarray) -> Curve:
    return Curve(round(float(w[0]), 3), **{k: round(float(v), 3) for k, v in zip(SIGNS, w[1:], strict=True)})


def cross_validated(told: list[Told]) -> np.ndarray:
    """What the curve says of each event when its article's fold had no part in fitting it."""
    ids = sorted({t.article for t in told})
    fold = np.array([ids.index(t.article) % FOLDS for t in told])
    out = np.empty(len(told))
    for k in range(FOLDS):
        w = fitted([t for t, f in zip(told, fold, strict=True) if f != k])
        for i in np.flatnonzero(fold == k):
            out[i] = 1 / (1 + np.exp(-(w[0] + np.dot(w[1:], told[i].signs))))
    return out


def bins(said: np.ndarray, right: np.ndarray) -> list[Bin]:
    out = []
    for k in range(10):
        at = (said >= k / 10) & (said < (k + 1) / 10 + (k == 9))
        if at.any():
            out.append(Bin(k / 10, int(at.sum()), float(said[at].mean()), float(right[at].mean())))
    return out


def error(found: list[Bin]) -> float:
    """The mean distance between said and right, every event counting once (expected calibration error)."""
    return sum(b.count * abs(b.said - b.right) for b in found) / sum(b.count for b in found)


def table(before: list[Bin], after: list[Bin]) -> str:
    def half(found: list[Bin], low: float) -> str:
        b = next((b for b in found if b.low == low), None)
        return f"{b.count} | {100 * b.said:.0f} % | {100 * b.right:.0f} %" if b else "– | – | –"

    rows = [f"| {k / 10:.1f} to {(k + 1) / 10:.1f} | {half(after, k / 10)} | {half(before, k / 10)} |" for k in range(10)]
    return "\n".join(
        ["| said | events | said, mean | right | bare score: events | said, mean | right |", "|---|---|---|---|---|---|---|", *rows]
    )


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    ap.add_argument("--unseen", type=Path, nargs="*", default=[], help="stand-off files that these weights were not trained on")
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    coding.calibrated = lambda events: events  # the bare score, so that it can be fitted anew
    rows = list(articles(a.data, a.unseen))
    told = [t for r in rows for t in told_in(r)]
    right = np.array([t.right for t in told], dtype=float)
    raw, said = np.array([t.raw for t in told]), cross_validated(told)
    before, after = bins(raw, right), bins(said, right)
    curve = curve_of(fitted(told))
    manifest = json.loads((ROOT / "src/dateline/reader/weights/manifest.json").read_text(encoding="utf-8"))
    weights = manifest["sha256"]["encoder.onnx"][:12]
    told_of = f"{len(told)} events of {len(rows)} articles, {100 * right.mean():.0f} % of them right; weights {weights}"
    says = f"mean distance between said and right: {100 * error(after):.1f} points, each article by a curve that has not seen it; bare score {100 * error(before):.1f}"
    print(told_of, says, table(before, after), curve, sep="\n")
    if a.write:
        weights_of = "\n".join(f"  {k}: {v}" for k, v in asdict(curve).items())
        (ROOT / "src/dateline/events/confidence.yaml").write_text(
            "# Fitted by training/calibration/fit.py, never by hand. The curve of dateline.events.confidence: weights of the second look's probability (log odds), of an\n"
            f"# actor and a recipient that are known, of being reported by somebody, of not being told as a fact.\n# {told_of}\n# {says}\ncurve:\n{weights_of}\n",
            encoding="utf-8",
        )
        page = ROOT / "docs" / "confidence.md"
        head, tail = (page.read_text(encoding="utf-8").split(mark)[i] for mark, i in (("<!-- table -->", 0), ("<!-- end -->", 1)))
        page.write_text(f"{head}<!-- table -->\n{told_of};\n{says}.\n\n{table(before, after)}\n<!-- end -->{tail}", encoding="utf-8")
        (ROOT / "docs" / "confidence.svg").write_text(
            drawn([(b.said, b.right, b.count) for b in before], [(b.said, b.right, b.count) for b in after]), encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
