"""Texts with marks: cut at every edge of a mark, so that overlapping facts each keep their exact words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline.web.words import plain

RANK = ("event", "count", "claim", "date", "place", "actor", "said", "cue")
"""Of several marks on the same words the first gives the colour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words from `start` to `end` that stand for a fact; `kind` is one of RANK, `fact` its id on the page."""

    start: int
    end: int
    kind: str
    fact: str


def marked(text: str, start: int, end: int, marks: Iterable[Mark], *, anchored: set[str] | None = None, links: bool = False) -> Markup:
    """`text[start:end]` escaped, with its marks as spans that name their facts in `data-f`.

    With `anchored` the first words of each fact get the id "w-" + fact (and are noted there); with `links` these lead to "#f-" + fact.
    """
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    edges = sorted({start, end, *(max(start, m.start) for m in inside), *(min(end, m.end) for m in inside)})
    inside.sort(key=lambda m: (m.start, m.end))
    out: list[Markup] = []
    active: list[Mark] = []
    upcoming = 0
    for a, b in zip(edges, edges[1:], strict=False):
        while upcoming < len(inside) and inside[upcoming].start <= a:
            active.append(inside[upcoming])
            upcoming += 1
        active = [m for m in active if m.end > a]
        words = plain(text[a:b])
        out.append(_span(words, active, anchored, links) if active and words.strip() else words)
    return Markup("").join(out)


def _span(words: Markup, active: Sequence[Mark], anchored: set[str] | None, links: bool) -> Markup:
    here = sorted(active, key=lambda m: (RANK.index(m.kind), m.end - m.start))
    facts = " ".join(dict.fromkeys(m.fact for m in here))
    kinds = " ".join(dict.fromkeys(f"h-{m.kind}" for m in here))
    opening = Markup("")
    first = None
    if anchored is not None:
        for m in here:
            if m.fact not in anchored:
                anchored.add(m.fact)
                first = first or m.fact
                opening += Markup('<span class="anchor" id="w-{}"></span>').format(m.fact)
    if links and first is not None:
        return opening + Markup('<a class="h {}" data-f="{}" href="#f-{}">{}</a>').format(kinds, facts, first, words)
    return opening + Markup('<span class="h {}" data-f="{}">{}</span>').format(kinds, facts, words)


def paragraph_at(text: str, start: int, end: int, most: int = 700) -> tuple[int, int]:
    """The line of the text that holds these words, at most so long; cut at words."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    if high - low <= most:
        return low, high
    room = max(40, (most - (end - start)) // 2)
    a, b = max(low, start - room), min(high, end + room)
    if a > low:
        a = next((i + 1 for i in range(a, start) if text[i] == " "), a)
    if b < high:
        b = next((i for i in range(b, end, -1) if text[i - 1 : i] == " "), b)
    return a, b
