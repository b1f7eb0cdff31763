"""What capitals cost the reader: the same gold read as it stands, in capitals throughout, and in small letters throughout.

    python bench/cases.py --data ../shared/data [--limit 40] [--articles FILE.jsonl] [--weights DIR]

Names: exact F1 on mentions_worldwide_dev (all nine labels). Deeds: F1 of telling words (type right, overlapping) on articles_ours, most of which
the shipped weights were trained on: give the held-out ones as --articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from dateline.reader import read_text
from dateline.reader.model import WEIGHTS, Model

DRESS: dict[str, Callable[[str], str]] = {"as it stands": str, "CAPITALS": str.upper, "small letters": str.lower}


def rows(path: Path, limit: int) -> list[dict]:
    with path.open(encoding="utf-8") as f:
        return [json.loads(line) for line in f][:limit]


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / max(1, found + gold)


def names(data: list[dict], dress: Callable[[str], str], using: Model) -> float:
    right = found = gold = 0
    for d in data:
        text = dress(d["text"])
        if len(text) != len(d["text"]):
            continue  # a letter whose capital is two letters moves every offset
        want = {(m["start"], m["end"], m["label"]) for m in d["gold"]["mentions"]}
        got = {(m.start, m.end, m.label) for m in read_text(text, using=using).mentions if m.form == "name"}
        right, found, gold = right + len(want & got), found + len(got), gold + len(want)
    return f1(right, found, gold)


def deeds(data: list[dict], dress: Callable[[str], str], using: Model) -> float:
    right = found = gold = 0
    for d in data:
        text = dress(d["text"])
        if len(text) != len(d["text"]):
            continue
        want = [(*e["trigger"], e["type"]) for e in d["gold"]["events"]]
        got = [(*f.trigger, f.type) for f in read_text(text, using=using).frames if f.kind == "deed" and f.trigger]
        right += sum(any(a < y and x < b and t == u for x, y, u in got) for a, b, t in want)
        found, gold = found + len(got), gold + len(want)
    return f1(right, found, gold)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--limit", type=int, default=40)
    ap.add_argument("--articles", type=Path, help="articles with gold, instead of articles_ours")
    ap.add_argument("--weights", type=Path, default=WEIGHTS)
    a = ap.parse_args()
    using = Model(a.weights)
    for title, dress in DRESS.items():
        n = names(rows(a.data / "mentions_worldwide_dev.jsonl", a.limit), dress, using)
        e = deeds(rows(a.articles or a.data / "articles_ours.jsonl", a.limit), dress, using)
        print(f"{title:14s} names F1 {n:.1f}   deeds F1 {e:.1f}")


if __name__ == "__main__":
    main()
