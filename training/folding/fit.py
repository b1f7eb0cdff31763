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
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared"
sys.path.insert(0, str(SHARED / "score"))
from families import families  # type: ignore[import-not-found]
from labels import family, injected, labelled, unsure  # type: ignore[import-not-found]
from pairs import newspaper_pairs, sure_pairs, unsure_pairs  # type: ignore[import-not-found]
from score import folding  # type: ignore[import-not-found]

from dateline.record import Record
from dateline.runs import read_all
from dateline.sources import open_sources
from dateline.stories.rows import Rows
from dateline.stories.scoring import SHIPPED, Weights
from dateline.stories.telling import Telling, tellings_of

FOLDS = 8
ARTICLES = 400  # of newspapers


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, default=SHARED / "data")
    ap.add_argument("--kept", type=Path, help="where the records are kept")
    ap.add_argument("--write", action="store_true", help="write weights.json")
    ap.add_argument("--quick", action="store_true", help="leave no family out: only fit")
    ap.add_argument("--ridge", type=float, default=12.0)
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
    strong = sure_pairs(sure, labels, family_of)
    faint = unsure_pairs(weak, named, sure, labels, family_of)
    newspaper_pairs(papers, strong, faint)
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
    """A gold set."""
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


def answer(articles: list[list[Telling]], weights: Weights, prefix: str) -> dict[str, dict]:
    """What `dateline stories` would say of the articles, by their ids; `prefix` tells the rows of several families apart."""
    rows = Rows(weights)
    for ts in articles:
        rows.add(ts)
    out = {}
    for article in [ts[0].around.article for ts in articles if ts]:
        told = [{"event": prefix + rows.row(t.key), "type": t.event.type, "trigger": list(t.event.trigger)} for t in rows.of(article)]
        out[article] = {"events": told}
    return out


if __name__ == "__main__":
    main()
