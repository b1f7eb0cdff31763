"""One speech, one statement: interrupted quotations, quotations of several paragraphs, and what two telling words both claim.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.record import Span, Spans
from dateline.statements.quotes import Quotation, going_on

INTERRUPTION = 14  # words of "…,” the governor of the province told reporters on Monday, “…" between two parts of one quotation


@dataclass(frozen=True, slots=True)
class Said:
    """A statement before it has an id: what the frame says, and the words that name its speaker."""

    content: Spans
    cue: Span | None
    source: Span | None
    addressees: Spans
    negated: bool
    score: float


def joined(text: str, said: Sequence[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """`said` with every quotation held once and whole, in order of content."""
    out = _once(text, list(said), quoted)
    out = _resumed(text, _paragraphs(text, out, quoted), quoted)
    return sorted(_interrupted(text, out, quoted), key=lambda s: (s.content[0], s.cue or (0, 0)))


def _inside(span: Span, q: Quotation) -> bool:
    return q.start <= span[0] and span[1] <= q.end


def _once(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """Words of one quotation that two statements hold belong to the one whose telling word is nearer; nested speech keeps both."""
    for q in quoted:
        holders = [i for i, s in enumerate(said) if any(_inside(c, q) for c in s.content) and not (s.cue and _inside(s.cue, q))]
        if len(holders) < 2:
            continue
        best = min(holders, key=lambda i: (_away(text, said[i], q), -said[i].score, i))
        parts = sorted({c for i in holders for c in said[i].content if _inside(c, q)})
        whole: list[Span] = []
        for a, b in parts:
            if whole and a < whole[-1][1]:
                whole[-1] = whole[-1][0], max(b, whole[-1][1])
            else:
                whole.append((a, b))
        for i in holders:
            rest = [c for c in said[i].content if not _inside(c, q)]
            said[i] = replace(said[i], content=tuple(sorted([*rest, *(whole if i == best else [])])))
    return [s for s in said if s.content]


def _away(text: str, s: Said, q: Quotation) -> int:
    """Characters from the telling word to the quotation; a full stop or a paragraph's end between them counts a hundred."""
    if s.cue is None:
        return 10_000
    gap = text[s.cue[1] : q.start] if s.cue[1] <= q.start else text[q.end : s.cue[0]]
    return len(gap) + 100 * len(re.findall(r"[.!?](?=\s)|\n+", gap))


def _paragraphs(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    for speech in going_on(text, quoted):
        if len(speech) < 2:
            continue
        holders = [i for i, s in enumerate(said) if any(_inside(c, q) for c in s.content for q in speech) and not _within(s, speech)]
        told = [i for i in holders if said[i].cue]
        if not holders or len(told) > 1:
            continue  # two telling words: two speeches, one of which lost its closing mark
        head = told[0] if told else holders[0]
        spans = sorted({c for i in holders for c in said[i].content})
        spans += [c for q in speech if not any(_inside(c, q) for c in spans) and (c := (q.start, q.end))]
        said[head] = replace(said[head], content=tuple(sorted(spans)))
        said = [s for i, s in enumerate(said) if i == head or i not in holders]
    return said


def _within(s: Said, speech: Sequence[Quotation]) -> bool:
    return s.cue is not None and any(_inside(s.cue, q) for q in speech)


def _interrupted(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """A quotation without a telling word of its own goes on the one before it in its paragraph, when only "…, he said, …" stands between."""
    out: list[Said] = []
    for s in sorted(said, key=lambda s: s.content[0]):
        before = out[-1] if out else None
        if before and before.cue and s.cue is None and _quoted(before.content[-1], quoted) and _quoted(s.content[0], quoted):
            a, b = before.content[-1][1], s.content[0][0]
            gap = text[a:b]
            if (
                a <= before.cue[0] < b
                and "\n" not in gap
                and len(re.findall(r"\w+", gap)) <= INTERRUPTION
                and not re.search(r"[.!?…]\s+\w", gap)
            ):
                out[-1] = replace(before, content=(*before.content, *s.content))
                continue
        out.append(s)
    return out


def _resumed(text: str, said: list[Said], quoted: Sequence[Quotation]) -> list[Said]:
    """The second half of "…,” she said, “and …”, where no frame holds it: a quotation after a comma is no sentence of its own."""
    taken = [c for s in said for c in s.content]
    out = list(said)
    for q in quoted:
        if any(a < q.end and q.start < b for a, b in taken):
            continue
        for i, s in enumerate(out):
            end = s.content[-1][1]
            gap = text[end : q.start]
            if (
                s.cue
                and end <= s.cue[0] < s.cue[1] <= q.start
                and _quoted(s.content[-1], quoted)
                and re.fullmatch(r"[^\n.!?]*[.!?]?[^\n.!?]*[,:]\s*\W{1,2}", gap)
                and len(re.findall(r"\w+", gap)) <= INTERRUPTION
            ):
                out[i] = replace(s, content=(*s.content, (q.start, q.end)))
                break
    return out


def _quoted(span: Span, quoted: Sequence[Quotation]) -> bool:
    return any(_inside(span, q) for q in quoted)
