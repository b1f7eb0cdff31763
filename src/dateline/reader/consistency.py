"""One name, one label: what a name is, is decided over the whole article, not window by window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dateline.reader.reading import Found

FIXED = ("date", "money")
LEAST = 3  # occurrences; fewer tell nothing
SHARE = 0.6  # of the summed scores that one label must have to overrule the others


def one_label(mentions: Sequence[Found], text: str) -> list[Found]:
    """`mentions` with the labels of a name that stands three times or more settled by the sum of their scores, when that is clear."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    counts: dict[str, int] = defaultdict(int)
    for m in mentions:
        if m.form == "name" and m.label not in FIXED:
            name = text[m.start : m.end]
            votes[name][m.label] += m.score
            counts[name] += 1
    settled = {}
    for name, labels in votes.items():
        best = max(sorted(labels), key=lambda label: labels[label])
        if counts[name] >= LEAST and labels[best] >= SHARE * sum(labels.values()):
            settled[name] = best
    return [
        replace(m, label=settled.get(text[m.start : m.end], m.label)) if m.form == "name" and m.label not in FIXED else m for m in mentions
    ]
