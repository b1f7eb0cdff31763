#!/usr/bin/env python3
"""Fit the curve that tells texts about political conflict from all others, and choose its cut.

python training/topic/fit.py --data ../shared/data [--write] [--gists FILE.npz]

Fitted on the annotated articles that are not held out (with events: yes; without: no) and the articles of quiet.txt (no); those of bench/negatives.txt and
the validation articles take no part. The cut is the highest that loses at most LOST of the gold events in ten folds. `--write` writes
src/dateline/events/topic.json. To be run again whenever the weights change, before training/calibration/fit.py. `--gists` keeps what the encoder made of the
articles in a file, so that a second fit takes a second; gists of other weights are made anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "training"), str(ROOT / "src")]

from data import annotated_rows, held_out, lines
from dateline.reader import Thresholds, read_text

FOLDS = 10
CALM = 0.3  # how much the weights are held back; 0.1 leaves as many events in bench/negatives.txt but loses a sentence more of PLV's held fifth
DENSE = 0.7  # events for 100 words: an article that tells fewer is neither yes nor no
LOST = 0.08  # the share of gold events that may be lost in ten folds; at 0.03 the quiet articles of bench/negatives.py keep 1.9 events for 2,000 words, at 0.07 1.1
NO_FRAMES = Thresholds(cue=2, event=2)  # the gist needs none


@dataclass(frozen=True)
class Item:
    """An article: what it may do in the fit, its gold events and its words."""

    id: str
    text: str
    use: str  # "fit", "validation", "negative" (bench/negatives.txt)
    events: int

    @property
    def words(self) -> int:
        return len(self.text.split())


def items(data: Path) -> list[Item]:
    """Every article of the fit and of the report, in the order of the files."""
    kept = held_out(data)
    rows = [(r, "validation" if r["id"] in kept else "fit") for r in annotated_rows(data)]
    rows += [(r, "validation") for r in lines(data / "articles_ours.jsonl")]
    texts = {r["id"]: r["text"] for n in ("train", "dev") for r in lines(data / f"mentions_worldwide_{n}.jsonl")}
    measuring = listed(ROOT / "bench" / "negatives.txt")
    taken = {r["id"] for r, _ in rows} | set(measuring)
    out = [Item(r["id"], r["text"], use, len(r["gold"]["events"])) for r, use in rows if r["id"] not in measuring]
    out += [Item(i, texts[i], "fit", 0) for i in listed(Path(__file__).with_name("quiet.txt")) if i not in taken]
    return out + [Item(i, texts[i], "negative", 0) for i in measuring]


def listed(path: Path) -> list[str]:
    return [i for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#") for i in line.split()]


def gist(text: str) -> tuple[float, ...]:
    found = read_text(text, thresholds=NO_FRAMES).gist
    assert found is not None
    return found


def gists(found: list[Item], cache: Path | None, encoder: str) -> np.ndarray:
    """One row an article; from `cache` where it has been made by the same encoder for the same articles."""
    ids = [i.id for i in found]
    if cache and cache.exists():
        kept = np.load(cache)
        if str(kept["encoder"]) == encoder and kept["ids"].tolist() == ids:
            return kept["gists"]
    with Pool(2) as pool:
        made = np.array(pool.map(gist, [i.text for i in found], chunksize=4))
    if cache:
        np.savez(cache, encoder=encoder, ids=np.array(ids), gists=made)
    return made


def fitted(x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and offset of the logistic curve over bare gists, by Newton's method on standardised ones."""
    mean, spread = x.mean(0), (x.std(0) + 1e-6) * np.sqrt(x.shape[1])
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    w = np.zeros(z.shape[1])
    calm = np.diag([*[CALM] * x.shape[1], 1e-6])
    for _ in range(40):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve(z.T @ ((p * (1 - p))[:, None] * z) + calm, z.T @ (p - y) + calm @ w)
    bare = w[:-1] / spread
    return bare, float(w[-1] - bare @ mean)


def cross_validated(x: np.ndarray, y: np.ndarray, counts: np.ndarray, found: list[Item]) -> np.ndarray:
    """The probability of every article by a curve in whose fit its fold had no part; `counts` are the articles that are yes or no."""
    fold = np.array([int(hashlib.sha256(i.id.encode()).hexdigest(), 16) % FOLDS for i in found])
    out = np.empty(len(x))
    for k in range(FOLDS):
        w, offset = fitted(x[counts & (fold != k)], y[counts & (fold != k)])
        out[fold == k] = 1 / (1 + np.exp(-(x[fold == k] @ w + offset)))
    return out


def cut_of(p: np.ndarray, events: np.ndarray) -> float:
    """The highest cut, in hundredths, below which at most LOST of the events stand."""
    return max(c / 100 for c in range(100) if events[p < c / 100].sum() <= LOST * events.sum())


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    ap.add_argument("--gists", type=Path, help="keep the articles' gists here")
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    manifest = json.loads((ROOT / "src/dateline/reader/weights/manifest.json").read_text(encoding="utf-8"))
    encoder = manifest["sha256"]["encoder.onnx"][:12]
    found = items(a.data)
    x = gists(found, a.gists, encoder)
    use, events = np.array([i.use for i in found]), np.array([i.events for i in found])
    rate = 100 * events / np.array([i.words for i in found])
    fit = use == "fit"
    y, counts = (events > 0).astype(float), (rate == 0) | (rate >= DENSE)
    ours = [i for i, f in zip(found, fit, strict=True) if f]
    unseen = cross_validated(x[fit], y[fit], counts[fit], ours)
    cut = cut_of(unseen, events[fit])
    w, offset = fitted(x[fit & counts], y[fit & counts])
    w, offset = np.round(w, 4), round(offset, 4)
    p = 1 / (1 + np.exp(-(x @ w + offset)))
    lost = events[fit][unseen < cut].sum()
    says = [
        f"{int(y[fit & counts].sum())} articles with events, {int((fit & counts & (y == 0)).sum())} without; weights {encoder}; cut {cut}",
        f"gold events lost: {lost} of {events[fit].sum()} in {FOLDS} folds, {events[(use == 'validation') & (p < cut)].sum()} of {events[use == 'validation'].sum()} in validation",
        f"quiet articles held: {(unseen[y[fit] == 0] < cut).mean():.2f} in {FOLDS} folds, {(p[use == 'negative'] < cut).mean():.2f} of bench/negatives.txt",
    ]
    print("\n".join(says))
    if a.write:
        made = {"fitted_by": "training/topic/fit.py, never by hand", "says": says, "encoder": encoder, "offset": offset, "cut": cut}
        text = json.dumps(made, indent=1)[:-2] + ',\n "weights": ' + json.dumps(w.tolist()) + "\n}\n"
        (ROOT / "src/dateline/events/topic.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
