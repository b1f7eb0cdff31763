"""Sentence splitting measured: single sentences of a gold set joined in a seeded order, and how exactly the joints are found again; spaCy beside us where installed.

    python bench/sentences.py --data ../shared/data [--rounds 3]

The sentences are those of coding_plv_dev (each is one sentence of a news report, as its makers cut it). A split elsewhere is counted as false, even the few that are right because
an item holds two sentences; both splitters bear that alike.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from pathlib import Path

import spacy_small

from dateline.reader.sentences import sentences


def joined(items: list[str], rng: random.Random) -> tuple[str, set[int]]:
    """Paragraphs of five sentences; the offsets at which a new sentence of a paragraph begins."""
    rng.shuffle(items)
    text, starts = "", set()
    for i, s in enumerate(items):
        if i:
            text += "\n\n" if i % 5 == 0 else " "
        if i % 5:
            starts.add(len(text))
        text += s
    return text, starts


def ours(text: str) -> set[int]:
    return {a for a, _ in sentences(text)}


def spacy_splitter() -> Callable[[str], set[int]] | None:
    nlp = spacy_small.load(disable=["ner", "lemmatizer"])
    if nlp is None:
        return None
    nlp.max_length = 10**7
    return lambda text: {s.start_char for s in nlp(text).sents}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--rounds", type=int, default=3)
    a = ap.parse_args()
    with (a.data / "coding_plv_dev.jsonl").open(encoding="utf-8") as f:
        items = sorted({t for t in (json.loads(line)["text"].strip() for line in f) if "\n" not in t and len(t.split()) > 4})
    splitters: dict[str, Callable[[str], set[int]] | None] = {"dateline": ours, "spaCy sm": spacy_splitter()}
    for name, split in splitters.items():
        if split is None:
            print(f"{name}: not installed")
            continue
        right = found = gold = 0
        for seed in range(a.rounds):
            text, starts = joined(list(items), random.Random(seed))
            paragraphs = {0} | {i + 2 for i in range(len(text)) if text.startswith("\n\n", i)}
            got = split(text) - paragraphs
            right, found, gold = right + len(got & starts), found + len(got), gold + len(starts)
        p, r = right / found, right / gold
        print(f"{name}: P {100 * p:.1f} R {100 * r:.1f} F1 {200 * p * r / (p + r):.1f} over {gold} joints of {len(items)} sentences")


if __name__ == "__main__":
    main()
