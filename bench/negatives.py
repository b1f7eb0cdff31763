#!/usr/bin/env python3
"""Events said of texts that tell none: a hundred articles on sport, business, science, culture and crime (bench/negatives.txt) read by Dateline.

python bench/negatives.py --data ../shared/data [--show]

Prints events per 2,000 words (the goal is at most one), by kind of article and by type of event. What is found on a crime page may be right (an arrest is
the state's act): `--show` prints every event in its sentence, to be judged by eye.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import dateline

HERE = Path(__file__).parent


def listed(path: Path) -> dict[str, str]:
    """Every id with the kind of article it stands under."""
    out: dict[str, str] = {}
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        else:
            out.update(dict.fromkeys(line.split(), kind))
    return out


def texts(data: Path, ids: dict[str, str]) -> dict[str, str]:
    """The articles' texts by id, in the list's order."""
    found = {}
    for name in ("mentions_worldwide_train.jsonl", "mentions_worldwide_dev.jsonl"):
        with (data / name).open(encoding="utf-8") as f:
            rows = (json.loads(line) for line in f)
            found.update({r["id"]: r["text"] for r in rows if r["id"] in ids})
    if missing := [i for i in ids if i not in found]:
        sys.exit(f"{data}: no article {missing[0]!r} ({len(missing)} missing)")
    return {i: found[i] for i in ids}


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True, help="the folder with mentions_worldwide_train.jsonl and _dev.jsonl")
    ap.add_argument("--show", action="store_true", help="print every event with the words around its trigger")
    a = ap.parse_args()
    ids = listed(HERE / "negatives.txt")
    words: Counter[str] = Counter()
    events: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for name, text in texts(a.data, ids).items():
        record = dateline.read(text, id=name)
        words[ids[name]] += len(text.split())
        events[ids[name]] += len(record.events)
        for e in record.events:
            types[e.type] += 1
            if a.show:
                around = (
                    " ".join(text[max(0, e.trigger[0] - 90) : e.trigger[0]].split()),
                    " ".join(text[e.trigger[1] : e.trigger[1] + 90].split()),
                )
                print(
                    f"{name}\t{e.type}/{e.mode or '-'}\t{e.modality}\t{e.confidence:.2f}\t{around[0]} [[{record.quote(e.trigger)}]] {around[1]}"
                )
    for kind in dict.fromkeys(ids.values()):
        print(f"{kind:<28}{words[kind]:>7} words {events[kind]:>4} events {2000 * events[kind] / words[kind]:>6.2f} for 2,000 words")
    total = sum(words.values())
    print(f"{'together':<28}{total:>7} words {sum(events.values()):>4} events {2000 * sum(events.values()) / total:>6.2f} for 2,000 words")
    print("  ".join(f"{t} {n}" for t, n in sorted(types.items(), key=lambda x: (-x[1], x[0]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
