"""A frame of saying as a statement in the making: its telling word mended, its content cleaned, the words that name its speaker.

Offsets are half-open code point offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reader.reading import Frame
from dateline.record import Span, Spans
from dateline.statements.quotes import Quotation, split_at_marks

EDGE = " \n\r\t\"“”‘’'«»„,;:—–-"
NEAR = 12  # words between a telling word and the quotation that is wholly its content however little of it the reader marked
_PARTICLES = frozenset(["to", "out", "on", "for", "up", "of", "in", "by", "down", "off", "that", "as"])
_BARE = re.compile(r"(?:\s+(?:in|at|on|of|to|by|with|from|for))?\s+(?:the|an?)$|\s+of$", re.I)
_COPY = re.compile(r"(?:of )?which\b[^.;\n]{0,80}?,\s(?=that\s)")
_QUOTED_AS = re.compile(
    r"(?:quot|cit)(?:ed|es|ing)\s+([^.,;:“”\"\n]{2,60}?)\s+as\s+(?:saying|having said|telling|stating|adding|writing|warning)\b"
)
_WHO = re.compile(r"\b(who|which)\s+(?:(?:has|had|have|also|later|then|earlier|reportedly|repeatedly|now|further)\s+){0,2}$")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement before it has an id; `because` says what put its content together."""

    content: Spans
    cue: Span | None
    source: Span | None
    addressees: Spans
    negated: bool
    score: float
    because: tuple[str, ...] = ()


def said_of(text: str, f: Frame, marked: Spans, quoted: Sequence[Quotation], stretches: Sequence[Span] | None = None) -> Said | None:
    """What a frame says once its content is `marked`; None when nothing of it is left."""
    cue = _cue(text, f.trigger)
    content = tuple(s for x in marked for y in split_at_marks(text, x, quoted) if (s := clean(text, y)) is not None)
    named = f.spans("speaker")
    if len(content) > 1:  # "the vice president" beside "Saleh" is who said it, not what
        content = tuple(
            c for c in content if _quoted_part(c, quoted) or not any(c[1] <= a and re.fullmatch(r" ?", text[c[1] : a]) for a, _ in named)
        )
    if cue and stretches:  # a heading tells nothing of the paragraph before it
        content = tuple(c for c in content if _quoted_part(c, quoted) or _together(c, cue, stretches))
    if cue:
        content = tuple(_without_copy(text, c, cue) for c in content)
    if not content:
        return None
    whole = _whole_quotes(text, content, cue, quoted)
    because = f"content: the reader marked it ({f.score:.2f})" if cue else f"content: a quotation that the reader marked ({f.score:.2f})"
    reasons = (because, *(("content: the marks tell where the quotation ends",) if whole != content else ()))
    return Said(whole, cue, _source(text, f, cue), f.spans("addressee"), f.negated, f.score, reasons)


def clean(text: str, span: Span) -> Span | None:
    """A span without the blanks and marks at its edges; None when nothing is left."""
    a, b = span
    while a < b and text[a] in EDGE:
        a += 1
    while b > a and text[b - 1] in EDGE:
        b -= 1
    return (a, b) if b - a > 1 else None


def _cue(text: str, trigger: Span | None) -> Span | None:
    """The telling word without a dangling "in the", with the word before a lone particle ("[According] to"); None for a mark."""
    if trigger is None or not any(c.isalnum() for c in text[slice(*trigger)]):
        return None  # a floating quotation is found at its opening mark
    a, b = trigger
    if text[a:b].lower() in _PARTICLES and (before := re.search(r"[^\W\d_]+ $", text[max(0, a - 30) : a])):
        a = max(0, a - 30) + before.start()
    if lead := re.match(r"(?:to|in|at|of|by|and|that)\s+(?=\w)", text[a:b]):
        a += lead.end()
    bare = _BARE.search(text[a:b])
    return a, (a + bare.start() if bare else b)


def _source(text: str, f: Frame, cue: Span | None) -> Span | None:
    """The words that name the speaker: those nearest the telling word, else the "who" right before it."""
    named = f.spans("speaker")
    if not cue:
        return named[0] if named else None
    if quoted := _QUOTED_AS.match(text, cue[0], cue[1] + 80):
        return quoted.span(1)  # "the agency quoted Pinto as saying": Pinto says it
    if named:
        sure = {(r.start, r.end): r.score for r in f.roles if r.name == "speaker"}
        near = min(named, key=lambda s: min(abs(s[0] - cue[1]), abs(cue[0] - s[1])))
        ahead = [
            s for s in named if s[1] <= near[0] <= cue[0] and sure[s] > sure[near] and re.match(r"[^\w-][^\n.!?;]*$", text[s[1] : near[0]])
        ]
        return max(ahead, key=lambda s: sure[s]) if ahead else near
    start = max(0, cue[0] - 40)
    who = _WHO.search(text[start : cue[0]])
    return (start + who.start(1), start + who.end(1)) if who else None


def _together(a: Span, b: Span, stretches: Sequence[Span]) -> bool:
    return any(s <= a[0] < e and s <= b[0] < e for s, e in stretches) or not any(s <= a[0] < e for s, e in stretches)


def _without_copy(text: str, c: Span, cue: Span) -> Span:
    """ "in a statement of which the paper has a copy, that …": the content begins with "that"."""
    between = re.fullmatch(r"[ ,]*(?:of )?", text[cue[1] : c[0]]) if cue[1] <= c[0] else None
    copy = _COPY.match(text, *c) if between else None
    return (copy.end(), c[1]) if copy else c


def _quoted_part(span: Span, quoted: Sequence[Quotation]) -> bool:
    return any(q.start < span[1] and span[0] < q.end for q in quoted)


def _whole_quotes(text: str, content: Spans, cue: Span | None, quoted: Sequence[Quotation]) -> Spans:
    """A content span that fills most of one quotation is that quotation: the marks know better than the tagger where it ends.

    Beside its telling word any part stands for the whole ("…. That’s why they voted against him,” he said).
    """
    out: list[Span] = []
    for a, b in content:
        for q in quoted:
            shared = min(b, q.end) - max(a, q.start)
            if shared <= 0 or shared < 0.8 * (b - a) or (cue and q.start <= cue[0] < q.end):
                continue
            if shared >= 0.5 * (q.end - q.start) or (cue and q.closed and _beside(text, cue, q)):
                a, b = a if re.match(r"that\s", text[a : q.start]) else q.start, q.end
                while b > a and text[b - 1] in EDGE:
                    b -= 1
                break
        if out and a < out[-1][1]:
            out[-1] = out[-1][0], max(b, out[-1][1])
        else:
            out.append((a, b))
    return tuple(out)


def _beside(text: str, cue: Span, q: Quotation) -> bool:
    gap = text[cue[1] : q.start] if cue[1] <= q.start else text[q.end : cue[0]]
    return "\n" not in gap and not re.search(r"[.!?]\s", gap) and len(re.findall(r"\w+", gap)) <= NEAR
