#!/usr/bin/env python3
"""Whose deed it was, against annotated articles: the events whose type is right and whose parties are not, grouped by what went wrong.

python bench/parties.py GOLD RECORDS --score ../shared/score/score.py [--show WORDS …]

GOLD holds annotated articles (JSON Lines as in ../shared/data/articles_ours.jsonl), RECORDS what `dateline read GOLD --from jsonl --format jsonl` wrote. Actors and events are
paired as the scorer pairs them. Prints how many of the paired events have both sides right and how many sides fail in which way; `--show` prints the events of the
ways that hold one of WORDS ("cast", "away", "none told"), each in its sentence with the one before.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

SIDES = ("actors", "recipients")


def scorer(path: Path) -> Any:
    """The scoreboard's own module: its pairing and its sentences."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Pair:
    """One article's gold beside its record."""

    def __init__(self, score: Any, gold: dict[str, Any], record: dict[str, Any]) -> None:
        self.id, self.text, self.score = gold["id"], gold["text"], score
        self.gold, self.record = gold["gold"], record
        self.ends = score.sentences(self.text)
        self.mentions: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for m in record["mentions"]:
            if m.get("refers_to"):
                self.mentions[m["refers_to"]].append(m)
        theirs = [self.names(a) for a in self.gold["actors"]]
        ours = [self.names(a) | self.surfaces(a["id"]) for a in record["actors"]]
        same = score.greedy(range(len(theirs)), range(len(ours)), lambda i, j: len(theirs[i] & ours[j]))
        self.gold_of = {record["actors"][j]["id"]: self.gold["actors"][i]["id"] for i, j in same}
        self.ours_of = {g: o for o, g in self.gold_of.items()}

    def names(self, actor: dict[str, Any]) -> set[str]:
        return {self.score.norm(x) for x in [actor["name"], *(actor.get("aliases") or [])]} - {""}

    def surfaces(self, ident: str) -> set[str]:
        return {self.score.norm(self.text[m["start"] : m["end"]]) for m in self.mentions[ident] if m.get("form") != "pronoun"}

    def sentence(self, at: int) -> int:
        return next((k for k, e in enumerate(self.ends) if at < e), len(self.ends) - 1)

    def events(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        """Gold events with the told ones of the same type: by their words, else by their sentence."""

        def alike(a: dict[str, Any], b: dict[str, Any]) -> int:
            if a["type"] != b["type"]:
                return 0
            if self.score.overlap(a["trigger"], b["trigger"]):
                return 3
            return int(self.sentence(a["trigger"][0]) == self.sentence(b["trigger"][0]))

        told = self.score.greedy(self.gold["events"], self.record["events"], alike)
        return [(self.gold["events"][i], self.record["events"][j]) for i, j in told]

    def fault(self, side: str, a: dict[str, Any], b: dict[str, Any]) -> str | None:
        """What is wrong with a side; None where one of its gold parties is told, or rightly nobody."""
        if {self.gold_of.get(x) for x in b[side]} & set(a[side]) or not (a[side] or b[side]):
            return None
        if not a[side]:
            return "told, gold has none"
        known = [self.ours_of[x] for x in a[side] if x in self.ours_of]
        if not known:
            return "gold party not in the cast"
        number = self.sentence(a["trigger"][0])
        near = any(self.sentence(m["start"]) == number for x in known for m in self.mentions[x])
        return f"{'another' if b[side] else 'none'} told, gold party {'in the sentence' if near else 'away'}"

    def shown(self, a: dict[str, Any], b: dict[str, Any]) -> str:
        gold, ours = ({x["id"]: x["name"] for x in actors} for actors in (self.gold["actors"], self.record["actors"]))
        k = self.sentence(a["trigger"][0])
        lines = [
            f"{self.id} {a['type']} {self.text[slice(*a['trigger'])]!r}",
            f"   {self.text[self.ends[k - 2] if k > 1 else 0 : self.ends[k]].strip()}",
        ]
        lines += [f"   {s}: gold {[gold[x] for x in a[s]]}, told {[ours[x] for x in b[s]]}" for s in SIDES]
        return "\n".join(lines)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("records", type=Path)
    ap.add_argument("--score", type=Path, required=True)
    ap.add_argument("--show", nargs="*", default=[])
    a = ap.parse_args()
    score = scorer(a.score)
    records = {r["article"]["id"]: r for r in map(json.loads, a.records.open(encoding="utf-8"))}
    ways: Counter[str] = Counter()
    paired = both = 0
    for gold in map(json.loads, a.gold.open(encoding="utf-8")):
        pair = Pair(score, gold, records[gold["id"]])
        for mine, told in pair.events():
            faults = [f"{side}: {fault}" for side in SIDES if (fault := pair.fault(side, mine, told))]
            paired += 1
            both += not faults
            ways.update(faults)
            if any(w in f for w in a.show for f in faults):
                print(pair.shown(mine, told), *faults, sep="\n   ", end="\n\n")
    print(f"{both} of {paired} paired events have both sides right")
    for way, n in ways.most_common():
        print(f"{n:5d} {way}")


if __name__ == "__main__":
    main()
