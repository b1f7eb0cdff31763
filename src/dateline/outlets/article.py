"""The article's own words as HTML: every fact's words linked to the fact, statements tinted and numbered, what is not read set back.

Of words with several facts the link goes to the first of RANK; a fact that would get no link of its own has a small mark after its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from dateline.outlets.words import harmless
from dateline.record import Record, Span

RANK = ("event", "date", "place", "actor")
UNREAD = ("chrome", "credit", "duplicate", "byline")
LARGE = {"title": "title", "heading": "heading", "caption": "caption"}


@dataclass(slots=True)
class Annotated:
    """The article as HTML, and the ids of the record's facts whose words are an anchor in it ("w-" and the fact's own anchor)."""

    html: str
    anchored: set[str] = field(default_factory=set)


def annotate(record: Record, anchors: Mapping[str, str]) -> Annotated:
    """Cut the text at every edge of a fact and write each piece with its links. `anchors` gives each fact's address on the page."""
    text = record.article.text
    facts = [f for f in _facts(record) if 0 <= f[0] < f[1] <= len(text) and f[3] in anchors]
    said = _clipped([c for s in record.statements for c in s.content], text)
    unread = _clipped([(b.start, b.end) for b in record.article.blocks if b.kind in UNREAD], text)
    large = {(b.start, b.end): LARGE[b.kind] for b in record.article.blocks if b.kind in LARGE and 0 <= b.start < b.end <= len(text)}
    opening, closing = {span[0]: css for span, css in large.items()}, {span[1] for span in large}
    edges = sorted({0, len(text), *(x for f in facts for x in f[:2]), *(x for s in (*said, *unread, *large) for x in s)})
    linked_by_rank = _first_links(facts)
    begins: dict[int, list[tuple[str, str]]] = {}
    for n, s in enumerate(record.statements, 1):
        starts = [a for a, b in s.content if 0 <= a < b <= len(text)]
        if starts and s.id in anchors:
            begins.setdefault(starts[0], []).append((s.id, str(n)))
    starting: dict[int, list[tuple[int, int, str, str]]] = {}
    for f in facts:
        starting.setdefault(f[0], []).append(f)
    out: list[str] = []
    done = Annotated("")
    active: list[tuple[int, int, str, str]] = []
    for a, b in zip(edges, edges[1:], strict=False):
        if a in opening:
            out.append(f'<span class="{opening[a]}">')
        for i, number in begins.get(a, ()):
            out.append(f'<a class="number" id="w-{anchors[i]}" href="#{anchors[i]}" aria-label="Statement {number}">{number}</a>')
            done.anchored.add(i)
        active = [f for f in active if f[1] > a] + starting.get(a, [])
        piece = _piece(visible(text[a:b]), active, anchors, linked_by_rank, done.anchored)
        if _covers(unread, a, b):
            piece = f'<span class="unread">{piece}</span>'
        elif _covers(said, a, b):
            piece = f'<span class="said">{piece}</span>'
        out.append(piece)
        if b in closing:
            out.append("</span>")
    done.html = "".join(out)
    return done


def visible(words: str) -> str:
    """The exact words, escaped, with characters that would turn the reading direction or hide shown as dots."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(escape(harmless(line)) for line in lines)


def _facts(record: Record) -> list[tuple[int, int, str, str]]:
    """(start, end, kind, id) of everything that words stand for."""
    places = {p.id for p in record.places}
    out = [(*e.trigger, "event", e.id) for e in record.events]
    out += [(d.start, d.end, "date", d.id) for d in record.dates]
    out += [(m.start, m.end, "place" if m.refers_to in places else "actor", m.refers_to) for m in record.mentions if m.refers_to]
    return list(dict.fromkeys(out))


def _order(f: tuple[int, int, str, str]) -> tuple[int, int]:
    return RANK.index(f[2]), f[1] - f[0]


def _first_links(facts: list[tuple[int, int, str, str]]) -> set[str]:
    """The facts that lead some words of theirs, judged where those words begin: these need no small mark."""
    by_start: dict[int, list[tuple[int, int, str, str]]] = {}
    for f in facts:
        by_start.setdefault(f[0], []).append(f)
    return {min(group, key=_order)[3] for group in by_start.values()}


def _piece(words: str, active: list[tuple[int, int, str, str]], anchors: Mapping[str, str], leading: set[str], anchored: set[str]) -> str:
    if not active or not words.strip():
        return words  # a link of mere space could not be seen or heard
    here = sorted(active, key=_order)
    _, _, kind, first = here[0]
    anchor = "" if first in anchored else f' id="w-{anchors[first]}"'
    anchored.add(first)
    before, after = "", ""
    for _, _, other_kind, other in here[1:]:
        if other not in anchored and other in leading:
            before += f'<span id="w-{anchors[other]}"></span>'
            anchored.add(other)
        elif other not in anchored:
            after += f'<a class="also" id="w-{anchors[other]}" href="#{anchors[other]}" aria-label="also: {other_kind}">+</a>'
            anchored.add(other)
    return f'{before}<a{anchor} class="{kind}" href="#{anchors[first]}">{words}</a>{after}'


def _clipped(spans: list[Span], text: str) -> list[Span]:
    """Spans within the text, merged where they overlap, in order."""
    out: list[Span] = []
    for a, b in sorted(s for s in spans if 0 <= s[0] < s[1] <= len(text)):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out


def _covers(spans: list[Span], a: int, b: int) -> bool:
    i = bisect_right(spans, (a, 1 << 60)) - 1
    return i >= 0 and b <= spans[i][1]
