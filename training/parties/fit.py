"""Learns how much each piece of evidence counts in choosing speakers and parties, from annotated articles, and writes the two tables.

    python training/parties/fit.py --data ../shared/data [--check FILE] [--write]

Reads every annotated article but the held-out ones (`data.annotated_rows`) with the program as it stands, so the tables fit the reader and the cast
they will work with. Says how often the choice is right by four-fold cross-validation over articles, and on
`--check`. Without `--write` nothing changes. The fit is deterministic.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from gold import Told, deeds, plainly, sayings, tell, who_is_who
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import data
import dateline
from dateline.events import evidence as parties
from dateline.events.parties import MARKED, candidates, deed_of
from dateline.events.stage import MUTUAL
from dateline.statements import voices
from dateline.statements.choosing import Weights

SEEN = {"parties": 20, "speakers": 10}  # a feature in a circumstance needs that many candidates; 4 to 30 gave the same choice
PULL = {"parties": 4.0, "speakers": 2.0}  # pull of the weights towards nothing; half and double within a point
NARROW = {0: 1.0, 1: 2.0, 2: 4.0}  # harder on weights that hold in narrow circumstances only
LEAST = 0.03  # smaller weights are left out of the table
Key = tuple[str, str]


@dataclass
class Choice:
    """One question put to an article: the options with their features, the circumstances, and which options are right."""

    article: str
    told: Sequence[str]
    options: list[list[str]]
    right: list[bool]


def party_choices(told: Told) -> list[Choice]:
    """Both sides of every annotated deed that the reader found; sides whose gold party is not to be had in the cast teach nothing."""
    stage, (same, alike) = told.stage(), who_is_who(told)
    strings = {a["id"]: [a["name"], *(a.get("aliases") or ())] for a in told.gold["actors"]}
    out = []
    for e, f in deeds(told, stage):
        deed = deed_of(stage, f)
        taken = [same[x] for x in e.get("actors", ()) if x in same]
        for side in parties.SIDES:
            if f.type in MUTUAL and side == "recipient":
                continue
            gold = [x for s in (parties.SIDES if f.type in MUTUAL else (side,)) for x in e.get(f"{s}s", ())]
            want = {same[x] for x in gold if x in same}
            here = {s.who for s in deed.here}
            if (gold and not want) or (want and not want & here and _named_here(stage.text[slice(*deed.clause.sentence)], gold, strings)):
                continue
            maybe = {c for x in gold for c in alike.get(x, ())} - want
            people = [w for w in candidates(stage, deed) if w not in maybe]
            features = [parties.evidence(stage, deed, side, w, taken) for w in people]
            if people:
                out.append(Choice(told.id, parties.circumstances(deed, side), features, [w in want for w in people]))
    return out


def _named_here(words: str, gold: Sequence[str], strings: dict[str, list[str]]) -> bool:
    """Whether the sentence names a gold party though the cast does not know it: a fault of the cast, not of the choice."""
    names = {re.sub(r"^(?:the|an?)\s+", "", s, flags=re.I) for x in gold for s in strings[x]}
    return any(re.search(rf"(?i)(?<!\w){re.escape(n)}(?!\w)", words) for n in names if n)


def speaker_choices(told: Told) -> list[Choice]:
    """The speaker of every annotated statement that was found; the first option is nobody."""
    here, (same, alike) = told.presence(), who_is_who(told)
    statements = plainly(told)
    out = []
    for s, number in sayings(told):
        gold = s.get("speaker")
        if gold and gold not in same:
            continue
        mine = told.record.statements[number]
        floating = mine.cue is None and mine.kind != "indirect"
        t = voices.telling_of(
            here, mine.source, mine.cue or mine.content[0], mine.content, mine.kind, floating=floating, before=statements[:number]
        )
        people = [w for w in here.cast if w not in alike.get(gold or "", ())]
        features = [voices.of_nobody(t), *(voices.evidence(here, t, w) for w in people)]
        right = [gold is None, *(w == same.get(gold or "") for w in people)]
        if any(right):
            out.append(Choice(told.id, voices.circumstances(t), features, right))
    return out


def vocabulary(choices: Sequence[Choice], kind: str) -> dict[Key, int]:
    """The features in their circumstances that occur often enough, numbered."""
    n = Counter((f, c) for x in choices for o in x.options for f in dict.fromkeys(o) for c in x.told)
    return {key: i for i, key in enumerate(sorted(k for k, count in n.items() if count >= SEEN[kind]))}


def matrix(choices: Sequence[Choice], known: dict[Key, int]) -> tuple[csr_matrix, NDArray[np.int64], NDArray[np.bool_]]:
    rows, columns, owner, right = [], [], [], []
    n = 0
    for k, x in enumerate(choices):
        for option, r in zip(x.options, x.right, strict=True):
            mine = {known[f, c] for f in option for c in x.told if (f, c) in known}
            rows += [n] * len(mine)
            columns += sorted(mine)
            owner.append(k)
            right.append(r)
            n += 1
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(n, len(known))), np.array(owner), np.array(right)


def narrow(circumstance: str, kind: str) -> float:
    """How hard a weight is pulled: by how narrow its circumstance is."""
    words = circumstance.split()
    level = (2 if "." in circumstance else 1 if len(words) > 1 else 0) if kind == "parties" else int(bool(circumstance))
    return NARROW[level]


def learn(choices: Sequence[Choice], known: dict[Key, int], kind: str) -> NDArray[np.float64]:
    """The weights. Parties are judged one by one (a side may have several), speakers against each other (there is one)."""
    x, owner, right = matrix(choices, known)
    pull = PULL[kind] * np.array([narrow(c, kind) for _, c in known])
    count = owner.max() + 1

    def apart(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        s = x @ w
        p = 1 / (1 + np.exp(-s))
        return float(np.logaddexp(0, np.where(right, -s, s)).sum() + (pull * w * w).sum()), x.T @ (p - right) + 2 * pull * w

    def against(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        s = x @ w
        top = np.full(count, -np.inf)
        np.maximum.at(top, owner, s)
        e = np.exp(s - top[owner])
        every, good = np.bincount(owner, e, count), np.bincount(owner, e * right, count)
        slope = x.T @ (e / every[owner] - e * right / good[owner])
        return float(-np.log(good / every).sum() + (pull * w * w).sum()), slope + 2 * pull * w

    return minimize(apart if kind == "parties" else against, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def table(weights: NDArray[np.float64], known: dict[Key, int]) -> Weights:
    """The weights as the program reads them."""
    of: dict[str, dict[str, float]] = {}
    for (feature, circumstance), i in known.items():
        if abs(weights[i]) >= LEAST:
            of.setdefault(feature, {})[circumstance] = round(float(weights[i]), 2)
    return Weights(of)


def hits(choices: Sequence[Choice], w: Weights, kind: str) -> tuple[int, int]:
    """In how many choices the likeliest option is right, where for parties nobody is likeliest below MARKED; and of how many."""
    good = 0
    for x in choices:
        scores = [w.score(o, x.told) for o in x.options]
        best = int(np.argmax(scores)) if scores else -1
        if kind == "parties" and (best < 0 or 1 / (1 + np.exp(-scores[best])) < MARKED):
            good += not any(x.right)
        else:
            good += x.right[best]
    return good, len(choices)


def crossed(choices: Sequence[Choice], kind: str, folds: int = 4) -> float:
    """The share of right choices when every article is judged by weights learned from the others."""
    order = {a: i % folds for i, a in enumerate(sorted({x.article for x in choices}))}
    good = 0
    for k in range(folds):
        rest = [x for x in choices if order[x.article] != k]
        known = vocabulary(rest, kind)
        good += hits([x for x in choices if order[x.article] == k], table(learn(rest, known, kind), known), kind)[0]
    return good / len(choices)


def write(path: Path, w: Weights, what: str, articles: int) -> None:
    lines = [
        f"# What speaks for {what}, in which circumstance, and how much. Written by training/parties/fit.py from {articles} annotated articles."
    ]
    lines += [f"{f}\t{c}\t{x:g}" for f in sorted(w.of) for c, x in sorted(w.of[f].items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--data", type=Path, required=True, help="the folder of annotated sets")
    cli.add_argument("--check", type=Path, help="annotated articles to measure on")
    cli.add_argument("--write", action="store_true", help="put the tables into the package")
    a = cli.parse_args()
    kept = data.held_out(a.data)
    articles = list(tell(row for row in data.annotated_rows(a.data) if row["id"] not in kept))
    checked = list(tell(data.lines(a.check))) if a.check else []
    package = Path(dateline.__file__).parent
    for kind, choices_of, path, what in (
        ("speakers", speaker_choices, package / "statements" / "speakers.tsv", "somebody as the speaker"),
        ("parties", party_choices, package / "events" / "parties.tsv", "somebody as a party of a deed"),
    ):
        choices = [c for t in articles for c in choices_of(t)]
        known = vocabulary(choices, kind)
        w = table(learn(choices, known, kind), known)
        print(
            f"{kind}: {len(choices)} choices in {len(articles)} articles, {sum(map(len, w.of.values()))} weights; cross-validated {crossed(choices, kind):.3f}"
        )
        if checked:
            good, of = hits(seen, w, kind) if (seen := [c for t in checked for c in choices_of(t)]) else (0, 0)
            print(f"{kind}: {good} of {of} right on {a.check}")
        if a.write:
            write(path, w, what, len(articles))


if __name__ == "__main__":
    main()
