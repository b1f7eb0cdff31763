#!/usr/bin/env python3
"""Fit what a name's look says of its label: src/dateline/reader/looks.npz.

python training/names/fit.py --data ../shared/data [--write]

Fitted on the gold names of mentions_worldwide_train alone, without the encoder: it need not be run again when the weights change. A feature counts when it stands
in LEAST articles or more, so that no single article's names are learnt. Words are known as places and demonyms from our gazetteer, as given names and surnames from
the lists of `faker` (PyPI, MIT) and from actors/data/names.yaml, as organizations from actors/data/organizations.yaml. The file keeps 32-bit checksums, no words.
Needs faker and scikit-learn.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import numpy as np
import yaml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "src")]

from dateline.places.building import ABBREVIATION, DEMONYM
from dateline.places.folding import fold
from dateline.places.kinds import KIND_NUMBER
from dateline.reader.looks import KNOWN, Looks, features, folded
from dateline.record import MENTION_LABELS

LEAST = 4  # articles
STRENGTH = 0.3  # scikit-learn's C; 0.1 to 0.3 differ by less than 0.2 points of F1
LARGE, SMALL = 100_000, 10_000  # inhabitants: of a large place, of one that is listed at all
PEOPLED = {KIND_NUMBER[k] for k in ("county", "city")}
OUT = ROOT / "src" / "dateline" / "reader" / "looks.npz"
ACTORS = ROOT / "src" / "dateline" / "actors" / "data"
BIT = {name: 1 << k for k, name in enumerate(KNOWN)}


def places() -> Iterator[tuple[str, str]]:
    """(word, what it is known as) of our gazetteer."""
    db = sqlite3.connect(f"file:{ROOT / 'src/dateline/places/gazetteer.sqlite'}?mode=ro", uri=True)
    for key, kind, people, role in db.execute("SELECT n.key, p.kind, p.population, n.role FROM name n JOIN place p ON p.id = n.place"):
        words = key.split(" ")
        large = kind not in PEOPLED or (people or 0) >= LARGE
        if role == DEMONYM:
            if len(words) == 1:
                yield key, "demonym"
        elif not key.isascii() or role == ABBREVIATION:
            continue
        elif len(words) == 1 and len(key) > 2 and (large or (people or 0) >= SMALL):
            yield key, "large place" if large else "place"
        elif len(words) > 1 and large:
            yield from ((w, what) for w, what in ((words[0], "begins a place"), (words[-1], "ends a place")) if len(w) > 2)


def people() -> Iterator[tuple[str, str]]:
    """Given names and surnames in Latin letters, of faker's many countries and of our own list."""
    import faker.providers.person as persons

    for module in pkgutil.iter_modules(persons.__path__):
        provider = getattr(importlib.import_module(f"faker.providers.person.{module.name}"), "Provider", None)
        for field in dir(provider) if provider and module.name != "en" else ():
            held = getattr(provider, field)
            what = "given name" if re.search("first|given|middle", field) else "surname" if re.search("last|sur|family", field) else None
            if what is None or field.startswith("_") or "format" in field or not isinstance(held, (tuple, list, dict)):
                continue
            for entry in held:
                for name in (entry,) if isinstance(entry, str) else entry if isinstance(entry, (tuple, list)) else ():
                    if isinstance(name, str):
                        yield from ((w, what) for w in re.findall(r"[^\W\d_]+", folded(name)) if w.isascii() and len(w) > 1)
    own = yaml.safe_load((ACTORS / "names.yaml").read_text(encoding="utf-8"))
    for name in "/".join((own["feminine"], own["masculine"])).split("/"):
        yield from ((w, "given name") for w in fold(name).split())


def organizations() -> Iterator[tuple[str, str]]:
    """Organizations of one word, of our own list."""

    def strings(x: object) -> Iterator[str]:
        if isinstance(x, str):
            yield x
        elif isinstance(x, (dict, list)):
            for y in x.values() if isinstance(x, dict) else x:
                yield from strings(y)

    for line in strings(yaml.safe_load((ACTORS / "organizations.yaml").read_text(encoding="utf-8"))):
        for name in re.split("[;/]", line):
            words = fold(name).split()
            if len(words) == 1 and len(words[0]) > 1:
                yield words[0], "organization"


def known_words() -> tuple[np.ndarray, np.ndarray]:
    bits: dict[int, int] = defaultdict(int)
    for source in (places(), people(), organizations()):
        for word, what in source:
            bits[crc32(word.encode("utf-8"))] |= BIT[what]
    keys = sorted(bits)
    return np.array(keys, dtype=np.uint32), np.array([bits[k] for k in keys], dtype=np.uint8)


def fit(data: Path) -> tuple[Looks, dict[str, np.ndarray]]:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    words, bits = known_words()
    none = np.zeros(0, dtype=np.uint32)
    lists = Looks(words, bits, none, np.zeros((0, 9), np.float32), np.zeros(9, np.float32))
    rows: list[tuple[list[int], str]] = []
    where: dict[int, set[int]] = defaultdict(set)
    with (data / "mentions_worldwide_train.jsonl").open(encoding="utf-8") as f:
        for n, line in enumerate(f):
            d = json.loads(line)
            for m in d["gold"]["mentions"]:
                seen = sorted({crc32(x.encode("utf-8")) for x in features(d["text"], (m["start"], m["end"]), lists)})
                rows.append((seen, m["label"]))
                for x in seen:
                    where[x].add(n)
    columns = {x: k for k, x in enumerate(sorted(x for x, articles in where.items() if len(articles) >= LEAST))}
    chosen = [[columns[x] for x in seen if x in columns] for seen, _ in rows]
    ends = np.cumsum([0, *map(len, chosen)])
    table = csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(chosen).astype(np.int64), ends), shape=(len(rows), len(columns)))
    found = LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3).fit(table, [MENTION_LABELS.index(label) for _, label in rows])
    assert found.classes_.tolist() == list(range(len(MENTION_LABELS)))
    weights, bias = found.coef_.T.astype(np.float32), found.intercept_.astype(np.float32)
    step = np.float32(np.abs(weights).max() / 127)
    kept = np.round(weights / step).astype(np.int8)
    seen = np.array(sorted(columns), dtype=np.uint32)
    steps = {k: np.diff(v, prepend=np.uint32(0)).astype(np.uint32) for k, v in (("words", words), ("seen", seen))}
    arrays = {**steps, "bits": bits, "weights": kept, "step": step, "bias": bias}
    print(f"{len(words)} known words, {len(rows)} names, {len(seen)} features")
    return Looks(words, bits, seen, kept * step, bias), arrays


def right(looks: Looks, path: Path) -> float:
    """The share of a set's gold names whose label the look alone finds."""
    hit = total = 0
    with path.open(encoding="utf-8") as f:
        for line in f:
            d = json.loads(line)
            gold = d["gold"]["mentions"]
            best = looks.of(d["text"], [(m["start"], m["end"]) for m in gold]).argmax(-1) if gold else []
            hit += sum(MENTION_LABELS[b] == m["label"] for b, m in zip(best, gold, strict=True))
            total += len(gold)
    return hit / total


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    looks, arrays = fit(a.data)
    print(f"labels right by the look alone, unseen articles: {right(looks, a.data / 'mentions_worldwide_dev.jsonl'):.1%}")
    if a.write:
        np.savez_compressed(OUT, **arrays)
        print(f"{OUT}: {OUT.stat().st_size / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
